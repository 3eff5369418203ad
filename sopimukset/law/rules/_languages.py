"""Which authorities and counties are bilingual (423/2003 6 § 1 mom, as amended by 644/2021)."""

from __future__ import annotations

from sopimukset.register import Register
from sopimukset.tracking.roles import AUTHORITY, COUNTY, Role


def bilingual(role: Role, register: Register) -> bool:
    """Whether the register marks the authority's area, or the county, as bilingual."""
    if role.kind == AUTHORITY:
        area = register.tyollisyysalueet.get(role.key)
        return area is not None and area.kaksikielinen
    if role.kind == COUNTY:
        county = register.hyvinvointialueet.get(role.key)
        return county is not None and county.kaksikielinen
    return False
