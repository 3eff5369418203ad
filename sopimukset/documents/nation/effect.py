"""The tables of a change of the map: from where to where, and what of the records that touches."""

from __future__ import annotations

from collections.abc import Iterable

from sopimukset.base.speech import mark
from sopimukset.documents.nation import called, grounds, names, words
from sopimukset.documents.nation.sheets import GROUP_KEY, SHARED_WITH, Told
from sopimukset.documents.report.today import OWN_RECORD
from sopimukset.formats.tables.writing import Sheet
from sopimukset.tracking.nation.moves import Shift
from sopimukset.tracking.nation.touched import Touch, Touched
from sopimukset.tracking.nation.whatif import Effect
from sopimukset.tracking.nation.whole import NationalRegion
from sopimukset.tracking.roles import COUNTY, Role

MAP_STAYS = mark("Muutos ei muuta mitään: kunnat ovat jo siellä, minne muutos ne siirtäisi.")
NOBODY_TOUCHED = mark("Muutos ei koske yhtäkään kirjattua johtoryhmää.")
EXAMPLE = mark("esimerkki")
STAYS = mark("ei muutu")
MERGED = mark("yhdistyy kuntaan {kunta}")
TAKES_IN = mark("siihen yhdistyy: {kunnat}")
AREA_ENDS = mark("työllisyysalue {nimi} päättyy")
COUNTY_ENDS = mark("{nimi} päättyy")
CHANGE_DAY, OF_FILE = mark("Muutoksen päivä"), mark("muutostiedosto {tiedosto}")


def effect_sheets(told: Told, effect: Effect) -> list[Sheet]:
    """Both tables, in the order of the report."""
    return [shifts(told, effect.shifts), touches(told, effect.touched)]


def shifts(told: Told, found: Iterable[Shift]) -> Sheet:
    """Each municipality that a change names or moves, with its area and county before and after."""
    heads = (
        *(mark("Kunta"), mark("Työllisyysalue nyt"), mark("Työllisyysalue muutoksen jälkeen")),
        *(mark("Hyvinvointialue nyt"), mark("Hyvinvointialue muutoksen jälkeen")),
        *(mark("Muutos"), CHANGE_DAY, grounds.SOURCE),
    )
    source = told.voice.tell(OF_FILE, tiedosto=told.change_file)
    rows = tuple(
        (
            told.voice.municipality(item.municipality),
            *(_area(told, key) for key in item.areas),
            *(_county(told, key) for key in item.counties),
            *(_note(told, item), told.change_day, f"{source}; {told.voice.say(grounds.REGISTER)}"),
        )
        for item in found
    )
    return told.sheet(mark("Muutoksen kunnat"), heads, rows, keys=2)


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
    if item.county_ends:
        found.append(told.voice.tell(COUNTY_ENDS, nimi=_county(told, item.counties[0])))
    if not found:
        moves = (
            (item.areas, mark("vaihtaa työllisyysaluetta")),
            (item.counties, mark("vaihtaa hyvinvointialuetta")),
        )
        found = [told.voice.say(text) for (was, will), text in moves if was != will]
    return "; ".join(found)


def touches(told: Told, touched: Iterable[Touched]) -> Sheet:
    """What of the records a change of the map would touch, whose it is and what becomes of it."""
    heads = (
        *(mark("Alue"), mark("Tila"), mark("Johtoryhmä"), mark("Mitä"), mark("Osapuoli")),
        *(mark("Mitä tapahtuu"), mark("Perusta"), SHARED_WITH, GROUP_KEY),
        *(CHANGE_DAY, grounds.FILE),
    )
    regions = {item.key: item for item in told.nation.regions}
    rows = tuple(
        (
            told.region(item.region),
            told.voice.say(EXAMPLE) if item.illustrative else "",
            told.group(regions[item.region], item.group),
            _what(told, regions[item.region], item),
            told.party(item.role) if item.role else "",
            _happens(told, item),
            _ground(told, regions[item.region], item),
            *(told.sharers(regions[item.region], item.group), item.group),
            *(told.change_day, grounds.file(regions[item.region])),
        )
        for item in touched
    )
    return told.sheet(mark("Muutoksen vaikutus"), heads, rows, keys=4)


OF_AGREEMENT = frozenset({Touch.AGREEMENT, Touch.OPTION})


def _kind(region: NationalRegion, subject: str) -> str:
    """The kind of the agreement that a subject names before its first colon; "" for none."""
    tunnus = subject.partition(":")[0]
    agreements = region.holdings.alue.sopimukset if region.holdings else ()
    return next((item.laji for item in agreements if item.tunnus == tunnus), "")


def _what(told: Told, region: NationalRegion, item: Touched) -> str:
    subject = item.subject
    if item.touch in (Touch.TERRITORY, Touch.COUNTY):
        if not subject:
            return told.voice.say(words.WHOLE_COUNTY)
        subject = ", ".join(map(told.voice.municipality, subject.split(", ")))
    elif not told.keys:
        return called.touched(told, region, item)
    elif item.touch in OF_AGREEMENT:
        kind = names.kind(_kind(region, subject), told.voice)
        subject = f"{kind} ({subject})" if kind else subject
    return told.voice.tell(words.WHAT[item.touch], kohde=subject).strip()


def _happens(told: Told, item: Touched) -> str:
    text = words.REPLACED.get(item.fate) if item.heirs else None
    heirs = ", ".join(map(told.party, item.heirs))
    places = {"perija": heirs, "kunta": told.voice.municipality(item.place), "kohde": item.subject}
    return told.voice.tell(text or words.HAPPENS[item.fate], **places)


def _ground(told: Told, region: NationalRegion, item: Touched) -> str:
    """The provision by which it is touched, else that it is the region's own record."""
    found = words.GROUNDS.get(item.touch, "")
    if item.touch in OF_AGREEMENT:
        found = words.AGREEMENT_GROUNDS.get(_kind(region, item.subject), "")
    return told.voice.cite(found) if found else told.voice.say(OWN_RECORD)
