"""Staff that a party has promised in total, and how much of it is given to the groups."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopimukset.model import Alue


@dataclass(frozen=True, slots=True)
class StaffPool:
    """A party's pool in a region on a day, in one unit.

    Attributes:
        unit: `htv`, `henkiloa`, `tuntia-viikossa`; "" where none is recorded.
        promised: what the party has promised in total.
        given: what of its staff in that unit is given to the region's groups.
    """

    unit: str
    promised: Decimal
    given: Decimal

    @property
    def left(self) -> Decimal:
        """What is not given to any group; below zero where more is given than was promised."""
        return self.promised - self.given


def pools_on(alue: Alue, parties: Collection[str], day: date) -> Iterator[StaffPool]:
    """The pools of a party on a day, by unit; none where it has recorded none.

    Args:
        alue: the region's record.
        parties: the identifiers under which the party stands in it.
        day: the day on which both pool and staff must hold.
    """
    promised: dict[str, Decimal] = {}
    for party in alue.osapuolet:
        for pool in party.henkilostovaranto if party.tunnus in parties else ():
            if pool.maara is not None and pool.jakso is not None and day in pool.jakso:
                own: str = pool.yksikko or ""
                promised[own] = promised.get(own, Decimal()) + pool.maara
    for unit in sorted(promised):
        rows = (
            row.maara
            for row in alue.henkilosto
            if row.osapuoli in parties
            and row.maara is not None
            and (row.yksikko or "") == unit
            and row.jakso is not None
            and day in row.jakso
        )
        yield StaffPool(unit, promised[unit], sum(rows, Decimal()))
