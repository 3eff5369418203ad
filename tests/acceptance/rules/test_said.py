"""Every case says what its file tells, word for word: `sanottu.txt` beside the cases."""

from __future__ import annotations

import pytest

from tests.acceptance.rules.rule_cases import DATA, cases
from tests.acceptance.rules.said import FILE, beside, is_held, remarked, text

CODES = sorted({case.code for case in cases() if is_held(case.code)})


@pytest.mark.parametrize("code", CODES)
def test_rule_says_what_is_recorded(code: str) -> None:
    written = (DATA / code / FILE).read_text(encoding="utf-8")
    now = text(code, [case for case in cases() if case.code == code])
    assert now == written, "a change on purpose: python -m tests.acceptance.rules.said"


@pytest.mark.parametrize("code", sorted({case.code for case in cases()}))
def test_other_rules_remark_what_is_recorded(code: str) -> None:
    """Information and the year's deadlines too, which the cases themselves leave out."""
    those = [case for case in cases() if case.code == code]
    now = {case.name: beside(case) for case in those}
    written = remarked()
    assert now == {name: written.get(name, f"{name}\n") for name in now}


def test_no_case_is_remarked_on_that_is_none() -> None:
    assert set(remarked()) <= {case.name for case in cases()}
