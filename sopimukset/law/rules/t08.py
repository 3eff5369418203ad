"""T08: the keys of the national register are known, and belong to the region."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sopimukset.base.words import nearest
from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.facts import IDENTIFIED
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.tracking.roles import AUTHORITY, COUNTY

UNKNOWN = "Kansallinen rekisteri ei tunne avainta {avain}."
MEANT = "Tarkoititko: {meant}?"
ADVICE = "Katso avaimet: sopimukset new --list."
PLACE = "Kuntaa {avain} ei ole kansallisessa rekisterissä."
PLACE_ADVICE = "Kirjoita kunnan nimi kuten virallisessa kuntaluettelossa."
NONE = "Osapuolen rekisteriavainta ei ole kirjattu."
NONE_ADVICE = "Kirjaa työvoimaviranomaiselle tyollisyysalue, hyvinvointialueelle hyvinvointialue."


def check(region: RegionCase) -> Iterator[Hit]:
    """Regions, employment areas and counties that the register does not know."""
    register = region.world.register
    yield from _key(("alue",), region.alue.alue, register.hyvinvointialueet)
    fields = (
        ("tyollisyysalue", AUTHORITY, register.tyollisyysalueet),
        ("hyvinvointialue", COUNTY, register.hyvinvointialueet),
    )
    for index, party in enumerate(region.alue.osapuolet):
        path: Path = ("osapuolet", index)
        held = party.__dict__
        for field, kind, known in fields:
            value = held[field]
            if value is not None:
                if value not in known:
                    yield from _key((*path, field), value, known)
            elif held["rooli"] == kind:
                yield Hit(path, NONE, NONE_ADVICE, missing=True)
    yield from _places(region)


def _places(region: RegionCase) -> Iterator[Hit]:
    """Municipalities of offices and service points that there are not."""
    register = region.world.register
    places: list[tuple[Path, str | None]] = [
        (("toimipisteet", index, "kunta"), item.kunta)
        for index, item in enumerate(region.alue.toimipisteet)
    ]
    for number, service in enumerate(region.alue.nuorten_yhteispalvelu):
        for index, point in enumerate(service.palvelupisteet):
            place = ("nuorten_yhteispalvelu", number, "palvelupisteet", index, "kunta")
            places.append((place, point.kunta))
    for path, name in places:
        if name is not None and register.kunta_named(name) is None:
            meant = nearest(name, register.kunnat)
            values = {"avain": name, "meant": meant}
            yield Hit(path, PLACE, MEANT if meant else PLACE_ADVICE, values)


def _key(path: Path, value: str, known: Collection[str]) -> Iterator[Hit]:
    if value not in known:
        meant = nearest(value, known)
        yield Hit(path, UNKNOWN, MEANT if meant else ADVICE, {"avain": value, "meant": meant})


RULE = Rule(
    code="T08",
    title="Rekisteriavaimet ovat kansallisen rekisterin avaimia",
    severity=Severity.ERROR,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.REGION,
    check=check,
    settled=IDENTIFIED,
)
