"""Template folders: the Word layouts and model clauses of a kind of document.

A workspace's own `templates/<kind>/` wins as a whole folder over the one that ships with the
product, so that a region never gets half of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


class ClauseIds(Mapping[str, frozenset[str]]):
    """The ids of the model clauses by kind, as the rules ask of them.

    A kind's library is read when it is first asked for: most workspaces change clauses of one.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, frozenset[str]] = {}

    def __getitem__(self, kind: str) -> frozenset[str]:
        """The ids of a kind; none where its library can't be read.

        Raises:
            KeyError: there is no such kind.
            OSError: its folder can't be read.
        """
        if kind not in self._known:
            folder = template_folder(self._root, kind)
            if folder is None:
                raise KeyError(kind)
            clauses = folder.library.lausekkeet if folder.library else ()
            self._known[kind] = frozenset(clause.tunnus for clause in clauses)
        return self._known[kind]

    def __iter__(self) -> Iterator[str]:
        """The kinds that there are, the workspace's own among them."""
        folders = (self._root / TEMPLATES, data_folder(TEMPLATES))
        found = {item.name for folder in folders if folder.is_dir() for item in folder.iterdir()}
        return iter(sorted(name for name in found if name in self))

    def __len__(self) -> int:
        """How many kinds there are."""
        return sum(1 for _ in self)
