"""Y01: a person in charge of coordination is agreed for the young people's service."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.dates import told_day
from sopimukset.base.periods import Period, day_after
from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.facts import SERVED
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules._youth import services
from sopimukset.model import Nimetty

NONE = "Nuorten yhteispalvelulle ei ole kirjattu yhteensovittamisesta vastaavaa henkilöä."
ENDED = (
    "Nuorten yhteispalvelun vastaavan henkilön tehtävä päättyy {paattyy}. Jatkoa ei ole kirjattu."
)
ADVICE = "Kirjaa koordinaattori: nimike ja alkaen."


def check(region: RegionCase) -> Iterator[Hit]:
    """Services without a person in charge, or whose person has left."""
    for path, service in services(region):
        person = service.koordinaattori
        if person is None or not _named(person):
            yield Hit(path, NONE, ADVICE, missing=True)
        elif person.paattyen is not None:
            values = {"paattyy": told_day(person.paattyen)}
            during = Period(day_after(person.paattyen))
            place = (*path, "koordinaattori", "paattyen")
            yield Hit(place, ENDED, ADVICE, values, during=during, missing=True)


def _named(person: Nimetty) -> bool:
    """Whether somebody is told of: a title, a name or a key will do."""
    return (person.nimike or person.nimi or person.henkilo) is not None


RULE = Rule(
    code="Y01",
    title="Nuorten yhteispalvelulla on sovittuna yhteensovittamisesta vastaava henkilö",
    severity=Severity.ERROR,
    citations=("381/2023 16 § 3 mom",),
    grade="A",
    decides="Tarkastelupäivä: henkilön tehtävä ei ole silloin päättynyt.",
    scope=Scope.REGION,
    check=check,
    settled=SERVED,
)
