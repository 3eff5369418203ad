"""Meetings of several groups that the same person, or the same party, would attend at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from sopimukset.tracking.gatherings import Gathering

if TYPE_CHECKING:
    from sopimukset.tracking.roles import Role


@dataclass(frozen=True, slots=True)
class Attendance:
    """A party at a meeting.

    Attributes:
        region: the region's folder.
        gathering: the meeting.
        role: the party.
        people: keys (`henkilo`) of those who sit there for it, without names.
    """

    region: str
    gathering: Gathering
    role: Role
    people: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Clash:
    """Two meetings on one day.

    Attributes:
        first, second: the two, in the order of region and group.
        person: the key of who sits in both; "" where only the party does.
        overlap: whether their hours overlap; None where the record doesn't tell.
    """

    first: Attendance
    second: Attendance
    person: str
    overlap: bool | None


def clashes(attendances: Iterable[Attendance]) -> list[Clash]:
    """All clashes, in the order of their days.

    One person clashes on one day whatever the hours; a party only where the hours overlap, or may.
    """
    by_day: dict[object, list[Attendance]] = {}
    for item in attendances:
        by_day.setdefault(item.gathering.day, []).append(item)
    found = [clash for items in by_day.values() for clash in _on_a_day(items)]
    return sorted(found, key=_order)


def overlap(one: Gathering, other: Gathering) -> bool | None:
    """Whether two meetings of a day overlap; None where hours are not recorded."""
    if None in (one.start, other.start):
        return None
    assert one.start is not None and other.start is not None  # noqa: S101, PT018 (told above)
    first, second = sorted((one, other), key=lambda item: item.start or 0)
    if first.start == second.start:
        return True
    return first.end > (second.start or 0) if first.end is not None else None


def _on_a_day(items: list[Attendance]) -> Iterator[Clash]:
    ordered = sorted(items, key=_place)
    for first, second in combinations(ordered, 2):
        if _place(first) == _place(second):
            continue
        shared = sorted(first.people & second.people)
        both = overlap(first.gathering, second.gathering)
        if shared:
            for person in shared:
                yield Clash(first, second, person, both)
        elif first.role == second.role and both is not False:
            yield Clash(first, second, "", both)


def _place(item: Attendance) -> tuple[str, str]:
    return item.region, item.gathering.group


def _order(clash: Clash) -> tuple[object, ...]:
    first, second = clash.first, clash.second
    return first.gathering.day, _place(first), _place(second), clash.person
