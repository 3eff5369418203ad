"""Reports as papers and files: order, accessibility, what is said where nothing is recorded."""

from __future__ import annotations

import re
import subprocess
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest
from openxml_audit import OpenXmlValidator
from outloud import check
from pdfua import validate

from sopimukset import register
from sopimukset.documents.report.pen import ended
from sopimukset.documents.report.summary import MORE, ONE_MORE
from sopimukset.documents.report.voice import Voice
from sopimukset.formats.paper import Bullets, Figure, Heading, Paper, Table
from sopimukset.formats.pdf import paper_to_pdf
from sopimukset.formats.word import text_of
from tests.support.command_line import sopimukset
from tests.support.kind_documents import WORKED
from tests.support.programs import find_program
from tests.support.reports import (
    AS_OF,
    REGION,
    followed_workspace,
    plain,
    report_in,
    report_of,
    table_of,
)
from tests.support.workspaces import CHECKOUT, edit

GOLDEN = CHECKOUT / "tests" / "data" / "report" / "raportti.txt"
NBSP = "\u00a0"
SECTIONS = (
    *("1 Päätettävää ja esitettävää", "2 Henkilöstö: sovittu ja toteutunut"),
    *("3 Vuoden tavoitteet", "4 Asiakkaat", "5 Suunnitelmat ajallaan"),
    *("6 Myöhässä olevat toimenpiteet", "7 Suurimmat riskit", "8 Nuorten yhteispalvelu"),
    *("9 Kustannukset ja talousarvio", "10 Muutokset ja seuraavat määräajat"),
    *("Mihin raportti perustuu", "Liite: läsnäolo, suositukset ja yhteistyö"),
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return followed_workspace(tmp_path_factory.mktemp("raportti"))


def pdf_text(data: bytes, folder: Path) -> str:
    path = folder / "a.pdf"
    path.write_bytes(data)
    command = [find_program("pdftotext"), "-raw", str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def printed(paper: Paper) -> str:
    """The paper as plain lines, for people to read in a diff."""
    lines = [paper.title, *paper.under_title, ""]
    for block in paper.blocks:
        if isinstance(block, Heading):
            lines += ["", f"{'#' * block.level} {block.text}"]
        elif isinstance(block, Table):
            lines += [f"[{block.caption}]", " | ".join(column.head for column in block.columns)]
            lines += [" | ".join(row) for row in block.rows]
        elif isinstance(block, Figure):
            lines += [f"({block.caption})", f"  {block.alternative}"]
        else:
            lines += [getattr(block, "text", ""), *getattr(block, "items", ())]
    return "\n".join(line for line in lines if line is not None) + "\n"


def test_the_report_of_a_region_reads_as_it_should(root: Path) -> None:
    assert printed(report_of(root)) == GOLDEN.read_text(encoding="utf-8")


def test_the_order_is_that_in_which_a_group_looks(root: Path, tmp_path: Path) -> None:
    paper = report_of(root)
    assert [item.text for item in headings(paper, 1)] == list(SECTIONS)
    text = pdf_text(paper_to_pdf(paper), tmp_path)
    places = [text.index(item) for item in SECTIONS]
    assert places == sorted(places)
    assert "388/2024 2 § 2 mom" in " ".join(text.split())
    assert "Päiviä" in text


@pytest.mark.parametrize("region", WORKED)
def test_the_pdfs_of_worked_regions_pass_two_checkers(region: str, tmp_path: Path) -> None:
    for language in ("fi", "sv"):
        path = tmp_path / f"{language}.pdf"
        for short in (False, True):
            paper = report_in(CHECKOUT, region, language=language, short=short)
            path.write_bytes(paper_to_pdf(paper))
            report = validate(str(path))
            assert not [finding for outcome in report.outcomes for finding in outcome.findings]
            result = check(str(path))
            assert (result.error, result.verdict) == (None, "pass"), list(result.findings)


@pytest.mark.parametrize("region", WORKED)
def test_a_summary_is_one_page(region: str, tmp_path: Path) -> None:
    for language in ("fi", "sv"):
        data = paper_to_pdf(report_in(CHECKOUT, region, language=language, short=True))
        assert pages(data, tmp_path) == 1, language


CHANGES = "Muutokset jakson aikana"
"""The change log's own sentences: they name by key what has no name."""


def words_of(paper: Paper) -> list[str]:
    """Every cell and text of a paper, but for the changes."""
    found = []
    for block in paper.blocks:
        if not getattr(block, "caption", "").startswith(CHANGES):
            found += [getattr(block, "text", ""), *getattr(block, "items", ())]
            found += [cell for row in getattr(block, "rows", ()) for cell in row]
    return found


@pytest.mark.parametrize("region", WORKED)
def test_no_key_of_a_seat_an_action_or_an_agreement_is_shown(region: str) -> None:
    home = CHECKOUT / "regions" / region
    own = plain(home / "alue.yaml")
    keys = {seat["tunnus"] for group in own["johtoryhmat"] for seat in group["jasenet"]}
    keys |= {item["tunnus"] for item in own["sopimukset"]}
    keys |= {
        action["tunnus"]
        for path in (home / "kokoukset").iterdir()
        for matter in plain(path)["asiat"]
        for action in matter.get("toimenpiteet", ())
    }
    keys -= {"tym", "kela"}
    assert len(keys) > 5
    shown = set(re.findall(r"[\w-]+", " ".join(words_of(report_in(CHECKOUT, region)))))
    assert not keys & shown


BOX = re.compile(r'yMax="([\d.]+)"')
TOP, FOOT, FULLEST = 85.0, 785.0, 686.0
"""Where a page's text begins and its footer stands, and how high the text may be, in points."""

LEAST = 0.65
"""A page less a third, and less a line: what stays together takes no more at the utmost."""


def how_full(data: bytes, folder: Path) -> list[float]:
    """How far down the text of each page reaches, as a share of the page's room."""
    path = folder / "taynna.pdf"
    path.write_bytes(data)
    command = [find_program("pdftotext"), "-bbox", str(path), "-"]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return [
        (max(y for y in map(float, BOX.findall(page)) if y < FOOT) - TOP) / FULLEST
        for page in told.split("<page ")[1:]
    ]


@pytest.mark.parametrize("day", [date(2026, 2, 1), date(2027, 2, 1)], ids=["2025", "2026"])
@pytest.mark.parametrize("region", WORKED)
def test_no_page_but_the_last_is_a_third_empty(region: str, day: date, tmp_path: Path) -> None:
    """And the last one holds more than a row or two."""
    for language in ("fi", "sv"):
        data = paper_to_pdf(report_in(CHECKOUT, region, language=language, day=day))
        *pages, last = how_full(data, tmp_path)
        assert all(share > LEAST for share in pages), (language, pages)
        assert last > 0.12, language


def test_a_full_summary_is_one_page_too(root: Path, tmp_path: Path) -> None:
    for language in ("fi", "sv"):
        assert pages(paper_to_pdf(report_of(root, language=language, short=True)), tmp_path) == 1


def pages(data: bytes, folder: Path) -> int:
    path = folder / "sivut.pdf"
    path.write_bytes(data)
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def test_word_says_what_the_pdf_says(root: Path) -> None:
    sopimukset(*AS_OF, "report", "--format", "docx", cwd=root)
    [path] = (root / "build").rglob("*.docx")
    assert OpenXmlValidator().validate(str(path)).errors == []
    said = "\n".join(text_of(path.read_bytes())).replace(NBSP, " ")
    for block in report_of(root).blocks:
        for text in (getattr(block, "text", ""), *getattr(block, "items", ())):
            assert text.replace(NBSP, " ") in said, text
        for row in getattr(block, "rows", ()):
            assert all(cell.replace(NBSP, " ") in said for cell in row), row


def test_every_chart_has_a_table_beside_it(root: Path) -> None:
    blocks = report_of(root).blocks
    figures = [place for place, block in enumerate(blocks) if isinstance(block, Figure)]
    charts = [place for place in figures if "kolmella tasolla" not in blocks[place].caption]  # type: ignore[union-attr]
    assert len(charts) >= 4
    for place in charts:
        near = blocks[max(place - 1, 0) : place + 2]
        assert any(isinstance(block, Table) for block in near), blocks[place]


# The day of review --------------------------------------------------------------------------------


def states(root: Path, day: date) -> dict[str, str]:
    """The state of each entry of the year clock that has a recorded day, by that day."""
    rows = table_of(report_of(root, day=day, period="1–6/2026"), "Vuoden 2026 tapahtumat").rows
    return {row[2].split()[-1]: row[2].split()[0] for row in rows if row[2]}


@pytest.mark.parametrize("day", [date(2026, 3, 1), date(2026, 9, 15), date(2026, 12, 31)])
def test_only_what_has_come_by_the_day_of_review_is_done(root: Path, day: date) -> None:
    found = states(root, day)
    assert found
    for told, state in found.items():
        recorded = date(*map(int, reversed(told.split("."))))
        assert state == ("Tehty" if recorded <= day else "Sovittu"), told


def test_a_period_that_is_not_over_says_so_and_its_goals_may_still_be_reached(root: Path) -> None:
    last = date(2026, 12, 31)
    for short in (False, True):
        going = report_of(root, day=last - timedelta(1), period="7–12/2026", short=short)
        over = report_of(root, day=last, period="7–12/2026", short=short)
        assert "jakso kesken" in going.under_title[1]
        assert "jakso kesken" not in over.under_title[1]
        assert "ei saavutettu" not in printed(going)
    goals = table_of(report_of(root, day=last, period="7–12/2026"), "Vuoden 2026 tavoitteet")
    before = table_of(report_of(root, day=date(2026, 12, 30), period="7–12/2026"), goals.caption)
    assert "ei saavutettu" in {row[-1] for row in goals.rows}
    assert "ei vielä" in {row[-1] for row in before.rows}


def test_a_treatment_that_lies_ahead_is_not_believed(root: Path) -> None:
    before = printed(report_of(root, day=date(2026, 9, 14), period="1–6/2026"))
    assert (
        "Käsittely on kirjattu johtoryhmän kokoukselle 15.9.2026, joka on vasta tulossa." in before
    )
    assert "Käsitelty johtoryhmässä" not in before
    assert "Käsitelty johtoryhmässä 15.9.2026" in printed(
        report_of(root, day=date(2026, 9, 15), period="1–6/2026")
    )


def test_a_staff_row_that_is_not_recorded_is_no_nought(tmp_path: Path) -> None:
    """A board that reads a sum of some rows takes the others for gone."""
    root = followed_workspace(tmp_path / "rivi")
    path = root / "regions" / REGION / "seuranta" / "2026-H2.yaml"
    text = path.read_text(encoding="utf-8")
    row = plain(path)["henkilosto"][-1]["rivi"]
    kept = [line for line in text.splitlines(keepends=True) if f"rivi: {row}," not in line]
    path.write_text("".join(kept), encoding="utf-8")
    paper, short = report_of(root), report_of(root, short=True)
    total = table_of(paper, "Henkilöstö osapuolittain").rows[-1]
    assert total[3:5] == ("ei kirjattu", "ei kirjattu")
    assert table_of(short, "Tärkeimmät luvut").rows[0][1] == "ei kirjattu"
    assert "Summaa ei lasketa" in printed(paper)
    what = [row[0] for row in table_of(paper, "Päätettävää ja esitettävää").rows]
    assert any(text.startswith("Toteutunutta henkilöstöä ei ole kirjattu: ") for text in what)


def notes_of(paper: Paper, heading: str) -> list[str]:
    """The items of the lists in the section whose heading ends so."""
    starts = [at for at, block in enumerate(paper.blocks) if isinstance(block, Heading)]
    told = [block.text for block in paper.blocks if isinstance(block, Heading)]
    [place] = [number for number, text in enumerate(told) if text.endswith(heading)]
    own, *others = starts[place:]
    lists = (block for block in paper.blocks[own : min(others)] if isinstance(block, Bullets))
    return [item for block in lists for item in block.items]


@pytest.mark.parametrize(
    ("agreed", "told"),
    [
        (", talousarvio: 96000", ""),
        (
            ", talousarvio: 90000",
            "Tilat: Talousarvio on seurannassa 96 000 euroa, mutta sopimuksessa on sovittu "
            "90 000 euroa vuodessa.",
        ),
        ("", ""),
    ],
)
def test_a_budget_of_the_follow_up_s_own_is_set_against_the_agreement_s(
    tmp_path: Path, agreed: str, told: str
) -> None:
    root = followed_workspace(tmp_path)
    edit(root / "regions" / REGION / "alue.yaml", (", talousarvio: 96000", agreed))
    notes = notes_of(report_of(root), "Kustannukset ja talousarvio")
    said = [" ".join(item.split()) for item in notes if "sovittu" in item]
    assert said == ([told] if told else [])


@pytest.mark.parametrize(("share", "told"), [("0.49", True), ("0.5", False), ("1", False)])
def test_staff_far_below_what_was_agreed_is_called_so(
    tmp_path: Path, share: str, told: bool
) -> None:
    root = followed_workspace(tmp_path)
    rows = plain(root / "regions" / REGION / "alue.yaml")["henkilosto"]
    [agreed] = [row["maara"] for row in rows if row["tunnus"] == "h-hva-sosiaali"]
    edit(
        root / "regions" / REGION / "seuranta" / "2026-H2.yaml",
        ("h-hva-sosiaali, maara: 6", f"h-hva-sosiaali, maara: {Decimal(agreed) * Decimal(share)}"),
    )
    notes = notes_of(report_of(root), "Henkilöstö: sovittu ja toteutunut")
    assert any("alle puolet sovitusta" in item for item in notes) is told


def test_a_year_that_its_halves_contradict_is_said_to_be_so(tmp_path: Path) -> None:
    """Smallness isn't why its parts are hidden, and its year isn't unfinished."""
    root = followed_workspace(tmp_path / "ristiriita")
    home = root / "regions" / REGION / "seuranta"
    halves = [plain(home / f"2026-{half}.yaml") for half in ("H1", "H2")]
    key = "paattyneet-asiakkuudet"
    total = sum(
        row["arvo"]
        for half in halves
        for row in half["mittarit"]
        if row["mittari"] == key and len(row.keys() & {"luokka", "kunta"}) == 0
    )
    (home / "2026.yaml").write_text(
        "muoto: 1\njohtoryhma: tym\nseurantajakso: {alkaen: 2026-01-01, paattyen: 2026-12-31}\n"
        f"mittarit:\n  - {{mittari: {key}, arvo: {total - 2}}}\n",
        encoding="utf-8",
    )
    said = printed(report_of(root, period="2026-H2"))
    assert "luvut ovat ristiriidassa keskenään tai osittain kirjaamatta" in said
    assert "Päättyneet asiakkuudet" in said.split("ristiriidassa")[1].split("\n")[0]
    assert "ristiriidassa" not in printed(report_of(followed_workspace(tmp_path / "ehjä")))


# The wording of a summary -------------------------------------------------------------------------


def test_a_summary_names_no_chapter_and_ends_its_sentences_once(tmp_path: Path) -> None:
    root = followed_workspace(tmp_path / "esitys")
    told = ("laatija: johtava_henkilo\n", "laatija: johtava_henkilo\nesitykset: [lisää väkeä]\n")
    enough = (("maara: 5.5,", "maara: 6.5,"), ("terveys, maara: 1.1", "terveys, maara: 1.5"))
    edit(root / "regions" / REGION / "seuranta" / "2026-H1.yaml", told, *enough)
    said = printed(report_of(root, short=True, period="1–6/2026"))
    assert "Lisää väkeä. Päätetään esityksestä." in said
    assert "määräpäivänsä ohittaneena: 2. Sovitaan" in said
    assert "(luku 6)" in printed(report_of(root, period="1–6/2026"))


@pytest.mark.parametrize(("count", "told"), [(1, "Lisäksi 1 asia s"), (2, "Lisäksi 2 asiaa s")])
def test_one_matter_is_counted_in_the_singular(count: int, told: str) -> None:
    voice = Voice("fi", register.load())
    assert voice.counted(ONE_MORE, MORE, count).startswith(told)


@pytest.mark.parametrize(("text", "told"), [("a", "a."), ("a.", "a."), ("a!", "a!"), ("a?", "a?")])
def test_a_sentence_ends_once(text: str, told: str) -> None:
    assert ended(text) == told


# What is not recorded, and what is not treated ----------------------------------------------------


def test_what_was_not_treated_is_said_and_proposed(root: Path) -> None:
    paper = report_of(root)
    said = printed(paper)
    assert "Käsittelyä johtoryhmässä ei ole kirjattu (388/2024 2 § 2 mom)." in said
    assert "Ei käsitelty" not in said, "what isn't recorded may have been done"
    first = table_of(paper, "Päätettävää").rows[0]
    assert first[0] == "Jakson 7–12/2026 seurantaa ei ole kirjattu käsitellyksi"
    treated = printed(report_of(root, period="1–6/2026"))
    assert "Käsitelty johtoryhmässä 15.9.2026\u00a0§\u00a012" in treated
    assert "Lausuneet: Pohjois-Karjalan hyvinvointialue ja Kela." in treated
    assert "Johtoryhmän arvio: Tavoitteet toteutuivat osittain." in treated


def test_a_period_without_anything_says_so_in_every_section(tmp_path: Path) -> None:
    root = followed_workspace(tmp_path / "tyhja")
    path = root / "regions" / REGION / "seuranta" / "2026-H2.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:4]), encoding="utf-8")
    said = printed(report_of(root))
    for text in (
        "Käsittelyä johtoryhmässä ei ole kirjattu",
        "Riskejä ei ole kirjattu tälle jaksolle.",
        "Kustannusten toteumaa ei ole kirjattu tälle jaksolle.",
        "Ei kirjattu tältä jaksolta: Uudet asiakkuudet",
    ):
        assert text in said, text
    rows = table_of(report_of(root), "Henkilöstö osapuolittain").rows
    assert {row[3] for row in rows} == {"ei kirjattu"}


def test_an_example_is_marked_on_every_page(root: Path, tmp_path: Path) -> None:
    data = paper_to_pdf(report_of(root))
    text = pdf_text(data, tmp_path)
    assert text.count("ESIMERKKI") == pages(data, tmp_path)


def test_without_a_repository_that_is_said(root: Path) -> None:
    said = printed(report_of(root))
    assert "Jakson muutokset eivät ole luettavissa: versionhallintaa ei ole käytettävissä." in said


def test_a_goal_that_nobody_set_is_proposed(tmp_path: Path) -> None:
    root = followed_workspace(tmp_path / "tavoitteetta")
    edit(root / "regions" / REGION / "alue.yaml", ("vuosi: 2026\n", "vuosi: 2028\n"))
    told = [row[0] for row in table_of(report_of(root), "Päätettävää").rows]
    assert any(item.startswith("Vuoden 2026 tavoitteiden asettaminen") for item in told)


def test_the_swedish_report_has_no_finnish_words_of_ours(root: Path) -> None:
    finnish, swedish = report_of(root), report_of(root, language="sv")
    ours = {item.text for item in headings(finnish, 1)}
    heads = {
        column.head for block in finnish.blocks for column in getattr(block, "columns", ())
    } - {"Status"}
    said = printed(swedish)
    own = {item.text for item in headings(swedish, 1)}
    assert not ours & own
    for block in swedish.blocks:
        assert not heads & {column.head for column in getattr(block, "columns", ())} - PERIODS
    assert "Ledningsgruppen följer upp och utvärderar" in said


PERIODS = {"1–6/2025", "7–12/2025", "1–6/2026", "7–12/2026"}


def headings(paper: Paper, level: int) -> list[Heading]:
    return [item for item in paper.blocks if isinstance(item, Heading) and item.level == level]


def test_a_figure_that_cant_be_is_a_word_and_never_a_trend(tmp_path: Path) -> None:
    root = followed_workspace(tmp_path)
    file = max((root / "regions" / REGION / "seuranta").glob("*.yaml"))
    text = file.read_text(encoding="utf-8")
    value = re.compile(r"(mittari: uudet-asiakkuudet, arvo: )\d+")
    assert value.search(text)
    file.write_text(value.sub(r"\g<1>-5", text, count=1), encoding="utf-8")
    for short in (False, True):
        paper = report_of(root, short=short)
        rows = [
            row
            for block in paper.blocks
            if isinstance(block, Table)
            for row in block.rows
            if row[0].startswith("Uudet asiakkuudet") and "Vuotta aiemmin" in heads(block)
        ]
        assert rows
        assert {row[1] for row in rows} == {"tarkista"}
        told = [getattr(block, "text", "") for block in paper.blocks]
        assert any("ei ole mittarin rajoissa" in item for item in told)
        assert not any("−5" in cell for row in rows for cell in row)


def heads(table: Table) -> list[str]:
    return [column.head for column in table.columns]
