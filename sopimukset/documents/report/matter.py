"""What a follow-up report speaks of: a group's follow-up of a period, the region around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sopimukset.base.periods import Period
from sopimukset.history.changelog import Entry
from sopimukset.model import Seuranta
from sopimukset.tracking.agreements import AgreementStatus
from sopimukset.tracking.concerns import Concern
from sopimukset.tracking.deadline import Deadline
from sopimukset.tracking.followup import Compared, Followed, FollowUp
from sopimukset.tracking.followup.periods import a_year_earlier, before
from sopimukset.tracking.holdings import Holdings
from sopimukset.tracking.standing import Standing


@dataclass(frozen=True, slots=True)
class Past:
    """What changed in the period, by the region's saved history.

    Attributes:
        entries: the changes, the oldest first.
        unreadable: why there is nothing to tell, in Finnish and not yet said; "" where there is.
        since: the first day that the history tells of, where it begins within the period.
    """

    entries: tuple[Entry, ...] = ()
    unreadable: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """All that a report is made of.

    Attributes:
        follow: the figures of the period, small counts left out.
        file: the follow-up's file in the region's folder, as `seuranta/2026.yaml`.
        alone: whether no other follow-up of the group ends on the same day.
        concerns, deadlines: of the whole region.
        past: the changes of the period.
        errors: how many errors the check finds in the region's data.
    """

    follow: FollowUp
    file: str
    alone: bool
    standing: Standing
    concerns: Sequence[Concern]
    deadlines: Sequence[Deadline]
    past: Past = field(default_factory=Past)
    errors: int = 0

    @property
    def holdings(self) -> Holdings:
        """The region's folder."""
        return self.follow.holdings

    @property
    def day(self) -> date:
        """The day by which states and deadlines are told."""
        return self.follow.day

    @property
    def item(self) -> Seuranta:
        """The follow-up as recorded."""
        return self.follow.item

    @property
    def days(self) -> Period:
        """The period."""
        return self.follow.days

    @property
    def periods(self) -> Compared:
        """The follow-up with those that its figures are set beside."""
        return self.follow.periods

    @property
    def of_year(self) -> bool:
        """Whether the previous period is the one a year earlier: the period is a year itself."""
        return before(self.days) == a_year_earlier(self.days)

    @property
    def beside(self) -> tuple[Followed | None, ...]:
        """What figures are set beside: the previous period, and where it is another, last year's.

        None stands for one that isn't recorded.
        """
        if self.of_year:
            return (self.periods.previous,)
        return (self.periods.previous, self.periods.last_year)

    @property
    def unfinished(self) -> bool:
        """Whether the period isn't over by the day; on its last day it counts as over."""
        return self.day < self.days.end

    @property
    def year_unfinished(self) -> bool:
        """Whether the year in which the period ends isn't over by the day."""
        return self.day < date(self.year, 12, 31)

    @property
    def stem(self) -> str:
        """The follow-up's file without folder and ending."""
        return self.file.rsplit("/", 1)[-1].removesuffix(".yaml")

    @property
    def group(self) -> str:
        """The group's `tunnus`."""
        return self.follow.group.tunnus

    @property
    def year(self) -> int:
        """The calendar year in which the period ends."""
        return self.days.end.year

    @property
    def own_deadlines(self) -> list[Deadline]:
        """The deadlines of the group, and those of the region that belong to no group."""
        return [item for item in self.deadlines if item.group in ("", self.group)]

    @property
    def own_concerns(self) -> list[Concern]:
        """What is not as it should be in the group, or in the region as a whole."""
        return [item for item in self.concerns if item.group in ("", self.group)]

    @property
    def agreements(self) -> list[AgreementStatus]:
        """The agreements on the group."""
        return self.standing.agreements_of(self.group)
