"""What is plainly in order, told in one pass of a case, so that most rules can be left out.

Each fact is a fact of law that several rules ask after, each in its own words. In a sound record
nearly all of them hold, and `Rule.settled` names those with which a rule has nothing to find. A
fact holds only where there is nothing to weigh: whatever is unusual is left to the rules, which
alone judge what is found.

What models hold is read from their `__dict__`: an attribute of a model takes ten times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Final

from sopimukset.base.amounts import WHOLE
from sopimukset.base.periods import (
    BEGINNING,
    FOREVER,
    Period,
    day_after,
    gaps,
    last_day_of_years,
    overlapping,
    period,
)
from sopimukset.law.decided import Named, Row, is_decided
from sopimukset.law.facts import (
    AGREED,
    ALONE,
    CHAIRED,
    DATED,
    DECIDED,
    DEPUTISED,
    ENTRUSTED,
    NEGOTIATED,
    REPRESENTED,
    SEATED,
    SHARED,
    SIGNED,
    STAFFED,
    TERMED,
    VICE_CHAIRED,
)
from sopimukset.law.led import facts_of_leaders
from sopimukset.law.naming import CHAIR, LEADER, agreed_on, is_right
from sopimukset.tracking.roles import AUTHORITY, COUNTY, PARTNER, Role
from sopimukset.tracking.terms import TERM_YEARS

if TYPE_CHECKING:
    from sopimukset.law.agreements import AgreementCase
    from sopimukset.law.cases import GroupCase, RegionCase
    from sopimukset.model import Kokous, Malli, Teksti

TOPICS: Final = frozenset(("maara", "toimialueet"))
"""What 381/2023 9 § 1 mom has the parties negotiate on."""

ROW: Callable[[Malli], Row] = attrgetter("__dict__")
"""What a model holds, by field."""

FIRST_DAY = itemgetter("alkaen")
"""Of what a dated model holds, its first day; None where none is recorded."""

_QUANTITY = itemgetter("maara", "yksikko", "tehtava")


def _each_named(items: Iterable[Malli], deputies: str) -> list[Named]:
    rows = map(ROW, items)
    return [(row, list(map(ROW, row["nimetyt"])), list(map(ROW, row[deputies]))) for row in rows]


def facts_of(group: GroupCase) -> int:
    """The facts that hold of a group; none where its terms or its territory are not known."""
    span = group.span
    if span is None or not group.roles:
        return 0
    model = group.model.__dict__
    seats = _each_named(model["jasenet"], "varajasenet")
    tasks = _each_named(model["johtavat_henkilot"], "varahenkilot")
    found = _members(group, seats, span) | _deputies(seats, span)
    found |= facts_of_leaders(group, tasks, span)
    if found & SEATED:
        if _held(group, seats, model["puheenjohtaja"], AUTHORITY, agreed_on(group, CHAIR)):
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
    if _is_termed(model["toimikaudet"]):
        found |= TERMED
    return found | _namings(group, seats, tasks) | _alone(seats, tasks)


def facts_of_agreement(agreement: AgreementCase) -> int:
    """The facts that hold of a statutory agreement of a group; none of another one."""
    group = agreement.group
    if not agreement.statutory or group is None:
        return 0
    found = SIGNED if _is_signed(agreement) else 0
    if "henkilosto" in agreement.clauses and _is_staffed(agreement, group):
        found |= STAFFED
    if "kustannukset" in agreement.clauses and _are_shared(agreement):
        found |= SHARED
    return found


def is_attended(region: RegionCase, meeting: Kokous) -> bool:
    """Whether a meeting is in a term of its group, of which each seat is held on every day."""
    for group in region.groups:
        if group.model.tunnus == meeting.johtoryhma:
            held = not (SEATED | DEPUTISED) & ~group.facts
            return held and any(meeting.pvm in term for term in group.terms)
    return True  # rule T01 tells of the group


def _members(group: GroupCase, seats: Iterable[Named], span: Period) -> int:
    found = SEATED if all(_covered(people, span) for _, people, _ in seats) else 0
    if {group.region.role(own["nimeaja"]) for own, _, _ in seats} == set(group.roles):
        found |= REPRESENTED
    return found


def _covered(people: Iterable[Row], span: Period) -> bool:
    """Whether one of the dated persons is there on every day; mostly they follow one another."""
    due, last = span
    for row in people:
        start, end = row["alkaen"], row["paattyen"]
        if start is None or start <= due:
            if end is None or last <= end:
                return True
            if due <= end:
                due = day_after(end)
    return not gaps(span, _periods(people))


def _covers(row: Row, span: Period) -> bool:
    start, end = row["alkaen"], row["paattyen"]
    return (start is None or start <= span[0]) and (end is None or span[1] <= end)


def _periods(people: Iterable[Row]) -> list[Period]:
    known = (period(row["alkaen"], row["paattyen"]) for row in people)
    return [days for days in known if days is not None]


def _deputies(seats: Iterable[Named], span: Period) -> int:
    """Deputies are told apart by keys of persons, where the record has any."""
    keys: list[str] = []
    for own, people, deputies in seats:
        for deputy in deputies:
            if deputy["nimeaja"] is not None and deputy["nimeaja"] != own["nimeaja"]:
                return 0
            if deputy["henkilo"] is not None:
                keys += [deputy["henkilo"], *_keys(people)]
        if not _covered(deputies, span):
            return 0
    return DEPUTISED if len(set(keys)) == len(keys) else 0


def _keys(people: Iterable[Row]) -> set[str]:
    return {row["henkilo"] for row in people if row["henkilo"] is not None}


def _held(
    group: GroupCase, seats: Iterable[Named], holders: Sequence[Malli], kind: str, agreed: Role
) -> bool:
    """Whether one holds the office all the time, named right, in a seat of the right kind."""
    if len(holders) != 1 or group.span is None:
        return False
    holder = holders[0].__dict__
    namer = group.region.role(holder["nimeaja"])
    if holder["nimeaja"] is None or not is_right(namer, agreed, kind, group.roles):
        return False
    for own, people, _ in seats:
        if own["tunnus"] == holder["jasen"]:
            employed = any(row["tyonantaja"] is not None for row in people)
            right = group.region.role(own["nimeaja"]).kind == kind and not employed
            return right and _covers(holder, group.span)
    return False


def _is_termed(terms: Sequence[Malli]) -> bool:
    """Whether the only term is of five years, and set by its first day."""
    if len(terms) != 1:
        return False
    term = terms[0].__dict__
    start, setting = term["alkaen"], term["asettaminen"]
    if start is None or term["paattyen"] != last_day_of_years(start, TERM_YEARS):
        return False
    return setting is None or (setting.pvm is not None and setting.pvm <= start)


def _alone(seats: Iterable[Named], tasks: Iterable[Named]) -> int:
    for _, people, _ in (*seats, *tasks):
        if len(people) > 1 and not _in_turn(people) and overlapping(_periods(people)):
            return 0
    return ALONE


def _in_turn(people: Iterable[Row]) -> bool:
    """Whether each begins after the last day of all before, as those named mostly do."""
    latest = BEGINNING
    for row in people:
        if row["alkaen"] is None or row["alkaen"] <= latest:
            return False
        latest = max(latest, row["paattyen"] or FOREVER)
    return True


def _is_negotiated(group: GroupCase) -> bool:
    """Whether one negotiation on or before the setting was all that is asked for."""
    region, setting = group.region, group.first_setting
    if group.other_counties:
        return False  # those of each county have negotiated on its groups (rule G03)
    for row in map(ROW, region.alue.neuvottelut):
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
    for row in map(ROW, model["allekirjoitukset"]):
        party, day = row["osapuoli"], row["pvm"]
        if party not in region.parties or day is None or _is_of_group(region, row["nimike"]):
            return False
        days[party] = min(day, days.get(party, day))
    if valid is None or not all(
        party in region.parties and party in days and days[party] <= valid.start
        for party in model["osapuolet"]
    ):
        return False
    approvals = [(row["osapuoli"], row["pvm"]) for row in map(ROW, model["hyvaksynnat"])]
    return all(day is None or day <= days.get(party, day) for party, day in approvals)


def _is_of_group(region: RegionCase, title: Teksti | None) -> bool:
    """Whether somebody signs for a steering group (rule A02)."""
    told = title if title.__class__ is str else region.text(title)
    if told is None:
        return False
    small = told.casefold()
    return "johtoryhmän" in small or "ledningsgrupp" in small


def _is_staffed(agreement: AgreementCase, group: GroupCase) -> bool:
    """Whether one row of each tells of the staff of all days on which agreement and group are."""
    region, valid, span = agreement.region, agreement.validity, group.span
    if valid is None or span is None or not group.roles:
        return False
    own = (group.model.tunnus, None) if len(region.groups) == 1 else (group.model.tunnus,)
    rows = [row for row in map(ROW, region.alue.henkilosto) if row["johtoryhma"] in own]
    if not all(all(_QUANTITY(row)) for row in rows):
        return False
    days = valid.intersection(span)
    lasting = [row for row in rows if days is None or _covers(row, days)]
    return {region.role(row["osapuoli"]) for row in lasting}.issuperset(group.roles)


def _are_shared(agreement: AgreementCase) -> bool:
    """Whether each key says all, or the shares of those who must pay are the whole."""
    costs = agreement.model.kustannukset
    for row in map(ROW, costs):
        if row["avain"] in (None, "muu"):
            return False
        if row["avain"] == "sovittu":
            shares = row["osuudet"] or {}
            kinds = {agreement.region.role(party).kind for party in shares}
            if sum(shares.values()) != WHOLE or PARTNER in kinds:
                return False
    return bool(costs)


def _namings(group: GroupCase, seats: Sequence[Named], tasks: Sequence[Named]) -> int:
    """Whether days and decisions are told of all settings, namings and offices."""
    model = group.model.__dict__
    offices = [*map(ROW, model["puheenjohtaja"]), *map(ROW, model["varapuheenjohtaja"])]
    people = [row for _, named, deputies in (*seats, *tasks) for row in (*named, *deputies)]
    found = DATED if all(map(FIRST_DAY, (*people, *offices))) else 0
    return found | DECIDED if is_decided(group, seats, tasks, offices) else found
