"""Marks that a compiled layout carries to where its filled text has to be put right.

They are control characters, which XML has no place for and which no value may hold: what stands
in a filled text at a mark is never something that a person wrote.
"""

from __future__ import annotations

KEEP = "\x01"
"""Here a paragraph of a small table says that it stays with the next one."""

KEEP_ALL = "\x02"
"""As `KEEP`, in a paragraph that has no properties yet."""

TABLE, ROW, TABLE_END = "\x03", "\x04", "\x05"
"""Before a table, before each of its rows, after the table."""

SLOT, SLOT_END, SLOT_CUT = "\x06", "\x07", "\x08"
"""Around a slot, which says in its first letter what belongs there; between its two values."""

BOOKMARK, BOOKMARK_NAME, BOOKMARK_END, LINK = "s", "n", "e", "h"
SEQUENCE, PICTURE, CELL, BODY = "q", "d", "c", "b"

_CONTROLS = (KEEP, KEEP_ALL, TABLE, ROW, TABLE_END, SLOT, SLOT_END, SLOT_CUT)
_SHIFT = 0xE100

AS_TEXT = {ord(mark): chr(ord(mark) + _SHIFT) for mark in _CONTROLS}
"""Marks as characters that XML can hold, while a layout is being marked; for `str.translate`."""

FROM_TEXT = {ord(text): chr(mark) for mark, text in AS_TEXT.items()}

RESERVED = "[\ue100-\ue2ff]"
"""A layout with one of these in it can't be marked."""


def slot(kind: str, *values: str) -> str:
    """A slot, as text that XML can hold."""
    return f"{SLOT}{kind}{SLOT_CUT.join(values)}{SLOT_END}".translate(AS_TEXT)


def as_text(mark: str) -> str:
    """A mark, as text that XML can hold."""
    return mark.translate(AS_TEXT)
