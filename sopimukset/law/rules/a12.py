"""A12: an agreement whose validity has begun is signed by all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from sopimukset.base.dates import told_day
from sopimukset.base.periods import Period, day_before
from sopimukset.base.words import listed
from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.facts import SIGNED
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.tracking.signatures import signing_days

UNSIGNED = "Sopimus on voimassa {alkaa} alkaen, mutta allekirjoitusta ei ole kirjattu: {puuttuvat}."
LATE = "Sopimusta ei ollut allekirjoitettu voimassaolon alkaessa: {puuttuvat}."
ADVICE = "Kirjaa allekirjoitukset (osapuoli, nimike, pvm) tai siirtäkää voimaantuloa."


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """Days of validity on which a party's signature was missing."""
    valid = agreement.validity
    if valid is None or not agreement.statutory:
        return
    unsigned, late = [], []
    last = valid.start
    for name, day in _signing_days(agreement).items():
        if day is None:
            unsigned.append(name)
        elif day > valid.start:
            late.append(name)
            last = max(last, day)
    path = (*agreement.path, "voimassa")
    if unsigned:
        values = {"puuttuvat": listed(unsigned), "alkaa": told_day(valid.start)}
        yield Hit(path, UNSIGNED, ADVICE, values, during=valid, missing=True)
    elif late:
        values = {"puuttuvat": listed(late)}
        yield Hit(path, LATE, ADVICE, values, during=Period(valid.start, day_before(last)))


def _signing_days(agreement: AgreementCase) -> dict[str, date | None]:
    """When each legal person among the parties that the record knows signed."""
    known = [item for item in agreement.model.osapuolet if item in agreement.region.parties]
    return signing_days(agreement.model, known, partial(_person, agreement))


def _person(agreement: AgreementCase, tunnus: str) -> str:
    region = agreement.region
    party = region.parties.get(tunnus)
    legal = region.text(party.oikeushenkilo) if party else None
    return legal or region.party_name(region.role(tunnus))


RULE = Rule(
    code="A12",
    title="Voimassa oleva sopimus on kaikkien osapuolten allekirjoittama",
    severity=Severity.WARNING,
    citations=(),
    grade="C",
    decides="Tarkastelupäivä: allekirjoitusten on oltava olemassa voimassaolon alkaessa.",
    scope=Scope.AGREEMENT,
    check=check,
    settled=SIGNED,
)
