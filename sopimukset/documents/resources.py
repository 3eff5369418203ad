"""Staff, offices, costs and the young people's service, as an agreement shows them."""

from __future__ import annotations

import re
from decimal import Decimal

from sopimukset.base.amounts import NBSP
from sopimukset.base.periods import Period
from sopimukset.base.speech import Translate, mark
from sopimukset.documents.facts import LINE, Facts, day, number
from sopimukset.documents.parties import Context, Parties
from sopimukset.documents.subject import Making
from sopimukset.model import Johtoryhma, Kustannus, Sopimus

Path = tuple[str | int, ...]

NO_OFFICE = "–"
LONG_NAME, CHANGING, ENDING = 8, 2, 4
"""Letters of a long name, those of its end that may change, and those of an ending: a
municipality's name in another form is known by them."""
UNITS = {
    "htv": mark("htv"),
    "henkiloa": mark("henkilöä"),
    "tuntia-viikossa": mark("tuntia viikossa"),
}
ONE = {
    "htv": mark("1 htv"),
    "henkiloa": mark("1 henkilö"),
    "tuntia-viikossa": mark("1 tunti viikossa"),
}
"""One of each unit: what Finnish abbreviates alike in both numbers, Swedish writes out."""
WORDS = {
    "tilat": mark("tilat"),
    "koulutus": mark("koulutus"),
    "viestinta": mark("viestintä"),
    "jarjestelmat": mark("järjestelmät"),
    "tyonohjaus": mark("työnohjaus"),
    "kehittaminen": mark("kehittäminen"),
    "tietojarjestelmat": mark("tietojärjestelmät"),
    "tarvikkeet": mark("tarvikkeet"),
}
"""How unaccented keywords of the record are written in a document."""


def staff_rows(
    facts: Facts, parties: Parties, group: Johtoryhma, valid: Period | None
) -> list[Context]:
    """The rows of the staff table: number and task structure (388/2024 3 § 2 kohta).

    A row that begins after the agreement does, or ends, tells its dates.
    """
    alone = len(facts.alue.johtoryhmat) == 1
    rows: list[Context] = []
    for index, row in enumerate(facts.alue.henkilosto):
        if row.johtoryhma != group.tunnus and not (row.johtoryhma is None and alone):
            continue
        path = ("henkilosto", index)
        is_later = valid is None or (row.alkaen is not None and row.alkaen > valid.start)
        dates = facts.since_until(row.alkaen if is_later else None, row.paattyen)
        notes = [text for text in (facts.text(row.selite), dates) if text]
        rows.append(
            {
                "organisaatio": parties.name(row.osapuoli, "henkilöstön osapuoli", path),
                "tehtava": facts.needed_text(row.tehtava, "tehtävä", path),
                "maara": facts.needed(number(row.maara), "henkilöstön määrä", path),
                "yksikko": facts.needed(
                    unit_word(facts.say, row.yksikko, row.maara), "määrän yksikkö", path
                ),
                "toimipiste": _office(facts, row.toimipiste, path),
                "selite": f";{LINE}".join(notes),
            }
        )
    return rows


def _office(facts: Facts, tunnus: str | None, path: Path) -> str:
    """The office's name, a gap where it is not recorded in the language; "–" of no office."""
    if tunnus is None:
        return NO_OFFICE
    for index, office in enumerate(facts.alue.toimipisteet):
        if office.tunnus == tunnus:
            return facts.needed_text(office.nimi, "toimipisteen nimi", ("toimipisteet", index))
    return facts.needed(None, "toimipisteen nimi", path)


def unit_word(say: Translate, unit: str | None, amount: Decimal | None) -> str:
    """The unit as it stands after an amount: of one in the singular; "" where none is recorded."""
    if amount == 1 and unit in ONE:
        return say(ONE[unit]).removeprefix("1 ")
    return say(UNITS[unit]) if unit in UNITS else ""


def office_rows(making: Making, group: Johtoryhma, municipalities: frozenset[str]) -> list[Context]:
    """The offices in the group's territory, or where the group's staff works."""
    facts = making.facts
    used = {row.toimipiste for row in facts.alue.henkilosto if row.johtoryhma == group.tunnus}
    rows: list[Context] = []
    for index, office in enumerate(facts.alue.toimipisteet):
        if office.tunnus not in used and (office.kunta or "") not in municipalities:
            continue
        path = ("toimipisteet", index)
        town = making.municipality(office.kunta) if office.kunta else ""
        place = ", ".join(text for text in (office.osoite, town) if text)
        rows.append(
            {
                "nimi": facts.with_sami(
                    office.nimi, facts.needed_text(office.nimi, "toimipisteen nimi", path)
                ),
                "sijainti": facts.needed(place, "toimipisteen sijainti", path),
            }
        )
    return rows


STAFF_OF_MODEL = mark("yhteistoimintamalliin osallistuvan henkilöstön määrä")


def cost_rows(
    facts: Facts,
    parties: Parties,
    agreement: Sopimus,
    path: Path,
    valid: Period | None,
    staff: str = STAFF_OF_MODEL,
) -> list[Context]:
    """The rows of the cost table: what is shared, by which key, in which parts.

    `staff` is how the key of staff is told.
    """
    rows: list[Context] = []
    for index, cost in enumerate(agreement.kustannukset):
        place = (*path, "kustannukset", index)
        items = ", ".join(facts.say(WORDS.get(item, item)) for item in cost.kattaa)
        dates = facts.since_until(
            None if valid and cost.alkaen == valid.start else cost.alkaen, cost.paattyen
        )
        covered = facts.needed(items, "kustannusten kohteet", place)
        basis, shares = _key(facts, parties, cost, place, staff)
        rows.append(
            {
                "kohteet": f"{covered}{LINE}({dates})" if dates else covered,
                "peruste": basis,
                "osuudet": shares,
            }
        )
    return rows


def _key(
    facts: Facts, parties: Parties, cost: Kustannus, path: Path, staff: str
) -> tuple[str, list[str]]:
    if cost.avain == "henkilosto":
        return facts.say(staff), [facts.say("henkilöstön määrän mukaisessa suhteessa")]
    if cost.avain == "sovittu":
        place = (*path, "osuudet")
        shares = [
            f"{parties.name(tunnus, 'osuuden osapuoli', place)}: {number(share)}{NBSP}%"
            for tunnus, share in (cost.osuudet or {}).items()
        ]
        return facts.say("sovittu jako"), shares or [facts.needed(None, "osuudet", path)]
    if cost.avain == "muu":
        return facts.say("muu sovittu peruste"), [
            facts.needed_text(cost.selite, "jakoperuste", path)
        ]
    missing = facts.needed(None, "kustannusten jakoperuste", path)
    return missing, [missing]


def sizing(facts: Facts, group: Johtoryhma) -> Context:
    """What the staff was sized on (381/2023 9 § 2 mom): the group's own basis, else the region's.

    Empty where none is recorded.
    """
    record = group.mitoitus or facts.alue.mitoitus
    return {
        "asiakkaita": number(record.asiakkaita) if record else "",
        "paiva": day(record.pvm) if record else "",
        "peruste": facts.text(record.peruste) if record else "",
    }


def youth(making: Making, authorities: frozenset[str]) -> Context:
    """The young people's service of the group's authorities (381/2023 16 §)."""
    facts = making.facts
    services = [
        item
        for item in facts.alue.nuorten_yhteispalvelu
        if not item.tyovoimaviranomaiset or authorities.intersection(item.tyovoimaviranomaiset)
    ]
    points = [
        placed(name, making.municipality(point.kunta) if point.kunta else "")
        for item in services
        for point in item.palvelupisteet
        if (name := facts.text(point.nimi))
    ]
    people = [facts.text(item.koordinaattori.nimike) for item in services if item.koordinaattori]
    agreed = {
        date
        for item in services
        if item.sovittu
        for date in (item.sovittu.organisointi, item.sovittu.kustannusten_jako)
        if date
    }
    return {
        "palvelupisteet": points,
        "koordinaattori": ", ".join(dict.fromkeys(text for text in people if text)),
        "sovittu": facts.listed(list(map(day, sorted(agreed)))),
    }


def placed(name: str, town: str) -> str:
    """A service point's name with its municipality, unless the name holds that in some form."""
    held = any(_is_form(word, town) for word in re.findall(r"[\w-]+", name.casefold()))
    return name if held or not town else f"{name} ({town})"


def _is_form(word: str, town: str) -> bool:
    """Whether the word is the municipality's name, inflected or not: Sipoossa, Pietarsaaressa.

    The last letters of a long name may change as it is inflected; a longer word is another name.
    """
    stem = town if len(town) < LONG_NAME else town[:-CHANGING]
    return word.startswith(stem.casefold()) and len(word) <= len(town) + ENDING
