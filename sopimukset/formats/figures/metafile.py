"""A drawing as an enhanced metafile (EMF): one picture of lines, areas and letters that are text.

The form of Microsoft's [MS-EMF]: records one after the other, each with its type and its length.
Only the plainest of them are written, so that every program that knows the form draws the same:
dashes and hatches are cut to strokes here, and each letter is told how wide it is.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import dist
from unicodedata import east_asian_width

from sopimukset.formats.figures.drawing import Area, Dash, Drawing, Label, Line
from sopimukset.formats.figures.hatching import stroke_width, strokes
from sopimukset.formats.fonts.metrics import drawable, text_width
from sopimukset.formats.writable import checked

Point = tuple[float, float]

FACE = "Calibri"
"""The typeface of the layouts. A program without it takes Carlito, which has its widths, or another
of its family; the letters' own widths stay as they are told here."""

_UNIT = 100
"""How many units of the picture a point has."""

_INCH, _INCH_MM = 72 * _UNIT, 25.4
_SIDE = 5
"""The sheet that the picture is measured on is a square of so many inches: whole millimetres."""

_CREATE_PEN, _CREATE_BRUSH, _CREATE_FONT, _SELECT = 95, 39, 82, 37
_POLYGON, _POLYPOLYLINE, _TEXT, _TEXT_COLOUR, _END = 3, 7, 84, 24, 14
_MAP_MODE, _WINDOW, _WINDOW_AT, _VIEW, _VIEW_AT, _BACKGROUND, _ALIGN = 17, 9, 10, 11, 12, 18, 22
_NO_BRUSH, _NO_PEN = 0x80000005, 0x80000008
_FREE_SCALE, _TRANSPARENT, _ON_BASE_LINE = 8, 1, 24
_GEOMETRIC_FLAT = 0x10000 | 0x200
_BOLD, _REGULAR = 700, 400
_SWISS = 0x22
"""Letters of different widths, without serifs."""

_PANOSE = bytes((2, 15, 5, 2, 2, 2, 4, 3, 2, 4))
_FONT_SIZE, _FACE_SIZE, _HEADER_SIZE = 320, 64, 108
_NO_BOX = struct.pack("<4i", 0, 0, -1, -1)
_DASHES: dict[Dash, tuple[float, float]] = {"dashed": (4.0, 2.5), "dotted": (0.8, 2.0)}
"""How long a dash is and the gap after it, in points; as in PDF."""

_WIDE, _OTHER = 1.0, 0.6
"""How wide a letter is that the typeface lacks, in sizes: another one's is taken for it."""


def metafile(drawing: Drawing, scale: float = 1.0) -> bytes:
    """The drawing as an enhanced metafile; the same drawing gives the same bytes.

    Args:
        drawing: the shapes.
        scale: how many points of the picture are one of the drawing.

    Raises:
        UnwritableError: a text has a control character.
    """
    made = _Metafile(scale)
    made.draw(drawing)
    return made.packed(drawing.width * scale, drawing.height * scale)


class _Metafile:
    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.records: list[bytes] = []
        self.tools: dict[tuple[int, bytes], int] = {}
        self.chosen: dict[int, int] = {}

    def packed(self, width: float, height: float) -> bytes:
        """The picture's bytes.

        Args:
            width: of the picture, in points.
            height: the same.
        """
        size = _unit(width), _unit(height)
        before = (
            _record(_MAP_MODE, struct.pack("<I", _FREE_SCALE)),
            *(_record(kind, struct.pack("<2i", *size)) for kind in (_WINDOW, _VIEW)),
            *(_record(kind, struct.pack("<2i", 0, 0)) for kind in (_WINDOW_AT, _VIEW_AT)),
            _record(_BACKGROUND, struct.pack("<I", _TRANSPARENT)),
            _record(_ALIGN, struct.pack("<I", _ON_BASE_LINE)),
        )
        end = _record(_END, struct.pack("<3I", 0, 0, 20))
        body = b"".join((*before, *self.records, end))
        count = len(before) + len(self.records) + 2
        return _header(size, len(body), count, len(self.tools) + 1) + body

    def draw(self, drawing: Drawing) -> None:
        """Draw the shapes in their order."""
        for shape in drawing.shapes:
            if isinstance(shape, Line):
                lines = _dashed(self._points(shape.points), shape.dash)
                self._lines(list(lines), shape.width * self.scale, shape.shade)
            elif isinstance(shape, Area):
                self._area(shape)
            else:
                self._label(shape)

    def _points(self, points: Iterable[Point]) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]

    def _area(self, area: Area) -> None:
        points = self._points(area.points)
        width = area.width * self.scale
        if area.hatch == "none":
            self._polygon(points, area.shade, area.edge, width)
            return
        self._polygon(points, 1.0, None, 0.0)
        self._lines(list(strokes(points, area.hatch)), stroke_width(area.hatch), area.shade)
        if area.edge is not None:
            self._polygon(points, None, area.edge, width)

    def _polygon(
        self, points: Sequence[Point], fill: float | None, edge: float | None, width: float
    ) -> None:
        if fill is None:
            self._choose(_NO_BRUSH, _CREATE_BRUSH)
        else:
            self._tool(_CREATE_BRUSH, struct.pack("<3I", 0, _grey(fill), 0))
        if edge is None:
            self._choose(_NO_PEN, _CREATE_PEN)
        else:
            self._pen(width, edge)
        data = struct.pack("<I", len(points)) + _packed_points(points)
        self._add(_POLYGON, _box(points) + data)

    def _lines(self, lines: Sequence[Sequence[Point]], width: float, shade: float) -> None:
        """Lines of one look, which are one record."""
        if not lines:
            return
        self._pen(width, shade)
        points = [point for line in lines for point in line]
        counts = struct.pack(f"<2I{len(lines)}I", len(lines), len(points), *map(len, lines))
        self._add(_POLYPOLYLINE, _box(points) + counts + _packed_points(points))

    def _label(self, label: Label) -> None:
        size = label.size * self.scale
        letters = list(_letters(checked(label.text), size, bold=label.bold))
        if not "".join(letter for letter, _ in letters).strip():
            return
        (x, y), wide = self._points([label.at])[0], sum(width for _, width in letters)
        x -= {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
        self._font(size, bold=label.bold)
        self._add(_TEXT_COLOUR, struct.pack("<I", _grey(label.shade)))
        self._add(_TEXT, _text((_unit(x), _unit(y)), letters))

    def _pen(self, width: float, shade: float) -> None:
        look = (_GEOMETRIC_FLAT, max(_unit(width), 1), 0, _grey(shade), 0, 0, 0)
        self._tool(_CREATE_PEN, struct.pack("<11I", 0, 0, 0, 0, *look))

    def _font(self, size: float, *, bold: bool) -> None:
        weight = _BOLD if bold else _REGULAR
        look = struct.pack("<5i8B", -_unit(size), 0, 0, 0, weight, 0, 0, 0, 1, 0, 0, 0, _SWISS)
        look += FACE.encode("utf-16-le").ljust(_FACE_SIZE, b"\0")
        self._tool(_CREATE_FONT, look.ljust(_FONT_SIZE - 12, b"\0") + _PANOSE + b"\0\0")

    def _tool(self, kind: int, look: bytes) -> None:
        """Take up a pen, a brush or a font; it is made when it is first needed."""
        number = self.tools.get((kind, look))
        if number is None:
            number = self.tools[kind, look] = len(self.tools) + 1
            self._add(kind, struct.pack("<I", number) + look)
        self._choose(number, kind)

    def _choose(self, number: int, kind: int) -> None:
        """Take up a tool of a kind; nothing is written where it is in the hand already."""
        if self.chosen.get(kind) != number:
            self.chosen[kind] = number
            self._add(_SELECT, struct.pack("<I", number))

    def _add(self, kind: int, data: bytes) -> None:
        self.records.append(_record(kind, data))


def _record(kind: int, data: bytes) -> bytes:
    data += b"\0" * (-len(data) % 4)
    return struct.pack("<2I", kind, 8 + len(data)) + data


def _header(size: tuple[int, int], body: int, records: int, tools: int) -> bytes:
    """The first record: how large the picture is, and on what sheet it was measured."""
    device = _SIDE * _INCH
    millimetres = round(_SIDE * _INCH_MM)
    frame = (round(side * _INCH_MM * 100 / _INCH) for side in size)
    return struct.pack(
        "<2I8i4s3I2H3I4i3I2i",
        *(1, _HEADER_SIZE, 0, 0, *size, 0, 0, *frame, b" EMF", 0x10000),
        *(_HEADER_SIZE + body, records, tools, 0, 0, 0, 0),
        *(device, device, millimetres, millimetres),
        *(0, 0, 0, millimetres * 1000, millimetres * 1000),
    )


def _text(at: tuple[int, int], letters: Sequence[tuple[str, float]]) -> bytes:
    """What draws letters from a place on their base line, each as wide as it is told."""
    data = "".join(letter for letter, _ in letters).encode("utf-16-le")
    start = 8 + len(_NO_BOX) + 12 + 40
    filled = data + b"\0" * (-len(data) % 4)
    scale = _INCH_MM * 100 / _INCH
    steps = list(_steps(letters))
    return b"".join(
        (
            _NO_BOX,
            struct.pack("<I2f", 1, scale, scale),
            struct.pack("<2i3I", *at, len(data) // 2, start, 0),
            _NO_BOX,
            struct.pack("<I", start + len(filled)),
            filled,
            struct.pack(f"<{len(steps)}i", *steps),
        )
    )


def _steps(letters: Iterable[tuple[str, float]]) -> Iterator[int]:
    """How far each unit of the text moves on: none of them strays by more than half a unit."""
    exact, done = 0.0, 0
    for letter, width in letters:
        exact += width
        step = _unit(exact) - done
        done += step
        yield step
        yield from (0 for _ in letter.encode("utf-16-le")[2::2])


def _letters(text: str, size: float, *, bold: bool) -> Iterator[tuple[str, float]]:
    """The letters of a text and how wide each is; one that the typeface lacks stays itself."""
    for char in text:
        shown = drawable(char)
        if shown == "?" != char:
            yield char, size * (_WIDE if east_asian_width(char) in "WF" else _OTHER)
        elif shown:
            yield shown, text_width(shown, size, bold=bold)


def _dashed(line: Sequence[Point], dash: Dash) -> Iterator[Sequence[Point]]:
    """A line, or the dashes that it is made of."""
    if dash == "solid":
        yield line
        return
    long, gap = _DASHES[dash]
    gone = 0.0
    for start, end in pairwise(line):
        length = dist(start, end)
        at = -gone
        while at < length:
            first, last = max(at, 0.0), min(at + long, length)
            if first < last:
                yield _between(start, end, first / length), _between(start, end, last / length)
            at += long + gap
        gone = length - (at - long - gap)


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _box(points: Sequence[Point]) -> bytes:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return struct.pack("<4i", *map(_unit, (min(xs), min(ys), max(xs), max(ys))))


def _packed_points(points: Sequence[Point]) -> bytes:
    numbers = [_unit(value) for point in points for value in point]
    return struct.pack(f"<{len(numbers)}i", *numbers)


def _grey(shade: float) -> int:
    return round(min(max(shade, 0.0), 1.0) * 255) * 0x010101


def _unit(points: float) -> int:
    return round(points * _UNIT)
