"""Bars of one length divided into shares: how long clients have been in the service."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopimukset.formats.figures.drawing import Drawing, Label, Shape
from sopimukset.formats.figures.looks import (
    FAINT,
    FULL_WIDTH,
    LINE,
    SIZE,
    Look,
    Mark,
    baseline,
    comma,
    legend,
    look_of,
    rectangle,
    texts,
)
from sopimukset.formats.fonts.metrics import text_width
from sopimukset.formats.fonts.wrapping import wrapped

_BAR, _BETWEEN, _NAMES = 14.0, 7.0, 0.35
_WHITE = Look(1.0)


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A row: the size of each part, not negative; None where a part isn't recorded.

    `instead` stands in place of the bar where its parts are known but not told.
    """

    name: str
    values: tuple[float | None, ...]
    instead: str = ""


def share_rows(
    rows: Sequence[ShareRow],
    parts: Sequence[str],
    *,
    missing: str,
    nothing: str,
    percent: str = "{share} %",
    width: float = FULL_WIDTH,
) -> Drawing:
    """Shares by row, in whole per cents where they have room.

    Args:
        rows: from top to bottom.
        parts: their names, in the order of the values of a row.
        missing: what stands in place of a bar of which a part isn't recorded.
        nothing: what stands in place of a bar whose parts are all zero.
        percent: how a share is written: `{share}` in whole per cents, `{value}` the part's size,
            `{whole}` the sum of the row's parts. Whole per cents may sum to 99 or 101.
        width: of the sheet, in points.

    Raises:
        ValueError: a part is negative.
    """
    marks = [Mark(name, look_of(number)) for number, name in enumerate(parts)]
    shapes, top = legend(marks, width)
    names = min(max((text_width(row.name, SIZE) for row in rows), default=0.0), width * _NAMES)
    for row in rows:
        lines = wrapped(row.name, names, SIZE)
        high = max(_BAR, LINE * len(lines))
        shapes += texts(lines, 0, top + (high - LINE * len(lines)) / 2)
        bar = top + (high - _BAR) / 2
        shapes += _bar(row, names + 8, bar, width, (missing, nothing, percent))
        top += high + _BETWEEN
    return Drawing(width, top, tuple(shapes))


def _bar(
    row: ShareRow, left: float, top: float, width: float, words: tuple[str, str, str]
) -> Iterator[Shape]:
    missing, nothing, percent = words
    known = [value for value in row.values if value is not None]
    if any(value < 0 for value in known):
        raise ValueError("a share is negative")
    whole = sum(known)
    if row.instead or len(known) < len(row.values) or not whole:
        text = row.instead or (missing if len(known) < len(row.values) else nothing)
        yield Label(text, (left, baseline(top, SIZE, _BAR)), SIZE, shade=FAINT)
        return
    per = (width - left - 1) / whole
    for number, value in enumerate(known):
        if value:
            text = percent.format(
                share=round(100 * value / whole), value=comma(value), whole=comma(whole)
            )
            yield from _part(left, top, value * per, look_of(number), text)
        left += value * per


def _part(left: float, top: float, wide: float, look: Look, text: str) -> Iterator[Shape]:
    yield rectangle(left, top, wide, _BAR, look)
    room = text_width(text, SIZE)
    if room + 6 > wide:
        return
    middle = left + wide / 2
    if look.hatch != "none":
        yield rectangle(middle - room / 2 - 2, top + 2, room + 4, _BAR - 4, _WHITE, None)
    at = (middle, baseline(top, SIZE, _BAR))
    yield Label(text, at, SIZE, anchor="middle", shade=look.ink)
