"""A13: what the staff was sized on is recorded."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.rule import Hit, Rule, Scope

NONE = "Henkilöstön mitoituksen perustetta ei ole kirjattu."
NONE_ADVICE = "Kirjaa mitoitus: palvelua tarvitsevien asiakkaiden määrä, päivä ja lähde."
COUNTLESS = "Mitoitukseen ei ole kirjattu palvelua tarvitsevien asiakkaiden määrää."
COUNTLESS_ADVICE = "Kirjaa asiakkaita tai kerro peruste sanoin."


def check(region: RegionCase) -> Iterator[Hit]:
    """A region that assigns staff without saying for how many customers."""
    if not region.alue.henkilosto and not any(item.statutory for item in region.agreements):
        return
    sizing = region.alue.mitoitus
    if sizing is None and region.groups and all(group.model.mitoitus for group in region.groups):
        return
    if sizing is None:
        yield Hit(("mitoitus",), NONE, NONE_ADVICE, missing=True)
    elif sizing.asiakkaita is None and sizing.peruste is None:
        yield Hit(("mitoitus",), COUNTLESS, COUNTLESS_ADVICE, missing=True)


RULE = Rule(
    code="A13",
    title="Henkilöstön mitoituksen peruste, asiakkaiden määrä, on kirjattu",
    severity=Severity.WARNING,
    citations=("381/2023 9 § 2 mom",),
    grade="A",
    decides="Ei riipu päivästä: katsotaan, onko peruste kirjattu.",
    scope=Scope.REGION,
    check=check,
)
