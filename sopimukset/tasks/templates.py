"""Templates: which there are, and whether they are sound."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sopimukset.base.data import data_folder
from sopimukset.base.speech import mark, say
from sopimukset.base.words import nearest
from sopimukset.documents.kinds import BY_NAME, KINDS
from sopimukset.documents.subject import Kind
from sopimukset.law.registry import TITLES
from sopimukset.reporting import Report, renderer
from sopimukset.tasks.check import failing
from sopimukset.workspace.layouts import LAYOUT_LANGUAGES
from sopimukset.workspace.locate import WorkspaceError, find_root
from sopimukset.workspace.templates import TEMPLATES, TemplateFolder, template_folder

CODES = tuple(code for code in TITLES if code[0] in "MW")
"""The codes that the linter may give: its own, and those of the form of a clause file."""

LINT = "templates lint"
"""The command, as its reports name it."""

NO_KIND = mark("Asiakirjatyyppiä {laji} ei ole.")
KNOWN_KINDS = mark("Asiakirjatyypit: {lajit}")
NO_FOLDER = mark("Asiakirjatyypin {laji} pohjaa ei ole.")
REINSTALL = mark("Asenna ohjelma uudelleen: sopimukset doctor.")
STRAY = mark("Kansiota {kansio} ei lueta, koska asiakirjatyyppiä {laji} ei ole.")
MEANT = mark("Tarkoititko: {meant}?")


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of document and its folder.

    Attributes:
        languages: those that it has a layout in.
        own: the workspace's own folder, "" for the one that ships with the program.
        clauses: how many; None where the clause file can't be read.
    """

    laji: str
    name: str
    languages: tuple[str, ...]
    own: str
    clauses: int | None


@dataclass(frozen=True, slots=True)
class Listing:
    """The kinds of document, and lines on folders that nothing reads."""

    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def listing(folder: Path) -> Listing:
    """Which kinds there are, with the folders that a workspace at or above `folder` has of them.

    Raises:
        WorkspaceError: `folder` is none.
        OSError: a folder can't be read.
    """
    root = workspace_or_shipped(folder)
    return Listing(
        tuple(_row(kind, folder_of(root, kind), root) for kind in KINDS), tuple(_strays(root))
    )


def workspace_or_shipped(folder: Path) -> Path:
    """The workspace, else where the shipped templates lie: they can be looked at anywhere.

    Raises:
        WorkspaceError: `folder` is none.
    """
    try:
        return find_root(folder)
    except WorkspaceError:
        if not folder.is_dir():
            raise
        return data_folder(TEMPLATES).parent


def folder_of(root: Path, kind: Kind[Any]) -> TemplateFolder:
    """The folder of a kind, the workspace's own before the shipped one.

    Raises:
        WorkspaceError: there is none.
        OSError: it can't be read.
    """
    found = template_folder(root, kind.laji)
    if found is None:
        raise WorkspaceError(say(NO_FOLDER).format(laji=kind.laji), REINSTALL)
    return found


def _row(kind: Kind[Any], folder: TemplateFolder, root: Path) -> Row:
    return Row(
        kind.laji,
        say(kind.nimi),
        tuple(language for language in LAYOUT_LANGUAGES if folder.layout(language)),
        f"{folder.folder.relative_to(root).as_posix()}/" if folder.own else "",
        len(folder.library.lausekkeet) if folder.library else None,
    )


def _strays(root: Path) -> Iterable[str]:
    """Folders of templates that have the name of no kind: a slip would pass unnoticed."""
    home = root / TEMPLATES
    for path in sorted(home.iterdir()) if home.is_dir() else ():
        if path.is_dir() and path.name not in BY_NAME and not path.name.startswith("."):
            name = f"{TEMPLATES}/{path.name}/"
            line = say(STRAY).format(kansio=name, laji=path.name)
            meant = nearest(path.name, BY_NAME)
            yield f"{line} {say(MEANT).format(meant=meant)}" if meant else line


def kind_named(name: str) -> Kind[Any]:
    """The kind of that name.

    Raises:
        WorkspaceError: there is none; the nearest name is suggested.
    """
    if name in BY_NAME:
        return BY_NAME[name]
    meant = nearest(name, BY_NAME)
    advice = (
        say(MEANT).format(meant=meant)
        if meant
        else say(KNOWN_KINDS).format(lajit=", ".join(BY_NAME))
    )
    raise WorkspaceError(say(NO_KIND).format(laji=name), advice)


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be linted and how it is to be shown.

    Attributes:
        folder: where to look for the workspace.
        kinds: the kinds of document; empty for all.
        as_of: the day that a report bears.
        form: the format's name.
        colour: whether the reader's terminal shows colours.
        width: columns of the reader's terminal.
        strict: whether a warning makes the run fail.
    """

    folder: Path
    kinds: Sequence[str]
    as_of: date
    form: str = "text"
    colour: bool = False
    width: int = 80
    strict: bool = False


def linted(question: Question, tell: Callable[[str], None]) -> tuple[str, bool]:
    """The findings as text, and whether they make the run fail.

    Args:
        question: what was asked.
        tell: takes lines for the user that are no findings.

    Raises:
        WorkspaceError: `folder` is none, or there is no such kind.
        OSError: a file can't be read.
    """
    from sopimukset.documents.template_lint import Lint, lint_folder

    root = workspace_or_shipped(question.folder)
    kinds = [kind_named(name) for name in question.kinds] or list(KINDS)
    for note in _strays(root) if not question.kinds else ():
        tell(note)
    whole = Lint()
    for kind in kinds:
        found = lint_folder(kind, folder_of(root, kind).folder)
        whole.findings += found.findings
        whole.lines |= found.lines
    report = Report(
        question.as_of,
        whole.findings,
        lambda *place: whole.lines.get(place),
        strict=question.strict,
        codes=CODES,
        command=LINT,
    )
    text = renderer(question.form)(report, colour=question.colour, width=question.width)
    return text, failing(whole.findings, strict=question.strict)
