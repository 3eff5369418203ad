"""Every case file gives exactly the findings that it tells of, and no others."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from sopimukset.findings import Finding, Severity
from tests.acceptance.rules.rule_cases import BASES, Case, cases, counts, findings_of, told

CASES = cases()


@cache
def found_in(case: Case) -> list[Finding]:
    """What the check finds in a case, asked once."""
    return findings_of(case.folder, case.as_of)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_gives_exactly_the_findings_it_tells_of(case: Case) -> None:
    found = [item for item in found_in(case) if counts(item, case.code)]
    assert sorted(told(item) for item in found) == case.expected, [
        f"{item.file}:{item.line}:{item.column} {item.code} {item.message}" for item in found
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_good_case_expects_nothing_and_a_bad_one_its_own_rule_only(case: Case) -> None:
    told_of = [item for item in case.expected if not item.acknowledged]
    if case.code == "T03":
        told_of = [item for item in told_of if item.severity != "open"]
    codes = {item.code for item in told_of}
    if case.code == "T10":
        codes.discard("P03")  # what a stale acknowledgement no longer covers stands beside it
    assert codes == (set() if case.good else {case.code})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_messages_are_whole_sentences_without_open_places(case: Case) -> None:
    for finding in found_in(case):
        if finding.code in ("M01", "M02", "M03", "M04"):
            continue  # the YAML reader's own words, tested with it
        for text in (finding.message, finding.advice):
            assert text[0].isupper() or text[0].isdigit(), text
            assert text.rstrip()[-1] in ".?", text
            assert "{}" not in text, text
            assert "None" not in text, text


@pytest.mark.parametrize("base", sorted(BASES.iterdir()), ids=lambda path: path.name)
def test_base_region_is_clean(base: Path) -> None:
    found = findings_of(base, date(2026, 6, 1))
    assert [item for item in found if counts(item, "") or item.severity is Severity.INFO] == []
