"""Periods of follow-up: which one precedes another, and which is the same one a year earlier.

The decree asks a group to follow and to evaluate (388/2024 2 § 2 mom) and leaves the periods to it.
Only periods of the same length are compared: a half-year's count says nothing beside a year's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sopimukset.base.periods import (
    BEGINNING,
    FOREVER,
    Period,
    add_days,
    add_months,
    add_years,
    day_after,
    day_before,
)

if TYPE_CHECKING:
    from sopimukset.model import Seuranta


@dataclass(frozen=True, slots=True)
class Followed:
    """A follow-up with its period.

    Attributes:
        item: the follow-up as recorded.
        days: its period; both ends are recorded.
    """

    item: Seuranta
    days: Period


@dataclass(frozen=True, slots=True)
class Compared:
    """A follow-up with those that its figures are set beside.

    Attributes:
        now: the follow-up itself.
        previous: the one of the same length that ends the day before it begins; None where no
            such one is recorded.
        last_year: the one of the same days a year earlier; of a whole year it is the previous one.
        series: those of the same length up to it in the order of their days, itself the last: what
            a trend is drawn of. There may be gaps in it.
    """

    now: Followed
    previous: Followed | None
    last_year: Followed | None
    series: tuple[Followed, ...]


def days_of(item: Seuranta) -> Period | None:
    """The days that a follow-up speaks of; None where an end is missing or they make no sense."""
    found = item.seurantajakso.jakso
    whole = found is not None and found.start != BEGINNING and found.end != FOREVER
    return found if whole else None


def followed(items: Iterable[Seuranta]) -> list[Followed]:
    """The follow-ups whose period is recorded, by its last and first day."""
    dated = [Followed(item, days) for item in items if (days := days_of(item)) is not None]
    return sorted(dated, key=lambda one: (one.days.end, one.days.start))


def compared(items: Iterable[Seuranta], item: Seuranta) -> Compared | None:
    """A follow-up among those of its group; None where its own period isn't recorded.

    Args:
        items: the follow-ups of one group, the follow-up among them or not.
        item: the follow-up. Another one of the same period is passed over.
    """
    days = days_of(item)
    if days is None:
        return None
    now = Followed(item, days)
    earlier = [one for one in followed(items) if one.days.end < days.end]
    alike = [one for one in earlier if same_length(one.days, days)]
    return Compared(
        now,
        _of(alike, before(days)),
        _of(alike, a_year_earlier(days)),
        (*alike, now),
    )


def newest(items: Iterable[Seuranta], day: date) -> Seuranta | None:
    """The follow-up whose period has ended last by the day; of several the shortest period."""
    ended = [one for one in followed(items) if one.days.end <= day]
    found = max(ended, key=lambda one: (one.days.end, one.days.start), default=None)
    return None if found is None else found.item


def parts_of(items: Iterable[Seuranta], days: Period, day: date) -> list[Followed]:
    """The follow-ups of shorter periods within one that have ended by a day, the newest first."""
    found = [one for one in followed(items) if days.intersection(one.days) == one.days != days]
    return [one for one in reversed(found) if one.days.end <= day]


def months_of(days: Period) -> int | None:
    """How many whole months a period is; None where it isn't."""
    number = (days.end.year - days.start.year) * 12 + days.end.month - days.start.month
    for months in (number, number + 1):
        if months > 0 and add_months(days.start, months) == day_after(days.end):
            return months
    return None


def same_length(one: Period, other: Period) -> bool:
    """Whether two periods are as many months, or as many days where they aren't whole months."""
    months = months_of(one), months_of(other)
    if months != (None, None):
        return months[0] == months[1]
    return one.end - one.start == other.end - other.start


def before(days: Period) -> Period:
    """The period of the same length that ends the day before one begins."""
    end = day_before(days.start)
    months = months_of(days)
    if months is not None:
        return Period(add_months(days.start, -months), end)
    return Period(add_days(end, -((days.end - days.start) // timedelta(days=1))), end)


def a_year_earlier(days: Period) -> Period:
    """The same days a year earlier; a month's last day stays one."""
    return Period(add_years(days.start, -1), day_before(add_years(day_after(days.end), -1)))


def _of(found: Sequence[Followed], days: Period) -> Followed | None:
    return next((one for one in found if one.days == days), None)
