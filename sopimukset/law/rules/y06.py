"""Y06: the young people's service of each of the region's authorities is recorded."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.words import listed
from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.facts import SERVED
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules._youth import KEY, others, served, untold
from sopimukset.tracking.roles import AUTHORITY

NONE = "Nuorten monialaisen tuen yhteispalvelua ei ole kirjattu: {kuka}."
ADVICE = "Kirjaa palvelu kohtaan nuorten_yhteispalvelu ja siihen tyovoimaviranomaiset."


def check(region: RegionCase) -> Iterator[Hit]:
    """Authorities of the county whose service no file records."""
    absent = {role for role in region.county_roles if role.kind == AUTHORITY} - served(region)
    for other in others(region) if absent else ():
        absent -= served(other)
    absent -= untold(region)
    if absent:
        values = {"kuka": listed([region.party_name(role) for role in sorted(absent)])}
        yield Hit((KEY,), NONE, ADVICE, values, missing=True)


RULE = Rule(
    code="Y06",
    title="Jokaisen työvoimaviranomaisen nuorten yhteispalvelu on kirjattu",
    severity=Severity.WARNING,
    citations=("381/2023 16 § 1 mom",),
    grade="A",
    decides="Ei riipu päivästä: katsotaan, mitkä palvelut on kirjattu.",
    scope=Scope.REGION,
    check=check,
    settled=SERVED,
)
