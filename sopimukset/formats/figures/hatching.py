"""Hatching of areas: the lines that fill them, for what is printed in grey."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopimukset.formats.figures.drawing import Hatch, Line

Point = tuple[float, float]
STEP, DOT_STEP = 3.5, 3.0
"""How far the lines stand from each other, and the dots, in points."""

_WIDTH, _DOT = 0.7, 1.0


def hatch_lines(points: Sequence[Point], hatch: Hatch) -> Iterator[Line]:
    """The lines of a hatch over the rectangle around an area; they are to be clipped to it.

    They lie on one net over the whole sheet, so that neighbouring areas match.
    """
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    high = bottom - top
    if hatch in ("rising", "crossed"):
        for x in _net(left + top, right + bottom, STEP * 2**0.5):
            yield Line(((x - top - high, bottom), (x - top, top)), width=_WIDTH)
    if hatch in ("falling", "crossed"):
        for x in _net(left - bottom, right - top, STEP * 2**0.5):
            yield Line(((x + top, top), (x + bottom, bottom)), width=_WIDTH)
    if hatch == "dots":
        for y in _net(top, bottom, DOT_STEP):
            for x in _net(left, right, DOT_STEP):
                yield Line(((x, y), (x + _DOT, y)), width=_DOT)


def _net(first: float, last: float, step: float) -> Iterator[float]:
    number = int(first // step)
    while number * step <= last:
        if number * step >= first:
            yield number * step
        number += 1
