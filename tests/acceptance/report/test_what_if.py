"""`report --national --what-if`: from where to where, what that touches, and what is refused."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.support.command_line import fingerprints
from tests.support.national_report import CHANGED, DAY, NAME, made, page_text, table
from tests.support.workspaces import CHECKOUT, workspace


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    names = sorted(path.name for path in (CHECKOUT / "regions").iterdir() if path.is_dir())
    return workspace(tmp_path_factory.mktemp("maa"), *names)


def test_a_change_of_the_map_is_told_with_its_provisions(whole: Path) -> None:
    change = whole / "muutos.yaml"
    change.write_text(
        "pvm: 2027-01-01\nmuutokset:\n"
        "  - {paattyva_tyollisyysalue: lahti, tyollisyysalue: paijat-hame}\n",
        encoding="utf-8",
    )
    made(whole, "--format", "csv", "--what-if", change)
    rows = table(whole, "muutoksen-vaikutus", CHANGED)
    assert {row["Alue"] for row in rows} == {"Päijät-Hämeen hyvinvointialue"}
    told = [(row["Mitä"], row["Osapuoli"], row["Mitä tapahtuu"], row["Perusta"]) for row in rows]
    ends, heir = "työllisyysalue Lahti", "työllisyysalue Päijät-Häme"
    agreement = "Monialaisen tuen yhteistyösopimus (tym-sopimus)"
    assert told == [
        ("Toimialueen kunnat: Lahti", "", f"siirtyy: {heir}", "388/2024 1 § 2 mom"),
        (
            *("Sopimus asettajasta", heir),
            "käy tarpeettomaksi: työvoimaviranomaisia jää yksi",
            "381/2023 9 § 1 mom",
        ),
        ("Johtoryhmän osapuoli", ends, f"lakkaa, tilalle: {heir}", "388/2024 1 § 2 mom"),
        ("Jäsenyys lahti-1", ends, "lakkaa", "388/2024 1 § 2 mom"),
        ("Henkilöstörivi h-lahti", ends, f"siirtyy: {heir}", "381/2023 9 § 2 mom"),
        (f"Sopimuksen osapuoli: {agreement}", ends, f"siirtyy: {heir}", "381/2023 9 § 2 mom"),
        (
            *("Kustannusosuus: tym-sopimus: yhteiset", ends, f"siirtyy: {heir}"),
            "381/2023 10 § 2 mom",
        ),
        ("Nuorten yhteispalvelu nuoret", ends, f"siirtyy: {heir}", "381/2023 16 §"),
        ("Tunnistettu puute P03", ends, f"siirtyy: {heir}", "alueen oma kirjaus"),
    ]
    assert {row["Tila"] for row in rows} == {"esimerkki"}
    assert {row["Johtoryhmä"] for row in rows} == {"Päijät-Hämeen TYM-johtoryhmä", ""}
    (moved,) = table(whole, "muutoksen-kunnat", CHANGED)
    assert list(moved.values()) == [
        "Lahti",
        *("Lahti", "Päijät-Häme"),
        *(["Päijät-Hämeen hyvinvointialue"] * 2),
        "työllisyysalue Lahti päättyy",
        "2027-01-01",
        f"muutostiedosto muutos.yaml; {REGISTER}",
    ]


REGISTER = "kunnat ja alueet: Tilastokeskus, kuntaluokitukset 2026 (CC BY 4.0)"
WORKED = Path("docs/valtakunnallinen-raportti.md")


def test_the_worked_file_of_the_guide_gives_the_table_of_the_guide(whole: Path) -> None:
    guide = (CHECKOUT / WORKED).read_text(encoding="utf-8")
    (text,) = re.findall(r"```yaml\n(.*?)```", guide, re.S)
    (whole / "muutos.yaml").write_text(text, encoding="utf-8")
    made(whole, "--format", "csv", "--what-if", "muutos.yaml")
    rows = [list(row.values()) for row in table(whole, "muutoksen-kunnat", CHANGED)]
    assert {(day, source) for *_, day, source in rows} == {
        ("2027-01-01", f"muutostiedosto muutos.yaml; {REGISTER}")
    }
    told = [f"| {' | '.join(row[:-2])} |" for row in rows]
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
        "m.yaml:3:24 muutokset[0].kunnat[1]: Kuntaa Hartla ei ole rekisterissä. "
        "Tarkoititko: Hartola?",
        "m.yaml:3:49 muutokset[0].tyollisyysalue: Työllisyysaluetta Sysmä ei ole rekisterissä. "
        "Tarkoititko: paijat-hame?",
        "m.yaml:4:5 muutokset[1]: Muutoksessa 2 ei ole kuntia eikä päättyvää aluetta.",
        "m.yaml:4:23 muutokset[1].hyvinvointialue: Hyvinvointialuetta tym ei ole rekisterissä. "
        "Avaimet luettelee komento sopimukset new --list.",
    ]


def test_a_fault_of_form_hides_no_misspelt_name(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    (place / "m.yaml").write_text(
        "pvm: 1.1.2027\nmuutokset:\n"
        "  - {kunnat: [Hartla], tyolisyysalue: lahti}\n"
        "  - {kunnat: [Hartola], hyvinvointialue: keskisuomi}\n",
        encoding="utf-8",
    )
    done = made(place, "--what-if", "m.yaml", code=1)
    assert [line.strip() for line in done.err.splitlines()[-4:]] == [
        "m.yaml:1:6 pvm: Päivä 1.1.2027 on kirjoitettu suomalaisittain. Kirjoita päivä muodossa "
        "vuosi-kuukausi-päivä: 2027-01-01.",
        "m.yaml:3:15 muutokset[0].kunnat[0]: Kuntaa Hartla ei ole rekisterissä. "
        "Tarkoititko: Hartola?",
        "m.yaml:3:24 muutokset[0].tyolisyysalue: Avainta tyolisyysalue ei tunneta. Tarkoititko "
        "avainta tyollisyysalue?",
        "m.yaml:4:42 muutokset[1].hyvinvointialue: Hyvinvointialuetta keskisuomi ei ole "
        "rekisterissä. Tarkoititko: keski-suomi?",
    ]


def test_a_county_may_end(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    (place / "m.yaml").write_text(
        "pvm: 2027-01-01\nmuutokset:\n"
        "  - {paattyva_hyvinvointialue: paijat-hame, hyvinvointialue: kymenlaakso}\n",
        encoding="utf-8",
    )
    made(place, "--what-if", "m.yaml", "--format", "csv")
    stem = f"valtakunta_muutos_m_{DAY}_fi"
    moved = table(place, "muutoksen-kunnat", stem)
    assert {row["Muutos"] for row in moved} == {"Päijät-Hämeen hyvinvointialue päättyy"}
    rows = [
        (row["Alue"], row["Mitä"], row["Mitä tapahtuu"])
        for row in table(place, "muutoksen-vaikutus", stem)
    ]
    ends, heir = "Päijät-Hämeen hyvinvointialue", "Kymenlaakson hyvinvointialue"
    assert (ends, "Hyvinvointialue", f"lakkaa, tilalle: {heir}") in rows
    assert (ends, "Varapuheenjohtajan nimeäminen", f"siirtyy: {heir}") in rows
    assert (ends, "Jäsenyys hva-1", "lakkaa") in rows
    assert [row[2] for row in rows if row[0] == heir] == ["tulee"]


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
        (
            "pvm: 2027-01-01\nmuutokset: [{paattyva_hyvinvointialue: lappi}]\n",
            "ei ole annettu hyvinvointialuetta",
        ),
        (
            "pvm: 2027-01-01\nmuutokset: "
            "[{paattyva_hyvinvointialue: lappi, hyvinvointialue: lappi}]\n",
            "itseensä",
        ),
        (
            "pvm: 2027-01-01\nmuutokset: [{paattyva_hyvinvointialue: lappi, hyvinvointialue: "
            "kainuu, paattyva_tyollisyysalue: raahe, tyollisyysalue: kajaani}]\n",
            "päättyy sekä",
        ),
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


def test_on_paper_no_thing_is_called_by_its_key(whole: Path) -> None:
    """Seats by their namer, rows of staff and actions by what they are, agreements by name."""
    change = whole / "sanoin.yaml"
    change.write_text(
        "pvm: 2027-01-01\nmuutokset:\n"
        "  - {paattyva_tyollisyysalue: kerava-sipoo, tyollisyysalue: Vantaa}\n",
        encoding="utf-8",
    )
    made(whole, "--what-if", change)
    stem = f"valtakunta_muutos_sanoin_{DAY}_fi"
    shown = page_text(whole / "build" / "valtakunta" / f"{stem}.pdf")
    for told in (
        "Jäsenyys ”Kerava ja Sipoo, jäsen 1”",
        "Henkilöstörivi ”omavalmentaja”, 4 htv",
        "Avoin toimenpide ”ota käyttöön",
        "Nuorten yhteispalvelu ”Kerava ja Sipoo”",
        "Sopimuksen osapuoli: ”Monialaisen tuen",
    ):
        assert told in shown
    made(whole, "--what-if", change, "--format", "csv")
    rows = table(whole, "muutoksen-vaikutus", stem)
    keys = {word for row in rows for word in row["Mitä"].split() if "-" in word}
    assert {"ks-1", "ks-tp-2026-2", "nuoret-kerava-sipoo"} <= keys
    assert not [key for key in keys if f" {key} " in shown]


def test_a_text_that_may_name_a_person_gives_way_to_the_key(whole: Path) -> None:
    place = whole / "regions" / "vantaa-kerava" / "alue.yaml"
    text = place.read_text(encoding="utf-8")
    assert "omavalmentaja" in text
    place.write_text(text.replace("omavalmentaja", "Aino Virtanen"), encoding="utf-8")
    change = whole / "nimi.yaml"
    change.write_text(
        "pvm: 2027-01-01\nmuutokset:\n"
        "  - {paattyva_tyollisyysalue: kerava-sipoo, tyollisyysalue: Vantaa}\n",
        encoding="utf-8",
    )
    try:
        made(whole, "--what-if", change)
    finally:
        place.write_text(text, encoding="utf-8")
    shown = page_text(whole / "build" / "valtakunta" / f"valtakunta_muutos_nimi_{DAY}_fi.pdf")
    assert "Virtanen" not in shown
    assert "Henkilöstörivi 4 htv" in shown
