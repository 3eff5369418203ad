"""All regions of the register side by side, with what each figure rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from sopimukset.tracking.agreements import AgreementState
from sopimukset.tracking.due import deadlines_on
from sopimukset.tracking.nation.knowledge import (
    RECORDED,
    Knowledge,
    Known,
    Topic,
    known_topics,
)
from sopimukset.tracking.nation.sharing import (
    NationalShared,
    bears_on,
    group_topics,
    topics_with,
)
from sopimukset.tracking.posts import holders_on
from sopimukset.tracking.roles import AUTHORITY, COUNTY, KELA, PARTNER, Role
from sopimukset.tracking.standing import standing_on
from sopimukset.tracking.territory import municipalities
from sopimukset.tracking.yearly import goals_of

if TYPE_CHECKING:
    from sopimukset.base.periods import Period
    from sopimukset.model import Johtoryhma, Tavoite
    from sopimukset.register import Register
    from sopimukset.tracking.agreements import AgreementStatus
    from sopimukset.tracking.deadline import Deadline
    from sopimukset.tracking.groups import GroupStatus, TermState
    from sopimukset.tracking.holdings import Holdings

COOPERATION = "tym-sopimus"
ROLES = (AUTHORITY, COUNTY, KELA, PARTNER)
"""In which order parties' roles are shown."""


@dataclass(frozen=True, slots=True)
class NationalGroup:
    """A steering group and its shape.

    Attributes:
        tunnus: of the group.
        municipalities: how many it covers; None where its territory isn't recorded.
        authorities, counties: keys of whom the territory brings to the table.
        seats: how many seats are held on the day.
        experts: how many experts attend on the day.
        chair: the role of the party that named the chair of the day; None where none is recorded.
        lacking: how many seats are vacant, lack a deputy, or have nobody recorded at all.
        term_state, term: where its terms stand, and the term of the day or the nearest one.
    """

    tunnus: str
    municipalities: int | None
    authorities: tuple[str, ...]
    counties: tuple[str, ...]
    seats: int
    experts: int
    chair: Role | None
    lacking: int
    term_state: TermState
    term: Period | None


@dataclass(frozen=True, slots=True)
class NationalStaff:
    """Staff of one role on the day.

    Attributes:
        group: the `tunnus` of the group; "" where the row names none.
        role: of the party.
        unit: of the amount: `htv`, `henkiloa`, `tuntia-viikossa`; "" where none is recorded.
        amount: the sum of the rows.
        day: the newest first day of the rows.
        sources: what the rows say of where they come from.
    """

    group: str
    role: Role
    unit: str
    amount: Decimal
    day: date | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NationalGoal:
    """A goal of the year, with its group."""

    group: str
    goal: Tavoite


@dataclass(frozen=True)
class NationalRegion:
    """A region of the register.

    Attributes:
        key: of the county.
        knowledge: how much is known at all.
        confirmed: whether its record binds; a region in preparation is marked. Where it has
            nothing but shared groups, whether the records bind in which they live.
        topics: what is known of each topic, its shared groups among it.
        holdings: its record; None where there is none to read.
        shared: its groups that live in another region's file; totals count them there.
    """

    key: str
    knowledge: Knowledge
    confirmed: bool = False
    topics: Mapping[Topic, Known] | None = None
    holdings: Holdings | None = None
    groups: tuple[NationalGroup, ...] = ()
    agreements: tuple[AgreementStatus, ...] = ()
    staff: tuple[NationalStaff, ...] = ()
    goals: tuple[NationalGoal, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    shared: tuple[NationalShared, ...] = ()

    def known(self, topic: Topic) -> Known:
        """What is known of a topic."""
        return self.topics[topic] if self.topics else Known(self.knowledge)

    @property
    def counts(self) -> bool:
        """Whether it stands in totals: what is invented or in preparation doesn't."""
        return self.knowledge is Knowledge.KNOWN and self.confirmed

    @property
    def cooperation(self) -> list[AgreementStatus]:
        """Its agreements on cooperation (381/2023 9 § 2 mom), the ended ones left out."""
        return [
            item
            for item in self.agreements
            if item.agreement.laji == COOPERATION and item.state is not AgreementState.ENDED
        ]


@dataclass(frozen=True)
class Nation:
    """All regions on a day.

    Attributes:
        regions: in the register's order.
    """

    day: date
    regions: tuple[NationalRegion, ...]

    @cached_property
    def counted(self) -> tuple[NationalRegion, ...]:
        """The regions that stand in totals."""
        return tuple(item for item in self.regions if item.counts)

    @cached_property
    def _sharers(self) -> dict[tuple[str, str], list[str]]:
        """The counties that refer to a group, by the county in whose file it lives and by key."""
        found: dict[tuple[str, str], list[str]] = {}
        for region in self.regions:
            for item in region.shared:
                found.setdefault((item.home, item.group), []).append(region.key)
        return found

    def sharers_of(self, home: str, group: str) -> tuple[str, ...]:
        """The other counties that share a group; none where it is one county's own.

        Args:
            home: the county in whose file it lives: its rows stand there.
            group: the group's `tunnus` there.
        """
        return tuple(self._sharers.get((home, group), ()))

    def knowledge_of(self, topic: Topic) -> dict[Knowledge, int]:
        """How many regions there are of each knowledge of a topic."""
        found = dict.fromkeys(Knowledge, 0)
        for region in self.regions:
            found[region.known(topic).knowledge] += 1
        return found

    def staff_by_role(self, regions: Iterable[NationalRegion]) -> dict[tuple[str, str], Decimal]:
        """Sums of staff by the kind of role and unit."""
        sums: dict[tuple[str, str], Decimal] = {}
        for region in regions:
            for item in region.staff:
                key = (item.role.kind, item.unit)
                sums[key] = sums.get(key, Decimal(0)) + item.amount
        return sums


def nation_on(
    found: Mapping[str, Holdings], unreadable: Iterable[str], register: Register, day: date
) -> Nation:
    """All regions of the register as they stand on a day.

    Args:
        found: the records that could be read, by the county's key.
        unreadable: counties whose record can't be read.
        register: knows all counties.
        day: of the report.
    """
    broken = set(unreadable)
    regions = []
    for key in register.hyvinvointialueet:
        if key in found:
            regions.append(_region(key, found[key], day))
        else:
            lack = Knowledge.UNREADABLE if key in broken else Knowledge.NOT_THERE
            regions.append(NationalRegion(key, lack))
    homes = {item.holdings.name: item for item in regions if item.holdings is not None}
    return Nation(day, tuple(_with_shared(item, homes, broken, day) for item in regions))


def _region(key: str, holdings: Holdings, day: date) -> NationalRegion:
    standing = standing_on(holdings, day)
    topics = known_topics(holdings, standing, day)
    return NationalRegion(
        key,
        _knowledge(topics),
        holdings.confirmed,
        topics,
        holdings,
        tuple(_group(holdings, item, day) for item in standing.groups),
        standing.agreements,
        tuple(_staff(holdings, day)),
        tuple(_goals(holdings, day)),
        deadlines_on(holdings, standing, day),
    )


def _knowledge(topics: Mapping[Topic, Known]) -> Knowledge:
    """Of a region: of its topics the one of which most is known, what can't be read told first."""
    found = {item.knowledge for item in topics.values()}
    order = (Knowledge.KNOWN, Knowledge.ILLUSTRATIVE, Knowledge.UNREADABLE)
    return next((item for item in order if item in found), Knowledge.NOT_RECORDED)


def _with_shared(
    region: NationalRegion, homes: Mapping[str, NationalRegion], broken: set[str], day: date
) -> NationalRegion:
    """The region with its groups that live in other files; its own rows stay its own."""
    if region.holdings is None or region.topics is None:
        return region
    alue = region.holdings.alue
    if not alue.yhteiset_johtoryhmat:
        return region
    shared = tuple(_shared(region.holdings, homes, day))
    unread = any(item.alue in broken for item in alue.yhteiset_johtoryhmat)
    topics = topics_with(region.topics, shared, invented=alue.kuvitteellinen, unread=unread)
    told = [item for item in shared if item.topics]
    has_own = region.knowledge in RECORDED
    binds = region.confirmed and (has_own or all(item.confirmed for item in told))
    return replace(
        region, knowledge=_knowledge(topics), confirmed=binds, topics=topics, shared=shared
    )


def _shared(
    guest: Holdings, homes: Mapping[str, NationalRegion], day: date
) -> Iterator[NationalShared]:
    """The groups that a region refers to, as far as their file and they in it can be found."""
    every = [(item.alue, item.johtoryhma) for item in guest.alue.yhteiset_johtoryhmat]
    for folder, group in dict.fromkeys(every):
        home = homes.get(folder)
        if home is None or home.holdings is None or home.holdings is guest:
            continue
        if all(one.tunnus != group for one in home.groups):
            continue
        if bears_on(home.holdings, guest):
            due = tuple(item for item in home.deadlines if item.group == group)
            topics = group_topics(home.holdings, group, day)
            yield NationalShared(home.key, group, due, topics, home.confirmed)
        else:
            yield NationalShared(home.key, group)


def _group(holdings: Holdings, status: GroupStatus, day: date) -> NationalGroup:
    group = status.group
    names = municipalities(group, holdings.alue.alue, holdings.register)
    held = [seat for seat in group.jasenet if holders_on(seat.nimetyt, day)]
    return NationalGroup(
        group.tunnus,
        None if names is None else len(names),
        () if names is None else holdings.register.authorities_of(names),
        () if names is None else holdings.register.counties_of(names),
        len(held),
        len(holders_on(group.asiantuntijat, day)),
        _chair(holdings, group, day),
        len(status.absent) + len(status.vacant) + len(status.without_deputy),
        status.term_state,
        status.term,
    )


def _chair(holdings: Holdings, group: Johtoryhma, day: date) -> Role | None:
    """The role of the party that named the chair of the day."""
    for chair in holders_on(group.puheenjohtaja, day):
        return holdings.roles.get(chair.nimeaja or "")
    return None


def _staff(holdings: Holdings, day: date) -> Iterator[NationalStaff]:
    """The staff of the day by group, role and unit; a row without an amount says nothing."""
    rows: dict[tuple[str, Role, str], list[tuple[Decimal, date | None, str]]] = {}
    for row in holdings.alue.henkilosto:
        role = holdings.roles.get(row.osapuoli or "")
        if row.maara is None or role is None or row.jakso is None or day not in row.jakso:
            continue
        key = (row.johtoryhma or "", role, row.yksikko or "")
        rows.setdefault(key, []).append((row.maara, row.alkaen, row.lahde or ""))
    for (group, role, unit), found in rows.items():
        amount = sum((item[0] for item in found), Decimal(0))
        newest = max((item[1] for item in found if item[1] is not None), default=None)
        sources = tuple(dict.fromkeys(item[2] for item in found if item[2]))
        yield NationalStaff(group, role, unit, amount, newest, sources)


def _goals(holdings: Holdings, day: date) -> Iterator[NationalGoal]:
    for group in holdings.alue.johtoryhmat:
        for goal in goals_of(group, day.year, day):
            yield NationalGoal(group.tunnus, goal)
