"""Days as a Finnish office writes and reads them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.base.dates import finnish_day, in_finnish, iso_day, told_period
from sopimukset.base.periods import BEGINNING, FOREVER, Period


@given(st.dates())
def test_day_reads_back(day: date) -> None:
    assert iso_day(day.isoformat()) == day
    if day.year >= 1000:
        assert finnish_day(in_finnish(day)) == day


@given(st.text())
def test_any_text_is_a_day_or_none(text: str) -> None:
    found = iso_day(text)
    assert found is None or found.isoformat() == text
    finnish_day(text)


@pytest.mark.parametrize(
    "text",
    ["2026-3-1", "20260301", "2026-02-29", "2026-03-01T00:00", " 2026-03-01", "2026-W01-1", ""],
)
def test_only_strict_days_are_days(text: str) -> None:
    assert iso_day(text) is None


@pytest.mark.parametrize("text", ["1.3.26", "31.2.2026", "0.1.2026", "1.3.2026 klo 9", "1/3/2026"])
def test_only_whole_finnish_days_are_days(text: str) -> None:
    assert finnish_day(text) is None


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2026, 3, 1), date(2026, 5, 31), "1.3.2026–31.5.2026"),
        (date(2026, 3, 1), date(2026, 3, 1), "1.3.2026"),
        (date(2026, 3, 1), FOREVER, "1.3.2026 alkaen"),
        (BEGINNING, date(2026, 3, 1), "1.3.2026 saakka"),
        (BEGINNING, FOREVER, "koko ajan"),
    ],
)
def test_period_as_a_sentence_says_it(start: date, end: date, text: str) -> None:
    assert told_period(Period(start, end)) == text
