"""A Word document as plain text."""

from __future__ import annotations

import re

from sopimukset.formats.word.package import read_package
from sopimukset.formats.word.property_parts import DOCUMENT
from sopimukset.formats.word.xml import own_text, parse, w

_TEXT_PARTS = re.compile(r"word/(header\d*|footer\d*|footnotes|endnotes)\.xml")


def text_of(data: bytes) -> list[str]:
    """Return the paragraphs of a document, tables included, then headers, footers and notes.

    Raises:
        LayoutError: not a Word document.
    """
    parts = read_package(data)
    others = sorted(name for name in parts if _TEXT_PARTS.fullmatch(name))
    return [
        own_text(paragraph)
        for name in (DOCUMENT, *others)
        for paragraph in parse(parts[name], name).iter(w("p"))
    ]
