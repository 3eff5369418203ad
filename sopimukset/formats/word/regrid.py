"""A table's words in the looks of another table, also where it has other columns.

Columns are known by their heads: one that both tables have keeps its width and the looks of its
cells, and one of the new table alone gets the mean width. Together they are as wide as the table
was. The rows that head the old table head the new one, so that they are repeated on each page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher

from lxml import etree

from sopimukset.formats.word.redline.tables import cells_of, rows_of
from sopimukset.formats.word.xml import XML_SPACE, Element, own_text, w

USUAL = 9000
"""Width of a table that nothing tells the width of, in twentieths of a point."""

LETTERS = (6, 40)
"""Between these a column's longest line counts where no head tells its width."""

_SPANS = (w("gridSpan"), w("vMerge"), w("hMerge"), w("tcW"))
_SHIFTS = (w("gridBefore"), w("gridAfter"), w("wBefore"), w("wAfter"))

_TOLD = re.compile("[1-9][0-9]{0,8}")

Cells = Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the new table.

    Attributes:
        like: the old column that it is, or the one whose cells its cells look like.
        width: in twentieths of a point.
    """

    like: int
    width: int


def cell_text(cell: Element) -> str:
    """A cell's words, a line for each paragraph that has any."""
    lines = (" ".join(own_text(item).split()) for item in cell.iter(w("p")))
    return "\n".join(filter(None, lines))


def paragraph(text: str, like: Element | None) -> Element:
    """A paragraph in the looks of another one, without the section that may end there."""
    made = etree.Element(w("p"))
    looks = None if like is None else like.find(w("pPr"))
    if looks is not None:
        made.append(deepcopy(looks))
        for section in made.iter(w("sectPr")):
            section.getparent().remove(section)
    run = etree.SubElement(made, w("r"))
    words = etree.SubElement(run, w("t"))
    words.text = text
    words.set(XML_SPACE, "preserve")
    return made


def table(rows: Cells, like: Element | None) -> Element:
    """A table with those words.

    Args:
        rows: cells with a line for each paragraph; at least one row.
        like: the table whose looks it has; None for a plain one.
    """
    made = etree.Element(w("tbl"))
    looks = None if like is None else like.find(w("tblPr"))
    made.append(etree.Element(w("tblPr")) if looks is None else deepcopy(looks))
    models = [] if like is None else list(rows_of(like))
    own = None if like is None else like.find(w("tblGrid"))
    count = max(len(row) for row in rows)
    fits = own is not None and all(len(list(cells_of(row))) == count for row in models)
    columns = None if fits else _columns(rows, count, models, _widths(own))
    made.append(deepcopy(own) if columns is None else _grid(columns))
    left = {tuple(map(cell_text, cells_of(row))): row for row in reversed(models)}
    for at, row in enumerate(rows):
        same = left.pop(row, None) if fits else None
        model = models[min(at, len(models) - 1)] if models else None
        made.append(_row(row, model, columns) if same is None else deepcopy(same))
    return made


def _widths(grid: Element | None) -> list[int]:
    """The widths of a grid's columns; none where one of them is not told."""
    columns = [] if grid is None else grid.findall(w("gridCol"))
    told = [str(item.get(w("w"), "")) for item in columns]
    return [int(width) for width in told] if all(map(_TOLD.fullmatch, told)) else []


def _columns(
    rows: Cells, count: int, models: Sequence[Element], widths: Sequence[int]
) -> list[_Column]:
    """The new columns: which old one each is, and how wide it is."""
    heads = [cell_text(cell) for cell in cells_of(models[0])] if models else []
    known = _same_columns(heads, rows[0]) if len(heads) == len(widths) else {}
    whole = sum(widths) or USUAL
    if known:
        mean = sum(widths[old] for old in known.values()) // len(known)
        weights = [widths[known[at]] if at in known else mean for at in range(count)]
    else:
        weights = [_letters(rows, at) for at in range(count)]
    scale = whole / sum(weights)
    last = max(len(heads) - 1, 0)
    return [
        _Column(known.get(at, min(at, last)), max(1, int(weight * scale)))
        for at, weight in enumerate(weights)
    ]


def _same_columns(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """The old column of each new one that has the same head, in order."""
    before, after = ([text.casefold() for text in side] for side in (old, new))
    found = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return {
        match.b + at: match.a + at
        for match in found
        for at in range(match.size)
        if before[match.a + at]
    }


def _letters(rows: Cells, column: int) -> int:
    least, most = LETTERS
    lines = [line for row in rows if column < len(row) for line in row[column].split("\n")]
    return min(most, max(least, *map(len, lines))) if lines else least


def _grid(columns: Sequence[_Column]) -> Element:
    made = etree.Element(w("tblGrid"))
    for column in columns:
        etree.SubElement(made, w("gridCol")).set(w("w"), str(column.width))
    return made


def _row(words: Sequence[str], model: Element | None, columns: Sequence[_Column] | None) -> Element:
    """A row in the model's looks; without columns it has as many cells as the model."""
    made = etree.Element(w("tr"))
    cells = [] if model is None else list(cells_of(model))
    if model is not None:
        made.extend(_unshifted(model.findall(w("trPr")), columns))
    for at, text in enumerate(words):
        place = at if columns is None else columns[at].like
        like = cells[min(place, len(cells) - 1)] if cells else None
        cell = etree.SubElement(made, w("tc"))
        if columns is not None:
            cell.append(_cell_looks(like, columns[at].width))
        elif like is not None:
            cell.extend(deepcopy(item) for item in like.findall(w("tcPr")))
        paragraphs = [] if like is None else like.findall(w("p"))
        for number, line in enumerate(text.split("\n")):
            looks = paragraphs[min(number, len(paragraphs) - 1)] if paragraphs else None
            cell.append(paragraph(line, looks))
    return made


def _unshifted(looks: Sequence[Element], columns: Sequence[_Column] | None) -> Iterator[Element]:
    """A row's properties; in another grid without what counts the old one's columns."""
    for item in map(deepcopy, looks):
        for name in _SHIFTS if columns is not None else ():
            for shift in item.findall(name):
                item.remove(shift)
        yield item


def _cell_looks(like: Element | None, width: int) -> Element:
    """A cell's properties at a width, without what spans other cells."""
    own = None if like is None else like.find(w("tcPr"))
    made = etree.Element(w("tcPr")) if own is None else deepcopy(own)
    for name in _SPANS:
        for item in made.findall(name):
            made.remove(item)
    told = etree.Element(w("tcW"))
    told.set(w("w"), str(width))
    told.set(w("type"), "dxa")
    made.insert(1 if made.find(w("cnfStyle")) is not None else 0, told)
    return made
