"""Papers as PDF, read by other programs: checkers of PDF/UA, pikepdf, poppler."""

from __future__ import annotations

import io
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outloud import check
from pdfua import validate

from sopimukset.formats.figures.drawing import Drawing, Label
from sopimukset.formats.flow import Piece, placed
from sopimukset.formats.paper import Block, Bullets, Column, Figure, Heading, Paper, Table, Text
from sopimukset.formats.pdf import UnwritableError, paper_to_pdf
from sopimukset.formats.pdf import look as looks
from sopimukset.formats.pdf.pen import Pen
from tests.support import papers
from tests.support.papers import LETTERS, paper, table
from tests.support.programs import find_program

WHEEL = Figure("Kello", papers.wheel(), "Vuoden kello.")


@pytest.fixture(scope="module")
def typical() -> Paper:
    return papers.typical()


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """The elements of the structure in reading order, the first that of the whole."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop(0)
        yield element
        kids: Any = element.get("/K", [])
        waiting = [
            kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid
        ] + waiting


def kind(element: Any) -> str:
    return str(element.S).lstrip("/")


def text_of(data: bytes, folder: Path, *options: str) -> str:
    """The text in reading order, as poppler's pdftotext has it."""
    (folder / "a.pdf").write_bytes(data)
    command = [find_program("pdftotext"), *options, str(folder / "a.pdf"), "-"]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def test_two_checkers_of_accessible_pdf_find_nothing(typical: Paper, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(paper_to_pdf(typical))
    report = validate(str(path))
    assert not [finding for outcome in report.outcomes for finding in outcome.findings]
    result = check(str(path))
    assert result.error is None
    assert result.verdict == "pass", list(result.findings)
    assert result.stats["tagged"]


def test_the_same_paper_gives_the_same_bytes(typical: Paper) -> None:
    assert paper_to_pdf(typical) == paper_to_pdf(replace(typical))


def test_text_comes_out_in_reading_order_with_its_letters(typical: Paper, tmp_path: Path) -> None:
    text = text_of(paper_to_pdf(typical), tmp_path, "-raw")
    assert LETTERS in text
    assert "388/2024 2 §:n" in text
    wanted = [
        "Mitä nyt päätetään",
        "Ensimmäinen",
        "Kuva 1. Sovittu",
        "Taulukko 1.",
        "Kunta 0",
        "Kunta 44",
        "Lähde:",
        "Vahva kappale",
        "Ovttasbargu",
        "Kuva 2.",
        "Taulukko 2. Pieni taulukko",
    ]
    places = [text.index(piece) for piece in wanted]
    assert places == sorted(places)


def test_the_structure_tells_what_everything_is(typical: Paper) -> None:
    pdf = opened(paper_to_pdf(typical))
    found = list(elements(pdf))
    counts = Counter(map(kind, found))
    assert counts["Document"] == counts["Title"] == 1
    assert [kind(item) for item in found if kind(item).startswith("H")] == ["H1", "H2", "H3", "H1"]
    assert (counts["L"], counts["LI"], counts["Lbl"], counts["LBody"]) == (2, 5, 5, 5)
    assert (counts["Table"], counts["Caption"], counts["Figure"]) == (2, 4, 2)
    assert counts["TR"] == (1 + 45) + (1 + 3)
    scopes = Counter(str(item.A.Scope) for item in found if kind(item) == "TH")
    assert scopes == {"/Column": 2 * 3, "/Row": 45 + 3}
    assert counts["TD"] == 2 * (45 + 3)


@pytest.mark.parametrize(("rows", "columns"), [(1, 4), (3, 2), (9, 2), (1, 9), (2, 3), (4, 3)])
def test_heads_never_outnumber_what_they_head(rows: int, columns: int, tmp_path: Path) -> None:
    """Where the columns' heads are enough, first cells are no heads of rows."""
    heads = tuple(Column(f"Sarake {number}", 1) for number in range(columns))
    cells = tuple(tuple(f"{row} {place}" for place in range(columns)) for row in range(rows))
    path = tmp_path / "a.pdf"
    path.write_bytes(paper_to_pdf(paper(Heading("Otsikko"), Table("Taulu", heads, cells))))
    assert check(str(path)).errors == 0


def test_a_figure_has_its_text_and_its_place(typical: Paper) -> None:
    pdf = opened(paper_to_pdf(typical))
    figures = [item for item in elements(pdf) if kind(item) == "Figure"]
    assert [str(item.Alt) for item in figures] == [
        "Lahti: sovittu 10, toteutunut 8,5.",
        "Henkilöstön tarkastus syys–lokakuussa.",
    ]
    for item in figures:
        left, lower, right, upper = map(float, item.A.BBox)
        assert 0 < left < right < 596
        assert 0 < lower < upper < 842


def test_every_mark_on_a_page_belongs_to_one_element_or_is_an_artifact(typical: Paper) -> None:
    pdf = opened(paper_to_pdf(typical))
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums
    assert len(owners) == 2 * len(pdf.pages)
    for number, page in enumerate(pdf.pages):
        depth, marks = 0, []
        content: Any = pikepdf.parse_content_stream(page)
        for operands, operator in content:
            if str(operator) == "BDC":
                depth += 1
                if "/MCID" in (properties := operands[1]):
                    marks.append(int(properties.MCID))
            elif str(operator) == "EMC":
                depth -= 1
            elif str(operator) in ("Tj", "f", "S", "b", "s"):
                assert depth == 1
        assert depth == 0
        assert marks == list(range(len(marks))), "each mark once, numbered in order"
        assert int(page.obj.StructParents) == number
        assert str(page.obj.Tabs) == "/S"
        mine = owners[2 * number + 1]
        assert len(mine) == len(marks)
        for mark, owner in zip(marks, mine, strict=True):
            assert _holds(owner, page, mark)


def _holds(element: Any, page: Any, mark: int) -> bool:
    for kid in element.K:
        if isinstance(kid, pikepdf.Dictionary):
            if kid.Pg.objgen == page.obj.objgen and int(kid.MCID) == mark:
                return True
        elif int(kid) == mark and element.Pg.objgen == page.obj.objgen:
            return True
    return False


def test_the_file_says_what_it_is(typical: Paper) -> None:
    pdf = opened(paper_to_pdf(typical))
    root = pdf.Root
    assert str(root.Lang) == "fi"
    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    with pdf.open_metadata(update_docinfo=False) as told:
        assert told["pdfuaid:part"] == "1"
        assert told["dc:title"] == "Seurantaraportti"
    info = pdf.docinfo
    assert str(info["/Title"]) == "Seurantaraportti"
    assert str(info["/CreationDate"]) == "D:20260701000000Z"
    assert str(info["/sopimukset.alue"]) == "alue"
    assert str(info["/sopimukset.sinetti"]) == "ä & <b>"


def test_a_passage_in_another_language_says_so(typical: Paper) -> None:
    told = [str(item.Lang) for item in elements(opened(paper_to_pdf(typical))) if "/Lang" in item]
    assert told == ["se"]


def test_bookmarks_are_the_headings_on_their_levels(typical: Paper) -> None:
    with opened(paper_to_pdf(typical)).open_outline() as outline:
        first, last = outline.root
        assert (first.title, last.title) == ("Mitä nyt päätetään", "Vuosi")
        assert [item.title for item in first.children] == ["Henkilöstö"]
        assert [item.title for item in first.children[0].children] == ["Pienin otsikko"]


def test_a_note_stays_with_the_table_that_it_is_about() -> None:
    for count in range(20, 45):
        note = Text("Lähde: seuranta.", "small")
        pdf = opened(paper_to_pdf(paper(*[Text("rivi")] * count, table(9), note)))
        last = [item for item in elements(pdf) if kind(item) in ("TD", "P")][-2:]
        assert last[0].Pg.objgen == last[1].Pg.objgen


def test_more_letters_than_one_part_of_a_font_holds(tmp_path: Path) -> None:
    letters = "".join(
        chr(code)
        for code in (*range(0xA1, 0x180), *range(0x391, 0x3A2), *range(0x410, 0x450))
        if code != 0xAD
    )
    text = text_of(paper_to_pdf(paper(Text(letters))), tmp_path, "-raw")
    assert letters[:60] in text.replace("\n", "")
    assert letters[-40:] in text.replace("\n", "")


def test_every_font_is_embedded_and_maps_to_letters(typical: Paper) -> None:
    pdf = opened(paper_to_pdf(typical))
    fonts = [font for page in pdf.pages for font in page.obj.Resources.Font.values()]
    assert fonts
    for font in fonts:
        assert "/FontFile2" in font.FontDescriptor
        assert "/ToUnicode" in font


def test_mark_foot_and_number_stand_on_every_page(typical: Paper, tmp_path: Path) -> None:
    pages = text_of(paper_to_pdf(typical), tmp_path).split("\f")[:-1]
    assert len(pages) >= 3
    for number, page in enumerate(pages, 1):
        assert "LUONNOS" in page
        assert f"Sivu {number} / {len(pages)}" in page
        assert "alue / laji / fi" in page


def test_a_long_table_repeats_its_head_as_an_artifact(tmp_path: Path) -> None:
    data = paper_to_pdf(paper(table(200)))
    pages = text_of(data, tmp_path).split("\f")[:-1]
    assert len(pages) > 4
    assert all("Osapuoli" in page and "Huomautus" in page for page in pages)
    heads = [
        item
        for item in elements(opened(data))
        if kind(item) == "TH" and "Column" in str(item.A.Scope)
    ]
    assert len(heads) == 3, "the structure has the head once"


@given(st.integers(0, 60), st.integers(0, 40))
@settings(max_examples=30, deadline=None)
def test_no_row_is_broken_and_none_stands_alone(rows: int, before: int) -> None:
    """Each row is on one page; a page has two rows of a table at least, or none."""
    pdf = opened(paper_to_pdf(paper(*[Text("kappale")] * before, table(rows))))
    pages: Counter[int] = Counter()
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    for row in [item for item in elements(pdf) if kind(item) == "TR"][1:]:
        cells = [cell for cell in row.K if "/Pg" in cell]
        places = {numbers[cell.Pg.objgen] for cell in cells}
        assert len(places) == 1
        assert not any(isinstance(kid, pikepdf.Dictionary) for cell in cells for kid in cell.K)
        pages[places.pop()] += 1
    assert all(count >= 2 for count in pages.values()) or rows < 2


def test_a_heading_stays_with_what_it_heads() -> None:
    for count in range(20, 45):
        pdf = opened(paper_to_pdf(paper(*[Text("rivi")] * count, Heading("Otsikko"), table(4))))
        found = [item for item in elements(pdf) if kind(item) in ("H1", "Caption", "TH")]
        assert len({item.Pg.objgen for item in found[:3]}) == 1


@pytest.mark.parametrize("shown", [table(4), WHEEL])
def test_a_text_stays_with_the_table_or_figure_that_it_leads_to(shown: Table | Figure) -> None:
    leads = (Heading("Läsnäolo"), Text("Kokouksia on kirjattu kaksi."))
    for count in range(20, 45):
        pdf = opened(paper_to_pdf(paper(*[Text("rivi")] * count, *leads, shown)))
        found = [item for item in elements(pdf) if kind(item) in ("P", "Caption")]
        assert len({item.Pg.objgen for item in found[-2:]}) == 1, count


@pytest.mark.parametrize(("lacking", "pages"), [(-1, 1), (looks.SPARE, 1), (looks.SPARE + 1, 2)])
def test_what_stays_together_takes_a_little_of_the_margin(lacking: float, pages: int) -> None:
    """A hole at a page's foot is worse than a margin that is a line narrower."""
    pieces = [Piece(400, nothing), Piece(150, nothing, keep=True), Piece(150 + lacking, nothing)]
    assert len(placed(pieces, looks.TOP, 700, looks.SPARE)) == pages
    alone = [Piece(400, nothing), Piece(300 + max(lacking, 0), nothing)]
    assert len(placed(alone, looks.TOP, 700, looks.SPARE)) == 1 + (lacking > 0)


def nothing(_pen: Pen, _top: float) -> None:
    """Draw nothing."""


@given(st.integers(0, 45), st.integers(1, 30), st.booleans())
@settings(max_examples=30, deadline=None)
def test_a_figure_without_room_lets_its_section_pass_and_no_other(
    before: int, rows: int, noted: bool
) -> None:
    """The structure has the order of the pages; headings, figures and tables have their own."""
    blocks: tuple[Block, ...] = (
        *[Text("kappale")] * before,
        Heading("Kello"),
        WHEEL,
        *([Text("Lähde.", "small")] if noted else []),
        table(rows, "Ensimmäinen"),
        WHEEL,
        table(3, "Toinen"),
        Heading("Loppu"),
        Text("Loppusanat"),
    )
    data = paper_to_pdf(paper(*blocks))
    pdf = opened(data)
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    places, found = [], []
    for item in elements(pdf):
        marks = [mark for mark in item.K if isinstance(mark, int)]
        if marks:
            places.append((pages[item.Pg.objgen], marks[0]))
        found += [kind(item)] if kind(item) in ("H1", "Table", "Figure") else []
    assert places == sorted(places)
    assert found[0] == "H1"
    assert found[-1] == "H1"
    assert sorted(found[1:-1]) == ["Figure", "Figure", "Table", "Table"]
    assert found[1:3] != ["Figure", "Figure"]
    heading, follower = [item for item in elements(pdf) if kind(item) in ("H1", "Caption")][:2]
    assert heading.Pg.objgen == follower.Pg.objgen


@pytest.mark.parametrize("block", [
    Table("Tyhjä", (Column("A", 1), Column("B", 1)), ()),
    Table("Sanat", (Column("Y" * 60, 1), Column("B", 1)), (("x" * 400, "y" * 90),)),
    Text("sana" * 400),
    Text(""),
    Text("eka\ntoka\n\nneljäs"),
    Bullets(()),
    Bullets(("",)),
    Figure("Leveä", Drawing(2000, 500, (Label("teksti", (10, 20)),)), "Kuvaus"),
], ids=["rows", "words", "word", "empty", "lines", "items", "item", "wide"])  # fmt: skip
def test_what_is_odd_is_written_too(block: Table | Text | Bullets | Figure, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(
        paper_to_pdf(paper(Heading("Otsikko"), Text("Alku"), block, title="Otsikko " * 38))
    )
    result = check(str(path))
    assert result.error is None
    assert result.errors == 0, result.findings


def test_text_is_never_markup(tmp_path: Path) -> None:
    told = "<b>lihava</b> &amp; <font size=40> (suluissa) \\ {{ x }} <para/>"
    data = paper_to_pdf(paper(Text(told), Table(told, (Column(told, 1),), ((told,),))))
    text = " ".join(text_of(data, tmp_path, "-raw").split())
    assert text.count(told) >= 3


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x85", "\ud800", "\uffff"])
def test_a_control_character_is_refused_by_its_number(character: str) -> None:
    with pytest.raises(UnwritableError, match=f"U\\+{ord(character):04X}"):
        paper_to_pdf(paper(Text(f"a{character}b")))


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="more or fewer cells"):
        Table("t", (Column("A", 1), Column("B", 1)), (("yksi",),))


def test_an_example_lies_on_its_long_side_when_asked(typical: Paper) -> None:
    pdf = opened(paper_to_pdf(replace(typical, landscape=True)))
    left, lower, right, upper = map(float, pdf.pages[0].obj.MediaBox)
    assert right - left > upper - lower


def test_a_figure_that_was_passed_comes_before_what_begins_the_next_page() -> None:
    """A table that the page holds passes a figure; a long one that it doesn't begin waits."""
    head = Piece(20, nothing)
    figure = Piece(300, nothing, role="figure")
    short = [Piece(50, nothing, keep=True), Piece(50, nothing, again=head)]
    long = [Piece(60, nothing, keep=True), *[Piece(60, nothing, again=head) for _ in range(30)]]
    first, second, *_ = placed([Piece(500, nothing), figure, *short, *long], 0, 620)
    assert [piece for piece, _ in first] == [Piece(500, nothing), *short]
    assert second[0][0] == figure
    assert second[1][0] == long[0]


def test_nothing_passes_a_figure_where_that_would_leave_a_greater_hole() -> None:
    """A table that goes on to the next page and fills half of it leaves no room for the figure."""
    head, row = Piece(20, nothing), Piece(50, nothing)
    figure = Piece(300, nothing, role="figure")

    def rows(count: int) -> list[Piece]:
        """A table of so many rows, of which the first two stay together."""
        return [replace(row, keep=True), *[replace(row, again=head)] * (count - 1)]

    for count in range(4, 14):
        pieces = [Piece(500, nothing), figure, *rows(count)]
        pages = placed(pieces, 0, 620)
        held = [piece for page in pages for piece, _ in page if piece is not head]
        assert Counter(map(id, held)) == Counter(map(id, pieces))
        holes = [620 - at - piece.height for page in pages[:-1] for piece, at in page[-1:]]
        assert max(holes, default=0) <= 120, count
