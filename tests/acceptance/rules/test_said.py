"""Every case says what its file tells, word for word: `sanottu.txt` beside the cases."""

from __future__ import annotations

import pytest

from tests.acceptance.rules.rule_cases import DATA, cases
from tests.acceptance.rules.said import FILE, is_held, text

CODES = sorted({case.code for case in cases() if is_held(case.code)})


@pytest.mark.parametrize("code", CODES)
def test_rule_says_what_is_recorded(code: str) -> None:
    written = (DATA / code / FILE).read_text(encoding="utf-8")
    now = text(code, [case for case in cases() if case.code == code])
    assert now == written, "a change on purpose: python -m tests.acceptance.rules.said"
