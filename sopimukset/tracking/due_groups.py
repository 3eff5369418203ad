"""Deadlines of a group: the end of its term, of seats and offices, of the leader's appointment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sopimukset.base.periods import Period, add_months
from sopimukset.tracking.deadline import Deadline, DeadlineKind
from sopimukset.tracking.groups import GroupStatus, unbroken_term
from sopimukset.tracking.posts import Holding, Post, post_on
from sopimukset.tracking.source import Source, law, ours, record
from sopimukset.tracking.terms import GRACE_MONTHS

if TYPE_CHECKING:
    from sopimukset.model import Jakso
    from sopimukset.model.paths import Path
    from sopimukset.tracking.holdings import Holdings

LEAD_MONTHS = 6
"""How long before its end of term the next group is begun to be set: our own threshold."""

TERM = "388/2024 1 § 1 mom"
LEADER = "381/2023 9 § 1 mom"


class Office(NamedTuple):
    """A task whose end is a deadline.

    Attributes:
        kind: the deadline.
        key: the list of the record in which it stands.
        people: those who are recorded in it.
    """

    kind: DeadlineKind
    key: str
    people: Sequence[Jakso]


def due_in_groups(
    _holdings: Holdings, groups: Sequence[GroupStatus], day: date
) -> Iterator[Deadline]:
    """The deadlines of every group whose term runs, or has ended without another."""
    for status in groups:
        yield from _of_term(status, day)
        if status.running and status.term is not None:
            yield from _naming(status, status.term, day)
            yield from _ends(status, status.term, day)
            yield from _leader(status, status.term)


def _of_term(status: GroupStatus, day: date) -> Iterator[Deadline]:
    """The term's last day, unless terms go on without a gap; and when setting begins."""
    term = status.term
    if term is None or term.start > day or term.open_end:
        return
    unbroken = unbroken_term(status.group, term.end) or term
    if unbroken.end > term.end or status.next_term is not None:
        return  # rule G14 tells of a gap between recorded terms
    path: Path = ("johtoryhmat", status.index, "toimikaudet")
    group = status.group.tunnus
    begin = add_months(term.end, -LEAD_MONTHS)
    counts = {"kuukausia": LEAD_MONTHS}
    if day <= term.end:
        yield Deadline(begin, DeadlineKind.NEXT_GROUP, path, ours(TERM), group, counts=counts)
    yield Deadline(term.end, DeadlineKind.TERM_END, path, law(TERM), group)


def _naming(status: GroupStatus, term: Period, day: date) -> Iterator[Deadline]:
    """The day that the parties were given for naming their members."""
    for index, item in enumerate(status.group.toimikaudet):
        if item.nimettava_viimeistaan is not None and item.nimettava_viimeistaan >= day:
            path = ("johtoryhmat", status.index, "toimikaudet", index, "nimettava_viimeistaan")
            source = record("nimettava_viimeistaan")
            kind, group = DeadlineKind.MEMBERS_NAMED, status.group.tunnus
            yield Deadline(item.nimettava_viimeistaan, kind, path, source, group)


def _ends(status: GroupStatus, term: Period, day: date) -> Iterator[Deadline]:
    """Recorded ends of those who are in a task, before the term's end and without a successor."""
    within = unbroken_term(status.group, day) or term
    base: Path = ("johtoryhmat", status.index)
    for office in _offices(status):
        post = post_on(office.people, day, within)
        yield from _end(post, office.kind, (*base, office.key), status, "", within)
    for index, seat in enumerate(status.group.jasenet):
        path = (*base, "jasenet", index)
        held = post_on(seat.nimetyt, day, within)
        deputy = post_on(seat.varajasenet, day, within)
        place = (*path, "nimetyt")
        yield from _end(held, DeadlineKind.SEAT_END, place, status, seat.tunnus, within)
        if held.held:
            place = (*path, "varajasenet")
            yield from _end(deputy, DeadlineKind.DEPUTY_END, place, status, seat.tunnus, within)


def _offices(status: GroupStatus) -> Iterator[Office]:
    group = status.group
    tasks = group.johtavat_henkilot
    leaders = [person for task in tasks for person in task.nimetyt]
    deputies = [person for task in tasks for person in task.varahenkilot]
    yield Office(DeadlineKind.CHAIR_END, "puheenjohtaja", group.puheenjohtaja)
    yield Office(DeadlineKind.VICE_CHAIR_END, "varapuheenjohtaja", group.varapuheenjohtaja)
    yield Office(DeadlineKind.LEADER_END, "johtavat_henkilot", leaders)
    yield Office(DeadlineKind.LEADERS_DEPUTY_END, "johtavat_henkilot", deputies)


def _end(
    post: Post, kind: DeadlineKind, path: Path, status: GroupStatus, subject: str, within: Period
) -> Iterator[Deadline]:
    if post.held and post.days is not None and post.days.end < within.end:
        source: Source = record("paattyen")
        yield Deadline(post.days.end, kind, path, source, status.group.tunnus, subject)


def _leader(status: GroupStatus, term: Period) -> Iterator[Deadline]:
    """A leader who isn't recorded is appointed in the first months of the term."""
    if status.leader.holding is Holding.HELD:
        return
    last = add_months(term.start, GRACE_MONTHS)
    path = ("johtoryhmat", status.index, "johtavat_henkilot")
    counts = {"kuukausia": GRACE_MONTHS}
    kind, group = DeadlineKind.LEADER_NAMED, status.group.tunnus
    yield Deadline(last, kind, path, ours(LEADER), group, counts=counts, missing=True)
