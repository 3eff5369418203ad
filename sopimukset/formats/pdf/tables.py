"""Tables as pieces of a page: the caption, the head, the rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopimukset.formats.columns import column_widths
from sopimukset.formats.flow import Piece
from sopimukset.formats.fonts.metrics import text_width
from sopimukset.formats.paper import Table
from sopimukset.formats.pdf import look as looks
from sopimukset.formats.pdf.look import Look
from sopimukset.formats.pdf.pen import Colour, Pen, Spot
from sopimukset.formats.pdf.structure import Element
from sopimukset.formats.pdf.texts import lines_of, paragraph

_BASE = 0.80


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell: its lines, where each begins, and the element that it is."""

    spots: tuple[Spot, ...]
    owner: Element
    bold: bool


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[_Cell, ...]
    height: float
    fill: Colour | None


class TableMaker:
    """Makes the pieces of one table."""

    def __init__(
        self, table: Table, owner: Element, left: float, width: float, ending: int
    ) -> None:
        self.table, self.left, self.width = table, left, width
        self.ending = ending
        self.owner = owner.add("Table")
        padding = 2 * looks.PAD_SIDE
        self.widths = column_widths(table, width, looks.CELL.size, padding)

    @property
    def heads_rows(self) -> bool:
        """Whether first cells head their rows: not where heads would outnumber what they head."""
        rows, columns = len(self.table.rows), len(self.table.columns)
        return self.table.row_head and rows * (columns - 2) >= columns

    def pieces(self, caption: str) -> Iterator[Piece]:
        """The caption, the head and the rows.

        Raises:
            UnwritableError: a text has a control character.
        """
        if caption:
            element = self.owner.add("Caption")
            yield from paragraph(
                caption, looks.CAPTION, element, self.left, self.width, keep=True, whole=True
            )
        head = self._head()
        rows = [self._row(number, row) for number, row in enumerate(self.table.rows)]
        yield self._drawn(head, keep=bool(rows), top=True)
        again = self._again(head)
        small = sum(row.height for row in rows) <= looks.TOGETHER
        for number, row in enumerate(rows):
            keep = self._keeps(number, small=small)
            yield self._drawn(row, keep=keep, again=again, last=number == len(rows) - 1)

    def _keeps(self, number: int, *, small: bool) -> bool:
        """Whether a row stays with the next: two at least stand on each page."""
        last = len(self.table.rows) - 1
        return number < last and (small or number == 0 or number > last - self.ending)

    def _head(self) -> _Row:
        row = self.owner.add("TR")
        cells = [
            (column.head, row.add("TH", "/O /Table /Scope /Column"))
            for column in self.table.columns
        ]
        return self._measured(cells, [True] * len(cells), looks.HEAD_FILL)

    def _row(self, number: int, texts: Sequence[str]) -> _Row:
        row = self.owner.add("TR")
        cells = []
        for place, text in enumerate(texts):
            if place == 0 and self.heads_rows:
                cells.append((text, row.add("TH", "/O /Table /Scope /Row")))
            else:
                cells.append((text, row.add("TD")))
        strong = number in self.table.strong
        return self._measured(cells, [strong] * len(cells), looks.SUM_FILL if strong else None)

    def _measured(
        self, cells: Sequence[tuple[str, Element]], bolds: Sequence[bool], fill: Colour | None
    ) -> _Row:
        made, height, left = [], 0.0, self.left
        for (text, owner), bold, width, column in zip(
            cells, bolds, self.widths, self.table.columns, strict=True
        ):
            look = looks.CELL_HEAD if bold else looks.CELL
            lines = lines_of(text, width - 2 * looks.PAD_SIDE, look)
            spots = tuple(_spots(lines, left, width, look, right=column.side == "right"))
            made.append(_Cell(spots, owner, bold))
            height = max(height, len(lines) * look.leading)
            left += width
        return _Row(tuple(made), height + looks.PAD_TOP + looks.PAD_BOTTOM, fill)

    def _drawn(
        self,
        row: _Row,
        *,
        keep: bool = False,
        again: Piece | None = None,
        top: bool = False,
        last: bool = False,
    ) -> Piece:
        def draw(pen: Pen, upper: float) -> None:
            """Draw the row, each cell as its element."""
            self._ground(pen, row, upper, top=top)
            for cell in row.cells:
                pen.begin(cell.owner)
                _write(pen, cell, upper)

        space = looks.AFTER_TABLE if last or (top and not self.table.rows) else 0.0
        return Piece(row.height + space, draw, keep=keep, again=again)

    def _again(self, head: _Row) -> Piece:
        """The head as it stands on further pages, where it is no part of the structure."""

        def draw(pen: Pen, upper: float) -> None:
            """Draw the head as an artifact."""
            self._ground(pen, head, upper, top=True)
            pen.begin("Repeat")
            for cell in head.cells:
                _write(pen, cell, upper)

        return Piece(head.height, draw)

    def _ground(self, pen: Pen, row: _Row, upper: float, *, top: bool) -> None:
        lower, right = upper + row.height, self.left + self.width
        pen.begin("Rule")
        if row.fill is not None:
            corners = [(self.left, upper), (right, upper), (right, lower), (self.left, lower)]
            pen.area(corners, row.fill)
        if top:
            pen.line([(self.left, upper), (right, upper)], 0.8, looks.DARK)
        pen.line(
            [(self.left, lower), (right, lower)],
            0.8 if top else 0.4,
            looks.DARK if top else looks.RULE,
        )


def _spots(
    lines: Sequence[str], left: float, width: float, look: Look, *, right: bool
) -> Iterator[Spot]:
    for number, line in enumerate(lines):
        x = left + looks.PAD_SIDE
        if right:
            shown = text_width(line.rstrip(), look.size, bold=look.bold)
            x = left + width - looks.PAD_SIDE - shown
        yield x, looks.PAD_TOP + (number + _BASE) * look.leading, line


def _write(pen: Pen, cell: _Cell, upper: float) -> None:
    spots = [(x, upper + y, text) for x, y, text in cell.spots]
    pen.texts(spots, looks.CELL.size, bold=cell.bold)
