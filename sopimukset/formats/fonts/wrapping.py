"""Dividing a text into lines that fit a width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sopimukset.formats.fonts.metrics import text_width

_PIECES = re.compile(r".+?(?:[ \t]+(?![§%€‰ \t])|[-–/]+(?=[^\W\d_])|$)")
"""What may not be divided, with what ends it: a space, or a hyphen or slash before a letter. So
388/2024, 1.1.–30.6., 4 § and 12 % stay whole."""

_EPSILON = 0.01


@lru_cache(maxsize=8192)
def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The lines of a text, at least one.

    A line breaks at a space, or after a hyphen before a letter; a word that is wider than the line
    is divided between letters. A line that goes on keeps the space that it ends with.

    Args:
        text: plain text; a line break in it stays one.
        width: in points.
        size: of the letters, in points.
        bold: whether they are bold.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _Filler(width, size, bold).lines(paragraph)
    return tuple(lines)


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """The width of the widest piece of a text that a line doesn't break, in all its lines."""
    pieces = (piece for line in text.split("\n") for piece in _pieces(line))
    return max((text_width(piece.rstrip(), size, bold=bold) for piece in pieces), default=0.0)


@lru_cache(maxsize=8192)
def _pieces(text: str) -> tuple[str, ...]:
    return tuple(piece for piece in _PIECES.findall(text) if piece)


class _Filler:
    def __init__(self, width: float, size: float, bold: bool) -> None:
        self.width, self.size, self.bold = width + _EPSILON, size, bold

    def lines(self, text: str) -> list[str]:
        """The lines of a text without line breaks of its own."""
        if self._fits(text):
            return [text]
        lines: list[str] = []
        line = ""
        for piece in self._bits(text):
            if line and not self._fits(line + piece):
                lines.append(line)
                line = ""
            line += piece
        return [*lines, line]

    def _bits(self, text: str) -> Iterator[str]:
        """The pieces of a text; one that is wider than a line in parts that are not."""
        for piece in _pieces(text):
            rest = piece
            while len(rest) > 1 and not self._fits(rest):
                count = self._fitting(rest)
                yield rest[:count]
                rest = rest[count:]
            yield rest

    def _fitting(self, text: str) -> int:
        """How many letters fit a line, at least one."""
        low, high = 1, len(text) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._fits(text[:middle]) else (low, middle - 1)
        return low

    def _fits(self, text: str) -> bool:
        return text_width(text.rstrip(" \t"), self.size, bold=self.bold) <= self.width


def shortened(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """The text on one line, cut with an ellipsis where it is wider than the width."""
    line = " ".join(text.split())
    if text_width(line, size, bold=bold) <= width:
        return line
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        fits = text_width(line[:middle].rstrip() + "…", size, bold=bold) <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    return line[:low].rstrip() + "…"
