"""The package around the parts: content types, relationships and property parts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lxml import etree

from sopimukset.base.speech import say
from sopimukset.formats import zip as archive
from sopimukset.formats.word.errors import LayoutError
from sopimukset.formats.word.properties import Properties
from sopimukset.formats.word.property_parts import (
    APP,
    CONTENT_TYPES,
    CORE,
    CP,
    CUSTOM,
    DC,
    DCT,
    DOCUMENT,
    RELS,
)
from sopimukset.formats.word.xml import Element, parse, serialise

_CT = "http://schemas.openxmlformats.org/package/2006/content-types"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_TYPES = {
    CORE: (
        "application/vnd.openxmlformats-package.core-properties+xml",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    ),
    APP: (
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        f"{_OFFICE}/extended-properties",
    ),
    CUSTOM: (
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        f"{_OFFICE}/custom-properties",
    ),
}


def read_package(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word document.

    Raises:
        LayoutError: not a zip package, or not one of a Word document.
    """
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise LayoutError(
            say("Tiedosto on vanhaa .doc-muotoa tai suojattu salasanalla."),
            hint=say("Tallenna se Wordissa ilman salasanaa .docx-muotoon."),
        )
    try:
        parts = archive.read(data)
    except archive.ZipError as error:
        raise LayoutError(
            say("Tiedosto ei ole Word-asiakirja: {syy}").format(syy=error),
            hint=say("Tallenna se Wordissa .docx-muotoon."),
        ) from error
    if CONTENT_TYPES not in parts or DOCUMENT not in parts:
        raise LayoutError(
            say("Tiedosto on zip-paketti mutta ei Word-asiakirja."),
            hint=say("Tallenna se Wordissa .docx-muotoon."),
        )
    return parts


def without_properties(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts but those in which the layout says what it is itself.

    Names of persons that Word wrote into the layout's properties don't reach the document.
    """
    return {name: data for name, data in parts.items() if not name.startswith("docProps/")}


def plumbing(parts: Mapping[str, bytes], *, custom: bool) -> dict[str, bytes]:
    """Return the content types and the relationships of a document with properties of its own."""
    types = _types_without_properties(parse(parts[CONTENT_TYPES], CONTENT_TYPES))
    relations = _relations_without_properties(parse(parts[RELS], RELS))
    for number, name in enumerate(sorted((CORE, APP, CUSTOM) if custom else (CORE, APP)), 1):
        content_type, relation = _TYPES[name]
        etree.SubElement(types, f"{{{_CT}}}Override", PartName=f"/{name}", ContentType=content_type)
        etree.SubElement(
            relations, f"{{{_REL}}}Relationship", Id=f"rIdP{number}", Type=relation, Target=name
        )
    return {CONTENT_TYPES: serialise(types), RELS: serialise(relations)}


def read_properties(data: bytes) -> Properties:
    """Return what a Word document's file says about itself; what is absent is empty.

    Raises:
        LayoutError: not a Word document.
    """
    parts = read_package(data)
    core = parse(parts[CORE], CORE) if CORE in parts else etree.Element("none")
    keywords = _text(core, CP, "keywords")
    return Properties(
        title=_text(core, DC, "title"),
        language=_text(core, DC, "language"),
        day=_day(_text(core, DCT, "created")),
        creator=_text(core, DC, "creator"),
        subject=_text(core, DC, "subject"),
        keywords=tuple(keywords.split("; ")) if keywords else (),
        identifier=_text(core, DC, "identifier"),
        custom=custom_properties(parts),
    )


def custom_properties(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the custom properties that stand in a package's parts.

    Raises:
        LayoutError: their part is not well-formed.
    """
    if CUSTOM not in parts:
        return {}
    found = parse(parts[CUSTOM], CUSTOM)
    return {item.get("name", ""): "".join(item.itertext()) for item in found}


def _types_without_properties(root: Element) -> Element:
    for item in list(root):
        if str(item.get("PartName", "")).startswith("/docProps/"):
            root.remove(item)
    return root


def _relations_without_properties(root: Element) -> Element:
    for item in list(root):
        if str(item.get("Target", "")).lstrip("/").startswith("docProps/"):
            root.remove(item)
    return root


def _text(root: Element, space: str, name: str) -> str:
    return str(root.findtext(f"{{{space}}}{name}") or "")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return date.min
