"""Bars that lie beside each other in rows: what was agreed and what came of it, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopimukset.formats.figures.drawing import Drawing, Label, Line, Shape
from sopimukset.formats.figures.looks import (
    FAINT,
    FULL_WIDTH,
    LINE,
    SIZE,
    Look,
    Mark,
    Show,
    baseline,
    comma,
    grid_line,
    legend,
    look_of,
    rectangle,
    texts,
)
from sopimukset.formats.figures.scale import Scale, scale_of
from sopimukset.formats.fonts.metrics import text_width
from sopimukset.formats.fonts.wrapping import wrapped

_BAR, _LANE, _BETWEEN = 8.0, 10.0, 7.0
_NAMES = 0.4
"""The names take at most so much of the width."""

_AXIS = 14.0
_PAD = 3.0


@dataclass(frozen=True, slots=True)
class BarRow:
    """A row: a value for each series, and the row's target.

    A value is None where it isn't recorded; a text stands in the bar's place as it is, for what is
    known but not told.
    """

    name: str
    values: tuple[float | str | None, ...]
    target: float | None = None


def bar_rows(
    rows: Sequence[BarRow],
    series: Sequence[str],
    *,
    missing: str,
    target: str = "",
    show: Show = comma,
    width: float = FULL_WIDTH,
) -> Drawing:
    """Bars by row and series on one scale, each with its value.

    Args:
        rows: from top to bottom.
        series: their names, in the order of the values of a row.
        missing: what stands in place of a bar that isn't recorded.
        target: what the mark of a target is called in the legend.
        show: how a value is written; "" for one that has no place on the axis.
        width: of the sheet, in points.
    """
    return _Bars(rows, series, missing, target, show, width).drawing()


class _Bars:
    def __init__(
        self,
        rows: Sequence[BarRow],
        series: Sequence[str],
        missing: str,
        target: str,
        show: Show,
        width: float,
    ) -> None:
        self.rows, self.series, self.missing, self.target = rows, series, missing, target
        self.show, self.width = show, width
        names = max((text_width(row.name, SIZE) for row in rows), default=0.0)
        self.name_width = min(names, width * _NAMES)
        self.scale = self._scale()

    def drawing(self) -> Drawing:
        """The legend, the axis and the rows as one drawing."""
        marks = [Mark(name, look_of(number)) for number, name in enumerate(self.series)]
        if any(row.target is not None for row in self.rows):
            marks.append(Mark(self.target, line=_target_line(0, 0, 1)))
        shapes, top = legend(marks, self.width)
        first = top
        body: list[Shape] = []
        for row in self.rows:
            made, top = self._row(row, top)
            body += made
        bottom = top
        grid = list(self._grid(first, bottom))
        axis, end = list(self._axis(bottom)), bottom + _AXIS
        return Drawing(self.width, end, (*shapes, *grid, *body, *axis))

    def _values(self) -> list[float]:
        found = [value for value in self._all() if isinstance(value, int | float)]
        return found + [row.target for row in self.rows if row.target is not None]

    def _all(self) -> Iterator[float | str | None]:
        return (value for row in self.rows for value in row.values)

    def _scale(self) -> Scale:
        """The scale, between room for the widest text of a value on each side where one stands."""
        values = self._values()
        told = [self.show(value) for value in values if value >= 0]
        told += [value for value in self._all() if isinstance(value, str)]
        told += [self.missing for value in self._all() if value is None]
        below = [self.show(value) for value in values if value < 0]
        left = self.name_width + 8 + _room(below)
        marks = max(2, min(5, int((self.width - left) / 60)))
        return scale_of(values, left, self.width - max(_room(told), 16.0), marks)

    def _row(self, row: BarRow, top: float) -> tuple[list[Shape], float]:
        lines = wrapped(row.name, self.name_width, SIZE)
        lanes = _LANE * len(row.values)
        high = max(lanes, LINE * len(lines))
        shapes: list[Shape] = list(texts(lines, 0, top + (high - LINE * len(lines)) / 2))
        start = top + (high - lanes) / 2
        for number, value in enumerate(row.values):
            shapes += self._bar(value, look_of(number), start + number * _LANE, row.target)
        if row.target is not None:
            x = self.scale.place(row.target)
            shapes.append(_target_line(x, start - 1.5, start + lanes + 1.5))
        return shapes, top + high + _BETWEEN

    def _bar(
        self, value: float | str | None, look: Look, top: float, target: float | None
    ) -> Iterator[Shape]:
        zero = self.scale.place(0)
        at = baseline(top, SIZE, _LANE)
        mark = None if target is None else self.scale.place(target)
        if value is None or isinstance(value, str):
            told = value or self.missing
            x = _clear(zero + _PAD, text_width(told, SIZE), mark)
            yield Label(told, (x, at), SIZE, shade=FAINT)
            return
        end = self.scale.place(value)
        if end != zero:
            left, wide = min(zero, end), abs(end - zero)
            yield rectangle(left, top + (_LANE - _BAR) / 2, wide, _BAR, look)
        text = self.show(value)
        if value < 0:
            yield Label(text, (end - _PAD, at), SIZE, anchor="end")
        else:
            yield Label(text, (_clear(end + _PAD, text_width(text, SIZE), mark), at), SIZE)

    def _grid(self, top: float, bottom: float) -> Iterator[Line]:
        for value in self.scale.marks:
            x = self.scale.place(value)
            yield grid_line((x, top - 2), (x, bottom), axis=self.scale.is_zero(value))

    def _axis(self, top: float) -> Iterator[Label]:
        """The round values below, as many as stand clear of each other."""
        free = -1.0
        for value in self.scale.marks:
            text, x = self.show(value), self.scale.place(value)
            half = text_width(text, SIZE - 1) / 2
            if text and x - half >= free and x + half <= self.width:
                yield Label(text, (x, baseline(top + 1)), SIZE - 1, anchor="middle", shade=FAINT)
                free = x + half + 4


def _room(told: Sequence[str]) -> float:
    """Room for a text beside a bar, and beside a target's mark that it has to clear."""
    return max((text_width(text, SIZE) for text in told), default=-2 * _PAD) + 3 * _PAD


def _clear(left: float, wide: float, mark: float | None) -> float:
    """Where a text begins so that the mark of a target doesn't strike through it."""
    if mark is not None and left - _PAD < mark < left + wide + _PAD:
        return mark + _PAD
    return left


def _target_line(x: float, top: float, bottom: float) -> Line:
    return Line(((x, top), (x, bottom)), 0.0, 2.0)
