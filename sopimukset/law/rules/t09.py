"""T09: the legal person behind each party is recorded, and its name is confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.facts import IDENTIFIED
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.tracking.roles import AUTHORITY, COUNTY

AREA = re.compile(r"työllisyysalue$|työllisyyspalvelut$|työvoimaviranomainen$", re.IGNORECASE)

NONE = "Osapuolen oikeushenkilöä ei ole kirjattu."
NONE_ADVICE = "Kirjaa oikeushenkilo: kunta, kuntayhtymä tai hyvinvointialue, joka allekirjoittaa."
UNCONFIRMED = "Osapuolen oikeushenkilön nimi on vahvistamatta."
UNCONFIRMED_ADVICE = "Tarkista nimi ja poista sitten oikeushenkilo_vahvistettu: false."
NOT_A_PERSON = "Osapuolen oikeushenkilöksi on kirjattu työllisyysalue tai palvelu."
NOT_A_PERSON_ADVICE = "Sopijapuoli on kunta tai kuntayhtymä. Kirjaa sen nimi."


def check(region: RegionCase) -> Iterator[Hit]:
    """Parties without a legal person, with an unconfirmed one, or with what is none."""
    for index, party in enumerate(region.alue.osapuolet):
        path = ("osapuolet", index)
        legal = region.text(party.oikeushenkilo)
        if party.rooli not in (AUTHORITY, COUNTY):
            continue
        if legal is None:
            yield Hit(path, NONE, NONE_ADVICE, missing=True)
        elif AREA.search(legal):
            yield Hit((*path, "oikeushenkilo"), NOT_A_PERSON, NOT_A_PERSON_ADVICE)
        elif not party.oikeushenkilo_vahvistettu:
            place = (*path, "oikeushenkilo")
            yield Hit(place, UNCONFIRMED, UNCONFIRMED_ADVICE, missing=True, severity=Severity.INFO)


RULE = Rule(
    code="T09",
    title="Osapuolen oikeushenkilö on kirjattu ja vahvistettu",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.REGION,
    check=check,
    settled=IDENTIFIED,
)
