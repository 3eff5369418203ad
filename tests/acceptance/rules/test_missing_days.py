# ruff: noqa: E501 (the lines of the record that are edited are long)
"""A day that is missing never makes a record look better than it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sopimukset.findings import Severity
from sopimukset.tasks.judging import check
from tests.support.workspaces import edit, record, workspace

AS_OF = date(2026, 6, 1)

DAYS = {
    "of the negotiation": ("    pvm: 2024-10-03\n", ""),
    "of the agreement on the setter": ("      pvm: 2024-11-14\n", ""),
    "of the setting": ("työllisyyslautakunta, pvm: 2025-01-21, pykala: 4,", "työllisyyslautakunta, pykala: 4,"),
    "on which the term begins": ("      - tunnus: k2025\n        alkaen: 2025-02-01\n", "      - tunnus: k2025\n"),
    "on which the term ends": ("        paattyen: 2030-01-31\n        asettaminen", "        asettaminen"),
    "of a member": ("{nimike: työllisyysaluejohtaja, alkaen: 2025-02-01,", "{nimike: työllisyysaluejohtaja,"),
    "of a deputy": ("{nimike: asiakkuuspäällikkö, alkaen: 2025-02-01}", "{nimike: asiakkuuspäällikkö}"),
    "of the chair": ("{jasen: hollola-1, nimeaja: hollola, alkaen: 2025-02-01}", "{jasen: hollola-1, nimeaja: hollola}"),
    "of the group's approval": ("            hyvaksytty_johtoryhmassa: 2025-02-20\n", ""),
    "of a staff row": ("tehtava: kuntoutusasiantuntija, alkaen: 2025-03-01}", "tehtava: kuntoutusasiantuntija}"),
    "of entry into force": ("    voimassa: {alkaen: 2025-04-01}", "    voimassa: {}"),
    "of a party's approval": ("tekija: aluehallitus, pvm: 2025-03-24,", "tekija: aluehallitus,"),
    "of a signature": ("{osapuoli: kela, nimike: yksikön johtaja, pvm: 2025-03-28,", "{osapuoli: kela, nimike: yksikön johtaja,"),
}  # fmt: skip


@pytest.mark.parametrize("which", DAYS)
def test_without_the_day(tmp_path: Path, which: str) -> None:
    root = workspace(tmp_path)
    before = findings(root)
    edit(record(root), DAYS[which])
    after = findings(root)
    assert after - before, f"nobody misses the day {which}"


def findings(root: Path) -> set[tuple[str, str]]:
    """What stops or warns, with its place by name."""
    grave = {Severity.ERROR, Severity.WARNING}
    found = check(root, (), AS_OF).findings
    return {(item.code, item.path) for item in found if item.severity in grave}
