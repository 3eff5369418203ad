"""Small layouts built from paragraphs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from xml.sax.saxutils import escape

import pytest

from sopimukset.formats import zip as archive
from sopimukset.formats.word import Properties

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

Parts = dict[str, bytes]
Build = Callable[..., bytes]


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def parts_of(body: str) -> Parts:
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{TYPE}"/></Types>'
        ).encode(),
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
        ).encode(),
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>".encode(),
    }


@pytest.fixture
def layout() -> Build:
    """Build a layout: paragraphs as text or XML (``body=``), further parts by ``extra=``."""

    def build(*texts: str, body: str = "", extra: Parts | None = None) -> bytes:
        made = "".join(paragraph(text) for text in texts) + body
        return archive.write({**parts_of(made), **(extra or {})})

    return build


@pytest.fixture
def properties() -> Properties:
    return Properties("Otsikko", "fi-FI", date(2025, 4, 1))
