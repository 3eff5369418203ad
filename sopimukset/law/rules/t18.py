"""T18: figures of a follow-up are ones that they can be: indicators, staff and costs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from sopimukset.findings import Severity
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.recorded import Recorded
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules import _followups
from sopimukset.model import Alue, Seuranta
from sopimukset.tracking.followup.risks import agreed_costs, budget_of
from sopimukset.tracking.quantities import told_number

if TYPE_CHECKING:
    from sopimukset.register import Mittari

OUTSIDE = "Arvo ei ole mittarin {mittari} rajoissa {alaraja}–{ylaraja}."
UNIT = "Tarkista arvo. Mittarin yksikkö on {yksikko}."
FRACTION = "Mittari {mittari} laskee kappaleita tai henkilöitä, mutta luku ei ole kokonaisluku."
WHOLE = "Kirjaa kokonaisluku."
ABOVE = "Osuuden osoittaja on suurempi kuin nimittäjä."
DIFFERS = "Osuus ei ole osoittajan ja nimittäjän suhde, joka on {laskettu} %."
PARTS = "Tarkista osoittaja ja nimittäjä. Prosenttiluvun voi jättää pois: se lasketaan niistä."
STAFF = "Toteuma {toteuma} on vähintään kymmenkertainen sovittuun määrään {sovittu} verrattuna."
STAFF_UNIT = "Tarkista luku. Toteuma kirjataan samassa yksikössä kuin sovittu määrä."
COST = "Toteuma {toteuma} € on vähintään kymmenkertainen talousarvioon {sovittu} € verrattuna."
COST_UNIT = "Tarkista luku. Toteuma ja talousarvio kirjataan euroina."

ROUNDING = Decimal("0.5")
"""By how many per cent units a share may differ from that of its parts: half of a whole one."""

TENTH = Decimal("0.1")

TIMES = 10
"""How many times what was agreed is past belief: a lost decimal comma makes it ten times."""

LEAST_STAFF, LEAST_EUROS = Decimal(10), Decimal(10_000)
"""By how much a figure must be more besides: a few people may well be added to a small row."""

LEAST_OF_UNIT = {"tuntia-viikossa": Decimal(100)}
"""The same of the units of staff that aren't people or years of work."""


def worth(folder: Folder) -> bool:
    """Whether there is a follow-up with any figures."""
    return _followups.worth(folder) or any(
        item.henkilosto or item.kustannukset for item in folder.follow_ups
    )


def check(file: FileCase) -> Iterator[Hit]:
    """Values past what makes sense, broken counts, shares that contradict their parts."""
    found: list[Hit | None] = []
    for one in file.recorded:
        if one.arvo is not None and one.item is not None:  # T17 tells of an unknown indicator
            found.append(_value(one, one.arvo, one.item))
        if one.osoittaja is not None and one.nimittaja is not None:
            found.append(_share(one, one.osoittaja, one.nimittaja))
    yield from filter(None, found)
    if isinstance(file.model, Seuranta) and file.region is not None:
        yield from _staff(file.model, file.region.alue)
        yield from _costs(file.model, file.region.alue)


def _value(one: Recorded, value: Decimal, item: Mittari) -> Hit | None:
    if not item.alaraja <= value <= item.ylaraja:
        limits = {"alaraja": told_number(item.alaraja), "ylaraja": told_number(item.ylaraja)}
        values = {"mittari": item.avain, **limits, "yksikko": item.yksikko}
        return Hit((*one.path, "arvo"), OUTSIDE, UNIT, values)
    if item.laji == "maara" and value != int(value):
        return Hit((*one.path, "arvo"), FRACTION, WHOLE, {"mittari": item.avain})
    return None


def _share(one: Recorded, above: Decimal, below: Decimal) -> Hit | None:
    if above > below:
        return Hit((*one.path, "osoittaja"), ABOVE, PARTS)
    if below and one.arvo is not None:
        share = above * 100 / below
        if abs(share - one.arvo) > ROUNDING:
            told = told_number(share.quantize(TENTH, ROUND_HALF_UP))
            return Hit((*one.path, "arvo"), DIFFERS, PARTS, {"laskettu": told})
    return None


def _staff(model: Seuranta, alue: Alue) -> Iterator[Hit]:
    agreed = {row.tunnus: row for row in alue.henkilosto}
    for index, told in enumerate(model.henkilosto):
        row = agreed.get(told.rivi or "")  # T01 tells of a row that the record lacks
        if row is not None:
            least = LEAST_OF_UNIT.get(row.yksikko or "", LEAST_STAFF)
            values = _absurd(told.maara, row.maara, least)
            if values:
                yield Hit(("henkilosto", index, "maara"), STAFF, STAFF_UNIT, values)


def _costs(model: Seuranta, alue: Alue) -> Iterator[Hit]:
    """Costs past the budget of a whole year, however short the period is."""
    agreed = agreed_costs(alue, model.johtoryhma)
    for index, row in enumerate(model.kustannukset):
        values = _absurd(row.toteuma, budget_of(row, agreed), LEAST_EUROS)
        if values:
            yield Hit(("kustannukset", index, "toteuma"), COST, COST_UNIT, values)


def _absurd(value: Decimal | None, agreed: Decimal | None, least: Decimal) -> dict[str, object]:
    """Both figures where the first is many times the second, which nothing is of 0; else none."""
    if value is None or not agreed or value < agreed * TIMES or value - agreed < least:
        return {}
    return {"toteuma": told_number(value), "sovittu": told_number(agreed)}


RULE = Rule(
    code="T18",
    title="Seurannan luvut ovat mahdollisia",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Seurantajakson viimeinen päivä ratkaisee, mikä luettelon versio on käytössä.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)
