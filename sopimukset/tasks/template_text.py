"""A layout, or any Word file, as text for a person or for `git diff`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sopimukset.base.files import read_at_most
from sopimukset.base.speech import mark, say
from sopimukset.formats.word import LayoutError, lines_of
from sopimukset.workspace.layouts import LAYOUT_LANGUAGES, MAX_BYTES
from sopimukset.workspace.locate import WorkspaceError

if TYPE_CHECKING:
    from sopimukset.workspace.templates import TemplateFolder

WORD = ".docx"
NO_LAYOUT = mark("Asiakirjatyypillä {laji} ei ole pohjaa {tiedosto}.")
LAYOUTS = mark("Kansion pohjat: {nimet}")
NO_FILE = mark("Tiedostoa {tiedosto} ei ole.")
NO_FILE_ADVICE = mark("Anna asiakirjatyypin nimi tai Word-tiedoston polku.")


def text_lines(folder: Path, wanted: str, language: str) -> tuple[str, ...]:
    """A layout, or any Word file, as lines: a paragraph a line, a row of a table a line.

    Args:
        folder: where to look for the workspace.
        wanted: a kind of document, or a path of a Word file.
        language: of the layout.

    Raises:
        WorkspaceError: there is no such kind, layout or file, or it is no Word document.
        OSError: it can't be read.
    """
    is_path = wanted.lower().endswith(WORD) or "/" in wanted or Path(wanted).is_file()
    path = Path(wanted) if is_path else _layout(folder, wanted, language)
    try:
        return lines_of(read_at_most(path, MAX_BYTES)).texts
    except FileNotFoundError as error:
        message = say(NO_FILE).format(tiedosto=wanted)
        raise WorkspaceError(message, NO_FILE_ADVICE) from error
    except LayoutError as error:
        raise WorkspaceError(f"{wanted}: {say(error.message)}", say(error.hint)) from error


def _layout(folder: Path, kind: str, language: str) -> Path:
    """The kind's layout; only this way needs to know the kinds, which are slow to load."""
    from sopimukset.tasks.templates import folder_of, kind_named, workspace_or_shipped

    found = folder_of(workspace_or_shipped(folder), kind_named(kind))
    path = found.layout(language)
    if path is None:
        raise WorkspaceError(
            say(NO_LAYOUT).format(laji=kind, tiedosto=f"{language}{WORD}"), _there(found)
        )
    return path


def _there(folder: TemplateFolder) -> str:
    names = [f"{item}{WORD}" for item in LAYOUT_LANGUAGES if folder.layout(item)]
    return say(LAYOUTS).format(nimet=", ".join(names) or "–")
