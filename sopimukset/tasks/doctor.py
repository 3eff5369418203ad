"""What the machine and the workspace have, what they lack, and how to mend it. Reads only."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from sopimukset import __version__
from sopimukset.base.data import data_folder
from sopimukset.tasks.programs import said
from sopimukset.tasks.schemas import State as SchemaState
from sopimukset.tasks.schemas import schemas_of
from sopimukset.workspace.locate import WorkspaceError, find_root, region_names
from sopimukset.workspace.templates import TEMPLATES
from sopimukset.workspace.workspace import read_regions

MIN_PYTHON = (3, 11)
FONTS = ("Calibri", "Carlito")
"""The layouts' typeface, and the free one of the same widths."""


class State(Enum):
    """How a thing is; only what is required can be missing."""

    OK = "kunnossa"
    NOTE = "huomaa"
    MISSING = "puuttuu"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was looked at.

    Attributes:
        detail: what was found.
        advice: how to mend it; "" where nothing needs it.
    """

    name: str
    state: State
    detail: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """All that was looked at.

    Attributes:
        root: the workspace; None where there is none.
    """

    root: Path | None
    rows: tuple[Row, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing required is missing."""
        return all(row.state is not State.MISSING for row in self.rows)


def diagnose(folder: Path, out: Path) -> Diagnosis:
    """Look at the machine, and at the workspace at or above a folder.

    Args:
        folder: where to look for the workspace.
        out: where documents would be made.
    """
    rows = [_python(), _program(), _layouts("Mukana tulevat pohjat", data_folder(TEMPLATES))]
    try:
        root = find_root(folder)
    except WorkspaceError as error:
        rows.append(Row("Työtila", State.MISSING, error.message, error.advice))
        return Diagnosis(None, (*rows, *_machine(None, out)))
    looks: tuple[Callable[[Path], Row], ...] = (_workspace, _own_layouts, _schemas)
    rows += [look(root) for look in looks]
    return Diagnosis(root, (*rows, *_machine(root, out)))


def _machine(root: Path | None, out: Path) -> Iterator[Row]:
    yield _output(out)
    yield _git(root)
    yield _fonts()
    yield _office()


def _python() -> Row:
    version = platform.python_version()
    if sys.version_info >= MIN_PYTHON:
        return Row("Python", State.OK, version)
    wanted = ".".join(map(str, MIN_PYTHON))
    return Row("Python", State.MISSING, version, f"Asenna Python {wanted} tai uudempi.")


def _program() -> Row:
    return Row("sopimukset", State.OK, f"versio {__version__}")


def _workspace(root: Path) -> Row:
    names = region_names(root)
    if not names:
        advice = "Luo alue kansallisesta rekisteristä: sopimukset new ALUE"
        return Row("Työtila", State.MISSING, f"{root}: ei yhtään aluetta", advice)
    regions = list(read_regions(root, names))
    confirmed = sum(bool(item.alue and item.alue.vaihe == "vahvistettu") for item in regions)
    broken = [item.name for item in regions if item.alue is None]
    detail = f"{root}: alueita {len(names)}, joista vahvistettuja {confirmed}"
    if broken:
        detail += f"; ei voi lukea: {', '.join(broken)}"
        return Row("Työtila", State.NOTE, detail, "Katso virheet: sopimukset check")
    return Row("Työtila", State.OK, detail)


def _own_layouts(root: Path) -> Row:
    name = "Omat pohjat"
    folder = root / TEMPLATES
    if not folder.is_dir() or folder.resolve() == data_folder(TEMPLATES).resolve():
        return Row(name, State.OK, "ei omia, käytetään ohjelman mukana tulevia")
    return _layouts(name, folder)


def _layouts(name: str, folder: Path) -> Row:
    """Whether the Word layouts of a templates folder open."""
    faults, number = [], 0
    for path in sorted(folder.glob("*/*.docx")):
        if path.name.startswith("~$"):  # Word's own mark that the file is open
            continue
        number += 1
        fault = _layout_fault(path)
        if fault:
            faults.append(f"{path.parent.name}/{path.name}: {fault}")
    if faults:
        return Row(name, State.MISSING, " ".join(faults), "Korjaa pohja Wordissa tai palauta se.")
    kinds = ", ".join(sorted({path.parent.name for path in folder.glob("*/lausekkeet.yaml")}))
    return Row(name, State.OK, f"{kinds or 'ei lausekkeita'} (Word-pohjia {number}, aukeavat)")


def _layout_fault(path: Path) -> str:
    from sopimukset.formats.word import LayoutError, open_layout

    try:
        open_layout(path.read_bytes())
    except LayoutError as error:
        return str(error)
    except OSError:
        return "tiedostoa ei voi lukea."
    return ""


def _schemas(root: Path) -> Row:
    try:
        stale = [item.name for item in schemas_of(root) if item.state is not SchemaState.FRESH]
    except OSError:
        stale = ["schemas/"]
    if stale:
        detail = f"puuttuu tai vanhentunut: {', '.join(stale)}"
        return Row("Skeemat", State.NOTE, detail, "Kirjoita ne: sopimukset schema")
    return Row("Skeemat", State.OK, "ajan tasalla")


def _output(out: Path) -> Row:
    """Whether documents could be written; nothing is written to find out."""
    name, target = "Tulostekansio", out.absolute()
    there = next(path for path in (target, *target.parents) if path.exists())
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return Row(name, State.OK, str(target))
    advice = "Valitse toinen kansio: sopimukset generate --out KANSIO"
    return Row(name, State.MISSING, f"{target}: ei voi kirjoittaa", advice)


def _git(root: Path | None) -> Row:
    """Whether git is there, and whether it keeps the whole history of the workspace."""
    name = "git"
    if shutil.which(name) is None:
        advice = "Asenna git, jos haluat pitää tiedoista muutoshistoriaa."
        return Row(name, State.NOTE, "ei asennettu", advice)
    version = said(name, "--version").removeprefix("git version ") or "asennettu"
    if root is None:
        return Row(name, State.OK, version)
    detail, advice = _history(root)
    return Row(name, State.NOTE if advice else State.OK, f"{version}; {detail}", advice)


def _history(root: Path) -> tuple[str, str]:
    """How the workspace stands to version control, and what to do about it."""
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return (
            "työtila ei ole versionhallinnassa",
            "Ota versionhallinta käyttöön työtilan kansiossa: git init",
        )
    shallow = said("git", "-C", str(root), "rev-parse", "--is-shallow-repository")
    if shallow == "true":
        return "historia on katkaistu", "Hae koko historia: git fetch --unshallow --tags"
    if shallow == "false":
        return "työtila on versionhallinnassa", ""
    return (
        "git ei lue työtilan versionhallintaa",
        f"Katso, mitä git sanoo: git -C {root} status",
    )


def _fonts() -> Row:
    name = "Kirjasin"
    if shutil.which("fc-match") is None:
        return Row(name, State.OK, "ei tarkastettu: Word käyttää omiaan")
    for font in FONTS:
        if said("fc-match", "-f", "%{family}", font).split(",")[0] in FONTS:
            return Row(name, State.OK, font)
    advice = (
        "Asenna Carlito (Debian: fonts-crosextra-carlito), jos asiakirjoja avataan tällä koneella."
    )
    return Row(name, State.NOTE, f"ei kumpaakaan: {', '.join(FONTS)}", advice)


def _office() -> Row:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found:
        return Row("LibreOffice", State.OK, found)
    return Row("LibreOffice", State.OK, "ei asennettu (valinnainen: asiakirjat aukeavat Wordissa)")
