"""A group over two counties, told of the county in whose file it does not live.

Its facts stand once, in one county's file (`yhteiset_johtoryhmat`), and are facts of both: what is
known of a topic counts for each county that shares the group, and totals count rows where they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from sopimukset.tracking.nation.knowledge import (
    RECORDED,
    Knowledge,
    Known,
    Topic,
    known_topics,
)
from sopimukset.tracking.pools import staff_of_group
from sopimukset.tracking.standing import standing_on
from sopimukset.tracking.youth import youth_of_group

if TYPE_CHECKING:
    from sopimukset.tracking.deadline import Deadline
    from sopimukset.tracking.holdings import Holdings


@dataclass(frozen=True, slots=True)
class NationalShared:
    """A group of a county that lives in another county's file (`yhteiset_johtoryhmat`).

    Attributes:
        home: the key of the county in whose file it lives.
        group: the `tunnus` of the group there.
        deadlines: of the group; none where it is invented and the county that refers isn't.
        topics: what is known of the group; none where it is invented and that county isn't.
        confirmed: whether the record in which it lives binds.
    """

    home: str
    group: str
    deadlines: tuple[Deadline, ...] = ()
    topics: Mapping[Topic, Known] = field(default_factory=dict)
    confirmed: bool = False


def bears_on(home: Holdings, guest: Holdings) -> bool:
    """Whether a group's facts tell of the county that refers: what is invented of no real one."""
    return guest.alue.kuvitteellinen or not home.alue.kuvitteellinen


def group_topics(home: Holdings, group: str, day: date) -> dict[Topic, Known]:
    """What is known of every topic, of all that a file holds, from what it says of one group."""
    standing = standing_on(home, day)
    staff = [*staff_of_group(home.alue, group)]
    narrowed = replace(
        standing,
        groups=tuple(item for item in standing.groups if item.group.tunnus == group),
        agreements=tuple(standing.agreements_of(group)),
        youth=youth_of_group(home, standing.youth, group),
    )
    held = replace(
        home,
        alue=home.alue.model_copy(update={"henkilosto": staff}),
        meetings=tuple(home.meetings_of(group)),
        follow_ups=tuple(home.follow_ups_of(group)),
    )
    return known_topics(held, narrowed, day)


def topics_with(
    own: Mapping[Topic, Known],
    shared: Iterable[NationalShared],
    *,
    invented: bool,
    unread: bool,
) -> dict[Topic, Known]:
    """What is known of a county with the groups that it shares: of each topic the newest.

    Args:
        own: what its own file tells.
        shared: its groups in other files.
        invented: whether its own record is an illustration: then all that it tells of is.
        unread: whether a file in which a group of it lives can't be read: what its own file
            lacks may stand there.
    """
    found = dict(own)
    for item in shared:
        for topic, known in item.topics.items():
            if known.knowledge in RECORDED and _newer(known, found[topic]):
                told = Knowledge.ILLUSTRATIVE if invented else known.knowledge
                found[topic] = replace(known, knowledge=told, shared=True)
    if unread:
        for topic, known in found.items():
            if known.knowledge is Knowledge.NOT_RECORDED:
                found[topic] = Known(Knowledge.UNREADABLE)
    return found


def _newer(known: Known, before: Known) -> bool:
    if before.knowledge not in RECORDED:
        return True
    return known.day is not None and (before.day is None or known.day > before.day)
