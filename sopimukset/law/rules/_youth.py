"""The young people's services of a region, as Y01–Y07 walk them (381/2023 16 §)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sopimukset.law.cases import NOBODY, RegionCase
from sopimukset.law.rule import Path
from sopimukset.model import NuortenYhteispalvelu
from sopimukset.tracking.roles import AUTHORITY, Role

KEY = "nuorten_yhteispalvelu"


def services(region: RegionCase) -> Iterator[tuple[Path, NuortenYhteispalvelu]]:
    """The services with their places."""
    for index, service in enumerate(region.alue.nuorten_yhteispalvelu):
        yield (KEY, index), service


def roles(region: RegionCase, parties: Iterable[str]) -> set[Role]:
    """The roles behind the parties that the record knows."""
    return {region.role(tunnus) for tunnus in parties} - {NOBODY}


def served(region: RegionCase) -> set[Role]:
    """The authorities whose service the region's file records."""
    listed = region.alue.nuorten_yhteispalvelu
    return roles(region, (party for item in listed for party in item.tyovoimaviranomaiset))


def assessed(region: RegionCase) -> set[Role]:
    """The authorities that had assessed the need by the as-of day."""
    done: list[str] = []
    for service in region.alue.nuorten_yhteispalvelu:
        days: dict[str, date] = service.tarvearviot or {}
        done += (party for party, day in days.items() if day <= region.as_of)
    return roles(region, done)


def untold(region: RegionCase) -> set[Role]:
    """The authorities of counties whose files can't be read: there their service may stand."""
    register = region.world.register
    counties = map(register.hyvinvointialueet.get, region.world.unread)
    return {
        Role(AUTHORITY, area)
        for county in counties
        if county is not None
        for area in register.authorities_of(county.kunnat)
    }


def others(region: RegionCase) -> Iterator[RegionCase]:
    """The other regions that were read: an authority's area may lie in two counties."""
    return (item for item in region.world.regions.values() if item is not region)
