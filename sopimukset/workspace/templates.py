"""Template folders: the Word layouts and model clauses of a kind of document.

A workspace's own `templates/<kind>/` wins as a whole folder over the one that ships with the
product, so that a region never gets half of each.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sopimukset.base.data import data_folder
from sopimukset.findings import Finding
from sopimukset.model import Lausekekirjasto
from sopimukset.workspace.record import read_record

TEMPLATES = "templates"
LIBRARY = "lausekkeet.yaml"


@dataclass(frozen=True, slots=True)
class TemplateFolder:
    """A kind's folder.

    Attributes:
        own: whether it is the workspace's own.
        library: the model clauses; None where they can't be read.
        findings: what is wrong with the clause file.
    """

    kind: str
    folder: Path
    own: bool
    library: Lausekekirjasto | None
    findings: tuple[Finding, ...]

    def layout(self, language: str) -> Path | None:
        """The Word layout in a language; None where there is none yet."""
        path = self.folder / f"{language}.docx"
        return path if path.is_file() else None


def template_folder(root: Path, kind: str) -> TemplateFolder | None:
    """The folder of a kind, the workspace's own before the shipped one; None where there is none.

    Raises:
        OSError: the folder can't be read.
    """
    own = root / TEMPLATES / kind
    shipped = data_folder(TEMPLATES) / kind
    folder = own if own.is_dir() else shipped
    if not folder.is_dir():
        return None
    record = read_record(folder.parent, "", folder / LIBRARY, Lausekekirjasto)
    return TemplateFolder(
        kind, folder, folder.resolve() != shipped.resolve(), record.model, record.findings
    )


def library_of(root: Path, kind: str) -> Lausekekirjasto | None:
    """The model clauses of a kind; None where it has none, or where they can't be read.

    Raises:
        OSError: the folder can't be read.
    """
    folder = template_folder(root, kind)
    return folder.library if folder else None


def clause_ids(root: Path, kinds: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """The ids of the model clauses by kind, as the rules ask of them."""
    found = {}
    for kind in kinds:
        folder = template_folder(root, kind)
        clauses = folder.library.lausekkeet if folder and folder.library else ()
        found[kind] = frozenset(clause.tunnus for clause in clauses)
    return found
