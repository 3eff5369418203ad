"""No obligation without a row, no row without a rule or a reason, no stale page."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest

from sopimukset import statutes
from sopimukset.law.coverage import (
    COVERED,
    Coverage,
    clause_statuses,
    coverage,
    sentences_to_cover,
)
from sopimukset.law.registry import RULES, known_code
from sopimukset.statutes import Viite
from sopimukset.workspace.templates import template_folder
from tests.support.workspaces import CHECKOUT

ROWS = coverage()
SENTENCES = list(sentences_to_cover())
CITED = {rule.code: [statutes.parse_viite(item) for item in rule.citations] for rule in RULES}


def place(row: Coverage) -> str:
    return f"{row.kohta} {row.virke}"


by_row = pytest.mark.parametrize("row", ROWS, ids=map(place, ROWS))


def tool() -> ModuleType:
    path = CHECKOUT / "tools" / "law_coverage.py"
    spec = importlib.util.spec_from_file_location("law_coverage", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_sentence_has_one_row_word_for_word() -> None:
    assert [(row.kohta, row.virke, row.teksti) for row in ROWS] == [
        (item.viite, item.numero, item.teksti) for item in SENTENCES
    ]


def test_no_text_is_lost_between_sentences() -> None:
    law = statutes.load()
    for act, numbers in COVERED.items():
        for number in numbers:
            section = law.pykala(act, number)
            assert section is not None
            mine = [
                item.teksti
                for item in SENTENCES
                if (item.viite.saados, item.viite.pykala) == (act, number)
            ]
            assert " ".join(mine) == " ".join(section.teksti.split())


@by_row
def test_a_row_names_rules_that_exist_and_rest_on_its_section(row: Coverage) -> None:
    for code in row.saannot:
        assert known_code(code)
        assert any(
            (viite.saados, viite.pykala) == (row.kohta.saados, row.kohta.pykala)
            for viite in CITED[code]
        ), f"{code} does not cite {row.kohta}"
    assert len(set(row.saannot)) == len(row.saannot)


@by_row
def test_a_sentence_without_a_rule_has_a_reason(row: Coverage) -> None:
    assert row.saannot or row.jaa


def covers(kohta: Viite, viite: Viite) -> bool:
    same = (kohta.saados, kohta.pykala) == (viite.saados, viite.pykala)
    momentti = viite.momentti is None or kohta.momentti == viite.momentti
    return same and momentti and (viite.kohta is None or kohta.kohta == viite.kohta)


@pytest.mark.parametrize("code", CITED)
def test_a_rule_that_rests_on_a_covered_section_stands_in_its_row(code: str) -> None:
    for viite in CITED[code]:
        if viite.pykala in COVERED.get(viite.saados, ()):
            assert any(code in row.saannot for row in ROWS if covers(row.kohta, viite)), (
                f"no row of {viite} names {code}"
            )


def test_every_clause_has_its_status() -> None:
    folder = template_folder(CHECKOUT, "tym-sopimus")
    assert folder is not None
    assert folder.library is not None
    clauses = folder.library.lausekkeet
    statuses = {item.tunnus: item for item in clause_statuses()}
    assert list(statuses) == [clause.tunnus for clause in clauses]
    for clause in clauses:
        status = statuses[clause.tunnus]
        assert status.asema in ("laki", "sovittu", "tapa")
        assert status.peruste
        assert not clause.pakollinen or status.asema == "laki"
        assert clause.perusta or status.asema == "tapa"


def test_the_page_is_fresh() -> None:
    module = tool()
    written = module.TARGET.read_text(encoding="utf-8")
    assert written == module.text(), "run: python tools/law_coverage.py"
