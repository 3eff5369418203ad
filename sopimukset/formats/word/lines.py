"""A Word file as lines: a paragraph a line, a row of a table a line, and where each paragraph is.

The lines are what a person compares (`git diff` with a textconv) and what findings point to, so
that both speak of the same numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from sopimukset.formats.word.package import DOCUMENT, read_package
from sopimukset.formats.word.xml import Element, own_text, parse, w

CELL, PARAGRAPH, BREAK = " | ", " / ", "⏎"
"""What stands between the cells of a row and the paragraphs of a cell, and for a line break."""

_PRINTED = re.compile(r"word/(header\d*|footer\d*|footnotes|endnotes)\.xml")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a part.

    Attributes:
        number: its number in the part, from 1, those in tables and text boxes counted.
        text: on one line: `BREAK` for line breaks.
        line: the line of the whole file that it stands on, from 1.
        column: where on that line it begins, from 1.
    """

    part: str
    number: int
    text: str
    line: int
    column: int
    element: Element

    @property
    def path(self) -> str:
        """Its place as findings name it: `word/document.xml/kappale[12]`."""
        return f"{self.part}/kappale[{self.number}]"


@dataclass(frozen=True)
class Lines:
    """A Word file as lines.

    Attributes:
        texts: the lines, without line ends.
        paragraphs: every paragraph, in the order of parts and within them.
    """

    texts: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def by_part(self) -> dict[str, tuple[Paragraph, ...]]:
        """The paragraphs of each part."""
        parts = groupby(self.paragraphs, key=lambda item: item.part)
        return {part: tuple(items) for part, items in parts}


def lines_of(data: bytes) -> Lines:
    """Read a Word file as lines: the document first, then headers, footers and notes.

    Raises:
        LayoutError: not a Word document, or not well-formed.
    """
    parts = read_package(data)
    texts: list[str] = []
    found: list[Paragraph] = []
    for part in (DOCUMENT, *sorted(name for name in parts if _PRINTED.fullmatch(name))):
        texts.append(f"[{part}]")
        numbered = enumerate(parse(parts[part], part).iter(w("p")), 1)
        for row, items in groupby(numbered, key=lambda item: _row(item[1])):
            if row is None:
                for item in items:
                    _add([[item]], part, texts, found)
            else:
                _add(_cells(list(items)), part, texts, found, edge="| ")
    return Lines(tuple(texts), tuple(found))


Numbered = tuple[int, Element]


def _row(paragraph: Element) -> Element:
    """The row of the outermost table that holds the paragraph; None outside tables."""
    return _outermost(paragraph, "tr")


def _outermost(paragraph: Element, tag: str) -> Element:
    found = None
    for found in paragraph.iterancestors(w(tag)):  # noqa: B007 (the last one is wanted)
        pass
    return found


def _cells(items: Sequence[Numbered]) -> list[list[Numbered]]:
    return [list(cell) for _, cell in groupby(items, key=lambda item: _outermost(item[1], "tc"))]


def _add(
    cells: Sequence[Sequence[Numbered]],
    part: str,
    texts: list[str],
    found: list[Paragraph],
    edge: str = "",
) -> None:
    """Add a line of cells, and the paragraphs that stand on it."""
    line = edge
    for position, cell in enumerate(cells):
        line += CELL if position else ""
        for place, (number, element) in enumerate(cell):
            line += PARAGRAPH if place else ""
            text = _on_one_line(own_text(element))
            found.append(Paragraph(part, number, text, len(texts) + 1, len(line) + 1, element))
            line += text
    texts.append(line + edge[::-1])


def _on_one_line(text: str) -> str:
    return text.replace("\r", "").replace("\n", BREAK)


def holders(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Element, list[Paragraph]]]:
    """The rows of tables, the inner ones too, each with the paragraphs that it holds."""
    rows: dict[Element, list[Paragraph]] = {}
    for item in paragraphs:
        for row in item.element.iterancestors(w("tr")):
            rows.setdefault(row, []).append(item)
    yield from rows.items()
