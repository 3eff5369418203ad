"""Weekdays of a month, as a cadence names them: the second Thursday, the last Friday."""

from __future__ import annotations

from datetime import date, timedelta

from sopimukset.base.periods import add_months

WEEKDAYS = ("ma", "ti", "ke", "to", "pe", "la", "su")
"""The record's words for the days of the week, Monday first."""

LAST = -1
"""`viikko` of the month's last such weekday."""


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date | None:
    """The month's first, second … fifth such weekday, `LAST` for its last; None where it has none.

    Args:
        year: of the month.
        month: from 1 to 12.
        weekday: Monday is 0.
        number: 1–5, or `LAST`.
    """
    first = date(year, month, 1)
    days = range((weekday - first.weekday()) % 7, _length(first), 7)
    if number == LAST:
        return first + timedelta(days[-1])
    return first + timedelta(days[number - 1]) if 1 <= number <= len(days) else None


def _length(first: date) -> int:
    return (add_months(first, 1) - first).days
