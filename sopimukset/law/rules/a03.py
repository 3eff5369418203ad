"""A03: the agreement says how the service is arranged."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules._clauses import missing_clauses


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """The clause on the service is removed or lacking."""
    if agreement.statutory:
        yield from missing_clauses(agreement, "palvelut")


RULE = Rule(
    code="A03",
    title="Sopimuksessa on sovittu palvelun järjestämisen tavoista",
    severity=Severity.ERROR,
    citations=("388/2024 3 § 1 kohta",),
    grade="A",
    decides="Tarkastelupäivä: päättyneen sopimuksen havainto on tieto.",
    scope=Scope.AGREEMENT,
    check=check,
)
