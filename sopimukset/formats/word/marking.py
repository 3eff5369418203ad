"""Marking a layout: what a filled part needs to be put right is found out when it is compiled.

The part is read as XML with its placeholders held as text. What no value can change is put right
here for good; for the rest, marks (:mod:`marks`) are put where :mod:`quick` has to look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from sopimukset.formats.word.errors import LayoutError
from sopimukset.formats.word.finish import (
    drop_paragraph_ids,
    gap_look,
    sequence_results,
    split_text,
)
from sopimukset.formats.word.layout import TAG
from sopimukset.formats.word.marks import (
    BODY,
    BOOKMARK,
    BOOKMARK_END,
    BOOKMARK_NAME,
    CELL,
    KEEP,
    KEEP_ALL,
    LINK,
    PICTURE,
    RESERVED,
    ROW,
    SEQUENCE,
    TABLE,
    TABLE_END,
    as_text,
    slot,
)
from sopimukset.formats.word.xml import XML_SPACE, Element, W, parse, w

_OPEN, _CLOSE = "\ue200", "\ue201"
_HELD = re.compile(f"{_OPEN}([sv])(\\d+){_CLOSE}")
"""A placeholder as it is held: `s` for a statement, `v` for a value."""

_STATEMENT = f"{_OPEN}s"
_STRANGE = re.compile(r"<!--|<!\[CDATA\[|<\?|\{[{%#][-+]|[-+][}%#]\}")
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


class NotQuickError(Exception):
    """The layout uses what only docxtpl and a reader of XML know; the message says what."""


@dataclass(frozen=True)
class Marked:
    """A part's template with marks.

    Attributes:
        source: the template, marks as characters that XML can hold.
        looks: the properties of its runs, as source, by what they become in a gap.
    """

    source: str
    looks: dict[str, str]


def mark(source: str, styles: frozenset[str], *, body: bool) -> Marked:
    """Mark a part.

    Args:
        source: the part as docxtpl's `patch_xml` gives it.
        styles: ids of the layout's styles.
        body: whether it is the document itself, in which docxtpl mends tables and pictures.

    Raises:
        NotQuickError: the marks would not do.
    """
    if re.search(RESERVED, source) or _STRANGE.search(source):
        raise NotQuickError("reserved characters, comments or trimming tags")
    tags: list[str] = []
    root = _read(TAG.sub(lambda tag: _held(tag.group(), tags), source.replace("\n", "")))
    _refuse_strange(root)
    if body:
        _refuse_uneven_tables(root)
        _mark_pictures(root)
    _mark_texts(root, styles)
    drop_paragraph_ids(root)
    _mark_bookmarks(root)
    _mark_sequences(root)
    _mark_tables(root)
    _mark_cells(root)
    _mark_body(root)
    looks = {_string(look): _string(gap_look(look, styles)) for look in _looks(root)}
    looks[""] = _string(gap_look(None, styles))
    made = _HELD.sub(lambda held: tags[int(held[2])], _string(root))
    return Marked(made, looks)


def _held(tag: str, tags: list[str]) -> str:
    if tag.startswith("{#"):
        return ""
    tags.append(tag)
    return f"{_OPEN}{'v' if tag.startswith('{{') else 's'}{len(tags) - 1}{_CLOSE}"


def _read(text: str) -> Element:
    try:
        return parse(text.encode(), "")
    except LayoutError as error:
        raise NotQuickError("not well-formed but for its placeholders") from error


def _string(element: Element) -> str:
    """The element's source, without the declarations that its root has."""
    text: str = etree.tostring(element, encoding="unicode", with_tail=False)
    if element.getparent() is None and element.tag != w("rPr"):
        return text
    return re.sub(r' xmlns:\w+="[^"]*"', "", text)


def _is_dynamic(text: str | None) -> bool:
    return _OPEN in (text or "")


def _has_statement(element: Element) -> bool:
    """Whether a condition or a loop begins or ends among the element's own children."""
    texts = (element.text, *(child.tail for child in element))
    return any(_STATEMENT in (text or "") for text in texts)


def _refuse_strange(root: Element) -> None:
    for element in root.iter():
        if [prefix for prefix, space in element.nsmap.items() if space == W] != ["w"]:
            raise NotQuickError("another prefix than w")
        if element.tag in (w("r"), w("t")) and element.nsmap != element.getparent().nsmap:
            raise NotQuickError("namespaces declared by what a body may close")
        if any(_STATEMENT in value for value in element.attrib.values()):
            raise NotQuickError("a statement in an attribute")
    for look in root.iter(w("rPr"), w("pPr"), w("tcPr"), w("trPr"), w("tblPr")):
        if any(_STATEMENT in text for text in look.itertext()):
            raise NotQuickError("a statement in properties")


def _refuse_uneven_tables(root: Element) -> None:
    """Docxtpl mends the grid of a table that has other columns than its rows have cells."""
    for table in root.iter(w("tbl")):
        if table.find(w("tblGrid")) is None:
            continue
        columns = len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))
        rows = table.findall(w("tr"))
        if any(_has_statement(row) or _width(row) != columns for row in rows):
            raise NotQuickError("rows that are narrower or wider than their table")
        before = [table.text, *(child.tail for child in rows[0].itersiblings(preceding=True))]
        if any(_STATEMENT in (text or "") for text in before):
            raise NotQuickError("a table whose first row may be missing")


def _width(row: Element) -> int:
    total = 0
    for cell in row.findall(w("tc")):
        span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
        value = "1" if span is None else str(span.get(w("val")))
        total += int(value) if value.isdecimal() else -1
    return total


def _mark_pictures(root: Element) -> None:
    for picture in root.iter(_PICTURE):
        picture.set("id", slot(PICTURE))


def _mark_texts(root: Element, styles: frozenset[str]) -> None:
    """Put texts right that hold no placeholder; the others must keep their spaces."""
    for text in list(root.iter(w("t"))):
        if _is_dynamic(text.text):
            if text.get(XML_SPACE) != "preserve":
                raise NotQuickError("a value in a text that doesn't keep its spaces")
        else:
            try:
                split_text(text, styles)
            except LayoutError as error:
                raise NotQuickError("a text outside a run") from error


def _mark_bookmarks(root: Element) -> None:
    for mark_ in root.iter(w("bookmarkStart"), w("bookmarkEnd"), w("hyperlink")):
        names = [w(name) for name in ("id", "name", "anchor")]
        if any(_is_dynamic(mark_.get(name)) for name in names):
            raise NotQuickError("a bookmark with a value in its name")
    for mark_ in root.iter(w("bookmarkStart")):
        identifier, name = mark_.attrib.pop(w("id"), None), mark_.attrib.pop(w("name"), None)
        if identifier is None or name is None:
            raise NotQuickError("a bookmark without an id or a name")
        mark_.set(w("id"), slot(BOOKMARK, identifier, name))
        mark_.set(w("name"), slot(BOOKMARK_NAME))
    for mark_ in root.iter(w("bookmarkEnd")):
        mark_.set(w("id"), slot(BOOKMARK_END, str(mark_.get(w("id")))))
    for link in root.iter(w("hyperlink")):
        if link.get(w("anchor")) is not None:
            link.set(w("anchor"), slot(LINK, link.get(w("anchor"))))


def _mark_sequences(root: Element) -> None:
    if any(_is_dynamic(part.text) for part in root.iter(w("instrText"))) or any(
        _is_dynamic(part.get(w("instr"))) for part in root.iter(w("fldSimple"))
    ):
        raise NotQuickError("a value in a field's instruction")
    for paragraph in root.iter(w("p")):
        results = list(sequence_results(paragraph))
        if results:
            _refuse_moving(paragraph, results[-1][1])
        for name, text in results:
            text.text = slot(SEQUENCE, name)


def _refuse_moving(paragraph: Element, last: Element) -> None:
    """A field's parts must always be there, and its result must be only its own paragraph's."""
    if any(p is not paragraph for p in (*paragraph.iter(w("p")), *paragraph.iterancestors(w("p")))):
        raise NotQuickError("a numbered caption in a text box")
    around = set(last.iterancestors())
    for element in paragraph.iter():
        texts = (element.text, None if element in around or element is last else element.tail)
        if any(_STATEMENT in (text or "") for text in texts):
            raise NotQuickError("a statement before a field's result")
        if element is last:
            break
    if _is_dynamic(last.text):
        raise NotQuickError("a value in a field's result")


def _mark_tables(root: Element) -> None:
    for table in root.iter(w("tbl")):
        if next(table.iterancestors(w("tbl")), None) is not None:
            raise NotQuickError("a table in a table")
        rows = table.findall(w("tr"))
        if len(rows) != len(list(table.iter(w("tr")))):
            raise NotQuickError("rows in a content control")
        for paragraph in [p for row in rows for p in row.iter(w("p"))]:
            _mark_keep(paragraph)
        for row in rows:
            _before(row, as_text(ROW))
        _before(table, as_text(TABLE))
        table.tail = as_text(TABLE_END) + (table.tail or "")


def _mark_keep(paragraph: Element) -> None:
    look = paragraph.find(w("pPr"))
    if look is None:
        paragraph.text = as_text(KEEP_ALL) + (paragraph.text or "")
    elif look.find(w("keepNext")) is None:
        style = look.find(w("pStyle"))
        if style is None:
            look.text = as_text(KEEP) + (look.text or "")
        elif look[0] is style:
            style.tail = as_text(KEEP) + (style.tail or "")
        else:
            raise NotQuickError("properties of a paragraph in another order")


def _mark_cells(root: Element) -> None:
    for cell in root.iter(w("tc")):
        if len(cell) == 0 or cell[-1].tag != w("p") or _has_statement(cell):
            _at_end(cell, slot(CELL))


def _mark_body(root: Element) -> None:
    for body in root.iter(w("body")):
        ends = body.findall(w("sectPr"))
        if ends and (len(ends) > 1 or body[-1] is not ends[0]):
            raise NotQuickError("something after the last section's properties")
        if ends:
            _before(ends[0], slot(BODY))
        else:
            _at_end(body, slot(BODY))


def _before(element: Element, text: str) -> None:
    previous = element.getprevious()
    if previous is None:
        parent = element.getparent()
        parent.text = (parent.text or "") + text
    else:
        previous.tail = (previous.tail or "") + text


def _at_end(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _looks(root: Element) -> Iterator[Element]:
    for run in root.iter(w("r")):
        look = run.find(w("rPr"))
        if look is not None:
            yield look
