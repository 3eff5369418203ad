"""The short way: a file in the shape in which records are written, read without libyaml's events.

Nearly every file holds nothing but keys, words, lists on one line and folded texts, and making
events of it takes longer than all else that is done with it. Whatever this module doesn't know for
certain it leaves to libyaml, which alone decides what a file means: the tests hold what is read
here against libyaml's reading, data and offsets alike.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from sopimukset.formats.yaml.document import Value
from sopimukset.formats.yaml.scalars import AFTER_NUMBERS, WORDS, resolve
from sopimukset.formats.yaml.tree import KNOWN_KEYS, MAX_KNOWN_KEYS

Found: TypeAlias = "re.Match[str] | None"

_KEY = "([A-Za-zÅÄÖåäö_][A-Za-zÅÄÖåäö_0-9-]{0,99}+)"  # libyaml knows none beyond 1024 characters
_FIRST = r"""[^ \n\-?:,[\]{}#&*!|>'"%@`]"""
_IN_BLOCK = r"(?:[^ \n:]++|:(?=[^ \n]))"
_IN_FLOW = r"(?:[^ \n:?,[\]{}]++|:(?=[^ \n?,[\]{}]))"
_QUOTED = r"""("[^"\\\n]*+"|'[^'\n]*+')"""
_NEXT = r"(?: *+(?:#[^\n]*+)?\n)*+( *+)(- ++)?"
_REST = rf"(?: ++#[^\n]*+| *+)\n{_NEXT}"


def _plain(piece: str) -> str:
    """An unquoted text on one line, made of pieces; its words may hold # but not begin with it."""
    return rf"({_FIRST}{piece}*+(?: ++(?!#){piece}++)*+)"


def _matcher(pattern: str) -> Callable[[str, int], Found]:
    return re.compile(pattern).match


_rest = _matcher(_REST)
_next = _matcher(_NEXT)
_entry = _matcher(rf"{_KEY}:(?: ++([{{\[>|])|(?: ++(?:{_plain(_IN_BLOCK)}|{_QUOTED}))?{_REST})")
_item = _matcher(rf"([{{\[])|(?:{_plain(_IN_BLOCK)}|{_QUOTED}){_REST}")
_flow_entry = _matcher(rf" *+{_KEY}: ++(?:(?:{_plain(_IN_FLOW)}|{_QUOTED}) *+([,}}])|([{{\[]))")
_flow_item = _matcher(rf" *+(?:(?:{_plain(_IN_FLOW)}|{_QUOTED}) *+([,\]])|([{{\[]))")
_sign = _matcher(r" *+([,\]}])")
_lines = _matcher(r"([>|])(-?)\n(( ++)[^ \n][^\n]*+\n(?:\n*+\4[^ \n][^\n]*+\n)*+)\n*+(?! ++\n|\4)")
_FOLDS = re.compile(r"\n+")


class Usual(NamedTuple):
    """What a file of the usual shape holds: data, and offsets as the builder records them."""

    data: dict[str, Value]
    offsets: array[int]


class _Unusual(Exception):  # noqa: N818 -- it sends the file to libyaml, nothing need be wrong
    """Something that only libyaml may read."""


def read_usual(text: str, max_depth: int) -> Usual | None:
    """Read a text of the usual shape.

    Args:
        text: without tabs and other characters that need a second look.
        max_depth: how many collections may lie inside one another.

    Returns:
        None where anything in the text is of another shape, right or wrong.
    """
    if not text.endswith("\n") or "\r" in text:
        return None
    reading = _Reading(text, max_depth)
    try:
        data = reading.document()
    except _Unusual:
        return None
    return Usual(data, array("I", reading.offsets))


class _Reading:
    """One pass over a text.

    Its loops each say for themselves what a word means, so that nearly no word costs a call.

    Attributes:
        at: where the content of the next line begins.
        column: how far that line is indented.
        dash: the list dash that it begins with and the spaces behind; None where there is none.
    """

    __slots__ = ("at", "column", "dash", "max_depth", "offsets", "text")

    def __init__(self, text: str, max_depth: int) -> None:
        self.text = text
        self.max_depth = max_depth
        self.offsets: list[int] = []
        self.at, self.column = 0, 0
        self.dash: str | None = None

    def document(self) -> dict[str, Value]:
        """The mapping that the text holds."""
        self.go_on(_next(self.text, 0))
        if self.column or self.dash:
            raise _Unusual
        data = self.mapping(_entry(self.text, self.at), 0, 1)
        if self.at < len(self.text):
            raise _Unusual
        return data

    def go_on(self, rest: Found) -> None:
        """Stand at the next line that says something, where the match of a line's rest ends."""
        if rest is None:
            raise _Unusual
        self.at = rest.end()
        self.column, self.dash = len(rest[1]), rest[2]

    def mapping(self, entry: Found, indent: int, depth: int) -> dict[str, Value]:
        """The mapping whose keys stand in a column, from its first entry on."""
        text, offsets, known = self.text, self.offsets, KNOWN_KEYS
        slot = self.begin(self.at, depth)
        data: dict[str, Value] = {}
        while True:
            if entry is None:
                raise _Unusual
            key, opening, plain, quoted, spaces, dash = entry.groups()
            key = known.get(key) or _new_key(key)
            if key in data:
                raise _Unusual
            self.at = entry.end()
            if opening is not None:
                data[key] = self.opened(opening, indent, depth)
                column, dash = self.column, self.dash
            else:
                column = len(spaces)
                if plain is not None:
                    offsets.extend(entry.span(3))
                    typed = plain < AFTER_NUMBERS or plain in WORDS
                    data[key] = resolve(plain) if typed else plain
                elif quoted is not None:
                    offsets.extend(entry.span(4))
                    data[key] = quoted[1:-1]
                elif column > indent:
                    self.column, self.dash = column, dash
                    data[key] = self.below(depth + 1)
                    column, dash = self.column, self.dash
                else:
                    behind = entry.end(1) + 1
                    offsets.extend((behind, behind))
                    data[key] = None
            if column != indent or dash or self.at == len(text):
                break
            entry = _entry(text, self.at)
        self.column, self.dash = column, dash
        self.end(slot, indent)
        return data

    def sequence(self, indent: int, depth: int) -> list[Value]:
        """The list whose dashes stand in a column, from behind its first dash on."""
        text, offsets = self.text, self.offsets
        slot = self.begin(self.at - len(self.dash or ""), depth)
        data: list[Value] = []
        while self.dash and self.column == indent:
            entry = _entry(text, self.at)
            if entry is not None:
                data.append(self.mapping(entry, indent + len(self.dash), depth + 1))
                continue
            item = _item(text, self.at)
            if item is None:
                raise _Unusual
            opening, plain, quoted, spaces, dash = item.groups()
            self.at = item.end()
            if opening is not None:
                data.append(self.opened(opening, indent, depth))
                continue
            self.column, self.dash = len(spaces), dash
            offsets.extend(item.span(2 if plain is not None else 3))
            data.append(resolve(plain) if plain is not None else quoted[1:-1])
        self.end(slot, indent)
        return data

    def below(self, depth: int) -> Value:
        """The value that begins on a line of its own, deeper than its key."""
        if self.dash:
            return self.sequence(self.column, depth)
        sign = self.text[self.at]
        if sign in "{[":
            self.at += 1
            return self.opened(sign, self.column, depth - 1)
        return self.mapping(_entry(self.text, self.at), self.column, depth)

    def opened(self, opening: str, indent: int, depth: int) -> Value:
        """The value that a sign before the current place begins, and the rest of its line."""
        if opening == "{":
            value: Value = self.flow_mapping(self.at, depth + 1)
        elif opening == "[":
            value = self.flow_sequence(self.at, depth + 1)
        else:
            return self.lines(self.at - 1, indent)
        self.go_on(_rest(self.text, self.at))
        return value

    def lines(self, start: int, indent: int) -> str:
        """The text in lines that a sign begins: > folds them, | keeps them."""
        found = _lines(self.text, start)
        if found is None or len(found[4]) <= indent:
            raise _Unusual
        self.offsets.append(start)
        self.offsets.append(found.end())
        self.go_on(_next(self.text, found.end()))
        text = found[3].replace(f"\n{found[4]}", "\n")[len(found[4]) :].rstrip("\n")
        if found[1] == ">":
            text = _FOLDS.sub(_folded, text)
        return text if found[2] else f"{text}\n"

    def flow_mapping(self, at: int, depth: int) -> dict[str, Value]:
        """The mapping of a brace, from behind it on; it ends on the same line."""
        text, offsets, known = self.text, self.offsets, KNOWN_KEYS
        slot = self.begin(at - 1, depth)
        data: dict[str, Value] = {}
        sign = "," if text[at] != "}" else ""
        while sign == ",":
            entry = _flow_entry(text, at)
            if entry is None:
                raise _Unusual
            key, plain, quoted, sign, opening = entry.groups()
            key = known.get(key) or _new_key(key)
            if key in data:
                raise _Unusual
            at = entry.end()
            if plain is not None:
                offsets.extend(entry.span(2))
                typed = plain < AFTER_NUMBERS or plain in WORDS
                data[key] = resolve(plain) if typed else plain
            elif quoted is not None:
                offsets.extend(entry.span(3))
                data[key] = quoted[1:-1]
            else:
                data[key] = self.flow(opening, at, depth)
                at, sign = self.after_flow("}")
        self.close(slot, at if data else at + 1)
        return data

    def flow_sequence(self, at: int, depth: int) -> list[Value]:
        """The list of a bracket, from behind it on; it ends on the same line."""
        text, offsets = self.text, self.offsets
        slot = self.begin(at - 1, depth)
        data: list[Value] = []
        sign = "," if text[at] != "]" else ""
        while sign == ",":
            item = _flow_item(text, at)
            if item is None:
                raise _Unusual
            plain, quoted, sign, opening = item.groups()
            at = item.end()
            if plain is not None:
                offsets.extend(item.span(1))
                typed = plain < AFTER_NUMBERS or plain in WORDS
                data.append(resolve(plain) if typed else plain)
            elif quoted is not None:
                offsets.extend(item.span(2))
                data.append(quoted[1:-1])
            else:
                data.append(self.flow(opening, at, depth))
                at, sign = self.after_flow("]")
        self.close(slot, at if data else at + 1)
        return data

    def flow(self, opening: str, at: int, depth: int) -> Value:
        """The collection that a bracket begins inside another one."""
        if opening == "{":
            return self.flow_mapping(at, depth + 1)
        return self.flow_sequence(at, depth + 1)

    def after_flow(self, closing: str) -> tuple[int, str]:
        """The sign behind an inner collection, which goes on with the outer one or closes it."""
        found = _sign(self.text, self.at)
        if found is None or found[1] not in (",", closing):
            raise _Unusual
        return found.end(), found[1]

    def begin(self, start: int, depth: int) -> int:
        """Record the start of a collection; gives the index of its record."""
        if depth > self.max_depth:
            raise _Unusual
        self.offsets.append(start)
        self.offsets.append(0)
        return len(self.offsets) - 2

    def end(self, slot: int, indent: int) -> None:
        """Record the end of a collection in lines, which a line further left must end."""
        if self.column >= indent and self.at < len(self.text):
            raise _Unusual
        self.offsets.append(self.offsets[-1])
        self.offsets[slot + 1] = len(self.offsets)

    def close(self, slot: int, at: int) -> None:
        """Record the end of a collection in brackets, and stand behind it."""
        self.at = at
        self.offsets.append(at)
        self.offsets[slot + 1] = len(self.offsets)


def _new_key(key: str) -> str:
    """A key not met before, kept for the next time; words that are no text can't be keys."""
    if key in WORDS:
        raise _Unusual
    return KNOWN_KEYS.setdefault(key, key) if len(KNOWN_KEYS) < MAX_KNOWN_KEYS else key


def _folded(breaks: re.Match[str]) -> str:
    """One line break joins, more of them leave one fewer."""
    return breaks[0][1:] or " "
