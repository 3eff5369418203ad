"""Styles and numbering of the layouts that `word_layout.py` makes.

The ids are those that a Finnish Word gives its built-in styles; the names are the built-in ones,
so that every Word shows them in its own language.
"""

from __future__ import annotations

from word_layout import DARK, FONT, HEAD, INDENT, MARK, TEXT_WIDTH, W

FIRST_LIST, NUMBERED_LISTS = 11, 60
"""Numbered lists that begin from 1 each, for papers: as `formats/word/paper.py` counts them."""


def style(
    identifier: str,
    name: str,
    paragraph: str = "",
    run: str = "",
    *,
    based: str = "Normaali",
    following: str = "",
    custom: bool = False,
    quick: bool = True,
) -> str:
    """Return a paragraph style."""
    kind = ' w:customStyle="1"' if custom else ""
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{identifier}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + (f'<w:next w:val="{following}"/>' if following else "")
        + ("<w:qFormat/>" if quick else "")
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def spacing(before: int, after: int, line: int = 0) -> str:
    """Return space around a paragraph in twentieths of a point, ``line`` in 240ths of a line."""
    rule = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{rule}/>'


def size(points: float) -> str:
    """Return a font size."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def colour(value: str) -> str:
    """Return a font colour."""
    return f'<w:color w:val="{value}"/>'


def hanging(indent: int) -> tuple[str, str]:
    """Return the tab and the hanging indent of a side heading."""
    return (
        f'<w:tabs><w:tab w:val="left" w:pos="{indent}"/></w:tabs>',
        f'<w:ind w:left="{indent}" w:hanging="{indent}"/>',
    )


def styles(language: str, *, numbered: bool = True, close: bool = False, high: bool = False) -> str:
    """Return word/styles.xml: headings with numbers where ``numbered``, rows ``close`` or not.

    Where pages begin ``high``, part of the space below the box of the mark stands above it.
    """
    shown = _paragraph_styles(numbered, close, high)
    content = _defaults(language) + "".join(shown) + _others(close)
    return f"{HEAD}<w:styles {W}>{content}</w:styles>"


def _defaults(language: str) -> str:
    fonts = " ".join(f'w:{name}="{FONT}"' for name in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>{size(11)}"
        f'<w:lang w:val="{language}-FI" w:eastAsia="{language}-FI" w:bidi="ar-SA"/></w:rPr>'
        "</w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{spacing(0, 140, 269)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _heading(level: int, numbered: bool) -> str:
    place = f'<w:ilvl w:val="{level}"/>' if level else ""
    number = f'<w:numPr>{place}<w:numId w:val="1"/></w:numPr>' if numbered else ""
    return f"<w:keepNext/><w:keepLines/>{number}"


def _paragraph_styles(numbered: bool, close: bool, high: bool) -> list[str]:
    cell = spacing(0, 0, 228) if close else spacing(50, 50, 240)
    letters = size(9 if close else 10)
    side_tab, side_indent = hanging(INDENT)
    toc_tab, toc_indent = hanging(567)
    right = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    rule = 'w:val="single" w:sz="4" w:space="4" w:color="9AA3AB"/>'
    keep = "<w:keepNext/><w:keepLines/>"
    return [
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normaali"><w:name w:val="Normal"/>'
        "<w:qFormat/><w:pPr><w:widowControl/></w:pPr></w:style>",
        style("Otsikko", "Title", keep + spacing(0, 120, 240), "<w:b/>" + colour(DARK) + size(22),
              following="Alaotsikko"),
        style("Alaotsikko", "Subtitle", spacing(0, 480, 252), colour(DARK) + size(14),
              following="Normaali"),
        style("Otsikko1", "heading 1",
              f'{_heading(0, numbered)}{spacing(400, 120, 240)}'
              '<w:outlineLvl w:val="0"/>',
              "<w:b/>" + colour(DARK) + size(14), following="Normaali"),
        style("Otsikko2", "heading 2",
              f'{_heading(1, numbered)}{spacing(280, 80, 240)}<w:outlineLvl w:val="1"/>',
              "<w:b/>" + colour(DARK) + size(12), following="Normaali"),
        style("Otsikko3", "heading 3",
              f'{keep}{spacing(200, 60, 240)}<w:outlineLvl w:val="2"/>',
              "<w:b/>" + colour(DARK) + size(11), following="Normaali"),
        style("Otsikkoilmannumeroa", "Otsikko ilman numeroa",
              f'{keep}{spacing(400, 120, 240)}<w:outlineLvl w:val="0"/>',
              "<w:b/>" + colour(DARK) + size(14), following="Normaali", custom=True),
        style("Sisllysluettelonotsikko", "TOC Heading", keep + spacing(0, 160, 240),
              "<w:b/>" + colour(DARK) + size(14), following="Normaali"),
        style("Sisluet1", "toc 1", toc_tab + spacing(0, 60, 252) + toc_indent, quick=False),
        style("Kuvaotsikko", "caption", keep + spacing(200, 80, 240),
              "<w:b/>" + colour(DARK) + size(10), following="Normaali"),
        style("Kuva", "Kuva", spacing(0, 200, 240), custom=True, following="Normaali"),
        style("Pieniteksti", "Pieni teksti", spacing(60, 160, 240), colour("40474D") + size(9),
              custom=True, following="Normaali"),
        style("Merkittyluettelo", "List Bullet",
              '<w:numPr><w:numId w:val="2"/></w:numPr>' + spacing(0, 80)),
        style("Numeroituluettelo", "List Number",
              '<w:numPr><w:numId w:val="3"/></w:numPr>' + spacing(0, 80)),
        style("Johdantolause", "Johdantolause", "<w:keepNext/>", custom=True,
              following="Merkittyluettelo"),
        style("Perusta", "Lausekkeen perusta", "<w:keepNext/><w:keepLines/>",
              "<w:i/><w:iCs/>" + colour("595959") + size(9), following="Normaali", custom=True),
        style("Kansimerkinta", "Kannen merkintä",
              '<w:pBdr><w:top ' + _box() + '<w:left ' + _box() + '<w:bottom ' + _box()
              + '<w:right ' + _box() + '</w:pBdr>'
              + (spacing(140, 100, 252) if high else spacing(0, 240, 252))
              + '<w:ind w:left="113" w:right="113"/>',
              colour(MARK), custom=True),
        style("Kansitieto", "Kannen tieto",
              "<w:keepLines/>" + side_tab + spacing(0, 60, 252) + side_indent, custom=True),
        style("Kansirivi", "Kannen rivi",
              "<w:keepLines/>" + spacing(0, 60, 252) + '<w:ind w:left="284" w:hanging="284"/>',
              custom=True),
        style("Kansiotsake", "Kannen otsake",
              keep + f'<w:pBdr><w:top {rule}</w:pBdr>' + spacing(240, 80, 240),
              "<w:b/>" + colour(DARK) + size(11), custom=True, following="Kansitieto"),
        style("Taulukonotsake", "Taulukon otsake",
              keep + cell, "<w:b/>" + letters, custom=True),
        style("Taulukonteksti", "Taulukon teksti", cell, letters, custom=True),
        style("Taulukonpieniteksti", "Taulukon pieni teksti", spacing(10, 10, 228), size(9),
              custom=True),
        style("Taulukonluettelo", "Taulukon luettelo",
              '<w:numPr><w:numId w:val="2"/></w:numPr>' + spacing(10, 10, 228)
              + '<w:ind w:left="227" w:hanging="227"/>', size(9), custom=True),
        style("Taulukonluku", "Taulukon luku", '<w:jc w:val="right"/>', based="Taulukonteksti",
              custom=True),
        style("Merkinta", "Pohjan merkintä", spacing(0, 0, 240), colour("7A6A00") + size(9),
              custom=True),
        style("Yltunniste", "header", f'<w:pBdr><w:bottom {rule}</w:pBdr>' + right
              + spacing(0, 0, 240), size(9), quick=False),
        style("Alatunniste", "footer", right + spacing(0, 0, 240), colour("40474D") + size(8),
              quick=False),
    ]  # fmt: skip


def _box() -> str:
    return f'w:val="single" w:sz="8" w:space="6" w:color="{MARK}"/>'


def _others(close: bool) -> str:
    line = 'w:val="single" w:sz="4" w:space="0" w:color="9AA3AB"/>'
    borders = "".join(
        f"<w:{side} {line}" for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    edge = 17 if close else 28
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", edge), ("left", 85), ("bottom", edge), ("right", 85))
    )
    return (
        '<w:style w:type="character" w:default="1" w:styleId="Kappaleenoletusfontti">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="PuuttuvaTieto">'
        '<w:name w:val="Puuttuva tieto"/><w:qFormat/><w:rPr><w:b/><w:color w:val="5C0A0A"/>'
        '<w:shd w:val="clear" w:color="auto" w:fill="FFE699"/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="Merkkilihava">'
        '<w:name w:val="Merkintä lihavoitu"/><w:qFormat/><w:rPr><w:b/>'
        f'<w:color w:val="{MARK}"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="Normaalitaulukko">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="Sopimustaulukko">'
        '<w:name w:val="Sopimustaulukko"/><w:basedOn w:val="Normaalitaulukko"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar>"
        '</w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" '
        'w:fill="E3E8EC"/></w:tcPr></w:tblStylePr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="Eiluetteloa">'
        '<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )


def numbering(*, numbered: bool = True) -> str:
    """Return word/numbering.xml: headings 1, 1.1 where ``numbered``, bullets, a numbered list."""
    headings = _level(0, "decimal", "%1", "Otsikko1", 567) + _level(
        1, "decimal", "%1.%2", "Otsikko2", 567
    )
    bullet = _level(0, "bullet", "–", "Merkittyluettelo", 284, left=568)
    number = _level(0, "decimal", "%1.", "Numeroituluettelo", 426, left=426)
    kinds = [("multilevel", headings)] if numbered else []
    kinds += [("hybridMultilevel", bullet), ("hybridMultilevel", number)]
    first = 1 if numbered else 2
    return (
        f"{HEAD}<w:numbering {W}>"
        + "".join(
            f'<w:abstractNum w:abstractNumId="{index}"><w:multiLevelType w:val="{kind}"/>{levels}'
            "</w:abstractNum>"
            for index, (kind, levels) in enumerate(kinds, first - 1)
        )
        + "".join(
            f'<w:num w:numId="{index + 1}"><w:abstractNumId w:val="{index}"/></w:num>'
            for index in range(first - 1, 3)
        )
        + "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            for number in range(FIRST_LIST, FIRST_LIST + NUMBERED_LISTS)
        )
        + "</w:numbering>"
    )


def _level(
    level: int, form: str, pattern: str, linked: str, hang: int, left: int | None = None
) -> str:
    left = hang if left is None else left
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{linked}"/><w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs>'
        f'<w:ind w:left="{left}" w:hanging="{hang}"/></w:pPr></w:lvl>'
    )
