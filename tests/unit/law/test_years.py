"""Which years a yearly duty is asked for: against counting the months one by one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.base.periods import Period
from sopimukset.tracking.years import Year, duty_years

DAYS = st.dates(date(2025, 1, 1), date(2034, 12, 31))
SPANS = st.builds(
    lambda day, length: Period(day, day + timedelta(length)), DAYS, st.integers(0, 4000)
)


@given(SPANS, DAYS)
def test_whole_years_up_to_the_day_are_always_asked_for(span: Period, as_of: date) -> None:
    found = [year.number for year in duty_years([span], as_of)]
    whole = [
        number
        for number in range(2025, as_of.year + 1)
        if date(number, 1, 1) in span and date(number, 12, 31) in span
    ]
    assert set(whole) <= set(found)
    assert found == sorted(set(found))
    assert all(number <= as_of.year for number in found)


@given(SPANS, DAYS)
def test_only_the_last_ended_year_of_what_goes_on_binds(span: Period, as_of: date) -> None:
    years = duty_years([span], as_of)
    ended = [year for year in years if not year.current]
    assert [year.number for year in years if year.current] in ([], [as_of.year])
    assert [year for year in years if year.binding] == (ended[-1:] if as_of in span else [])


@given(SPANS, DAYS, st.integers(0, 2000))
def test_a_period_cut_in_two_is_asked_for_the_same_years(
    span: Period, as_of: date, cut: int
) -> None:
    middle = span.start + timedelta(cut)
    if middle < span.end:
        halves = [Period(middle + timedelta(1), span.end), Period(span.start, middle)]
        assert duty_years(halves, as_of) == duty_years([span], as_of)


@pytest.mark.parametrize(
    ("start", "end", "asked"),
    [
        (date(2025, 10, 1), date(2030, 9, 30), True),
        (date(2025, 10, 2), date(2030, 10, 1), False),
        (date(2020, 4, 1), date(2025, 3, 31), True),
        (date(2020, 3, 31), date(2025, 3, 30), False),
    ],
)
def test_three_months_of_a_year_make_it_count(start: date, end: date, *, asked: bool) -> None:
    found = duty_years([Period(start, end)], date(2026, 6, 1))
    assert (2025 in [year.number for year in found]) is asked


def test_when_a_lack_is_wrong() -> None:
    assert Year(2026, current=True, binding=False).lacking == Period(date(2027, 1, 1))
    assert Year(2025, current=False, binding=True).lacking is None
    assert Year(2024, current=False, binding=False).lacking == Period(
        date(2024, 1, 1), date(2024, 12, 31)
    )
    assert Year(2026, current=True, binding=False).contradicting is None
