"""The Swedish and the English pages say what the Finnish page says, part by part."""

from __future__ import annotations

import re
from datetime import date

import pytest

from sopimukset.law.explain import PAGES, explanation, page
from sopimukset.law.registry import RULES, TITLES

AS_OF = date(2026, 3, 1)
FINNISH = [
    "Mitä sääntö vaatii",
    "Miksi",
    "Mikä päivä ratkaisee",
    "Huono esimerkki",
    "Hyvä esimerkki",
    "Miten korjaan",
    "Mitä sääntö ei näe",
    "Ketä koskee",
    "Tarkista",
]
HEADINGS = {
    "sv": [
        "Vad regeln kräver",
        "Varför",
        "Vilken dag avgör",
        "Dåligt exempel",
        "Bra exempel",
        "Så här rättar du",
        "Vad regeln inte ser",
        "Vem det gäller",
        "Kontrollera",
    ],
    "en": [
        "What the rule requires",
        "Why",
        "Which day decides",
        "Bad example",
        "Good example",
        "How to fix it",
        "What the rule cannot see",
        "Who it concerns",
        "Check",
    ],
}
READERS = {
    "sv": ["- Sekreterare", "- Jurist", "- CI"],
    "en": ["- Secretary", "- Lawyer", "- CI"],
}
GRADE = {"sv": "Tolkningsgrad", "en": "Grade of interpretation"}
UNSEEN, CONCERNS = 6, 7
"""Where the sections of the list of limits and of the list of readers stand."""

TRANSLATED = [
    (code, lang) for code in sorted(TITLES) if code[0] in "GHMTVW" for lang in sorted(HEADINGS)
]
FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
TICKED = re.compile(r"`[^`\n]+`")
CITED = re.compile(r"\d+/\d{4}(?: \d+ §(?: \d+ (?:mom|kohta))?)?")
CODED = re.compile(r"\b[A-Z]\d\d\b")

each_page = pytest.mark.parametrize(("code", "lang"), TRANSLATED)


def prose(text: str) -> str:
    return FENCED.sub("", text)


def listed(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("- ")]


@each_page
def test_the_page_exists_and_begins_with_the_code_and_a_title_of_its_own(
    code: str, lang: str
) -> None:
    assert (PAGES / f"{code}.{lang}.md").is_file()
    first = page(code, lang).partition("\n")[0]
    assert first.startswith(f"# {code} ")
    assert first != page(code).partition("\n")[0]


@each_page
def test_the_sections_are_those_of_the_finnish_page_in_its_order(code: str, lang: str) -> None:
    finnish = [FINNISH.index(item.heading) for item in explanation(code, AS_OF).sections]
    found = explanation(code, AS_OF, lang).sections
    assert [HEADINGS[lang].index(item.heading) for item in found] == finnish
    assert all(item.text.strip() for item in found)


@each_page
def test_every_section_has_the_same_examples(code: str, lang: str) -> None:
    pairs = zip(
        explanation(code, AS_OF).sections, explanation(code, AS_OF, lang).sections, strict=True
    )
    for finnish, other in pairs:
        assert FENCED.findall(other.text) == FENCED.findall(finnish.text)


@each_page
def test_every_list_has_as_many_items(code: str, lang: str) -> None:
    pairs = zip(
        explanation(code, AS_OF).sections, explanation(code, AS_OF, lang).sections, strict=True
    )
    for finnish, other in pairs:
        assert len(listed(other.text)) == len(listed(finnish.text)), other.heading


@each_page
@pytest.mark.parametrize("pattern", [CITED, CODED], ids=["provisions", "codes"])
def test_what_machines_read_is_the_same(code: str, lang: str, pattern: re.Pattern[str]) -> None:
    assert sorted(pattern.findall(prose(page(code, lang)))) == sorted(
        pattern.findall(prose(page(code)))
    )


@each_page
def test_every_key_that_the_finnish_page_names_is_named(code: str, lang: str) -> None:
    assert set(TICKED.findall(prose(page(code)))) <= set(TICKED.findall(prose(page(code, lang))))


@each_page
def test_the_page_speaks_to_every_reader(code: str, lang: str) -> None:
    text = explanation(code, AS_OF, lang).sections[CONCERNS].text
    assert [line.split(":")[0] for line in text.splitlines()] == READERS[lang]


@pytest.mark.parametrize("lang", sorted(GRADE))
@pytest.mark.parametrize(
    "rule",
    [item for item in RULES if item.grade and (item.code, "sv") in TRANSLATED],
    ids=lambda rule: rule.code,
)
def test_the_page_tells_how_sure_the_reading_of_the_law_is(rule: object, lang: str) -> None:
    code, grade = rule.code, rule.grade  # type: ignore[attr-defined]
    text = explanation(code, AS_OF, lang).sections[UNSEEN].text
    assert re.search(rf"{GRADE[lang]} {re.escape(grade)}(?![\w-])", text)


@each_page
def test_what_is_not_recorded_is_never_said_not_to_exist(code: str, lang: str) -> None:
    claims = {"sv": r"\bexisterar inte\b", "en": r"\b(?:does|do) not exist\b"}
    assert not re.search(claims[lang], prose(page(code, lang)), re.IGNORECASE)
