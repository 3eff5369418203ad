"""A document that was read: text, data, problems, and where in the text each value stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from sopimukset.formats.yaml.blocks import text_extent

Value: TypeAlias = "str | int | Decimal | bool | list[Value] | dict[str, Value] | None"
"""What a document is made of."""

Path = tuple[str | int, ...]
"""Keys and 0-based list indices from the root to a value."""

_COLLECTIONS = (dict, list)
_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_BETWEEN = re.compile(r"(?:[\s,{]+|\#[^\r\n]*|\?(?=\s))*")
_WRITTEN_KEY = re.compile(
    r""" "(?:[^"\\]|\\.)*" | '(?:[^']|'')*' | (?:[^:\r\n]|:(?!\s))* """, re.VERBOSE | re.DOTALL
)


class Span(NamedTuple):
    """A stretch of text. Lines and columns count from 1, columns in characters; the end is past it.

    A line ends where an editor ends it: at LF, CR LF or CR.
    """

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the form of a file.

    ``kind`` is ``tiedosto`` (the file as a whole), ``merkki`` (a character that an office keyboard
    or a word processor slipped in), ``syntaksi`` (no YAML) or ``rakenne`` (YAML, but of a sort
    that is not accepted). ``message`` says in Finnish what is wrong, ``hint`` what to do.
    """

    kind: str
    message: str
    hint: str
    span: Span


class Scalar(NamedTuple):
    """A value that is no collection, and the offsets of its first character and of its end."""

    path: Path
    value: Any
    start: int
    end: int


class Lines:
    """Where the lines of a text begin.

    Attributes:
        nearest: the places that were shown for paths: several findings often share one.
    """

    __slots__ = ("_known", "_numbers", "_returns", "_starts", "nearest", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] = []
        self._known = [0]
        self._numbers = [1]
        self._returns = "\r" in text
        self.nearest: dict[Path, Span] = {}

    @property
    def starts(self) -> list[int]:
        """The offset of each line's first character."""
        if not self._starts:
            self._starts = [0, *(found.end() for found in _LINE_BREAK.finditer(self.text))]
        return self._starts

    def number(self, offset: int) -> int:
        """The line, from 1, on which a character offset lies."""
        return bisect_right(self.starts, offset)

    def bounds(self, number: int) -> tuple[int, int]:
        """Offsets of a line's first character and of the end of its text, line break excluded."""
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return start, start + len(self.text[start:end].rstrip("\r\n"))

    def span(self, start: int, end: int) -> Span:
        """The span between two character offsets."""
        return Span(*self._place(start), *self._place(end))

    def _place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character offset, both from 1."""
        if self._returns:
            line = self.number(offset)
            return line, offset - self.starts[line - 1] + 1
        # Of most files few places are asked for, the same ones again: counting on from the nearest
        # that is known beats finding every line.
        at = bisect_right(self._known, offset)
        known, line = self._known[at - 1], self._numbers[at - 1]
        if offset > known:
            line += self.text.count("\n", known, offset)
            self._known.insert(at, offset)
            self._numbers.insert(at, line)
        return line, offset - self.text.rfind("\n", 0, offset)


@dataclass(frozen=True, eq=False, slots=True)
class Document:
    """What one file holds.

    Attributes:
        source: the file's bytes.
        text: the file's text, without a byte order mark.
        data: dict, list, str, int, Decimal, bool or None; None when nothing usable could be read.
        problems: everything that is wrong with the form, in the order of the text.
    """

    source: bytes
    text: str
    data: Any
    problems: tuple[Problem, ...] = ()
    _offsets: Sequence[int] = field(default=(), repr=False)
    _cache: list[Lines] = field(default_factory=list, repr=False)

    @property
    def offsets(self) -> Sequence[int]:
        """Where the nodes stand, as `tree.Builder` tells."""
        return self._offsets

    def value_span(self, path: Path) -> Span:
        """Where the value at a path stands.

        An empty value has a span without width, just behind the colon or the list dash.

        Raises:
            KeyError: the document has no such path.
        """
        node = self._node(path)
        return self._span(*self._extent(node))

    def key_span(self, path: Path) -> Span:
        """Where the key stands that leads to a path; for a list item, the item itself.

        Raises:
            KeyError: the document has no such path.
        """
        return self._key_of(self._node(path), path)

    def _key_of(self, node: _Node, path: Path) -> Span:
        if node.before is None:
            return self._span(*self._extent(node))
        return self._span(*_key_extent(self.text, node.before, str(path[-1])))

    def nearest_span(self, path: Path, quoted: Sequence[str] = ()) -> Span:
        """The best place to show for a path, whether or not it exists.

        That is its deepest existing ancestor or itself: the key where a mapping's value is a
        collection, else the value; the file's first line for the root. Of a text that is what it
        says, or the words of it that are quoted (`blocks.text_extent`).
        """
        if quoted:  # words of a text are asked for once
            return self._nearest_span(path, quoted)
        known = self._lines().nearest
        found = known.get(path)
        if found is None:
            found = known[path] = self._nearest_span(path)
        return found

    def _nearest_span(self, path: Path, quoted: Sequence[str] = ()) -> Span:
        while path:
            try:
                node = self._node(path)
            except KeyError:
                path = path[:-1]
                continue
            if isinstance(node.value, _COLLECTIONS):
                return self._key_of(node, path)
            return self._span(*text_extent(self.text, *self._extent(node), quoted))
        return self._span(*self._lines().bounds(1))

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its line break.

        Raises:
            IndexError: the text has no such line.
        """
        start, end = self.bounds(number)
        return self.text[start:end]

    def bounds(self, number: int) -> tuple[int, int]:
        """Offsets of a line's first character, counted from 1, and of its end without the break.

        Raises:
            IndexError: the text has no such line.
        """
        return self._lines().bounds(number)

    def scalars(self, first: int, last: int) -> Iterator[Scalar]:
        """The values of which a part stands between two offsets, in the order of the text."""
        if self._offsets:
            yield from self._scalars((), _Node(self.data, 0, None), first, last)

    def _scalars(self, path: Path, node: _Node, first: int, last: int) -> Iterator[Scalar]:
        offsets, at = self._offsets, node.at
        behind = after(node.value, offsets, at)
        if offsets[at] >= last and path:
            return
        if not isinstance(node.value, _COLLECTIONS):
            start, end = self._extent(node)
            if start < last and first < end:
                yield Scalar(path, node.value, start, end)
            return
        if path and max(offsets[at], offsets[behind - 1]) <= first:
            return
        items = node.value.items() if isinstance(node.value, dict) else enumerate(node.value)
        at += 2
        for step, child in items:
            yield from self._scalars((*path, step), _Node(child, at, None), first, last)
            at = after(child, offsets, at)

    def _node(self, path: Path) -> _Node:
        """The node at a path: down from the root, past its elder siblings on each level."""
        offsets, value, at = self._offsets, self.data, 0
        before: int | None = None
        if not offsets:
            raise KeyError(path)
        for step in path:
            before = offsets[at]
            start = at = at + 2
            if isinstance(value, dict) and step in value:
                for name, child in value.items():
                    if name == step:
                        break
                    at = offsets[at + 1] if isinstance(child, _COLLECTIONS) else at + 2
                if at > start:
                    before = offsets[at - 1]
                value = child
            elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
                for child in value[:step]:
                    at = after(child, offsets, at)
                before, value = None, value[step]
            else:
                raise KeyError(path)
        return _Node(value, at, before)

    def _extent(self, node: _Node) -> tuple[int, int]:
        """Offsets of a node's first character and of its end."""
        start = self._offsets[node.at]
        end = self._offsets[after(node.value, self._offsets, node.at) - 1]
        end = max(start, end)  # a collection that lost all its entries has no end
        if end > start and self.text[end - 1] in "\r\n ":
            # libyaml ends a block scalar where the next line begins; a reader sees it end above
            last = start + len(self.text[start:end].rstrip("\r\n "))
            line_break = _LINE_BREAK.search(self.text, last, end)
            return start, line_break.start() if line_break else last
        return start, end

    def _span(self, start: int, end: int) -> Span:
        return self._lines().span(start, end)

    def _lines(self) -> Lines:
        # Most documents are clean and never asked for a place, so the lines wait for a question.
        if not self._cache:
            self._cache.append(Lines(self.text))
        return self._cache[0]


class _Node(NamedTuple):
    """A value, the index of its offsets, and for a mapping's value where the part before it ends.

    That part is the elder sibling; before the first key, the start of the mapping itself.
    """

    value: Value
    at: int
    before: int | None


def after(value: Value, offsets: Sequence[int], at: int) -> int:
    """The index at which the offsets of the node after this one begin."""
    return offsets[at + 1] if isinstance(value, _COLLECTIONS) else at + 2


def content_from(text: str, offset: int) -> int:
    """The first content at or after an offset that lies between two values of a mapping."""
    between = _BETWEEN.match(text, offset)
    return between.end() if between else offset


def _key_extent(text: str, before: int, key: str) -> tuple[int, int]:
    """Where a key stands that follows an offset. Nearly all are written just as they are."""
    start = content_from(text, before)
    if text.startswith(f"{key}:", start):
        return start, start + len(key)
    plain = re.compile(re.escape(key) + r"(?=\s*:)")
    found = plain.match(text, start)
    if not found and text[start : start + 1] not in ("'", '"'):
        found = plain.search(text, start)  # entries that were refused may lie between
    if found:
        return found.span()
    written = _WRITTEN_KEY.match(text, start)
    return start, written.end() if written else start
