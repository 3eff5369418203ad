"""Staff that a party has promised in total, and how much of it is given to the groups."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sopimukset.tracking.roles import Role, role_of

if TYPE_CHECKING:
    from sopimukset.model import Alue, Henkilostorivi


@dataclass(frozen=True, slots=True)
class StaffPool:
    """A party's pool in a region on a day, in one unit.

    Attributes:
        unit: `htv`, `henkiloa`, `tuntia-viikossa`; "" where none is recorded.
        promised: what the party has promised in total.
        given: what of its staff in that unit is given to the region's groups, and to those that
            live in another region's file.
        elsewhere: what of that is given to the latter. The other region's groups have it too: a
            party that has a pool in both is told of the same staff twice, once for each promise.
    """

    unit: str
    promised: Decimal
    given: Decimal
    elsewhere: Decimal = Decimal()

    @property
    def left(self) -> Decimal:
        """What is not given to any group; below zero where more is given than was promised."""
        return self.promised - self.given


def pools_on(
    alue: Alue, parties: Collection[str], day: date, elsewhere: Iterable[Henkilostorivi] = ()
) -> Iterator[StaffPool]:
    """The pools of a party on a day, by unit; none where it has recorded none.

    Args:
        alue: the region's record.
        parties: the identifiers under which the party stands in it.
        day: the day on which both pool and staff must hold.
        elsewhere: the party's staff in groups that live in another region's file; see
            `staff_elsewhere`.
    """
    own = [row for row in alue.henkilosto if row.osapuoli in parties]
    others = [*elsewhere]
    promised: dict[str, Decimal] = {}
    for party in alue.osapuolet:
        for pool in party.henkilostovaranto if party.tunnus in parties else ():
            if pool.maara is not None and pool.jakso is not None and day in pool.jakso:
                counted: str = pool.yksikko or ""
                promised[counted] = promised.get(counted, Decimal()) + pool.maara
    for unit in sorted(promised):
        away = _sum(others, unit, day)
        yield StaffPool(unit, promised[unit], _sum(own, unit, day) + away, away)


def _sum(rows: Iterable[Henkilostorivi], unit: str, day: date) -> Decimal:
    given = (
        row.maara
        for row in rows
        if row.maara is not None
        and (row.yksikko or "") == unit
        and row.jakso is not None
        and day in row.jakso
    )
    return sum(given, Decimal())


def staff_elsewhere(
    alue: Alue, role: Role, records: Mapping[str, Alue]
) -> Iterator[Henkilostorivi]:
    """A party's staff in the region's groups that live in another region's file.

    A group over two counties stands in one file only, and with it the staff of all its parties.
    What is invented there is given by no real party.

    Args:
        alue: the region that refers to such groups (`yhteiset_johtoryhmat`).
        role: the party, known across files by its role.
        records: the regions that could be read, by folder.
    """
    references = ((item.alue, item.johtoryhma) for item in alue.yhteiset_johtoryhmat)
    for folder, group in dict.fromkeys(references):
        home = records.get(folder)
        if home is None or home is alue or (home.kuvitteellinen and not alue.kuvitteellinen):
            continue
        own = {party.tunnus for party in home.osapuolet if role_of(party) == role}
        for row in staff_of_group(home, group):
            if row.osapuoli in own:
                yield row


def staff_of_group(alue: Alue, group: str) -> Iterator[Henkilostorivi]:
    """The staff that a file gives to a group; a row that names none is the only group's."""
    alone = len(alue.johtoryhmat) == 1
    for row in alue.henkilosto:
        if row.johtoryhma == group or (row.johtoryhma is None and alone):
            yield row
