"""What is plainly in order in a group, told in one pass, so that most of its rules can be left out.

Each fact is a fact of law that several rules ask after, each in its own words. In a sound record
nearly all of them hold, and `Rule.settled` names those with which a rule has nothing to find. A
fact holds only where there is nothing to weigh: whatever is unusual is left to the rules, which
alone judge what is found.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING, Final

from sopimukset.base.periods import Period, add_months, gaps
from sopimukset.tracking.roles import AUTHORITY, COUNTY, Role
from sopimukset.tracking.terms import periods_of

if TYPE_CHECKING:
    from sopimukset.law.cases import GroupCase
    from sopimukset.model import Jasenyys, Luottamustoimi, NimettyJohtaja

GRACE_MONTHS = 3
"""A group needs some time after each setting. Our own threshold, not the law's."""

SEATED: Final = 1
"""Somebody is named to each membership on every day of the terms."""

REPRESENTED: Final = 2
"""Those who name members are those who must, and all of them."""

DEPUTISED: Final = 4
"""Each membership has a deputy on every day, of the same organisation, each another person."""

CHAIRED: Final = 8
"""One member, of an authority, chairs on every day, named by the authority that was agreed on."""

VICE_CHAIRED: Final = 16
"""One member, of a county, is vice-chair on every day, named by the county that was agreed on."""

LED: Final = 32
"""The only term has one leader and one deputy, named by the right authority, to its last day."""


def facts_of(group: GroupCase) -> int:
    """The facts that hold of a group; none where its terms or its territory are not known."""
    span = group.span
    if span is None or not group.roles:
        return 0
    found = _members(group, span) | _deputies(group, span) | _leaders(group, span)
    if found & SEATED:
        agreement = group.model.sopimus_asettajasta
        agreed = group.region.role(agreement.puheenjohtajan_nimeaja if agreement else None)
        if _held(group, group.model.puheenjohtaja, AUTHORITY, agreed, span):
            found |= CHAIRED
        agreed = group.region.role(group.model.varapuheenjohtajan_nimeaja)
        if _held(group, group.model.varapuheenjohtaja, COUNTY, agreed, span):
            found |= VICE_CHAIRED
    return found


def _members(group: GroupCase, span: Period) -> int:
    found = SEATED if all(not gaps(span, named) for named in group.seated) else 0
    if {role for _, _, role in group.seats} == set(group.roles):
        found |= REPRESENTED
    return found


def _deputies(group: GroupCase, span: Period) -> int:
    """Deputies are told apart by keys of persons, where the record has any."""
    keys: list[str] = []
    for seat in group.model.jasenet:
        for deputy in seat.varajasenet:
            if deputy.nimeaja is not None and deputy.nimeaja != seat.nimeaja:
                return 0
            if deputy.henkilo is not None:
                keys += [deputy.henkilo, *_keys(seat)]
        if gaps(span, periods_of(seat.varajasenet, span)):
            return 0
    return DEPUTISED if len(set(keys)) == len(keys) else 0


def _keys(seat: Jasenyys) -> set[str]:
    return {person.henkilo for person in seat.nimetyt if person.henkilo is not None}


def _held(
    group: GroupCase, holders: Sequence[Luottamustoimi], kind: str, agreed: Role, span: Period
) -> bool:
    """Whether one holds the office all the time, named right, in a seat of the right kind."""
    if len(holders) != 1:
        return False
    (holder,) = holders
    namer = group.region.role(holder.nimeaja)
    if holder.nimeaja is None or not _right(namer, agreed, kind, group.roles):
        return False
    seats = [seat for seat in group.model.jasenet if seat.tunnus == holder.jasen]
    if not seats or group.region.role(seats[0].nimeaja).kind != kind:
        return False
    return _covers(holder.jakso, span) and all(
        person.tyonantaja is None for person in seats[0].nimetyt
    )


def _right(namer: Role, agreed: Role, kind: str, roles: Container[Role]) -> bool:
    """Whether one of the group's own has named, and no other of the kind was agreed on."""
    if namer.kind != kind or namer not in roles:
        return False
    return agreed == namer or agreed.kind != kind


def _covers(days: Period | None, span: Period) -> bool:
    return days is not None and days.start <= span.start and span.end <= days.end


def _leaders(group: GroupCase, span: Period) -> int:
    tasks = group.model.johtavat_henkilot
    if len(tasks) != 1 or len(group.model.toimikaudet) != 1:
        return 0
    (task,) = tasks
    agreement = group.model.sopimus_asettajasta
    agreed = group.region.role(agreement.johtavan_henkilon_nimeaja if agreement else None)
    namer = group.region.role(task.nimeaja)
    if task.nimeaja is None or not _right(namer, agreed, AUTHORITY, group.roles):
        return 0
    both = _leads(task.nimetyt, span) and _leads(task.varahenkilot, span)
    return LED if both else 0


def _leads(people: Sequence[NimettyJohtaja], term: Period) -> bool:
    """Whether one person leads from the first months of the term to its end, and no longer."""
    days = people[0].jakso if len(people) == 1 else None
    if days is None or not (days.end == term.end or days.open_end):
        return False
    return days.start <= add_months(term.start, GRACE_MONTHS) and days.start <= term.end
