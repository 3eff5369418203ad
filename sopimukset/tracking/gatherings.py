"""The dated meetings of a group: those that are recorded, and those that its recurrence promises.

Holidays are not looked at: a meeting is moved by the group itself, with its reason (`poikkeamat`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sopimukset.base.periods import FOREVER, Period, add_days, add_months, day_before, period

if TYPE_CHECKING:
    from sopimukset.model import Johtoryhma, Kokous, Kokouskaytanto
    from sopimukset.model.kokouskaytanto import Toistuvuus

WEEKDAYS = ("ma", "ti", "ke", "to", "pe", "la", "su")


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting on a day.

    Attributes:
        group: the group's `tunnus`.
        day: when.
        start, end: minutes from midnight, local time; None where they aren't known.
        recorded: whether a file tells of it; else its recurrence promises it.
        moved_from: the day that the recurrence promised; None where it wasn't moved.
    """

    group: str
    day: date
    start: int | None
    end: int | None
    recorded: bool
    moved_from: date | None = None


def gatherings(
    group: Johtoryhma, meetings: Iterable[Kokous], span: Period, today: date
) -> list[Gathering]:
    """The meetings of a group within a span, in order.

    Args:
        group: the group.
        meetings: its recorded meetings.
        span: the days that are asked about; its end must be known.
        today: what the recurrence promises counts from this day on: a past meeting that nobody
            recorded is not known to have been held.
    """
    own = [item for item in meetings if item.johtoryhma == group.tunnus]
    lasting = _duration(group)
    found = {item.pvm: _recorded(item, lasting) for item in own if item.pvm in span}
    for planned in _planned(group, span):
        if planned.day >= today:
            found.setdefault(planned.day, planned)
    return [found[day] for day in sorted(found)]


def promised_days(recurrence: Toistuvuus, span: Period) -> Iterator[date]:
    """The days of a recurrence within a span: every so many months the n-th weekday of the month.

    A month that lacks a fifth one is skipped. Without interval, week or weekday there are none.
    """
    every, week, weekday = recurrence.vali_kk, recurrence.viikko, recurrence.viikonpaiva
    days = period(recurrence.alkaen, recurrence.paattyen)
    if every is None or not week or weekday is None or recurrence.alkaen is None or days is None:
        return
    month = recurrence.alkaen.replace(day=1)
    limit = min(span.end, days.end)
    while month <= limit and month < FOREVER:
        day = nth_weekday(month, week, WEEKDAYS.index(weekday))
        if day is not None and day in span and day in days:
            yield day
        month = add_months(month, every)


def nth_weekday(month: date, number: int, weekday: int) -> date | None:
    """The n-th weekday of a month; None where the month lacks it.

    Args:
        month: the month's first day.
        number: from 1; -1 is the last one.
        weekday: 0 is Monday.
    """
    if number == -1:
        following = add_months(month, 1)
        last = following if following == FOREVER else day_before(following)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    day = add_days(month, (weekday - month.weekday()) % 7 + 7 * (number - 1))
    return day if day.month == month.month else None


def minutes(clock: str | None) -> int | None:
    """A time of day as the record writes it (9.00), in minutes from midnight."""
    if clock is None:
        return None
    hours, _, rest = clock.partition(".")
    return int(hours) * 60 + int(rest)


def _planned(group: Johtoryhma, span: Period) -> Iterator[Gathering]:
    practice = group.kokoukset
    if practice is None or practice.toistuvuus is None:
        return
    recurrence = practice.toistuvuus
    start = minutes(recurrence.klo)
    end = start + recurrence.kesto_min if start is not None and recurrence.kesto_min else None
    for day, moved_from in _with_deviations(practice, recurrence, span):
        yield Gathering(group.tunnus, day, start, end, recorded=False, moved_from=moved_from)


def _with_deviations(
    practice: Kokouskaytanto, recurrence: Toistuvuus, span: Period
) -> Iterator[tuple[date, date | None]]:
    """The promised days less those that were moved or cancelled, and the days they moved to."""
    gone = {item.pvm for item in practice.poikkeamat if item.pvm is not None}
    for day in promised_days(recurrence, span):
        if day not in gone:
            yield day, None
    for item in practice.poikkeamat:
        if item.uusi_pvm is not None and item.uusi_pvm in span:
            yield item.uusi_pvm, item.pvm


def _duration(group: Johtoryhma) -> int | None:
    """How long the group's meetings last by its recurrence, in minutes."""
    practice = group.kokoukset
    return practice.toistuvuus.kesto_min if practice and practice.toistuvuus else None


def _recorded(item: Kokous, lasting: int | None) -> Gathering:
    """A recorded meeting; where its end isn't, it lasts as long as the group's meetings do."""
    start, end = minutes(item.klo), minutes(item.paattyi)
    if end is None and start is not None and lasting is not None:
        end = start + lasting
    return Gathering(item.johtoryhma, item.pvm, start, end, recorded=True)
