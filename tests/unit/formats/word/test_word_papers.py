"""Papers in Word: what the layout loops over, tables of any columns, lists, headings."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from sopimukset.formats import zip as archive
from sopimukset.formats.figures.drawing import Drawing, Label
from sopimukset.formats.paper import Block, Bullets, Column, Figure, Heading, Paper, Table, Text
from sopimukset.formats.word import body_texts, body_texts_of_ours, rendering, word_blocks
from sopimukset.formats.word.paper import FIRST_LIST, NUMBERED_LISTS
from sopimukset.formats.word.redline import accept_all, normal_form, redline, reject_all
from sopimukset.formats.word.xml import w
from sopimukset.formats.writable import UnwritableError
from tests.support.word_papers import (
    DOCUMENT,
    LETTERS,
    blocks_of_each_kind,
    body_of,
    chart,
    fields,
    layout,
    made,
    table,
)

texts = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), max_size=30)


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
    assert "ei kirjattu" not in quick


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
        (5, [True, False, False, False, True, False]),
        (8, [True, False, False, False, False, False, False, True, False]),
    ],
)
def test_small_tables_stay_whole_and_of_long_ones_the_ends(rows: int, kept: list[bool]) -> None:
    [found] = body_of(made(table(rows), Text("Lopuksi."))).iter(w("tbl"))
    shown = [[keeps(item) for item in row.iter(w("p"))] for row in found.iter(w("tr"))]
    assert [all(row) for row in shown] == kept
    assert [any(row) for row in shown] == kept


def test_a_table_that_closes_the_paper_keeps_five_rows() -> None:
    """Less on the last page would be a sheet for a row or two."""
    for note in ((), (Text("Lähde.", "small"),)):
        [found] = body_of(made(table(9), *note)).iter(w("tbl"))
        kept = [all(keeps(item) for item in row.iter(w("p"))) for row in found.iter(w("tr"))]
        assert kept == [True, False, False, False, False, True, True, True, True, False]


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
