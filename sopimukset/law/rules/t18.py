"""T18: the value of an indicator is one that it can have."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from sopimukset.findings import Severity
from sopimukset.law.files import FileCase
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.law.rules._followups import Recorded, recorded, worth
from sopimukset.tracking.quantities import told_number

OUTSIDE = "Arvo ei ole mittarin {mittari} rajoissa {alaraja}–{ylaraja}."
UNIT = "Tarkista arvo. Mittarin yksikkö on {yksikko}."
FRACTION = "Mittari {mittari} laskee kappaleita tai henkilöitä, mutta luku ei ole kokonaisluku."
WHOLE = "Kirjaa kokonaisluku."
ABOVE = "Osuuden osoittaja on suurempi kuin nimittäjä."
DIFFERS = "Osuus ei ole osoittajan ja nimittäjän suhde, joka on {laskettu} %."
PARTS = "Tarkista osoittaja ja nimittäjä. Prosenttiluvun voi jättää pois: se lasketaan niistä."

ROUNDING = Decimal("0.5")
"""By how many per cent units a share may differ from that of its parts: half of a whole one."""

TENTH = Decimal("0.1")


def check(file: FileCase) -> Iterator[Hit]:
    """Values below or above what makes sense, broken counts, shares that contradict their parts."""
    for one in recorded(file):
        yield from _value(one)
        yield from _share(one)


def _value(one: Recorded) -> Iterator[Hit]:
    value, item, path = one.row.arvo, one.item, (*one.path, "arvo")
    if value is None or item is None:  # T17 tells of an unknown indicator
        return
    if not item.alaraja <= value <= item.ylaraja:
        limits = {"alaraja": told_number(item.alaraja), "ylaraja": told_number(item.ylaraja)}
        values = {"mittari": item.avain, **limits, "yksikko": item.yksikko}
        yield Hit(path, OUTSIDE, UNIT, values)
    elif item.laji == "maara" and value != int(value):
        yield Hit(path, FRACTION, WHOLE, {"mittari": item.avain})


def _share(one: Recorded) -> Iterator[Hit]:
    above, below, value = one.row.osoittaja, one.row.nimittaja, one.row.arvo
    if above is None or below is None:
        return
    path: Path = (*one.path, "osoittaja")
    if above > below:
        yield Hit(path, ABOVE, PARTS)
    elif below and value is not None:
        share = above * 100 / below
        if abs(share - value) > ROUNDING:
            told = told_number(share.quantize(TENTH, ROUND_HALF_UP))
            yield Hit((*one.path, "arvo"), DIFFERS, PARTS, {"laskettu": told})


RULE = Rule(
    code="T18",
    title="Mittarin arvo on mahdollinen",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Seurantajakson viimeinen päivä ratkaisee, mikä luettelon versio on käytössä.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)
