"""Columns or a line through periods, with the target and the same period a year before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

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
    rectangle,
)
from sopimukset.formats.figures.scale import scale_of
from sopimukset.formats.fonts.metrics import text_width
from sopimukset.formats.fonts.wrapping import shortened

_GAP_SIGN, _HIDDEN_SIGN = "–", "•"
_COLUMN = Look(0.6)
_MOST = 34.0
"""A column is at most so wide."""

_BEFORE = Line(((0, 0), (1, 0)), 0.0, 1.6)
_TARGET = Line(((0, 0), (1, 0)), 0.0, 0.9, "dashed")
_THROUGH = Line(((0, 0), (1, 0)), 0.0, 1.4)


@dataclass(frozen=True, slots=True)
class Period:
    """A period's value, None where it isn't recorded, and that of the same period a year before.

    `hidden`: it has no value because it is known but not told.
    """

    name: str
    value: float | None
    before: float | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class TrendWords:
    """What the legend calls the values, those of the year before, the target and the gaps."""

    value: str
    before: str
    target: str
    missing: str
    hidden: str = ""


def trend(
    periods: Sequence[Period],
    words: TrendWords,
    *,
    target: float | None = None,
    kind: Literal["columns", "line"] = "columns",
    show: Show = comma,
    width: float = FULL_WIDTH,
    height: float = 110.0,
) -> Drawing:
    """Values by period; a period without a value has a sign instead, which the legend tells.

    Args:
        periods: from the oldest.
        words: for the legend.
        target: where the values should be.
        kind: columns, or a line with a point for each value.
        show: how a value is written.
        width: of the sheet, in points.
        height: of the part with the values, in points.
    """
    return _Trend(periods, words, target, kind, show, width, height).drawing()


class _Trend:
    def __init__(
        self,
        periods: Sequence[Period],
        words: TrendWords,
        target: float | None,
        kind: str,
        show: Show,
        width: float,
        height: float,
    ) -> None:
        self.periods, self.words, self.target, self.kind = periods, words, target, kind
        self.show, self.width = show, width
        self.legend, self.top = legend(list(self._marks()), width)
        self.bottom = self.top + LINE + height
        values = [item for one in periods for item in (one.value, one.before) if item is not None]
        values += [] if target is None else [target]
        below = LINE + 2 if any(value < 0 for value in values) else 0.0
        self.scale = scale_of(values, self.bottom - below, self.top + LINE + 2, 4)
        marks = [show(value) for value in self.scale.marks]
        self.left = max(text_width(text, SIZE - 1) for text in marks) + 6
        self.pitch = (width - self.left) / max(len(periods), 1)

    def _marks(self) -> Iterator[Mark]:
        if self.kind == "line":
            yield Mark(self.words.value, line=_THROUGH)
        else:
            yield Mark(self.words.value, _COLUMN)
        if any(one.before is not None for one in self.periods):
            yield Mark(self.words.before, line=_BEFORE)
        if self.target is not None:
            yield Mark(f"{self.words.target} {self.show(self.target)}", line=_TARGET)
        for sign, word in ((_GAP_SIGN, self.words.missing), (_HIDDEN_SIGN, self.words.hidden)):
            if any(one.value is None and _sign(one) == sign for one in self.periods):
                yield Mark(word, sign=sign)

    def drawing(self) -> Drawing:
        """The legend, the axis and the periods as one drawing."""
        shapes: list[Shape] = [*self.legend, *self._axis()]
        for number, period in enumerate(self.periods):
            shapes += self._mark(number, period)
        if self.kind == "line":
            shapes += self._lines()
        if self.target is not None:
            y = self.scale.place(self.target)
            ends = ((self.left, y), (self.width, y))
            shapes.append(Line(ends, _TARGET.shade, _TARGET.width, _TARGET.dash))
        shapes += self._values()
        shapes += self._names()
        return Drawing(self.width, self.bottom + LINE + 4, tuple(shapes))

    def _middle(self, number: int) -> float:
        return self.left + (number + 0.5) * self.pitch

    def _axis(self) -> Iterator[Shape]:
        for value in self.scale.marks:
            y = self.scale.place(value)
            yield grid_line((self.left, y), (self.width, y), axis=self.scale.is_zero(value))
            at = (self.left - 4, y + (SIZE - 1) * 0.33)
            yield Label(self.show(value), at, SIZE - 1, anchor="end", shade=FAINT)

    def _mark(self, number: int, period: Period) -> Iterator[Shape]:
        wide = min(self.pitch * 0.62, _MOST)
        left, zero = self._middle(number) - wide / 2, self.scale.place(0)
        if period.value is None:
            at = (self._middle(number), zero - 3)
            yield Label(_sign(period), at, SIZE, anchor="middle")
        elif self.kind == "columns":
            y = self.scale.place(period.value)
            if y != zero:
                yield rectangle(left, min(y, zero), wide, abs(y - zero), _COLUMN)
        else:
            y = self.scale.place(period.value)
            yield rectangle(self._middle(number) - 2, y - 2, 4, 4, Look(0.0))
        if period.before is not None:
            y = self.scale.place(period.before)
            yield Line(((left - 2, y), (left + wide + 2, y)), _BEFORE.shade, _BEFORE.width)

    def _lines(self) -> Iterator[Line]:
        """A line through the values that follow each other; a gap interrupts it."""
        stretch: list[tuple[float, float]] = []
        for number, period in enumerate([*self.periods, Period("", None)]):
            if period.value is not None:
                stretch.append((self._middle(number), self.scale.place(period.value)))
                continue
            if len(stretch) > 1:
                yield Line(tuple(stretch), _THROUGH.shade, _THROUGH.width)
            stretch = []

    def _values(self) -> Iterator[Label]:
        """The values in writing: all where they stand clear, else the last alone."""
        told = [
            (number, period.value, self.show(period.value))
            for number, period in enumerate(self.periods)
            if period.value is not None
        ]
        if any(text_width(text, SIZE) + 3 > self.pitch for _, _, text in told):
            told = told[-1:]
        for number, value, text in told:
            y = self.scale.place(value)
            at = y + LINE - 1 if value < 0 or self._dips(number) else y - 4
            half = text_width(text, SIZE) / 2
            x = min(max(self._middle(number), self.left + half), self.width - half)
            yield Label(text, (x, self._clear(number, at)), SIZE, bold=False, anchor="middle")

    def _dips(self, number: int) -> bool:
        """Whether the line runs above a point on both sides, with room below for its value."""
        value = self.periods[number].value
        if self.kind != "line" or value is None:
            return False
        beside = [
            one.value
            for one in (
                *self.periods[max(number - 1, 0) : number],
                *self.periods[number + 1 : number + 2],
            )
        ]
        over = all(one is not None and one > value for one in beside)
        return over and bool(beside) and self.scale.place(value) + LINE + 2 < self.scale.start

    def _clear(self, number: int, at: float) -> float:
        """The base line moved above the marks that would strike through the text."""
        before = self.periods[number].before
        lines = [self.scale.place(item) for item in (before, self.target) if item is not None]
        for y in sorted(lines, reverse=True):
            if at - SIZE * 0.75 - 1.5 < y < at + 2.5 and y - 3 - SIZE > self.top:
                at = y - 3
        return at

    def _names(self) -> Iterator[Label]:
        """The periods below, as many as stand clear of each other; the last one always."""
        y, last = baseline(self.bottom + 2), len(self.periods) - 1
        free = self.width
        for number in range(last, -1, -1):
            text = shortened(self.periods[number].name, self.width - self.left, SIZE)
            half = text_width(text, SIZE) / 2
            x = min(max(self._middle(number), self.left + half), self.width - half)
            if x + half <= free + 0.01:
                yield Label(text, (x, y), SIZE, anchor="middle")
                free = x - half - 4


def _sign(period: Period) -> str:
    return _HIDDEN_SIGN if period.hidden else _GAP_SIGN
