"""Which authorities and counties a group's territory brings to the table.

They follow from the municipalities and the register, never from what a file says of itself
(388/2024 1 § 2 mom: "jokaiseen johtoryhmään, jonka toimialueeseen ne kuuluvat").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopimukset.tracking.roles import AUTHORITY, COUNTY, KELA_ROLE, Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopimukset.model import Johtoryhma
    from sopimukset.register import Register

WHOLE_COUNTY = "kaikki"
"""A territory of all municipalities of the region's own county."""


def municipalities(group: Johtoryhma, county: str, register: Register) -> frozenset[str] | None:
    """The group's municipalities by Finnish name; None where the territory is not recorded.

    A name that the register does not know is left out (rule T03 tells of it).
    """
    if group.toimialue is None or group.toimialue.kunnat is None:
        return None
    if group.toimialue.kunnat == WHOLE_COUNTY:
        own = register.hyvinvointialueet.get(county)
        return frozenset(own.kunnat) if own else None
    found = (register.kunta_named(name) for name in group.toimialue.kunnat)
    return frozenset(kunta.nimi_fi for kunta in found if kunta)


def roles_of_territory(names: frozenset[str], register: Register) -> tuple[Role, ...]:
    """The roles that must name members: every authority and county of the territory, and Kela."""
    authorities = (Role(AUTHORITY, key) for key in register.authorities_of(names))
    counties = (Role(COUNTY, key) for key in register.counties_of(names))
    return (*authorities, *counties, KELA_ROLE)


def authorities_by_municipality(roles: Mapping[str, Role], register: Register) -> dict[str, str]:
    """The party of the authority of each municipality, by its Finnish name.

    Args:
        roles: the roles of a region's parties by `tunnus`.
        register: the municipalities and their areas.
    """
    parties = {role.key: tunnus for tunnus, role in roles.items() if role.kind == AUTHORITY}
    return {
        name: tunnus
        for key, tunnus in parties.items()
        for name in _of_area(key, register)  # a search of the whole register grows with it
    }


def _of_area(key: str, register: Register) -> tuple[str, ...]:
    area = register.tyollisyysalueet.get(key)
    return area.kunnat if area else ()
