"""What every rule owes its reader: citation, page, title, day, and cases that prove it."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

import pytest

from sopimukset import statutes
from sopimukset.findings import Severity
from sopimukset.law.check import check_regions
from sopimukset.law.registry import NOTICES, RULES, Notice, known_code
from sopimukset.law.rule import Check, Hit, Rule
from tests.acceptance.rules.rule_cases import DATA, ROOT, cases, grounds, regions_of

UNREGULATED = frozenset({"A10", "A12"})
"""Rules of good practice: nothing in the law to cite, and their page says so."""

GRADES = frozenset({"A", "A-", "B", "C"})
PAGES = ROOT / "sopimukset" / "law" / "pages"
MODULES = ROOT / "sopimukset" / "law" / "rules"

by_code = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
EVERYTHING: list[Rule | Notice] = [*RULES, *NOTICES]
by_any_code = pytest.mark.parametrize(
    "item", EVERYTHING, ids=[*(rule.code for rule in RULES), *(item.code for item in NOTICES)]
)


def own(code: str) -> bool:
    """Whether the rule guards the record's own consistency, not the law."""
    return code[0] in "TMV"


def test_code_is_used_once() -> None:
    codes = [item.code for item in EVERYTHING]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"[A-Z]\d\d", code) for code in codes)
    assert all(known_code(code) for code in codes)


def test_every_module_of_rules_is_registered() -> None:
    modules = {path.stem for path in MODULES.glob("[a-z]*.py")}
    assert modules == {rule.code.lower() for rule in RULES}


@by_code
def test_rule_cites_sections_that_exist(rule: Rule) -> None:
    good_practice = rule.grade == "C" and rule.severity is not Severity.ERROR
    assert rule.citations or own(rule.code) or good_practice
    for citation in rule.citations:
        viite = statutes.parse_viite(citation)
        assert str(viite) == citation
        assert statutes.load().url(viite).startswith("https://"), f"no link for {citation}"
        stored = statutes.load().pykalat(viite.saados)
        if any(section.numero == viite.pykala for section in stored):
            assert statutes.load().text(viite), f"{citation} points past its section"
        else:
            assert statutes.load().saados(viite.saados), f"{citation} cites an unknown act"


@pytest.mark.parametrize("act", ["381/2023", "388/2024"])
@by_code
def test_sections_of_the_act_and_the_decree_are_stored_whole(rule: Rule, act: str) -> None:
    for citation in rule.citations:
        viite = statutes.parse_viite(citation)
        if viite.saados == act:
            assert statutes.load().text(viite), citation


@by_any_code
def test_item_has_a_title_and_a_page(item: Rule | Notice) -> None:
    assert item.title
    assert not item.title.endswith(".")
    page = PAGES / f"{item.code}.fi.md"
    assert page.is_file(), f"{page.name} is missing"
    assert page.read_text(encoding="utf-8").startswith(f"# {item.code} {item.title}\n")


@by_code
def test_rule_says_which_day_decides_and_how_sure_it_is(rule: Rule) -> None:
    assert rule.decides.endswith(".")
    assert rule.concerns
    assert rule.grade in ({""} if own(rule.code) else GRADES)


@by_code
def test_error_rests_on_the_text_of_a_statute(rule: Rule) -> None:
    if rule.severity is Severity.ERROR and not own(rule.code):
        assert rule.grade == "A"


@by_any_code
def test_item_has_a_good_and_a_bad_case(item: Rule | Notice) -> None:
    if item.code == "V01":
        return  # no file makes a rule crash: test_engine.py brings one that does
    for kind in ("good", "bad"):
        assert any((DATA / item.code / kind).glob("*")), f"{item.code} has no {kind} case"


def test_no_case_folder_is_of_an_unknown_code() -> None:
    within = (path for path in DATA.iterdir() if path.is_dir())
    folders = {path.name for path in within if not path.name.startswith("_")}
    assert {name for name in folders if not known_code(name)} == set()


def texts_of(rule: Rule) -> Iterator[tuple[str, str]]:
    """The constants of a rule's module that are shown to a person."""
    module = import_module(f"sopimukset.law.rules.{rule.code.lower()}")
    for name, value in vars(module).items():
        if name.isupper() and isinstance(value, str) and " " in value:
            yield name, value


@by_code
def test_messages_are_well_formed_templates(rule: Rule) -> None:
    for name, text in texts_of(rule):
        fields = [field for _, field, _, _ in string.Formatter().parse(text) if field is not None]
        assert all(field.isidentifier() for field in fields), f"{name}: {fields}"


@pytest.fixture(scope="module")
def said_in_cases() -> set[str]:
    """Every message and advice, as a template, that some case file brings about."""
    said: set[str] = set()

    def spied(asked: Check) -> Check:
        def check(subject: object) -> Iterator[Hit]:
            for hit in asked(subject):
                said.update((hit.message, hit.advice))
                yield hit

        return check

    rules = [
        replace(rule, check=spied(rule.check), check_library=in_library and spied(in_library))
        for rule, in_library in ((rule, rule.check_library) for rule in RULES)
    ]
    for case in cases():
        check_regions(regions_of(case.folder), grounds(case.as_of, rules, case.folder))
    return said


@by_code
def test_every_message_is_brought_about_by_a_case(rule: Rule, said_in_cases: set[str]) -> None:
    assert {name for name, text in texts_of(rule) if text not in said_in_cases} == set()
