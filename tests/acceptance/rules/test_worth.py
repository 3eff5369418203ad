"""A rule's look beforehand spares work and nothing else: without it the findings are the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from sopimukset.findings import Finding
from sopimukset.law.check import check_regions
from sopimukset.law.registry import RULES
from sopimukset.law.rule import Rule
from tests.acceptance.rules.rule_cases import (
    BASES,
    DATA,
    ROOT,
    Case,
    cases,
    grounds,
    regions_of,
)

ALWAYS_ASKED = [replace(rule, worth=None, settled=0) for rule in RULES]
DAYS = (date(2025, 6, 1), date(2026, 6, 1), date(2027, 2, 1))
CODES = sorted(path.name for path in DATA.iterdir() if path != BASES)


@pytest.mark.parametrize("code", CODES)
def test_rules_that_are_always_asked_find_the_same(code: str) -> None:
    for case in (item for item in cases() if item.code == code):
        assert judged(case, ALWAYS_ASKED) == judged(case, RULES), case.name


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_worked_regions_are_judged_alike(day: date) -> None:
    regions = regions_of(ROOT)
    always, spared = (
        check_regions(regions, replace(grounds(day), rules=rules))
        for rules in (ALWAYS_ASKED, RULES)
    )
    assert always == spared


def judged(case: Case, rules: Sequence[Rule]) -> list[Finding]:
    prepared = grounds(case.as_of, root=case.folder)
    return check_regions(regions_of(case.folder), replace(prepared, rules=rules))
