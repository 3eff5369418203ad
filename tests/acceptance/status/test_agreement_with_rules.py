"""Where a status and the rules look at the same thing, they say the same on any day."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from sopimukset import register
from sopimukset.findings import Severity
from sopimukset.law.rules.g08 import GAP, NONE
from sopimukset.reporting.status_report import StatusReport
from sopimukset.tasks.judging import check
from sopimukset.tasks.status import Question, holdings_of, status_of
from sopimukset.tracking.agreements import AgreementState, agreements_on
from sopimukset.tracking.deadline import DeadlineKind
from tests.acceptance.rules.rule_cases import Case, cases, findings_of, grounds, regions_of
from tests.support.workspaces import CHECKOUT

LEFT = re.compile("versio .* ei enää vastaa tietoja")
DAYS = (
    *("2025-01-15", "2025-12-31", "2026-01-01", "2026-06-01", "2026-12-31", "2027-01-01"),
    *("2028-02-29", "2029-12-31", "2030-01-31", "2030-02-01", "2031-06-01"),
)
YEARLY = {
    "G19": (DeadlineKind.GOALS, Severity.ERROR),
    "A14": (DeadlineKind.STAFF_REVIEW, Severity.WARNING),
    "G20": (DeadlineKind.FOLLOW_UP, Severity.WARNING),
}
"""Yearly duties: the deadline, and how grave the rule is where it is late."""


def report_of(day: date) -> StatusReport:
    return status_of(Question(CHECKOUT, (), day))


@pytest.mark.parametrize("text", DAYS)
def test_yearly_duties_are_late_and_due_by_the_rules(text: str) -> None:
    day = date.fromisoformat(text)
    findings = check(CHECKOUT, (), day).findings
    regions = report_of(day).regions
    for code, (kind, grave) in YEARLY.items():
        for late, severity in ((True, grave), (False, Severity.DEADLINE)):
            by_rule = Counter(
                item.region for item in findings if (item.code, item.severity) == (code, severity)
            )
            by_status = Counter(
                region.name
                for region in regions
                for item in region.deadlines
                if item.kind is kind and item.late_on(day) is late
            )
            assert by_rule == by_status, (code, severity)


def cases_of(*codes: str) -> list[Case]:
    return [case for case in cases() if case.code in codes]


@pytest.mark.parametrize("case", cases_of(*YEARLY), ids=str)
def test_yearly_duties_of_the_rules_own_cases(case: Case) -> None:
    kind, grave = YEARLY[case.code]
    found = findings_of(case.folder, case.as_of)
    regions = status_of(Question(case.folder, (), case.as_of)).regions
    told = [item for region in regions for item in region.deadlines if item.kind is kind]
    missing = [item for item in found if item.code == case.code and " kirjattu" in item.message]
    for late, severity in ((True, grave), (False, Severity.DEADLINE)):
        by_rule = sum(item.severity is severity for item in missing)
        assert by_rule == sum(item.late_on(case.as_of) is late for item in told), severity


@pytest.mark.parametrize("case", cases_of("G08"), ids=str)
def test_missing_deputies_of_the_rules_own_cases(case: Case) -> None:
    texts = (NONE, GAP.partition(":")[0])
    by_rule = sum(
        item.code == "G08" and item.severity is Severity.ERROR and item.message.startswith(texts)
        for item in findings_of(case.folder, case.as_of)
    )
    by_status = sum(
        len(group.without_deputy)
        for region in status_of(Question(case.folder, (), case.as_of)).regions
        if region.holdings.confirmed
        for group in region.standing.groups
    )
    assert by_rule == by_status


def left_by_status(case: Case) -> set[tuple[str, str]]:
    """What status says of agreements that were approved and have changed."""
    library_of = grounds(case.as_of, root=case.folder).library_of
    read = (holdings_of(item, library_of, register.load()) for item in regions_of(case.folder))
    return {
        (word, f"sopimukset[{item.agreement.tunnus}]")
        for holdings in read
        if holdings is not None
        for item in agreements_on(holdings, case.as_of)
        for word in ("suspect", "amended")
        if getattr(item, word)
    }


@pytest.mark.parametrize("case", cases_of("T14"), ids=str)
def test_suspect_agreements_of_the_rules_own_cases(case: Case) -> None:
    """Suspect is an error; what an agreement's own power let be changed waits for its version."""
    grave = {Severity.ERROR: "suspect", Severity.WARNING: "amended"}
    by_rule = {
        (grave[item.severity], item.path.split(".")[0])
        for item in findings_of(case.folder, case.as_of)
        if item.code == "T14" and LEFT.search(item.message) and item.severity in grave
    }
    assert by_rule == left_by_status(case)


def test_those_cases_hold_both_kinds() -> None:
    found = {word for case in cases_of("T14") for word, _ in left_by_status(case)}
    assert found == {"suspect", "amended"}


@pytest.mark.parametrize("text", DAYS)
def test_agreement_that_holds_is_one_that_the_rules_find_to_hold(text: str) -> None:
    day = date.fromisoformat(text)
    without = {
        (item.region, item.message)
        for item in check(CHECKOUT, (), day).findings
        if item.code == "A01" and item.severity in (Severity.ERROR, Severity.WARNING)
    }
    lacking = {
        region.name
        for region in report_of(day).regions
        for group in region.standing.groups
        if group.running
        and all(
            item.state in (AgreementState.CONCLUDED, AgreementState.ENDED)
            for item in region.standing.agreements_of(group.group.tunnus)
        )
    }
    assert lacking <= {region for region, _ in without}
