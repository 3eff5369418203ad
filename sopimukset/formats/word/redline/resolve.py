"""Accepting or rejecting every tracked change of a document, as Word's Review tab does."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from sopimukset.formats.word.redline.names import (
    BOOKMARK,
    BOOKMARK_END,
    CELL,
    CHANGES,
    CODE,
    DEL,
    DELETED_CODE,
    DELETED_TEXT,
    ID,
    INS,
    LINK,
    MATH,
    MOVE_FROM,
    MOVE_TO,
    P_PR,
    R_PR,
    RANGES,
    ROW,
    SDT,
    SDT_CONTENT,
    SECT_PR,
    TABLE,
    TEXT,
    TR_PR,
    P,
)
from sopimukset.formats.word.redline.parts import Package
from sopimukset.formats.word.xml import Element, w

_TRACKED = {INS, DEL, MOVE_FROM, MOVE_TO, w("cellIns"), w("cellDel"), w("cellMerge")}
_MARKS = {INS, DEL, MOVE_FROM, MOVE_TO}


@dataclass(frozen=True, slots=True)
class _Way:
    """What goes and what stays.

    Attributes:
        gone: what is taken away with all that it holds.
        kept: what is taken from around what it holds.
        back: whether properties are as they were before.
    """

    gone: frozenset[str]
    kept: frozenset[str]
    cell: str
    back: bool


_ACCEPT = _Way(frozenset({DEL, MOVE_FROM}), frozenset({INS, MOVE_TO}), w("cellDel"), back=False)
_REJECT = _Way(frozenset({INS, MOVE_TO}), frozenset({DEL, MOVE_FROM}), w("cellIns"), back=True)


def accept_all(data: bytes) -> bytes:
    """A document with all of its tracked changes accepted.

    Raises:
        LayoutError: not a Word document that may be read.
    """
    return _resolved(data, _ACCEPT)


def reject_all(data: bytes) -> bytes:
    """A document with all of its tracked changes rejected.

    Raises:
        LayoutError: not a Word document that may be read.
    """
    return _resolved(data, _REJECT)


def has_changes(data: bytes) -> bool:
    """Whether a document holds tracked changes.

    Raises:
        LayoutError: not a Word document that may be read.
    """
    return tracked(Package(data))


def tracked(package: Package) -> bool:
    """Whether a document holds tracked changes."""
    return any(next(changes_in(package.root(name)), None) is not None for name in package.stories())


def changes_in(root: Element) -> Iterator[Element]:
    """What tells of a tracked change in a part."""
    found: Iterator[Element] = root.iter(*_TRACKED, *CHANGES)
    return found


def next_of_joined(root: Element) -> Iterator[Element]:
    """The paragraphs in which others go on whose marks go when all changes are accepted."""
    for paragraph in root.iter(P):
        following = _next_block(paragraph) if _loses_mark(paragraph, _ACCEPT) else None
        if following is not None and following.tag == P:
            yield following


def accept(package: Package) -> None:
    """Accept the changes of a package in place."""
    for name in package.stories():
        _resolve(package.root(name), _ACCEPT)


def _resolved(data: bytes, way: _Way) -> bytes:
    package = Package(data)
    for name in package.stories():
        _resolve(package.root(name), way)
    return package.packed()


def _resolve(root: Element, way: _Way) -> None:
    _restore(root, way)
    emptied = _take_content(root, way)
    _take_rows(root, way)
    _join_paragraphs(root, way)
    _drop_halves(root)
    for element in list(root.iter(*_TRACKED, *RANGES)):
        _remove(element)
    for holder in dict.fromkeys(emptied):
        _remove_empty(holder)
    for cell in root.iter(CELL):
        if cell.find(f".//{P}") is None:
            etree.SubElement(cell, P)


def _restore(root: Element, way: _Way) -> None:
    """Take the notes on earlier properties, and bring those back where the change is rejected."""
    for change in list(root.iter(*CHANGES)):
        properties = change.getparent()
        if properties is None:  # a second note on the same properties, gone with them
            continue
        properties.remove(change)
        if way.back:
            _put_back(properties, change)
    for properties in list(root.iter(R_PR, P_PR, TR_PR)):
        if not len(properties) and properties.getparent() is not None:
            _remove(properties)


def _put_back(properties: Element, change: Element) -> None:
    kept = _untouched(properties)
    for item in list(properties):
        properties.remove(item)
    before = [deepcopy(item) for old in change for item in old]
    first = [item for item in kept if properties.tag != P_PR]
    for item in (*first, *before, *(item for item in kept if item not in first)):
        properties.append(item)


def _untouched(properties: Element) -> list[Element]:
    """What a note on earlier properties says nothing of."""
    names = {
        P_PR: {R_PR, SECT_PR},
        R_PR: _MARKS,
        TR_PR: {INS, DEL},
        SECT_PR: {w("headerReference"), w("footerReference")},
        w("tcPr"): {w("cellIns"), w("cellDel"), w("cellMerge")},
    }.get(properties.tag, set())
    return [item for item in properties if item.tag in names]


def _take_content(root: Element, way: _Way) -> list[Element]:
    """Take the marks around runs, and the runs where they go.

    Returns:
        What may be empty now.
    """
    holders = []
    for element in list(root.iter(*_MARKS)):
        parent = element.getparent()
        if parent is None or parent.tag in (R_PR, TR_PR):
            continue
        holders.append(parent)
        if element.tag in way.gone:
            _remove(element)
        else:
            _unwrap(element)
    if way.back:
        for element in root.iter(DELETED_TEXT, DELETED_CODE):
            element.tag = TEXT if element.tag == DELETED_TEXT else CODE
    return holders


def _take_rows(root: Element, way: _Way) -> None:
    for row in list(root.iter(ROW)):
        if any(row.find(f"{TR_PR}/{name}") is not None for name in way.gone):
            _remove(row)
            continue
        for cell in [item for item in row if item.tag == CELL]:
            if cell.find(f"{w('tcPr')}/{way.cell}") is not None:
                row.remove(cell)
        if row.find(CELL) is None and row.find(SDT) is None:
            _remove(row)
    for table in list(root.iter(TABLE)):
        if next(table.iter(ROW), None) is None:
            _remove(table)


def _join_paragraphs(root: Element, way: _Way) -> None:
    """Let what paragraphs without their mark hold go on in the next one, whose mark stays.

    Bookmarks of a paragraph that holds nothing any more go with it, as in Word. What goes on is put
    in place once, however many paragraphs it passes: a hostile file joins thousands.
    """
    waiting: dict[Element, list[Element]] = {}
    for paragraph in list(root.iter(P)):
        before = waiting.pop(paragraph, [])
        if not _loses_mark(paragraph, way):
            _put_first(paragraph, before)
            continue
        following = _next_block(paragraph)
        holds = bool(before) or any(True for _ in paragraph.iter(w("r"), *MATH))
        if following is not None and following.tag == P:
            if holds:
                before += [item for item in paragraph if item.tag != P_PR]
                waiting[following] = before
        elif holds:
            _put_first(paragraph, before)
            continue
        holder = paragraph.getparent()
        holder.remove(paragraph)
        _remove_empty(holder)


def _put_first(paragraph: Element, content: list[Element]) -> None:
    at = 1 if paragraph.find(P_PR) is not None else 0
    paragraph[at:at] = content


def _loses_mark(paragraph: Element, way: _Way) -> bool:
    marks = paragraph.find(f"{P_PR}/{R_PR}")
    return marks is not None and any(marks.find(name) is not None for name in way.gone)


def _drop_halves(root: Element) -> None:
    """Take bookmarks of which only one end is left."""
    starts = {str(item.get(ID)): item for item in root.iter(BOOKMARK)}
    ends = {str(item.get(ID)): item for item in root.iter(BOOKMARK_END)}
    for identifier in starts.keys() ^ ends.keys():
        _remove(starts.get(identifier, ends.get(identifier)))


def _next_block(element: Element) -> Element | None:
    """The next paragraph or table of the same body, cell or note."""
    here = element
    while here is not None:
        for item in here.itersiblings():
            if item.tag in (P, TABLE):
                return item
            if item.tag == SDT:
                found = next(item.iter(P, TABLE), None)
                if found is not None:
                    return found
        here = here.getparent()
        if here is None or here.tag not in (SDT, SDT_CONTENT):
            return None
    return None


def _remove_empty(holder: Element) -> None:
    """Take a link or a content control that has lost all that it held."""
    if holder.getparent() is None:
        return
    if holder.tag == LINK and next(holder.iter(w("r"), w("fldSimple")), None) is None:
        above = holder.getparent()
        _unwrap(holder)
        _remove_empty(above)
    elif holder.tag == SDT_CONTENT and next(holder.iter(P, TABLE, ROW, CELL, w("r")), None) is None:
        control = holder.getparent()
        above = control.getparent()
        if above is not None:
            _remove(control)
            _remove_empty(above)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    for item in list(element):
        element.addprevious(item)
    element.getparent().remove(element)
