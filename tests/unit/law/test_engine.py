"""The engine around the rules: crashes, severities by day, acknowledged defects, order, bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset import register
from sopimukset.base.periods import Period
from sopimukset.findings import Finding, Severity
from sopimukset.law.check import Grounds, check_regions
from sopimukset.law.judgement import severity_of
from sopimukset.law.registry import RULES
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.workspace.locate import region_names
from sopimukset.workspace.workspace import read_region
from tests.support.workspaces import CHECKOUT, edit

BASE = CHECKOUT / "tests" / "data" / "rules" / "_base" / "yksi"
EMPTY = CHECKOUT / "tests" / "data" / "rules" / "G01" / "bad" / "ei-johtoryhmaa"
AS_OF = date(2026, 6, 1)
DAYS = st.dates(date(2025, 1, 1), date(2032, 12, 31))


def rule(check: object, scope: Scope = Scope.REGION, code: str = "G01") -> Rule:
    """A rule for a test, alike in all but its check."""
    return replace(RULES[0], code=code, check=check, scope=scope)  # type: ignore[arg-type]


def findings(root: Path, *rules: Rule, as_of: date = AS_OF) -> list[Finding]:
    """What the rules find in a workspace."""
    regions = [read_region(root, name) for name in region_names(root)]
    return check_regions(regions, Grounds(register.load(), as_of, {}, rules))


def crashing(subject: object) -> Iterator[Hit]:
    """A rule that fails before its first hit."""
    raise ZeroDivisionError(subject)
    yield


def crashing_late(_subject: object) -> Iterator[Hit]:
    """A rule that fails after a hit."""
    yield Hit(("alue",), "Alue on outo.", "Tarkista alue.")
    raise KeyError("hupsis")


def steady(_subject: object) -> Iterator[Hit]:
    """A rule that finds one thing."""
    yield Hit(("alue",), "Alue on outo.", "Tarkista alue.")


@pytest.mark.parametrize("check", [crashing, crashing_late])
@pytest.mark.parametrize("scope", [Scope.FILE, Scope.REGION, Scope.GROUP, Scope.AGREEMENT])
def test_rule_that_crashes_is_an_error_and_the_others_go_on(check: object, scope: Scope) -> None:
    found = findings(BASE, rule(check, scope, "G99"), rule(steady))
    crash = [item for item in found if item.code == "V01"]
    assert {item.severity for item in crash} == {Severity.ERROR}
    assert crash
    assert all("G99" in item.message for item in crash)
    assert all(item.file == "regions/etela-karjala/alue.yaml" for item in crash)
    assert [item.code for item in found if item.code != "V01"] == ["G01"]


def test_crash_does_not_tell_what_the_record_holds() -> None:
    def leaking(_subject: object) -> Iterator[Hit]:
        raise ValueError("Erkki Esimerkki")
        yield

    [found] = findings(BASE, rule(leaking))
    assert "Erkki" not in found.message + found.advice


def test_message_that_cannot_be_filled_is_a_crash_of_its_rule() -> None:
    def unfilled(_subject: object) -> Iterator[Hit]:
        yield Hit(("alue",), "Alue {puuttuva} on outo.", "Tarkista alue.")

    found = findings(BASE, rule(unfilled, code="G99"), rule(steady))
    assert sorted(item.code for item in found) == ["G01", "V01"]


def test_values_with_braces_are_shown_as_they_are() -> None:
    def braces(_subject: object) -> Iterator[Hit]:
        yield Hit(("alue",), "Alue {nimi} on outo.", "Tarkista alue.", {"nimi": "{x}"})

    [found] = findings(BASE, rule(braces))
    assert found.message == "Alue {x} on outo."


def test_rule_is_silent_before_the_law() -> None:
    assert findings(EMPTY, *RULES, as_of=date(2025, 1, 1))
    assert not [
        item
        for item in findings(EMPTY, *RULES, as_of=date(2024, 12, 31))
        if item.severity is not Severity.INFO
    ]


@given(DAYS, DAYS, DAYS, st.booleans(), st.booleans(), st.sampled_from(list(Severity)))
def test_severity_follows_the_day(
    start: date, end: date, as_of: date, missing: bool, prepared: bool, own: Severity
) -> None:
    first, last = min(start, end), max(start, end)
    hit = Hit((), "x", "y", during=Period(first, last), missing=missing, severity=own)
    given_severity = severity_of(RULES[0], hit, as_of, in_preparation=prepared)
    if as_of > last:
        expected = Severity.INFO
    elif prepared and missing:
        expected = Severity.OPEN
    elif as_of < first and own is not Severity.INFO:
        expected = Severity.DEADLINE
    else:
        expected = own
    assert given_severity is expected


@given(DAYS, st.booleans())
def test_hit_without_days_is_of_every_day(as_of: date, missing: bool) -> None:
    hit = Hit((), "x", "y", missing=missing)
    assert severity_of(RULES[0], hit, as_of, in_preparation=False) is RULES[0].severity


@given(st.integers(-2, 2))
def test_severity_may_change_with_the_law(shift: int) -> None:
    changed = date(2026, 1, 1)
    dated = replace(RULES[0], later=((changed, Severity.WARNING),))
    day = changed + timedelta(days=shift)
    wanted = Severity.WARNING if shift >= 0 else RULES[0].severity
    assert severity_of(dated, Hit((), "x", "y"), day, in_preparation=False) is wanted


@pytest.mark.parametrize(
    ("day", "severity"),
    [
        (date(2025, 12, 31), RULES[0].severity),
        (date(2026, 1, 1), Severity.WARNING),
        (date(2026, 12, 31), Severity.WARNING),
        (date(2027, 1, 1), Severity.INFO),
        (date(2028, 1, 1), Severity.INFO),
    ],
)
def test_of_two_changes_of_a_severity_the_later_holds(day: date, severity: Severity) -> None:
    changes = ((date(2026, 1, 1), Severity.WARNING), (date(2027, 1, 1), Severity.INFO))
    assert replace(RULES[0], later=changes).severity_on(day) is severity


def test_acknowledged_finding_covers_what_is_below_its_place_only(tmp_path: Path) -> None:
    copy = tmp_path / "regions" / "etela-karjala"
    copy.mkdir(parents=True)
    target = copy / "alue.yaml"
    target.write_bytes((BASE / "regions" / "etela-karjala" / "alue.yaml").read_bytes())
    edit(
        target,
        (
            "\nnuorten_yhteispalvelu:",
            "\ntunnistetut_puutteet:\n"
            "  - {koodi: G01, kohta: 'johtoryhmat[tym].jasenet[kela-1]', syy: a, vastuu: lpr, "
            "kirjattu: 2026-01-02, paattyen: 2026-12-31}\n\nnuorten_yhteispalvelu:",
        ),
    )

    def everywhere(_subject: object) -> Iterator[Hit]:
        jasenet = ("johtoryhmat", 0, "jasenet")
        for path in ((*jasenet, 2), (*jasenet, 2, "nimetyt", 0), jasenet, (*jasenet, 1)):
            yield Hit(path, "Kohta on outo.", "Tarkista.")

    found = findings(tmp_path, rule(everywhere))
    assert {item.path: item.acknowledged for item in found} == {
        "johtoryhmat[tym].jasenet[kela-1]": True,
        "johtoryhmat[tym].jasenet[kela-1].nimetyt[2026-01-01]": True,
        "johtoryhmat[tym].jasenet": False,
        "johtoryhmat[tym].jasenet[hva-1]": False,
    }


def test_findings_come_sorted_and_once() -> None:
    def twice(_subject: object) -> Iterator[Hit]:
        yield Hit(("vaihe",), "Vaihe on outo.", "Tarkista.")
        yield Hit(("alue",), "Alue on outo.", "Tarkista.")
        yield Hit(("alue",), "Alue on outo.", "Tarkista.")

    found = findings(BASE, rule(twice))
    assert [item.path for item in found] == ["alue", "vaihe"]
