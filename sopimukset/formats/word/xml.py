"""Strict reading and plain writing of the XML parts of a package."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from sopimukset.base.speech import say
from sopimukset.formats.word.errors import LayoutError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Element = Any
"""An lxml element; lxml ships no types."""

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def w(name: str) -> str:
    """Return the qualified name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def parse(data: bytes, part: str) -> Element:
    """Return the root of a part.

    Raises:
        LayoutError: not well-formed, or with a document type or entities (which Word never writes
            and which could read files or grow without bound).
    """
    if _DOCTYPE.search(data) or _DOCTYPE.search(data.replace(b"\0", b"")):
        raise LayoutError(
            say("Tiedostossa on DTD- tai entiteettimäärittely, jota Word ei kirjoita."),
            part,
            hint=say("Avaa pohja Wordissa ja tallenna se uudelleen .docx-muotoon."),
        )
    try:
        return etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        raise LayoutError(
            say("Tiedoston osa ei ole eheää XML:ää."),
            part,
            hint=say("Avaa pohja Wordissa ja tallenna se uudelleen .docx-muotoon."),
        ) from error


def serialise(root: Element) -> bytes:
    """Return a part's bytes with its XML declaration."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def as_source(root: Element) -> str:
    """Return a part as text without declaration and line breaks, as a template is made of."""
    text: str = etree.tostring(root, encoding="unicode")
    return text.replace("\n", " ")


def own_text(paragraph: Element) -> str:
    """Return a paragraph's text without that of paragraphs inside it (text boxes)."""
    found: list[str] = []
    _collect(paragraph, found)
    return "".join(found)


def _collect(element: Element, found: list[str]) -> None:
    for child in element:
        if child.tag == w("t"):
            found.append(child.text or "")
        elif child.tag == w("tab"):
            found.append("\t")
        elif child.tag in (w("br"), w("cr")):
            found.append("\n")
        elif child.tag not in (w("p"), w("pPr"), w("rPr")):
            _collect(child, found)


def _parser() -> Any:  # noqa: ANN401 (lxml ships no types)
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
