"""Text in a terminal's cells: what a character takes up, what may be shown, where lines break."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence

TAB_STOP = 4
REPLACEMENT = "\ufffd"
"""Shown for a character that would steer the terminal or reorder the text."""

_CUT = "…"
_ZERO = ("Mn", "Me", "Cf")
_STEERING = ("Cc", "Zl", "Zp")
_REORDERING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def safe(text: str) -> str:
    """The text without characters that could steer a terminal; line ends become spaces."""
    if text.isprintable():  # as almost every text: no sign of those that steer or reorder is
        return text
    return "".join(_safe(sign) for sign in text.replace("\r\n", " ").replace("\n", " "))


def cells(text: str) -> int:
    """How many cells of a terminal the text takes up."""
    return sum(map(_cells, text))


def shortened(text: str, width: int) -> str:
    """The text in at most `width` cells; what is cut off is marked."""
    if cells(text) <= width:
        return text
    kept = text
    while kept and cells(kept) + cells(_CUT) > width:
        kept = kept[:-1]
    return kept.rstrip() + _CUT


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The text in lines of at most `width` cells; words and addresses stay whole.

    Args:
        text: to be wrapped.
        width: of the lines, indents included.
        first: indent of the first line.
        rest: indent of the following lines.
    """
    return textwrap.wrap(
        safe(text),
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def broken(line: str, width: int) -> list[str]:
    """The line in pieces of at most `width` cells, wherever they end; a sign is never cut in two.

    Args:
        line: safe text on one line.
        width: of the pieces, at least 2.
    """
    pieces = [""]
    for sign in line:
        if pieces[-1] and cells(pieces[-1] + sign) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def marked(line: str, column: int, end: int | None, width: int) -> tuple[str, str]:
    """A source line and, below it, the marks under its columns `column` to `end`.

    Tabs become spaces and a line that is too long is cut around the marked place, so that both
    lines agree in every terminal.

    Args:
        line: the source line.
        column: the first marked column, in characters from 1.
        end: the column after the last marked one; None marks to the line's end.
        width: the cells that there are.
    """
    shown = _expanded(line)
    sizes = [cells(item) for item in shown]
    first = min(column - 1, len(shown))
    last = len(shown) if end is None else min(max(end - 1, first), len(shown))
    left, right = _window(sizes, first, width)
    text = "".join(shown[left:right])
    before = sum(sizes[left:first])
    under = sum(sizes[first : min(last, right)])
    if left:
        text, before = _CUT + text, before + 1
    if right < len(shown):
        text += _CUT
    return text.rstrip(), " " * before + "^" * max(under, 1)


def _expanded(line: str) -> list[str]:
    """What is shown for each character of the line."""
    shown: list[str] = []
    at = 0
    for sign in line:
        item = " " * (TAB_STOP - at % TAB_STOP) if sign == "\t" else _safe(sign)
        shown.append(item)
        at += cells(item)
    return shown


def _window(sizes: Sequence[int], first: int, width: int) -> tuple[int, int]:
    """Which characters to show so that the marked one is seen, marks of cutting counted."""
    if sum(sizes) <= width:
        return 0, len(sizes)
    room = width - 2 * len(_CUT)
    left = 0
    while sum(sizes[left:first]) > room // 3 and sum(sizes[left:]) > room:
        left += 1
    right = left
    used = 0
    while right < len(sizes) and used + sizes[right] <= room:
        used += sizes[right]
        right += 1
    return left, right


def _safe(sign: str) -> str:
    steers = unicodedata.category(sign) in _STEERING or sign in _REORDERING
    return REPLACEMENT if steers else sign


def _cells(sign: str) -> int:
    if unicodedata.category(sign) in _ZERO:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1
