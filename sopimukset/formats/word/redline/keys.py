"""What an element says, as a text that is the same wherever it says the same.

Ids that only hold a file together don't count: a picture is known by its bytes, a numbering by its
definition, a note by its words, an anchor by the paragraph that it marks.
"""

from __future__ import annotations

import re
from typing import Protocol

from sopimukset.formats.word.redline.names import (
    ANCHOR,
    CHANGES,
    CODE,
    ID,
    LINK,
    NOTES,
    P_PR,
    R_PR,
    SECT_PR,
    TEXT,
    UNSEEN,
    VAL,
    R,
)
from sopimukset.formats.word.xml import Element, W, w

_SAVED = re.compile(r"rsid|(?:paraId|textId|anchorId|editId|durableId|history|dirty|tplc)$")
"""Names of attributes in which Word notes who saved what when."""

_STYLED = {w("pStyle"), w("rStyle"), w("tblStyle")}
_NUM_ID = w("numId")
_LEFT_OUT = UNSEEN | CHANGES | {w("ins"), w("del"), w("moveFrom"), w("moveTo")}
_DRAWN = ("docPr", "cNvPr")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXTS = {TEXT, CODE, w("delText"), w("delInstrText")}


class Meanings(Protocol):
    """What the ids of a part mean."""

    def style(self, identifier: str) -> str:
        """A style."""

    def numbering(self, identifier: str) -> str:
        """A numbering."""

    def reference(self, identifier: str) -> str:
        """A picture, a part, an address."""

    def note(self, kind: str, identifier: str) -> str:
        """A note of the kind `footnotes` or `endnotes`."""

    def anchor(self, name: str) -> str:
        """The place that a bookmark marks."""


def key(element: Element, meanings: Meanings) -> str:
    """What an element says."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    if tag in (R_PR, P_PR, SECT_PR):
        return properties(element, meanings)
    inner = [key(item, meanings) for item in element if item.tag not in _LEFT_OUT]
    text = element.text or ""
    if text and tag not in _TEXTS and not text.strip():
        text = ""
    return f"<{_short(tag)}{_attributes(element, meanings)}>{text}{''.join(inner)}</>"


def properties(element: Element | None, meanings: Meanings) -> str:
    """What properties say, in whatever order; a paragraph's without its mark's and section's.

    No properties say as much as empty ones.
    """
    if element is None:
        return ""
    apart = (R_PR, SECT_PR) if element.tag == P_PR else ()
    inner = sorted(
        key(item, meanings)
        for item in element
        if item.tag not in _LEFT_OUT and item.tag not in apart
    )
    return f"{_short(element.tag)}{{{''.join(inner)}}}" if inner else ""


def _attributes(element: Element, meanings: Meanings) -> str:
    if not element.attrib:
        return ""
    told = []
    for name, value in element.attrib.items():
        if name == _SPACE or _SAVED.search(name):
            continue
        meaning = _meaning(element.tag, name, value, meanings)
        if meaning:
            told.append(f" {_short(name)}={meaning!r}")
    return "".join(sorted(told))


def _meaning(tag: str, name: str, value: str, meanings: Meanings) -> str:
    if name == VAL:
        if tag in _STYLED:
            return meanings.style(value)
        return meanings.numbering(value) if tag == _NUM_ID else value
    if name.startswith(f"{{{R}}}") or name.endswith("}relid"):
        return meanings.reference(value)
    if name == ID and tag in NOTES:
        return meanings.note(NOTES[tag], value)
    if name == ANCHOR and tag == LINK:
        return meanings.anchor(value)
    if name == "id" and tag.endswith(_DRAWN):
        return ""
    return value


def _short(name: str) -> str:
    return name[len(W) + 2 :] if name.startswith(f"{{{W}}}") else name
