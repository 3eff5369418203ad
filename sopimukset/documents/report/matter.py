"""What one follow-up report speaks of: a group, its period, and the region around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sopimukset.base.periods import Period, add_months, day_after, day_before
from sopimukset.history.changelog import Entry
from sopimukset.model import Kokous, Seuranta
from sopimukset.tracking.agreements import AgreementStatus
from sopimukset.tracking.concerns import Concern
from sopimukset.tracking.deadline import Deadline
from sopimukset.tracking.groups import GroupStatus
from sopimukset.tracking.holdings import Holdings
from sopimukset.tracking.standing import Standing


@dataclass(frozen=True, slots=True)
class Followed:
    """A follow-up file whose period has both its days.

    Attributes:
        file: its name in the region's folder, as `seuranta/2026.yaml`.
        model: what it holds.
        period: the days that it speaks of.
    """

    file: str
    model: Seuranta
    period: Period

    @property
    def stem(self) -> str:
        """The file's name without folder and ending, as it is asked for."""
        return self.file.rsplit("/", 1)[-1].removesuffix(".yaml")


def followed(files: Iterable[tuple[str, Seuranta]]) -> list[Followed]:
    """The follow-ups whose period has both its days, the one that ended last at the end.

    Of two that end on one day the longer one comes later: a year after its second half.
    """
    found = []
    for file, model in files:
        start, end = model.seurantajakso.alkaen, model.seurantajakso.paattyen
        if start is not None and end is not None and start <= end:
            found.append(Followed(file, model, Period(start, end)))
    return sorted(found, key=lambda item: (item.period.end, _negated(item.period.start), item.file))


def _year_before(period: Period) -> Period:
    """The same days a year earlier; a month's last day stays its month's last day."""
    end = day_before(add_months(day_after(period.end), -12))
    return Period(add_months(period.start, -12), end)


def _negated(day: date) -> int:
    return -day.toordinal()


@dataclass(frozen=True, slots=True)
class Past:
    """What changed in the period, by the region's saved history.

    Attributes:
        entries: the changes, the oldest first.
        unreadable: why there is nothing to tell, in Finnish and not yet said; "" where there is.
    """

    entries: tuple[Entry, ...] = ()
    unreadable: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """All that a report is made of.

    Attributes:
        day: the day by which states and deadlines are told.
        current: the follow-up that is reported.
        others: the group's other follow-ups, in order.
        past: the changes of the period.
    """

    holdings: Holdings
    standing: Standing
    status: GroupStatus
    concerns: Sequence[Concern]
    deadlines: Sequence[Deadline]
    day: date
    current: Followed
    others: Sequence[Followed]
    past: Past = field(default_factory=Past)

    @property
    def earlier(self) -> list[Followed]:
        """The group's follow-ups of periods that ended before this one began, in order."""
        start = self.current.period.start
        return [item for item in self.others if item.period.end < start]

    @property
    def before(self) -> Followed | None:
        """The follow-up of the previous period: the newest that ended before this one began."""
        return self.earlier[-1] if self.earlier else None

    @property
    def year_ago(self) -> Followed | None:
        """The follow-up of the same period a year earlier; None where there is no such one."""
        wanted = _year_before(self.current.period)
        return next((item for item in self.others if item.period == wanted), None)

    @property
    def group(self) -> str:
        """The group's `tunnus`."""
        return self.status.group.tunnus

    @property
    def year(self) -> int:
        """The calendar year in which the period ends."""
        return self.current.period.end.year

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

    @property
    def meetings(self) -> list[Kokous]:
        """The group's meetings that were held by the day, in order."""
        held = self.holdings.meetings_of(self.group)
        return [item for item in held if item.pvm <= self.day and item.lasna]

    def meetings_in(self, period: Period) -> list[Kokous]:
        """Those of them that fall in a period."""
        return [item for item in self.meetings if item.pvm in period]
