"""Finding the workspace: the folder that holds `regions/`, upwards from where one stands."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sopimukset.base.speech import say

REGIONS = "regions"
RECORD = "alue.yaml"

NO_WORKSPACE = "Työtilaa ei löydy: kansiossa {kansio} eikä sen yläpuolella ole kansiota {alueet}."


class WorkspaceError(Exception):
    """There is nothing to work on: no workspace, no region (exit code 3).

    Attributes:
        message: a sentence in the language of the run.
        advice: what to do.
    """

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


def find_root(start: Path) -> Path:
    """The nearest folder at or above `start` that holds `regions/`.

    Raises:
        WorkspaceError: there is none, or `start` is not a folder.
    """
    if not start.is_dir():
        raise WorkspaceError(
            say("Kansiota {kansio} ei ole.").format(kansio=start),
            say("Tarkista valitsimen -C polku."),
        )
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / REGIONS).is_dir():
            return folder
    raise WorkspaceError(
        say(NO_WORKSPACE).format(kansio=here, alueet=f"{REGIONS}/"),
        say(
            "Siirry työtilan kansioon, anna se valitsimella -C tai tee uusi: sopimukset init KANSIO"
        ),
    )


def region_names(root: Path) -> list[str]:
    """The folders of `regions/`, sorted; hidden ones are left out."""
    return sorted(
        folder.name
        for folder in (root / REGIONS).iterdir()
        if folder.is_dir() and not folder.name.startswith(".")
    )


def chosen(root: Path, wanted: Iterable[str]) -> list[str]:
    """The regions that the user named, else all.

    Raises:
        WorkspaceError: there is no region at all, or none of that name.
    """
    known = region_names(root)
    if not known:
        raise WorkspaceError(
            say("Kansiossa {kansio} ei ole yhtään aluetta.").format(kansio=root / REGIONS),
            say("Luo alue kansallisesta rekisteristä: sopimukset new ALUE"),
        )
    names = list(dict.fromkeys(wanted))
    for name in names:
        if name not in known:
            from sopimukset.base.words import nearest  # only a slip pays for it

            meant = nearest(name, known)
            raise WorkspaceError(
                say("Aluetta {alue} ei ole työtilassa.").format(alue=name),
                say("Tarkoititko: {meant}?").format(meant=meant)
                if meant
                else say("Alueet: {alueet}").format(alueet=", ".join(known)),
            )
    return names or known
