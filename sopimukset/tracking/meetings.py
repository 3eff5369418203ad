"""A group's meetings with their days: from the cadence, the recorded changes and the meeting files.

The law leaves it to the group how often it meets; the cadence is the parties' own. Hours are hours
in Finland on that day, so that a meeting at nine is at nine on both sides of a clock change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from sopimukset.base.periods import ALWAYS, FOREVER, Period, add_months, last_day_of_years
from sopimukset.tracking.hours import clock, hour_after, moment
from sopimukset.tracking.terms import term_periods
from sopimukset.tracking.weekdays import WEEKDAYS, nth_weekday

if TYPE_CHECKING:
    from sopimukset.model import Johtoryhma, Kokous, Teksti
    from sopimukset.model.kokouskaytanto import Kokouskaytanto, Kokouspoikkeama, Toistuvuus

DATABLE = Period(date(1900, 1, 1), date(2999, 12, 31))
"""Days that a calendar shows. Others are slips (0206), or mean for ever (9999-12-31)."""

YEARS_AHEAD = 5
"""How far a cadence without any recorded end is dated: as long as a term lasts (388/2024 1 §)."""


@dataclass(frozen=True, slots=True)
class DatedMeeting:
    """One meeting of a group, planned, moved, cancelled or recorded.

    Attributes:
        key: what it is known by within its group, whatever becomes of its day: the month that the
            cadence gives it (`2026-06`), or its own where the cadence gives that month no other;
            else the file of a recorded meeting outside the cadence
            (`kokoukset/2027-01-21.yaml`), the day of an added one (`lisa-2026-09-03`).
        day: the day it is, or would have been if it is cancelled.
        planned: the day that the cadence gives; None for a meeting outside it.
        begins: the hour; None where none is recorded.
        ends: the hour; None where it is not known.
        place: where, as recorded for the meeting or the group.
        changes: the recorded moves and cancellations, in order.
        file: the meeting's own file; None where there is none.
    """

    key: str
    day: date
    planned: date | None = None
    begins: time | None = None
    ends: time | None = None
    place: Teksti | None = None
    changes: tuple[Kokouspoikkeama, ...] = ()
    file: str | None = None

    @property
    def cancelled(self) -> bool:
        """Whether the last recorded change takes it away."""
        return bool(self.changes) and self.changes[-1].uusi_pvm is None

    @property
    def moved(self) -> bool:
        """Whether it is on another day than the cadence gives."""
        return self.planned is not None and self.planned != self.day

    @property
    def reason(self) -> Teksti | None:
        """Why it was moved or cancelled, as the last change tells."""
        return self.changes[-1].syy if self.changes else None

    @property
    def starts_at(self) -> datetime | None:
        """The moment it begins, in Finland's time; None where no hour is recorded."""
        return None if self.begins is None else moment(self.day, self.begins)

    @property
    def ends_at(self) -> datetime | None:
        """The moment it ends, in Finland's time; None where it is not known."""
        if self.begins is None or self.ends is None:
            return None
        later = timedelta(days=self.ends <= self.begins)  # it lasts past midnight
        return moment(self.day + later, self.ends)

    def overlaps(self, other: DatedMeeting) -> bool:
        """Whether the two take place at the same time; on one day, where hours aren't known.

        A meeting whose end isn't known lasts to the end of its day: a clash that is told in vain
        does less harm than one that is not.
        """
        if self.starts_at is None or other.starts_at is None:
            return self.day == other.day
        return self.starts_at < _latest(other) and other.starts_at < _latest(self)


def dated_meetings(
    group: Johtoryhma, files: Mapping[str, Kokous], within: Period = ALWAYS
) -> list[DatedMeeting]:
    """All meetings of a group that fall in a period, in order; the cancelled ones too.

    A meeting file takes the place of the planned meeting on its day; one on another day is a
    meeting of its own. Nothing is moved because of a holiday.

    Args:
        group: whose meetings.
        files: the meeting files of the region, by name (`kokoukset/2026-03-12.yaml`); those of
            other groups are passed over.
        within: the days that a meeting must fall on, by its day as it is now.
    """
    cadence = group.kokoukset
    changes = _Changes(cadence.poikkeamat if cadence else ())
    first = [(day, changes.of(day)) for day in planned_days(group)]
    planned = [_planned(day, [*own, *changes.after(own)], cadence) for day, own in first]
    planned += _added(changes, cadence)
    own = {name: item for name, item in files.items() if item.johtoryhma == group.tunnus}
    taken = _matched(planned, own)
    known = [
        _recorded(item, taken[item.key], own[taken[item.key]], cadence)
        if item.key in taken
        else item
        for item in planned
    ]
    rest = sorted(own.keys() - taken.values())
    outside = [_outside(name, own[name], changes, cadence) for name in rest]
    known += _by_month(outside, {item.key for item in planned}, cadence)
    return sorted(
        (item for item in known if item.day in within and item.day in DATABLE),
        key=lambda item: (item.day, item.begins or time.min, item.key),
    )


def planned_days(group: Johtoryhma) -> Iterator[date]:
    """The days that the cadence gives while the group exists, whatever has become of them.

    A month without a fifth such weekday gives none. Nothing where the cadence lacks something
    (`lacking`). An open end lasts as long as the recorded terms; where none is recorded,
    `YEARS_AHEAD` years.
    """
    if group.kokoukset is None or group.kokoukset.toistuvuus is None or lacking(group):
        return
    terms = term_periods(group)
    recurring = group.kokoukset.toistuvuus
    span = _span(recurring, terms)
    for day in _recurring(recurring, span) if span else ():
        if not terms or any(day in term for term in terms):
            yield day


def lacking(group: Johtoryhma) -> tuple[str, ...]:
    """What the cadence lacks to be dated, as paths below the group; empty where it can be."""
    cadence = group.kokoukset
    if cadence is None or cadence.toistuvuus is None:
        return ("kokoukset.toistuvuus",)
    recurring = cadence.toistuvuus
    needed = {
        "vali_kk": recurring.vali_kk,
        "viikko": recurring.viikko,  # there is no week 0
        "viikonpaiva": recurring.viikonpaiva,
        "alkaen": recurring.alkaen or term_periods(group),
    }
    return tuple(f"kokoukset.toistuvuus.{key}" for key, value in needed.items() if not value)


def unused_changes(
    group: Johtoryhma, files: Mapping[str, Kokous]
) -> list[tuple[int, Kokouspoikkeama]]:
    """Recorded changes whose meeting is not there, with their places in `poikkeamat`.

    Most often a mistyped day: the meeting that was meant stands where it was.
    """
    cadence = group.kokoukset
    if cadence is None:
        return []
    used = {id(change) for item in dated_meetings(group, files) for change in item.changes}
    return [
        (place, change) for place, change in enumerate(cadence.poikkeamat) if id(change) not in used
    ]


# The cadence --------------------------------------------------------------------------------------


def _span(recurring: Toistuvuus, terms: Sequence[Period]) -> Period | None:
    """The days that the cadence may give; None where it ends before it begins."""
    start = recurring.alkaen or terms[0].start
    end = recurring.paattyen or max((item.end for item in terms), default=FOREVER)
    if end > DATABLE.end:
        newest = max((item.start for item in terms), default=start)
        end = last_day_of_years(max(start, newest), YEARS_AHEAD)
    return Period(start, end).intersection(DATABLE) if end >= start else None


def _recurring(recurring: Toistuvuus, span: Period) -> Iterator[date]:
    """The cadence's days in the span, month by month from the one it begins in."""
    assert recurring.vali_kk and recurring.viikko and recurring.viikonpaiva  # noqa: S101, PT018 (`lacking`)
    weekday = WEEKDAYS.index(recurring.viikonpaiva)
    month = span.start.replace(day=1)
    while month <= span.end:
        day = nth_weekday(month.year, month.month, weekday, recurring.viikko)
        if day is not None and day in span:
            yield day
        month = add_months(month, recurring.vali_kk)


def _planned(
    day: date, changes: Sequence[Kokouspoikkeama], cadence: Kokouskaytanto | None
) -> DatedMeeting:
    recurring = cadence.toistuvuus if cadence else None
    begins = clock(recurring.klo) if recurring else None
    moved = [change.uusi_pvm for change in changes if change.uusi_pvm]
    now = moved[-1] if moved else day
    return DatedMeeting(
        key=f"{day:%Y-%m}",
        day=now,
        planned=day,
        begins=begins,
        ends=_end(now, begins, _minutes(cadence)),
        place=cadence.kokouspaikka if cadence else None,
        changes=tuple(changes),
    )


# What was changed, and what is recorded -----------------------------------------------------------


class _Changes:
    """The recorded moves and cancellations, each of which concerns one meeting."""

    def __init__(self, changes: Iterable[Kokouspoikkeama]) -> None:
        self._left = list(changes)

    def of(self, day: date) -> list[Kokouspoikkeama]:
        """Take the changes that are recorded under a day.

        A second move may be recorded under the meeting's own day or under the one it was moved to
        (`after`). What other meetings have under their own days is theirs, so it is taken first.
        """
        found = [item for item in self._left if item.pvm == day]
        self._left = [item for item in self._left if item.pvm != day]
        return found

    def after(self, known: Sequence[Kokouspoikkeama]) -> list[Kokouspoikkeama]:
        """Take the changes of a meeting that follow those that are known."""
        found: list[Kokouspoikkeama] = []
        last = known[-1].uusi_pvm if known else None
        while last is not None and (further := self.of(last)):
            found += further
            last = further[-1].uusi_pvm
        return found

    def onto(self, day: date) -> list[Kokouspoikkeama]:
        """Take the changes by which a meeting outside the cadence came to a day."""
        found = [item for item in self._left if item.uusi_pvm == day]
        self._left = [item for item in self._left if item.uusi_pvm != day]
        return found

    def added(self) -> list[Kokouspoikkeama]:
        """Take the meetings that were added: a new day, but none that it replaces."""
        found = [item for item in self._left if item.pvm is None and item.uusi_pvm]
        self._left = [item for item in self._left if item not in found]
        return found


def _added(changes: _Changes, cadence: Kokouskaytanto | None) -> Iterator[DatedMeeting]:
    """Meetings that were added to the cadence; they may have been moved since."""
    met: dict[str, int] = {}
    for change in changes.added():
        assert change.uusi_pvm  # noqa: S101 (`_Changes.added`)
        key = f"lisa-{change.uusi_pvm}"
        met[key] = met.get(key, 0) + 1
        item = _planned(change.uusi_pvm, [change, *changes.after([change])], cadence)
        own = key if met[key] == 1 else f"{key}-{met[key]}"
        yield replace(item, key=own, planned=None)


def _matched(planned: Iterable[DatedMeeting], own: Mapping[str, Kokous]) -> dict[str, str]:
    """Which file belongs to which planned meeting, by its key.

    By the day. A file that still bears a day from which the meeting was moved is its notice,
    unless attendance is recorded: then a meeting was held on that day.
    """
    taken: dict[str, str] = {}
    free = dict(sorted(own.items()))
    for of_now in (True, False):
        for item in planned:
            days = {item.day} if of_now else _former_days(item)
            fitting = (
                name
                for name, file in free.items()
                if file.pvm in days and (of_now or not file.lasna)
            )
            name = next(fitting, None) if item.key not in taken else None
            if name is not None:
                taken[item.key] = name
                del free[name]
    return taken


def _former_days(item: DatedMeeting) -> set[date]:
    days = {item.planned, *(change.pvm for change in item.changes)}
    return {day for day in days if day is not None}


def _recorded(
    item: DatedMeeting, name: str, file: Kokous, cadence: Kokouskaytanto | None
) -> DatedMeeting:
    """A planned meeting as its own file tells of it."""
    begins = clock(file.klo) or item.begins
    return replace(
        item,
        begins=begins,
        ends=clock(file.paattyi) or _end(item.day, begins, _minutes(cadence)),
        place=file.paikka or item.place,
        file=name,
    )


def _outside(
    name: str, file: Kokous, changes: _Changes, cadence: Kokouskaytanto | None
) -> DatedMeeting:
    """A recorded meeting outside the cadence; it is taken to last as long as the group's others."""
    own = [*changes.onto(file.pvm), *changes.of(file.pvm)]
    known = [*own, *changes.after(own)]
    moved = [change.uusi_pvm for change in known if change.uusi_pvm]
    day = moved[-1] if moved else file.pvm
    begins = clock(file.klo)
    return DatedMeeting(
        key=name,
        day=day,
        begins=begins,
        ends=clock(file.paattyi) or _end(day, begins, _minutes(cadence)),
        place=file.paikka or (cadence.kokouspaikka if cadence else None),
        changes=tuple(known),
        file=name,
    )


def _by_month(
    outside: Iterable[DatedMeeting], taken: Iterable[str], cadence: Kokouskaytanto | None
) -> Iterator[DatedMeeting]:
    """Recorded meetings, known by their month where no planned one is.

    So a meeting that was held remains the same when the cadence is changed and no more gives its
    month. Of several in a month it is the one on the cadence's weekday, else the first.
    """
    months = set(taken)
    for item in sorted(outside, key=lambda item: (not _is_usual(item, cadence), item.key)):
        month = f"{_first_day(item):%Y-%m}"
        yield item if month in months else replace(item, key=month)
        months.add(month)


def _is_usual(item: DatedMeeting, cadence: Kokouskaytanto | None) -> bool:
    """Whether the cadence would give its day, were the month one of its own."""
    recurring = cadence.toistuvuus if cadence else None
    if recurring is None or not recurring.viikko or not recurring.viikonpaiva:
        return False
    day = _first_day(item)
    weekday = WEEKDAYS.index(recurring.viikonpaiva)
    return nth_weekday(day.year, day.month, weekday, recurring.viikko) == day


def _first_day(item: DatedMeeting) -> date:
    """The day from which a recorded meeting was first moved; its own where it never was."""
    first = item.changes[0].pvm if item.changes else None
    return first or item.day


def _minutes(cadence: Kokouskaytanto | None) -> int | None:
    return cadence.toistuvuus.kesto_min if cadence and cadence.toistuvuus else None


def _end(day: date, begins: time | None, minutes: int | None) -> time | None:
    return hour_after(day, begins, minutes) if day in DATABLE else None


def _latest(meeting: DatedMeeting) -> datetime:
    """The moment by which a meeting surely has ended."""
    midnight = moment(meeting.day + timedelta(days=1), time.min)
    return meeting.ends_at or midnight
