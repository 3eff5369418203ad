"""Asking what a code means: the page, the statute's text of the day, the nearest known code."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sopimukset.findings import Severity
from sopimukset.law.explain import UnknownCode, explanation, page
from sopimukset.law.registry import RULES, TITLES
from sopimukset.register import load_indicators
from sopimukset.reporting.cells import cells
from sopimukset.reporting.explain import render_explanation
from tests.support.command_line import sopimukset

AS_OF = date(2026, 3, 1)


def shown(code: str, *, width: int = 80, colour: bool = False) -> str:
    return render_explanation(explanation(code, AS_OF), colour=colour, width=width)


def test_the_explanation_prints_the_provision_with_its_address_and_day() -> None:
    text = shown("G08")
    heading = text.index("Säännöksen teksti\n-----------------")
    assert "henkilökohtaiset varajäsenet" in " ".join(text[heading:].split())
    assert "https://www.finlex.fi/fi/laki/ajantasa/2024/20240388" in text[heading:]
    assert "Teksti on tallennettu päivän 17.8.2026 mukaisena." in text[heading:]


def test_the_explanation_tells_severity_grade_validity_and_readers() -> None:
    text = shown("G12")
    assert "Vakavuus: enintään varoitus" in text
    assert "Tulkinta-aste: C (tulkinta)" in text
    assert "Voimassa: 1.1.2025 alkaen" in text
    assert "Koskee: sihteeri, lakimies ja CI" in text


def test_a_provision_without_a_stored_text_says_so() -> None:
    text = shown("G22")
    assert "434/2003 43 § (Hallintolaki)" in text
    assert "Säännöksen tekstiä ei ole tallennettu tähän ohjelmaan." in text


def test_the_wording_is_that_of_the_day() -> None:
    before, after = (
        next(
            item.text
            for item in explanation("D03", day).provisions
            if item.citation == "381/2023 12 § 2 mom"
        )
        for day in (date(2025, 12, 31), date(2026, 1, 1))
    )
    assert before is not None
    assert after is not None
    assert "Työllisyys-, kehittämis- ja hallintokeskuksen on" not in before
    assert "Työllisyys-, kehittämis- ja hallintokeskuksen on" in after


def test_a_notice_has_a_page_but_no_provision() -> None:
    found = explanation("M03", AS_OF)
    assert (found.severity, found.provisions, found.valid) == (Severity.ERROR, (), None)
    assert "Säännöksen teksti" not in shown("M03")


@pytest.mark.parametrize("code", ["g07", " G07 "])
def test_small_letters_and_blanks_will_do(code: str) -> None:
    assert explanation(code, AS_OF).code == "G07"


@pytest.mark.parametrize("code", sorted(TITLES))
def test_the_finnish_page_serves_a_language_that_has_none(code: str) -> None:
    assert page(code, "se") == page(code)


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [("G99", max(code for code in TITLES if code[0] == "G")), ("M00", "M01"), ("X", None)],
)
def test_an_unknown_code_names_the_nearest_one(asked: str, nearest: str | None) -> None:
    with pytest.raises(UnknownCode) as caught:
        page(asked)
    assert caught.value.nearest == nearest
    assert caught.value.message == f"Koodia {asked} ei ole."
    assert nearest is None or nearest in caught.value.advice


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("code", ["G05", "A07", "M02"])
def test_lines_fit_the_terminal_but_for_examples_and_addresses(code: str, width: int) -> None:
    long = [
        line
        for line in shown(code, width=width).splitlines()
        if cells(line) > width and not line.startswith(("    ", "http"))
    ]
    assert long == []


def test_examples_keep_their_lines() -> None:
    assert "\n    johtoryhmat:\n      - tunnus: tym\n" in shown("G07", width=40)


def test_sections_stand_one_blank_line_apart() -> None:
    assert "\n\n\n" not in shown("G08")


def test_headings_are_seen_without_colour() -> None:
    assert "\nMiksi\n-----\n" in shown("G07")
    assert "\x1b" not in shown("G07")
    assert "\x1b[1mMiksi\x1b[0m\n-----\n" in shown("G07", colour=True)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_provision_leads_to_finlex(rule: object) -> None:
    code = rule.code  # type: ignore[attr-defined]
    for provision in explanation(code, AS_OF).provisions:
        assert provision.url.startswith("https://www.finlex.fi/")
        assert provision.act


@pytest.mark.parametrize("spoken", ["fi", "sv", "en"])
def test_the_indicators_are_listed_and_each_is_explained(spoken: str, tmp_path: Path) -> None:
    catalogue = load_indicators()
    listed = sopimukset("--lang", spoken, "explain", "--indicators", cwd=tmp_path, COLUMNS="200")
    assert listed.code == 0, listed.err
    for item in catalogue.voimassa(date(2026, 6, 1)):
        [row] = [line for line in listed.out.splitlines() if line.split()[:1] == [item.avain]]
        assert item.nimi.kielella(spoken) in row
        assert ", ".join(item.luokat) in " ".join(listed.out.split())
    for key in ("paattyneet-asiakkuudet", "tarkistus-ajallaan"):
        explained = catalogue.mittari(key)
        assert explained is not None
        done = sopimukset("--lang", spoken, "explain", key, cwd=tmp_path, COLUMNS="500")
        assert done.code == 0, done.err
        assert explained.maaritelma.kielella(spoken) in " ".join(done.out.split())
        for luokka in explained.luokat:
            assert f"{luokka} – " in done.out


def test_an_unknown_indicator_is_no_page(tmp_path: Path) -> None:
    for arguments in (("asiakas",), ("--indicators", "T31")):
        done = sopimukset("explain", *arguments, cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
