"""Yearly duties: the last ended year binds, earlier ones are past, this one goes on (idea 10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sopimukset.base.periods import Period, add_months, day_after, merged

SHORTEST = 3
"""Months. A shorter piece of a calendar year is not judged as a year: our own threshold."""


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year for which a yearly duty is asked.

    Attributes:
        number: as 2026.
        current: it has not ended by the as-of day.
        binding: it is the last ended year of something that still goes on.
    """

    number: int
    current: bool
    binding: bool

    @property
    def lacking(self) -> Period | None:
        """The days on which it is wrong that something was not done; None where it is wrong now.

        The current year turns wrong when it has ended; an earlier year was wrong while it lasted.
        """
        if self.current:
            return Period(date(self.number + 1, 1, 1))
        return None if self.binding else _whole(self.number)

    @property
    def contradicting(self) -> Period | None:
        """The days on which what was recorded for the year is wrong; None where it is so now."""
        return None if self.current or self.binding else _whole(self.number)


def duty_years(periods: Iterable[Period], as_of: date) -> tuple[Year, ...]:
    """The years up to the as-of day that the periods cover for at least three months, in order."""
    return _duty_years(tuple(periods), as_of)


@lru_cache(maxsize=1024)
def _duty_years(periods: tuple[Period, ...], as_of: date) -> tuple[Year, ...]:
    """The same of periods that many groups share."""
    spans = merged(periods)
    numbers = sorted({number for item in spans for number in _numbers(item, as_of)})
    last = max((number for number in numbers if number < as_of.year), default=None)
    going_on = any(as_of in item for item in spans)
    return tuple(Year(item, item == as_of.year, going_on and item == last) for item in numbers)


def _numbers(period: Period, as_of: date) -> Iterator[int]:
    for number in range(period.start.year, min(period.end.year, as_of.year) + 1):
        if period.start.year < number < period.end.year:
            yield number
            continue
        part = period.intersection(_whole(number))
        if part is not None and add_months(part.start, SHORTEST) <= day_after(part.end):
            yield number


def _whole(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31))
