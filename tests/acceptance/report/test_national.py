"""`report --national`: honest completeness, sums without inventions, and a change's effect."""

from __future__ import annotations

import csv
import io
import re
import subprocess
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pytest
import yaml
from outloud import check
from pdfua import validate

from sopimukset.formats.pdf.look import DARK, MARK
from tests.support.command_line import Done, fingerprints, sopimukset
from tests.support.workspaces import CHECKOUT, EXAMPLE, edit, record, workspace

DAY = "2026-11-22"
NAME = f"valtakunta_tilannekuva_{DAY}_fi"
CHANGED = f"valtakunta_muutos_muutos_{DAY}_fi"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    names = sorted(path.name for path in (CHECKOUT / "regions").iterdir() if path.is_dir())
    return workspace(tmp_path_factory.mktemp("maa"), *names)


def made(place: Path, *more: str | Path, code: int = 0) -> Done:
    done = sopimukset("--as-of", DAY, "report", "--national", *more, cwd=place)
    assert done.code == code, done
    return done


def table(place: Path, name: str, stem: str = NAME) -> list[dict[str, str]]:
    text = (place / "build" / "valtakunta" / f"{stem}_{name}.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def records(place: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(place.glob("regions/*/alue.yaml")):
        yield path.parent.name, yaml.safe_load(path.read_text(encoding="utf-8"))


def holds(item: dict[str, Any]) -> bool:
    return str(item.get("alkaen", "")) <= DAY and str(item.get("paattyen", "9999")) >= DAY


def page_text(file: Path) -> str:
    """The text of a PDF, its white space made alike."""
    done = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True
    )
    return " ".join(done.stdout.split())


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
        "2 § 1 mom",
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


def test_a_change_of_the_map_is_told_with_its_provisions(whole: Path) -> None:
    change = whole / "muutos.yaml"
    change.write_text(
        "pvm: 2027-01-01\nmuutokset:\n"
        "  - {paattyva_tyollisyysalue: lahti, tyollisyysalue: paijat-hame}\n",
        encoding="utf-8",
    )
    made(whole, "--format", "csv", "--what-if", change)
    rows = table(whole, "muutoksen-vaikutus", CHANGED)
    assert [(row["Alue"], row["Mitä"], row["Perusta"]) for row in rows][:3] == [
        ("Päijät-Hämeen hyvinvointialue", "Toimialueen kunnat: Lahti", "388/2024 1 § 2 mom"),
        (
            "Päijät-Hämeen hyvinvointialue",
            "Ei enää kuulu johtoryhmään: työllisyysalue Lahti",
            "388/2024 1 § 2 mom",
        ),
        (
            "Päijät-Hämeen hyvinvointialue",
            "Jäsenyys lahti-1 päättyy: työllisyysalue Lahti",
            "388/2024 1 § 2 mom",
        ),
    ]
    assert {row["Tila"] for row in rows} == {"esimerkki"}
    assert {row["Johtoryhmä"] for row in rows} == {"Päijät-Hämeen TYM-johtoryhmä"}
    (moved,) = table(whole, "muutoksen-kunnat", CHANGED)
    assert list(moved.values()) == [
        "Lahti",
        *("Lahti", "Päijät-Häme"),
        *(["Päijät-Hämeen hyvinvointialue"] * 2),
        "työllisyysalue Lahti päättyy",
    ]


WORKED = Path("docs/valtakunnallinen-raportti.md")


def test_the_worked_file_of_the_guide_gives_the_table_of_the_guide(whole: Path) -> None:
    guide = (CHECKOUT / WORKED).read_text(encoding="utf-8")
    (text,) = re.findall(r"```yaml\n(.*?)```", guide, re.S)
    (whole / "muutos.yaml").write_text(text, encoding="utf-8")
    made(whole, "--format", "csv", "--what-if", "muutos.yaml")
    told = [f"| {' | '.join(row.values())} |" for row in table(whole, "muutoksen-kunnat", CHANGED)]
    assert len(told) == 10
    assert [line for line in guide.splitlines() if line in told] == told


@pytest.mark.parametrize(
    ("language", "said"),
    [("fi", "Muutos ei muuta mitään"), ("sv", "Gustav Adolf")],
)
def test_a_change_that_changes_nothing_says_so(tmp_path: Path, language: str, said: str) -> None:
    place = workspace(tmp_path)
    (place / "m.yaml").write_text(
        "pvm: 2027-01-01\nmuutokset: [{kunnat: [Hartola], tyollisyysalue: Päijät-Häme}]\n",
        encoding="utf-8",
    )
    done = made(place, "--what-if", "m.yaml", "--language", language)
    assert "Muutos ei muuta mitään" in done.err
    file = place / "build" / "valtakunta" / f"valtakunta_muutos_m_{DAY}_{language}.pdf"
    assert said in page_text(file)


def test_a_change_that_touches_no_recorded_group_says_so(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    (place / "m.yaml").write_text(
        "pvm: 2027-01-01\nmuutokset: [{kunnat: [Salo], tyollisyysalue: turku}]\n",
        encoding="utf-8",
    )
    done = made(place, "--what-if", "m.yaml")
    assert done.err.splitlines()[-1] == "Muutos ei koske yhtäkään kirjattua johtoryhmää."
    shown = page_text(place / "build" / "valtakunta" / f"valtakunta_muutos_m_{DAY}_fi.pdf")
    assert "vaihtaa työllisyysaluetta" in shown


@pytest.mark.parametrize(
    "name",
    ["suupohja", "Suupohja", "SUUPOHJA", "Suupohjan työllisyysalue", "Sydösterbotten"],
)
def test_an_area_may_be_called_as_it_calls_itself(tmp_path: Path, name: str) -> None:
    place = workspace(tmp_path, "pohjanmaa")
    (place / "m.yaml").write_text(
        f"pvm: 2027-01-01\nmuutokset: [{{kunnat: [Närpes], tyollisyysalue: {name}}}]\n",
        encoding="utf-8",
    )
    if name == "Suupohjan työllisyysalue":
        assert "Tarkoititko: suupohja?" in made(place, "--what-if", "m.yaml", code=1).err
        return
    made(place, "--what-if", "m.yaml", "--format", "csv")
    (moved,) = table(place, "muutoksen-kunnat", f"valtakunta_muutos_m_{DAY}_fi")
    assert (moved["Kunta"], moved["Työllisyysalue muutoksen jälkeen"]) == ("Närpiö", "Suupohja")


def test_every_fault_has_its_file_line_and_key(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    (place / "m.yaml").write_text(
        "pvm: 2024-12-31\nmuutokset:\n  - {kunnat: [Hartola, Hartla], tyollisyysalue: Sysmä}\n"
        "  - {hyvinvointialue: tym}\n",
        encoding="utf-8",
    )
    done = made(place, "--what-if", "m.yaml", code=1)
    assert [line.strip() for line in done.err.splitlines()[-5:]] == [
        "m.yaml:1:6 pvm: Muutoksen päivä 31.12.2024 on ennen 1.1.2025. Työllisyysalueita ja "
        "TYM-johtoryhmiä on ollut siitä alkaen.",
        "m.yaml:3:49 muutokset[0].tyollisyysalue: Työllisyysaluetta Sysmä ei ole rekisterissä. "
        "Tarkoititko: paijat-hame?",
        "m.yaml:3:24 muutokset[0].kunnat[1]: Kuntaa Hartla ei ole rekisterissä. "
        "Tarkoititko: Hartola?",
        "m.yaml:4:5 muutokset[1]: Muutoksessa 2 ei ole kuntia eikä päättyvää aluetta.",
        "m.yaml:4:23 muutokset[1].hyvinvointialue: Hyvinvointialuetta tym ei ole rekisterissä. "
        "Avaimet luettelee komento sopimukset new --list.",
    ]


def test_what_might_be_never_takes_the_place_of_what_is(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    made(place)
    plain = place / "build" / "valtakunta" / f"{NAME}.pdf"
    before = plain.read_bytes()
    (place / "Lahden malli.yaml").write_text(
        "pvm: 2027-01-01\nmuutokset: [{kunnat: [Hartola], tyollisyysalue: lahti}]\n",
        encoding="utf-8",
    )
    folder = plain.parent
    for form in ("pdf", "csv", "xlsx"):
        made(place, "--format", form, "--what-if", "Lahden malli.yaml")
    assert plain.read_bytes() == before
    stem = f"valtakunta_muutos_lahden-malli_{DAY}_fi"
    new = [file for file in folder.iterdir() if file != plain]
    assert new
    assert all(file.name.startswith(stem) for file in new)
    pages = subprocess.run(
        ["pdftotext", "-layout", folder / f"{stem}.pdf", "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\f")[:-1]
    assert pages
    marked = "ARVIO MUUTOKSESTA 1.1.2027 · SISÄLTÄÄ ESIMERKKEJÄ"
    assert all(marked in page.splitlines()[0] for page in pages)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "pvm: 2027-01-01\nmuutokset: [{kunnat: [Lahtii], tyollisyysalue: lahti}]\n",
            "Tarkoititko: Lahti?",
        ),
        (
            "pvm: 2027-01-01\nmuutokset: [{kunnat: [Lahti], tyollisyysalue: lahi}]\n",
            "Tarkoititko: lahti?",
        ),
        (
            "pvm: 2027-01-01\nmuutokset: [{kunnat: [Lahti], hyvinvointialue: x}]\n",
            "Hyvinvointialuetta x",
        ),
        ("pvm: 2027-01-01\nmuutokset: [{tyollisyysalue: lahti}]\n", "ei ole kuntia"),
        ("pvm: 2027-01-01\nmuutokset: [{kunnat: [Lahti]}]\n", "mihin kunnat siirtyvät"),
        (
            "pvm: 2027-01-01\nmuutokset: "
            "[{kunnat: [Lahti], paattyva_tyollisyysalue: lahti, tyollisyysalue: x}]\n",
            "vain toinen",
        ),
        (
            "pvm: 2027-01-01\nmuutokset: "
            "[{paattyva_tyollisyysalue: lahti, tyollisyysalue: lahti}]\n",
            "itseensä",
        ),
        ("muutokset: []\n", "1:1"),
        (
            "pvm: 2027-01-01\nmuutokset: [{paattyva_tyollisyysalue: lahti, uusi_kunta: X}]\n",
            "ei ole annettu työllisyysaluetta",
        ),
        (
            "pvm: 2027-01-01\nmuutokset: "
            "[{kunnat: [Hartola], tyollisyysalue: lahti, uusi_kunta: Sysmä}]\n",
            "kaksi muutosta",
        ),
        (
            "pvm: 2027-01-01\nmuutokset: [{kunnat: [Hartola, Sysmä], uusi_kunta: Sysmä}, "
            "{kunnat: [Hartola], tyollisyysalue: lahti}]\n",
            "Hartola on poistunut",
        ),
        ("pvm: huomenna\nmuutokset: []\n", "1:6"),
    ],
)
def test_a_change_that_cant_be_understood_writes_nothing(
    tmp_path: Path, text: str, told: str
) -> None:
    place = workspace(tmp_path)
    (place / "m.yaml").write_text(text, encoding="utf-8")
    before = fingerprints(place)
    done = made(place, "--what-if", "m.yaml", code=1)
    assert told in done.err
    assert fingerprints(place) == before


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
