"""Words that a table's cell is too narrow for: a program would divide them anywhere («persone/r»).

Measured in the Word file itself, by the metrics of the font, so that every table of a paper is
judged whether or not a word stands whole elsewhere. Lengths are points.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree

from sopimukset.formats.fonts.wrapping import longest_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWENTIETH, HALF = 20, 2
SLACK = 0.3
"""What rounding to twentieths of a point may take."""

LONG = 38
"""A word of so many letters may be divided: the name of a file, an address."""


class Styles:
    """The letters and the cells' margins that a Word file's styles give."""

    def __init__(self, root: etree._Element) -> None:
        self.known = {item.get(f"{W}styleId"): item for item in root.iter(f"{W}style")}
        self.default = _size(root.find(f"{W}docDefaults")) or 10.0

    @cache  # noqa: B019 (a file's styles live as long as its judging)
    def letters(self, name: str) -> tuple[float, bool]:
        """The size of a paragraph style's letters, and whether they are bold."""
        style = self.known.get(name)
        if style is None:
            return self.default, False
        based = style.find(f"{W}basedOn")
        size, bold = self.letters("" if based is None else str(based.get(f"{W}val")))
        return _size(style) or size, _bold(style.find(f"{W}rPr"), bold)

    @cache  # noqa: B019
    def margins(self, name: str) -> float:
        """What cells in a table style leave empty at their sides together."""
        style = self.known.get(name)
        if style is None:
            return 0.0
        found = style.find(f"{W}tblPr/{W}tblCellMar")
        if found is None:
            based = style.find(f"{W}basedOn")
            return self.margins("" if based is None else str(based.get(f"{W}val")))
        return _sides(found)


def _sides(margins: etree._Element) -> float:
    sides = (margins.find(f"{W}{side}") for side in ("left", "right", "start", "end"))
    return sum(int(str(side.get(f"{W}w"))) for side in sides if side is not None) / TWENTIETH


def _size(item: etree._Element | None) -> float | None:
    found = None if item is None else next(item.iter(f"{W}sz"), None)
    return None if found is None else int(str(found.get(f"{W}val"))) / HALF


def _bold(look: etree._Element | None, inherited: bool) -> bool:
    found = None if look is None else look.find(f"{W}b")
    if found is None:
        return inherited
    return found.get(f"{W}val") not in ("0", "false", "off")


def cut_words(path: Path) -> list[str]:
    """The words of a Word file's tables that are wider than their cell: `word: 61.2 > 58.0`."""
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        styles = Styles(etree.fromstring(package.read("word/styles.xml")))
    return [fault for table in body.iter(f"{W}tbl") for fault in _of_table(table, styles)]


def _of_table(table: etree._Element, styles: Styles) -> Iterator[str]:
    columns = [int(str(item.get(f"{W}w"))) for item in table.findall(f"{W}tblGrid/{W}gridCol")]
    named = table.find(f"{W}tblPr/{W}tblStyle")
    own = table.find(f"{W}tblPr/{W}tblCellMar")
    style = "" if named is None else str(named.get(f"{W}val"))
    margins = styles.margins(style) if own is None else _sides(own)
    for row in table.findall(f"{W}tr"):
        at = 0
        for cell in row.iterchildren(f"{W}tc", f"{W}sdt"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            count = 1 if span is None else int(str(span.get(f"{W}val")))
            width = sum(columns[at : at + count]) / TWENTIETH
            at += count
            yield from _of_cell(cell, width - margins, styles)


def _of_cell(cell: etree._Element, room: float, styles: Styles) -> Iterator[str]:
    for paragraph in cell.findall(f"{W}p"):
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        size, bold = styles.letters("" if named is None else str(named.get(f"{W}val")))
        for text, look in _runs(paragraph):
            letters, strong = _size(look) or size, _bold(look, bold)
            for word in text.split():
                wide = longest_word(word, letters, bold=strong)
                if wide > room + SLACK and len(word) < LONG:
                    yield f"{word}: {wide:.1f} > {room:.1f}"


def _runs(paragraph: etree._Element) -> Iterator[tuple[str, etree._Element | None]]:
    """Stretches of text with their look; what alike runs divide is one stretch."""
    found: list[tuple[str, bytes, etree._Element | None]] = []
    for run in paragraph.iter(f"{W}r"):
        look = run.find(f"{W}rPr")
        alike = b"" if look is None else etree.tostring(look)
        text = "".join(
            (item.text or "") if item.tag == f"{W}t" else " "
            for item in run.iter(f"{W}t", f"{W}tab", f"{W}br")
        )
        if found and found[-1][1] == alike:
            found[-1] = (found[-1][0] + text, alike, look)
        else:
            found.append((text, alike, look))
    return ((text, look) for text, _, look in found)
