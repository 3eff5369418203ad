"""What a PDF file says about itself: title, language, claim, properties."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from sopimukset.formats.paper import Paper
from sopimukset.formats.pdf.structure import literal
from sopimukset.formats.writable import checked

_NO_DAY = date(2000, 1, 1)
_NAMESPACE = "urn:x-sopimukset:properties"
_PACKET = "W5M0MpCehiHzreSzNTczkc9d"


def describe(document: Any, paper: Paper, mark: str) -> None:  # noqa: ANN401
    """Write the catalogue's entries and the file's properties into a document of reportlab's."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream, PDFString

    catalogue = document.Catalog
    catalogue.Lang = PDFString(paper.language)
    catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
    catalogue.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    catalogue.Metadata = PDFStream(kind, content=_packet(paper, mark).encode())
    document.info = _info(paper, mark)


def _info(paper: Paper, mark: str) -> Any:  # noqa: ANN401 (reportlab has no types)
    from reportlab.pdfbase.pdfdoc import PDFInfo

    day = f"(D:{paper.day or _NO_DAY:%Y%m%d}000000Z)"
    told = {"Title": paper.title, "Keywords": mark, **dict(paper.properties)}
    entries = [f"/{_name(name)} {literal(checked(text))}" for name, text in told.items() if text]
    entries += [f"/CreationDate {day}", f"/ModDate {day}", "/Trapped /False"]

    class Info(PDFInfo):  # type: ignore[misc]  # reportlab has no types
        """The properties of the file, those of our own among them."""

        def format(self, _document: object) -> bytes:
            """The dictionary's bytes."""
            return f"<<{' '.join(entries)}>>".encode("ascii")

    made = Info()
    made.title, made.subject, made.author, made.keywords = paper.title, "", "", mark
    return made


def _name(text: str) -> str:
    """A name in PDF's notation, but for its slash."""
    return "".join(
        chr(byte)
        if chr(byte).isascii() and (chr(byte).isalnum() or chr(byte) in "._-")
        else f"#{byte:02X}"
        for byte in text.encode()
    )


def _packet(paper: Paper, mark: str) -> str:
    """The XMP packet, with the claim of PDF/UA-1."""
    day = f"{paper.day or _NO_DAY:%Y-%m-%d}T00:00:00Z"
    own = "".join(
        f"<own:{tag}>{escape(text)}</own:{tag}>"
        for tag, text in ((_tag(name), text) for name, text in paper.properties)
        if text
    )
    keywords = f"<pdf:Keywords>{escape(mark)}</pdf:Keywords>" if mark else ""
    return (
        f'<?xpacket begin="\ufeff" id="{_PACKET}"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        'rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
        f'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:own="{_NAMESPACE}">'
        "<pdfuaid:part>1</pdfuaid:part><dc:format>application/pdf</dc:format>"
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(checked(paper.title))}</rdf:li>'
        "</rdf:Alt></dc:title>"
        f"<dc:language><rdf:Bag><rdf:li>{escape(paper.language)}</rdf:li></rdf:Bag></dc:language>"
        f"{keywords}<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>"
        f'{own}</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>\n'
    )


def _tag(name: str) -> str:
    """The name of a property as an element's."""
    made = re.sub(r"[^A-Za-z0-9._-]", "_", name)
    return made if re.match(r"[A-Za-z_]", made) else f"_{made}"
