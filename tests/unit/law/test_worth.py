"""What is seen of a folder at a glance never hides a hit: checks find nothing where it says no."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopimukset import register
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.registry import RULES
from sopimukset.law.rule import Rule
from sopimukset.law.world import World
from sopimukset.model import Alue, Kokous, Lausekekirjasto
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
    *(
        "te\u00adtoimisto",
        "EL\u00adY-keskus",
        "tyo\u0308to\u0308n",
        "ASIAKKUUS",
        "\u0308",
        "İ",
        "ẞ",
    ),
    *("REKİSTERİNPİTÄJÄ", "rekıſterinpitäjä", "kotioſoite", "ASİAKKUUS"),
    *("Työ", "markkina", "tuki", "nimi@esimerkki.fi", "ympäristö", "keskus", "väst", "integration"),
)
BETWEEN = (" ", " ", " ", "", "-", "\u00ad", "\n", "\n\n", ". ", " (")
texts = st.lists(
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(BETWEEN)), min_size=1, max_size=9)
    .map(lambda pairs: "".join(word + between for word, between in pairs))
    .filter(str.strip),
    max_size=4,
)


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


@settings(max_examples=200)
@given(texts, texts)
def test_no_wrong_words_are_hidden(decisions: list[str], changes: list[str]) -> None:
    alue = parse_record("kainuu", "regions/kainuu/alue.yaml", _alue(changes), Alue)
    meeting = parse_record("kainuu", "regions/kainuu/kokoukset/1.yaml", _kokous(decisions), Kokous)
    assert alue.model is not None
    assert meeting.model is not None
    for folder in folders([Region("kainuu", alue, (meeting,))]):
        assert hidden(folder) == []


@settings(max_examples=60)
@given(texts)
def test_no_wrong_words_of_a_region_that_can_not_be_read_are_hidden(decisions: list[str]) -> None:
    alue = parse_record("kainuu", "regions/kainuu/alue.yaml", b"muoto: uusi\n", Alue)
    meeting = parse_record("kainuu", "regions/kainuu/kokoukset/1.yaml", _kokous(decisions), Kokous)
    assert alue.model is None
    for folder in folders([Region("kainuu", alue, (meeting,))]):
        assert hidden(folder) == []


@pytest.mark.parametrize(
    "number",
    [
        "044 123 4567",
        "0441234567",
        "050\u2009123\u20094567",
        "040\uff11\uff12\uff13\uff14\uff15\uff16\uff17",
    ],
    ids=ascii,
)
def test_a_telephone_number_is_seen_where_nothing_else_is_said(number: str) -> None:
    """Rule D04 tells of it, with whatever spaces and digits it is written."""
    alue = parse_record("kainuu", "regions/kainuu/alue.yaml", b"muoto: uusi\n", Alue)
    meeting = parse_record("kainuu", "regions/kainuu/kokoukset/1.yaml", _kokous([number]), Kokous)
    (folder,) = folders([Region("kainuu", alue, (meeting,))])
    assert hidden(folder) == []
    assert [rule.code for rule in GLANCED if _hits(rule, folder)] == ["D04", "P05"]


@settings(max_examples=60)
@given(texts.filter(bool))
def test_no_wrong_words_of_a_library_are_hidden(clauses: list[str]) -> None:
    record = parse_record("", "lausekkeet.yaml", _library(clauses), Lausekekirjasto)
    assert record.model is not None
    assert hidden(Folder([FileCase(None, record, AS_OF)])) == []


names = st.sampled_from(("yksi", "kaksi", "kolme"))
groups_of_seats = st.lists(st.tuples(st.sets(names), st.sets(names)), max_size=3)


@given(groups_of_seats)
def test_no_seat_of_another_group_is_hidden(groups: list[tuple[set[str], set[str]]]) -> None:
    """A group's chair is one of its own seats, whatever seats the other groups have."""
    lines = [
        "muoto: 1",
        "alue: kainuu",
        "vaihe: vahvistettu",
        *(["johtoryhmat:"] if groups else ()),
    ]
    for number, (seats, chairs) in enumerate(groups):
        own = ", ".join(f"{{tunnus: {name}}}" for name in sorted(seats))
        held = ", ".join(f"{{jasen: {name}}}" for name in sorted(chairs))
        lines += [f"  - tunnus: ryhma-{number}", f"    jasenet: [{own}]"]
        lines += [f"    puheenjohtaja: [{held}]"]
    record = parse_record("kainuu", "regions/kainuu/alue.yaml", _bytes(lines), Alue)
    assert record.model is not None
    (folder,) = folders([Region("kainuu", record)])
    assert hidden(folder) == []
    stray = any(chairs - seats for seats, chairs in groups)
    assert any(rule.code == "T01" and _seen(rule, folder) for rule in GLANCED) is stray


def _bytes(lines: list[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()


def _alue(changes: list[str]) -> bytes:
    told = [
        f"      - {{lauseke: palvelut, toimi: korvaa, teksti: {_quoted(text)}}}" for text in changes
    ]
    agreement = ["sopimukset:", "  - tunnus: s", "    laji: tym-sopimus", "    lausekemuutokset:"]
    lines = ["muoto: 1", "alue: kainuu", "vaihe: vahvistettu", *(agreement if told else ()), *told]
    return _bytes(lines)


def _kokous(decisions: list[str]) -> bytes:
    told = [f"  - {{paatos: {_quoted(text)}}}" for text in decisions]
    matters = ["asiat:", *told] if told else []
    return _bytes(["muoto: 1", "johtoryhma: tym", "pvm: 2026-03-02", *matters])


def _library(clauses: list[str]) -> bytes:
    told = [f"          - {{fi: {_quoted(text)}, sv: Text.}}" for text in clauses]
    version = ["      - otsikko: {fi: Otsikko, sv: Rubrik}", "        kappaleet:", *told]
    clause = ["lausekkeet:", "  - tunnus: yksi", "    versiot:", *version]
    return _bytes(["muoto: 1", "laji: tym-sopimus", "nimi: {fi: Sopimus, sv: Avtal}", *clause])


def _quoted(text: str) -> str:
    return '"' + text.replace("\n", "\\n").replace("\u00ad", "\\u00AD") + '"'
