"""What is plainly in order in a region beyond its groups: its parties, its young people's service.

As `law.settled` of groups and agreements.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

from sopimukset.law.decided import Row, are_whole
from sopimukset.law.facts import (
    COVERED,
    DATED,
    DECIDED,
    IDENTIFIED,
    OF_GROUPS,
    SERVED,
    UNILINGUAL,
)
from sopimukset.law.settled import FIRST_DAY, ROW
from sopimukset.tracking.roles import AUTHORITY, COUNTY

if TYPE_CHECKING:
    from datetime import date

    from sopimukset.law.cases import RegionCase
    from sopimukset.model import Malli
    from sopimukset.tracking.roles import Role

_SERVICE = "työ"
"""Stands in what an area or a service is called: whether it is a legal person is for a rule."""

_SCHOOLS = ("koulu", "oppilait", "utbild")
"""Some of the words by which Y04 knows those who arrange education."""

_AGREED = itemgetter("organisointi", "kustannusten_jako")


def facts_of_region(region: RegionCase) -> int:
    """The facts that hold of a region."""
    found = OF_GROUPS
    for group in region.groups:
        found &= group.facts
    alue = region.alue.__dict__
    if not all(map(FIRST_DAY, map(ROW, alue["henkilosto"]))):
        found &= ~DATED
    approvals = [
        (approval, approval.osapuoli)
        for agreement in alue["sopimukset"]
        for approval in agreement.hyvaksynnat
    ]
    if not are_whole(approvals, region):
        found &= ~DECIDED
    parties = list(map(ROW, alue["osapuolet"]))
    services = list(map(ROW, alue["nuorten_yhteispalvelu"]))
    if _are_identified(region, parties) and _are_known(region, alue["toimipisteet"], services):
        found |= IDENTIFIED
    if _are_unilingual(region, parties):
        found |= UNILINGUAL
    if _is_covered(region):
        found |= COVERED
    return found | SERVED if services and _are_served(region, services) else found


def _are_identified(region: RegionCase, parties: Sequence[Row]) -> bool:
    """Whether the register knows each, and each has a confirmed legal person of its own."""
    register = region.world.register
    fields = (
        ("tyollisyysalue", AUTHORITY, register.tyollisyysalueet),
        ("hyvinvointialue", COUNTY, register.hyvinvointialueet),
    )
    if region.alue.alue not in register.hyvinvointialueet:
        return False
    names: list[set[str]] = []
    for field, kind, known in fields:
        named = set()
        for row in parties:
            key = row[field]
            if row["rooli"] == kind:
                name = region.text(row["oikeushenkilo"])
                if key is None or name is None or not row["oikeushenkilo_vahvistettu"]:
                    return False
                if _SERVICE in name.casefold():
                    return False
                named.add(name)
            if key is not None and key not in known:
                return False
        names.append(named)
    return names[0].isdisjoint(names[1])


def _are_unilingual(region: RegionCase, parties: Iterable[Row]) -> bool:
    """Whether the register marks none of their areas and counties as bilingual."""
    register = region.world.register
    for row in parties:
        area = register.tyollisyysalueet.get(row["tyollisyysalue"] or row["tunnus"])
        county = register.hyvinvointialueet.get(row["hyvinvointialue"] or row["tunnus"])
        if (area and area.kaksikielinen) or (county and county.kaksikielinen):
            return False
    return True


def _are_known(region: RegionCase, offices: Iterable[Malli], services: Iterable[Row]) -> bool:
    """Whether the municipalities of offices and service points are in the register."""
    points = (point for row in services for point in row["palvelupisteet"])
    names = [place.__dict__["kunta"] for place in chain(offices, points)]
    known = region.world.register.kunta_named
    return all(name is None or known(name) is not None for name in names)


def _is_covered(region: RegionCase) -> bool:
    """Whether the county has one group, whose territory is told in one word."""
    groups = region.world.groups_of(region.alue.alue)
    own = region.municipalities
    return len(groups) == 1 and own is not None and groups[0].municipalities is own


def _are_served(region: RegionCase, services: Sequence[Row]) -> bool:
    """Whether all that 381/2023 16 § asks of a service is told of each, for each authority."""
    role, as_of = region.role, region.as_of
    assessed = {
        role(party)
        for row in services
        for party, day in (row["tarvearviot"] or {}).items()
        if day <= as_of
    }
    served: set[Role] = set()
    for row in services:
        authorities = set(map(role, row["tyovoimaviranomaiset"]))
        if not (authorities <= assessed and row["palvelupisteet"] and _is_led(row)):
            return False
        if not (_is_organised(row, as_of) and _is_discussed(region, row, authorities)):
            return False
        served |= authorities
    return served.issuperset([item for item in region.county_roles if item.kind == AUTHORITY])


def _is_led(service: Row) -> bool:
    person = service["koordinaattori"]
    if person is None:
        return False
    row = person.__dict__
    return row["paattyen"] is None and (row["nimike"] or row["nimi"] or row["henkilo"]) is not None


def _is_organised(service: Row, as_of: date) -> bool:
    if service["sovittu"] is None:
        return False
    days = _AGREED(service["sovittu"].__dict__)
    return None not in days and max(days) <= as_of


def _is_discussed(region: RegionCase, service: Row, authorities: set[Role]) -> bool:
    if service["neuvottelu"] is None:
        return False
    talk = service["neuvottelu"].__dict__
    if talk["pvm"] is not None and talk["pvm"] > region.as_of:
        return False
    present = set(map(region.role, talk["osapuolet"]))
    if not (authorities <= present and any(item.kind == COUNTY for item in present)):
        return False
    others = " ".join([item for item in talk["muut"] if type(item) is str]).casefold()
    return any(map(others.__contains__, _SCHOOLS))
