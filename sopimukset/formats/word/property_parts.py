"""The parts that say what a document's file is, written as text: no XML library is needed."""

from __future__ import annotations

from collections.abc import Mapping

from sopimukset.base.speech import say
from sopimukset.formats.word.errors import LayoutError
from sopimukset.formats.word.gaps import strip_markers
from sopimukset.formats.word.properties import Properties
from sopimukset.formats.word.quick import DECLARATION
from sopimukset.formats.writable import ILLEGAL

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
CORE, APP, CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"
RELS = "_rels/.rels"

CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
DCT = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_EXT = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUS = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


APP_PART = f'{DECLARATION}<Properties xmlns="{_EXT}"/>'.encode()
"""The part that says which program made a document: it says nothing."""


def core_part(properties: Properties) -> bytes:
    """Return the part for all properties but the custom ones.

    Raises:
        LayoutError: a property holds a control character.
    """
    day = f"{properties.day.isoformat()}T00:00:00Z"
    texts = (
        ("dc:title", properties.title),
        ("dc:subject", properties.subject),
        ("dc:creator", properties.creator),
        ("cp:keywords", "; ".join(properties.keywords)),
        ("dc:identifier", properties.identifier),
        ("dc:language", properties.language),
    )
    made = [f"<{tag}>{_escaped(text)}</{tag}>" for tag, text in texts if text]
    for tag in ("dcterms:created", "dcterms:modified"):
        made.append(f'<{tag} xsi:type="dcterms:W3CDTF">{day}</{tag}>')
    spaces = f'xmlns:cp="{CP}" xmlns:dc="{DC}" xmlns:dcterms="{DCT}" xmlns:xsi="{_XSI}"'
    text = f"<cp:coreProperties {spaces}>{''.join(made)}</cp:coreProperties>"
    return f"{DECLARATION}{text}".encode()


def custom_part(custom: Mapping[str, str]) -> bytes:
    """Return the part for the custom properties.

    Raises:
        LayoutError: a property holds a control character.
    """
    made = [
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{_escaped(name)}">'
        f"<vt:lpwstr>{_escaped(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(sorted(custom.items()), 2)
    ]
    text = f'<Properties xmlns="{_CUS}" xmlns:vt="{_VT}">{"".join(made)}</Properties>'
    return f"{DECLARATION}{text}".encode()


def _escaped(text: str) -> str:
    if found := ILLEGAL.search(text):
        code = f"U+{ord(found.group()):04X}"
        message = say("Asiakirjan ominaisuuksissa on ohjausmerkki {merkki}.")
        raise LayoutError(message.format(merkki=code))
    plain = strip_markers(text).replace("&", "&amp;").replace("<", "&lt;")
    return plain.replace(">", "&gt;").replace('"', "&quot;")
