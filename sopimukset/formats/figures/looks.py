"""What the charts share: the looks of their series, legends, rows of text, numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sopimukset.base.amounts import told_amount
from sopimukset.formats.figures.drawing import Area, Hatch, Label, Line, Shape
from sopimukset.formats.fonts.metrics import text_width
from sopimukset.formats.fonts.wrapping import wrapped

Show = Callable[[float], str]
"""Writes a number as the chart's readers write it."""

SIZE = 8.0
LINE = 10.0
"""Letters and the height of a line of text, in points."""

FULL_WIDTH = 453.0
"""The width of the text on an upright sheet."""

FAINT = 0.35
_SWATCH = 9.0
_GAP = 14.0


@dataclass(frozen=True, slots=True)
class Look:
    """How a series is filled; `ink` is the shade of letters that stand on it."""

    shade: float
    hatch: Hatch = "none"
    ink: float = 0.0


LOOKS = (
    Look(0.25, ink=1.0),
    Look(0.78),
    Look(0.3, "rising"),
    Look(0.55),
    Look(0.15, "dots"),
    Look(0.95),
    Look(0.3, "crossed"),
    Look(0.0, ink=1.0),
    Look(0.3, "falling"),
)
"""Looks that a printer of greys tells apart, in the order in which series take them."""


def comma(value: float) -> str:
    """A number as Finnish and Swedish write it: 1 234,5 and −2, with one decimal at most."""
    text = told_amount(Decimal(f"{abs(value):.1f}"))
    return f"−{text}" if value < 0 and text != "0" else text


def look_of(number: int) -> Look:
    """The look of a series; beyond their count they come again."""
    return LOOKS[number % len(LOOKS)]


def rectangle(
    left: float, top: float, wide: float, high: float, look: Look, edge: float | None = 0.0
) -> Area:
    """A filled rectangle."""
    right, bottom = left + wide, top + high
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Area(corners, look.shade, look.hatch, edge)


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry of a legend: a name and a look, a line, or a sign as it stands in the chart."""

    name: str
    look: Look | None = None
    line: Line | None = None
    sign: str = ""


def grid_line(start: tuple[float, float], end: tuple[float, float], *, axis: bool) -> Line:
    """A line of a chart's grid, or the axis, at which its values are zero."""
    return Line((start, end), 0.0 if axis else 0.8, 0.75 if axis else 0.4)


def legend(marks: Sequence[Mark], width: float, top: float = 0.0) -> tuple[list[Shape], float]:
    """The entries beside each other, in as many rows as they need.

    Returns:
        Their shapes, and where they end below.
    """
    shapes: list[Shape] = []
    left = 0.0
    for mark in marks:
        lines = wrapped(mark.name, width - _SWATCH - 5, SIZE)
        wide = _SWATCH + 5 + max(text_width(line.rstrip(), SIZE) for line in lines)
        if left and left + wide > width:
            left, top = 0.0, top + LINE + 3
        shapes += _swatch(mark, left, top)
        shapes += texts(lines, left + _SWATCH + 5, top, SIZE)
        top += LINE * (len(lines) - 1)
        left += wide + _GAP
    return shapes, top + (LINE + 6 if marks else 0)


def _swatch(mark: Mark, left: float, top: float) -> Iterator[Shape]:
    middle = top + LINE / 2
    if mark.look is not None:
        yield rectangle(left, middle - 4, _SWATCH, 8, mark.look)
    elif mark.line is not None:
        line = mark.line
        ends = ((left, middle), (left + _SWATCH, middle))
        if line.points and line.points[0][0] == line.points[-1][0]:
            ends = ((left + _SWATCH / 2, middle - 5), (left + _SWATCH / 2, middle + 5))
        yield Line(ends, line.shade, line.width, line.dash)
    elif mark.sign:
        yield Label(mark.sign, (left + _SWATCH / 2, baseline(top)), SIZE, anchor="middle")


def baseline(top: float, size: float = SIZE, line: float = LINE) -> float:
    """Where the letters of a line stand whose upper edge is given."""
    return top + (line - size) / 2 + size * 0.78


def texts(
    lines: Sequence[str], left: float, top: float, size: float = SIZE, *, bold: bool = False,
    shade: float = 0.0, line: float = LINE,
) -> Iterator[Label]:  # fmt: skip
    """Lines of text below each other."""
    for number, text in enumerate(lines):
        place = (left, baseline(top + number * line, size, line))
        yield Label(text.rstrip(), place, size, bold, "start", shade)
