"""Y03: each authority has assessed the need of the young people's service."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.words import listed
from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.facts import SERVED
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules._youth import assessed, others, roles, services, untold

NONE = "Arviota nuorten yhteispalvelun tarpeesta ei ole kirjattu tehdyksi: {kuka}."
ADVICE = "Kirjaa kohtaan tarvearviot viranomaisen tunnus ja arvion päivä."


def check(region: RegionCase) -> Iterator[Hit]:
    """Authorities without an assessment by the as-of day; Y06 asks for the services."""
    done = assessed(region)
    for path, service in services(region):
        absent = roles(region, service.tyovoimaviranomaiset) - done
        for other in others(region) if absent else ():
            absent -= assessed(other)
        absent -= untold(region)
        if absent:
            values = {"kuka": listed([region.party_name(role) for role in sorted(absent)])}
            place = (*path, "tarvearviot") if service.tarvearviot else path
            yield Hit(place, NONE, ADVICE, values, missing=True)


RULE = Rule(
    code="Y03",
    title="Työvoimaviranomainen on arvioinut nuorten yhteispalvelun tarpeen",
    severity=Severity.ERROR,
    citations=("381/2023 16 § 2 mom",),
    grade="A",
    decides="Tarkastelupäivä: arvio on tehty viimeistään silloin.",
    scope=Scope.REGION,
    check=check,
    settled=SERVED,
)
