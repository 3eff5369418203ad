"""T07: the folder bears the region's key."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.rule import Hit, Rule, Scope

DIFFERS = "Kansion nimi on {kansio}, mutta alue on {alue}."
ADVICE = "Nimeä kansio alueen avaimella tai korjaa kohta alue."


def check(region: RegionCase) -> Iterator[Hit]:
    """A folder that is called something else than its region."""
    if region.name != region.alue.alue:
        values = {"kansio": region.name, "alue": region.alue.alue}
        yield Hit(("alue",), DIFFERS, ADVICE, values)


RULE = Rule(
    code="T07",
    title="Kansion nimi on alueen avain",
    severity=Severity.ERROR,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.REGION,
    check=check,
)
