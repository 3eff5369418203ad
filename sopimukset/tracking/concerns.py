"""What is not as it should be in a region on a day, and how grave that is.

The rules of the law say more, and with places (`sopimukset check`); this is what a leader asks for
at a glance. A region in preparation has open points only (spec, idea 9).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from sopimukset.tracking.due import within
from sopimukset.tracking.groups import GroupStatus, TermState
from sopimukset.tracking.posts import Holding, Post
from sopimukset.tracking.years_of_group import STATUTORY

if TYPE_CHECKING:
    from sopimukset.tracking.agreements import AgreementStatus
    from sopimukset.tracking.deadline import Deadline
    from sopimukset.tracking.holdings import Holdings
    from sopimukset.tracking.roles import Role
    from sopimukset.tracking.standing import Standing

NEAR_DAYS = 90
"""Within how many days a deadline is near: our own threshold."""


class ConcernKind(Enum):
    """What is not as it should be."""

    SUSPECT = "suspect"
    UNCONCLUDED = "unconcluded"
    """Its first day has come, and an approval or a signature isn't recorded."""

    NO_GROUP = "no-group"
    NO_TERM = "no-term"
    NO_AGREEMENT = "no-agreement"
    ABSENT = "absent"
    VACANT_SEAT = "vacant-seat"
    NO_DEPUTY = "no-deputy"
    NO_CHAIR = "no-chair"
    NO_VICE_CHAIR = "no-vice-chair"
    NO_LEADER = "no-leader"
    NO_LEADERS_DEPUTY = "no-leaders-deputy"
    NO_YOUTH = "no-youth"
    NO_COORDINATOR = "no-coordinator"


class Gravity(Enum):
    """How grave the gravest thing of a region is; from grave to light."""

    UNREADABLE = "unreadable"
    SUSPECT = "suspect"
    LATE = "late"
    LACKING = "lacking"
    NEAR = "near"
    OPEN = "open"
    FINE = "fine"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Gravity).index(self)


@dataclass(frozen=True, slots=True)
class Concern:
    """Something that is not as it should be.

    Attributes:
        kind: what.
        group: the `tunnus` of the group; "" for none.
        subjects: what it is about, by `tunnus`.
        roles: who it is about, by role.
        missing: whether nothing is recorded, as opposed to something that has lapsed.
    """

    kind: ConcernKind
    group: str = ""
    subjects: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    missing: bool = False


def concerns_of(holdings: Holdings, standing: Standing) -> tuple[Concern, ...]:
    """All concerns of a region."""
    found = [*_agreements(standing)]
    if not standing.groups and not holdings.alue.yhteiset_johtoryhmat:
        found.append(Concern(ConcernKind.NO_GROUP, missing=True))
    for group in standing.groups:
        found += _group(group, standing.agreements_of(group.group.tunnus))
    found += _youth(standing)
    return tuple(found)


def _agreements(standing: Standing) -> Iterator[Concern]:
    for status in standing.agreements:
        subjects = (status.agreement.tunnus,)
        if status.suspect:
            yield Concern(ConcernKind.SUSPECT, status.group, subjects)
        if status.begun:
            yield Concern(ConcernKind.UNCONCLUDED, status.group, subjects, missing=True)


def _group(status: GroupStatus, agreements: Iterable[AgreementStatus]) -> Iterator[Concern]:
    own = status.group.tunnus
    if status.term_state is not TermState.RUNNING:
        if status.term_state is not TermState.COMING:
            recorded = status.term_state is not TermState.NOT_RECORDED
            yield Concern(ConcernKind.NO_TERM, own, missing=not recorded)
        return
    statutory = [item for item in agreements if item.agreement.laji == STATUTORY]
    if not any(item.running or item.begun for item in statutory):
        yield Concern(ConcernKind.NO_AGREEMENT, own, missing=not statutory)
    if status.absent:
        yield Concern(ConcernKind.ABSENT, own, roles=status.absent, missing=True)
    if status.vacant:
        yield Concern(ConcernKind.VACANT_SEAT, own, status.vacant)
    if status.without_deputy:
        yield Concern(ConcernKind.NO_DEPUTY, own, status.without_deputy, missing=True)
    yield from _posts(status)


def _posts(status: GroupStatus) -> Iterator[Concern]:
    posts: tuple[tuple[ConcernKind, Post], ...] = (
        (ConcernKind.NO_CHAIR, status.chair),
        (ConcernKind.NO_VICE_CHAIR, status.vice_chair),
        (ConcernKind.NO_LEADER, status.leader),
        (ConcernKind.NO_LEADERS_DEPUTY, status.leaders_deputy),
    )
    for kind, post in posts:
        if not post.held:
            missing = post.holding is Holding.NOT_RECORDED
            yield Concern(kind, status.group.tunnus, missing=missing)


def _youth(standing: Standing) -> Iterator[Concern]:
    if not standing.youth:
        yield Concern(ConcernKind.NO_YOUTH, missing=True)
    for status in standing.youth:
        if not status.coordinator.held:
            missing = status.coordinator.holding is Holding.NOT_RECORDED
            subjects = (status.service.tunnus,)
            yield Concern(ConcernKind.NO_COORDINATOR, subjects=subjects, missing=missing)


def gravity_of(
    holdings: Holdings, concerns: Iterable[Concern], deadlines: Iterable[Deadline], day: date
) -> Gravity:
    """How grave the gravest thing of a readable region is."""
    told = list(concerns)
    near = within(deadlines, day, NEAR_DAYS)
    if any(item.kind is ConcernKind.SUSPECT for item in told):
        return Gravity.SUSPECT
    if any(item.late_on(day) for item in near):
        return Gravity.LATE
    if any(holdings.confirmed or not item.missing for item in told):
        return Gravity.LACKING
    if near:
        return Gravity.NEAR
    return Gravity.OPEN if told or not holdings.confirmed else Gravity.FINE
