"""The drawings that a document shows as pictures, with the texts that stand for them."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sopimukset.formats.word.pictures import RELATIONS
from sopimukset.formats.word.property_parts import DOCUMENT
from sopimukset.formats.word.text import one_line
from sopimukset.formats.word.xml import Element, parse

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_PLACES = (f"{{{_WP}}}inline", f"{{{_WP}}}anchor")
_METAFILE, _SIGN_AT = b" EMF", 40


@dataclass(frozen=True, slots=True)
class Shown:
    """A drawing in the body of a document.

    Attributes:
        alternative: the text that stands for it, on one line.
        digest: a fingerprint of its bytes.
    """

    alternative: str
    digest: str


def shown_drawings(parts: Mapping[str, bytes]) -> list[Shown]:
    """The enhanced metafiles that the body of a document shows, in its order.

    Programs that save a document again keep them byte by byte; photographs they may pack anew.

    Raises:
        LayoutError: the parts are no sound ones of a Word document.
    """
    if b":embed=" not in parts.get(DOCUMENT, b"") or RELATIONS not in parts:
        return []
    targets = dict(_targets(parse(parts[RELATIONS], RELATIONS)))
    return [
        Shown(alternative, hashlib.sha256(data).hexdigest())
        for alternative, name in _blips(parse(parts[DOCUMENT], DOCUMENT))
        if _is_metafile(data := parts.get(targets.get(name, ""), b""))
    ]


def _is_metafile(data: bytes) -> bool:
    return data[_SIGN_AT : _SIGN_AT + len(_METAFILE)] == _METAFILE


def _targets(root: Element) -> Iterator[tuple[str, str]]:
    """The parts that the main one refers to, by the ids of the references."""
    for item in root:
        target = posixpath.join("/word", str(item.get("Target", "")))
        yield str(item.get("Id")), posixpath.normpath(target).lstrip("/")


def _blips(root: Element) -> Iterator[tuple[str, str]]:
    """The text that stands for each picture, and the id of the picture's part."""
    for place in root.iter(*_PLACES):
        told = place.find(f"{{{_WP}}}docPr")
        text = "" if told is None else one_line(str(told.get("descr", "")))
        for blip in place.iter(_BLIP):
            yield text, str(blip.get(f"{{{_OFFICE}}}embed"))
