"""The wheel of a year: twelve months, rings of what happens when, names beside it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopimukset.formats.figures.drawing import Area, Drawing, Label, Line, Shape
from sopimukset.formats.figures.looks import (
    FULL_WIDTH,
    LINE,
    SIZE,
    Look,
    Mark,
    baseline,
    legend,
    look_of,
    rectangle,
)
from sopimukset.formats.fonts.metrics import text_width
from sopimukset.formats.fonts.wrapping import wrapped

_RING, _RINGS, _MONTH_RING, _HUB = 11.2, 56.0, 22.0, 22.0
_MONTH_SIZE = 7.0
_MONTH_HIGH = 8.0
"""The height of the white on which a month's name stands; the longest name, "marras", has room in
the ring of months with it."""
_WITHIN = 0.8
"""How far that white keeps from the wheel's outer circle, which it would cut."""
_MONTH_ROOM = 7.0
"""How many degrees a month's name wants on either side of it."""

_HALF = 180
_GAP, _APART = 14.0, 4.0
"""Between the wheel and the names beside it; between two names."""

_RIM = 4.0
"""How far out from the wheel the lines to its names turn, and how near to it they may pass."""

_STEP = 3.0
"""How many degrees an arc's straight piece spans."""

_LEAST = 4.0
"""A day is at least so many degrees, to be seen."""

_ASIDE, _OFF_MONTHS = 10.0, 4.0
"""How many degrees the line of a period keeps from other lines, and from those between months."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Something in the year.

    Attributes:
        kind: the number of its kind, from 0.
        start, end: in months from the year's beginning, 0 to 12; `end` may be smaller where it
            goes on over the year's end, or the same where it is a day.
    """

    name: str
    kind: int
    start: float
    end: float


def year_wheel(
    segments: Sequence[Segment],
    kinds: Sequence[str],
    months: Sequence[str],
    *,
    centre: str = "",
    signs: Sequence[Mark] = (),
    width: float = FULL_WIDTH,
) -> Drawing:
    """A wheel with a ring for each kind, more where those of a kind overlap, and their names.

    Args:
        segments: what happens in the year.
        kinds: the names of all that there are, for the legend: it tells those that occur, each in
            the look that it has in every wheel.
        months: the names of the months, short, from January.
        centre: what stands in the middle, as the year.
        signs: what the names bear before them, for the legend.
        width: of the sheet, in points.
    """
    shown = sorted({segment.kind for segment in segments})
    marks = [*(Mark(kinds[number], look_of(number)) for number in shown), *signs]
    return _Wheel(segments, marks, months, centre, width).drawing()


@dataclass(frozen=True, slots=True)
class _Name:
    """A name beside the wheel: its lines, and where its segment is.

    Attributes:
        lines: the name, in as many lines as its column asks for.
        angle: of the segment's middle, clockwise from the top, in degrees.
        radius: of the segment's outer edge.
    """

    lines: tuple[str, ...]
    angle: float
    radius: float

    @property
    def high(self) -> float:
        """Its height, in points."""
        return LINE * len(self.lines)


class _Wheel:
    def __init__(
        self,
        segments: Sequence[Segment],
        marks: Sequence[Mark],
        months: Sequence[str],
        centre: str,
        width: float,
    ) -> None:
        self.months, self.centre, self.width = months, centre, width
        self.rings = _rings(segments)
        self.inner = _HUB
        count = max(len(self.rings), 1)
        self.ring = min(_RING, _RINGS / count)
        self.outer = _HUB + self.ring * count
        self.radius = self.outer + _MONTH_RING
        self.x = width / 2
        self.column = width / 2 - self.radius - _GAP
        left, right = self._names()
        self.marks, top = legend(marks, width)
        self.top = top
        high = max(2 * (self.radius + _RIM), *(_height(names) for names in (left, right)))
        self.y = top + high / 2
        self.bottom = top + high
        self.left, self.right = left, right

    def drawing(self) -> Drawing:
        """The months, the names with their lines, and over these what happens, as one drawing."""
        shapes: list[Shape] = [*self.marks, *self._months()]
        shapes += self._beside(self.left, right=False)
        shapes += self._beside(self.right, right=True)
        for number, ring in enumerate(self.rings):
            shapes += (self._segment(segment, number) for segment in ring)
        shapes += self._month_names()
        shapes += self._centre()
        return Drawing(self.width, self.bottom + 2, tuple(shapes))

    def _at(self, angle: float, radius: float) -> tuple[float, float]:
        """A place on the wheel; the angle runs clockwise from the top, in degrees."""
        x, y = _around(angle, radius)
        return self.x + x, self.y + y

    def _months(self) -> Iterator[Shape]:
        yield Area(tuple(self._arc(0, 360, self.radius)), 1.0)
        for month in range(len(self.months)):
            ends = (self._at(month * 30, self.inner), self._at(month * 30, self.radius))
            yield Line(ends, 0.75, 0.4)
        for number in range(len(self.rings) + 1):
            circle = tuple(self._arc(0, 360, self.inner + number * self.ring))
            yield Line((*circle, circle[0]), 0.75, 0.4)

    def _month_names(self) -> Iterator[Shape]:
        """The months on white, each where the fewest lines to names pass it."""
        lines = [name.angle for name in (*self.left, *self.right)]
        for month, name in enumerate(self.months):
            angle, wide = _free_angle(month, lines), text_width(name, _MONTH_SIZE) + 1
            within = _radius_within(angle, wide, _MONTH_HIGH, self.radius - _WITHIN)
            x, y = self._at(angle, min(within, self.outer + _MONTH_RING / 2))
            box = (x - wide / 2, y - _MONTH_HIGH / 2, wide, _MONTH_HIGH)
            yield rectangle(*box, Look(1.0), None)
            yield Label(name, (x, y + _MONTH_SIZE * 0.33), _MONTH_SIZE, anchor="middle")

    def _centre(self) -> Iterator[Shape]:
        yield Area(tuple(self._arc(0, 360, self.inner)), 1.0)
        if self.centre and text_width(self.centre, SIZE + 1, bold=True) <= 2 * self.inner - 4:
            at = (self.x, self.y + SIZE * 0.35)
            yield Label(self.centre, at, SIZE + 1, bold=True, anchor="middle")

    def _arc(self, start: float, end: float, radius: float) -> Iterator[tuple[float, float]]:
        steps = max(1, math.ceil((end - start) / _STEP))
        for step in range(steps + (end - start < 360)):
            yield self._at(start + (end - start) * step / steps, radius)

    def _segment(self, segment: Segment, ring: int) -> Area:
        start, end = _degrees(segment)
        near = self.inner + ring * self.ring + 1
        there = self._arc(start, end, near + self.ring - 2)
        back = list(self._arc(start, end, near))[::-1]
        look = look_of(segment.kind)
        return Area((*there, *back), look.shade, look.hatch)

    def _names(self) -> tuple[list[_Name], list[_Name]]:
        """The names on the left and on the right, from top to bottom.

        They follow the rim, so that no two of their lines cross.
        """
        left: list[_Name] = []
        right: list[_Name] = []
        for segment, angle, radius in self._leads():
            name = _Name(wrapped(segment.name, self.column, SIZE), angle, radius)
            (right if angle <= _HALF else left).append(name)
        return (
            sorted(left, key=lambda name: (-name.angle, -name.radius)),
            sorted(right, key=lambda name: (name.angle, -name.radius)),
        )

    def _leads(self) -> Iterator[tuple[Segment, float, float]]:
        """Where the line to each segment's name begins; that of a period keeps off the others."""
        placed = [
            (segment, self.inner + (number + 1) * self.ring - 1)
            for number, ring in enumerate(self.rings)
            for segment in ring
        ]
        taken: list[float] = []
        for segment, radius in sorted(placed, key=lambda item: _span(item[0])):
            angle = _free_of(_degrees(segment), taken)
            taken.append(angle)
            yield segment, angle, radius

    def _beside(self, names: Sequence[_Name], *, right: bool) -> Iterator[Shape]:
        """The names in a column, each as near to its place on the rim as the others let it."""
        tops = _spread(
            [self._at(name.angle, self.radius)[1] - name.high / 2 for name in names],
            [name.high + _APART for name in names],
            self.top,
            self.bottom + _APART,
        )
        edge = self.x + (self.radius + _GAP) * (1 if right else -1)
        for name, top in zip(names, tops, strict=True):
            middle = top + name.high / 2
            elbow = (edge - (2 if right else -2), middle)
            yield Line(tuple(self._line(name, elbow)), 0.3, 0.5)
            for number, line in enumerate(name.lines):
                at = (edge, baseline(top + number * LINE))
                yield Label(line.rstrip(), at, SIZE, anchor="start" if right else "end")

    def _line(self, name: _Name, end: tuple[float, float]) -> Iterator[tuple[float, float]]:
        """From a segment straight out of the wheel, and to the name without entering it again."""
        rim = self.radius + _RIM
        yield self._at(name.angle, name.radius)
        angle, side = name.angle, 90.0 if name.angle <= _HALF else 270.0
        yield self._at(angle, rim)
        while abs(side - angle) > _STEP and not self._clear(self._at(angle, rim), end):
            angle += math.copysign(_STEP, side - angle)
            yield self._at(angle, rim)
        yield end

    def _clear(self, one: tuple[float, float], other: tuple[float, float]) -> bool:
        """Whether a straight line stays outside the wheel."""
        x, y = one[0] - self.x, one[1] - self.y
        wide, high = other[0] - one[0], other[1] - one[1]
        along = -(x * wide + y * high) / (wide * wide + high * high)
        along = min(max(along, 0.0), 1.0)
        return math.hypot(x + along * wide, y + along * high) >= self.radius + _RIM / 2


def _span(segment: Segment) -> float:
    start, end = _degrees(segment)
    return end - start


def _free_of(span: tuple[float, float], taken: Sequence[float]) -> float:
    """Where in a span a line begins: at its middle, or as near to it as others leave room."""
    start, end = span
    middle = (start + end) / 2
    reach = int((end - start) / 2 - _LEAST)

    def room(angle: float) -> float:
        """How far it is from what it should keep off, by the measure of each."""
        others = min((_between(angle, one) / _ASIDE for one in taken), default=1.0)
        month = min(angle % 30, 30 - angle % 30) / _OFF_MONTHS
        return min(others, month, 1.0)

    places = sorted(
        (middle + shift for shift in range(-reach, reach + 1)), key=lambda one: abs(one - middle)
    )
    return max(places, key=room, default=middle) % 360


def _between(one: float, other: float) -> float:
    """How many degrees lie between two angles."""
    apart = abs(one - other) % 360
    return min(apart, 360 - apart)


def _free_angle(month: int, lines: Sequence[float]) -> float:
    """Where in its month a month's name stands: in the middle, or farther from the lines."""
    own = [angle for angle in lines if month * 30 <= angle < month * 30 + 30]

    def room(angle: float) -> float:
        """How far the nearest line of the month is, in degrees."""
        return min((abs(angle - line) for line in own), default=_MONTH_ROOM)

    middle = month * 30 + 15.0
    places = sorted((middle + shift for shift in range(-8, 9)), key=lambda one: abs(one - middle))
    return max(places, key=lambda angle: min(room(angle), _MONTH_ROOM))


def _radius_within(angle: float, wide: float, high: float, radius: float) -> float:
    """How far out the middle of a rectangle may be so that its corners are within a circle."""
    x, y = _around(angle, 1.0)
    half = (abs(x) * wide + abs(y) * high) / 2
    return math.sqrt(half * half - (wide * wide + high * high) / 4 + radius * radius) - half


def _around(angle: float, radius: float) -> tuple[float, float]:
    turn = math.radians(angle)
    return radius * math.sin(turn), -radius * math.cos(turn)


def _degrees(segment: Segment) -> tuple[float, float]:
    """Where a segment begins and ends on the wheel, which it may pass the top of."""
    start, end = segment.start * 30, segment.end * 30
    if end < start:
        end += 360
    if end - start < _LEAST:
        middle = (start + end) / 2
        start, end = middle - _LEAST / 2, middle + _LEAST / 2
    return start, min(end, start + 359.9)


def _rings(segments: Sequence[Segment]) -> list[list[Segment]]:
    """The rings from within: those of a kind beside each other, in more rings where they meet."""
    found = []
    for kind in sorted({one.kind for one in segments}):
        rings: list[list[Segment]] = []
        for segment in sorted((one for one in segments if one.kind == kind), key=_degrees):
            free = (ring for ring in rings if not any(_meet(segment, one) for one in ring))
            ring = next(free, None)
            if ring is None:
                rings.append(ring := [])
            ring.append(segment)
        found += rings
    return found


def _meet(one: Segment, other: Segment) -> bool:
    """Whether two segments overlap anywhere on the wheel."""
    start, end = _degrees(one)
    first, last = _degrees(other)
    return any(start < last + turn and first + turn < end for turn in (-360, 0, 360))


def _height(names: Sequence[_Name]) -> float:
    return sum(name.high + _APART for name in names)


def _spread(
    wanted: Sequence[float], heights: Sequence[float], low: float, high: float
) -> list[float]:
    """Places near the wanted ones, in their order, none over another, all between the bounds."""
    tops: list[float] = []
    free = low
    for top, height in zip(wanted, heights, strict=True):
        tops.append(max(top, free))
        free = tops[-1] + height
    free = high
    for number in range(len(tops) - 1, -1, -1):
        tops[number] = min(tops[number], free - heights[number])
        free = tops[number]
    return tops
