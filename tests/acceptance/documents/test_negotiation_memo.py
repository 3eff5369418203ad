"""The memo of a negotiation: the law of its kind, who took part, what came of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from sopimukset.tasks.generate import Fate
from tests.support.made_documents import gap_runs, made, notes, sample_workspace, sentences, words
from tests.support.workspaces import CHECKOUT, edit_lines, record, workspace

KIND = "neuvottelumuistio"
LAW = {
    "n2024": "381/2023 9 § 1 mom",
    "n2025-kunnat": "611/2021 14 §",
    "n2025-hyte": "612/2021 7 § 4 mom",
}


def test_every_negotiation_of_the_checkout_becomes_a_valid_word_file(tmp_path: Path) -> None:
    result = made(CHECKOUT, KIND, out=tmp_path)
    documents = sorted(tmp_path.rglob("*.docx"))
    assert len(documents) == len(result.having(Fate.MADE)) >= 30
    for document in documents[::6]:
        assert OpenXmlValidator().validate(str(document)).errors == [], document.name


@pytest.mark.parametrize(("tunnus", "law"), LAW.items())
def test_each_kind_rests_on_its_own_provision(tunnus: str, law: str, tmp_path: Path) -> None:
    made(workspace(tmp_path), KIND)
    (path,) = (tmp_path / "build").rglob(f"*_{tunnus}_*.docx")
    text = words(tmp_path, path.name)
    assert law in text
    assert not [other for other in LAW.values() if other != law and other in text]


def test_helsinki_negotiates_as_a_city(tmp_path: Path) -> None:
    made(workspace(tmp_path, "helsinki"), KIND, languages=("fi",))
    text = words(tmp_path, "helsinki_neuvottelumuistio_n2025-hyte_2025-10-30_fi.docx")
    assert "612/2021 6 § 5 mom" in text
    assert "7 § 4 mom" not in text
    assert "Helsingin kaupunki (hyvinvointialueen tehtävistä vastaava)" in text
    assert "hyvinvointialue" not in text.splitlines()
    assert "yhteiset tavoitteet vuodelle 2026." in text.splitlines()


def test_an_area_has_one_swedish_name_in_a_paper(tmp_path: Path) -> None:
    made(workspace(tmp_path, "pohjanmaa"), KIND, languages=("fi", "sv"))
    text = words(tmp_path, "pohjanmaa_neuvottelumuistio_n2024_2024-10-08_sv.docx")
    assert "sysselsättningsområde: Sydösterbotten – Suupohja" in text
    text = words(tmp_path, "pohjanmaa_neuvottelumuistio_n2024_2024-10-08_fi.docx")
    assert "työllisyysalue: Suupohja\n" in text


def test_parties_others_subjects_and_result_are_printed(tmp_path: Path) -> None:
    made(sample_workspace(tmp_path, KIND), KIND, regions=("etela-karjala",), languages=("fi",))
    text = words(tmp_path, "_n2024_2024-10-15_fi.docx")
    for fact in (
        "tiistai 15.10.2024",
        "KUV-2024-10",
        "Esimerkin kaupunki",
        "Muut osallistujat: maakuntaliitto.",
        "johtoryhmien määrä, johtoryhmien toimialueet",
        "\nPerustetaan yksi johtoryhmä.\n",
    ):
        assert fact in text, fact


def test_the_makers_room_is_marked_and_a_party_is_not_told_twice(tmp_path: Path) -> None:
    made(sample_workspace(tmp_path, KIND), KIND, regions=("etela-karjala",), languages=("fi",))
    (path,) = (tmp_path / "build").rglob("*_n2024_2024-10-15_fi.docx")
    assert "[nimike ja organisaatio]" in [run.text for run in gap_runs(path)]
    lines = words(tmp_path, path.name).splitlines()
    assert lines.count("Kansaneläkelaitos") == 1
    assert "Viranomainen" not in lines


def test_a_final_memo_says_that_its_makers_room_is_filled_in_by_hand(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "kainuu")
    home = record(folder, "kainuu")
    edit_lines(home, lambda line: "kuvitteellinen:" not in line)
    home.write_text(home.read_text().replace("lahde: kuvitteellinen", "lahde: talousarvio"))
    result = made(folder, KIND, languages=("fi",), final=True)
    assert [item.marks for item in result.having(Fate.MADE)] == [()]
    (path,) = (tmp_path / "build").rglob("*.docx")
    assert "_n2024_" in path.name
    first = words(tmp_path, path.name).splitlines()[0]
    assert first == "Hakasulkeissa olevat kohdat täydennetään käsin."


def test_a_missing_result_is_a_gap(tmp_path: Path) -> None:
    told = notes(made(workspace(tmp_path), KIND))
    assert "neuvottelun tulos puuttuu (neuvottelut[n2024])" in told


def test_what_is_missing_is_told_in_the_words_of_the_act_and_once(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "pohjanmaa")
    made(folder, KIND, languages=("fi", "sv"))
    consulted = words(tmp_path, "_n2026-kunnat_2026-09-24_sv.docx")
    assert "ges som slutlig: samrådets resultat saknas. Även ställena" in consulted
    assert "\nResultatet\nsaknas.\n" in consulted
    assert "förhandling" not in consulted.lower()
    held = words(tmp_path, "_n2025-hyte_2025-11-13_fi.docx")
    assert "lopullisena: neuvottelun tulos puuttuu. Myös hakasulkeissa" in held
    assert "\nNeuvottelun tulos\npuuttuu.\n" in held


def test_a_region_without_negotiations_says_so(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    record(folder).write_text("muoto: 1\nalue: paijat-hame\nvaihe: valmisteilla\n")
    assert notes(made(folder, KIND, regions=("paijat-hame",))) == "Neuvotteluja ei ole kirjattu."


def test_a_swedish_memo_holds_no_finnish(tmp_path: Path) -> None:
    made(sample_workspace(tmp_path, KIND), KIND, regions=("etela-karjala",), languages=("sv",))
    text = words(tmp_path, "_n2024_2024-10-15_sv.docx")
    for word in ("Neuvottelu", "Tulos", "Taulukko", "Osapuoli", *sentences(KIND, "fi")):
        assert word not in text, word
    assert "arbetskraftsmyndighet" in text
