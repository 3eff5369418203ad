# ruff: noqa: E501 (a record is easiest to compare on one line)
"""How grave it is (`judgement.py`) what is found beside, or of the papers of, agreements that have ended."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.records import Row, judged

VALID = "    voimassa: {alkaen: 2026-01-01}\n"

ROWS = [
    Row("A01", "a group without a term, beside an agreement of another kind that has ended", (("    toimikaudet:…    jasenet:\n", "    jasenet:\n"), ("    laji: tym-sopimus\n", "    laji: yhdyspintasopimus\n"), (VALID, "    voimassa: {alkaen: 2026-01-01, paattyen: 2026-03-31}\n")), ("error johtoryhmat[tym]",)),
    Row("T11", "an added clause without text in an agreement that has ended", ((VALID, "    voimassa: {alkaen: 2026-01-01, paattyen: 2026-03-31}\n    lausekemuutokset: [{lauseke: uusi, toimi: lisaa, jalkeen: johtoryhma, peruste: tarpeen}]\n"),), ("error sopimukset[sopimus].lausekemuutokset[uusi]",)),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_end_of_an_agreement_makes_nothing_else_lighter(row: Row, tmp_path: Path) -> None:
    assert judged(row, tmp_path) == sorted(row.expected)
