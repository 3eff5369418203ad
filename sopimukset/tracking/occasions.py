"""Meetings of several groups at one time, for those who sit in more than one, and days without.

`tracking.clashes` tells one party's page of the days that are crowded for it; here are all people
and parties of all groups, for those who look for another day.

A person is known by the key `henkilo`, which holds across files and names nobody; a party by its
role, so that Kela and an authority over two counties are the same in every region's file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from sopimukset.base.periods import ALWAYS, Period
from sopimukset.tracking.meetings import DatedMeeting, dated_meetings
from sopimukset.tracking.posts import holders_on
from sopimukset.tracking.roles import PARTNER, Role, role_of
from sopimukset.tracking.terms import term_periods

if TYPE_CHECKING:
    from sopimukset.model import Alue, Johtoryhma, Kokous

SAME_WEEKDAY = (7, -7)
"""The first days that are proposed for a meeting that clashes: a week later, a week earlier."""

REACH = 14
"""How many days away from its own day another one is looked for."""

PROPOSED = 3
"""How many days are proposed."""

Who = str | Role
"""A person by `henkilo`, or a party by its role."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting that will be or was held, with those who belong there.

    Attributes:
        region: the folder of the region whose record it stands in.
        group: its `tunnus` there.
        people: keys (`henkilo`) of members, leaders, experts and the secretary on the day.
            Deputies are left out: they come only where a member can't.
        roles: the parties that name members; partners are left out, for their `tunnus` means
            something in one file only.
    """

    region: str
    group: str
    meeting: DatedMeeting
    people: frozenset[str] = frozenset()
    roles: frozenset[Role] = frozenset()

    @property
    def belonging(self) -> frozenset[Who]:
        """Persons and parties together."""
        return self.people | self.roles

    def on(self, day: date) -> Occasion:
        """The same people at the same hours on another day."""
        return replace(self, meeting=replace(self.meeting, day=day))


@dataclass(frozen=True, slots=True)
class Conflict:
    """Meetings of several groups at one time, to which one person or party belongs.

    Attributes:
        who: the person or the party.
        occasions: in the order in which they begin; each overlaps one before it.
    """

    who: Who
    occasions: tuple[Occasion, ...]

    @property
    def of_person(self) -> bool:
        """Whether one person should be in two places; a party can send several people."""
        return isinstance(self.who, str)


def occasions_of(
    region: str, alue: Alue, files: Mapping[str, Kokous], within: Period = ALWAYS
) -> list[Occasion]:
    """The meetings of all groups of a region that aren't cancelled.

    Args:
        region: the folder's name.
        alue: its record.
        files: its meeting files by name, as `dated_meetings` wants them.
        within: the days that a meeting must fall on.
    """
    roles = {item.tunnus: role_of(item) for item in alue.osapuolet}
    return [
        _occasion(region, group, meeting, roles)
        for group in alue.johtoryhmat
        for meeting in dated_meetings(group, files, within)
        if not meeting.cancelled
    ]


def conflicts(occasions: Iterable[Occasion]) -> list[Conflict]:
    """All conflicts, persons' before parties', in the order of their days."""
    of_whom: dict[Who, list[Occasion]] = defaultdict(list)
    for item in occasions:
        for who in item.belonging:
            of_whom[who].append(item)
    found = [Conflict(who, run) for who, items in of_whom.items() for run in _runs(items)]
    return sorted(found, key=lambda item: (not item.of_person, _order(item.occasions[0]), item.who))


def free_days(
    occasion: Occasion,
    others: Iterable[Occasion],
    closed: Callable[[date], bool],
    within: Period = ALWAYS,
) -> tuple[date, ...]:
    """Days near by on which nobody who belongs to the meeting has another one at its hours.

    The same weekday a week later and earlier first, then the nearest days; the later of two that
    are as near, since there is time to call it.

    Args:
        occasion: the meeting that can't stay where it is.
        others: all meetings, its own among them.
        closed: whether an office is closed on a day (`not workdays.is_working_day`).
        within: the days that may be proposed, such as the group's term.
    """
    own = occasion.meeting.day
    farthest = timedelta(days=REACH + 1)  # what lasts past midnight disturbs the next day
    near = (item for item in others if abs(item.meeting.day - own) <= farthest)
    busy = [item for item in near if item != occasion and item.belonging & occasion.belonging]
    found: list[date] = []
    for away in (*SAME_WEEKDAY, *_nearest()):
        day = own + timedelta(days=away)
        if day in found or day not in within or closed(day):
            continue
        moved = occasion.on(day)
        if not any(_disturbs(item, moved) for item in busy):
            found.append(day)
        if len(found) == PROPOSED:
            break
    return tuple(found)


def term_of(group: Johtoryhma, day: date) -> Period:
    """The term in which a day lies; always, where no such term is recorded."""
    return next((term for term in term_periods(group) if day in term), ALWAYS)


def _nearest() -> Iterator[int]:
    for away in range(1, REACH + 1):
        yield from (away, -away)


def _disturbs(other: Occasion, moved: Occasion) -> bool:
    """Whether a meeting stands in the way; of the same group one on the same day does."""
    if (other.region, other.group) == (moved.region, moved.group):
        return other.meeting.day == moved.meeting.day
    return other.meeting.overlaps(moved.meeting)


def _occasion(
    region: str, group: Johtoryhma, meeting: DatedMeeting, roles: Mapping[str, Role]
) -> Occasion:
    day = meeting.day
    seats = [seat for seat in group.jasenet if holders_on(seat.nimetyt, day)]
    people = [
        *(item for seat in seats for item in holders_on(seat.nimetyt, day)),
        *(item for task in group.johtavat_henkilot for item in holders_on(task.nimetyt, day)),
        *holders_on(group.asiantuntijat, day),
        *holders_on(group.sihteeri, day),
    ]
    named = {roles[seat.nimeaja] for seat in seats if seat.nimeaja and seat.nimeaja in roles}
    return Occasion(
        region,
        group.tunnus,
        meeting,
        frozenset(item.henkilo for item in people if item.henkilo),
        frozenset(role for role in named if role.kind != PARTNER),
    )


def _order(item: Occasion) -> tuple[date, time, str, str]:
    meeting = item.meeting
    return meeting.day, meeting.begins or time.min, item.region, item.group


def _runs(items: Sequence[Occasion]) -> Iterator[tuple[Occasion, ...]]:
    """Meetings of different groups that overlap, each with one before it."""
    run: list[Occasion] = []
    for item in sorted(items, key=_order):
        if run and not any(item.meeting.overlaps(one.meeting) for one in run):
            yield from _several(run)
            run = []
        run.append(item)
    yield from _several(run)


def _several(run: Sequence[Occasion]) -> Iterator[tuple[Occasion, ...]]:
    if len({(item.region, item.group) for item in run}) > 1:
        yield tuple(run)
