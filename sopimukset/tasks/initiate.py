"""A new workspace: whole, or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sopimukset.base.files import write_whole
from sopimukset.base.speech import mark, say
from sopimukset.tasks.refused import RefusedError
from sopimukset.tasks.starter_files import starter_files
from sopimukset.tasks.writing import FOLDER, writing

ELSEWHERE = mark("Valitse toinen kansio, tai tarkista sen oikeudet.")
REPOSITORY = ".git"
"""A folder that holds nothing but a fresh repository counts as empty."""


OCCUPIED = "Kansio {kansio} ei ole tyhjä ({sisalto}). Valitse uusi tai tyhjä kansio."


def create_workspace(target: Path) -> list[str]:
    """Make a workspace in a new or an empty folder; returns the paths of its files, with `/`.

    Raises:
        RefusedError: there is something at `target` already.
        OutsideFailure: it can't be written; what was made until then is removed.
    """
    _refuse_occupied(target)
    files = dict(starter_files())
    new = _first_missing(target)
    made = [new] if new else [target / top for top in {name.split("/")[0] for name in files}]
    try:
        with writing(FOLDER, target, ELSEWHERE):
            for name, content in files.items():
                write_whole(target / name, content)
    except BaseException:
        _remove(made)
        raise
    return sorted(files)


def _refuse_occupied(target: Path) -> None:
    if target.is_dir():
        found = sorted(path.name for path in target.iterdir() if path.name != REPOSITORY)
        if found:
            shown = ", ".join(found[:3]) + (" …" if len(found) > 3 else "")
            raise RefusedError(say(OCCUPIED).format(kansio=target, sisalto=shown))
    elif target.exists() or target.is_symlink():
        raise RefusedError(
            say("{paikka} on tiedosto. Valitse uusi tai tyhjä kansio.").format(paikka=target)
        )


def _first_missing(target: Path) -> Path | None:
    """The topmost folder that will be new; None where `target` exists."""
    missing = [path for path in (target, *target.parents) if not path.exists()]
    return missing[-1] if missing else None


def _remove(made: Iterable[Path]) -> None:
    for path in made:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):  # what stopped the making may stop this too
                path.unlink()
