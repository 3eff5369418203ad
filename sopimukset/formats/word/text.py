"""A Word document as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape

from sopimukset.formats.word.package import read_package
from sopimukset.formats.word.property_parts import DOCUMENT
from sopimukset.formats.word.xml import Element, own_text, parse, w

REMEMBERED = 4096
"""Paragraphs whose text is kept."""

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
RUNNING = {"hdr": "header", "ftr": "footer"}
"""What stands on every page, by the element that such a part is."""

_RUNNING_PARTS = re.compile(r"word/(header|footer)\d*\.xml")
_RESULTS = re.compile(
    r'<w:fldChar [^>]*w:fldCharType="separate"[^>]*>.*?<w:fldChar [^>]*w:fldCharType="end"'
    r"|<w:fldSimple .*?</w:fldSimple>",
    re.DOTALL,
)
_FIELDS = (w("fldChar"), w("fldSimple"), w("t"))
_TEXT_PARTS = re.compile(r"word/(header\d*|footer\d*|footnotes|endnotes)\.xml")


def text_of(data: bytes) -> list[str]:
    """Return the paragraphs of a document, tables included, then headers, footers and notes.

    A no-break space is a space here.

    Raises:
        LayoutError: not a Word document.
    """
    parts = read_package(data)
    others = sorted(name for name in parts if _TEXT_PARTS.fullmatch(name))
    return [
        own_text(paragraph).replace("\u00a0", " ")
        for name in (DOCUMENT, *others)
        for paragraph in paragraphs(parse(parts[name], name))
    ]


def body_texts(data: bytes) -> list[str]:
    """Return the paragraphs of a document's body that hold text, each on one line.

    Blanks count as one, so that a program that breaks lines of its XML elsewhere tells the same.

    Raises:
        LayoutError: not a Word document.
    """
    root = parse(read_package(data)[DOCUMENT], DOCUMENT)
    lines = (one_line(own_text(paragraph)) for paragraph in paragraphs(root))
    return [line for line in lines if line]


def running_texts(parts: Mapping[str, bytes]) -> set[tuple[str, str]]:
    """What the headers and footers say: `header` or `footer`, and a paragraph on one line.

    Without the results of fields: a program that saves the document numbers its pages anew. Each
    text is there once, for a program may write a header again for another kind of page.

    Raises:
        LayoutError: a part is not well-formed.
    """
    found = set()
    for name in filter(_RUNNING_PARTS.fullmatch, parts):
        root = parse(parts[name], name)
        _drop_results(root)
        place = RUNNING.get(root.tag.rpartition("}")[2], "")
        found |= {(place, one_line(own_text(item))) for item in paragraphs(root)}
    return {(place, line) for place, line in found if place and line}


def running_texts_of_ours(parts: Mapping[str, bytes]) -> set[tuple[str, str]]:
    """The same of parts that this package has rendered, without reading them as XML."""
    return {
        (found[1], line)
        for name in parts
        if (found := _RUNNING_PARTS.fullmatch(name))
        for paragraph in _RESULTS.sub("", parts[name].decode()).split("</w:p>")
        if (line := _line(paragraph))
    }


def _drop_results(root: Element) -> None:
    """Empty the texts that are results of fields."""
    depth = 0
    for element in root.iter(*_FIELDS):
        if element.tag == w("fldSimple"):
            for text in element.iter(w("t")):
                text.text = ""
        elif element.tag == w("fldChar"):
            depth += {"begin": 1, "end": -1}.get(str(element.get(w("fldCharType"))), 0)
        elif depth > 0:
            element.text = ""


def paragraphs(root: Element) -> Iterator[Element]:
    """The paragraphs of a part, those of text boxes too, as a program of today reads it.

    Word and LibreOffice save a drawing twice: as it is, and in the form that programs before 2010
    know (`mc:Fallback`). That form's texts are the same ones again.
    """
    again = {item for form in root.iter(_FALLBACK) for item in form.iter(w("p"))}
    return (item for item in root.iter(w("p")) if item not in again)


def body_texts_of_ours(xml: str) -> list[str]:
    """The same of a main part that this package has rendered: no text boxes, `w:` for its names.

    Ten times as fast, for it reads no more of the XML than it needs.
    """
    return [line for paragraph in xml.split("</w:p>") if (line := _line(paragraph))]


@lru_cache(maxsize=REMEMBERED)
def _line(paragraph: str) -> str:
    """The text of a paragraph on one line, from its source; a text never holds a `>` as it is.

    It is remembered: four of five paragraphs of a run's documents stand in an earlier one too.
    """
    made = []
    for piece in paragraph.split("</w:t>")[:-1]:
        before, _, text = piece.rpartition(">")
        if "<w:tab" in before or "<w:br" in before or "<w:cr" in before:
            made.append(" ")
        made.append(unescape(text) if "&" in text else text)
    return one_line("".join(made))


def one_line(text: str) -> str:
    """A text on one line; blanks count as one."""
    return " ".join(text.split())
