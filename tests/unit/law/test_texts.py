"""Free text with its places and the days that decide."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sopimukset.law.rules._texts import DENIAL, UNTIL_2024, UNTIL_2025
from sopimukset.law.survey import survey
from sopimukset.law.texts import (
    END,
    Wording,
    cleaned,
    passages,
    small_letters,
    split_sentences,
)
from sopimukset.model import Alue, Kokous, Lausekekirjasto, Seuranta

AS_OF = date(2026, 6, 1)


def alue(**rest: Any) -> Alue:
    return Alue.model_validate(
        {"muoto": 1, "alue": "kainuu", "vaihe": "vahvistettu", **rest}, strict=False
    )


def agreement(**rest: Any) -> Alue:
    change = {"lauseke": "palvelut", "toimi": "korvaa", "teksti": "Teksti."}
    one = {"tunnus": "s", "laji": "tym-sopimus", "lausekemuutokset": [change], **rest}
    return alue(sopimukset=[one])


def days(model: Any) -> dict[str, date]:
    return {item.text: item.day for item in passages(model, AS_OF)}


def test_each_language_is_a_passage_of_its_own_with_its_path() -> None:
    model = alue(neuvottelut=[{"tunnus": "n", "laji": "muu", "tulos": {"fi": "Yksi", "sv": "En"}}])
    assert [(item.path, item.text) for item in passages(model, AS_OF)] == [
        (("neuvottelut", 0, "tulos", "fi"), "Yksi"),
        (("neuvottelut", 0, "tulos", "sv"), "En"),
    ]


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        ({}, AS_OF),
        ({"voimassa": {"paattyen": "2025-12-31"}}, AS_OF),
        ({"voimassa": {"alkaen": "2025-03-01"}}, date(2025, 3, 1)),
        ({"voimassa": {"alkaen": "2025-03-01", "paattyen": "2025-12-31"}}, date(2025, 3, 1)),
        (
            {"voimassa": {"alkaen": "2025-12-01"}, "allekirjoitukset": [{"pvm": "2026-01-15"}]},
            date(2026, 1, 15),
        ),
        (
            {"voimassa": {"alkaen": "2026-01-01"}, "allekirjoitukset": [{"pvm": "2025-12-15"}]},
            date(2026, 1, 1),
        ),
    ],
)
def test_agreement_is_dated_by_its_start_or_last_signature(facts: Any, day: date) -> None:
    assert days(agreement(**facts))["Teksti."] == day


def test_meeting_decides_by_its_day_and_follow_up_by_the_periods_end() -> None:
    meeting = {"muoto": 1, "johtoryhma": "tym", "pvm": "2025-02-03", "asiat": [{"paatos": "A"}]}
    period = {"alkaen": "2025-01-01", "paattyen": "2025-12-31"}
    follow_up = {"muoto": 1, "johtoryhma": "tym", "seurantajakso": period, "toimeenpano": "B"}
    assert days(Kokous.model_validate(meeting)) == {"A": date(2025, 2, 3)}
    assert days(Seuranta.model_validate(follow_up)) == {"B": date(2025, 12, 31)}


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ({}, AS_OF),
        ({"alkaen": "2025-07-01"}, date(2025, 7, 1)),
        ({"paattyen": "2025-12-31"}, date(2025, 12, 31)),
    ],
)
def test_follow_up_without_an_end_decides_by_its_beginning(period: Any, day: date) -> None:
    follow_up = {"muoto": 1, "johtoryhma": "tym", "seurantajakso": period, "toimeenpano": "B"}
    assert days(Seuranta.model_validate(follow_up)) == {"B": day}


@pytest.mark.parametrize(
    ("setting", "day"),
    [
        ({}, AS_OF),
        ({"asetettu": {"pykala": 5}}, AS_OF),
        ({"asetettu": {"pvm": "2025-03-01"}}, date(2025, 3, 1)),
    ],
)
def test_goal_decides_by_the_day_on_which_it_was_set(setting: Any, day: date) -> None:
    goal = {"tunnus": "t", "tavoite": "Tavoite.", **setting}
    assert days(alue(johtoryhmat=[{"tunnus": "tym", "tavoitteet": [goal]}])) == {"Tavoite.": day}


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ({}, AS_OF),
        ({"paattyen": "2025-12-31"}, date(2025, 12, 31)),
        ({"alkaen": "2027-01-01"}, date(2027, 1, 1)),
        ({"alkaen": "2025-01-01", "paattyen": "2026-12-31"}, AS_OF),
    ],
)
def test_what_holds_for_a_time_is_judged_within_it(period: Any, day: date) -> None:
    version = {"otsikko": {}, "kappaleet": [{"fi": "Teksti."}], **period}
    library = {
        "muoto": 1,
        "laji": "x",
        "nimi": {"fi": "Nimi"},
        "lausekkeet": [{"tunnus": "a", "versiot": [version]}],
    }
    assert days(Lausekekirjasto.model_validate(library))["Teksti."] == day


def test_list_items_of_a_clause_are_read_too() -> None:
    paragraph = {"luettelo": [{"fi": "kohta"}]}
    version = {"otsikko": {"sv": "Rubrik"}, "kappaleet": [paragraph]}
    clause = {"tunnus": "a", "perusta": ["381/2023 2 §"], "versiot": [version]}
    library = Lausekekirjasto.model_validate(
        {"muoto": 1, "laji": "x", "nimi": {}, "lausekkeet": [clause]}
    )
    assert [item.text for item in passages(library, AS_OF)] == ["381/2023 2 §", "Rubrik", "kohta"]


words = st.text("aäöåbcAÄÖkst .,–”\u00ad\u0308\n", min_size=1, max_size=30).filter(str.strip)


@given(st.lists(words, max_size=4))
def test_the_quick_look_holds_every_passage(texts: list[str]) -> None:
    model = alue(neuvottelut=[{"tunnus": "n", "laji": "muu", "muut": texts}])
    found = {item.text for item in passages(model, AS_OF)}
    assert set(Wording(survey([model]).texts).texts) == found


@given(st.lists(words, max_size=4), st.text("aäkst İ–”\u00ad", min_size=1, max_size=2))
@example(["TYM – 2026", "TYM-2026"], "–")
@example(["”TYM”", '"TYM"'], "”")
def test_a_word_is_found_in_the_texts_that_hold_it(texts: list[str], word: str) -> None:
    said = Wording(texts)
    small = small_letters(word)
    holding = {text for text in said.texts if small in small_letters(text)}
    assert bool(said.occurring((small,))) == bool(holding)
    assert {said.texts[number] for number in said.having(small)} == holding
    for number, text in enumerate(said.texts):
        assert (small in said.small_one(number)) == (small in "\n" + small_letters(text))


def test_a_word_is_found_whatever_was_asked_before_of_it_or_of_other_texts() -> None:
    one, other = Wording(["yksi kaksi kolme"]), Wording(["muu"])
    assert one.occurring(("yksi", "ei ole")) == ["yksi"]
    assert one.occurring(("kaksi", "ei ole")) == ["kaksi"]
    assert other.occurring(("kolme", "ei ole")) == []
    assert one.occurring(("kolme", "ei ole")) == ["kolme"]


def test_of_a_word_the_whole_texts_around_it_are_given_and_no_other() -> None:
    said = Wording(["TYM on Kelan\n\nja muiden", "Lahti", "taas tym, ja tym"])
    assert said.around("tym") == f"\ntym on kelan\n\nja muiden{END}\ntaas tym, ja tym"
    assert said.having("tym") == [0, 2]
    assert said.around("lahti") == "\nlahti"
    assert said.around("porvoo") == ""


def test_a_text_by_itself_begins_a_line() -> None:
    said = Wording(["TYM", "Kela"])
    assert [said.small_one(number) for number in range(2)] == ["\ntym", "\nkela"]


@given(st.text("ikåsäß İıſẞΣ\u0308") | st.text())
@example("18–24")
@example("”TYM”")
def test_small_letters_hide_nothing_that_a_pattern_without_letter_case_finds(text: str) -> None:
    small = small_letters(text)
    assert len(small) == len(text)
    for letter in "abcdefghijklmnopqrstuvwxyzåäö":
        found = re.search(letter, cleaned(text), re.IGNORECASE)
        assert found is None or letter in small_letters(cleaned(text))


def test_no_word_goes_on_from_one_text_to_the_next() -> None:
    said = Wording(["040", "1234 ja muuta", "alku"])
    assert said.occurring(("0\n1", "0 1", "\nalku", "muutaalku")) == ["\nalku"]
    assert [said.texts[number] for number in said.having("\nalku")] == ["alku"]


def test_soft_hyphens_and_letters_in_pieces_do_not_hide_a_word() -> None:
    model = alue(neuvottelut=[{"tunnus": "n", "laji": "muu", "tulos": "TYo\u0308lli\u00adsyys"}])
    assert Wording(survey([model]).texts).occurring(("työllisyys",))
    assert passages(model, AS_OF)[0].text == "TYölliSYYS".replace("SYYS", "syys")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Yksi. Kaksi.", 2),
        ("Sovelletaan lakia 381/2023 esim. siten, että näin on.", 1),
        ("Alkaa 1.1.2026 ja päättyy 31.12.2026.", 1),
        ("yksi asia; toinen asia", 2),
        ("Osapuolet\n- sopivat\n- jakavat", 3),
        ("Rivi\njatkuu samana virkkeenä.", 1),
        ("  \n\n ", 0),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, number: int) -> None:
    assert len(list(split_sentences(text))) == number


@pytest.mark.parametrize(
    "text",
    [
        "vuoteen 2024 saakka",
        "31.12.2024 asti",
        "aiempi malli",
        "laki on kumottu",
        "entinen toimisto",
        "till utgången av 2024",
        "tidigare",
    ],
)
def test_history_is_recognised(text: str) -> None:
    assert UNTIL_2024.search(text)


@pytest.mark.parametrize(
    "text", ["laki 916/2012", "vuonna 2026", "31.12.2025 saakka", "vanhemmat", "vuosina 2024–2026"]
)
def test_what_is_no_history_is_not_taken_for_it(text: str) -> None:
    assert UNTIL_2024.search(text) is None


def test_a_later_limit_takes_in_another_year() -> None:
    assert UNTIL_2025.search("31.12.2025 saakka")
    assert UNTIL_2025.search("31.12.2026 saakka") is None


@pytest.mark.parametrize("text", ["ei enää käytetä", "ei sovelleta", "inte längre"])
def test_denial_is_recognised(text: str) -> None:
    assert DENIAL.search(text)


def test_a_condition_is_no_denial() -> None:
    assert DENIAL.search("Asiakkaaksi otetaan, ellei päivä ole kulunut") is None
