"""The clauses that the decree demands: no library and no agreement may do without them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sopimukset.law.check import check_regions
from tests.acceptance.rules.rule_cases import BASES, clauses, grounds, regions_of

AS_OF = date(2026, 6, 1)
MANDATORY = {
    "palvelut": "A03",
    "henkilosto": "A04",
    "henkiloston-tarkistus": "A05",
    "muuttaminen": "A05",
    "kustannukset": "A06",
    "kelan-osallistuminen": "A07",
}
KIND = "tym-sopimus"


@pytest.mark.parametrize("clause", sorted(clauses()[KIND]))
def test_library_without_a_clause(clause: str) -> None:
    less = {KIND: clauses()[KIND] - {clause}}
    found = check_regions(regions_of(BASES / "yksi"), replace(grounds(AS_OF), clauses=less))
    errors = [(item.code, item.path) for item in found if item.severity.value == "error"]
    code = MANDATORY.get(clause)
    assert errors == ([(code, "sopimukset[sopimus]")] if code else [])
