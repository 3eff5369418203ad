"""What a status has to show: regions with their standing, concerns and deadlines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sopimukset.model.paths import Path
from sopimukset.tracking.agreements import AgreementStatus
from sopimukset.tracking.concerns import Concern, Gravity
from sopimukset.tracking.deadline import Deadline
from sopimukset.tracking.due import within
from sopimukset.tracking.holdings import Holdings
from sopimukset.tracking.later import Later
from sopimukset.tracking.standing import Standing
from sopimukset.tracking.youth import youth_of_group


@dataclass(frozen=True, slots=True)
class SharedGroup:
    """A group over two counties that lives in another region's file (`yhteiset_johtoryhmat`).

    Attributes:
        region: the other region's folder.
        group: the group's `tunnus` there.
        name: its name; "" where that file or the group in it can't be read.
        home: the status of the region in whose file it lives; None where it can't be read.
        gravity: of the gravest thing of the group itself; None where it can't be read.
        counts: whether it bears on the region that refers: what is invented bears on no real one.
    """

    region: str
    group: str
    name: str
    home: RegionStatus | None = None
    gravity: Gravity | None = None
    counts: bool = False

    @property
    def concerns(self) -> tuple[Concern, ...]:
        """What of the group is not as it should be."""
        return concerning(self.home.concerns, self.group) if self.home else ()

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """The group's deadlines, in the order of their days."""
        return concerning(self.home.deadlines, self.group) if self.home else ()

    @property
    def has_youth(self) -> bool:
        """Whether its file records a young people's service of an authority of the group."""
        home = self.home
        return home is not None and bool(
            youth_of_group(home.holdings, home.standing.youth, self.group)
        )

    @property
    def agreements(self) -> list[AgreementStatus]:
        """The agreements on the group."""
        return self.home.standing.agreements_of(self.group) if self.home else []


@dataclass(frozen=True, slots=True)
class RegionStatus:
    """A region that could be read.

    Attributes:
        gravity: of the gravest thing in it, or in a shared group that it refers to.
        deadlines: all that its own file gives, in the order of their days: totals count these.
        unread: its other files that could not be read, by path.
        path_text: names a place in its record.
        later: what is recorded of days after the one that is looked at.
        persons: gives the names of persons in its files; asked only where a text may hold one.
        shared: its groups that live in another region's file.
    """

    holdings: Holdings
    standing: Standing
    concerns: tuple[Concern, ...]
    deadlines: tuple[Deadline, ...]
    gravity: Gravity
    unread: tuple[str, ...]
    path_text: Callable[[Path], str]
    later: Later
    persons: Callable[[], frozenset[str]]
    shared: tuple[SharedGroup, ...] = ()

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.holdings.name

    @property
    def illustrative(self) -> bool:
        """Whether its facts are invented: it is marked, and counts in no total."""
        return self.holdings.alue.kuvitteellinen

    @property
    def shared_deadlines(self) -> list[tuple[Deadline, RegionStatus]]:
        """The deadlines of its shared groups, each with the region in whose file it stands."""
        return [
            (item, shared.home)
            for shared in self.shared
            if shared.home is not None and shared.counts
            for item in shared.deadlines
        ]


Concerning = TypeVar("Concerning", Concern, Deadline)


def concerning(found: Iterable[Concerning], group: str) -> tuple[Concerning, ...]:
    """Those that are about a group."""
    return tuple(item for item in found if item.group == group)


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The status of a workspace, or of the regions that were asked about.

    Attributes:
        as_of: the day.
        regions: the gravest first.
        unreadable: regions whose record can't be read, by name.
        within: the number of days that was asked for; None where all deadlines were.
        named: whether regions were asked for by name.
    """

    as_of: date
    regions: Sequence[RegionStatus]
    unreadable: Sequence[str] = ()
    within: int | None = None
    named: bool = False

    @property
    def broken(self) -> bool:
        """Whether some file could not be read, so that the status is not whole."""
        return bool(self.unreadable) or any(
            region.unread or any(item.home and item.home.unread for item in region.shared)
            for region in self.regions
        )

    def deadlines_of(self, told: RegionStatus | SharedGroup) -> list[Deadline]:
        """The deadlines that were asked for: all, or the late and the near ones."""
        if self.within is None:
            return list(told.deadlines)
        return within(told.deadlines, self.as_of, self.within)


def by_gravity(regions: Sequence[RegionStatus], as_of: date) -> list[RegionStatus]:
    """The gravest first; of equals the one with more late deadlines, then by name."""

    def key(region: RegionStatus) -> tuple[int, int, str]:
        """What the order goes by."""
        late = sum(item.late_on(as_of) for item in region.deadlines)
        late += sum(item.late_on(as_of) for item, _ in region.shared_deadlines)
        return region.gravity.rank, -late, region.name

    return sorted(regions, key=key)
