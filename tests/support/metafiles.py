"""Enhanced metafiles as a program that draws them reads them: record by record, as [MS-EMF] has it.

It shares nothing with what writes them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

HEADER, POLYGON, POLYPOLYLINE, END, TEXT = 1, 3, 7, 14, 84
SELECT, CREATE_BRUSH, CREATE_FONT, CREATE_PEN = 37, 39, 82, 95
COLOUR = 24
KNOWN = {9, 10, 11, 12, 17, 18, 22}
"""Records that tell how the others are to be taken: scale, place, ground, side of a text."""

STOCK = 0x80000000


@dataclass(frozen=True)
class Head:
    """The header: sizes in the units of the picture, hundredths of a millimetre, and of the sheet.

    Attributes:
        frame: the size of the picture in hundredths of a millimetre.
        handles: how many objects it needs, the null object among them.
    """

    bounds: tuple[int, int]
    frame: tuple[int, int]
    length: int
    records: int
    handles: int
    device: tuple[int, int]
    millimetres: tuple[int, int]
    micrometres: tuple[int, int]

    @property
    def unit(self) -> float:
        """A unit of the picture, in points."""
        return self.millimetres[0] / self.device[0] / 25.4 * 72


@dataclass(frozen=True)
class Words:
    """A text as it is drawn: its place on the base line, lengths in points."""

    text: str
    at: tuple[float, float]
    steps: tuple[float, ...]
    size: float
    bold: bool
    face: str
    colour: int


@dataclass(frozen=True)
class Strokes:
    """Lines, or the edge of a filled polygon; `None` for what isn't drawn."""

    lines: tuple[tuple[tuple[float, float], ...], ...]
    width: float | None
    colour: int | None
    fill: int | None = None


Shape = Words | Strokes


def records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The types of the records and what follows their types and lengths."""
    place = 0
    while place < len(data):
        kind, size = struct.unpack_from("<2I", data, place)
        assert size >= 8
        assert size % 4 == 0
        assert place + size <= len(data)
        yield kind, data[place + 8 : place + size]
        place += size


def head(data: bytes) -> Head:
    """The header of a picture."""
    kind, body = next(records(data))
    assert kind == HEADER
    found = struct.unpack("<8i4s3I2H3I4i3I2i", body)
    assert found[8:10] == (b" EMF", 0x10000)
    return Head(
        bounds=(found[2], found[3]),
        frame=(found[6], found[7]),
        length=found[10],
        records=found[11],
        handles=found[12],
        device=(found[17], found[18]),
        millimetres=(found[19], found[20]),
        micrometres=(found[24], found[25]),
    )


def shapes(data: bytes) -> list[Shape]:
    """What a picture draws, in its order."""
    return list(_Player(head(data).unit).play(data))


def words(data: bytes) -> list[str]:
    """The texts of a picture."""
    return [item.text for item in shapes(data) if isinstance(item, Words)]


class _Player:
    def __init__(self, unit: float) -> None:
        self.unit = unit
        self.made: dict[int, tuple[int, bytes]] = {}
        self.chosen: dict[int, bytes | None] = {}
        self.colour = 0

    def play(self, data: bytes) -> Iterator[Shape]:
        """Play the records as a program draws them."""
        for kind, body in records(data):
            if kind in (CREATE_PEN, CREATE_BRUSH, CREATE_FONT):
                (number,) = struct.unpack_from("<I", body)
                assert number not in self.made
                self.made[number] = kind, body[4:]
            elif kind == SELECT:
                self._choose(*struct.unpack("<I", body))
            elif kind == COLOUR:
                (self.colour,) = struct.unpack("<I", body)
            elif kind == POLYGON:
                (count,) = struct.unpack_from("<I", body, 16)
                yield self._drawn((self._points(body, 20, count),), fill=True)
            elif kind == POLYPOLYLINE:
                yield self._drawn(tuple(self._lines(body)), fill=False)
            elif kind == TEXT:
                yield self._words(body)
            else:
                assert kind in {HEADER, END, *KNOWN}

    def _choose(self, number: int) -> None:
        if number >= STOCK:
            self.chosen[CREATE_BRUSH if number == STOCK + 5 else CREATE_PEN] = None
        else:
            kind, look = self.made[number]
            self.chosen[kind] = look

    def _lines(self, body: bytes) -> Iterator[tuple[tuple[float, float], ...]]:
        lines, points = struct.unpack_from("<2I", body, 16)
        counts = struct.unpack_from(f"<{lines}I", body, 24)
        assert sum(counts) == points
        place = 24 + 4 * lines
        for count in counts:
            yield self._points(body, place, count)
            place += 8 * count

    def _points(self, body: bytes, place: int, count: int) -> tuple[tuple[float, float], ...]:
        found = struct.unpack_from(f"<{2 * count}i", body, place)
        assert place + 8 * count <= len(body)
        return tuple(
            (x * self.unit, y * self.unit) for x, y in zip(found[::2], found[1::2], strict=True)
        )

    def _drawn(self, lines: tuple[tuple[tuple[float, float], ...], ...], *, fill: bool) -> Strokes:
        pen, brush = self.chosen[CREATE_PEN], self.chosen.get(CREATE_BRUSH) if fill else None
        width, colour = (None, None) if pen is None else struct.unpack_from("<I4xI", pen, 20)
        filled = None if brush is None else struct.unpack_from("<I", brush, 4)[0]
        return Strokes(lines, None if width is None else width * self.unit, colour, filled)

    def _words(self, body: bytes) -> Words:
        x, y, count, start = struct.unpack_from("<2i2I", body, 28)
        (steps,) = struct.unpack_from("<I", body, 64)
        font = self.chosen[CREATE_FONT]
        assert font is not None
        height, _, _, _, weight = struct.unpack_from("<5i", font)
        return Words(
            body[start - 8 : start - 8 + 2 * count].decode("utf-16-le"),
            (x * self.unit, y * self.unit),
            tuple(item * self.unit for item in struct.unpack_from(f"<{count}i", body, steps - 8)),
            -height * self.unit,
            weight == 700,
            font[28:92].decode("utf-16-le").rstrip("\0"),
            self.colour,
        )
