"""Hatching of areas: the strokes that fill them, for what is printed in grey."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopimukset.formats.figures.drawing import Hatch

Point = tuple[float, float]
Stroke = tuple[Point, Point]
STEP, DOT_STEP = 3.5, 3.2
"""How far the lines stand from each other, and the dots, in points."""

STROKE_WIDTH, DOT = 0.6, 1.0
"""How thick a line is, and a dot, which is a stroke of its own thickness."""


def stroke_width(hatch: Hatch) -> float:
    """How thick the strokes of a hatch are, in points."""
    return DOT if hatch == "dots" else STROKE_WIDTH


def strokes(points: Sequence[Point], hatch: Hatch) -> Iterator[Stroke]:
    """The strokes of a hatch within a polygon.

    They lie on one net over the whole sheet, so that neighbouring areas match.
    """
    if hatch in ("rising", "crossed"):
        yield from _slanted(points, -1)
    if hatch in ("falling", "crossed"):
        yield from _slanted(points, 1)
    if hatch == "dots":
        yield from _dots(points)


def _slanted(points: Sequence[Point], slope: int) -> Iterator[Stroke]:
    """The lines y = slope · x + c inside the polygon."""
    heights = [y - slope * x for x, y in points]
    for c in _net(min(heights), max(heights), STEP * 2**0.5):
        for left, right in _inside(points, slope, c):
            yield (left, slope * left + c), (right, slope * right + c)


def _dots(points: Sequence[Point]) -> Iterator[Stroke]:
    low, high = min(y for _, y in points), max(y for _, y in points)
    for y in _net(low + DOT / 2, high - DOT / 2, DOT_STEP):
        for left, right in _inside(points, 0, y):
            for x in _net(left, right - DOT, DOT_STEP):
                yield (x, y), (x + DOT, y)


def _inside(points: Sequence[Point], slope: int, c: float) -> Iterator[tuple[float, float]]:
    """From which x to which the line y = slope · x + c is inside the polygon."""
    crossed = []
    for (x, y), (u, v) in zip(points, (*points[1:], points[0]), strict=True):
        first, last = y - slope * x - c, v - slope * u - c
        if (first < 0) != (last < 0):
            crossed.append(x + (u - x) * first / (first - last))
    crossed.sort()
    return zip(crossed[::2], crossed[1::2], strict=False)


def _net(first: float, last: float, step: float) -> Iterator[float]:
    number = int(first // step)
    while number * step <= last:
        if number * step >= first:
            yield number * step
        number += 1
