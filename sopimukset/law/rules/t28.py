"""T28: a party gives its groups no more staff than it has promised in total."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.tracking.pools import pools_on, staff_elsewhere
from sopimukset.tracking.quantities import told_number

OVER = (
    "Johtoryhmille on osoitettu {osoitettu} {yksikko}, mutta osapuoli on luvannut yhteensä "
    "{luvattu} {yksikko}."
)
ADVICE = "Tarkista henkilöstövaranto ja osapuolen henkilöstörivit."


def check(region: RegionCase) -> Iterator[Hit]:
    """Pools that are given out more than once, on the day on which the record is judged."""
    if not any(party.henkilostovaranto for party in region.alue.osapuolet):
        return  # nobody has promised any, as mostly
    records = {name: other.alue for name, other in region.world.regions.items()}
    for index, party in enumerate(region.alue.osapuolet):
        elsewhere = staff_elsewhere(region.alue, region.role(party.tunnus), records)
        for pool in pools_on(region.alue, (party.tunnus,), region.as_of, elsewhere):
            if pool.unit and pool.left < 0:
                values = {
                    "osoitettu": told_number(pool.given),
                    "luvattu": told_number(pool.promised),
                    "yksikko": pool.unit,
                }
                yield Hit(("osapuolet", index, "henkilostovaranto"), OVER, ADVICE, values)


RULE = Rule(
    code="T28",
    title="Johtoryhmille ei ole osoitettu enempää henkilöstöä kuin osapuoli on luvannut yhteensä",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Tarkastelupäivä: lasketaan silloin voimassa olevat rivit.",
    scope=Scope.REGION,
    check=check,
)
