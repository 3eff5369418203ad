"""A05: the agreement has the staff's sufficiency checked yearly, and says how it is changed."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules._clauses import missing_clauses

LONGEST = 12
"""Months: 388/2024 3 § 3 kohta, "vähintään vuosittain"."""

NONE = "Henkilöstön riittävyyden tarkistusväliä ei ole kirjattu."
NONE_ADVICE = "Kirjaa henkiloston_tarkistus_kk, enintään 12."
RARE = (
    "Henkilöstön riittävyyden tarkistusväli on {vali} kuukautta, vaikka tarkistus on vuosittainen."
)
RARE_ADVICE = "Sopikaa tarkistusväliksi enintään 12 kuukautta."


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """The clauses, and an interval longer than a year; the clause alone says "vuosittain"."""
    if not agreement.statutory:
        return
    yield from missing_clauses(agreement, "henkiloston-tarkistus", "muuttaminen")
    months = agreement.model.henkiloston_tarkistus_kk
    if months is None:
        yield Hit(agreement.path, NONE, NONE_ADVICE, missing=True, severity=Severity.INFO)
    elif months > LONGEST:
        path = (*agreement.path, "henkiloston_tarkistus_kk")
        yield Hit(path, RARE, RARE_ADVICE, {"vali": months})


RULE = Rule(
    code="A05",
    title="Henkilöstön riittävyys tarkistetaan vuosittain, ja sopimusta voidaan muuttaa",
    severity=Severity.ERROR,
    citations=("388/2024 3 § 3 kohta",),
    grade="A",
    decides="Tarkastelupäivä: päättyneen sopimuksen havainto on tieto.",
    scope=Scope.AGREEMENT,
    check=check,
)
