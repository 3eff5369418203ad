"""A paper's blocks in the order in which a word processor's pages hold them best.

A word processor puts what it finds in a file one below the other: a figure for which a page has no
room leaves the rest of it empty. Here the pages are reckoned beforehand, by the measures of the
house's layouts, and a figure comes after what can fill the page before it, as in our PDF
(:mod:`sopimukset.formats.flow`). Where the reckoning is wrong by some lines, or a layout has other
measures, the file holds the same blocks and nothing is lost but the fullness of a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sopimukset.formats.columns import column_widths
from sopimukset.formats.flow import Piece, Role, placed
from sopimukset.formats.fonts.wrapping import wrapped
from sopimukset.formats.paper import (
    Bullets,
    Figure,
    Heading,
    Paper,
    Table,
    Text,
    ending_rows,
    stays,
)
from sopimukset.formats.word.quick import keeping
from sopimukset.formats.word.tables import PADDING, SIZE, TEXT_WIDTH

ROOM = 728.0
"""The height of the text on a sheet of a layout with 2 cm above and below, in points."""

_UNSURE = -2.0
"""What a word processor may need more than is reckoned here, in points."""

_HIGH = 1.2207
"""A line's height by its letters' size: Calibri and Carlito."""


@dataclass(frozen=True, slots=True)
class _Look:
    """A style of the layouts: letters, lines in 240ths, and the space around, in points."""

    size: float
    line: int = 240
    before: float = 0.0
    after: float = 0.0
    bold: bool = False
    indent: float = 0.0

    @property
    def leading(self) -> float:
        """The height of a line."""
        return self.size * _HIGH * self.line / 240


_BOX = _Look(11, 252, after=26, indent=11.3)
_TITLE = _Look(22, after=6, bold=True)
_SUBTITLE = _Look(14, 252, after=24)
_HEADINGS = (
    _Look(14, before=20, after=6, bold=True),
    _Look(12, before=14, after=4, bold=True),
    _Look(11, before=10, after=3, bold=True),
)
_PLAIN = _Look(11, 269, after=7)
_WEIGHTS = {
    "plain": _PLAIN,
    "strong": replace(_PLAIN, bold=True),
    "small": _Look(9, before=3, after=8),
}
_ITEM = _Look(11, 269, after=4, indent=28.4)
_NUMBERED = replace(_ITEM, indent=21.3)
_CAPTION = _Look(10, before=10, after=4, bold=True)
_AFTER_FIGURE, _BEFORE_LIST = 10.0, 6.0
"""The space of a figure's style, and what stands between a table and a list."""

_NUMBER = "Taulukko 10. "
"""What a layout writes before a caption, in some language."""

_CELL = 8.3
"""What a row takes besides its lines: the space of its paragraphs, the cell's edges, its border."""


def in_order(paper: Paper, width: float = TEXT_WIDTH, room: float = ROOM) -> Paper:
    """The paper, its figures where its pages hold them; nothing else is moved.

    Args:
        paper: with its mark, title and the lines under it, which the layout prints above.
        width: of the text on the layout's sheet, in points.
        room: its height.
    """
    owners: dict[int, int] = {}
    pieces: list[Piece] = []
    for piece, owner in _Measurer(width).measured(paper):
        pieces.append(piece)
        owners[id(piece)] = owner
    pages = placed(pieces, 0.0, room, _UNSURE)
    drawn = (owners.get(id(piece), -1) for page in pages for piece, _ in page)
    order = [number for number in dict.fromkeys(drawn) if number >= 0]
    return replace(paper, blocks=tuple(paper.blocks[number] for number in order))


class _Measurer:
    """Makes the pieces of a paper; the space above one is the larger of the two that meet."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.after = 0.0

    def measured(self, paper: Paper) -> Iterator[tuple[Piece, int]]:
        """The pieces, each with the number of its block, -1 above them."""
        for piece in self._above(paper):
            yield piece, -1
        blocks = paper.blocks
        beside = zip((None, *blocks), blocks, (*blocks[1:], None), strict=False)
        for number, (before, block, after) in enumerate(beside):
            if isinstance(block, Table):
                made = self._table(block, ending_rows(block, blocks[number + 1 :]))
            else:
                made = self._block(block, keep=stays(before, block, after))
            for piece in made:
                yield piece, number

    def _above(self, paper: Paper) -> Iterator[Piece]:
        """The mark in its box with what it means, the title, the group, the period."""
        group, period, *notes = (*paper.under_title, "", "")[: max(2, len(paper.under_title))]
        if paper.mark:
            yield from self._lines(". ".join((paper.mark, " ".join(notes))), _BOX)
        for text, look in ((paper.title, _TITLE), (group, _SUBTITLE), (period, _PLAIN)):
            if text:
                yield from self._lines(text, look)

    def _block(self, block: Heading | Text | Bullets | Figure, *, keep: bool) -> Iterator[Piece]:
        if isinstance(block, Heading):
            look = _HEADINGS[min(max(block.level, 1), 3) - 1]
            first, *others = self._lines(block.text, look, keep=True, role="heading")
            yield from (replace(first, page=block.page), *others)
        elif isinstance(block, Text):
            yield from self._lines(block.text, _WEIGHTS[block.weight], keep=keep)
        elif isinstance(block, Bullets):
            look = _NUMBERED if block.numbered else _ITEM
            self.after = self.after or _BEFORE_LIST
            for item in block.items:
                yield from self._lines(item, look)
        else:
            yield from self._figure(block)

    def _lines(
        self, text: str, look: _Look, *, keep: bool = False, role: Role = ""
    ) -> Iterator[Piece]:
        """A paragraph, a piece for each line; no line of it stands alone on a page."""
        count = len(wrapped(text, self.width - look.indent, look.size, bold=look.bold))
        before, self.after = max(self.after, look.before), look.after
        for number in range(count):
            near = number in (0, count - 2) or count < 4 or bool(role)
            yield Piece(
                look.leading,
                _unseen,
                before=before if number == 0 else 0.0,
                keep=keep if number == count - 1 else near,
                role=role,
            )

    def _table(self, table: Table, ending: int) -> Iterator[Piece]:
        yield from self._lines(_NUMBER + table.caption, _CAPTION, keep=True)
        widths = column_widths(table, self.width, SIZE, PADDING)
        space, self.after = self.after, 0.0
        kept, *others = keeping(len(table.rows) + 1, ending)
        heads = [column.head for column in table.columns]
        again = self._row(heads, widths, bold=True)
        yield replace(again, before=space, keep=kept)
        for number, (row, keep) in enumerate(zip(table.rows, others, strict=True)):
            piece = self._row(row, widths, bold=number in table.strong)
            yield replace(piece, keep=keep, again=again)

    def _row(self, cells: Sequence[str], widths: Sequence[float], *, bold: bool) -> Piece:
        counts = (
            len(wrapped(text, width - PADDING, SIZE, bold=bold))
            for text, width in zip(cells, widths, strict=True)
        )
        return Piece(max(counts) * SIZE * _HIGH + _CELL, _unseen)

    def _figure(self, figure: Figure) -> Iterator[Piece]:
        yield from self._lines(_NUMBER + figure.caption, _CAPTION, keep=True, role="figure")
        scale = min(1.0, self.width / figure.drawing.width)
        high = figure.drawing.height * scale
        space, self.after = self.after, _AFTER_FIGURE
        yield Piece(high, _unseen, before=space, role="figure")


def _unseen(_pen: object, _top: float) -> None:
    """Draw nothing: the word processor does."""
