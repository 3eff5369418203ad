"""Documents of a kind made from a workspace, and what they must have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import docx
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from ruamel.yaml import YAML

from sopimukset.base.data import data_folder
from sopimukset.formats.word import text_of
from sopimukset.formats.word.finish import GAP_STYLE
from sopimukset.tasks.generate import Generated, Wishes, generate
from tests.support.kind_documents import copy_sample_versions

DAY = date(2026, 6, 1)
_FIELD = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)


def made(folder: Path, kind: str, **wishes: Any) -> Generated:
    """What `generate` makes of one kind."""
    asked = Wishes(**{"out": folder / "build", "kinds": (kind,), **wishes})
    return generate(folder, asked, DAY, lambda *_: None)


def words(folder: Path, name: str) -> str:
    """The text of the one made document whose name ends so."""
    (path,) = [item for item in (folder / "build").rglob("*.docx") if item.name.endswith(name)]
    return "\n".join(text_of(path.read_bytes()))


def ending(document: str, first: str, last: str) -> str:
    """What stands between two headings."""
    return document.split(f"\n{first}\n", 1)[1].split(f"\n{last}\n", 1)[0]


def gap_runs(path: Path) -> list[Run]:
    """The runs of a document that are shown as gaps."""
    return [
        run for item in paragraphs(path) for run in item.runs if run.style.style_id == GAP_STYLE
    ]


def style(paragraph: Paragraph) -> str:
    """The id of a paragraph's style, "" where it has none."""
    return "" if paragraph.style is None else paragraph.style.style_id


def paragraphs(path: Path) -> list[Paragraph]:
    """The paragraphs of a document's body, then those of its tables."""
    body = docx.Document(str(path))
    cells = [cell for table in body.tables for row in table.rows for cell in row.cells]
    return [*body.paragraphs, *(item for cell in cells for item in cell.paragraphs)]


def notes(result: Generated) -> str:
    """What the terminal is told."""
    return "\n".join(note for item in result.items for note in item.notes)


def sentences(kind: str, language: str) -> Iterator[str]:
    """The fixed pieces of a kind's clauses in a language, long enough to be told apart."""
    library = YAML(typ="safe").load(data_folder("templates") / kind / "lausekkeet.yaml")
    for clause in library["lausekkeet"]:
        for version in clause["versiot"]:
            for part in (version["otsikko"], *_parts(version)):
                for piece in _FIELD.split(part.get(language, "")):
                    if len(piece.strip()) > 24:
                        yield piece.strip()


def _parts(version: Any) -> Iterator[Any]:
    for paragraph in version.get("kappaleet", ()):
        yield paragraph
        yield from paragraph.get("luettelo", ())


def sample_workspace(folder: Path, kind: str) -> Path:
    """A workspace of the kind's own sample, with its meeting where it has one."""
    templates, region = data_folder("templates") / kind, folder / "regions" / "etela-karjala"
    (region / "kokoukset").mkdir(parents=True)
    (region / "alue.yaml").write_bytes((templates / "esimerkki.yaml").read_bytes())
    meeting = templates / "esimerkki-kokous.yaml"
    if meeting.is_file():
        day = YAML(typ="safe").load(meeting)["pvm"]
        (region / "kokoukset" / f"{day}.yaml").write_bytes(meeting.read_bytes())
    copy_sample_versions(kind, region)
    return folder
