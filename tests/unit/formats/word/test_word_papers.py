"""Papers in Word: what the layout loops over, tables of any columns, figures as shapes."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from sopimukset.formats import zip as archive
from sopimukset.formats.figures.bars import BarRow, bar_rows
from sopimukset.formats.figures.drawing import Area, Drawing, Hatch, Label, Line
from sopimukset.formats.figures.wheel import Segment, year_wheel
from sopimukset.formats.paper import (
    Block,
    Bullets,
    Column,
    Figure,
    Heading,
    Paper,
    Table,
    Text,
)
from sopimukset.formats.word import (
    Properties,
    body_texts,
    body_texts_of_ours,
    render,
    rendering,
    word_blocks,
)
from sopimukset.formats.word.paper import FIRST_LIST, NUMBERED_LISTS
from sopimukset.formats.word.redline import accept_all, normal_form, redline, reject_all
from sopimukset.formats.word.xml import w
from sopimukset.formats.writable import UnwritableError

TOOLS = Path(__file__).resolve().parents[4] / "tools"
PROPERTIES = Properties("Raportti", "fi", date(2026, 7, 1))
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
LETTERS = "å ä ö § € – − ≥ č š ž đ ŋ ŧ & < > \" '"
DOCUMENT = "word/document.xml"
texts = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), max_size=30)


@cache
def layout() -> bytes:
    """A layout as the maintainers' tool makes it for kinds whose content is a paper."""
    sys.path.insert(0, str(TOOLS))
    try:
        blocks: Any = import_module("word_layout_blocks")
        made: Any = import_module("word_layout_paper")
        whole: Any = import_module("word_layout")
    finally:
        sys.path.remove(str(TOOLS))
    say = blocks.speaker("fi")
    body = blocks.mark_box() + blocks.titles() + made.paper(say) + blocks.gaps(say)
    done: bytes = whole.package(body, blocks.header(), blocks.footer(say), "fi", numbered=False)
    return done


def fields(*blocks: Block) -> dict[str, object]:
    document = {
        "otsikko": "Raportti", "alaotsikko": "TYM", "lyhyt_otsikko": "Raportti",
        "merkinta": "LUONNOS", "merkinnan_selite": "Selite.", "asiatunnus": "", "tunniste": "x",
    }  # fmt: skip
    return {"lohkot": word_blocks(Paper("R", "fi", blocks)), "puutteet": [], "asiakirja": document}


def made(*blocks: Block) -> bytes:
    return render(layout(), fields(*blocks), PROPERTIES)


def body_of(document: bytes) -> Any:
    return etree.fromstring(archive.read(document)[DOCUMENT])


def chart() -> Drawing:
    rows = [BarRow("Lahti", (10, 8.5), 9), BarRow("Kela", (3, None)), BarRow("Muut", (-1, 0))]
    return bar_rows(rows, ("Sovittu", "Toteutunut"), missing="ei kirjattu", target="Tavoite")


def table(rows: int, *, caption: str = "Henkilöstö") -> Table:
    columns = (Column("Osapuoli", 3), Column("Sovittu", 1, "right"), Column("Huomautus", 3))
    found = tuple((f"Kunta {row}", f"{row},5", "selitys " * (row % 5)) for row in range(rows))
    return Table(caption, columns, found, strong=(rows - 1,) if rows else ())


def blocks_of_each_kind() -> tuple[Block, ...]:
    return (
        Heading("Otsikko"),
        Text(LETTERS),
        Text("Vahva", "strong"),
        Text("Pieni", "small"),
        Text("Ovttasbargu", language="se"),
        Heading("Toinen", 2, page=True),
        Bullets(("a", "b")),
        Bullets(("c", "d"), numbered=True),
        Heading("Kolmas", 3),
        Figure("Kuvio", chart(), f"Kuvaus {LETTERS}"),
        table(4),
        Bullets(("e",), numbered=True),
        Figure("Toinen kuvio", chart(), "Toinen kuvaus"),
        table(30, caption=LETTERS),
    )


def test_a_paper_is_a_sound_word_document(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(made(*blocks_of_each_kind()))
    result = OpenXmlValidator().validate(path)
    assert not [error.description for error in result.errors]


def test_the_compiled_layout_gives_what_docxtpl_gives() -> None:
    context = fields(*blocks_of_each_kind())
    quick = rendering._quickly(layout(), context, custom=False)
    assert quick is not None
    slow = rendering._slowly(layout(), context, custom=False)
    forms = [
        etree.tostring(etree.fromstring(part), method="c14n")
        for part in (quick[0][DOCUMENT], slow[DOCUMENT])
    ]
    assert forms[0] == forms[1]


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert made(*blocks_of_each_kind()) == made(*blocks_of_each_kind())


def test_both_readers_of_a_documents_text_agree_on_what_figures_say() -> None:
    document = made(*blocks_of_each_kind())
    quick = body_texts_of_ours(archive.read(document)[DOCUMENT].decode())
    assert body_texts(document) == quick
    assert "ei kirjattu" in quick


def test_headings_lists_and_captions_have_the_layouts_styles() -> None:
    found = [
        (str(paragraph.style and paragraph.style.style_id), paragraph.text)
        for paragraph in docx.Document(io.BytesIO(made(*blocks_of_each_kind()))).paragraphs
    ]
    assert ("Otsikko1", "Otsikko") in found
    assert ("Otsikko2", "Toinen") in found
    assert ("Otsikko3", "Kolmas") in found
    assert ("Merkittyluettelo", "a") in found
    assert ("Numeroituluettelo", "d") in found
    assert ("Pieniteksti", "Pieni") in found
    captions = [text for style, text in found if style == "Kuvaotsikko"]
    assert captions == [
        "Kuva 1. Kuvio", "Taulukko 1. Henkilöstö", "Kuva 2. Toinen kuvio", f"Taulukko 2. {LETTERS}",
    ]  # fmt: skip


def test_each_numbered_list_begins_from_one() -> None:
    document = made(*blocks_of_each_kind())
    items = [
        paragraph.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        for paragraph in body_of(document).iter(w("p"))
    ]
    lists = [item.get(w("val")) for item in items if item is not None]
    assert lists == ["11", "11", "12"]
    numbering = etree.fromstring(archive.read(document)["word/numbering.xml"])
    starts = {
        number.get(w("numId")): number.find(f"{w('lvlOverride')}/{w('startOverride')}")
        for number in numbering.iter(w("num"))
    }
    wanted = [str(number) for number in range(FIRST_LIST, FIRST_LIST + NUMBERED_LISTS)]
    assert all(starts[number].get(w("val")) == "1" for number in wanted)


def test_more_numbered_lists_than_the_layout_holds_are_refused() -> None:
    many = [Bullets(("a",), numbered=True)] * (NUMBERED_LISTS + 1)
    with pytest.raises(ValueError, match="numbered lists"):
        word_blocks(Paper("R", "fi", tuple(many)))


def test_tables_repeat_their_heads_and_break_no_row() -> None:
    for found in body_of(made(*blocks_of_each_kind())).iter(w("tbl")):
        rows = found.findall(w("tr"))
        heads = [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows]
        assert heads == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows)
        grid = [int(column.get(w("w"))) for column in found.iter(w("gridCol"))]
        assert sum(grid) == 9072
        for row in rows:
            cells = [int(width.get(w("w"))) for width in row.iter(w("tcW"))]
            assert cells == grid


def keeps(paragraph: Any) -> bool:
    """Whether a paragraph stays with the next one."""
    found = paragraph.find(f"{w('pPr')}/{w('keepNext')}")
    return found is not None and found.get(w("val"), "1") == "1"


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        (1, [True, False]),
        (4, [True, True, True, True, False]),
        (5, [True, True, False, False, True, False]),
        (8, [True, True, False, False, False, False, False, True, False]),
    ],
)
def test_small_tables_stay_whole_and_of_long_ones_the_ends(rows: int, kept: list[bool]) -> None:
    [found] = body_of(made(table(rows))).iter(w("tbl"))
    shown = [[keeps(item) for item in row.iter(w("p"))] for row in found.iter(w("tr"))]
    assert [all(row) for row in shown] == kept
    assert [any(row) for row in shown] == kept


def test_a_text_stays_with_what_it_leads_to_and_a_note_with_nothing_that_follows() -> None:
    leads, free = Text("Kokouksia on kaksi."), Text("Näin on.")
    note = Text("Lähde: seuranta.", "small")
    blocks = (free, leads, table(2), note, table(3), Text("Tehdään:"), Bullets(("a",)), free)
    told = {item.text for item in blocks if isinstance(item, Text)}
    shown = [
        (item.findtext(f".//{w('t')}"), keeps(item)) for item in body_of(made(*blocks)).iter(w("p"))
    ]
    assert [one for one in shown if one[0] in told] == [
        ("Näin on.", False),
        ("Kokouksia on kaksi.", True),
        ("Lähde: seuranta.", False),
        ("Tehdään:", True),
        ("Näin on.", False),
    ]


def test_numbers_stand_on_the_right_and_sums_are_bold() -> None:
    found = next(body_of(made(table(3))).iter(w("tbl")))
    *_, last = found.findall(w("tr"))
    styles = [style.get(w("val")) for style in last.iter(w("pStyle"))]
    assert styles == ["Taulukonteksti", "Taulukonluku", "Taulukonteksti"]
    assert all(run.find(f"{w('rPr')}/{w('b')}") is not None for run in last.iter(w("r")))


@given(st.lists(st.tuples(texts, texts), max_size=5), texts)
@settings(max_examples=40, deadline=None)
def test_any_text_comes_out_as_it_went_in(rows: list[tuple[str, str]], title: str) -> None:
    """Nothing in a text is markup, whatever it looks like."""
    columns = (Column(title, 1), Column("{{ x }}", 1, "right"))
    document = docx.Document(io.BytesIO(made(Text(title), Table("<b>&", columns, tuple(rows)))))
    (found,) = document.tables
    assert [tuple(cell.text for cell in row.cells) for row in found.rows[1:]] == rows
    assert found.rows[0].cells[0].text == title
    assert title in [paragraph.text for paragraph in document.paragraphs]


def test_a_figure_says_in_words_what_it_shows() -> None:
    body = body_of(made(*blocks_of_each_kind()))
    found = [item for item in body.iter() if str(item.tag).endswith("}docPr")]
    assert [item.get("descr") for item in found] == [f"Kuvaus {LETTERS}", "Toinen kuvaus"]
    assert len({item.get("id") for item in found}) == 2


@pytest.mark.parametrize("hatch", ["none", "rising", "falling", "crossed", "dots"])
def test_shapes_stand_where_the_drawing_has_them(hatch: Hatch) -> None:
    square = ((10.0, 20.0), (60.0, 20.0), (60.0, 70.0), (10.0, 70.0))
    shapes = (
        Area(square, 0.5, hatch),
        Line(((5, 5), (5, 95)), dash="dashed"),
        Label("Teksti", (50, 90), 8, bold=True, anchor="end"),
    )
    body = body_of(made(Figure("k", Drawing(100, 100, shapes), "kuvaus")))
    ground, *boxes = _boxes(body)
    assert ground == (0, 0, 100, 100)
    assert boxes[0] == (10, 20, 50, 50)
    assert boxes[-2] == (5, 5, 0, 90)
    left, _, wide, _ = boxes[-1]
    assert left + wide == pytest.approx(50, abs=0.01)
    for left, top, wide, high in boxes[:-2]:
        assert 10 <= left <= left + wide <= 60.001
        assert 20 <= top <= top + high <= 70.001
    assert len(boxes) == (3 if hatch == "none" else 4)


def _boxes(body: Any) -> Iterator[tuple[float, float, float, float]]:
    """The shapes' left, top, width and height in points."""
    for shape in body.iter(
        "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}spPr"
    ):
        place, size = shape[0]
        yield tuple(  # type: ignore[misc]  # four of them
            int(value) / 12700
            for value in (place.get("x"), place.get("y"), size.get("cx"), size.get("cy"))
        )


def test_a_wide_drawing_is_made_smaller_to_fit() -> None:
    body = body_of(made(Figure("k", Drawing(2000, 500, (Line(((0, 0), (2000, 500))),)), "kuvaus")))
    (extent,) = [item for item in body.iter() if str(item.tag).endswith("}extent")]
    assert int(extent.get("cx")) / 12700 == pytest.approx(453.6)
    assert int(extent.get("cy")) / 12700 == pytest.approx(453.6 / 4)


def test_two_reports_are_compared_by_tracked_changes() -> None:
    """Figures and tables come through: accepting gives the new report, rejecting the old one."""
    old = made(*blocks_of_each_kind())
    changed = [*blocks_of_each_kind()[2:9], table(5), Figure("Uusi", chart(), "Uusi kuvaus")]
    new = made(*changed, Text("Lisätty"))
    both = redline(old, new, author="Vertailu", moment=datetime(2026, 7, 1, tzinfo=UTC))
    assert normal_form(accept_all(both)) == normal_form(new)
    assert normal_form(reject_all(both)) == normal_form(old)


@pytest.mark.parametrize("block", [
    Text("a\x07b"),
    Heading("a\x00"),
    Table("t\x1b", (Column("A", 1),), ()),
    Table("t", (Column("A", 1),), (("\x85",),)),
    Figure("k", Drawing(9, 9, (Label("\x07", (1, 1)),)), "kuvaus"),
    Figure("k", Drawing(9, 9, ()), "kuvaus\x07"),
])  # fmt: skip
def test_a_control_character_is_refused(block: Block) -> None:
    with pytest.raises(UnwritableError, match=r"U\+00"):
        word_blocks(Paper("R", "fi", (block,)))


def bounds(document: bytes) -> tuple[tuple[int, int], tuple[int, int]]:
    """The size of a drawing's group, and how far its shapes reach."""
    body = body_of(document)
    [group] = body.iter(f"{{{GROUP}}}grpSpPr")
    size = group.find(f"{{{DRAWN}}}xfrm/{{{DRAWN}}}ext")
    right, bottom = 0, 0
    for frame in body.iter(f"{{{DRAWN}}}xfrm"):
        if frame.getparent() is not group:
            place, ext = frame.find(f"{{{DRAWN}}}off"), frame.find(f"{{{DRAWN}}}ext")
            right = max(right, int(place.get("x")) + int(ext.get("cx")))
            bottom = max(bottom, int(place.get("y")) + int(ext.get("cy")))
    return (int(size.get("cx")), int(size.get("cy"))), (right, bottom)


@pytest.mark.parametrize("months", [(0.5,), (3.5, 9.5), (0.5, 2.5, 6.5, 11.5)])
def test_what_a_group_holds_is_as_wide_and_high_as_the_group(months: tuple[float, ...]) -> None:
    """LibreOffice stretches shapes to their group: a wheel with room beside it became an oval."""
    segments = [Segment("kokous", 0, month, month) for month in months]
    names = [f"{number}." for number in range(1, 13)]
    wheel = year_wheel(segments, ["Kokoukset"], names, centre="2027")
    size, reach = bounds(made(Figure("Vuosi", wheel, "Vuosikello")))
    assert reach == pytest.approx(size, rel=0.005)
