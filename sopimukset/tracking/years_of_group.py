"""What is recorded of a group's yearly duties: goals, review of the staff, follow-up, meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sopimukset.tracking.fingerprints import group_of
from sopimukset.tracking.terms import term_periods
from sopimukset.tracking.yearly import (
    TOPICS,
    followed_topics,
    goals_of,
    review_days,
    review_years,
)
from sopimukset.tracking.years import Year, duty_years

if TYPE_CHECKING:
    from sopimukset.model import Johtoryhma, Sopimus
    from sopimukset.tracking.holdings import Holdings

STATUTORY = "tym-sopimus"


@dataclass(frozen=True, slots=True)
class YearOfGroup:
    """A calendar year of a group, by what is recorded of it by the day.

    Attributes:
        year: which one, and whether it goes on.
        goals: how many goals are set for it.
        reviewed: the last day of the year on which the staff was reviewed; None where none is
            recorded.
        review_due: whether an agreement asks for the review (388/2024 3 § 3 kohta).
        unfollowed: topics of 388/2024 2 § 2 mom of which no treated follow-up tells.
        meetings: how many meetings are recorded to have been held.
    """

    year: Year
    goals: int
    reviewed: date | None
    review_due: bool
    unfollowed: tuple[str, ...]
    meetings: int


def years_of_group(holdings: Holdings, group: Johtoryhma, day: date) -> tuple[YearOfGroup, ...]:
    """The current year, and the last ended one of a group that still goes on."""
    meetings = holdings.meetings_of(group.tunnus)
    follow_ups = holdings.follow_ups_of(group.tunnus)
    reviews = review_days(meetings, follow_ups, day)
    topics = followed_topics(follow_ups, day, meetings)
    asked = {year.number for year in review_years(group, statutory_of(holdings, group), day)}
    return tuple(
        YearOfGroup(
            year,
            len(goals_of(group, year.number, day)),
            max((item for item in reviews if item.year == year.number), default=None),
            year.number in asked,
            tuple(topic for topic in TOPICS if topic not in topics.get(year.number, ())),
            sum(item.pvm.year == year.number for item in meetings if item.pvm <= day),
        )
        for year in duty_years(term_periods(group), day)
        if year.current or year.binding
    )


def statutory_of(holdings: Holdings, group: Johtoryhma) -> list[Sopimus]:
    """The agreements of a group that 381/2023 9 § 2 mom demands."""
    return [
        item
        for item in holdings.alue.sopimukset
        if item.laji == STATUTORY and group_of(holdings.alue, item) is group
    ]
