"""Days on which a statutory period can't end (150/1930 5 §), and the working days around them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.base.workdays import (
    easter,
    holiday,
    is_working_day,
    working_day_from,
    working_day_until,
)

DAY = timedelta(days=1)
EASTERS = (
    *("2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31", "2025-04-20"),
    *("2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2038-04-25"),
    *("1818-03-22", "1943-04-25", "2285-03-22"),
)
"""By the almanac, the earliest and the latest possible ones among them."""

HOLIDAYS = (
    *("2026-01-01", "2026-01-06", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14"),
    *("2026-06-19", "2026-12-24", "2026-12-25", "2027-01-06", "2027-03-26", "2027-03-29"),
    *("2027-05-06", "2027-06-25", "2027-12-06", "2027-12-24", "2028-05-25", "2028-06-23"),
)
"""Days from Monday to Friday that the almanac of their year marks so."""

days = st.dates(date(1950, 1, 1), date(2200, 1, 1))


@pytest.mark.parametrize("told", EASTERS)
def test_easter_is_the_almanacs(told: str) -> None:
    day = date.fromisoformat(told)
    assert easter(day.year) == day


@pytest.mark.parametrize("told", HOLIDAYS)
def test_a_period_does_not_end_on_a_holiday(told: str) -> None:
    assert not is_working_day(date.fromisoformat(told))


@pytest.mark.parametrize("told", HOLIDAYS)
def test_holidays_have_no_neighbours_that_the_almanac_lacks(told: str) -> None:
    for day in (date.fromisoformat(told) - DAY, date.fromisoformat(told) + DAY):
        free = day.weekday() >= 5 or day.isoformat() in HOLIDAYS or (day.month, day.day) == (12, 26)
        assert is_working_day(day) is not free


def test_a_year_has_as_many_working_days_as_the_almanac_counts() -> None:
    year = [date(2026, 1, 1) + DAY * number for number in range(365)]
    assert sum(map(is_working_day, year)) == 252


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-12-23", "2026-12-23"),
        ("2026-12-24", "2026-12-28"),  # Christmas Eve to Boxing Day, then a Sunday
        ("2027-03-25", "2027-03-25"),
        ("2027-03-26", "2027-03-30"),  # Good Friday to Easter Monday
        ("2028-02-29", "2028-02-29"),
    ],
)
def test_period_ends_on_the_first_working_day_after(day: str, expected: str) -> None:
    assert working_day_from(date.fromisoformat(day)) == date.fromisoformat(expected)


@given(days)
def test_next_and_last_working_days_enclose_no_other(day: date) -> None:
    after, before = working_day_from(day), working_day_until(day)
    assert is_working_day(after)
    assert is_working_day(before)
    assert before <= day <= after
    between = [before + DAY * number for number in range(1, (after - before).days)]
    assert not any(map(is_working_day, between))
    assert (before == after == day) is is_working_day(day)


NAMES = {"helluntaipäivä": "helluntai", "uudenvuoden päivä": "uudenvuodenpäivä"}
"""What another program calls by another name."""


@pytest.mark.parametrize("year", range(1992, 2101))
def test_holidays_and_eves_are_those_that_another_program_knows(year: int) -> None:
    known = country_holidays("FI", language="fi", years=year)
    span = (date(year, 1, 1) + DAY * number for number in range(366))
    found = {day: name for day in span if day.year == year and (name := holiday(day))}
    assert found.keys() == set(known)
    for day, told in known.items():
        names = told.casefold().split("; ")  # Ascension Day was May Day in 2008
        assert found[day] in [NAMES.get(name, name) for name in names]
