"""Reasoning about periods, held against sets of days."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.base.periods import (
    ALWAYS,
    BEGINNING,
    FOREVER,
    Period,
    add_days,
    add_months,
    add_years,
    covers,
    day_after,
    day_before,
    doubled,
    gaps,
    last_day_of_years,
    limited,
    merged,
    overlapping,
    period,
    shared_by,
)

FIRST = date(2026, 1, 1)
WINDOW = 40
"""Days that the oracle looks at. Periods begin and end in it, or are open."""

DAY = timedelta(days=1)
numbers = st.integers(0, WINDOW - 1)
any_days = st.dates(date(1900, 1, 1), date(2200, 12, 31))


def day(number: int) -> date:
    """The day of that number in the window."""
    return FIRST + number * DAY


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """A period in the window, open on one side or both now and then."""
    first, last = sorted((draw(numbers), draw(numbers)))
    start = BEGINNING if draw(st.integers(0, 9)) == 0 else day(first)
    end = FOREVER if draw(st.integers(0, 9)) == 0 else day(last)
    return Period(start, end)


several = st.lists(periods(), max_size=7)


def days_of(*items: Period) -> set[int]:
    """The days of the window, and one on either side of it, that lie in some of the periods."""
    return {
        number for number in range(-1, WINDOW + 1) if any(day(number) in item for item in items)
    }


def in_order_and_apart(items: list[Period]) -> bool:
    """Whether periods are sorted with at least one day between each two."""
    return all(day_after(one.end) < other.start for one, other in pairwise(items))


def test_period_holds_its_first_and_its_last_day() -> None:
    one = Period(date(2026, 3, 1), date(2026, 3, 31))
    assert date(2026, 2, 28) not in one
    assert date(2026, 3, 1) in one
    assert date(2026, 3, 31) in one
    assert date(2026, 4, 1) not in one


def test_period_of_one_day() -> None:
    assert days_of(Period(day(3), day(3))) == {3}


def test_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        Period(day(3), day(2))
    assert period(day(3), day(2)) is None


@given(st.none() | any_days, st.none() | any_days)
def test_unrecorded_days_are_open(start: date | None, end: date | None) -> None:
    found = period(start, end)
    if start is not None and end is not None and end < start:
        assert found is None
        return
    assert found is not None
    assert (found.start, found.end) == (start or BEGINNING, end or FOREVER)
    assert found.open_end is (end is None)


@given(periods(), periods())
def test_intersection_is_the_shared_days(one: Period, other: Period) -> None:
    shared = one.intersection(other)
    days = days_of(one) & days_of(other)
    assert one.overlaps(other) is bool(days)
    assert (days_of(shared) if shared else set()) == days
    assert one.intersection(other) == other.intersection(one)


@given(several)
def test_merged_is_the_same_days_in_as_few_periods_as_possible(items: list[Period]) -> None:
    found = merged(items)
    assert days_of(*found) == days_of(*items)
    assert in_order_and_apart(found)


@given(periods(), several)
def test_gaps_are_the_days_of_the_span_that_nothing_covers(
    span: Period, items: list[Period]
) -> None:
    found = gaps(span, items)
    assert days_of(*found) == days_of(span) - days_of(*items)
    assert in_order_and_apart(found)
    assert covers(span, items) is (not found)


@given(periods(), several)
def test_open_ends_stay_open_in_gaps(span: Period, items: list[Period]) -> None:
    found = gaps(span, items)
    uncovered_end = span.open_end and not any(item.open_end for item in items)
    assert any(gap.open_end for gap in found) is uncovered_end


@given(several, st.integers(1, 5))
def test_shared_by_counts_the_periods_of_each_day(items: list[Period], least: int) -> None:
    found = shared_by(items, least)
    wanted = {
        number
        for number in range(-1, WINDOW + 1)
        if sum(day(number) in item for item in items) >= least
    }
    assert days_of(*found) == wanted
    assert in_order_and_apart(found)


@given(several)
def test_doubled_is_shared_by_two(items: list[Period]) -> None:
    assert doubled(items) == shared_by(items, 2)
    assert overlapping(items) == bool(doubled(items))
    assert shared_by(items, 1) == merged(items)


@given(several, periods())
def test_limited_cuts_each_period_to_the_span(items: list[Period], span: Period) -> None:
    found = limited(items, span)
    assert days_of(*found) == days_of(*items) & days_of(span)
    assert len(found) == sum(item.overlaps(span) for item in items)


@given(several, st.randoms())
def test_order_of_periods_changes_nothing(items: list[Period], chance: object) -> None:
    other = list(items)
    chance.shuffle(other)  # type: ignore[attr-defined]
    assert merged(other) == merged(items)
    assert gaps(ALWAYS, other) == gaps(ALWAYS, items)
    assert shared_by(other, 2) == shared_by(items, 2)


@given(any_days)
def test_the_day_after_and_the_day_before_undo_each_other(one: date) -> None:
    assert day_before(day_after(one)) == one
    assert day_after(one) - one == DAY


def test_open_ends_have_no_neighbours() -> None:
    assert day_after(FOREVER) == FOREVER
    assert day_before(BEGINNING) == BEGINNING


@given(any_days, st.integers(-40, 40))
def test_years_on_is_the_same_day_of_the_year(start: date, years: int) -> None:
    found = add_years(start, years)
    if (start.month, start.day) == (2, 29) and not calendar.isleap(start.year + years):
        assert found == date(start.year + years, 3, 1)
    else:
        assert (found.month, found.day) == (start.month, start.day)
        assert found.year - start.year == years


@given(any_days, st.integers(1, 20))
def test_whole_years_end_the_day_before_the_next_begin(start: date, years: int) -> None:
    last = last_day_of_years(start, years)
    assert day_after(last) == add_years(start, years)
    assert last in Period(start)


@pytest.mark.parametrize(
    ("start", "last"),
    [
        (date(2025, 2, 1), date(2030, 1, 31)),
        (date(2026, 1, 1), date(2030, 12, 31)),
        (date(2028, 2, 29), date(2033, 2, 28)),
        (date(2027, 3, 1), date(2032, 2, 29)),
        (date(2023, 2, 28), date(2028, 2, 27)),
    ],
)
def test_last_day_of_five_years(start: date, last: date) -> None:
    assert last_day_of_years(start, 5) == last


@given(any_days, st.integers(-60, 60))
def test_months_on_is_the_same_day_or_the_last_of_a_shorter_month(start: date, months: int) -> None:
    found = add_months(start, months)
    assert (found.year * 12 + found.month) - (start.year * 12 + start.month) == months
    assert found.day == min(start.day, calendar.monthrange(found.year, found.month)[1])


def test_days_past_the_last_date_are_an_open_end() -> None:
    assert add_months(date(9999, 6, 30), 6) == date(9999, 12, 30)
    assert add_months(date(9999, 6, 30), 7) == FOREVER
    assert add_months(date(2026, 6, 1), 10**6) == FOREVER
    assert add_years(date(9996, 2, 29), 5) == FOREVER
    assert last_day_of_years(date(9996, 2, 29), 5) == FOREVER


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2028-08-31", -6, "2028-02-29"),
        ("2027-08-31", -6, "2027-02-28"),
        ("2028-02-29", -12, "2027-02-28"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -1, "2025-12-15"),
        ("0001-01-31", -1, "0001-01-01"),
    ],
)
def test_months_back_keep_to_the_month_and_to_the_calendar(
    day: str, months: int, expected: str
) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(expected)


def test_days_on_and_back_stop_at_the_ends_of_the_calendar() -> None:
    assert add_days(date(2028, 2, 28), 1) == date(2028, 2, 29)
    assert add_days(date(2028, 3, 1), -1) == date(2028, 2, 29)
    assert add_days(date(9999, 12, 30), 2) == FOREVER
    assert add_days(date(1, 1, 2), -2) == BEGINNING
