"""The card of roles: one page, each task with its provision, filled with the group's facts."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from sopimukset.formats import zip as archive
from sopimukset.formats.word import text_of
from tests.support.kind_documents import WORKED, make, texts
from tests.support.programs import find_program
from tests.support.workspaces import edit, edit_lines, record, workspace

LAJI = "roolikortti"
SILENT = ("ei säädetä", "inga bestämmelser")


BILINGUAL = ("helsinki", "ita-uusimaa", "pohjanmaa", "vantaa-kerava")
"""The worked regions whose languages are both."""


def test_each_card_fits_on_one_page(tmp_path: Path) -> None:
    office, info = find_program("soffice"), find_program("pdfinfo")
    folder = workspace(tmp_path, *WORKED)
    make(folder, LAJI)
    cards = sorted((folder / "build").rglob("*.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command: list[str | Path] = [office, profile, "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", tmp_path / "pdf", *cards], check=True, capture_output=True
    )
    assert len(cards) == 28
    for card in cards:
        own = card.stem.endswith("_fi") or card.stem.startswith(BILINGUAL)
        if not own:
            continue  # a draft: what it says of the foreign language may take a second page
        pdf = tmp_path / "pdf" / f"{card.stem}.pdf"
        told = subprocess.run([info, pdf], check=True, capture_output=True).stdout.decode()
        assert re.search(r"Pages:\s+1\n", told), card.name


def test_every_task_names_its_provision_or_says_that_there_is_none(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "pohjanmaa")
    make(folder, LAJI)
    for path in (folder / "build").rglob("*.docx"):
        lines = text_of(path.read_bytes())
        tasks = [text for text in lines if text[:1].islower() and text.endswith(")")]
        assert len(tasks) > 20
        for text in tasks:
            cited = re.search(r"\((381/2023|388/2024) \d+ §", text)
            assert cited or any(word in text for word in SILENT), text


def test_it_is_filled_with_the_titles_of_the_group(tmp_path: Path) -> None:
    make(workspace(tmp_path, "pohjois-karjala"), LAJI, "fi")
    [text] = texts(tmp_path, "fi").values()
    for fact in (
        "Pohjois-Karjalan TYM-johtoryhmä; jäseniä 4",
        "työllisyysaluejohtaja, Joensuun kaupunki",
        "TYM-päällikkö",
        "Varahenkilö: palvelukoordinaattori",
    ):
        assert fact in text, fact


def test_a_rotating_chair_is_dated(tmp_path: Path) -> None:
    make(workspace(tmp_path, "pohjois-pohjanmaa"), LAJI, "fi")
    text = next(text for name, text in texts(tmp_path, "fi").items() if "pohjoinen" in name)
    assert "työllisyysaluejohtaja, Raahen kaupunki (1.8.2026–31.7.2028)" in text


def test_successive_holders_of_an_offices_seat_are_each_dated(tmp_path: Path) -> None:
    make(workspace(tmp_path, "paijat-hame"), LAJI, "fi")
    [text] = texts(tmp_path, "fi").values()
    county = "Päijät-Hämeen hyvinvointialue"
    assert f"palvelualuejohtaja, {county} (31.5.2026 saakka)" in text
    assert f"aikuissosiaalityön päällikkö, {county} (1.6.2026 alkaen)" in text


def test_a_missing_chair_is_a_gap_and_a_missing_secretary_is_only_unrecorded(
    tmp_path: Path,
) -> None:
    folder = workspace(tmp_path, "kainuu")
    edit_lines(record(folder, "kainuu"), lambda line: "sihteeri: [" not in line)
    chair = "      - {jasen: kajaani-1, nimeaja: kajaani, alkaen: 2025-01-01}\n"
    edit(record(folder, "kainuu"), (f"    puheenjohtaja:\n{chair}", ""))
    make(folder, LAJI, "fi")
    [text] = texts(folder, "fi").values()
    assert "antaa lopullisena: puheenjohtaja puuttuu" in text
    assert "Sihteeri\nei kirjattu" in text
    assert "sihteeri puuttuu" not in text


def test_of_two_counties_the_recorded_one_names_the_vice_chair(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "vantaa-kerava", "kainuu")
    make(folder, LAJI, "fi", regions=("vantaa-kerava", "kainuu"))
    cards = texts(folder, "fi")
    shared = "nimeää jäsenensä ja näille henkilökohtaiset varajäsenet; varapuheenjohtajan nimeää: "
    alone = "nimeää jäsenensä, näille henkilökohtaiset varajäsenet ja varapuheenjohtajan (388/2024"
    assert {name.split("_")[0] for name, text in cards.items() if shared in text} == {
        "vantaa-kerava"
    }
    for name, text in cards.items():
        assert (shared in text) is not (alone in text), name
    (told,) = {text.split(shared)[1].split(" (")[0] for text in cards.values() if shared in text}
    assert told == "Vantaan ja Keravan hyvinvointialue"


def test_the_number_of_members_stays_beside_its_word(tmp_path: Path) -> None:
    make(workspace(tmp_path, "lappi"), LAJI)
    for language, told in (("fi", "jäseniä\u00a03"), ("sv", "antal medlemmar\u00a03")):
        paths = sorted((tmp_path / "build").rglob(f"*_{language}.docx"))
        cards = [archive.read(path.read_bytes())["word/document.xml"].decode() for path in paths]
        assert len(cards) == 4
        assert all(told in card for card in cards)
        assert not any(re.search(r"(?:jäseniä|antal medlemmar) \d", card) for card in cards)


def test_a_legal_name_that_isnt_confirmed_is_marked_and_listed(tmp_path: Path) -> None:
    """As in every paper: what the register doesn't vouch for is never told as a fact."""
    make(workspace(tmp_path, "pohjanmaa"), LAJI, "fi")
    [text] = texts(tmp_path, "fi").values()
    assert "Suupohjan työllisyysalueen kuntayhtymä (nimi vahvistamatta)" in text
    assert "Vaasan kaupunki (nimi vahvistamatta)" not in text
    assert "LUONNOS" in text
