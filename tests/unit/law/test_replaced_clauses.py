"""T36: texts in the place of clauses that the decree demands; `tests/data/replaced` tells of each.

A file is called by the clause. Each of its texts is judged alone, in a record without rows of staff
and of costs, so that no table of the agreement says for the text what it is silent of.
"""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from sopimukset.findings import Finding
from sopimukset.formats.yaml import read
from sopimukset.law.check import check_regions
from sopimukset.law.registry import RULES
from sopimukset.law.rules._demands import DEMANDS
from sopimukset.model import Alue, Lausekekirjasto
from sopimukset.workspace.record import Record
from sopimukset.workspace.templates import template_folder
from sopimukset.workspace.workspace import Region
from tests.acceptance.rules.rule_cases import ROOT, grounds
from tests.unit.law.test_sentences import AS_OF, RECORD, sentences

FOLDER = ROOT / "tests" / "data" / "replaced"
T36 = [rule for rule in RULES if rule.code == "T36"]
ROWS = [(path.stem, *row) for path in sorted(FOLDER.glob("*.txt")) for row in sentences(path)]
SILENT = "Osapuolet sitoutuvat hyvään yhteistyöhön."
YEARLY = "Osapuolet tarkistavat henkilöstön riittävyyden vuosittain."
Change = dict[str, Any]


@cache
def record() -> Any:
    """The data of a sound record."""
    return read(RECORD.read_bytes()).data


def replaced(clause: str, text: Any, action: str = "korvaa") -> Change:
    return {"lauseke": clause, "toimi": action, "teksti": text, "peruste": "sovittu"}


def judged(*changes: Change, bare: bool = True, **rest: Any) -> list[Finding]:
    """What T36 finds in an agreement with these changes; a bare one has no tables."""
    data = copy.deepcopy(record())
    (agreement,) = data["sopimukset"]
    if bare:
        del data["henkilosto"], agreement["kustannukset"]
    agreement.update(rest, lausekemuutokset=list(changes))
    region = Record("etela-karjala", "alue.yaml", None, Alue.model_validate(data))
    return check_regions([Region("etela-karjala", region)], grounds(AS_OF, T36))


def paths(found: list[Finding]) -> list[str]:
    return [item.path for item in found]


@pytest.mark.parametrize(("clause", "text", "codes"), ROWS, ids=[row[1] for row in ROWS])
def test_text_is_judged(clause: str, text: str, codes: tuple[str, ...]) -> None:
    assert tuple(item.code for item in judged(replaced(clause, text))) == codes


def test_each_mandatory_clause_has_a_demand_and_rows_of_both_kinds() -> None:
    folder = template_folder(ROOT, "tym-sopimus")
    assert folder is not None
    assert folder.library is not None
    mandatory = {item.tunnus: item.perusta for item in folder.library.lausekkeet if item.pakollinen}
    assert set(mandatory) == set(DEMANDS)
    for clause, demand in DEMANDS.items():
        assert demand.citation in mandatory[clause]
        assert {codes for name, _, codes in ROWS if name == clause} == {(), ("T36",)}


@pytest.mark.parametrize("clause", DEMANDS)
def test_the_model_clause_itself_says_what_is_demanded(clause: str) -> None:
    """Else whoever copies it into a change would be told that it is silent."""
    folder = template_folder(ROOT, "tym-sopimus")
    assert folder is not None
    assert folder.library is not None
    (own,) = (item for item in folder.library.lausekkeet if item.tunnus == clause)
    for language in ("fi", "sv"):
        parts = [part for item in own.versiot[-1].kappaleet for part in (item, *item.luettelo)]
        text = "\n\n".join(getattr(part, language) or "" for part in parts)
        assert DEMANDS[clause].is_said(text.replace("{{ kelan_osallistuminen }}", "")) or (
            clause == "kelan-osallistuminen"
        )


@pytest.mark.parametrize("clause", DEMANDS)
def test_finding_cites_the_provision_of_its_own_clause(clause: str) -> None:
    (found,) = judged(replaced(clause, SILENT))
    assert found.citation == DEMANDS[clause].citation
    assert found.url.startswith("https://")
    assert clause in found.message
    assert DEMANDS[clause].matter in found.message


@pytest.mark.parametrize("clause", ["henkilosto", "kustannukset"])
def test_what_a_table_of_the_record_says_the_text_need_not_say(clause: str) -> None:
    assert judged(replaced(clause, SILENT), bare=False) == []
    assert len(judged(replaced(clause, SILENT))) == 1


def test_agreement_of_a_group_that_isnt_there_has_no_table_of_staff() -> None:
    found = judged(replaced("henkilosto", SILENT), bare=False, johtoryhma="muu")
    assert [item.code for item in found] == ["T36"]


def test_costs_without_a_key_divide_nothing() -> None:
    costs = [{"tunnus": "tilat", "kattaa": ["tilat"]}]
    assert len(judged(replaced("kustannukset", SILENT), kustannukset=costs)) == 1


def test_share_of_kela_in_the_table_of_costs_says_how_it_takes_part() -> None:
    change = replaced("kelan-osallistuminen", SILENT)
    for shares, silent in ({"lpr": 60, "hva": 30, "kela": 10}, 0), ({"lpr": 60, "hva": 40}, 1):
        costs = [{"tunnus": "tilat", "kattaa": ["tilat"], "avain": "sovittu", "osuudet": shares}]
        assert len(judged(change, kustannukset=costs)) == silent


def test_text_of_kela_is_not_printed_where_its_clause_is_replaced() -> None:
    """The record's own field says it, but the agreement doesn't."""
    told = "Kela osallistuu koulutuksen kustannuksiin."
    change = replaced("kelan-osallistuminen", SILENT)
    assert len(judged(change, kelan_osallistuminen=told)) == 1


@pytest.mark.parametrize("action", ["lisaa", "korvaa"])
def test_what_another_text_of_the_agreement_says_is_said(action: str) -> None:
    other = replaced("seuranta" if action == "korvaa" else "oma", YEARLY, action)
    assert judged(replaced("henkiloston-tarkistus", SILENT), other) == []


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("Palvelu järjestetään osapuolten toimipisteissä.", 0),
        ("Parterna tillhandahåller servicen på distans.", 0),
        ("Kukin osapuoli vastaa asiakkaille viestinnästä.", 1),
        ("Henkilöstölle järjestetään yhteistä koulutusta.", 1),
        ("Palvelu on asiakkaalle maksutonta.", 1),
        ("Asiakkaan tietoja annetaan osapuolelle lain mukaan.", 1),
    ],
)
def test_other_texts_say_how_services_are_arranged_only_in_so_many_words(
    text: str, silent: int
) -> None:
    assert len(judged(replaced("palvelut", SILENT), replaced("oma", text, "lisaa"))) == silent


def test_explanation_of_a_cost_says_what_it_says() -> None:
    told = "Kela maksaa tiloista kymmenen prosenttia."
    costs = [{"tunnus": "tilat", "kattaa": ["tilat"], "avain": "muu", "selite": told}]
    assert judged(replaced("kelan-osallistuminen", SILENT), kustannukset=costs) == []


def test_a_place_that_another_clause_points_to_says_nothing_for_this_one() -> None:
    other = replaced("oma", "Siitä sovitaan liitteessä 2.", "lisaa")
    assert len(judged(replaced("henkiloston-tarkistus", SILENT), other)) == 1


def test_a_removed_clause_says_nothing_though_it_has_a_text() -> None:
    other = replaced("seuranta", YEARLY, "poista")
    assert len(judged(replaced("henkiloston-tarkistus", SILENT), other)) == 1


def test_of_two_changes_of_a_clause_the_later_one_is_printed() -> None:
    silent, said = (replaced("henkiloston-tarkistus", text) for text in (SILENT, YEARLY))
    assert judged(silent, said) == []
    assert paths(judged(said, silent)) == ["sopimukset[0].lausekemuutokset[1].teksti"]


def test_each_language_is_judged_by_itself() -> None:
    clause = "henkiloston-tarkistus"
    texts = {"fi": YEARLY, "sv": "Parterna samarbetar."}
    place = "sopimukset[0].lausekemuutokset[0].teksti"
    assert paths(judged(replaced(clause, texts))) == [f"{place}.sv"]
    assert paths(judged(replaced(clause, {"fi": SILENT}))) == [f"{place}.fi"]
    assert paths(judged(replaced(clause, {"sv": "Kontrollen görs årligen."}))) == []


def test_what_stands_beside_in_another_language_only_is_not_said() -> None:
    silent = replaced("henkiloston-tarkistus", {"fi": SILENT, "sv": "Parterna samarbetar."})
    beside = replaced("oma", {"fi": YEARLY}, "lisaa")
    assert [path.rpartition(".")[2] for path in paths(judged(silent, beside))] == ["sv"]
    assert judged(silent, replaced("oma", YEARLY, "lisaa")) == []
    assert judged(replaced("henkiloston-tarkistus", SILENT), beside) == []


def test_soft_hyphens_hide_no_word() -> None:
    text = YEARLY.replace("henkilöstön", "henki\u00adlöstön")
    assert judged(replaced("henkiloston-tarkistus", text)) == []


def test_other_clauses_and_other_agreements_may_say_anything() -> None:
    assert judged(replaced("viestinta", SILENT), replaced("oma", SILENT, "lisaa")) == []
    assert judged(replaced("palvelut", SILENT), laji="yhdyspintasopimus") == []


def library_of(
    *clauses: tuple[str, list[Change]], kind: str = "tym-sopimus"
) -> Record[Lausekekirjasto]:
    """A library of these clauses, each with its wordings."""
    data = {
        "muoto": 1,
        "laji": kind,
        "nimi": {"fi": "Sopimus"},
        "lausekkeet": [{"tunnus": name, "versiot": wordings} for name, wordings in clauses],
    }
    return Record("", "templates/x/lausekkeet.yaml", None, Lausekekirjasto.model_validate(data))


def found_in(library: Record[Lausekekirjasto], as_of: date = AS_OF) -> list[Finding]:
    """What T36 finds in a library."""
    return check_regions([], replace(grounds(as_of, T36), libraries=[library]))


def in_library(
    *clauses: tuple[str, list[Change]], kind: str = "tym-sopimus", day: str = ""
) -> list[str]:
    """Where T36 finds something in a library of these clauses."""
    as_of = date.fromisoformat(day) if day else AS_OF
    return paths(found_in(library_of(*clauses, kind=kind), as_of))


def worded(*paragraphs: Change, **rest: Any) -> Change:
    """A wording of a model clause."""
    return {"otsikko": {"fi": "Otsikko"}, "kappaleet": list(paragraphs), **rest}


CHECK = "henkiloston-tarkistus"
FIRST, SWEDISH, SECOND = (
    f"lausekkeet[0].versiot[0].kappaleet{place}" for place in ("[0].fi", "[0].sv", "[1].fi")
)
BESIDE = ("muu", [worded({"fi": YEARLY})])
BESIDE_IN_SWEDISH = ("muu", [worded({"sv": "Kontrollen görs årligen."})])


@pytest.mark.parametrize(
    ("clauses", "places"),
    [
        ([(CHECK, [worded({"fi": SILENT})])], [FIRST]),
        ([("viestinta", [worded({"fi": SILENT})])], []),
        ([(CHECK, [worded({"fi": YEARLY})])], []),
        ([(CHECK, [worded({"fi": SILENT}, taulukko="henkilosto")])], []),
        ([(CHECK, [worded({"fi": SILENT})]), BESIDE], []),
        ([(CHECK, [worded({"fi": SILENT})]), BESIDE_IN_SWEDISH], [FIRST]),
        ([(CHECK, [worded({"fi": SILENT}, {"luettelo": [{"fi": YEARLY}]})])], []),
        ([(CHECK, [worded({"luettelo": [{"fi": SILENT}]})])], [FIRST]),
        ([(CHECK, [worded({"sv": "Vi samarbetar."}, {"fi": SILENT})])], [SWEDISH, SECOND]),
        ([(CHECK, [worded()])], []),
        ([(CHECK, [])], []),
        ([(CHECK, [worded({"fi": YEARLY.replace("stön", "st\u00adön")})])], []),
        ([(CHECK, [worded({"fi": "Henkilöstön tarkistamisesta on liite"}, {"fi": SILENT})])], []),
        ([(CHECK, [worded({"fi": SILENT}), worded({"fi": YEARLY}, alkaen="2025-01-01")])], []),
        ([("kelan-osallistuminen", [worded({"fi": "{{ kelan_osallistuminen }}"})])], []),
        ([("kelan-osallistuminen", [worded({"fi": "{{ irtisanomisaika_kk }}"})])], [FIRST]),
    ],
)  # fmt: skip
def test_model_clauses_of_a_library_are_judged(
    clauses: list[tuple[str, list[Change]]], places: list[str]
) -> None:
    assert in_library(*clauses) == places
    assert in_library(*clauses, kind="yhdyspintasopimus") == []


@pytest.mark.parametrize(
    ("day", "numbers"), [("2025-12-31", [0, 2]), ("2026-01-01", [2]), ("2027-01-01", [2])]
)
def test_wordings_of_a_library_that_are_past_are_not_judged(day: str, numbers: list[int]) -> None:
    wordings = [
        worded({"fi": SILENT}, alkaen="2025-01-01"),
        worded({"fi": YEARLY}, alkaen="2026-01-01"),
        worded({"fi": SILENT}, alkaen="2027-01-01"),
    ]
    found = in_library((CHECK, wordings), day=day)
    assert found == [FIRST.replace("versiot[0]", f"versiot[{number}]") for number in numbers]


def test_of_two_wordings_of_one_day_the_later_one_is_printed_and_judged() -> None:
    silent, said = (worded({"fi": text}, alkaen="2026-01-01") for text in (SILENT, YEARLY))
    assert in_library((CHECK, [silent, said]), day="2026-01-01") == []
    assert in_library((CHECK, [said, silent]), day="2026-01-01") == [
        FIRST.replace("versiot[0]", "versiot[1]")
    ]


def test_finding_in_a_library_cites_the_provision_of_its_own_clause() -> None:
    for clause, demand in DEMANDS.items():
        (found,) = found_in(library_of((clause, [worded({"fi": SILENT})])))
        assert found.citation == demand.citation


def test_of_a_library_that_cannot_be_read_nothing_is_said() -> None:
    unread: Record[Lausekekirjasto] = Record("", "templates/x/lausekkeet.yaml", None, None)
    assert found_in(unread) == []
