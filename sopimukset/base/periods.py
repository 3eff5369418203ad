"""The one place that reasons about periods of days.

A period holds both its first and its last day, as the record does (`alkaen`, `paattyen`). An
unrecorded first day is `date.min`, an open end is `date.max`, so that no caller ever compares a
date with None.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

FOREVER = date.max
BEGINNING = date.min
_DAY = timedelta(days=1)


class _Days(NamedTuple):
    start: date
    end: date


class Period(_Days):
    """Days from `start` to `end`, both included.

    It is a tuple, so that making, comparing and sorting periods costs little: a check makes dozens
    of them for each region.
    """

    __slots__ = ()

    def __new__(cls, start: date = BEGINNING, end: date = FOREVER) -> Period:
        """Days between the two, however far apart.

        Raises:
            ValueError: the last day is before the first.
        """
        if end < start:
            raise ValueError(f"period ends {end} before it begins {start}")
        return tuple.__new__(cls, (start, end))

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day <= self.end

    @property
    def open_end(self) -> bool:
        """Whether no last day is known."""
        return self.end == FOREVER

    def overlaps(self, other: Period) -> bool:
        """Whether the two share at least one day."""
        return self.start <= other.end and other.start <= self.end

    def intersection(self, other: Period) -> Period | None:
        """The shared days, or None where there are none."""
        start = self.start if self.start >= other.start else other.start
        end = self.end if self.end <= other.end else other.end
        if start is self.start and end is self.end:
            return self  # it lies within the other one, as most do
        return None if end < start else Period(start, end)


ALWAYS = Period()


def period(start: date | None, end: date | None) -> Period | None:
    """The period that a record's two dates mean; None where it ends before it begins."""
    first, last = start or BEGINNING, end or FOREVER
    return None if last < first else Period(first, last)


def day_after(day: date) -> date:
    """The next day; an open end stays open."""
    return day if day == FOREVER else day + _DAY


def day_before(day: date) -> date:
    """The day before; an unrecorded beginning stays one."""
    return day if day == BEGINNING else day - _DAY


def add_years(day: date, years: int) -> date:
    """The same day of the year that many years on; 29 February becomes 1 March.

    Past the last day that a date can be, it is an open end.
    """
    year = day.year + years
    if year > FOREVER.year:
        return FOREVER
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def add_days(day: date, days: int) -> date:
    """The day that many days on, or back; past either end of the calendar, that end."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return FOREVER if days > 0 else BEGINNING


def add_months(day: date, months: int) -> date:
    """The same day that many months on, or back; a day that the month lacks becomes its last.

    Past the last day that a date can be, it is an open end; before the first one, that one.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > FOREVER.year:
        return FOREVER
    if year < BEGINNING.year:
        return BEGINNING
    return date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def _days_in(year: int, month: int) -> int:
    if month == 12:  # the month after the very last one is no date
        return 31
    return (date(year, month + 1, 1) - date(year, month, 1)).days


def last_day_of_years(start: date, years: int) -> date:
    """The last day of a period of whole years that begins on `start`."""
    end = add_years(start, years)
    return end if end == FOREVER else day_before(end)


def merged(periods: Iterable[Period]) -> list[Period]:
    """The same days as as few periods as possible, in order; adjacent ones become one."""
    several = sorted(periods)
    if len(several) == 1:
        return several
    result: list[Period] = []
    for item in several:
        if result and item.start <= day_after(result[-1].end):
            if item.end > result[-1].end:
                result[-1] = Period(result[-1].start, item.end)
        else:
            result.append(item)
    return result


def gaps(span: Period, periods: Iterable[Period]) -> list[Period]:
    """The days of `span` that none of the periods covers, as periods in order."""
    first, last = span
    several = list(periods)
    for begins, ends in several:
        if begins <= first and last <= ends:
            return []  # one of them covers all, as nearly always
    result: list[Period] = []
    for item in sorted(several):
        if item.start > last:
            break
        if item.start > first:
            result.append(Period(first, day_before(item.start)))
        if item.end >= last:
            return result
        if item.end >= first:
            first = day_after(item.end)
    result.append(Period(first, last))
    return result


def covers(span: Period, periods: Iterable[Period]) -> bool:
    """Whether every day of `span` lies in some period."""
    return not gaps(span, periods)


def shared_by(periods: Iterable[Period], least: int) -> list[Period]:
    """The days that lie in at least `least` of the periods, merged, in order."""
    several = list(periods)
    if len(several) < least:
        return []
    steps = sorted(
        step
        for item in several
        for step in ((item.start, 0, 1), (item.end, 1, -1))  # a start counts before an end
    )
    result: list[Period] = []
    depth = 0
    since = BEGINNING
    for day, _, change in steps:
        if change > 0 and depth + 1 == least:
            since = day
        elif change < 0 and depth == least:
            result.append(Period(since, day))
        depth += change
    return merged(result)


def overlapping(periods: Iterable[Period]) -> bool:
    """Whether any two of the periods share a day."""
    several = sorted(periods)
    return any(later.start <= earlier.end for earlier, later in pairwise(several))


def doubled(periods: Iterable[Period]) -> list[Period]:
    """The days that lie in two or more of the periods, merged, in order."""
    return shared_by(periods, 2)


def limited(periods: Iterable[Period], span: Period) -> list[Period]:
    """The parts of the periods that lie in `span`; those outside it are left out."""
    first, last = span
    found: list[Period] = []
    for item in periods:
        if first <= item.start and item.end <= last:
            found.append(item)
        elif (both := item.intersection(span)) is not None:
            found.append(both)
    return found
