"""Deadlines of a group's year: goals, review of the staff, follow-up, promised meetings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sopimukset.base.periods import FOREVER, Period, add_months, day_after
from sopimukset.tracking.deadline import Deadline, DeadlineKind
from sopimukset.tracking.groups import GroupStatus
from sopimukset.tracking.source import law, ours, record
from sopimukset.tracking.terms import term_periods
from sopimukset.tracking.validity import known_validity
from sopimukset.tracking.yearly import goals_of, review_days, treated_by
from sopimukset.tracking.years import SHORTEST
from sopimukset.tracking.years_of_group import YearOfGroup, statutory_of

if TYPE_CHECKING:
    from sopimukset.model.paths import Path
    from sopimukset.tracking.holdings import Holdings

TREATED_MONTHS = 3
"""How long after its last day the group treats a follow-up period at the latest: our threshold."""

GOALS, REVIEW, FOLLOW_UP = "388/2024 2 § 1 mom", "388/2024 3 § 3 kohta", "388/2024 2 § 2 mom"


def due_in_years(
    holdings: Holdings, groups: Sequence[GroupStatus], day: date
) -> Iterator[Deadline]:
    """The deadlines of the current year and of the last ended one, group by group.

    A past gap can't be mended (spec, idea 10): earlier years are not told of.
    """
    for status in groups:
        for year in status.years:
            yield from _duties(status, year)
            yield from _meetings(status, year, day)
        if status.running:
            yield from _next_goals(status, day)
            yield from _interval(holdings, status, day)
            yield from _periods(holdings, status, day)


def _duties(status: GroupStatus, told: YearOfGroup) -> Iterator[Deadline]:
    number, group = told.year.number, status.group.tunnus
    last, counts = date(number, 12, 31), {"vuosi": number}
    path: Path = ("johtoryhmat", status.index)
    if not told.goals:
        place, kind = (*path, "tavoitteet"), DeadlineKind.GOALS
        yield Deadline(last, kind, place, law(GOALS), group, counts=counts, missing=True)
    if told.review_due and told.reviewed is None:
        kind = DeadlineKind.STAFF_REVIEW
        yield Deadline(last, kind, path, law(REVIEW), group, counts=counts, missing=True)
    if told.unfollowed:
        kind = DeadlineKind.FOLLOW_UP
        yield Deadline(last, kind, path, law(FOLLOW_UP), group, counts=counts, missing=True)


def _meetings(status: GroupStatus, told: YearOfGroup, day: date) -> Iterator[Deadline]:
    """Fewer recorded meetings than promised, in a year that the terms cover from end to end."""
    number = told.year.number
    promised = status.group.kokoukset.vahintaan_vuodessa if status.group.kokoukset else None
    whole = Period(date(number, 1, 1), date(number, 12, 31))
    covered = any(
        term.start <= whole.start and whole.end <= term.end for term in term_periods(status.group)
    )
    if promised is None or told.meetings >= promised or not covered:
        return
    path = ("johtoryhmat", status.index, "kokoukset", "vahintaan_vuodessa")
    counts = {"vuosi": number, "maara": told.meetings, "luvattu": promised}
    source, kind = record("kokoukset.vahintaan_vuodessa"), DeadlineKind.MEETINGS
    group = status.group.tunnus
    yield Deadline(whole.end, kind, path, source, group, counts=counts, missing=True)


def _next_goals(status: GroupStatus, day: date) -> Iterator[Deadline]:
    """The goals of the next year are best set before it begins."""
    number = day.year + 1
    if number > FOREVER.year:
        return
    whole = Period(date(number, 1, 1), date(number, 12, 31))
    if goals_of(status.group, number, day) or not _lasts(status, whole):
        return
    path = ("johtoryhmat", status.index, "tavoitteet")
    kind, counts, group = DeadlineKind.NEXT_GOALS, {"vuosi": number}, status.group.tunnus
    last = date(day.year, 12, 31)
    yield Deadline(last, kind, path, ours(GOALS), group, counts=counts, missing=True)


def _lasts(status: GroupStatus, year: Period) -> bool:
    """Whether recorded terms cover enough of the year for it to be judged as one."""
    parts = (term.intersection(year) for term in term_periods(status.group))
    return any(
        part is not None and add_months(part.start, SHORTEST) <= day_after(part.end)
        for part in parts
    )


def _interval(holdings: Holdings, status: GroupStatus, day: date) -> Iterator[Deadline]:
    """The next review by the interval that the agreement in force sets, where it is known."""
    group = status.group
    done = review_days(
        holdings.meetings_of(group.tunnus), holdings.follow_ups_of(group.tunnus), day
    )
    for agreement in statutory_of(holdings, group):
        months, held = agreement.henkiloston_tarkistus_kk, known_validity(agreement, day)
        if months is None or held is None or day not in held or not done:
            continue
        last = add_months(done[-1], months)
        if last <= date(last.year, 12, 30) or last < day:
            path = ("sopimukset", holdings.alue.sopimukset.index(agreement))
            source, kind = record("henkiloston_tarkistus_kk"), DeadlineKind.REVIEW_INTERVAL
            place = (*path, "henkiloston_tarkistus_kk")
            counts = {"kuukausia": months}
            yield Deadline(last, kind, place, source, group.tunnus, agreement.tunnus, counts)


def _periods(holdings: Holdings, status: GroupStatus, day: date) -> Iterator[Deadline]:
    """Follow-up periods that have ended and that the group is not recorded to have treated."""
    meetings = holdings.meetings_of(status.group.tunnus)
    for item in holdings.follow_ups_of(status.group.tunnus):
        end = item.seurantajakso.paattyen
        if end is None or end >= day or end.year < day.year - 1:
            continue
        if treated_by(item, day, meetings):
            continue
        last, counts = add_months(end, TREATED_MONTHS), {"kuukausia": TREATED_MONTHS}
        kind, group = DeadlineKind.PERIOD_TREATED, status.group.tunnus
        subject = item.seurantajakso.nimi or end.isoformat()
        path = ("johtoryhmat", status.index)
        yield Deadline(last, kind, path, ours(FOLLOW_UP), group, subject, counts)
