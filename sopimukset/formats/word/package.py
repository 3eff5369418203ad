"""The package around the parts: content types, relationships and property parts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lxml import etree

from sopimukset.base.speech import say
from sopimukset.formats import zip as archive
from sopimukset.formats.word.errors import LayoutError
from sopimukset.formats.word.gaps import strip_markers
from sopimukset.formats.word.properties import Properties
from sopimukset.formats.word.xml import Element, parse, serialise

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
CORE, APP, CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"
RELS = "_rels/.rels"

_CT = "http://schemas.openxmlformats.org/package/2006/content-types"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_DCT = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_EXT = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUS = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"

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


def with_properties(parts: Mapping[str, bytes], properties: Properties) -> dict[str, bytes]:
    """Return the parts with the properties in place of whatever the layout said about itself.

    Names of persons that Word wrote into the layout's properties don't reach the document.
    """
    made = {CORE: _core(properties), APP: _app(), CUSTOM: _custom(properties.custom)}
    if not properties.custom:
        del made[CUSTOM]
    kept = {name: data for name, data in parts.items() if not name.startswith("docProps/")}
    types = _types_without_properties(parse(kept[CONTENT_TYPES], CONTENT_TYPES))
    relations = _relations_without_properties(parse(kept[RELS], RELS))
    for number, name in enumerate(sorted(made), 1):
        content_type, relation = _TYPES[name]
        etree.SubElement(types, f"{{{_CT}}}Override", PartName=f"/{name}", ContentType=content_type)
        etree.SubElement(
            relations, f"{{{_REL}}}Relationship", Id=f"rIdP{number}", Type=relation, Target=name
        )
    return {**kept, **made, CONTENT_TYPES: serialise(types), RELS: serialise(relations)}


def read_properties(data: bytes) -> Properties:
    """Return what a Word document's file says about itself; what is absent is empty.

    Raises:
        LayoutError: not a Word document.
    """
    parts = read_package(data)
    core = parse(parts[CORE], CORE) if CORE in parts else etree.Element("none")
    custom = parse(parts[CUSTOM], CUSTOM) if CUSTOM in parts else etree.Element("none")
    keywords = _text(core, _CP, "keywords")
    return Properties(
        title=_text(core, _DC, "title"),
        language=_text(core, _DC, "language"),
        day=_day(_text(core, _DCT, "created")),
        creator=_text(core, _DC, "creator"),
        subject=_text(core, _DC, "subject"),
        keywords=tuple(keywords.split("; ")) if keywords else (),
        identifier=_text(core, _DC, "identifier"),
        custom={item.get("name", ""): "".join(item.itertext()) for item in custom},
    )


def _core(properties: Properties) -> bytes:
    root = etree.Element(
        f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC, "dcterms": _DCT, "xsi": _XSI}
    )
    day = f"{properties.day.isoformat()}T00:00:00Z"
    _put(root, _DC, "title", properties.title)
    _put(root, _DC, "subject", properties.subject)
    _put(root, _DC, "creator", properties.creator)
    _put(root, _CP, "keywords", "; ".join(properties.keywords))
    _put(root, _DC, "identifier", properties.identifier)
    _put(root, _DC, "language", properties.language)
    for name in ("created", "modified"):
        _put(root, _DCT, name, day)
        root[-1].set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    return serialise(root)


def _app() -> bytes:
    return serialise(etree.Element(f"{{{_EXT}}}Properties", nsmap={None: _EXT}))


def _custom(custom: Mapping[str, str]) -> bytes:
    root = etree.Element(f"{{{_CUS}}}Properties", nsmap={None: _CUS, "vt": _VT})
    for number, (name, value) in enumerate(sorted(custom.items()), 2):
        item = etree.SubElement(
            root, f"{{{_CUS}}}property", fmtid=_FORMAT, pid=str(number), name=name
        )
        etree.SubElement(item, f"{{{_VT}}}lpwstr").text = strip_markers(value)
    return serialise(root)


def _put(root: Element, space: str, name: str, value: str) -> None:
    if value:
        etree.SubElement(root, f"{{{space}}}{name}").text = strip_markers(value)


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
