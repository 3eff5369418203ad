"""`report --national`: honest completeness, sums without inventions, and a change's effect."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pytest
import yaml
from outloud import check
from pdfua import validate

from sopimukset.documents.nation import coming
from sopimukset.formats.pdf.look import DARK, MARK
from sopimukset.tasks.national import Wishes, make_national
from tests.support.command_line import sopimukset
from tests.support.national_report import DAY, NAME, made, page_text, table
from tests.support.workspaces import CHECKOUT, EXAMPLE, edit, record, workspace


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    names = sorted(path.name for path in (CHECKOUT / "regions").iterdir() if path.is_dir())
    return workspace(tmp_path_factory.mktemp("maa"), *names)


def records(place: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(place.glob("regions/*/alue.yaml")):
        yield path.parent.name, yaml.safe_load(path.read_text(encoding="utf-8"))


def holds(item: dict[str, Any]) -> bool:
    return str(item.get("alkaen", "")) <= DAY and str(item.get("paattyen", "9999")) >= DAY


@pytest.fixture(scope="module")
def tables(whole: Path) -> Path:
    made(whole, "--format", "csv")
    return whole


def test_the_paper_is_tagged_and_passes_two_checkers(whole: Path) -> None:
    for language in ("fi", "sv"):
        made(whole, "--language", language)
        file = whole / "build" / "valtakunta" / f"valtakunta_tilannekuva_{DAY}_{language}.pdf"
        found = validate(str(file)).outcomes
        assert not [finding for outcome in found for finding in outcome.findings]
        assert check(str(file)).errors == 0
    text = subprocess.run(
        ["pdftotext", "-layout", whole / "build" / "valtakunta" / f"{NAME}.pdf", "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for told in (
        "Valtakunnallinen tilannekuva",
        "Päijät-Hämeen",
        "SISÄLTÄÄ ESIMERKKEJÄ",
        "Taulukossa ovat määräajat 20.2.2027 saakka.",
    ):
        assert told in text


def test_every_region_of_the_register_has_its_row(tables: Path) -> None:
    rows = table(tables, "mita-tiedetaan")
    assert len(rows) == 22
    states = {row["Alue"]: row["Tila"] for row in rows}
    assert states["Päijät-Hämeen hyvinvointialue"] == "esimerkki"
    assert states["Kymenlaakson hyvinvointialue"] == "ei kirjattu, valmisteilla"
    assert {row["Henkilöstö"] for row in rows if row["Tila"] != "esimerkki"} == {"ei kirjattu"}


def test_staff_adds_up_to_what_the_records_say(tables: Path) -> None:
    sums: dict[str, Decimal] = {}
    for row in table(tables, "henkilosto"):
        sums[row["Yksikkö"]] = sums.get(row["Yksikkö"], Decimal(0)) + Decimal(
            row["Määrä"].replace(",", ".")
        )
        assert row["Tiedon päivä"] <= DAY
        assert row["Lähde"]
    own: dict[str, Decimal] = {}
    words = {"htv": "htv", "tuntia-viikossa": "tuntia viikossa", "henkiloa": "henkilöä"}
    for _, data in records(tables):
        for row in data.get("henkilosto", []):
            if holds(row):
                unit = words[row["yksikko"]]
                own[unit] = own.get(unit, Decimal(0)) + Decimal(str(row["maara"]))
    assert sums == own


def test_names_stand_for_readers_and_keys_only_for_those_who_calculate(tables: Path) -> None:
    goals = table(tables, "tavoitteet")
    assert any(row["Tavoitteiden avaimet"] for row in goals)
    assert any(row["Mittarin avain"] for row in goals)
    for row in goals:
        assert row["Mittari"] != row["Mittarin avain"] or not row["Mittari"]
        for key in row["Tavoitteiden avaimet"].split():
            assert key not in row["Valtakunnalliset tavoitteet"] or "-" not in key
    kinds = {row["Lajin avain"]: row["Laji"] for row in table(tables, "sopimukset")}
    assert kinds["tym-sopimus"] == "Monialaisen tuen yhteistyösopimus"
    staff = table(tables, "henkilosto")
    assert "työllisyysalue Lahti" in {row["Osapuoli"] for row in staff}
    names = {
        group["tunnus"]: group.get("nimi")
        for name, data in records(tables)
        if name == EXAMPLE
        for group in data["johtoryhmat"]
    }
    for row in table(tables, "johtoryhmat"):
        if row["Alue"] == "Päijät-Hämeen hyvinvointialue":
            key = row["Johtoryhmän avain"]
            assert row["Johtoryhmä"] == (names[key] or key)


def test_an_action_is_told_by_what_is_to_be_done_and_by_whom(tables: Path) -> None:
    rows = [row["Mitä"] for row in table(tables, "maaraajat") if row["Mitä"].startswith("Toimenp")]
    (one,) = {row for row in rows if "tp-2026-1:" in row and "sosiaaliohjaajan" in row}
    assert one == (
        "Toimenpide tp-2026-1: käsittele esitys sosiaaliohjaajan lisäämisestä, vastuu: "
        "Päijät-Hämeen hyvinvointialue"
    )
    assert all(": " in row and ", vastuu: " in row for row in rows)


@pytest.mark.parametrize("told", ["pyydä Etu Suvulta esitys", "pyydä sukuselta esitys"])
def test_a_persons_name_in_an_action_is_never_told(tmp_path: Path, told: str) -> None:
    place = workspace(tmp_path)
    named = "sihteeri: [{nimike: palvelukoordinaattori, nimi: Etu Sukunen,"
    edit(record(place), ("sihteeri: [{nimike: palvelukoordinaattori,", named))
    for file in (place / "regions" / EXAMPLE / "kokoukset").iterdir():
        text = file.read_text(encoding="utf-8")
        text = text.replace("käsittele esitys sosiaaliohjaajan lisäämisestä", told)
        file.write_text(text, encoding="utf-8")
    made(place, "--format", "csv")
    rows = [row["Mitä"] for row in table(place, "maaraajat") if "tp-2026-1" in row["Mitä"]]
    assert rows == ["Toimenpide tp-2026-1, vastuu: Päijät-Hämeen hyvinvointialue"]


def test_the_paper_ends_its_deadlines_at_a_whole_day(tables: Path) -> None:
    made(tables)
    shown = page_text(tables / "build" / "valtakunta" / f"{NAME}.pdf")
    assert "--format" not in shown
    told = re.search(
        r"Taulukossa ovat määräajat (\S+) saakka. Myöhempiä on kirjattu (\d+)\.", shown
    )
    assert told
    day, month, year = map(int, told[1].split("."))
    days = [row["Päivä"] for row in table(tables, "maaraajat")]
    assert sum(item > f"{year}-{month:02}-{day:02}" for item in days) == int(told[2])


def test_the_paper_lists_the_deadlines_that_its_counts_count(tables: Path) -> None:
    made(tables)
    shown = page_text(tables / "build" / "valtakunta" / f"{NAME}.pdf")
    close = [row for row in table(tables, "maaraajat") if row["Päivä"] <= "2027-02-20"]
    assert max(row["Päivä"] for row in close) > "2026-12-18"
    last = close[-1]["Päivä"].split("-")
    told = f"{int(last[2])}.{int(last[1])}.{last[0]} {close[-1]['Alue'].split()[0]}"
    assert told in shown.partition("Taulukko 8. Määräajat")[2]
    assert "Seuraavien 90 päivän määräaikoja on niistä" not in shown


def test_a_list_of_deadlines_that_is_cut_says_how_many_of_the_near_ones_are_left_out(
    tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coming, "MOST_DEADLINES", 40)
    wishes = Wishes(out=tables / "cut")
    make_national(tables, wishes, date.fromisoformat(DAY), lambda *_: None)
    shown = page_text(tables / "cut" / "valtakunta" / f"{NAME}.pdf")
    days = [row["Päivä"] for row in table(tables, "maaraajat")]
    near = sum("2026-12-18" < day <= "2027-02-20" for day in days)
    later = sum(day > "2026-12-18" for day in days)
    assert f"Taulukossa ovat määräajat 18.12.2026 saakka. Myöhempiä on kirjattu {later}." in shown
    assert f"Seuraavien 90 päivän määräaikoja on niistä {near}." in shown


def days_and_sources(tables: Path) -> Iterator[tuple[str, dict[str, str], str, str]]:
    """Each row of each table with its day and its source."""
    for name, day, source in (
        ("mita-tiedetaan", "Tiedon päivä", "Lähde"),
        ("johtoryhmat", "Tiedon päivä", "Lähde"),
        ("sopimukset", "Tiedon päivä", "Lähde"),
        ("henkilosto", "Tiedon päivä", "Lähde"),
        ("tavoitteet", "Asetettu", "Lähde"),
        ("maaraajat", "Päivä", "Perusta"),
    ):
        for row in table(tables, name):
            yield name, row, row[day], row[source]


def test_every_row_has_a_day_and_a_source_or_says_that_none_is_recorded(tables: Path) -> None:
    found = list(days_and_sources(tables))
    assert len({name for name, *_ in found}) == 6
    for name, row, day, source in found:
        assert re.fullmatch(r"\d{4}-\d\d-\d\d|ei kirjattu", day), (name, row)
        assert source, (name, row)
        if name not in ("maaraajat", "mita-tiedetaan"):
            file = row["Kirjattu tiedostoon"]
            assert (tables / file).is_file(), (name, row)


def test_a_row_rests_on_the_decision_that_the_record_names(tables: Path) -> None:
    [group] = [row for row in table(tables, "johtoryhmat") if row["Alue"].startswith("Päijät-H")]
    assert group["Lähde"] == (
        "päätös johtoryhmän asettamisesta: työllisyyslautakunta 21.1.2025 § 4; kunnat ja alueet: "
        "Tilastokeskus, kuntaluokitukset 2026 (CC BY 4.0)"
    )
    data = dict(records(tables))[EXAMPLE]
    approvals = [item for one in data["sopimukset"][:1] for item in one["hyvaksynnat"]]
    last = max(str(item["pvm"]) for item in approvals)
    day = f"{int(last[8:])}.{int(last[5:7])}.{last[:4]}"
    agreements = [row for row in table(tables, "sopimukset") if row["Alue"].startswith("Päijät-H")]
    assert any(f" {day}" in row["Lähde"] for row in agreements)
    [goal] = [row for row in table(tables, "tavoitteet") if row["Alue"].startswith("Päijät-H")][:1]
    year, month, number = goal["Asetettu"].split("-")
    assert goal["Lähde"].startswith(f"johtoryhmän kokous: {int(number)}.{int(month)}.{year} § ")
    made(tables)
    shown = page_text(tables / "build" / "valtakunta" / f"{NAME}.pdf")
    for line in (
        "21.1.2025 § 4",
        "Jäsenten nimeämisen uusin päivä on taulukossa Mitä tiedetään.",
        "Viimeisin päätös: osapuolen uusin hyväksyminen tai allekirjoitus.",
        "Asetettu: johtoryhmän kokous, jossa tavoite on asetettu.",
        "Summat on laskettu taulukosta Henkilöstö",
        "Laskettu taulukosta Määräajat, tilanne 22.11.2026.",
    ):
        assert line in shown


def test_what_no_decision_is_recorded_of_says_so(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    text = record(place).read_text(encoding="utf-8")
    text = re.sub(r"        asettaminen: \{.*\n", "", text)
    text = re.sub(r"asetettu: \{[^}]*\}", "", text)
    record(place).write_text(text, encoding="utf-8")
    made(place, "--format", "csv")
    [group] = table(place, "johtoryhmat")
    assert group["Lähde"].startswith("päätös johtoryhmän asettamisesta: ei kirjattu; ")
    for row in table(place, "tavoitteet"):
        assert (row["Asetettu"], row["Lähde"]) == ("ei kirjattu", "ei kirjattu")


@pytest.mark.parametrize("told", ["Etu Sukunen", "=cmd|calc"])
def test_a_deciders_name_or_a_formula_is_never_in_a_source(tmp_path: Path, told: str) -> None:
    place = workspace(tmp_path)
    text = record(place).read_text(encoding="utf-8")
    decider = "asettaja: hollola, tekija: työllisyyslautakunta,"
    assert decider in text
    text = text.replace(decider, f"asettaja: hollola, tekija: '{told}',")
    record(place).write_text(text, encoding="utf-8")
    made(place, "--format", "csv")
    [group] = table(place, "johtoryhmat")
    assert ("Sukunen" in group["Lähde"], group["Lähde"][0]) == (False, "p")


def test_the_swedish_tables_speak_swedish_and_name_groups(tmp_path: Path) -> None:
    whole = workspace(tmp_path, EXAMPLE, "pohjois-pohjanmaa", "pohjanmaa")
    edit(
        record(whole), ("h-kela, osapuoli: kela,", "h-kela, lahde: kuvitteellinen, osapuoli: kela,")
    )
    made(whole, "--format", "csv", "--language", "sv")
    stem = NAME.removesuffix("_fi") + "_sv"
    staff = table(whole, "personal", stem)
    assert "påhittad" in {row["Källa"] for row in staff}
    assert "kuvitteellinen" not in {row["Källa"] for row in staff}
    for row in (*staff, *table(whole, "ledningsgrupper", stem)):
        assert row["Ledningsgrupp"] != row["Ledningsgruppens nyckel"]
        assert " " in row["Ledningsgrupp"]


def test_a_group_without_a_name_says_so(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    edit(record(place), ("    nimi: Päijät-Hämeen TYM-johtoryhmä\n", ""))
    made(place, "--format", "csv")
    (row,) = table(place, "johtoryhmat")
    assert row["Johtoryhmä"] == "nimeä ei ole kirjattu (tym)"


def test_groups_and_goals_are_those_of_the_records(tables: Path) -> None:
    groups = {
        (name, group["tunnus"])
        for name, data in records(tables)
        for group in data.get("johtoryhmat", [])
    }
    assert len(table(tables, "johtoryhmat")) == len(groups)
    goals = [
        goal
        for _, data in records(tables)
        for group in data.get("johtoryhmat", [])
        for goal in group.get("tavoitteet", [])
        if goal["vuosi"] == 2026
    ]
    assert len(table(tables, "tavoitteet")) == len(goals)


def test_a_real_record_counts_and_an_invented_one_does_not(tmp_path: Path) -> None:
    place = workspace(tmp_path, EXAMPLE, "kainuu")
    edit(record(place), ("kuvitteellinen: true", "kuvitteellinen: false"))
    made(place, "--format", "xlsx")
    book = openpyxl.load_workbook(place / "build" / "valtakunta" / f"{NAME}.xlsx")
    rows = {row[0].value: row[1].value for row in book["Mitä tiedetään"].iter_rows(min_row=2)}
    assert rows["Päijät-Hämeen hyvinvointialue"] == "kirjattu"
    assert rows["Kainuun hyvinvointialue"] == "esimerkki"
    assert rows["Lapin hyvinvointialue"] == "ei työtilassa"
    made(place)
    text = subprocess.run(
        ["pdftotext", "-layout", place / "build" / "valtakunta" / f"{NAME}.pdf", "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "Vahvistettuja tietoja on 1 alueelta, esimerkkejä 1" in text
    own = sum(
        Decimal(str(row["maara"]))
        for row in dict(records(place))[EXAMPLE]["henkilosto"]
        if holds(row) and row["osapuoli"] in ("lahti", "hollola")
    )
    line = next(
        line for line in text.splitlines() if line.split()[:2] == ["Työvoimaviranomaiset", "htv"]
    )
    assert line.split()[2] == str(own).replace(".", ",")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((EXAMPLE, "--national"), "ilman aluetta"),
        (("--national", "--format", "docx"), "pdf, csv ja xlsx"),
        (("--format", "xlsx", EXAMPLE), "lisää --national"),
        (("--what-if", "m.yaml", EXAMPLE), "lisää --national"),
        (("--national", "--what-if", "ei.yaml"), "ei.yaml"),
    ],
)
def test_options_that_dont_belong_together(
    tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    done = sopimukset("report", *arguments, cwd=workspace(tmp_path))
    assert (done.code, told in done.err) == (2, True), done


def test_a_broken_record_is_said_and_the_rest_told(tmp_path: Path) -> None:
    place = workspace(tmp_path, EXAMPLE, "kainuu")
    record(place, "kainuu").write_text("muoto: [\n", encoding="utf-8")
    done = made(place, "--format", "csv", code=1)
    assert "regions/kainuu/alue.yaml" in done.err
    states = {row["Alue"]: row["Tila"] for row in table(place, "mita-tiedetaan")}
    assert states["Kainuun hyvinvointialue"] == "ei luettavissa"
    assert states["Päijät-Hämeen hyvinvointialue"] == "esimerkki"
    made(place, code=1)
    text = " ".join(
        subprocess.run(
            ["pdftotext", place / "build" / "valtakunta" / f"{NAME}.pdf", "-"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
    )
    assert "Tietoja ei voi lukea 1 alueelta: Kainuun hyvinvointialue." in text
    assert "ei luettavissa" in text
    assert "20/22" in text


def test_the_same_workspace_gives_the_same_bytes(whole: Path) -> None:
    for form in ("pdf", "xlsx"):
        made(whole, "--format", form, "--out", "a")
        made(whole, "--format", form, "--out", "b")
        one, other = (whole / out / "valtakunta" / f"{NAME}.{form}" for out in "ab")
        assert one.read_bytes() == other.read_bytes()


def test_a_text_of_the_records_is_never_a_formula(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    text = record(place).read_text(encoding="utf-8")
    text = re.sub(r"(vuosi: 2026\n        tavoite: ).*", r"\1'=cmd|calc'", text)
    record(place).write_text(text, encoding="utf-8")
    made(place, "--format", "csv")
    goals = [row["Tavoite"] for row in table(place, "tavoitteet")]
    assert goals
    assert set(goals) == {"'=cmd|calc"}
    made(place, "--format", "xlsx")
    book = openpyxl.load_workbook(place / "build" / "valtakunta" / f"{NAME}.xlsx")
    cells = [cell for row in book["Tavoitteet"].iter_rows(min_row=2) for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "=cmd|calc"] == ["s"] * len(goals)


def test_a_workspace_of_scaffolds_tells_only_what_there_is(tmp_path: Path) -> None:
    place = workspace(tmp_path, "kymenlaakso", "satakunta")
    made(place)
    file = place / "build" / "valtakunta" / f"{NAME}.pdf"
    shown = page_text(file)
    assert shown.count("Tietoja ei ole kirjattu yhdeltäkään alueelta.") == 1
    assert "Vahvistettuja tietoja on 0 alueelta, esimerkkejä 0." in shown
    assert "SISÄLTÄÄ ESIMERKKEJÄ" not in shown
    assert check(str(file)).errors == 0
    made(place, "--format", "csv")
    assert table(place, "henkilosto") == []
    assert len(table(place, "mita-tiedetaan")) == 22


def test_charts_and_tables_of_the_paper_have_no_colour_but_the_heads(whole: Path) -> None:
    """What a figure tells is told by shades and hatches: grey printing takes nothing of it."""
    made(whole)
    with pikepdf.open(whole / "build" / "valtakunta" / f"{NAME}.pdf") as file:
        colours = {
            tuple(round(float(part), 3) for part in item.operands)
            for page in file.pages
            for item in pikepdf.parse_content_stream(page)
            if str(item.operator) in ("rg", "RG")
        }
    assert colours <= {DARK, MARK}


def test_a_shared_group_is_told_under_both_counties_and_stands_in_the_tables_once(
    tables: Path,
) -> None:
    rows = table(tables, "johtoryhmat")
    [home] = [row for row in rows if row["Johtoryhmän avain"] == "kerava-sipoo"]
    assert home["Alue"] == "Vantaan ja Keravan hyvinvointialue"
    made(tables)
    shown = page_text(tables / "build" / "valtakunta" / f"{NAME}.pdf")
    assert (
        "Keravan ja Sipoon TYM-johtoryhmä on yhteinen: Vantaan ja Keravan hyvinvointialue, "
        "Itä-Uudenmaan hyvinvointialue. Sen rivit ovat tässä taulukossa kerran, kohdassa Vantaan "
        "ja Keravan hyvinvointialue."
    ) in shown
    assert "on laskettu molempien hyvinvointialueiden riville" in shown
    due = [row for row in table(tables, "maaraajat") if row["Myöhässä"]]
    own = [row for row in due if row["Alue"] == "Itä-Uudenmaan hyvinvointialue"]
    theirs = [row for row in due if row["Johtoryhmän avain"] == "kerava-sipoo"]
    assert theirs
    late = len(own) + len(theirs)
    assert re.search(rf"Itä-Uudenmaan hyvinvointialue esimerkki {late} \d", shown)


def test_agreements_are_told_on_paper_by_what_they_are(tables: Path) -> None:
    made(tables)
    shown = page_text(tables / "build" / "valtakunta" / f"{NAME}.pdf")
    keys = {row["Sopimus"] for row in table(tables, "sopimukset")}
    assert "tym-sopimus" in keys
    assert not [key for key in keys if "-" in key and f" {key} " in shown]
    assert "Toimenpide: " in shown
