"""What is seen of a folder at a glance never hides a hit: checks find nothing where it says no."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopimukset import register
from sopimukset.law.cases import World
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.registry import RULES
from sopimukset.law.rule import Rule
from sopimukset.model import Alue, Kokous
from sopimukset.workspace.record import parse_record
from sopimukset.workspace.workspace import Region
from tests.acceptance.rules.rule_cases import Case, cases, clauses, regions_of

AS_OF = date(2026, 6, 1)
GLANCED = [rule for rule in RULES if rule.worth is not None]
CODES = {rule.code for rule in GLANCED}
CASES = [case for case in cases() if case.code in CODES and not case.good]

WORDS = (
    *("ELY", "AVI:n", "ely-keskus", "Asiakkuus", "päättyy", "suunnitelma", "\u00ad", "te-toimisto"),
    *("TYP", "381/2023", "040", "123", "4567", "(ELY)", "rekisterinpitäjä", "kk", "työtön", "\n"),
    *("ainoa", "300", "päivää", "asiakkaaksi", "laaditaan", "viiden", "kuukauden", "kuluessa"),
)
texts = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join), max_size=4)


def folders(regions: list[Region]) -> list[Folder]:
    """The files of each region as rules of files are asked about them."""
    world = World(register.load(), AS_OF, regions, clauses())
    return [
        Folder([FileCase(world.regions.get(region.name), item, AS_OF) for item in records])
        for region in regions
        for records in [list(region.records.values())]
    ]


def hidden(folder: Folder) -> list[str]:
    """The rules that find something where the glance says that there is nothing."""
    return [rule.code for rule in GLANCED if not _seen(rule, folder) and _hits(rule, folder)]


def _seen(rule: Rule, folder: Folder) -> bool:
    return rule.worth is not None and rule.worth(folder)


def _hits(rule: Rule, folder: Folder) -> bool:
    return any(True for file in folder.files for _ in rule.check(file))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_hit_of_a_case_is_hidden(case: Case) -> None:
    found = folders(regions_of(case.folder))
    assert [code for folder in found for code in hidden(folder)] == []


@settings(max_examples=60)
@given(texts, texts)
def test_no_wrong_words_are_hidden(decisions: list[str], changes: list[str]) -> None:
    alue = parse_record("kainuu", "regions/kainuu/alue.yaml", _alue(changes), Alue)
    meeting = parse_record("kainuu", "regions/kainuu/kokoukset/1.yaml", _kokous(decisions), Kokous)
    assert alue.model is not None
    assert meeting.model is not None
    for folder in folders([Region("kainuu", alue, (meeting,))]):
        assert hidden(folder) == []


def _alue(changes: list[str]) -> bytes:
    told = [
        f"      - {{lauseke: palvelut, toimi: korvaa, teksti: {_quoted(text)}}}" for text in changes
    ]
    agreement = ["sopimukset:", "  - tunnus: s", "    laji: tym-sopimus", "    lausekemuutokset:"]
    lines = ["muoto: 1", "alue: kainuu", "vaihe: vahvistettu", *(agreement if told else ()), *told]
    return ("\n".join(lines) + "\n").encode()


def _kokous(decisions: list[str]) -> bytes:
    told = [f"  - {{paatos: {_quoted(text)}}}" for text in decisions]
    lines = ["muoto: 1", "johtoryhma: tym", "pvm: 2026-03-02", *(["asiat:"] if told else ()), *told]
    return ("\n".join(lines) + "\n").encode()


def _quoted(text: str) -> str:
    return '"' + text.replace("\n", "\\n").replace("\u00ad", "\\u00AD") + '"'
