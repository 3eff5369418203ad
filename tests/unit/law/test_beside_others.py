"""Judgements that no case file can show alone: other rules speak on the same day."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from sopimukset.findings import Finding
from tests.acceptance.rules.rule_cases import BASES, findings_of

SOURCE = (BASES / "yksi" / "regions" / "etela-karjala" / "alue.yaml").read_text(encoding="utf-8")

KELA_SEAT = r"      - tunnus: kela-1\n.*?(?=    puheenjohtaja:)"
LEADERS = r"        nimetyt:\n          - nimike: TYM-johtaja\n.*?(?=        varahenkilot:)"
DEPUTIES = (
    r"        varahenkilot:\n          - nimike: palvelukoordinaattori\n.*?(?=        puitteet:)"
)
CHAIR = r"    puheenjohtaja:\n.*?(?=    varapuheenjohtaja:)"


def told_by(folder: Path, code: str, as_of: date, *changes: tuple[str, str]) -> list[Finding]:
    """What one rule finds in the base record with some stretches replaced."""
    text = SOURCE
    for pattern, new in changes:
        text, count = re.subn(pattern, new, text, flags=re.DOTALL)
        assert count == 1, pattern
    home = folder / "regions" / "etela-karjala"
    home.mkdir(parents=True)
    (home / "alue.yaml").write_text(text, encoding="utf-8")
    return [item for item in findings_of(folder, as_of) if item.code == code]


@pytest.mark.parametrize(
    ("as_of", "severity"),
    [
        (date(2025, 12, 31), "deadline"),
        (date(2026, 1, 1), "error"),
        (date(2030, 12, 31), "error"),
        (date(2031, 1, 1), "info"),
    ],
)
@pytest.mark.parametrize(("code", "pattern"), [("G07", KELA_SEAT), ("G10", CHAIR)])
def test_nobody_named_is_wrong_while_the_term_lasts(
    tmp_path: Path, code: str, pattern: str, as_of: date, severity: str
) -> None:
    [found] = told_by(tmp_path, code, as_of, (pattern, ""))
    assert found.severity.value == severity


@pytest.mark.parametrize(
    ("as_of", "severity"),
    [
        (date(2025, 12, 31), "deadline"),
        (date(2026, 1, 1), "warning"),
        (date(2026, 4, 1), "warning"),  # three months end on the day of the same number
        (date(2026, 4, 2), "error"),
        (date(2030, 12, 31), "error"),
        (date(2031, 1, 1), "info"),
    ],
)
@pytest.mark.parametrize(("pattern", "who"), [(LEADERS, "johtava"), (DEPUTIES, "varahenkilö")])
def test_leader_and_deputy_are_asked_for_by_name_and_day(
    tmp_path: Path, pattern: str, who: str, as_of: date, severity: str
) -> None:
    [found] = told_by(tmp_path, "G15", as_of, (pattern, ""))
    assert found.severity.value == severity
    assert found.message.rstrip(".").endswith(("henkilö", who))
    assert who in found.message


def test_term_of_one_day_is_not_five_years(tmp_path: Path) -> None:
    term = (
        "        paattyen: 2030-12-31\n        asettaminen",
        "        paattyen: 2026-01-01\n        asettaminen",
    )
    [found] = told_by(tmp_path, "G14", date(2026, 1, 1), term)
    assert found.severity.value == "error"
    assert "1.1.2026–1.1.2026" in found.message


def test_term_that_ends_before_it_begins_is_told_of_once(tmp_path: Path) -> None:
    term = (
        "        paattyen: 2030-12-31\n        asettaminen",
        "        paattyen: 2025-12-31\n        asettaminen",
    )
    assert told_by(tmp_path, "G14", date(2026, 1, 1), term) == []


def test_sizing_is_asked_for_where_staff_or_an_agreement_is(tmp_path: Path) -> None:
    sizing = (r"mitoitus: .*?\n", "")
    agreements = (r"\nsopimukset:\n.*?(?=\nnuorten)", "")
    staff = (r"\nhenkilosto:\n.*?(?=mitoitus)", "")
    day = date(2026, 6, 1)
    assert told_by(tmp_path / "a", "A13", day, sizing, agreements)
    assert told_by(tmp_path / "b", "A13", day, (staff[0], "\n"), sizing)
    assert not told_by(tmp_path / "c", "A13", day, (staff[0], "\n"), sizing, agreements)
