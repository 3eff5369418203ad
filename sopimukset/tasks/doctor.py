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
from sopimukset.base.speech import mark, say
from sopimukset.tasks.programs import said
from sopimukset.tasks.schemas import State as SchemaState
from sopimukset.tasks.schemas import schemas_of
from sopimukset.workspace.locate import WorkspaceError, find_root, region_names
from sopimukset.workspace.templates import TEMPLATES
from sopimukset.workspace.workspace import read_regions

MIN_PYTHON = (3, 11)
FONTS = ("Calibri", "Carlito")
"""The layouts' typeface, and the free one of the same widths."""

WORKSPACE = "Työtila"
NEWER_PYTHON = "Asenna Python {versio} tai uudempi."
FREE_FONT = (
    "Asenna Carlito (Debian: fonts-crosextra-carlito), jos asiakirjoja avataan tällä koneella."
)


class State(Enum):
    """How a thing is, in a word to be said; only what is required can be missing."""

    OK = mark("kunnossa")
    NOTE = mark("huomaa")
    MISSING = mark("puuttuu")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was looked at, in the language of the run.

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
    rows = [_python(), _program(), _layouts(say("Mukana tulevat pohjat"), data_folder(TEMPLATES))]
    try:
        root = find_root(folder)
    except WorkspaceError as error:
        rows.append(Row(say(WORKSPACE), State.MISSING, error.message, error.advice))
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
    return Row("Python", State.MISSING, version, say(NEWER_PYTHON).format(versio=wanted))


def _program() -> Row:
    return Row("sopimukset", State.OK, say("versio {versio}").format(versio=__version__))


def _workspace(root: Path) -> Row:
    names = region_names(root)
    if not names:
        advice = say("Luo alue kansallisesta rekisteristä: sopimukset new ALUE")
        detail = say("{kansio}: ei yhtään aluetta").format(kansio=root)
        return Row(say(WORKSPACE), State.MISSING, detail, advice)
    regions = list(read_regions(root, names))
    confirmed = sum(bool(item.alue and item.alue.vaihe == "vahvistettu") for item in regions)
    broken = [item.name for item in regions if item.alue is None]
    detail = say("{kansio}: alueita {alueita}, joista vahvistettuja {vahvistettuja}").format(
        kansio=root, alueita=len(names), vahvistettuja=confirmed
    )
    if broken:
        unread = say("ei voi lukea: {alueet}").format(alueet=", ".join(broken))
        advice = say("Katso virheet: sopimukset check")
        return Row(say(WORKSPACE), State.NOTE, f"{detail}; {unread}", advice)
    return Row(say(WORKSPACE), State.OK, detail)


def _own_layouts(root: Path) -> Row:
    name = say("Omat pohjat")
    folder = root / TEMPLATES
    if not folder.is_dir() or folder.resolve() == data_folder(TEMPLATES).resolve():
        return Row(name, State.OK, say("ei omia, käytetään ohjelman mukana tulevia"))
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
        advice = say("Korjaa pohja Wordissa tai palauta se.")
        return Row(name, State.MISSING, " ".join(faults), advice)
    kinds = ", ".join(sorted({path.parent.name for path in folder.glob("*/lausekkeet.yaml")}))
    detail = say("{lajit} (Word-pohjia {maara}, aukeavat)").format(
        lajit=kinds or say("ei lausekkeita"), maara=number
    )
    return Row(name, State.OK, detail)


def _layout_fault(path: Path) -> str:
    from sopimukset.formats.word import LayoutError, open_layout

    try:
        open_layout(path.read_bytes())
    except LayoutError as error:
        return str(error)
    except OSError:
        return say("tiedostoa ei voi lukea.")
    return ""


def _schemas(root: Path) -> Row:
    try:
        stale = [item.name for item in schemas_of(root) if item.state is not SchemaState.FRESH]
    except OSError:
        stale = ["schemas/"]
    if stale:
        detail = say("puuttuu tai vanhentunut: {tiedostot}").format(tiedostot=", ".join(stale))
        return Row(say("Skeemat"), State.NOTE, detail, say("Kirjoita ne: sopimukset schema"))
    return Row(say("Skeemat"), State.OK, say("ajan tasalla"))


def _output(out: Path) -> Row:
    """Whether documents could be written; nothing is written to find out."""
    name, target = say("Tulostekansio"), out.absolute()
    there = next(path for path in (target, *target.parents) if path.exists())
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return Row(name, State.OK, str(target))
    advice = say("Valitse toinen kansio: sopimukset generate --out KANSIO")
    detail = say("{kansio}: ei voi kirjoittaa").format(kansio=target)
    return Row(name, State.MISSING, detail, advice)


def _git(root: Path | None) -> Row:
    """Whether git is there, and whether it keeps the whole history of the workspace."""
    name = "git"
    if shutil.which(name) is None:
        advice = say("Asenna git, jos haluat pitää tiedoista muutoshistoriaa.")
        return Row(name, State.NOTE, say("ei asennettu"), advice)
    version = said(name, "--version").removeprefix("git version ") or say("asennettu")
    if root is None:
        return Row(name, State.OK, version)
    detail, advice = _history(root)
    return Row(name, State.NOTE if advice else State.OK, f"{version}; {detail}", advice)


def _history(root: Path) -> tuple[str, str]:
    """How the workspace stands to version control, and what to do about it."""
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return (
            say("työtila ei ole versionhallinnassa"),
            say("Ota versionhallinta käyttöön työtilan kansiossa: git init"),
        )
    shallow = said("git", "-C", str(root), "rev-parse", "--is-shallow-repository")
    if shallow == "true":
        deepen = say("Hae koko historia: git fetch --unshallow --tags")
        return say("historia on katkaistu"), deepen
    if shallow == "false":
        return say("työtila on versionhallinnassa"), ""
    return (
        say("git ei lue työtilan versionhallintaa"),
        say("Katso, mitä git sanoo: git -C {kansio} status").format(kansio=root),
    )


def _fonts() -> Row:
    name = say("Kirjasin")
    if shutil.which("fc-match") is None:
        return Row(name, State.OK, say("ei tarkastettu: Word käyttää omiaan"))
    for font in FONTS:
        if said("fc-match", "-f", "%{family}", font).split(",")[0] in FONTS:
            return Row(name, State.OK, font)
    detail = say("ei kumpaakaan: {kirjasimet}").format(kirjasimet=", ".join(FONTS))
    return Row(name, State.NOTE, detail, say(FREE_FONT))


def _office() -> Row:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found:
        return Row("LibreOffice", State.OK, found)
    detail = say("ei asennettu (valinnainen: asiakirjat aukeavat Wordissa)")
    return Row("LibreOffice", State.OK, detail)
