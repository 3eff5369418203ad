"""A14: the sufficiency of staff was checked in each ended calendar year of the agreement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopimukset.base.periods import ALWAYS, limited
from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.model import Kokous, Seuranta
from sopimukset.tracking.years import duty_years

REVIEW = "henkiloston-tarkistus"

NONE = "Henkilöstön riittävyyden tarkistusta vuodelta {vuosi} ei ole kirjattu."
NOT_YET = "Henkilöstön riittävyyden tarkistusta vuodelta {vuosi} ei ole vielä kirjattu."
ADVICE = (
    "Kirjaa kokouksen asia, jonka laji on henkiloston-tarkistus, tai johtoryhmän käsittelemä "
    "henkilöstön seuranta."
)


def check(group: GroupCase) -> Iterator[Hit]:
    """Years of the agreement's validity without a review; A01 asks for the agreement."""
    valid = [item.validity for item in group.agreements if item.validity is not None]
    newest = group.newest_agreement
    if newest is None:
        return
    as_of = group.as_of
    held = {meeting.pvm.year for meeting in group.meetings if _reviews(meeting, as_of)}
    held.update(day.year for item in group.follow_ups if (day := _treated(item, as_of)))
    for year in duty_years(limited(valid, group.span or ALWAYS), as_of):
        if year.number not in held:
            message = NOT_YET if year.current else NONE
            values = {"vuosi": year.number}
            yield Hit(newest.path, message, ADVICE, values, during=year.lacking, missing=True)


def _reviews(meeting: Kokous, as_of: date) -> bool:
    return meeting.pvm <= as_of and any(matter.laji == REVIEW for matter in meeting.asiat)


def _treated(item: Seuranta, as_of: date) -> date | None:
    """The day on which the group treated a follow-up that tells of staff, by the as-of day."""
    day = item.kasitelty.pvm if item.kasitelty and item.henkilosto else None
    return day if day is not None and day <= as_of else None


RULE = Rule(
    code="A14",
    title="Henkilöstön riittävyys on tarkistettu jokaisena sopimuksen vuonna",
    severity=Severity.WARNING,
    citations=("388/2024 3 § 3 kohta", "388/2024 2 § 2 mom"),
    grade="A-",
    decides="Viimeksi päättynyt vuosi: varoitus. Kuluva vuosi: määräaika. Aiemmat vuodet: tieto.",
    scope=Scope.GROUP,
    check=check,
)
