"""Y02: the parties of the young people's service have agreed on its organising and costs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopimukset.base.words import listed
from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.facts import SERVED
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.law.rules._youth import roles, services
from sopimukset.model import NuortenYhteispalvelu, Sopimus

SEPARATE = "nuorten-yhteispalvelu"

PARTS = {"organisointi": "organisointi", "kustannusten_jako": "kustannusten jako"}
NONE = "Nuorten yhteispalvelusta ei ole kirjattu sovituksi: {puuttuvat}."
LATER = "Nuorten yhteispalvelusta on sovittu vasta tarkastelupäivän jälkeen: {puuttuvat}."
ADVICE = "Kirjaa kohtaan sovittu päivät organisointi ja kustannusten_jako. Muoto on vapaa."


def check(region: RegionCase) -> Iterator[Hit]:
    """Services for which one of the two matters is not agreed."""
    for path, service in services(region):
        agreed = service.sovittu
        days: dict[str, date | None] = {part: getattr(agreed, part, None) for part in PARTS}
        lacking = [part for part, day in days.items() if day is None or day > region.as_of]
        if lacking:
            lacking = [part for part in lacking if part not in _elsewhere(region, service)]
        later = [PARTS[part] for part in lacking if days[part] is not None]
        never = [PARTS[part] for part in lacking if days[part] is None]
        place: Path = (*path, "sovittu") if agreed else path
        for message, names in ((NONE, never), (LATER, later)):
            if names:
                yield Hit(place, message, ADVICE, {"puuttuvat": listed(names)}, missing=True)


def _elsewhere(region: RegionCase, service: NuortenYhteispalvelu) -> set[str]:
    """What an agreement of its own settles for one of the service's authorities."""
    wanted = roles(region, service.tyovoimaviranomaiset)
    found: set[str] = set()
    for item in region.alue.sopimukset:
        if item.laji == SEPARATE and wanted & roles(region, item.osapuolet):
            found |= _settled(item, region.as_of)
    return found


def _settled(item: Sopimus, as_of: date) -> set[str]:
    begun = item.voimassa is None or item.voimassa.alkaen is None or item.voimassa.alkaen <= as_of
    if not begun:
        return set()
    return {"organisointi", "kustannusten_jako"} if item.kustannukset else {"organisointi"}


RULE = Rule(
    code="Y02",
    title="Nuorten yhteispalvelun organisoinnista ja kustannusten jaosta on sovittu",
    severity=Severity.ERROR,
    citations=("381/2023 16 § 3 mom",),
    grade="A",
    decides="Tarkastelupäivä: on sovittu viimeistään silloin.",
    scope=Scope.REGION,
    check=check,
    settled=SERVED,
)
