"""P03: the case number and the time of keeping are recorded."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.words import listed
from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import NuortenYhteispalvelu, Sopimus

PARTS = {"asiatunnus": "asiatunnus", "sailytysaika": "säilytysaika"}

KEEPING = "sailytysaika"

LACKING = "Asianhallinnan tiedoista ei ole kirjattu: {puuttuvat}."
ADVICE = "Kirjaa asiatunnus asiarekisteristä ja säilytysaika tiedonohjaussuunnitelmasta."


def check(region: RegionCase) -> Iterator[Hit]:
    """Agreements and youth services without case number or time of keeping."""
    kept = {item.tunnus for item in region.alue.sopimukset if item.sailytysaika is not None}
    for index, agreement in enumerate(region.alue.sopimukset):
        amended = agreement.muuttaa.sopimus if agreement.muuttaa else None
        yield from _lacking(("sopimukset", index), agreement, kept=amended in kept)
    for index, service in enumerate(region.alue.nuorten_yhteispalvelu):
        yield from _lacking(("nuorten_yhteispalvelu", index), service)


def _lacking(
    path: Path, item: Sopimus | NuortenYhteispalvelu, *, kept: bool = False
) -> Iterator[Hit]:
    """What is missing; an amending agreement is kept as long as the one that it amends."""
    held = item.__dict__
    lacking = [
        name
        for part, name in PARTS.items()
        if held[part] is None and not (kept and part == KEEPING)
    ]
    if lacking:
        yield Hit(path, LACKING, ADVICE, {"puuttuvat": listed(lacking)}, missing=True)


RULE = Rule(
    code="P03",
    title="Asiatunnus ja säilytysaika on kirjattu",
    severity=Severity.WARNING,
    citations=("906/2019 25 §", "906/2019 26 §", "906/2019 21 §"),
    grade="A",
    decides="Ei riipu päivästä: katsotaan, onko tiedot kirjattu.",
    scope=Scope.REGION,
    check=check,
)
