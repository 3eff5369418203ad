"""A14: the sufficiency of staff was checked in each ended calendar year of the agreement."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.tracking.yearly import review_days, years_of_validity

NONE = "Henkilöstön riittävyyden tarkistusta vuodelta {vuosi} ei ole kirjattu."
NOT_YET = "Henkilöstön riittävyyden tarkistusta vuodelta {vuosi} ei ole vielä kirjattu."
ADVICE = (
    "Kirjaa kokouksen asia, jonka laji on henkiloston-tarkistus, tai johtoryhmän käsittelemä "
    "henkilöstön seuranta."
)


def check(group: GroupCase) -> Iterator[Hit]:
    """Years of the agreement's validity without a review; A01 asks for the agreement."""
    newest = group.newest_agreement
    if newest is None:
        return
    as_of = group.as_of
    held = {day.year for day in review_days(group.meetings, group.follow_ups, as_of)}
    for year in years_of_validity([item.validity for item in group.agreements], group.span, as_of):
        if year.number not in held:
            message = NOT_YET if year.current else NONE
            values = {"vuosi": year.number}
            yield Hit(newest.path, message, ADVICE, values, during=year.lacking, missing=True)


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
