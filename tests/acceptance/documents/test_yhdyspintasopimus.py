"""The voluntary agreement: it says what it isn't, names its parties, shows how it was changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.kind_documents import SAMPLE, make, sample_workspace, texts
from tests.support.workspaces import edit, edit_lines, record, workspace

LAJI = "yhdyspintasopimus"
REGION = "pohjois-karjala"


def only(folder: Path, language: str = "fi", **wishes: object) -> str:
    assert not make(folder, LAJI, language, **wishes).failed
    [text] = texts(folder, language).values()
    return text


def test_it_says_plainly_that_it_is_not_the_statutory_agreement(tmp_path: Path) -> None:
    text = only(workspace(tmp_path, REGION))
    said = "ei ole työllistymisen monialaisesta edistämisestä annetun lain (381/2023) 9 §:n 2"
    assert said in text
    assert "Yhteistyösopimuksen asiatunnus: KUV-2025-151." in text
    cover = text.split("Sisällys")[0]
    assert "ei ole lain (381/2023) 9 §:n 2 momentissa tarkoitettu yhteistyösopimus" in cover


def test_it_says_so_in_swedish_too(tmp_path: Path) -> None:
    text = only(sample_workspace(tmp_path, LAJI), "sv", regions=(SAMPLE,))
    assert "inte ett sådant samarbetsavtal som avses i 9 § 2 mom." in text.split("Innehåll")[0]
    assert "Det ersätter" not in text
    assert "det ersätter inte ett sådant" in text


def test_a_partner_is_told_and_never_a_decision_maker(tmp_path: Path) -> None:
    text = only(workspace(tmp_path, REGION))
    assert "Kumppanina oleva osapuoli tukee yhteistyötä" in text
    folder = workspace(tmp_path / "ilman", REGION)
    path = record(folder, REGION)
    edit(path, ("osapuolet: [joensuu, hva, maakuntaliitto]", "osapuolet: [joensuu, hva]"))
    without = ("{osapuoli: maakuntaliitto,",)
    edit_lines(path, lambda line: not any(word in line for word in without))
    assert "Kumppanina" not in only(folder)


def test_the_region_s_own_clause_stands_where_it_was_put_and_is_listed(tmp_path: Path) -> None:
    text = only(workspace(tmp_path, REGION))
    places = [
        text.index(f"\n{title}\n")
        for title in ("Työkyvyn tuki", "Kotoutumisen edistäminen", "Yhteistyön rakenteet")
    ]
    assert places == sorted(places)
    assert "kotoutumisen palvelut ovat alueella samojen toimijoiden yhdyspinnalla" in text


def test_a_missing_case_number_is_a_gap_and_a_missing_notice_period_is_not_invented(
    tmp_path: Path,
) -> None:
    folder = workspace(tmp_path, REGION)
    path = record(folder, REGION)
    edit(
        path,
        (
            "    asiatunnus: KUV-2025-310\n    sailytysaika: 10 vuotta",
            "    sailytysaika: 10 vuotta",
        ),
        (
            "ehdot: muuten samoin ehdoin}]\n    irtisanomisaika_kk: 6\n",
            "ehdot: muuten samoin ehdoin}]\n",
        ),
    )
    make(folder, LAJI, "fi")
    [text] = texts(folder, "fi").values()
    told = text[text.index("antaa lopullisena, sillä ") :].split("\n", 1)[0]
    assert "asiatunnus puuttuu" in told
    assert "Irtisanomisaika" not in text


def test_a_region_without_one_is_passed_over_in_silence(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "kainuu")
    assert not make(folder, LAJI, "fi").failed
    assert texts(folder, "fi") == {}


def test_an_annex_that_is_not_in_the_paper_is_said_to_be_separate(tmp_path: Path) -> None:
    text = only(workspace(tmp_path, REGION))
    assert "Liite 1: Yhteyshenkilöt tehtävänimikkeinä (erillinen asiakirja)" in text
    assert "jatkaa optiolla seuraavasti: 1.1.2030–31.12.2031" in text


def test_an_agreement_of_two_does_not_go_on_between_the_others(tmp_path: Path) -> None:
    folder = workspace(tmp_path, REGION)
    assert "Sopimus jää voimaan muiden osapuolten kesken" in only(folder)
    path = record(folder, REGION)
    edit(path, ("osapuolet: [joensuu, hva, maakuntaliitto]", "osapuolet: [joensuu, hva]"))
    edit_lines(path, lambda line: "{osapuoli: maakuntaliitto," not in line)
    assert "Sopimus jää voimaan" not in only(folder)


@pytest.mark.parametrize("kind", [LAJI, "irtisanomisilmoitus"])
def test_a_bilingual_region_has_it_and_its_notice_in_both_languages(
    tmp_path: Path, kind: str
) -> None:
    folder = workspace(tmp_path, "ita-uusimaa")
    assert not make(folder, kind).failed
    [swedish] = texts(folder, "sv").values()
    [finnish] = texts(folder, "fi").values()
    assert "Avtal om samordnat stöd för arbetsförmågan i Borgåregionen" in swedish
    assert "Porvoon seudun työkyvyn tuen yhdyspintasopimus" in finnish
    assert "endast på finska" not in swedish
