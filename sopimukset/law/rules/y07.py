"""Y07: the service points of the young people's service are recorded."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.facts import SERVED
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules._youth import services

NONE = "Nuorten yhteispalvelun palvelupisteitä ei ole kirjattu."
ADVICE = (
    "Kirjaa palvelupisteet: nimi ja kunta. Palvelun on oltava nuorten helposti saavutettavissa."
)


def check(region: RegionCase) -> Iterator[Hit]:
    """Services without a single service point."""
    for path, service in services(region):
        if not service.palvelupisteet:
            yield Hit(path, NONE, ADVICE, missing=True)


RULE = Rule(
    code="Y07",
    title="Nuorten yhteispalvelun palvelupisteet on kirjattu",
    severity=Severity.INFO,
    citations=("381/2023 16 § 2 mom",),
    grade="A",
    decides="Ei riipu päivästä: katsotaan, mitkä palvelupisteet on kirjattu.",
    scope=Scope.REGION,
    check=check,
    settled=SERVED,
)
