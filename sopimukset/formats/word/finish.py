"""What is done to a filled part: gaps, line breaks, links to repeated places, numbers, repairs.

Filling repeats pieces of a layout. A bookmark inside a loop then stands there several times
under one name, a caption's number is the same in every copy. Both are put right here, so that a
layout stays a document that Word opens: its bookmarks and fields are ordinary ones.
"""

from __future__ import annotations

import copy
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import compress

from lxml import etree

from sopimukset.base.speech import say
from sopimukset.formats.word.errors import LayoutError
from sopimukset.formats.word.gaps import MARKERS, Piece, has_markers, pieces, strip_markers
from sopimukset.formats.word.placing import refuse_misplaced
from sopimukset.formats.word.quick import END_PARAGRAPH, keeping
from sopimukset.formats.word.xml import XML_SPACE, Element, W, parse, serialise, w

GAP_STYLE = "PuuttuvaTieto"
"""Id of the character style of gaps; where a layout lacks it, gaps are highlighted directly."""

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_SPECIAL = re.compile(f"[\n\t{MARKERS}]")
_SEQ = re.compile(r"^\s*SEQ\s+(\S+)")


def finish(data: bytes, part: str, styles: frozenset[str]) -> bytes:
    """Return a filled part, parsed strictly and put right.

    Raises:
        LayoutError: what was filled in isn't well-formed, or stands where no text may.
    """
    root = parse(data, part)
    refuse_misplaced(root, part)
    for text in list(root.iter(w("t"))):
        split_text(text, styles)
    drop_paragraph_ids(root)
    _name_bookmarks(root)
    _number_sequences(root)
    _repair_cells(root)
    _keep_small_tables(root)
    result = serialise(root)
    if has_markers(told := result.decode()):
        result = strip_markers(told).encode()
    return result


def split_text(text: Element, styles: frozenset[str]) -> None:
    """Give line breaks, tabs, gaps and other languages in the text of a run runs of their own.

    Raises:
        LayoutError: the text is in no run.
    """
    value = text.text or ""
    if value != value.strip():
        text.set(XML_SPACE, "preserve")
    if not _SPECIAL.search(value):
        return
    run = text.getparent()
    if run is None or run.tag != w("r"):
        raise LayoutError(say("Merkintä on kohdassa, jossa ei ole tekstiajoa."), excerpt=value)
    after = _rest(run, text)
    run.remove(text)
    made = [_piece_run(run, piece, styles) for piece in pieces(value)]
    for new in reversed([*made, *([after] if _has_content(after) else [])]):
        run.addnext(new)
    if not _has_content(run):
        run.getparent().remove(run)


def _rest(run: Element, text: Element) -> Element:
    """A run like the one of the text, with all that follows the text in it."""
    rest = etree.Element(w("r"), dict(run.attrib), nsmap=run.nsmap)
    look = run.find(w("rPr"))
    if look is not None:
        rest.append(copy.deepcopy(look))
    for child in list(text.itersiblings()):
        if child.tag != w("rPr"):
            rest.append(child)
    return rest


def _has_content(run: Element) -> bool:
    return any(child.tag != w("rPr") for child in run)


def _piece_run(run: Element, piece: Piece, styles: frozenset[str]) -> Element:
    new = etree.Element(w("r"), nsmap=run.nsmap)
    look = run.find(w("rPr"))
    if piece.gap:
        new.append(gap_look(look, styles))
    elif piece.language:
        new.append(_spoken_look(look, piece.language))
    elif look is not None:
        new.append(copy.deepcopy(look))
    for bit in re.split("([\n\t])", piece.text):
        if bit == "\n":
            etree.SubElement(new, w("br"))
        elif bit == "\t":
            etree.SubElement(new, w("tab"))
        elif bit:
            etree.SubElement(new, w("t")).text = bit
            new[-1].set(XML_SPACE, "preserve")
    return new


def gap_look(look: Element | None, styles: frozenset[str]) -> Element:
    """The properties of a run, which may have none, as they are when the run is a gap."""
    made = etree.Element(w("rPr"), nsmap={"w": W}) if look is None else copy.deepcopy(look)
    if GAP_STYLE not in styles:
        highlight = etree.Element(w("highlight"))
        highlight.set(w("val"), "yellow")
        _insert_highlight(made, highlight)
        return made
    for old in made.findall(w("rStyle")):
        made.remove(old)
    style = etree.Element(w("rStyle"))
    style.set(w("val"), GAP_STYLE)
    made.insert(0, style)
    return made


def _spoken_look(look: Element | None, language: str) -> Element:
    """The properties of a run, which may have none, as they are in another language."""
    made = etree.Element(w("rPr"), nsmap={"w": W}) if look is None else copy.deepcopy(look)
    for old in made.findall(w("lang")):
        made.remove(old)
    told = etree.Element(w("lang"))
    told.set(w("val"), language)
    after = next((child for child in made if child.tag in _AFTER_LANGUAGE), None)
    if after is None:
        made.append(told)
    else:
        after.addprevious(told)
    return made


_AFTER_LANGUAGE = {w(n) for n in ("eastAsianLayout", "specVanish", "oMath", "rPrChange")}
_AFTER_HIGHLIGHT = {
    w(n)
    for n in (
        "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
        "eastAsianLayout", "specVanish", "oMath",
    )
}  # fmt: skip


def _insert_highlight(look: Element, highlight: Element) -> None:
    """Put the element where the schema's order of run properties wants it."""
    for old in look.findall(w("highlight")):
        look.remove(old)
    for child in look:
        if child.tag in _AFTER_HIGHLIGHT:
            child.addprevious(highlight)
            return
    look.append(highlight)


def drop_paragraph_ids(root: Element) -> None:
    """Take away the ids that Word gives to paragraphs and rows: a loop would repeat them."""
    for element in root.iter(w("p"), w("tr")):
        for name in ("paraId", "textId"):
            element.attrib.pop(f"{{{_W14}}}{name}", None)


def _name_bookmarks(root: Element) -> None:
    """Number bookmarks anew; the nth link to a repeated name leads to the nth of that name."""
    seen: Counter[str] = Counter()
    open_ids: dict[str, str] = {}
    names: defaultdict[str, list[str]] = defaultdict(list)
    for number, mark in enumerate(root.iter(w("bookmarkStart")), 1):
        name = str(mark.get(w("name")))
        seen[name] += 1
        names[name].append(name if seen[name] == 1 else f"{name}_{seen[name]}")
        mark.set(w("name"), names[name][-1])
        mark.set("number", str(number))
    for mark in root.iter(w("bookmarkStart"), w("bookmarkEnd")):
        identifier = str(mark.get(w("id")))
        if mark.tag == w("bookmarkStart"):
            open_ids[identifier] = mark.attrib.pop("number")
        mark.set(w("id"), open_ids.get(identifier, identifier))
    links: Counter[str] = Counter()
    for link in root.iter(w("hyperlink")):
        anchor = str(link.get(w("anchor")))
        if anchor in names:
            link.set(w("anchor"), names[anchor][min(links[anchor], len(names[anchor]) - 1)])
            links[anchor] += 1


def _number_sequences(root: Element) -> None:
    """Write the results of SEQ fields, which number captions, in the order of the document."""
    numbers: Counter[str] = Counter()
    for paragraph in root.iter(w("p")):
        for name, text in sequence_results(paragraph):
            numbers[name] += 1
            text.text = str(numbers[name])


def sequence_results(paragraph: Element) -> Iterator[tuple[str, Element]]:
    """The names of the SEQ fields in a paragraph, and the texts that show their numbers."""
    state, name = "", ""
    for element in paragraph.iter(w("fldSimple"), w("fldChar"), w("instrText"), w("t")):
        if element.tag == w("fldSimple"):
            state, name = _open_simple(element)
        elif element.tag == w("fldChar"):
            state, name = _next_state(str(element.get(w("fldCharType"))), state, name)
        elif element.tag == w("instrText"):
            found = _SEQ.match(element.text or "")
            name = found.group(1) if found else name
        elif state == "result" and name:
            yield name, element
            state, name = "", ""


def _open_simple(element: Element) -> tuple[str, str]:
    found = _SEQ.match(str(element.get(w("instr"))))
    return ("result", found.group(1)) if found else ("", "")


def _next_state(kind: str, state: str, name: str) -> tuple[str, str]:
    if kind == "separate":
        return ("result", name)
    return ("", "") if kind in ("begin", "end") else (state, name)


def _keep_small_tables(root: Element) -> None:
    for table in root.iter(w("tbl")):
        rows = table.findall(w("tr"))
        for row in compress(rows, keeping(len(rows))):
            for paragraph in list(row.iter(w("p"))):
                _keep_next(paragraph)


def _keep_next(paragraph: Element) -> None:
    look = paragraph.find(w("pPr"))
    if look is None:
        look = etree.Element(w("pPr"))
        paragraph.insert(0, look)
    if look.find(w("keepNext")) is None:
        style = look.find(w("pStyle"))
        look.insert(0 if style is None else 1, etree.Element(w("keepNext")))


def _end_paragraph() -> Element:
    return parse(END_PARAGRAPH.replace("<w:p>", f'<w:p xmlns:w="{W}">', 1).encode(), "")


def _repair_cells(root: Element) -> None:
    """Give each cell its last paragraph, and the body one after a table, as Word demands."""
    for cell in root.iter(w("tc")):
        if len(cell) == 0 or cell[-1].tag != w("p"):
            etree.SubElement(cell, w("p"))
    for body in root.iter(w("body")):
        blocks = [child for child in body if child.tag != w("sectPr")]
        if blocks and blocks[-1].tag == w("tbl"):
            blocks[-1].addnext(_end_paragraph())
