"""Who meets where: boxes on levels, with lines between those that belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sopimukset.formats.figures.drawing import Anchor, Drawing, Label, Line, Shape
from sopimukset.formats.figures.looks import FULL_WIDTH, LINE, SIZE, Look, baseline, rectangle
from sopimukset.formats.fonts.wrapping import wrapped

_TITLE = 82.0
_GAP, _BETWEEN, _PAD = 10.0, 12.0, 5.0
_LEAST, _MOST = 86.0, 130.0
"""How narrow and how wide a box may be."""

Point = tuple[float, float]
_BAND = Look(0.95)
_BOX = Look(1.0)


@dataclass(frozen=True, slots=True)
class Box:
    """A forum or a network: its key for lines, its name, and what is said below it."""

    key: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """A level and what is on it, from left to right."""

    name: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A box on its place; `level_end`: where its level ends below."""

    box: Box
    wide: float
    high: float
    name: tuple[str, ...]
    note: tuple[str, ...]
    left: float = 0.0
    top: float = 0.0
    level: int = 0
    level_end: float = 0.0
    first_row: bool = True


def network(
    levels: Sequence[Level],
    lines: Sequence[tuple[str, str]],
    *,
    empty: str = "",
    width: float = FULL_WIDTH,
) -> Drawing:
    """Levels from the top down, their boxes in rows, lines behind the boxes.

    Args:
        levels: from the highest.
        lines: pairs of keys; one whose key no box has is left out.
        empty: what stands on a level without boxes.
        width: of the sheet, in points.
    """
    bands: list[Shape] = []
    placed: list[_Placed] = []
    top = 0.0
    for number, level in enumerate(levels):
        boxes, bottom = _level(level, top, width)
        bottom = max(bottom, top + LINE * len(_title(level)) + 2 * _PAD)
        boxes = [replace(item, level=number, level_end=bottom) for item in boxes]
        bands.append(rectangle(0, top, width, bottom - top, _BAND, None))
        bands += _lines(_title(level), _PAD, top + _PAD, bold=True)
        if not boxes and empty:
            bands.append(Label(empty, (_TITLE + _GAP, baseline(top + _PAD)), SIZE, shade=0.35))
        placed += boxes
        top = bottom + 2 * _BETWEEN
    shapes = [*bands, *_links(placed, lines)]
    for item in placed:
        shapes += _drawn(item)
    return Drawing(width, max(top - 2 * _BETWEEN, LINE), tuple(shapes))


def _title(level: Level) -> tuple[str, ...]:
    return wrapped(level.name, _TITLE - _PAD, SIZE, bold=True)


def _level(level: Level, top: float, width: float) -> tuple[list[_Placed], float]:
    """The boxes of a level in as many rows as they need, and where the level ends."""
    room = width - _TITLE - 2 * _GAP
    most = max(1, int((room + _GAP) / (_LEAST + _GAP)))
    rows = -(-len(level.boxes) // most) or 1
    across = -(-len(level.boxes) // rows) or 1
    wide = min((room + _GAP) / across - _GAP, _MOST)
    found: list[_Placed] = []
    y = top + _BETWEEN
    for start in range(0, len(level.boxes), across):
        row = [_measured(box, wide) for box in level.boxes[start : start + across]]
        high = max(item.high for item in row)
        step = wide + _GAP
        left = _TITLE + _GAP + (room - step * len(row) + _GAP) / 2
        found += [
            replace(item, left=left + place * step, top=y, high=high, first_row=start == 0)
            for place, item in enumerate(row)
        ]
        y += high + _BETWEEN
    return found, y


def _measured(box: Box, wide: float) -> _Placed:
    name = wrapped(box.name, wide - 2 * _PAD, SIZE, bold=True)
    note = wrapped(box.note, wide - 2 * _PAD, SIZE - 1) if box.note else ()
    high = LINE * (len(name) + len(note)) + 2 * _PAD
    return _Placed(box, wide, high, name, note)


def _links(placed: Sequence[_Placed], lines: Sequence[tuple[str, str]]) -> Iterator[Line]:
    """The lines, which turn at right angles in the space between the levels."""
    known = {item.box.key: item for item in placed}
    pairs = [(known[one], known[two]) for one, two in lines if one in known and two in known]
    pairs = [(two, one) if two.top < one.top else (one, two) for one, two in pairs]
    sources = _sources(pairs)
    for upper, lower in pairs:
        if upper.level == lower.level:
            yield Line(tuple(_across(*sorted((upper, lower), key=_left))), 0.2, 0.8)
        else:
            others = sources[upper.level]
            part = (others.index(upper.box.key) + 1) / (len(others) + 1)
            yield Line(tuple(_down(upper, lower, part)), 0.2, 0.8)


def _sources(pairs: Sequence[tuple[_Placed, _Placed]]) -> dict[int, list[str]]:
    """The boxes of each level from which lines go down: each turns at a height of its own."""
    found: dict[int, list[str]] = {}
    for upper, lower in pairs:
        level = found.setdefault(upper.level, [])
        if upper.level != lower.level and upper.box.key not in level:
            level.append(upper.box.key)
    return found


def _across(left: _Placed, right: _Placed) -> Iterator[Point]:
    """Between neighbours straight; over what stands between others."""
    if left.top == right.top and right.left - left.left - left.wide < 2 * _GAP:
        y = left.top + min(left.high, right.high) / 2
        yield from ((left.left + left.wide, y), (right.left, y))
        return
    y = min(left.top, right.top) - _BETWEEN / 2
    start, end = left.left + left.wide / 2, right.left + right.wide / 2
    yield from ((start, left.top), (start, y), (end, y), (end, right.top))


def _down(upper: _Placed, lower: _Placed, part: float) -> Iterator[Point]:
    """From a box down to one on a lower level, beside the boxes of the rows between."""
    start = upper.left + upper.wide / 2
    turn = upper.level_end + 2 * _BETWEEN * part
    yield from ((start, upper.top + upper.high), (start, turn))
    if lower.first_row:
        end = lower.left + lower.wide / 2
        yield from ((end, turn), (end, lower.top))
    else:
        beside, middle = lower.left - _GAP / 2, lower.top + lower.high / 2
        yield from ((beside, turn), (beside, middle), (lower.left, middle))


def _left(item: _Placed) -> float:
    return item.left


def _drawn(item: _Placed) -> Iterator[Shape]:
    yield rectangle(item.left, item.top, item.wide, item.high, _BOX)
    top = item.top + _PAD
    middle = item.left + item.wide / 2
    yield from _lines(item.name, middle, top, bold=True, centred=True)
    top += LINE * len(item.name)
    yield from _lines(item.note, middle, top, size=SIZE - 1, centred=True)


def _lines(
    lines: Sequence[str], x: float, top: float, *, size: float = SIZE, bold: bool = False,
    centred: bool = False,
) -> Iterator[Label]:  # fmt: skip
    anchor: Anchor = "middle" if centred else "start"
    for number, line in enumerate(lines):
        yield Label(line.rstrip(), (x, baseline(top + number * LINE)), size, bold, anchor)
