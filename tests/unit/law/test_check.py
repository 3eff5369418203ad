"""What the check makes of a hit: whose it is, where, by which law, in whose words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sopimukset.base.periods import Period
from sopimukset.base.speech import speak
from sopimukset.findings import Finding
from sopimukset.law.check import SPOKEN, Grounds, check_regions
from sopimukset.law.registry import CHECKED, LINTS, NOTICES, RULES, TITLES, known_code
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.model.paths import HIDDEN
from sopimukset.workspace.layouts import Layout
from tests.acceptance.rules.rule_cases import BASES, grounds, regions_of

DAY = date(2026, 6, 1)
NEIGHBOURS = BASES / "rajan-yli"
HIT = Hit(("alue",), "Alue on outo.", "Tarkista alue.")


def saying(*hits: Hit, **parts: Any) -> Rule:
    """A rule that always gives these hits."""

    def check(_subject: object) -> Iterator[Hit]:
        yield from hits

    return replace(RULES[0], check=check, worth=None, scope=Scope.REGION, **parts)


def found(*rules: Rule, base: str = "yksi", **parts: Any) -> list[Finding]:
    """What the rules find in a base region."""
    return check_regions(regions_of(BASES / base), grounds(DAY, rules), **parts)


def test_every_wanted_region_is_asked_and_no_other() -> None:
    names = {region.name for region in regions_of(NEIGHBOURS)}
    assert len(names) == 2
    for wanted in (set(), *({name} for name in names), names):
        there = found(saying(HIT), base="rajan-yli", wanted=wanted)
        assert {item.region for item in there} == wanted
    assert {item.region for item in found(saying(HIT), base="rajan-yli")} == names


def test_finding_cites_all_provisions_and_links_to_the_first() -> None:
    for hit in (HIT, HIT._replace(lines=(3, 4, 5, 6))):
        [item] = found(saying(hit, citations=("388/2024 1 § 2 mom", "381/2023 9 §")))
        assert item.citation == "388/2024 1 § 2 mom, 381/2023 9 §"
        assert item.url.startswith("https://")
        assert "388" in item.url
        [bare] = found(saying(hit, citations=()))
        assert (bare.citation, bare.url) == ("", "")


def test_hit_at_lines_stands_there() -> None:
    [item] = found(saying(HIT._replace(lines=(3, 4, 5, 6))))
    assert (item.line, item.column, item.end_line, item.end_column) == (3, 4, 5, 6)
    assert (item.path, item.region) == ("", "etela-karjala")
    assert item.file == "regions/etela-karjala/alue.yaml"


def test_finding_of_a_layout_stands_at_its_beginning_and_is_no_regions() -> None:
    layout = Layout("templates/tym-sopimus/sv.docx", "sv", "sv", 1, (), 0, 0)
    rule = replace(saying(HIT._replace(path=())), scope=Scope.LAYOUT)
    [item] = check_regions([], replace(grounds(DAY, [rule]), layouts=[layout]))
    assert (item.file, item.line, item.column) == (layout.file, 1, 1)
    assert (item.region, item.path) == ("", "")


@pytest.mark.parametrize("name", ["avain", "koodi", "kunta", "tunnus"])
def test_two_small_words_where_a_word_of_the_program_belongs_may_be_a_name(name: str) -> None:
    for typed, shown in ("matti meikäläinen", HIDDEN), ("tyo-1", "tyo-1"), ("Hollola", "Hollola"):
        hit = HIT._replace(message=f"Alue {{{name}}} on outo.", values={name: typed})
        [item] = found(saying(hit))
        assert item.message == f"Alue {shown} on outo."


def test_what_a_rule_found_in_a_text_is_told_but_no_name_beside_it() -> None:
    for said, shown in ("Hyte", "Hyte"), ("Kerttu Kuvitelma", HIDDEN):
        hit = HIT._replace(message="Tekstissä on «{sanat}».", values={"sanat": said})
        [item] = found(saying(hit))
        assert item.message == f"Tekstissä on «{shown}»."
    [item] = found(saying(HIT._replace(message="{oma} on outo.", values={"oma": "Hyteläinen"})))
    assert item.message == f"{HIDDEN} on outo."


def test_hit_at_a_key_is_marked_there() -> None:
    [value] = found(saying(HIT))
    [key] = found(saying(HIT._replace(at_key=True)))
    assert (value.line, value.column) == (key.line, 1 + len("alue: "))
    assert key.column == 1


def test_days_are_told() -> None:
    during = Period(date(2026, 1, 1), date(2026, 12, 31))
    [item] = found(saying(HIT._replace(message="Alue on outo: {aika}.", during=during)))
    assert item.message == "Alue on outo: 1.1.2026–31.12.2026."


@pytest.fixture
def _in_brackets() -> Iterator[None]:
    speak("sv", lambda text: f"<{text}>")
    yield
    speak()


@pytest.mark.usefixtures("_in_brackets")
@pytest.mark.parametrize("name", ["keskus", "kieli", "kuka", "laji", "mika", "mita", "tehtava"])
def test_values_that_are_words_are_said_in_the_readers_language(name: str) -> None:
    assert name in SPOKEN
    hit = HIT._replace(message=f"{{{name}}} {{muu}}", values={name: "Kela", "muu": "Kela"})
    [item] = found(saying(hit))
    assert item.message == "<<Kela> Kela>"
    assert item.advice == "<Tarkista alue.>"
    [number] = found(saying(hit._replace(values={name: 3, "muu": 4})))
    assert number.message == "<3 4>"


def test_rule_whose_look_beforehand_crashes_is_asked_all_the_same() -> None:
    def crashing(_folder: object) -> bool:
        raise ZeroDivisionError

    def never(_folder: object) -> bool:
        return False

    rule = replace(saying(HIT), scope=Scope.FILE, code="G99")
    assert found(rule)
    assert found(replace(rule, worth=crashing))
    assert not found(replace(rule, worth=never))


OF_CASES = {
    Scope.REGION: "cases.facts_of_region",
    Scope.GROUP: "cases.facts_of",
    Scope.AGREEMENT: "agreements.facts_of_agreement",
}


@pytest.mark.parametrize("scope", OF_CASES)
def test_rule_is_asked_unless_all_is_settled(scope: Scope, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"sopimukset.law.{OF_CASES[scope]}", lambda _case: 3)
    asked = {
        settled: bool(found(replace(saying(HIT, settled=settled), scope=scope)))
        for settled in range(8)
    }
    assert asked == {0: True, 1: False, 2: False, 3: False, 4: True, 5: True, 6: True, 7: True}


@pytest.mark.parametrize("scope", OF_CASES)
def test_rule_is_asked_where_facts_crash(scope: Scope, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_case: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(f"sopimukset.law.{OF_CASES[scope]}", crash)
    for settled in (1, 2, 4):
        assert found(replace(saying(HIT, settled=settled), scope=scope))


def test_rule_is_asked_on_its_days_only() -> None:
    for period, there in (
        (Period(DAY, DAY), 1),
        (Period(date(2025, 1, 1), date(2026, 5, 31)), 0),
        (Period(date(2026, 6, 2), date(2030, 1, 1)), 0),
    ):
        assert len(found(saying(HIT, valid=period))) == there


def test_all_rules_are_asked_where_none_are_named() -> None:
    prepared = grounds(DAY)
    assert Grounds(prepared.register, DAY, prepared.clauses).rules == RULES


def test_every_code_has_a_title() -> None:
    of_checks = {rule.code for rule in RULES} | {item.code for item in NOTICES}
    assert set(CHECKED) == of_checks
    assert set(TITLES) == of_checks | {item.code for item in LINTS}
    assert not known_code("X99")


def test_what_only_the_linter_gives_cannot_be_acknowledged() -> None:
    assert all(item.code in TITLES and not known_code(item.code) for item in LINTS)


def test_severities_of_notices() -> None:
    grave = {item.code for item in NOTICES if item.severity.value == "error"}
    light = {item.code for item in NOTICES if item.severity.value == "warning"}
    assert light == {"M10", "T10"}
    assert grave | light == {item.code for item in NOTICES}


def test_severities_of_what_the_linter_gives() -> None:
    assert {item.code: item.severity.value for item in LINTS} == {
        **dict.fromkeys(("W01", "W02", "W03", "W06", "W07"), "error"),
        **dict.fromkeys(("W05", "W08"), "warning"),
        "W04": "info",
    }
