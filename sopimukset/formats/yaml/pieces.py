"""Many versions of one file: what stands in them alike is read once.

A text is cut where a key of the root begins, and the items of a long list, and the keys of a long
item, are cut out in the same way. A piece that was met before has the data that it had then. Pieces
are read the short way (`usual`), each whole and for itself; where one of them is not of the usual
shape, the whole text is read as any other is. The places of values are worked out only for whoever
asks for them, out of the whole text.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import overload

from sopimukset.formats.yaml.characters import SUSPECTS, has_list_marks
from sopimukset.formats.yaml.document import Document, Value
from sopimukset.formats.yaml.reader import PLAIN_ASCII, read
from sopimukset.formats.yaml.usual import read_usual

LONG = 500
"""Characters above which a piece is cut further: a shorter one is read in no time."""

_ROOM = 8
"""Levels by which a piece may lie deeper in the whole than it does by itself."""

_LETTER = "(?=[A-Za-zÅÄÖåäö_])"
_ROOT_KEY = re.compile(rf"^{_LETTER}", re.MULTILINE)
_NOTHING = re.compile(r"(?: *(?:#[^\n]*)?\n)*")
_FIRST_KEY = re.compile(rf"( *- +){_LETTER}[^\n :]*:[ \n]")
_HEAD = re.compile(r"[^\n: ]+:(?: +#[^\n]*| *)\n(?: *(?:#[^\n]*)?\n)*(?=( +)(- +)?)")


class _UnusualError(Exception):
    """Only the whole text can be read."""


class Pieces:
    """Reads texts that have much in common, and remembers their pieces.

    The data of two documents share what is alike: nobody may change them.

    Args:
        long: characters above which a piece is cut further.
    """

    def __init__(self, long: int = LONG) -> None:
        self._long = long
        self._entries: dict[str, dict[str, Value]] = {}
        self._items: dict[str, Value] = {}
        self._pieces: dict[str, dict[str, Value]] = {}

    def read(self, source: bytes, *, max_bytes: int, max_depth: int) -> Document:
        """Read a file's bytes, as the package's `read` does."""
        if len(source) <= max_bytes:
            try:
                text = source.decode()
                data = self._root(text, max_depth - _ROOM)
                return Document(source, text, data, (), _Places(source, max_bytes, max_depth))
            except (UnicodeDecodeError, _UnusualError):
                pass
        return read(source, max_bytes=max_bytes, max_depth=max_depth)

    def _root(self, text: str, depth: int) -> dict[str, Value]:
        starts = [found.start() for found in _ROOT_KEY.finditer(text)]
        if not starts or _NOTHING.fullmatch(text, 0, starts[0]) is None:
            raise _UnusualError
        return _joined(self._entry(piece, depth) for piece in _cut(text, starts))

    def _entry(self, text: str, depth: int) -> dict[str, Value]:
        """A key of the root with its value."""
        known = self._entries.get(text)
        if known is None:
            known = self._entries[text] = self._new_entry(text, depth)
        return known

    def _item(self, text: str, depth: int) -> Value:
        """An item of a list, from its dash on."""
        if text not in self._items:
            self._items[text] = self._new_item(text, depth)
        return self._items[text]

    def _new_entry(self, text: str, depth: int) -> dict[str, Value]:
        if len(text) <= self._long:
            return self._piece(text, "", depth)
        head = _HEAD.match(text)
        if head is None or head[2] is None:
            return self._piece(text, "", depth)
        key = text[: text.index(":")]
        dash = re.compile(rf"^{head[1]}(?=- )", re.MULTILINE)
        starts = [found.start() for found in dash.finditer(text, head.end())]
        if not starts or starts[0] != head.end():
            raise _UnusualError
        self._piece(f"{key}:\n", "", depth)  # refuses words that are no keys
        return {key: [self._item(piece, depth) for piece in _cut(text, starts)]}

    def _new_item(self, text: str, depth: int) -> Value:
        opening = _FIRST_KEY.match(text)
        starts = []
        if opening is not None and len(text) > self._long:
            keys = re.compile(rf"^{' ' * len(opening[1])}{_LETTER}", re.MULTILINE)
            starts = [found.start() for found in keys.finditer(text)]
        first, *rest = _cut(text, [0, *starts])
        found = self._piece(first, "x:\n", depth)["x"]
        if not isinstance(found, list) or len(found) != 1:
            raise _UnusualError
        if not rest:
            return found[0]
        below = (self._piece(piece, "x:\n", depth)["x"] for piece in rest)
        return _joined((found[0], *below))

    def _piece(self, text: str, above: str, depth: int) -> dict[str, Value]:
        """The data of a piece; what stands above it makes a whole text of it."""
        known = self._pieces.get(above + text)
        if known is None:
            known = self._pieces[above + text] = _read_whole(above + text, depth)
        return known


class _Places(Sequence[int]):
    """The offsets of a text's nodes, worked out when the first of them is asked for."""

    def __init__(self, source: bytes, max_bytes: int, max_depth: int) -> None:
        self._asked = (source, max_bytes, max_depth)
        self._found: Sequence[int] = array("I")

    def _offsets(self) -> Sequence[int]:
        if not self._found:
            source, max_bytes, max_depth = self._asked
            self._found = read(source, max_bytes=max_bytes, max_depth=max_depth).offsets
        return self._found

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        return self._offsets()[index]

    def __len__(self) -> int:
        return len(self._offsets())


def _cut(text: str, starts: list[int]) -> Iterator[str]:
    for start, end in pairwise([*starts, len(text)]):
        yield text[start:end]


def _joined(parts: Iterator[Value] | Sequence[Value]) -> dict[str, Value]:
    """The mappings as one; no key may stand in two of them."""
    found: dict[str, Value] = {}
    for part in parts:
        if not isinstance(part, dict) or not found.keys().isdisjoint(part):
            raise _UnusualError
        found.update(part)
    return found


def _read_whole(text: str, depth: int) -> dict[str, Value]:
    source = text.encode()
    unusual = set(source.translate(None, PLAIN_ASCII).decode())
    if not unusual.isdisjoint(SUSPECTS) or has_list_marks(source, unusual):
        raise _UnusualError
    found = read_usual(text, depth)
    if found is None:
        raise _UnusualError
    return found.data
