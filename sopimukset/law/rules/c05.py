"""C05: terms of the repealed act and its authorities are not used as current ones."""

from __future__ import annotations

from sopimukset.findings import Severity
from sopimukset.law.rule import Rule, Scope
from sopimukset.law.rules._texts import DENIAL, UNTIL_2024, Search, finder, words

STALE = words(
    r"kartoitusjakso\w*",
    r"(?-i:TYP)(?:i\w*)?(?!\w)",
    r"monialai\w+\s+yhteispalvelu\w*",
    r"TE-toimisto(?!jen\s+kehittämis)\w*",
    r"työ-\s+ja\s+elinkeinotoimisto(?!jen\s+kehittämis)\w*",
    r"sektorsövergripande\s+samservice\b",
    r"arbets-\s+och\s+näringsbyrå(?!ernas\s+utvecklings)\w*",
    r"TE-byrå\w*",
)
CURRENT = words(
    r"nuor\w+\s+(?:(?!(?-i:TYP))[\w-]+\s+){0,4}?yhteispalvelu\w*",
    r"la(?:ki|in|kia|kiin|issa|ista|illa)\s+(?:[\w-]+\s+){0,4}?monialaisesta\s+yhteispalvelusta",
    r"monialaisesta\s+yhteispalvelusta\s+annet\w+",
    r"lag(?:en)?\s+om\s+sektorsövergripande\s+samservice",
)
"""The young people's service is current, and the repealed act's name is a matter of C06."""

MESSAGE = "Tekstissä on vanhentunut nimitys: {sanat}."
ADVICE = (
    "Käytä nykyistä nimitystä: monialaisen tuen yhteistoimintamalli, monialainen palvelutarpeen "
    "arviointi, työvoimaviranomainen."
)

_find = finder(STALE, DENIAL, UNTIL_2024)


def _stale(sentence: str) -> str | None:
    return _find(CURRENT.sub(lambda match: " " * len(match[0]), sentence))


SEARCH = Search(
    stems=(
        *("kartoitusjakso", "typ", "yhteispalvelu", "te-toimisto", "elinkeinotoimisto"),
        *("samservice", "näringsbyrå", "te-byrå"),
    ),
    finder=_stale,
    message=MESSAGE,
    advice=ADVICE,
)

RULE = Rule(
    code="C05",
    title="Kumotun lain ja lakanneiden viranomaisten nimityksiä ei käytetä nykyisinä",
    severity=Severity.WARNING,
    citations=("383/2023 2 §", "383/2023 13 § 1 mom"),
    grade="A",
    decides=Search.decides,
    scope=Scope.FILE,
    check=SEARCH.hits,
    worth=SEARCH.worth,
)
