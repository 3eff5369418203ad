"""The tables of a change of the map: from where to where, and what of the records that touches."""

from __future__ import annotations

from collections.abc import Iterable

from sopimukset.base.speech import mark
from sopimukset.documents.nation import words
from sopimukset.documents.nation.sheets import Told
from sopimukset.formats.tables.writing import Sheet
from sopimukset.tracking.nation.whatif import Effect, Shift, Touch, Touched
from sopimukset.tracking.roles import COUNTY, Role

MAP_STAYS = mark("Muutos ei muuta mitään: kunnat ovat jo siellä, minne muutos ne siirtäisi.")
NOBODY_TOUCHED = mark("Muutos ei koske yhtäkään kirjattua johtoryhmää.")
EXAMPLE = mark("esimerkki")
STAYS = mark("ei muutu")
MERGED = mark("yhdistyy kuntaan {kunta}")
TAKES_IN = mark("siihen yhdistyy: {kunnat}")
AREA_ENDS = mark("työllisyysalue {nimi} päättyy")


def effect_sheets(told: Told, effect: Effect) -> list[Sheet]:
    """Both tables, in the order of the report."""
    return [shifts(told, effect.shifts), touches(told, effect.touched)]


def shifts(told: Told, found: Iterable[Shift]) -> Sheet:
    """Each municipality that a change names or moves, with its area and county before and after."""
    heads = (
        *(mark("Kunta"), mark("Työllisyysalue nyt"), mark("Työllisyysalue muutoksen jälkeen")),
        *(mark("Hyvinvointialue nyt"), mark("Hyvinvointialue muutoksen jälkeen")),
        mark("Muutos"),
    )
    rows = tuple(
        (
            told.voice.municipality(item.municipality),
            *(_area(told, key) for key in item.areas),
            *(_county(told, key) for key in item.counties),
            _note(told, item),
        )
        for item in found
    )
    return Sheet(told.voice.say(mark("Muutoksen kunnat")), told.head(*heads), rows)


def _area(told: Told, key: str | None) -> str | None:
    area = told.voice.register.tyollisyysalueet.get(key or "")
    if area is None:
        return key
    return area.nimi_sv if told.voice.language == "sv" else area.nimi_fi


def _county(told: Told, key: str | None) -> str | None:
    return told.voice.role(Role(COUNTY, key)) if key else None


def _note(told: Told, item: Shift) -> str:
    """What becomes of a municipality, in words."""
    if not item.changes:
        return told.voice.say(STAYS)
    found = []
    if item.heir:
        found.append(told.voice.tell(MERGED, kunta=told.voice.municipality(item.heir)))
    if item.takes_in:
        names = ", ".join(map(told.voice.municipality, item.takes_in))
        found.append(told.voice.tell(TAKES_IN, kunnat=names))
    if item.area_ends:
        found.append(told.voice.tell(AREA_ENDS, nimi=_area(told, item.areas[0])))
    if not found:
        moves = (
            (item.areas, mark("vaihtaa työllisyysaluetta")),
            (item.counties, mark("vaihtaa hyvinvointialuetta")),
        )
        found = [told.voice.say(text) for (was, will), text in moves if was != will]
    return "; ".join(found)


def touches(told: Told, touched: Iterable[Touched]) -> Sheet:
    """What of the records a change of the map would touch."""
    heads = (mark("Alue"), mark("Tila"), mark("Johtoryhmä"), mark("Mitä"), mark("Perusta"))
    regions = {item.key: item for item in told.nation.regions}
    rows = []
    for item in touched:
        region = regions.get(item.region)
        rows.append(
            (
                told.region(item.region),
                told.voice.say(EXAMPLE) if item.illustrative else "",
                told.group(region, item.group) if region else item.group,
                _what(told, item),
                told.voice.cite(words.GROUNDS[item.touch]),
            )
        )
    return Sheet(told.voice.say(mark("Muutoksen vaikutus")), told.head(*heads), tuple(rows))


def _what(told: Told, item: Touched) -> str:
    subject = item.subject
    if item.touch is Touch.TERRITORY:
        subject = ", ".join(map(told.voice.municipality, subject.split(", ")))
    party = told.party(item.role) if item.role else ""
    return told.voice.tell(words.TOUCHED[item.touch], kohde=subject, osapuoli=party)
