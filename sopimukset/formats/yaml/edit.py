"""Changing a file by character offset: what lies outside an edit stays as it was, byte for byte.

A change is a set of edits together with the data that the file is to hold afterwards. `apply`
splices the edits from the end backwards, reads the result and compares: another datum than the
intended one, a new problem or a line that moved without being named refuses the whole change.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sopimukset.base.speech import mark
from sopimukset.formats.yaml import dump, read
from sopimukset.formats.yaml.document import Document, Lines, Path, Span, Value

COMMENTED = mark("kommentin paikasta ei näe, mihin kohtaan se kuuluu")
LAID_OUT = mark("luettelon asettelu on tavallisuudesta poikkeava")
NOT_FOUND = mark("kohta on kirjoitettu tavallisuudesta poikkeavasti")
OVERLAPPING = mark("korjaukset osuvat päällekkäin")
OTHERWISE = mark("korjattu tiedosto ei lukisi niin kuin oli tarkoitus")

_DASH = re.compile(r" *- +")
_EMPTY = re.compile(
    r"(?:~|null)?(?=[ \t]*(?:[ \t]\#[^\r\n]*|[,}][^\r\n]*)?(?:[\r\n]|\Z))",
)
"""A value that says nothing, and behind it nothing but a comment or the rest of a flow mapping."""
_BREAK = re.compile(r"\r\n|\n|\r")


class EditError(ValueError):
    """A change that can't be made without touching something else; its text says why, once said."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The characters from `start` to before `end` of a document's text become `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """Edits, and the data that the file is to hold when they are done."""

    edits: tuple[Edit, ...]
    data: Value


def spliced(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits done, from the end backwards.

    Raises:
        EditError: two of them overlap.
    """
    following = len(text)
    for edit in sorted(edits, reverse=True):
        if edit.end > following:
            raise EditError(OVERLAPPING)
        text = text[: edit.start] + edit.text + text[edit.end :]
        following = edit.start
    return text


def apply(document: Document, change: Change) -> Document:
    """Make a change and read the result.

    Raises:
        EditError: the result would not be what was intended, and nothing else.
    """
    text = spliced(document.text, change.edits)
    after = read(text.encode())
    told_before = Counter((item.kind, item.message) for item in document.problems)
    told_after = Counter((item.kind, item.message) for item in after.problems)
    if not same(after.data, change.data) or not told_after <= told_before:
        raise EditError(OTHERWISE)
    if not _kept(document.text, text, change.edits):
        raise EditError(OTHERWISE)
    return after


def replace_text(document: Document, path: Path, old: str, new: str) -> Change:
    """Replace a part of the text of the scalar at a path, its quotes left as they are.

    Raises:
        EditError: the part is not written there, or more than once.
        KeyError: the document has no such path.
    """
    start, end = offsets(document, document.value_span(path))
    if document.text.count(old, start, end) != 1:
        raise EditError(NOT_FOUND)
    at = document.text.index(old, start)
    value = str(value_at(document.data, path)).replace(old, new)
    edits = (Edit(at, at + len(old), new),)
    return Change(edits, with_value(document.data, path, value))


def replace_number(document: Document, path: Path, value: int | Decimal) -> Change:
    """Write another number where one stands.

    Raises:
        KeyError: the document has no such path.
    """
    digits = str(value) if isinstance(value, int) else format(value, "f")
    edits = (Edit(*offsets(document, document.value_span(path)), digits),)
    return Change(edits, with_value(document.data, path, value))


def rename_key(document: Document, path: Path, name: str) -> Change:
    """Give the last key of a path another name.

    Raises:
        EditError: the key is written in another way than plainly, or its mapping has the name.
        KeyError: the document has no such path.
    """
    start, end = offsets(document, document.key_span(path))
    holder, key = value_at(document.data, path[:-1]), path[-1]
    if document.text[start:end] != key or name in holder:
        raise EditError(NOT_FOUND)
    renamed = {name if item == key else item: value for item, value in holder.items()}
    return Change((Edit(start, end, name),), with_value(document.data, path[:-1], renamed))


def add_after(document: Document, path: Path, name: str, value: str) -> Change:
    """Put a new key and its value behind the entry at a path, in the layout of that entry.

    In block style the new entry gets a line of its own, in flow style it follows behind a comma.

    Raises:
        EditError: the mapping has the name, or is laid out so that the place isn't plain.
        KeyError: the document has no such path.
    """
    text, holder = document.text, path[:-1]
    if name in value_at(document.data, holder):
        raise EditError(NOT_FOUND)
    entry = dump({name: value}).rstrip("\n")
    _, end = offsets(document, document.value_span(path))
    opening, _ = offsets(document, document.value_span(holder))
    if text[opening : opening + 1] == "{":
        edit = Edit(end, end, f", {entry}")
    else:
        edit = _new_line(text, end, document.key_span(path).column - 1, entry)
    grown = {**value_at(document.data, holder), name: value}
    return Change((edit,), with_value(document.data, holder, grown))


def fill(document: Document, path: Path, value: str) -> Change:
    """Write a value where a key has none: behind the colon, or for `~` and `null`.

    Raises:
        EditError: something stands there.
        KeyError: the document has no such path.
    """
    start, end = offsets(document, document.value_span(path))
    found = _EMPTY.match(document.text, start)
    if value_at(document.data, path) is not None or not found or found.end() != end:
        raise EditError(NOT_FOUND)
    entry = dump({"x": value}).rstrip("\n").removeprefix("x: ")
    gap = " " if document.text[start - 1 : start] == ":" else ""
    edits = (Edit(start, end, f"{gap}{entry}"),)
    return Change(edits, with_value(document.data, path, value))


def reorder(document: Document, path: Path, order: Sequence[int]) -> Change:
    """Put the items of the list at a path into another order.

    An item takes with it the comments on its lines and those that stand right above its dash, in
    the dash's column. Blank lines between items stay where they are.

    Args:
        document: holds the list.
        path: leads to the list.
        order: the present indices in their new order.

    Raises:
        EditError: a comment could belong to several items, or the layout is unusual.
        KeyError: the document has no such path.
    """
    items = value_at(document.data, path)
    start, end = offsets(document, document.value_span(path))
    spans = [offsets(document, document.value_span((*path, i))) for i in range(len(items))]
    if document.text[start : start + 1] == "[":
        stretches = _in_flow(document.text, start, end, spans)
    else:
        key, _ = offsets(document, document.key_span(path))
        stretches = _in_block(document.text, key, spans)
    edits = tuple(
        Edit(*stretch, document.text[slice(*stretches[other])])
        for stretch, other in zip(stretches, order, strict=True)
    )
    return Change(edits, with_value(document.data, path, [items[index] for index in order]))


def same(one: Any, other: Any) -> bool:  # noqa: ANN401 (plain YAML data)
    """Whether two pieces of data are alike in every value and in its type."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def offsets(document: Document, span: Span) -> tuple[int, int]:
    """Where a span begins and ends in the document's text."""
    starts = Lines(document.text).starts
    return (
        starts[span.line - 1] + span.column - 1,
        starts[span.end_line - 1] + span.end_column - 1,
    )


def value_at(data: Any, path: Path) -> Any:  # noqa: ANN401 (plain YAML data)
    """The value at a path; KeyError or IndexError where there is none."""
    for step in path:
        data = data[step]
    return data


def with_value(data: Any, path: Path, value: Any) -> Any:  # noqa: ANN401 (plain YAML data)
    """The data with another value at a path; what lies beside the path is shared, not copied."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    copy: Any = dict(data) if isinstance(data, dict) else list(data)
    copy[step] = with_value(data[step], rest, value)
    return copy


def line_end(text: str, at: int) -> int:
    """Where the line of an offset ends, its line break excluded."""
    found = _BREAK.search(text, at)
    return found.start() if found else len(text)


def line_break(text: str) -> str:
    """How the file's lines end."""
    found = _BREAK.search(text)
    return found[0] if found else "\n"


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _new_line(text: str, after: int, indent: int, entry: str) -> Edit:
    """A line below the line of an offset, ended as the file's lines are."""
    end = line_end(text, after)
    rest = text[after:end].strip()
    if rest and not rest.startswith("#"):
        raise EditError(LAID_OUT)
    return Edit(end, end, f"{line_break(text)}{' ' * indent}{entry}")


def _in_flow(
    text: str, start: int, end: int, spans: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The stretches of the items of a list in brackets: what lies between them stays."""
    edges = [start, *(at for span in spans for at in span), end]
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        if "#" in text[left:right]:
            raise EditError(COMMENTED)
    return list(spans)


def _in_block(text: str, key: int, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of the items of a list of lines: whole lines, the last line break excluded."""
    dashes = [_line_start(text, start) for start, _ in spans]
    for dash, (start, _) in zip(dashes, spans, strict=True):
        if not _DASH.fullmatch(text, dash, start):
            raise EditError(LAID_OUT)
    column = text.index("-", dashes[0]) - dashes[0]
    stretches: list[tuple[int, int]] = []
    before = line_end(text, key)
    for index, (dash, (_, end)) in enumerate(zip(dashes, spans, strict=True)):
        first = _leading(text, before, dash, column) if index else dash
        if text[before:first].strip():
            raise EditError(COMMENTED)
        before = line_end(text, end)
        stretches.append((first, before))
    if _trails(text, before, column):
        raise EditError(COMMENTED)
    return stretches


def _leading(text: str, floor: int, dash: int, column: int) -> int:
    """Where the comments begin that stand right above a dash, in its column."""
    first = dash
    while first > floor + 1:
        above = _line_start(text, first - (2 if text[first - 2 : first] == "\r\n" else 1))
        line = text[above:first]
        if above <= floor or not line.startswith(f"{' ' * column}#"):
            break
        first = above
    return first


def _trails(text: str, end: int, column: int) -> bool:
    """Whether a comment below the last item may belong to it."""
    found = _BREAK.match(text, end)
    if not found:
        return False
    line = text[found.end() : line_end(text, found.end())]
    content = line.lstrip(" ")
    return content.startswith("#") and len(line) - len(content) >= column


def _kept(before: str, after: str, edits: Iterable[Edit]) -> bool:
    """Whether every line that no edit touches stands in the result, in its order."""
    at = 0
    for block in _untouched(before, edits):
        found = after.find(block, at)
        if found < 0:
            return False
        at = found + len(block)
    return True


def _untouched(text: str, edits: Iterable[Edit]) -> Iterator[str]:
    lines = Lines(text)
    at = 0
    for edit in sorted(edits):
        first, last = lines.number(edit.start), lines.number(edit.end)
        start = lines.starts[first - 1]
        if start > at:
            yield text[at:start]
        at = lines.starts[last] if last < len(lines.starts) else len(text)
    yield text[at:]
