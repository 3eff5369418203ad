"""Lengths of time in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.law.rules._durations import THREE_MONTHS, adds_a_time, lengths, rhythms


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("kolmen kuukauden kuluessa", 92),
        ("3 kk:n välein", 92),
        ("kuuden (6) kuukauden", 184),
        ("3–6 kuukauden välein", 184),
        ("kahden tai kolmen kuukauden", 92),
        ("neljässä kuukaudessa", 368 / 3),
        ("kahdentoista kuukauden", 368),
        ("12 viikkoa", 84),
        ("92 päivän", 92),
        ("kahden vuoden kuluttua", 730),
        ("puolen vuoden välein", 182.5),
        ("puolentoista vuoden kuluttua", 547.5),
        ("vuoden kuluessa", 365),
        ("inom sex månader", 184),
        ("efter två år", 730),
        ("ett halvt år", 182.5),
    ],
)
def test_length_is_told_in_days(text: str, days: float) -> None:
    assert [item.days for item in lengths(text)] == [pytest.approx(days)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("puolivuosittain", 182.5),
        ("kerran vuodessa", 365),
        ("vuosittain", 365),
        ("kolme kertaa vuodessa", 365 / 3),
        ("joka kuudes kuukausi", 184),
        ("var sjätte månad", 184),
        ("minst var tredje månad", 92),
        ("två gånger per år", 182.5),
        ("en gång om året", 365),
        ("årligen", 365),
    ],
)
def test_rhythm_is_the_time_between(text: str, days: float) -> None:
    assert [item.days for item in rhythms(text)] == [pytest.approx(days)]


@pytest.mark.parametrize(
    "text",
    [
        "24 §:n 1 kohta",
        "1.1.2026 alkaen",
        "päivänä",
        "12/2026 kuukausi",
        "sexton",
        "vuonna 2026",
        "sovitaan yhdessä",
    ],
)
def test_what_is_no_length_is_left_alone(text: str) -> None:
    assert [*lengths(text), *rhythms(text)] == []


@given(st.integers(min_value=1, max_value=60))
def test_months_are_longer_than_three_exactly_when_there_are_more(number: int) -> None:
    (length,) = lengths(f"{number} kuukauden kuluessa")
    assert (length.days > THREE_MONTHS) == (number > 3)


@given(st.text(max_size=60), st.text(max_size=60))
def test_place_is_where_the_text_stands(before: str, after: str) -> None:
    whole = f"{before} kuuden kuukauden {after}"
    for item in lengths(whole):
        assert item.text == whole[item.start : item.end].strip()


@pytest.mark.parametrize(
    ("text", "adds"),
    [
        (", kuitenkin vähintään kuuden kuukauden välein", True),
        (" ja vuosittain", True),
        ("10 vuotta", True),
        (", dock minst var sjätte månad", True),
        (" tarpeen mukaan kuuden kuukauden välein", False),
        (" ja vähintään", False),
        ("", False),
    ],
)
def test_piece_that_begins_with_a_time_adds_it_to_what_came_before(text: str, adds: bool) -> None:
    assert adds_a_time(text) is adds
