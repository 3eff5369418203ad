"""A party over all groups that it sits in: members, deputies, meetings, staff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sopimukset.base.periods import Period
from sopimukset.tracking.clashes import Attendance, Clash, clashes
from sopimukset.tracking.gatherings import Gathering, gatherings
from sopimukset.tracking.pools import StaffPool, pools_on, staff_elsewhere, staff_of_group
from sopimukset.tracking.posts import holders_on
from sopimukset.tracking.territory import municipalities, roles_of_territory

if TYPE_CHECKING:
    from sopimukset.model import (
        Alue,
        Henkilostorivi,
        Jasenyys,
        Johtoryhma,
        Nimetty,
        NimettyVarajasen,
        Seuranta,
    )
    from sopimukset.tracking.holdings import Holdings
    from sopimukset.tracking.roles import Role


@dataclass(frozen=True, slots=True)
class PartySeat:
    """A seat that the party names, with who is recorded in it on the day."""

    seat: Jasenyys
    members: tuple[Nimetty, ...]
    deputies: tuple[NimettyVarajasen, ...]

    @property
    def people(self) -> frozenset[str]:
        """The keys of the members."""
        return frozenset(item.henkilo for item in self.members if item.henkilo)


@dataclass(frozen=True, slots=True)
class PartyStaff:
    """Staff that the party gives on the day.

    Attributes:
        row: as it was agreed.
        realised: the amount of the newest follow-up that tells of it; None where none does.
        period: the last day of that follow-up's period.
    """

    row: Henkilostorivi
    realised: Decimal | None
    period: date | None


@dataclass(frozen=True, slots=True)
class PartyGroup:
    """A group that the party sits in, or ought to by its territory (388/2024 1 § 2 mom)."""

    holdings: Holdings
    group: Johtoryhma
    seats: tuple[PartySeat, ...]
    gatherings: tuple[Gathering, ...]
    staff: tuple[PartyStaff, ...]


@dataclass(frozen=True, slots=True)
class StaffTotal:
    """Staff over all groups that are no illustrations, by unit.

    Attributes:
        unit: `htv`, `henkiloa`, `tuntia-viikossa`; "" where none is recorded.
        promised: the sum of what was agreed.
        realised: the sum of what was realised, of the rows of which that is recorded.
        compared: the sum of what was agreed on those same rows.
    """

    unit: str
    promised: Decimal
    realised: Decimal
    compared: Decimal


@dataclass(frozen=True, slots=True)
class PartyPool:
    """What the party has promised in total in one region, beside what is given to its groups."""

    holdings: Holdings
    pool: StaffPool


@dataclass(frozen=True, slots=True)
class PartyView:
    """One party over all groups.

    Attributes:
        totals: over all groups that are no illustrations.
        pools: of the regions in which the party has recorded one; illustrations among them.
    """

    role: Role
    groups: tuple[PartyGroup, ...]
    clashes: tuple[Clash, ...]
    totals: tuple[StaffTotal, ...]
    pools: tuple[PartyPool, ...] = ()


def party_view(
    role: Role,
    regions: Iterable[Holdings],
    day: date,
    until: date,
    others: Mapping[str, Alue] | None = None,
) -> PartyView:
    """A party on a day, with the meetings from the day until another one.

    Clashes of illustrations with real groups are none: what is invented can't be attended.

    Args:
        role: the party.
        regions: those whose groups are shown.
        day: the day.
        until: the last day on which meetings are looked for.
        others: records of regions that aren't shown, by folder: a shared group may live there.
    """
    span = Period(day, max(day, until))
    known = tuple(regions)
    groups = tuple(item for holdings in known for item in _groups(role, holdings, span))
    found: list[Clash] = []
    for illustrative in (False, True):
        own = [item for item in groups if item.holdings.alue.kuvitteellinen == illustrative]
        found += clashes(attendance for item in own for attendance in _attendances(role, item))
    records = {**(others or {}), **{holdings.name: holdings.alue for holdings in known}}
    pools = (item for holdings in known for item in _pools(role, holdings, day, records))
    return PartyView(role, groups, tuple(found), tuple(_totals(groups)), tuple(pools))


def _pools(
    role: Role, holdings: Holdings, day: date, records: Mapping[str, Alue]
) -> Iterator[PartyPool]:
    elsewhere = staff_elsewhere(holdings.alue, role, records)
    for pool in pools_on(holdings.alue, _own(role, holdings), day, elsewhere):
        yield PartyPool(holdings, pool)


def _own(role: Role, holdings: Holdings) -> set[str]:
    """The identifiers under which the party stands in a region."""
    return {tunnus for tunnus, item in holdings.roles.items() if item == role}


def _groups(role: Role, holdings: Holdings, span: Period) -> Iterator[PartyGroup]:
    own, day = _own(role, holdings), span.start
    for group in holdings.alue.johtoryhmat:
        names = municipalities(group, holdings.alue.alue, holdings.register)
        by_law = roles_of_territory(names, holdings.register) if names else ()
        seats = tuple(_seats(group, own, day))
        if not seats and role not in by_law:
            continue
        meetings = holdings.meetings_of(group.tunnus)
        planned = gatherings(group, meetings, span, day)
        yield PartyGroup(
            holdings, group, seats, tuple(planned), tuple(_staff(holdings, group, own, day))
        )


def _seats(group: Johtoryhma, own: set[str], day: date) -> Iterator[PartySeat]:
    for seat in group.jasenet:
        if seat.nimeaja in own:
            members, deputies = holders_on(seat.nimetyt, day), holders_on(seat.varajasenet, day)
            yield PartySeat(seat, tuple(members), tuple(deputies))


def _staff(holdings: Holdings, group: Johtoryhma, own: set[str], day: date) -> Iterator[PartyStaff]:
    told = _newest(holdings.follow_ups_of(group.tunnus), day)
    for row in staff_of_group(holdings.alue, group.tunnus):
        if row.osapuoli in own and row.jakso is not None and day in row.jakso:
            realised, period = told.get(row.tunnus, (None, None))
            yield PartyStaff(row, realised, period)


def _newest(follow_ups: Iterable[Seuranta], day: date) -> dict[str, tuple[Decimal, date]]:
    """The newest realised amount of each row, by the last day of a period that has ended."""
    told: dict[str, tuple[Decimal, date]] = {}
    for item in follow_ups:
        end = item.seurantajakso.paattyen
        if end is None or end > day:
            continue
        for row in item.henkilosto:
            known = told.get(row.rivi or "")
            if row.rivi and row.maara is not None and (known is None or known[1] < end):
                told[row.rivi] = (row.maara, end)
    return told


def _attendances(role: Role, item: PartyGroup) -> Iterator[Attendance]:
    people = frozenset(person for seat in item.seats for person in seat.people)
    for gathering in item.gatherings:
        yield Attendance(item.holdings.name, gathering, role, people)


def _totals(groups: Iterable[PartyGroup]) -> Iterator[StaffTotal]:
    rows = [
        staff
        for item in groups
        if not item.holdings.alue.kuvitteellinen
        for staff in item.staff
        if staff.row.maara is not None
    ]
    for unit in sorted({staff.row.yksikko or "" for staff in rows}):
        own = [staff for staff in rows if (staff.row.yksikko or "") == unit]
        told = [staff for staff in own if staff.realised is not None]
        yield StaffTotal(
            unit,
            sum((staff.row.maara or Decimal() for staff in own), Decimal()),
            sum((staff.realised or Decimal() for staff in told), Decimal()),
            sum((staff.row.maara or Decimal() for staff in told), Decimal()),
        )
