"""H01: only in Helsinki may one legal person be both the authority and the county."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.facts import IDENTIFIED
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.tracking.roles import AUTHORITY, COUNTY

HELSINKI = "helsinki"

SAME = "Sama oikeushenkilö on kirjattu sekä työvoimaviranomaiseksi että hyvinvointialueeksi."
ADVICE = "Vain Helsingin kaupungilla on molemmat roolit. Tarkista oikeushenkilo."


def check(region: RegionCase) -> Iterator[Hit]:
    """A legal person in two roles outside Helsinki."""
    if region.alue.alue == HELSINKI:
        return
    counties = {
        region.text(party.oikeushenkilo)
        for party in region.alue.osapuolet
        if party.rooli == COUNTY and party.oikeushenkilo is not None
    }
    for index, party in enumerate(region.alue.osapuolet):
        if party.rooli == AUTHORITY and region.text(party.oikeushenkilo) in counties:
            yield Hit(("osapuolet", index, "oikeushenkilo"), SAME, ADVICE)


RULE = Rule(
    code="H01",
    title="Vain Helsingissä sama oikeushenkilö on työvoimaviranomainen ja hyvinvointialue",
    severity=Severity.WARNING,
    citations=("615/2021 2 § 2 mom",),
    grade="C",
    decides="Ei riipu päivästä: katsotaan osapuolten oikeushenkilöitä.",
    scope=Scope.REGION,
    check=check,
    settled=IDENTIFIED,
)
