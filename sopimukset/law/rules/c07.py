"""C07: the sections of 681/2023 that 1100/2024 repealed are not cited as if in force."""

from __future__ import annotations

import re

from sopimukset.findings import Severity
from sopimukset.law.rule import Rule, Scope
from sopimukset.law.rules._texts import DENIAL, UNTIL_2024, Search, excused, words

ACT = words(
    r"681/2023",
    r"kotoutumislai?\w*",
    r"kotoutumisen\s+edistämisestä\s+(?:annet\w+\s+)?la\w+",
    r"la(?:ki|in|kia|kiin|issa|ista|illa)\s+kotoutumisen\s+edistämisestä",
    r"lag(?:en)?\s+om\s+främjande\s+av\s+integration",
)
OTHER_ACT = re.compile(r"\d+/\d{4}")
_LIST = r"(?P<list>\d+(?:\s*(?:,|–|-|ja|sekä|och|samt)\s*\d+)*)\s*§"
PLACES = re.compile(rf"{_LIST}(?=(?P<rest>[^§\d]*\d*))")
BEFORE = re.compile(
    rf"{_LIST}(?P<rest>(?::\w+)?(?:\s*\d+(?:\s+och\s+\d+)?\s+mom[\w:]*\.?)?)\s+(?:i|laissa)\s+$"
)
"""In Swedish the section stands before the name: «17 § i lagen om främjande av integration»."""
RANGE = re.compile(r"(\d+)\s*[–-]\s*(\d+)")
THIRD = re.compile(r"(?::\w+|ssä|n)?\s*3(?!\d)")

REPEALED = frozenset({15, 17, 21, 48})
PARTLY = 13
"""Of 13 § only the third subsection was repealed."""

MESSAGE = "Tekstissä vedotaan kumottuun säännökseen: 681/2023 {sanat}."
ADVICE = (
    "Lain 681/2023 13 § 3 mom, 15, 17, 21 ja 48 § on kumottu lailla 1100/2024. Korjaa viittaus."
)


def _stale(sentence: str) -> str | None:
    for match in ACT.finditer(sentence):
        place = _in_citation(sentence[match.end() :]) or _before(sentence[: match.start()])
        if place is not None and not excused(sentence, match, DENIAL, UNTIL_2024):
            return place
    return None


def _before(text: str) -> str | None:
    match = BEFORE.search(text)
    return _repealed(_numbers(match["list"]), match["rest"]) if match else None


def _in_citation(text: str) -> str | None:
    """The first repealed place among those that follow the act's name."""
    other = OTHER_ACT.search(text)  # where it is this one, the search goes on from there
    for match in PLACES.finditer(text[: other.start()] if other else text):
        place = _repealed(_numbers(match["list"]), match["rest"])
        if place is not None:
            return place
    return None


def _repealed(numbers: set[int], rest: str) -> str | None:
    for number in sorted(numbers & REPEALED):
        return f"{number} §"
    return f"{PARTLY} § 3 mom" if PARTLY in numbers and THIRD.match(rest) else None


def _numbers(text: str) -> set[int]:
    numbers = {int(item) for item in re.findall(r"\d+", text)}
    for first, last in RANGE.findall(text):
        numbers.update(range(int(first), int(last) + 1))
    return numbers


SEARCH = Search(
    stems=("681/2023", "kotoutumislai", "kotoutumislak", "kotoutumisen edist", "integration"),
    finder=_stale,
    message=MESSAGE,
    advice=ADVICE,
)

RULE = Rule(
    code="C07",
    title="Kotoutumislain kumottuihin pykäliin ei viitata voimassa olevina",
    severity=Severity.WARNING,
    citations=(
        *("681/2023 13 § 3 mom", "681/2023 15 §", "681/2023 17 §"),
        *("681/2023 21 §", "681/2023 48 §"),
    ),
    grade="A",
    decides=Search.decides,
    scope=Scope.FILE,
    check=SEARCH.hits,
    worth=SEARCH.worth,
)
