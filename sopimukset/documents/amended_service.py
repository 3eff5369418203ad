"""What a version says of the customers and of the young people's service; see `amended`."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.speech import mark
from sopimukset.documents.facts import day
from sopimukset.documents.frozen import Frozen
from sopimukset.documents.resources import placed, sizing
from sopimukset.model import NuortenYhteispalvelu

Lines = list[str]
"""The paragraphs that tell of a thing; none where a version has no such thing."""

POINT = mark("palvelupiste: {nimi}")
COORDINATOR = mark("yhteensovittamisesta vastaava henkilö: {nimike}")
ORGANISED = mark("organisoinnista sovittu {paiva}")
SHARED = mark("kustannusten jaosta sovittu {paiva}")


def customers(side: Frozen) -> Lines:
    """How many customers the staff was sized on, on which day, and how (381/2023 9 § 2 mom)."""
    if side.group is None:
        return []
    told = sizing(side.facts, side.group)
    if not told["asiakkaita"]:
        return []
    when = f" ({told['paiva']})" if told["paiva"] else ""
    return list(filter(None, [f"{told['asiakkaita']}{when}", str(told["peruste"])]))


def youth(side: Frozen, own: str) -> Lines:
    """Whose service it is, where, and what else the agreement prints of it (381/2023 16 §)."""
    item = next((item for item in side.content.nuorten_yhteispalvelu if item.tunnus == own), None)
    if item is None:
        return []
    known = side.parties.by_tunnus
    authorities = [
        side.parties.short(known[key]) for key in item.tyovoimaviranomaiset if key in known
    ]
    points = []
    for place, point in enumerate(item.palvelupisteet):
        town = side.municipality(point.kunta) if point.kunta else ""
        path = ("nuorten_yhteispalvelu", own, "palvelupisteet", place)
        name = side.facts.needed_text(point.nimi, "palvelupisteen nimi", path)
        points.append(side.facts.say(POINT).format(nimi=placed(name, town)))
    return [", ".join(authorities), *points, *_youth_agreed(side, item)]


def _youth_agreed(side: Frozen, item: NuortenYhteispalvelu) -> Iterator[str]:
    """What only the statutory agreement tells of a service, so only its versions hold it."""
    say, agreed = side.facts.say, item.sovittu
    if item.koordinaattori:
        yield say(COORDINATOR).format(nimike=side.facts.text(item.koordinaattori.nimike))
    if agreed and agreed.organisointi:
        yield say(ORGANISED).format(paiva=day(agreed.organisointi))
    if agreed and agreed.kustannusten_jako:
        yield say(SHARED).format(paiva=day(agreed.kustannusten_jako))
