"""A group's year: its meetings, yearly duties, follow-up periods, ends of terms and agreements.

What was known when the year began, and what the record has of it since; nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from sopimukset.base.periods import Period, add_months
from sopimukset.tracking.deadline import Deadline, DeadlineKind
from sopimukset.tracking.due import deadlines_on
from sopimukset.tracking.due_years import FOLLOW_UP, GOALS, REVIEW, TREATED_MONTHS
from sopimukset.tracking.meetings import DatedMeeting, dated_meetings
from sopimukset.tracking.source import Source, law, ours, record
from sopimukset.tracking.standing import standing_on
from sopimukset.tracking.terms import span, term_periods
from sopimukset.tracking.yearly import goals_of, review_days, treated_by, years_of

if TYPE_CHECKING:
    from sopimukset.model import Johtoryhma, Kokous
    from sopimukset.tracking.holdings import Holdings


class PlanKind(Enum):
    """What belongs to a group's year, in the order in which it is shown."""

    MEETING = "meeting"
    GOALS = "goals"
    REVIEW = "review"
    FOLLOW_UP = "follow-up"
    TERM = "term"
    PEOPLE = "people"
    AGREEMENT = "agreement"
    ACTION = "action"


class PlanMatter(Enum):
    """What an entry is about, where it is no deadline."""

    MEETING = "meeting"
    NEXT_GOALS = "next-goals"
    REVIEW = "review"
    PERIOD = "period"
    TREATED = "treated"
    TERM_BEGINS = "term-begins"
    AGREEMENT_BEGINS = "agreement-begins"


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """Something in the year.

    Attributes:
        days: when; one day, or a span that is cut to the year.
        matter: what; or the deadline that tells of it.
        source: where the day comes from; None for what is recorded to have been done.
        subject: what it is about, by name or `tunnus`; never a person's name.
        counts: figures of the sentence that tells of it.
        done: the day that is recorded of its doing, which may lie ahead (`done_by`); None where
            none is.
        meeting: the meeting that it is.
        deadline: the deadline that it is.
    """

    kind: PlanKind
    days: Period
    matter: PlanMatter | DeadlineKind
    source: Source | None = None
    subject: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    done: date | None = None
    meeting: DatedMeeting | None = None
    deadline: Deadline | None = None

    def done_by(self, day: date) -> bool:
        """Whether it was done by a day: minutes that are written ahead don't make it so."""
        return self.done is not None and self.done <= day


_KINDS = {
    **dict.fromkeys(
        (DeadlineKind.TERM_END, DeadlineKind.NEXT_GROUP, DeadlineKind.MEMBERS_NAMED), PlanKind.TERM
    ),
    **dict.fromkeys(
        (
            *(DeadlineKind.SEAT_END, DeadlineKind.DEPUTY_END, DeadlineKind.CHAIR_END),
            *(DeadlineKind.VICE_CHAIR_END, DeadlineKind.LEADER_NAMED, DeadlineKind.LEADER_END),
            *(DeadlineKind.LEADERS_DEPUTY_END, DeadlineKind.COORDINATOR_END),
        ),
        PlanKind.PEOPLE,
    ),
    **dict.fromkeys(
        (
            *(DeadlineKind.AGREEMENT_RENEWED, DeadlineKind.OPTION_USE),
            *(DeadlineKind.AGREEMENT_END, DeadlineKind.NOTICE_END, DeadlineKind.COMMENTS),
        ),
        PlanKind.AGREEMENT,
    ),
    DeadlineKind.ACTION: PlanKind.ACTION,
}
"""Deadlines that belong to a year's plan; yearly duties and first days stand in it anyway."""


def plan_of(
    holdings: Holdings, group: Johtoryhma, files: Mapping[str, Kokous], year: int
) -> list[PlanEntry]:
    """The year of a group, in the order of its days.

    Args:
        holdings: what the region's folder holds.
        group: one of its groups.
        files: the region's meeting files by name.
        year: the calendar year.
    """
    whole = Period(date(year, 1, 1), date(year, 12, 31))
    found = [
        *_meetings(group, files, whole),
        *_goals(group, whole),
        *_review(holdings, group, whole),
        *_follow_up(holdings, group, whole),
        *_followed(holdings, group, whole),
        *_beginnings(holdings, group, whole),
        *_deadlines(holdings, group, whole),
    ]
    order = list(PlanKind)
    return sorted(found, key=lambda item: (item.days.start, order.index(item.kind), item.subject))


def year_on(group: Johtoryhma, day: date) -> int | None:
    """The year whose plan a group looks at on a day: the next one once its goals are set.

    Before the group's first term and after its last one, the year nearest to them; None where no
    term has a first day.
    """
    terms = span(group)
    if terms is None:
        return None
    coming = goals_of(group, day.year + 1, day)
    wanted = day.year + 1 if coming else day.year
    return min(max(wanted, terms.start.year), terms.end.year)


def planned_year(group: Johtoryhma, meetings: Iterable[Kokous]) -> int | None:
    """The year whose plan is wanted when none is named: the newest one that has goals.

    Without goals that of the newest recorded meeting, else that in which the newest term begins.
    """
    goals = [item.vuosi for item in group.tavoitteet if item.vuosi is not None]
    met = [item.pvm.year for item in meetings if item.johtoryhma == group.tunnus]
    begun = [item.alkaen.year for item in group.toimikaudet if item.alkaen is not None]
    known = goals or met or begun
    return max(known) if known else None


def _meetings(group: Johtoryhma, files: Mapping[str, Kokous], whole: Period) -> Iterator[PlanEntry]:
    for item in dated_meetings(group, files, whole):
        done = item.day if item.file is not None and files[item.file].lasna else None
        days = Period(item.day, item.day)
        yield PlanEntry(PlanKind.MEETING, days, PlanMatter.MEETING, done=done, meeting=item)


def _goals(group: Johtoryhma, whole: Period) -> Iterator[PlanEntry]:
    """The year's own goals where they were set in it; the next year's, at the latest on its end.

    Those of the next year that are set later still belong into this one.
    """
    year = whole.end.year
    own = _goals_set(group, year)
    if own is not None and own in whole:
        yield _goal_setting(own, year, done=own)
    first = _goals_set(group, year + 1)
    if first is not None and first in whole:
        yield _goal_setting(first, year + 1, done=first)
    elif (first is None or first > whole.end) and _goes_on(group, whole.end):
        yield _goal_setting(whole.end, year + 1)


def _goals_set(group: Johtoryhma, year: int) -> date | None:
    """When the first of a year's goals were set."""
    told = (item.asetettu for item in goals_of(group, year, date.max))
    return min((item.pvm for item in told if item and item.pvm is not None), default=None)


def _goal_setting(day: date, year: int, done: date | None = None) -> PlanEntry:
    days, counts = Period(day, day), {"vuosi": year}
    matter, source = PlanMatter.NEXT_GOALS, ours(GOALS)
    return PlanEntry(PlanKind.GOALS, days, matter, source, counts=counts, done=done)


def _goes_on(group: Johtoryhma, last: date) -> bool:
    """Whether some recorded term holds after a year."""
    return any(term.end > last for term in term_periods(group))


def _review(holdings: Holdings, group: Johtoryhma, whole: Period) -> Iterator[PlanEntry]:
    """The yearly review of the staff: when it was done, else the year's last day."""
    if not any(term.intersection(whole) for term in term_periods(group)):
        return
    days = review_days(
        holdings.meetings_of(group.tunnus), holdings.follow_ups_of(group.tunnus), date.max
    )
    done = next((day for day in days if day in whole), None)
    day = done or whole.end
    counts = {"vuosi": whole.end.year}
    days_of = Period(day, day)
    yield PlanEntry(
        PlanKind.REVIEW, days_of, PlanMatter.REVIEW, law(REVIEW), counts=counts, done=done
    )


def _follow_up(holdings: Holdings, group: Johtoryhma, whole: Period) -> Iterator[PlanEntry]:
    """The periods that fall in the year, and when the group treats those that have ended.

    A treatment that the minutes don't bear out (T34) is still to come.
    """
    meetings = holdings.meetings_of(group.tunnus)
    for item in holdings.follow_ups_of(group.tunnus):
        days = item.seurantajakso.jakso
        if days is None or days.open_end:
            continue
        subject = item.seurantajakso.nimi or days.end.isoformat()
        inside = days.intersection(whole)
        if inside is not None:
            source = record("seurantajakso")
            yield PlanEntry(PlanKind.FOLLOW_UP, inside, PlanMatter.PERIOD, source, subject)
        treated = item.kasitelty if treated_by(item, date.max, meetings) else None
        done = treated.pvm if treated else None
        day = done or add_months(days.end, TREATED_MONTHS)
        if day in whole:
            span, source = Period(day, day), ours(FOLLOW_UP)
            matter = PlanMatter.TREATED
            yield PlanEntry(PlanKind.FOLLOW_UP, span, matter, source, subject, done=done)


def _followed(holdings: Holdings, group: Johtoryhma, whole: Period) -> Iterator[PlanEntry]:
    """The year's own follow-up, where the group isn't recorded to have treated any."""
    year = whole.end.year
    told, meetings = holdings.follow_ups_of(group.tunnus), holdings.meetings_of(group.tunnus)
    if any(year in years_of(item) and treated_by(item, date.max, meetings) for item in told):
        return
    if any(term.intersection(whole) for term in term_periods(group)):
        days, counts = Period(whole.end, whole.end), {"vuosi": year}
        kind = DeadlineKind.FOLLOW_UP
        yield PlanEntry(PlanKind.FOLLOW_UP, days, kind, law(FOLLOW_UP), counts=counts)


def _beginnings(holdings: Holdings, group: Johtoryhma, whole: Period) -> Iterator[PlanEntry]:
    """First days of terms and agreements."""
    for term in group.toimikaudet:
        if term.alkaen is not None and term.alkaen in whole:
            days, source = Period(term.alkaen, term.alkaen), record("toimikaudet.alkaen")
            yield PlanEntry(PlanKind.TERM, days, PlanMatter.TERM_BEGINS, source, term.tunnus)
    alone = len(holdings.alue.johtoryhmat) == 1
    for agreement in holdings.alue.sopimukset:
        mine = agreement.johtoryhma == group.tunnus or (agreement.johtoryhma is None and alone)
        first = agreement.voimassa.alkaen if agreement.voimassa else None
        if mine and first is not None and first in whole:
            days, source = Period(first, first), record("voimassa.alkaen")
            matter, tunnus = PlanMatter.AGREEMENT_BEGINS, agreement.tunnus
            yield PlanEntry(PlanKind.AGREEMENT, days, matter, source, tunnus)


def _deadlines(holdings: Holdings, group: Johtoryhma, whole: Period) -> Iterator[PlanEntry]:
    """The deadlines that fall in the year: those of its first day, and actions that came later."""
    alone = len(holdings.alue.johtoryhmat) == 1
    met: set[tuple[DeadlineKind, str, date]] = set()
    for day in (whole.start, whole.end):
        for item in deadlines_on(holdings, standing_on(holdings, day), day):
            mine = item.group == group.tunnus or (not item.group and alone)
            key = (item.kind, item.subject, item.day)
            if mine and item.kind in _KINDS and item.day in whole and key not in met:
                met.add(key)
                yield _entry(item)


def _entry(item: Deadline) -> PlanEntry:
    days = Period(item.day, item.day)
    return PlanEntry(
        _KINDS[item.kind], days, item.kind, item.source, item.subject, item.counts, deadline=item
    )
