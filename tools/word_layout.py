"""Makes the first version of a Word layout; the .docx is the source of truth afterwards.

A maintainer's tool: a new kind of document gets its layout from here, with the same styles,
numbering, header and footer as the others. From then on people edit the .docx in Word, so the
tool refuses to overwrite one unless told to.

    python tools/word_layout.py templates/tym-sopimus/fi.docx [--force]

The kind is the folder's name, the language the file's.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sopimukset.formats import zip as archive
from sopimukset.formats.word.quick import END_PARAGRAPH

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TEXT_WIDTH = 9072
"""Width of the text on A4 with margins of 2.5 cm, in twentieths of a point."""
MARGINS = (1701, 1417, 1417, 1417)
HIGH = 1200
"""With a smaller upper margin the first line of a page stands near the line of its header."""
INDENT = 2608
"""Where the text of a side heading begins: 4.6 cm, as in the Finnish document standard."""
FONT = "Calibri"
DARK = "1F3040"
MARK = "8A1C1C"
TABLE = "{table}"
CAPTIONS = {"fi": "Taulukko", "sv": "Tabell"}
"""How a caption begins, by language."""


# Pieces of a document --------------------------------------------------------------------------


def run(text: str, style: str = "", bold: bool = False, points: float = 0) -> str:
    """Return a run, in letters of another size where `points` are told; tabs become tabs."""
    look = (f'<w:rStyle w:val="{style}"/>' if style else "") + ("<w:b/>" if bold else "")
    look += f'<w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/>' if points else ""
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    bits = [
        f'<w:t xml:space="preserve">{escape(bit)}</w:t>' if bit else "" for bit in text.split("\t")
    ]
    return f"<w:r>{look}{'<w:tab/>'.join(bits)}</w:r>"


def paragraph(style: str, *runs: str, extra: str = "") -> str:
    """Return a paragraph of finished runs; ``extra`` are further paragraph properties."""
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + extra
    properties = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def text(style: str, *texts: str) -> str:
    """Return a paragraph of plain text."""
    return paragraph(style, *(run(item) for item in texts))


def tag(content: str) -> str:
    """Return a paragraph that holds only a paragraph tag: ``tag("for x in xs")``."""
    return text("Merkinta", f"{{%p {content} %}}")


def when(condition: str, *blocks: str) -> str:
    """Return blocks that stand only where the condition holds."""
    return tag(f"if {condition}") + "".join(blocks) + tag("endif")


def each(loop: str, *blocks: str) -> str:
    """Return blocks repeated by a loop: ``each("x in xs", ...)``."""
    return tag(f"for {loop}") + "".join(blocks) + tag("endfor")


def bookmarked(number: int, name: str, *runs: str) -> str:
    """Return runs inside a bookmark. Inside a loop the copies are told apart when filled."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{"".join(runs)}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def link(anchor: str, *runs: str) -> str:
    """Return runs that lead to a bookmark."""
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{"".join(runs)}</w:hyperlink>'


def field(instruction: str, result: str = "1") -> str:
    """Return a field with its last result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def caption(title: str, extra: str = "", word: str = TABLE) -> str:
    """Return the caption of the table or figure that follows; its number is a field.

    The word for a table is `TABLE` until `package` knows the language.
    """
    return paragraph(
        "Kuvaotsikko",
        run(f"{word} "),
        field(rf"SEQ {word} \* ARABIC"),
        run(f". {title}"),
        extra=extra,
    )


def cell(width: int, *paragraphs: str, shade: str = "") -> str:
    """Return a table cell."""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>'
    return f"<w:tc>{properties}{''.join(paragraphs)}</w:tc>"


def row(*cells: str, header: bool = False, height: int = 0) -> str:
    """Return a row that no page break divides; ``height`` in twentieths of a point."""
    properties = (
        "<w:cantSplit/>"
        + (f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else "")
        + ("<w:tblHeader/>" if header else "")
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(
    title: str,
    loop: str,
    columns: Sequence[tuple[str, int, Sequence[str]]],
    height: int = 0,
    extra: str = "",
) -> str:
    """Return a caption and a table with a header row and one looped row.

    A paragraph without height follows: LibreOffice leaves a heading right after a table alone at
    the foot of a page, though it is to be kept with what follows.

    Args:
        title: caption without its number.
        loop: "x in xs".
        columns: heading, width, and the finished paragraphs of the cell.
        height: least height of a row.
        extra: further paragraph properties of the caption.
    """
    widths = [width for _, width, _ in columns]
    heads = [cell(width, _column_head(name, cells)) for name, width, cells in columns]
    cells = [cell(width, *paragraphs) for _, width, paragraphs in columns]
    return (
        caption(title, extra)
        + '<w:tbl><w:tblPr><w:tblStyle w:val="Sopimustaulukko"/>'
        + f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        + '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        + 'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        + f"<w:tblCaption w:val={quoteattr(title)}/></w:tblPr><w:tblGrid>"
        + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        + "</w:tblGrid>"
        + row(*heads, header=True)
        + _tag_row(f"for {loop}", widths)
        + row(*cells, height=height)
        + _tag_row("endfor", widths)
        + "</w:tbl>"
        + END_PARAGRAPH
    )


def _column_head(name: str, cells: Sequence[str]) -> str:
    number = any("Taulukonluku" in item for item in cells)
    return paragraph("Taulukonotsake", run(name), extra='<w:jc w:val="right"/>' if number else "")


def _tag_row(content: str, widths: Sequence[int]) -> str:
    first = cell(widths[0], text("Taulukonteksti", f"{{%tr {content} %}}"))
    return row(first, *(cell(width, text("Taulukonteksti")) for width in widths[1:]))


# The parts of a package ------------------------------------------------------------------------


def package(
    body: str,
    header: str,
    footer: str,
    language: str,
    *,
    numbered: bool = True,
    margins: Sequence[int] = MARGINS,
    close: bool = False,
) -> bytes:
    """Return a layout: a body and the header and footer of every page, in a language.

    A letter is not `numbered`: its headings are headings all the same. Margins are top, right,
    bottom and left. The rows of its tables are set in smaller type and `close` to one another
    where all is to have room on one page.
    """
    top, right, bottom, left = margins
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/>'
        '<w:footerReference w:type="default" r:id="rId2"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        'w:header="709" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("officeDocument", "word/document.xml"), ("extended-properties", "docProps/app.xml")
        ),
        "docProps/app.xml": HEAD
        + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"/>',
        "word/_rels/document.xml.rels": _relations(
            ("header", "header1.xml"),
            ("footer", "footer1.xml"),
            ("styles", "styles.xml"),
            ("numbering", "numbering.xml"),
            ("settings", "settings.xml"),
            ("fontTable", "fontTable.xml"),
            ("theme", "theme/theme1.xml"),
        ),
        "word/document.xml": f"{HEAD}<w:document {W} {R}><w:body>"
        f"{body.replace(TABLE, CAPTIONS[language])}{section}</w:body></w:document>",
        "word/header1.xml": f"{HEAD}<w:hdr {W}>{header}</w:hdr>",
        "word/footer1.xml": f"{HEAD}<w:ftr {W}>{footer}</w:ftr>",
        "word/styles.xml": _here("word_layout_styles").styles(
            language, numbered=numbered, close=close, high=top < HIGH
        ),
        "word/numbering.xml": _here("word_layout_styles").numbering(numbered=numbered),
        "word/settings.xml": SETTINGS.replace("fi-FI", LOCALES[language]),
        "word/fontTable.xml": FONTS,
        "word/theme/theme1.xml": _theme(),
    }
    return archive.write({name: part.encode() for name, part in parts.items()})


def _content_types() -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    names = {
        "document": "document.main", "header1": "header", "footer1": "footer", "styles": "styles",
        "numbering": "numbering", "settings": "settings", "fontTable": "fontTable",
    }  # fmt: skip
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{word}.{kind}+xml"/>'
        for name, kind in names.items()
    )
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'{overrides}<Override PartName="/word/theme/theme1.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.theme+xml"/>'
        '<Override PartName="/docProps/app.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )


def _theme() -> str:
    """Return the least theme that Word accepts: one font, sober colours, no effects."""
    dark = {"dk1": "000000", "lt1": "FFFFFF", "dk2": DARK, "lt2": "E3E8EC"}
    accents = {f"accent{number}": DARK for number in range(1, 7)}
    links = {"hlink": "1F4E79", "folHlink": "4B3A6B"}
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in {**dark, **accents, **links}.items()
    )
    face = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="Asiakirja"><a:themeElements><a:clrScheme name="Asiakirja">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Asiakirja"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}'
        f'</a:minorFont></a:fontScheme><a:fmtScheme name="Asiakirja"><a:fillStyleLst>{fill * 3}'
        f"</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def _relations(*targets: tuple[str, str]) -> str:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{base}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{space}">{items}</Relationships>'


SETTINGS = (
    f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="1304"/>'
    '<w:autoHyphenation w:val="0"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat><w:themeFontLang w:val="fi-FI"/><w:decimalSymbol w:val=","/>'
    '<w:listSeparator w:val=";"/></w:settings>'
)
LOCALES = {"fi": "fi-FI", "sv": "sv-FI"}
FONTS = (
    f'{HEAD}<w:fonts {W}><w:font w:name="Calibri"><w:altName w:val="Carlito"/>'
    '<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/></w:font><w:font w:name="Symbol"><w:charset w:val="02"/>'
    '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)


def _here(module: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 (a sibling script)
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    return import_module(module)


def main() -> int:
    """Write the layout of a kind of document."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target", type=Path, help="templates/<kind>/<language>.docx")
    parser.add_argument("--force", action="store_true", help="overwrite an edited layout")
    options = parser.parse_args()
    if options.target.exists() and not options.force:
        parser.error(f"{options.target} exists: the .docx is the source of truth; use --force")
    kind, language = options.target.parent.name, options.target.stem
    module = _here(f"word_layout_{kind.replace('-', '_')}")
    options.target.write_bytes(module.layout(language))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
