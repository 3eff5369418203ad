"""What is plainly in order, told in one pass of a case, so that most rules can be left out.

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

from sopimukset.base.periods import Period, add_months, gaps, overlapping, period
from sopimukset.tracking.roles import AUTHORITY, COUNTY, KELA, Role

if TYPE_CHECKING:
    from sopimukset.law.cases import AgreementCase, GroupCase, RegionCase
    from sopimukset.model import Kokous, Malli, Teksti

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

ALONE: Final = 256
"""Nobody is named to a membership, or leads, for the same days as another."""

NEGOTIATED: Final = 512
"""All of the county's have in time negotiated on number and territories of the groups."""

AGREED: Final = 1024
"""The only agreement is in force, holds to the end of the terms and is of those who must agree."""

SIGNED: Final = 2048
"""All parties of a statutory agreement have signed it in time, and nobody else has."""

STAFFED: Final = 4096
"""Each of the group's gives staff on all days of a statutory agreement, told in full."""

SHARED: Final = 8192
"""A statutory agreement divides the costs by keys that need no shares and no words."""

ENTRUSTED: Final = 16384
"""The authorities have in time agreed on one of them for all three tasks, and it has set all."""

OF_REGIONS: Final = DATED | DECIDED
"""What holds of a region where it holds of all its groups and of the rest of its record."""

TOPICS: Final = frozenset(("maara", "toimialueet"))
"""What 381/2023 9 § 1 mom has the parties negotiate on."""

CHAIR: Final = "puheenjohtajan_nimeaja"
LEADER: Final = "johtavan_henkilon_nimeaja"
"""By whom the authorities agree that these are named."""

_ROW: Callable[[Malli], Row] = attrgetter("__dict__")
_FIRST_DAY = itemgetter("alkaen")
_QUANTITY = itemgetter("maara", "yksikko", "tehtava")
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
    if _is_negotiated(group):
        found |= NEGOTIATED
    if _is_entrusted(group):
        found |= ENTRUSTED
    if _is_agreed(group, span):
        found |= AGREED
    return found | _namings(group, seats, tasks) | _alone(seats, tasks)


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


def facts_of_agreement(agreement: AgreementCase) -> int:
    """The facts that hold of a statutory agreement of a group; none of another one."""
    group = agreement.group
    if not agreement.statutory or group is None:
        return 0
    found = SIGNED if _is_signed(agreement) else 0
    if "henkilosto" in agreement.clauses and _is_staffed(agreement, group):
        found |= STAFFED
    keys = {cost.avain for cost in agreement.model.kustannukset}
    if keys and keys.isdisjoint((None, "sovittu", "muu")) and "kustannukset" in agreement.clauses:
        found |= SHARED
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
    return not gaps(span, _periods(people))


def _covers(row: Row, span: Period) -> bool:
    start, end = row["alkaen"], row["paattyen"]
    return (start is None or start <= span[0]) and (end is None or span[1] <= end)


def _periods(people: Iterable[Row]) -> list[Period]:
    known = (period(row["alkaen"], row["paattyen"]) for row in people)
    return [days for days in known if days is not None]


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
    latest = min(add_months(span.start, GRACE_MONTHS), span.end)
    led = _leads(task.people, latest, span.end) and _leads(task.deputies, latest, span.end)
    return LED if led else 0


def _leads(people: Sequence[Row], latest: date, end: date) -> bool:
    """Whether one person leads from the first months of the term to its end, and no longer."""
    if len(people) != 1:
        return False
    start, last = people[0]["alkaen"], people[0]["paattyen"]
    return (start is None or start <= latest) and (last is None or last == end)


def _alone(seats: Iterable[_Named], tasks: Iterable[_Named]) -> int:
    for item in (*seats, *tasks):
        if len(item.people) > 1 and overlapping(_periods(item.people)):
            return 0
    return ALONE


def _is_negotiated(group: GroupCase) -> bool:
    """Whether one negotiation on or before the setting was all that is asked for."""
    region, setting = group.region, group.first_setting
    if group.other_counties:
        return False  # those of each county have negotiated on its groups (rule G03)
    for row in map(_ROW, region.alue.neuvottelut):
        if row["laji"] != "johtoryhmat" or not TOPICS.issubset(row["aiheet"]):
            continue
        in_time = row["pvm"] is not None and (setting is None or row["pvm"] <= setting)
        if in_time and set(region.county_roles).issubset(map(region.role, row["osapuolet"])):
            return True
    return False


def _is_entrusted(group: GroupCase) -> bool:
    agreement, role, setting = (
        group.model.sopimus_asettajasta,
        group.region.role,
        group.first_setting,
    )
    if agreement is None:
        return False
    row = agreement.__dict__
    able = {role(row[task]) for task in ("asettaja", CHAIR, LEADER)}
    if len(able) > 1 or not able.issubset(group.authorities):
        return False
    in_time = row["pvm"] is not None and (setting is None or row["pvm"] <= setting)
    if not in_time or not set(group.authorities).issubset(map(role, row["osapuolet"])):
        return False
    settings = [term.asettaminen for term in group.model.toimikaudet]
    return all(item is None or role(item.asettaja) in able for item in settings)


def _is_agreed(group: GroupCase, span: Period) -> bool:
    if len(group.agreements) != 1:
        return False
    (agreement,) = group.agreements
    valid = agreement.validity
    if valid is None or not valid.start <= min(group.as_of, span.end) or valid.end < span.end:
        return False
    return set(map(group.region.role, agreement.model.osapuolet)) == set(group.roles)


def _is_signed(agreement: AgreementCase) -> bool:
    """Whether each party has signed before the validity, after its own approvals, as a party."""
    model, region, valid = agreement.model.__dict__, agreement.region, agreement.validity
    days: dict[str, date] = {}
    for row in map(_ROW, model["allekirjoitukset"]):
        party, day = row["osapuoli"], row["pvm"]
        if party not in region.parties or day is None or _is_of_group(region, row["nimike"]):
            return False
        days[party] = min(day, days.get(party, day))
    if valid is None or not all(
        party in region.parties and party in days and days[party] <= valid.start
        for party in model["osapuolet"]
    ):
        return False
    approvals = [(row["osapuoli"], row["pvm"]) for row in map(_ROW, model["hyvaksynnat"])]
    return all(day is None or day <= days.get(party, day) for party, day in approvals)


def _is_of_group(region: RegionCase, title: Teksti | None) -> bool:
    """Whether somebody signs for a steering group (rule A02)."""
    told = title if title.__class__ is str else region.text(title)
    return told is not None and "johtoryhmän" in told.casefold()


def _is_staffed(agreement: AgreementCase, group: GroupCase) -> bool:
    """Whether one row of each tells of the staff of all days on which agreement and group are."""
    region, valid, span = agreement.region, agreement.validity, group.span
    if valid is None or span is None or not group.roles:
        return False
    own = (group.model.tunnus, None) if len(region.groups) == 1 else (group.model.tunnus,)
    rows = [row for row in map(_ROW, region.alue.henkilosto) if row["johtoryhma"] in own]
    if not all(all(_QUANTITY(row)) for row in rows):
        return False
    days = valid.intersection(span)
    lasting = [row for row in rows if days is None or _covers(row, days)]
    return {region.role(row["osapuoli"]) for row in lasting}.issuperset(group.roles)


def _namings(group: GroupCase, seats: Sequence[_Named], tasks: Sequence[_Named]) -> int:
    """Whether days and decisions are told of all settings, namings and offices."""
    region, model = group.region, group.model.__dict__
    found = DATED | DECIDED
    for item in (*seats, *tasks):
        found &= _named(item, region)
    offices = [*map(_ROW, model["puheenjohtaja"]), *map(_ROW, model["varapuheenjohtaja"])]
    members = {(seat.own["nimeaja"], day) for seat in seats for day in _decided_days(seat)}
    for office in offices:
        if office["alkaen"] is None:
            found &= ~DATED
        # An office is covered by a member's decision of the same party from the same day.
        known = office["paatos"] is None and (office["nimeaja"], office["alkaen"]) in members
        if not known and not _is_whole(office["paatos"], region, office["nimeaja"]):
            found &= ~DECIDED
    for setting in [term.asettaminen for term in model["toimikaudet"]]:
        told = setting is not None and setting.asettaja is not None
        if told and not _is_whole(setting, region, None):
            found &= ~DECIDED
    return found


def _named(named: _Named, region: RegionCase) -> int:
    """The same of a membership, or of a leader's task."""
    found = DATED | DECIDED
    decided = _decided_days(named)
    for row in (*named.people, *named.deputies):
        if row["alkaen"] is None:
            found &= ~DATED
        known = row["paatos"] is None and row["alkaen"] in decided
        if not known and not _is_whole(row["paatos"], region, named.own["nimeaja"]):
            found &= ~DECIDED
    return found


def _is_whole(decision: Malli | None, region: RegionCase, party: str | None) -> bool:
    """Whether every part is there that the party's decision must have; of Kela's fewer must."""
    if decision is None:
        return False
    told = _DECISION(decision.__dict__)
    return None not in told or (None not in told[:2] and region.role(party).kind == KELA)


def _decided_days(named: _Named) -> set[date | None]:
    return {row["alkaen"] for row in named.people if row["paatos"] is not None}
