"""Characters that office programs slip into YAML. Inside a sentence most of them are harmless."""

from __future__ import annotations

import re


def _characters(*ranges: tuple[int, int]) -> str:
    return "".join(chr(code) for first, last in ranges for code in range(first, last + 1))


SPACES = _characters((0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x202F, 0x202F)) + (
    _characters((0x205F, 0x205F), (0x3000, 0x3000))
)
"""Look like a space and are none to YAML; the no-break space first of all."""

INVISIBLE = _characters((0xAD, 0xAD), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064)) + (
    _characters((0xFEFF, 0xFEFF))
)
"""Soft hyphen, characters without width, marks of writing direction."""

BREAKS = "\u0085\u2028\u2029"
"""Line ends to YAML 1.1, to no editor."""

CONTROLS = _characters((0x00, 0x08), (0x0B, 0x0C), (0x0E, 0x1F), (0x7F, 0x84), (0x86, 0x9F)) + (
    _characters((0xFFFE, 0xFFFF))
)
"""Not allowed in YAML at all."""

LIST_MARKS = (
    _characters((0x2010, 0x2015), (0x2022, 0x2023))
    + "\u00b7\u2043\u2212\u25a0\u25aa\u25cb\u25cf\u25e6"
)
"""Dashes and bullets that a word processor puts at the head of a list's line."""

DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u00b4"
QUOTES = DOUBLE_QUOTES + SINGLE_QUOTES

SUSPECTS = frozenset(
    "\t&!" + SPACES + INVISIBLE + BREAKS + CONTROLS + QUOTES + _characters((0xFDD0, 0xFDD1))
)
"""A text without any of these is read without a second look (its list marks apart)."""

suspects = re.compile("[" + "".join(map(re.escape, sorted(SUSPECTS))) + LIST_MARKS + "]").finditer
"""Finds what deserves a second look."""

_MARKS = {mark: f"{mark} ".encode() for mark in LIST_MARKS}
_marked_line = re.compile(rf"(?:\A|\n)[ -]*[{LIST_MARKS}] ").search


def has_list_marks(source: bytes, unusual: set[str]) -> bool:
    """Whether some line seems to begin with a list mark, given the unusual characters in a file."""
    marks = unusual.intersection(_MARKS)
    return any(_MARKS[mark] in source for mark in marks) and bool(_marked_line(source.decode()))
