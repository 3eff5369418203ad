"""All that rules are asked about: every region that was read, with the register and the day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from sopimukset.base.once import once
from sopimukset.law.cases import RegionCase
from sopimukset.tracking.holdings import no_library

if TYPE_CHECKING:
    from sopimukset.law.cases import GroupCase
    from sopimukset.model import Lausekekirjasto
    from sopimukset.register import Register
    from sopimukset.workspace.workspace import Region


class World:
    """All regions that were read, the register and the day.

    Attributes:
        clauses: ids of the model clauses by kind of document.
        unread: regions whose record can't be read: what may stand there nobody can say.
        library_of: gives the model clauses themselves.
    """

    def __init__(
        self,
        register: Register,
        as_of: date,
        regions: Iterable[Region],
        clauses: Mapping[str, frozenset[str]],
        library_of: Callable[[str], Lausekekirjasto | None] = no_library,
    ) -> None:
        self.register = register
        self.as_of = as_of
        self.clauses = clauses
        self.library_of = library_of
        self.regions: dict[str, RegionCase] = {}
        self.unread: set[str] = set()
        for region in regions:
            if region.alue is None:
                self.unread.add(region.name)
            else:
                self.regions[region.name] = RegionCase(self, region, region.alue)

    @once
    def _groups_by_county(self) -> dict[str, list[GroupCase]]:
        found: dict[str, list[GroupCase]] = {}
        for region in self.regions.values():
            for group in region.groups:
                for county in group.counties or (region.alue.alue,):
                    found.setdefault(county, []).append(group)
        return found

    def groups_of(self, county: str) -> list[GroupCase]:
        """The groups whose territory meets the county, in whichever file they live."""
        return self._groups_by_county.get(county, [])
