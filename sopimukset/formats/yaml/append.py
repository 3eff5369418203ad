"""New items at the end of a list, in the list's own layout; the list too where there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import indent

from ruamel.yaml.comments import CommentedMap

from sopimukset.formats.yaml import dump
from sopimukset.formats.yaml.document import Document, Path, Value
from sopimukset.formats.yaml.edit import (
    LAID_OUT,
    NOT_FOUND,
    Change,
    Edit,
    EditError,
    apply,
    line_break,
    line_end,
    offsets,
    value_at,
    with_value,
)
from sopimukset.formats.yaml.write import plain

_STEP = 2
"""Columns from a key to the dashes below it."""
_LONGEST = 140
"""Characters of an item that still stands on one line: more can't be read in an editor."""


def append(
    document: Document, path: Path, item: Mapping[str, object], after: Sequence[str]
) -> Document:
    """Add a mapping to the list at a path, and read the result; see `append_all`.

    Raises:
        EditError: the list is laid out so that the place isn't plain.
        KeyError: the document has no such mapping.
    """
    return append_all(document, path, (item,), after)


def append_all(
    document: Document, path: Path, items: Sequence[Mapping[str, object]], after: Sequence[str]
) -> Document:
    """Add mappings to the list at a path, and read the result.

    In a list of lines each item gets lines of its own, or one line in braces where the item
    before them has that and it fits; in a list in brackets they stand last. A list that isn't
    there is made behind the first entry of `after` that gives a sound file.

    Args:
        document: holds the list, or the mapping that is to get it.
        path: leads to the list.
        items: keys and values, in their order; days as days or as text.
        after: keys of that mapping behind which a new list may stand, best first.

    Raises:
        EditError: the list is laid out so that the place isn't plain.
        KeyError: the document has no such mapping.
    """
    entries = [{key: plain(value) for key, value in item.items()} for item in items]
    holder, name = value_at(document.data, path[:-1]), str(path[-1])
    if name not in holder:
        return _new_list(document, path, entries, [key for key in after if key in holder])
    known = holder[name]
    if not isinstance(known, list):
        raise EditError(NOT_FOUND)
    start, end = offsets(document, document.value_span(path))
    if document.text[start : start + 1] == "[":
        edit = _in_brackets(document, path, entries, len(known), (start, end))
    elif known:
        edit = _below(document, path, entries, len(known) - 1)
    else:
        raise EditError(LAID_OUT)
    return apply(document, Change((edit,), with_value(document.data, path, [*known, *entries])))


def _in_brackets(
    document: Document,
    path: Path,
    items: Sequence[Mapping[str, Value]],
    number: int,
    span: tuple[int, int],
) -> Edit:
    """Behind the last item, else right behind the bracket."""
    added = ", ".join(map(_flow, items))
    if not number:
        return Edit(span[0] + 1, span[0] + 1, added)
    _, end = offsets(document, document.value_span((*path, number - 1)))
    return Edit(end, end, f", {added}")


def _below(document: Document, path: Path, items: Sequence[Mapping[str, Value]], last: int) -> Edit:
    """On lines of their own below the last item, their dashes below the other dashes."""
    text = document.text
    start, end = offsets(document, document.value_span((*path, last)))
    dash = text.rfind("-", 0, start)
    line = max(text.rfind("\n", 0, dash), text.rfind("\r", 0, dash)) + 1
    if text[line:dash].strip() or text[dash + 1 : start].strip():
        raise EditError(LAID_OUT)
    write = _short if text[start : start + 1] == "{" else _block
    return _lines(document, end, "\n".join(map(write, items)), dash - line)


def _new_list(
    document: Document, path: Path, items: list[dict[str, Value]], neighbours: Sequence[str]
) -> Document:
    """A list of its own behind one of the neighbours."""
    holder, name = path[:-1], str(path[-1])
    data = with_value(document.data, holder, {**value_at(document.data, holder), name: items})
    opening, _ = offsets(document, document.value_span(holder))
    for key in neighbours:
        place = (*holder, key)
        _, end = offsets(document, document.value_span(place))
        if document.text[opening : opening + 1] == "{":
            edit = Edit(end, end, f", {name}: [{', '.join(map(_flow, items))}]")
        else:
            column = document.key_span(place).column - 1
            write = _block if len(items) == 1 else _short
            body = indent("\n".join(map(write, items)), " " * _STEP)
            edit = _lines(document, end, f"{name}:\n{body}", column)
        try:
            return apply(document, Change((edit,), data))
        except EditError:  # as behind a folded text, whose end is another line's beginning
            continue
    raise EditError(LAID_OUT)


def _lines(document: Document, after: int, entry: str, column: int) -> Edit:
    """Lines below the line of an offset, ended as the file's lines are."""
    end = line_end(document.text, after)
    rest = document.text[after:end].strip()
    if rest and not rest.startswith("#"):
        raise EditError(LAID_OUT)
    ending = line_break(document.text)
    body = indent(entry, " " * column).replace("\n", ending)
    return Edit(end, end, f"{ending}{body}")


def _block(item: Mapping[str, Value]) -> str:
    """The item on lines: a dash, then its keys below one another."""
    lines = dump(dict(item)).rstrip("\n").split("\n")
    return "\n".join([f"- {lines[0]}", *(f"  {line}" for line in lines[1:])])


def _short(item: Mapping[str, Value]) -> str:
    """The item on one line, a dash, then braces; on lines of its own where that is too long."""
    line = f"- {_flow(item)}"
    return line if len(line) <= _LONGEST else _block(item)


def _flow(item: Mapping[str, Value]) -> str:
    """The item in braces, on one line."""
    mapping = CommentedMap(item)
    mapping.fa.set_flow_style()
    return dump({"x": mapping}).rstrip("\n").removeprefix("x: ")
