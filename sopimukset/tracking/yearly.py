"""The yearly duties of a group: goals, review of the staff, follow-up (388/2024 2–3 §).

What isn't recorded is not known, neither done nor left undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sopimukset.base.periods import ALWAYS, limited
from sopimukset.tracking.held import unborne
from sopimukset.tracking.terms import span
from sopimukset.tracking.validity import validity
from sopimukset.tracking.years import Year, duty_years

if TYPE_CHECKING:
    from sopimukset.base.periods import Period
    from sopimukset.model import Johtoryhma, Kokous, Seuranta, Sopimus, Tavoite

REVIEW = "henkiloston-tarkistus"
"""The kind of matter by which minutes tell of the review of the staff."""

TOPICS = ("toimeenpano", "mittarit", "henkilosto")
"""What 388/2024 2 § 2 mom has the group follow, by the field that tells of it."""


def goal_set_by(goal: Tavoite, day: date) -> bool:
    """Whether the goal was set by the day; one without a day of setting is taken at its word."""
    return goal.asetettu is None or goal.asetettu.pvm is None or goal.asetettu.pvm <= day


def goals_of(group: Johtoryhma, year: int, day: date) -> list[Tavoite]:
    """The goals of a year that were set by the day."""
    return [
        goal
        for goal in group.tavoitteet
        if goal.vuosi == year and goal.tavoite is not None and goal_set_by(goal, day)
    ]


def review_days(meetings: Iterable[Kokous], follow_ups: Iterable[Seuranta], by: date) -> list[date]:
    """The days on which a group reviewed its staff, by the day, in order.

    The minutes tell of it, or a follow-up that tells of staff and that the group has treated.
    """
    known = list(meetings)
    held = [
        item.pvm
        for item in known
        if item.pvm <= by and REVIEW in [matter.laji for matter in item.asiat]
    ]
    treated = [
        item.kasitelty.pvm
        for item in follow_ups
        if item.henkilosto and treated_by(item, by, known) and item.kasitelty and item.kasitelty.pvm
    ]
    return sorted((*held, *treated))


def followed_topics(
    follow_ups: Iterable[Seuranta], by: date, meetings: Sequence[Kokous] = ()
) -> dict[int, set[str]]:
    """By year, the topics that the follow-ups tell of which the group had treated by the day."""
    told: dict[int, set[str]] = {}
    for item in follow_ups:
        if treated_by(item, by, meetings):
            topics = {topic for topic in TOPICS if getattr(item, topic)}
            for number in years_of(item):
                told.setdefault(number, set()).update(topics)
    return told


def treated_by(item: Seuranta, day: date, meetings: Iterable[Kokous] = ()) -> bool:
    """Whether the group had treated it by the day; one without a day is taken at its word.

    A treatment that the minutes don't bear out is none: it would be the only proof of evaluation.
    """
    treated = item.kasitelty
    if treated is None or (treated.pvm is not None and treated.pvm > day):
        return False
    return unborne(item, meetings) is None


def years_of(item: Seuranta) -> range:
    """The calendar years that a follow-up speaks of; without dates, that of its treatment."""
    period = item.seurantajakso
    days = [day for day in (period.alkaen, period.paattyen) if day is not None]
    if not days and item.kasitelty is not None and item.kasitelty.pvm is not None:
        days = [item.kasitelty.pvm]
    return range(min(days).year, max(days).year + 1) if days else range(0)


def review_years(group: Johtoryhma, agreements: Iterable[Sopimus], day: date) -> tuple[Year, ...]:
    """The years in which the agreements of a group ask for a review (388/2024 3 § 3 kohta)."""
    return years_of_validity(map(validity, agreements), span(group), day)


def years_of_validity(
    agreed: Iterable[Period | None], terms: Period | None, day: date
) -> tuple[Year, ...]:
    """The same by the days on which each agreement holds and on which the group has terms."""
    valid = [days for days in agreed if days is not None]
    return duty_years(limited(valid, terms or ALWAYS), day)
