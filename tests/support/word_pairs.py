"""Pairs of Word documents, made by chance from a seed: a document, and the same one after edits.

They hold what programs write: runs divided anywhere, spelling marks, bookmarks, links, fields,
lists, tables in tables, content controls, notes, headers, pictures and sections.
"""

from __future__ import annotations

import struct
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random
from xml.sax.saxutils import escape
from zlib import compress, crc32

from sopimukset.formats import zip as archive

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_CT = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


def _pixel(*colour: int) -> bytes:
    """A picture of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", compress(b"\0" + bytes(colour)))
    return b"\x89PNG\r\n\x1a\n" + head + pixels + chunk(b"IEND", b"")


PIXELS = (_pixel(255, 0, 0), _pixel(0, 0, 255))
WORDS = [
    "sopimus",
    "osapuoli",
    "johtoryhmä",
    "henkilöstö",
    "kustannus",
    "työ",
    "kunta",
    "hyvinvointialue",
    "Kela",
    "seuranta",
    "tavoite",
    "jäsen",
    "varajäsen",
    "palvelu",
    "asiakas",
    "määrä",
    "vuosi",
    "tarkistus",
    "muutos",
    "liite",
    "avtal",
    "part",
    "ledningsgrupp",
    "31.12.2026",
    "381/2023",
    "45",
    "%",
    "8,5",
    "&",
    "<",
    "”laina”",
    "§",
    "9",
]
STYLES = ("", "Otsikko1", "Otsikko2", "Leipa")
LOOKS = ("", "<w:b/>", "<w:i/>", '<w:color w:val="FF0000"/>', '<w:b/><w:sz w:val="28"/>')


@dataclass
class Run:
    """A stretch of text with one look; `kind` names what is no text."""

    text: str
    look: str = ""
    kind: str = "text"


@dataclass
class Paragraph:
    """A paragraph; `number` is the list that it belongs to, 0 for none."""

    runs: list[Run]
    style: str = ""
    number: int = 0
    mark: str = ""
    section: bool = False


@dataclass
class Table:
    """A table: rows of cells of blocks."""

    rows: list[list[list[Paragraph | Table]]]
    border: bool = False


@dataclass
class Control:
    """A content control around blocks."""

    blocks: list[Paragraph | Table]


Block = Paragraph | Table | Control


@dataclass
class Document:
    """A document."""

    blocks: list[Block]
    header: list[Paragraph] | None = None
    footer: list[Paragraph] | None = None
    margin: int = 1417
    lists: int = 2
    shared: str = "%1."


@dataclass
class _Parts:
    """What is gathered while a document is written."""

    images: int = 0
    notes: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    bookmarks: int = 0
    rng: Random = field(default_factory=Random)


MODEST = ("text",) * 8 + ("tab", "break", "link", "field", "short", "bookmark")
"""The kinds of runs that LibreOffice reads and saves without changing them."""

RICH = (*MODEST, *("text",) * 6, "note", "image", "control")


def pair(seed: int, *, modest: bool = False) -> tuple[bytes, bytes]:
    """A document and what became of it, as packages.

    Args:
        seed: the same one gives the same pair.
        modest: whether to leave out what LibreOffice itself loses or moves when it saves a file:
            content controls, notes, pictures, section breaks.
    """
    rng = _Chance(seed, modest=modest)
    old = document(rng)
    new = deepcopy(old)
    for _ in range(rng.choice((0, 1, 1, 2, 3, 5, 8))):
        edit(new, rng)
    return packed(old, Random(seed)), packed(new, Random(seed + 1))


class _Chance(Random):
    """Chance that knows what kinds of things may come."""

    def __init__(self, seed: int, *, modest: bool) -> None:
        super().__init__(seed)
        self.modest = modest


def document(rng: _Chance) -> Document:
    """A document by chance."""
    made = Document([_block(rng, 2) for _ in range(rng.randint(1, 9))])
    made.blocks.append(_paragraph(rng))
    if rng.random() < 0.5:
        made.header = [_paragraph(rng, plain=True)]
    if rng.random() < 0.4:
        made.footer = [_paragraph(rng, plain=True) for _ in range(rng.randint(1, 2))]
    return made


def _block(rng: _Chance, depth: int) -> Block:
    chance = rng.random()
    if chance < 0.16 and depth:
        return _table(rng, depth - 1)
    if chance < 0.2 and depth == 2 and not rng.modest:
        return Control([_paragraph(rng) for _ in range(rng.randint(1, 2))])
    made = _paragraph(rng)
    made.section = depth == 2 and rng.random() < 0.04 and not rng.modest
    return made


def _table(rng: _Chance, depth: int) -> Table:
    columns = rng.randint(1, 3)
    rows = [[_cell(rng, depth) for _ in range(columns)] for _ in range(rng.randint(1, 4))]
    return Table(rows, rng.random() < 0.5)


def _cell(rng: _Chance, depth: int) -> list[Paragraph | Table]:
    blocks: list[Paragraph | Table] = [_paragraph(rng) for _ in range(rng.choice((0, 0, 0, 1)))]
    if depth and rng.random() < 0.12:
        blocks.append(_table(rng, 0))
    return [*blocks, _paragraph(rng)]


def _paragraph(rng: _Chance, *, plain: bool = False) -> Paragraph:
    runs = [_run(rng, plain=plain) for _ in range(rng.choice((0, 1, 1, 2, 3, 4)))]
    return Paragraph(
        runs,
        rng.choice(STYLES),
        rng.choice((0, 0, 0, 1, 2)),
        rng.choice(("", "", "", "<w:b/>")),
    )


def _run(rng: _Chance, *, plain: bool = False) -> Run:
    kinds = ("text",) if plain else MODEST if rng.modest else RICH
    return Run(_words(rng), rng.choice(LOOKS), rng.choice(kinds))


def _words(rng: _Chance) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(1, 9))) + rng.choice((" ", ". "))


def edit(made: Document, rng: _Chance) -> None:
    """One edit by chance."""
    edits = (
        *(_edit_words, _edit_words, _edit_words, _edit_look, _edit_style, _remove, _add, _move),
        *(_edit_rows, _edit_rows, _edit_header, _edit_page, _edit_list, _edit_kind),
    )
    rng.choice(edits)(made, rng)


def _paragraphs(blocks: list[Block]) -> list[Paragraph]:
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        elif isinstance(block, Control):
            found += _paragraphs(list(block.blocks))
        else:
            found += [p for row in block.rows for cell in row for p in _paragraphs(list(cell))]
    return found


def _some_run(made: Document, rng: _Chance) -> Run | None:
    runs = [run for p in _paragraphs(made.blocks) for run in p.runs]
    return rng.choice(runs) if runs else None


def _edit_words(made: Document, rng: _Chance) -> None:
    run = _some_run(made, rng)
    if run is None:
        return
    words = run.text.split(" ")
    at = rng.randrange(len(words))
    words[at : at + rng.randint(0, 2)] = [rng.choice(WORDS) for _ in range(rng.randint(0, 2))]
    run.text = " ".join(words)


def _edit_look(made: Document, rng: _Chance) -> None:
    run = _some_run(made, rng)
    if run is not None:
        run.look = rng.choice(LOOKS)


def _edit_kind(made: Document, rng: _Chance) -> None:
    run = _some_run(made, rng)
    if run is not None:
        run.kind = _run(rng).kind


def _edit_style(made: Document, rng: _Chance) -> None:
    paragraph = rng.choice(_paragraphs(made.blocks))
    paragraph.style = rng.choice(STYLES)
    paragraph.number = rng.choice((0, 1, 2))
    paragraph.mark = rng.choice(("", "<w:i/>"))


def _remove(made: Document, rng: _Chance) -> None:
    at = rng.randrange(len(made.blocks))
    end = min(at + rng.randint(1, 2), len(made.blocks) - 1)
    del made.blocks[at:end]


def _add(made: Document, rng: _Chance) -> None:
    at = rng.randint(0, len(made.blocks) - 1)
    made.blocks[at:at] = [_block(rng, 2) for _ in range(rng.randint(1, 2))]
    if rng.random() < 0.3:
        made.blocks.append(_paragraph(rng))


def _move(made: Document, rng: _Chance) -> None:
    at = rng.randrange(len(made.blocks))
    block = made.blocks.pop(at)
    made.blocks.insert(rng.randint(0, len(made.blocks)), block)
    if not isinstance(made.blocks[-1], Paragraph):
        made.blocks.append(_paragraph(rng))


def _edit_rows(made: Document, rng: _Chance) -> None:
    tables = [block for block in made.blocks if isinstance(block, Table)]
    if not tables:
        made.blocks.insert(0, _table(rng, 1))
        return
    table = rng.choice(tables)
    at, kind = rng.randrange(len(table.rows)), rng.random()
    if kind < 0.35:
        table.rows.insert(at, [_cell(rng, 1) for _ in table.rows[0]])
    elif kind < 0.6 and len(table.rows) > 1:
        del table.rows[at]
    elif kind < 0.75:
        for row in table.rows:
            row.append(_cell(rng, 0))
    elif kind < 0.9:
        rng.choice(table.rows[at]).insert(0, _paragraph(rng))
    else:
        table.border = not table.border


def _edit_header(made: Document, rng: _Chance) -> None:
    made.header = rng.choice((None, [_paragraph(rng, plain=True)]))
    if made.footer:
        made.footer[-1].runs.append(_run(rng, plain=True))


def _edit_page(made: Document, rng: _Chance) -> None:
    made.margin = rng.choice((1000, 1417, 2000))


def _edit_list(made: Document, rng: _Chance) -> None:
    made.shared = rng.choice(("%1.", "(%1)", "%1 §"))


def packed(made: Document, rng: Random) -> bytes:
    """The package of a document; chance divides its runs and numbers its parts."""
    parts = _Parts(rng=rng)
    body = "".join(_block_xml(block, parts) for block in made.blocks)
    related = [
        ("styles", "styles.xml"),
        ("numbering", "numbering.xml"),
        *((kind, f"{kind}1.xml") for kind in ("header", "footer") if getattr(made, kind)),
        *((("footnotes", "footnotes.xml"),) if parts.notes else ()),
        *(("image", f"media/image{number}.png") for number in range(parts.images)),
    ]
    rng.shuffle(related)
    ids = {target: f"rId{number}" for number, (_, target) in enumerate(related, 1)}
    section = _section(made, ids)
    for number in range(parts.images):
        body = body.replace(f'"kuva{number}"', f'"{ids[f"media/image{number}.png"]}"')
    body = body.replace("<SECTION/>", f"<w:sectPr>{section}</w:sectPr>")
    document_xml = (
        f"<w:document {_SPACES}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>"
    )
    relations = "".join(
        f'<Relationship Id="{ids[target]}" Type="{R}/{kind}" Target="{target}"/>'
        for kind, target in related
    )
    relations += "".join(
        f'<Relationship Id="linkki{number}" Type="{R}/hyperlink" Target="{escape(target)}" '
        'TargetMode="External"/>'
        for number, target in enumerate(parts.links)
    )
    files = {
        "word/document.xml": document_xml,
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_REL}">{relations}'
        "</Relationships>",
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(made, rng),
        "_rels/.rels": f'<Relationships xmlns="{_REL}"><Relationship Id="rId1" '
        f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
    }
    for kind, tag in (("header", "hdr"), ("footer", "ftr")):
        if getattr(made, kind):
            inner = "".join(_block_xml(block, parts) for block in getattr(made, kind))
            files[f"word/{kind}1.xml"] = f"<w:{tag} {_SPACES}>{inner}</w:{tag}>"
    if parts.notes:
        files["word/footnotes.xml"] = _notes(parts.notes)
    files["[Content_Types].xml"] = _types(files)
    data = {name: text.encode() for name, text in files.items()}
    for number in range(parts.images):
        data[f"word/media/image{number}.png"] = PIXELS[number % 2]
    return archive.write(data)


def _section(made: Document, ids: dict[str, str]) -> str:
    references = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{ids[f"{kind}1.xml"]}"/>'
        for kind in ("header", "footer")
        if getattr(made, kind)
    )
    return (
        f'{references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" '
        f'w:bottom="1417" w:left="{made.margin}" w:header="708" w:footer="708" w:gutter="0"/>'
    )


def _block_xml(block: Block, parts: _Parts) -> str:
    if isinstance(block, Paragraph):
        return _paragraph_xml(block, parts)
    if isinstance(block, Control):
        inner = "".join(_block_xml(item, parts) for item in block.blocks)
        return _control("kenttä", inner)
    return _table_xml(block, parts)


def _control(name: str, inner: str) -> str:
    """A content control."""
    properties = f'<w:sdtPr><w:tag w:val="{name}"/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def _table_xml(table: Table, parts: _Parts) -> str:
    columns = len(table.rows[0])
    border = (
        '<w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders>'
    )
    rows = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{9000 // columns}" w:type="dxa"/></w:tcPr>'
            + "".join(_block_xml(item, parts) for item in cell)
            + "</w:tc>"
            for cell in row
        )
        + "</w:tr>"
        for row in table.rows
    )
    grid = f'<w:gridCol w:w="{9000 // columns}"/>' * columns
    looks = f'<w:tblW w:w="9000" w:type="dxa"/>{border if table.border else ""}'
    return f"<w:tbl><w:tblPr>{looks}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _paragraph_xml(paragraph: Paragraph, parts: _Parts) -> str:
    style = f'<w:pStyle w:val="{paragraph.style}"/>' if paragraph.style else ""
    number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{paragraph.number}"/></w:numPr>'
    mark = f"<w:rPr>{paragraph.mark}</w:rPr>" if paragraph.mark else ""
    looks = style + (number if paragraph.number else "") + mark
    looks += "<SECTION/>" if paragraph.section else ""
    inner = "".join(_run_xml(run, parts) for run in paragraph.runs)
    return f"<w:p>{f'<w:pPr>{looks}</w:pPr>' if looks else ''}{inner}</w:p>"


def _run_xml(run: Run, parts: _Parts) -> str:
    look = f"<w:rPr>{run.look}</w:rPr>" if run.look else ""
    text = _divided(run.text, look, parts.rng)
    match run.kind:
        case "tab" | "break":
            tag = "tab" if run.kind == "tab" else "br"
            return f"{text}<w:r>{look}<w:{tag}/></w:r>"
        case "link":
            parts.links.append(
                f"https://example.org/{run.text.split()[0] if run.text.split() else ''}"
            )
            return f'<w:hyperlink r:id="linkki{len(parts.links) - 1}">{text}</w:hyperlink>'
        case "field":
            return _field(look, text)
        case "short":
            return f'<w:fldSimple w:instr=" DATE ">{text}</w:fldSimple>'
        case "note":
            parts.notes.append(run.text)
            return f'{text}<w:r>{look}<w:footnoteReference w:id="{len(parts.notes) + 1}"/></w:r>'
        case "image":
            return text + _image(parts)
        case "control":
            return _control("k", text)
        case "bookmark":
            parts.bookmarks += 1
            number = parts.bookmarks
            start = f'<w:bookmarkStart w:id="{number}" w:name="kohta{number}"/>'
            return f'{start}{text}<w:bookmarkEnd w:id="{number}"/>'
    return text


def _divided(text: str, look: str, rng: Random) -> str:
    """A text in runs, as a program divides it where somebody typed."""
    cut = rng.randint(0, len(text)) if rng.random() < 0.3 else 0
    marks = '<w:proofErr w:type="spellStart"/>' if cut and rng.random() < 0.5 else ""
    rsid = f' w:rsidR="00{rng.randrange(16**6):06X}"' if rng.random() < 0.3 else ""
    pieces = [piece for piece in (text[:cut], text[cut:]) if piece]
    return marks.join(
        f'<w:r{rsid}>{look}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
        for piece in pieces
    )


def _field(look: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r>{look}<w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r>{look}<w:instrText xml:space="preserve"> AUTHOR </w:instrText></w:r>'
    return f"{mark('begin')}{code}{mark('separate')}{result}{mark('end')}"


def _image(parts: _Parts) -> str:
    number = parts.images
    parts.images += 1
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/>'
        f'<wp:docPr id="{number + 1}" name="Kuva"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="0" name="k.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="kuva{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def _styles() -> str:
    names = (("Normaali", "Normal", ' w:default="1"'), ("Leipa", "Body Text", ""))
    headings = tuple((f"Otsikko{n}", f"heading {n}", "") for n in (1, 2))
    inner = "".join(
        f'<w:style w:type="paragraph"{default} w:styleId="{identifier}">'
        f'<w:name w:val="{name}"/></w:style>'
        for identifier, name, default in (*names, *headings)
    )
    return f"<w:styles {_SPACES}>{inner}</w:styles>"


def _numbering(made: Document, rng: Random) -> str:
    order = [0, 1]
    rng.shuffle(order)
    texts = (made.shared, "•")
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{order[n]}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{("decimal", "bullet")[n]}"/><w:lvlText w:val="{texts[n]}"/></w:lvl>'
        "</w:abstractNum>"
        for n in range(2)
    )
    numbers = "".join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{order[n]}"/></w:num>' for n in range(2)
    )
    return f"<w:numbering {_SPACES}>{abstract}{numbers}</w:numbering>"


def _notes(texts: list[str]) -> str:
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}">'
        f"<w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>"
        for number, (kind, mark) in enumerate(
            (("separator", "separator"), ("continuationSeparator", "continuationSeparator"))
        )
    )
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:footnote>'
        for number, text in enumerate(texts, 2)
    )
    return f"<w:footnotes {_SPACES}>{separators}{notes}</w:footnotes>"


def _types(files: dict[str, str]) -> str:
    kinds = {"document": "document.main", "header1": "header", "footer1": "footer"}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_WORD_TYPE}.{kinds.get(stem, stem)}+xml"/>'
        for name in files
        if name.startswith("word/") and name.endswith(".xml")
        for stem in [name.removeprefix("word/").removesuffix(".xml")]
    )
    return (
        f'<Types xmlns="{_CT}"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{overrides}</Types>"
    )
