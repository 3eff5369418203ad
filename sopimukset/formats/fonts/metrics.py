"""How wide a text is: the widths of a font's characters, read from its file."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

FAMILY = "Carlito"
ASCENT, DESCENT = 0.75, 0.25
"""How far the font's letters reach above and below the base line, in its sizes."""

_FOLDER = Path(__file__).resolve().parent
_LIKE = {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\u2011": "-", "\t": " "}
"""Characters that the font lacks, and what is drawn for them; they only forbid a line break."""

_DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_UNKNOWN = "?"


def font_file(*, bold: bool = False) -> Path:
    """The file of the typeface."""
    return _FOLDER / f"{FAMILY}-{'Bold' if bold else 'Regular'}.ttf"


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line of text, in points."""
    return _thousandths(text, bold) * size / 1000


@lru_cache(maxsize=16384)
def _thousandths(text: str, bold: bool) -> float:
    widths = _widths(bold)
    return sum(map(widths.__getitem__, drawable(text)))


@lru_cache(maxsize=16384)
def drawable(text: str) -> str:
    """The text in characters that the font has; what it lacks altogether becomes a `?`."""
    return text.translate(_drawn())


class _Drawn(dict[int, str]):
    """What is drawn for a character, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        known = char in _widths(False) and char in _widths(True)
        self[code] = char if known else _UNKNOWN
        return self[code]


@lru_cache(maxsize=1)
def _drawn() -> _Drawn:
    found = _Drawn({ord(char): like for char, like in _LIKE.items()})
    found.update({ord(char): "" for char in _DROPPED})
    return found


@lru_cache(maxsize=2)
def _widths(bold: bool) -> Mapping[str, float]:
    """The widths of the characters in thousandths of the size."""
    data = font_file(bold=bold).read_bytes()
    tables = dict(_tables(data))
    (em,) = struct.unpack_from(">H", data, tables["head"] + 18)
    (count,) = struct.unpack_from(">H", data, tables["hhea"] + 34)
    advances = struct.unpack_from(f">{2 * count}H", data, tables["hmtx"])[::2]
    return {
        chr(code): 1000 * advances[min(glyph, count - 1)] / em
        for code, glyph in _glyphs(data, tables["cmap"])
    }


def _tables(data: bytes) -> Iterator[tuple[str, int]]:
    """The tables of a TrueType file and where they begin."""
    (count,) = struct.unpack_from(">H", data, 4)
    for number in range(count):
        name, _, start, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
        yield name.decode("ascii"), start


def _glyphs(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """The characters of the Unicode plane that a text of an office uses, and their glyphs."""
    start = cmap + _segments(data, cmap)
    (twice,) = struct.unpack_from(">H", data, start + 6)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", data, start + 14)
    rest = start + 16 + twice
    begins = struct.unpack_from(f">{count}H", data, rest)
    deltas = struct.unpack_from(f">{count}H", data, rest + twice)
    offsets = struct.unpack_from(f">{count}H", data, rest + 2 * twice)
    for number, (first, last) in enumerate(zip(begins, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offsets[number]:
                at = rest + 2 * twice + 2 * number + offsets[number] + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", data, at)
            found = (glyph + deltas[number]) & 0xFFFF
            if found and glyph:
                yield code, found


def _segments(data: bytes, cmap: int) -> int:
    """Where the subtable of format 4 begins, which every TrueType file for Windows has."""
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    for number in range(count):
        platform, encoding, start = struct.unpack_from(">HHL", data, cmap + 4 + 8 * number)
        (form,) = struct.unpack_from(">H", data, cmap + start)
        if (platform, encoding, form) == (3, 1, 4):
            return int(start)
    raise LookupError("the font has no table of Unicode characters")
