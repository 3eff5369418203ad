"""What is plainly in order in a group or a region, told in one pass, so that rules can be left out.

Each fact is a fact of law that several rules ask after, each in its own words. In a sound record
nearly all of them hold, and `Rule.settled` names those with which a rule has nothing to find. A
fact holds only where there is nothing to weigh: whatever is unusual is left to the rules, which
alone judge what is found.

What models hold is read from their `__dict__`: an attribute of a model takes ten times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from datetime import date
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, Final

from sopimukset.base.periods import FOREVER, Period, add_months, gaps, period
from sopimukset.tracking.roles import AUTHORITY, COUNTY, KELA, Role

if TYPE_CHECKING:
    from sopimukset.law.cases import GroupCase, RegionCase
    from sopimukset.model import Kokous, Malli

Row = dict[str, Any]
"""What a model holds, by field."""

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


DATED: Final = 64
"""All who are named, hold an office or lead have a first day; in a region all rows of staff too."""

DECIDED: Final = 128
"""Every setting, naming and approval has a whole decision, or another's of the same day."""

OF_REGIONS: Final = DATED | DECIDED
"""What holds of a region where it holds of all its groups and of the rest of its record."""

CHAIR: Final = "puheenjohtajan_nimeaja"
LEADER: Final = "johtavan_henkilon_nimeaja"
"""By whom the authorities agree that these are named."""

_ROW: Callable[[Malli], Row] = attrgetter("__dict__")
_FIRST_DAY = itemgetter("alkaen")
_DECISION = itemgetter("tekija", "pvm", "pykala", "asiatunnus")


class _Named:
    """A membership, or a leader's task, with the rows of those named to it and their deputies."""

    __slots__ = ("deputies", "own", "people")

    def __init__(self, own: Row, deputies: str) -> None:
        self.own = own
        self.people: list[Row] = list(map(_ROW, own["nimetyt"]))
        self.deputies: list[Row] = list(map(_ROW, own[deputies]))


def facts_of(group: GroupCase) -> int:
    """The facts that hold of a group; none where its terms or its territory are not known."""
    span = group.span
    if span is None or not group.roles:
        return 0
    model = group.model.__dict__
    seats = [_Named(own, "varajasenet") for own in map(_ROW, model["jasenet"])]
    tasks = [_Named(own, "varahenkilot") for own in map(_ROW, model["johtavat_henkilot"])]
    found = _members(group, seats, span) | _deputies(seats, span) | _leaders(group, tasks, span)
    if found & SEATED:
        if _held(group, seats, model["puheenjohtaja"], AUTHORITY, _agreed(group, CHAIR)):
            found |= CHAIRED
        agreed = group.region.role(model["varapuheenjohtajan_nimeaja"])
        if _held(group, seats, model["varapuheenjohtaja"], COUNTY, agreed):
            found |= VICE_CHAIRED
    return found | _namings(group, seats, tasks)


def facts_of_region(region: RegionCase) -> int:
    """The facts that hold of a region."""
    found = OF_REGIONS
    for group in region.groups:
        found &= group.facts
    alue = region.alue.__dict__
    if not all(map(_FIRST_DAY, map(_ROW, alue["henkilosto"]))):
        found &= ~DATED
    for agreement in alue["sopimukset"]:
        for approval in agreement.hyvaksynnat:
            if not _is_whole(approval, region, approval.osapuoli):
                found &= ~DECIDED
    return found


def is_attended(region: RegionCase, meeting: Kokous) -> bool:
    """Whether a meeting is in a term of its group, of which each seat is held on every day."""
    for group in region.groups:
        if group.model.tunnus == meeting.johtoryhma:
            held = not (SEATED | DEPUTISED) & ~group.facts
            return held and any(meeting.pvm in term for term in group.terms)
    return True  # rule T01 tells of the group


def _members(group: GroupCase, seats: Iterable[_Named], span: Period) -> int:
    found = SEATED if all(_covered(seat.people, span) for seat in seats) else 0
    if {group.region.role(seat.own["nimeaja"]) for seat in seats} == set(group.roles):
        found |= REPRESENTED
    return found


def _covered(people: Iterable[Row], span: Period) -> bool:
    """Whether one of the dated persons is there on every day; mostly it is the same one."""
    first, last = span
    for row in people:
        start, end = row["alkaen"], row["paattyen"]
        if (start is None or start <= first) and (end is None or last <= end):
            return True
    known = (period(row["alkaen"], row["paattyen"]) for row in people)
    return not gaps(span, [days for days in known if days is not None])


def _deputies(seats: Iterable[_Named], span: Period) -> int:
    """Deputies are told apart by keys of persons, where the record has any."""
    keys: list[str] = []
    for seat in seats:
        for deputy in seat.deputies:
            if deputy["nimeaja"] is not None and deputy["nimeaja"] != seat.own["nimeaja"]:
                return 0
            if deputy["henkilo"] is not None:
                keys += [deputy["henkilo"], *_keys(seat)]
        if not _covered(seat.deputies, span):
            return 0
    return DEPUTISED if len(set(keys)) == len(keys) else 0


def _keys(seat: _Named) -> set[str]:
    return {row["henkilo"] for row in seat.people if row["henkilo"] is not None}


def _agreed(group: GroupCase, task: str) -> Role:
    """The authority that was agreed on for a task."""
    agreement = group.model.sopimus_asettajasta
    return group.region.role(agreement.__dict__[task] if agreement else None)


def _held(
    group: GroupCase, seats: Iterable[_Named], holders: Sequence[Malli], kind: str, agreed: Role
) -> bool:
    """Whether one holds the office all the time, named right, in a seat of the right kind."""
    if len(holders) != 1 or group.span is None:
        return False
    holder = holders[0].__dict__
    namer = group.region.role(holder["nimeaja"])
    if holder["nimeaja"] is None or not _right(namer, agreed, kind, group.roles):
        return False
    seat = next((item for item in seats if item.own["tunnus"] == holder["jasen"]), None)
    if seat is None or group.region.role(seat.own["nimeaja"]).kind != kind:
        return False
    employed = any(row["tyonantaja"] is not None for row in seat.people)
    return not employed and _covered([holder], group.span)


def _right(namer: Role, agreed: Role, kind: str, roles: Container[Role]) -> bool:
    """Whether one of the group's own has named, and no other of the kind was agreed on."""
    if namer.kind != kind or namer not in roles:
        return False
    return agreed == namer or agreed.kind != kind


def _leaders(group: GroupCase, tasks: Sequence[_Named], span: Period) -> int:
    if len(tasks) != 1 or len(group.model.toimikaudet) != 1:
        return 0
    (task,) = tasks
    named_by, agreed = task.own["nimeaja"], _agreed(group, LEADER)
    if named_by is None or not _right(group.region.role(named_by), agreed, AUTHORITY, group.roles):
        return 0
    return LED if _leads(task.people, span) and _leads(task.deputies, span) else 0


def _leads(people: Sequence[Row], term: Period) -> bool:
    """Whether one person leads from the first months of the term to its end, and no longer."""
    if len(people) != 1:
        return False
    days = period(people[0]["alkaen"], people[0]["paattyen"])
    if days is None or not (days.end == term.end or days.end == FOREVER):
        return False
    return days.start <= term.start or (
        days.start <= add_months(term.start, GRACE_MONTHS) and days.start <= term.end
    )


def _namings(group: GroupCase, seats: Sequence[_Named], tasks: Sequence[_Named]) -> int:
    """Whether days and decisions are told of all settings, namings and offices."""
    region, model = group.region, group.model.__dict__
    offices = [*map(_ROW, model["puheenjohtaja"]), *map(_ROW, model["varapuheenjohtaja"])]
    people = [row for item in (*seats, *tasks) for row in (*item.people, *item.deputies)]
    found = DATED if all(map(_FIRST_DAY, (*people, *offices))) else 0
    if all(_are_decided(item, region) for item in (*seats, *tasks)):
        members = {(seat.own["nimeaja"], day) for seat in seats for day in _decided_days(seat)}
        settings = [term.asettaminen for term in model["toimikaudet"]]
        if all(_is_office_decided(row, region, members) for row in offices) and all(
            item is None or item.asettaja is None or _is_whole(item, region, None)
            for item in settings
        ):
            found |= DECIDED
    return found


def _is_whole(decision: Malli, region: RegionCase, party: str | None) -> bool:
    """Whether every part is there that the party's decision must have; of Kela's fewer must."""
    author, day, *registered = _DECISION(decision.__dict__)
    if author is None or day is None:
        return False
    return None not in registered or region.role(party).kind == KELA


def _decided_days(named: _Named) -> set[date | None]:
    return {row["alkaen"] for row in named.people if row["paatos"] is not None}


def _are_decided(named: _Named, region: RegionCase) -> bool:
    decided: set[date | None] | None = None
    for row in (*named.people, *named.deputies):
        decision = row["paatos"]
        if decision is not None:
            if not _is_whole(decision, region, named.own["nimeaja"]):
                return False
        else:
            decided = _decided_days(named) if decided is None else decided
            if row["alkaen"] not in decided:
                return False
    return True


def _is_office_decided(
    office: Row, region: RegionCase, members: Container[tuple[str | None, date | None]]
) -> bool:
    """An office is covered by a member's decision of the same party from the same day."""
    decision = office["paatos"]
    if decision is not None:
        return _is_whole(decision, region, office["nimeaja"])
    return (office["nimeaja"], office["alkaen"]) in members
