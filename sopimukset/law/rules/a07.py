"""A07: the agreement says how Kela takes part in the common costs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules._clauses import missing_clauses

OWN_STAFF = re.compile(
    r"palkka|palka[nt]|henkilöstökustannu|henkilöstönsä kustannu"
    r"|\blön(?:e|er)|personalkostnad|sin (?:egen )?personal\b"
)
COMMON = re.compile(
    r"yhtei|muihin kustannuksiin|muista kustannuksista|tilo|koulutu|viestin"
    r"|gemensam|(?:övriga|andra) kostnad|lokal|utbildning|kommunikation|information"
)

NONE = "Kelan osallistumista kustannuksiin ei ole kirjattu."
NONE_ADVICE = "Kirjaa kohtaan kelan_osallistuminen, miten Kela osallistuu yhteisiin kustannuksiin."
OWN_ONLY = (
    "Kelan osallistumisesta on kirjattu vain, että se vastaa oman henkilöstönsä kustannuksista."
)
OWN_ONLY_ADVICE = (
    "Se seuraa jo laista (381/2023 10 § 1 mom). Kirjatkaa, osallistuuko Kela muihin yhteisiin "
    "kustannuksiin ja miten (10 § 2 mom)."
)


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """The clause, and a text that is missing or only repeats 10 § 1 mom."""
    if not agreement.statutory:
        return
    yield from missing_clauses(agreement, "kelan-osallistuminen")
    text = agreement.region.text(agreement.model.kelan_osallistuminen)
    if text is None:
        yield Hit(agreement.path, NONE, NONE_ADVICE, missing=True)
        return
    said = text.casefold()
    if not COMMON.search(said) and OWN_STAFF.search(said):
        path = (*agreement.path, "kelan_osallistuminen")
        yield Hit(path, OWN_ONLY, OWN_ONLY_ADVICE, severity=Severity.WARNING)


RULE = Rule(
    code="A07",
    title="Sopimuksessa on sovittu Kelan osallistumisesta kustannuksiin",
    severity=Severity.ERROR,
    citations=("388/2024 3 § 5 kohta", "381/2023 10 § 2 mom"),
    grade="A",
    decides="Tarkastelupäivä: päättyneen sopimuksen havainto on tieto.",
    scope=Scope.AGREEMENT,
    check=check,
)
