"""C01: a deadline for the plan is three months from the start of the assessment, or shorter."""

from __future__ import annotations

from datetime import date

from sopimukset.findings import Severity
from sopimukset.law.rule import Rule, Scope
from sopimukset.law.rules._durations import THREE_MONTHS, Length, lengths
from sopimukset.law.rules._plans import REVIEW, STEMS, TIMES, parts
from sopimukset.law.rules._texts import Search, words

AMENDED = date(2026, 1, 1)
"""The day from which 1413/2025, which has not been read, may have changed the section."""

MAKING = words(
    *(r"laadi\w+", r"laati\w+", r"valmis\w*", r"tehdään\b", r"tehtävä\b", r"teh(?:dä|ty)\b"),
    *(r"upprätta\w*", r"utarbeta\w*", r"görs?\b", r"göras\b", r"klar\w?\b"),
)
WITHIN_AFTER = words(
    r"(?::?\w{1,3}\s+)?(?:kuluessa|sisällä|kuluttua|määräaja\w+|ajassa|aikana|från)\b"
)
WITHIN_BEFORE = words(
    r"(?:viimeistään|inom|senast)\s+$",
    r"laatimi\w+\s+(?:on\s+aikaa|(?:voi\s+|saa\s+)?kestää)\s+(?:enintään\s+|korkeintaan\s+)?$",
)
INESSIVE = words(r".*(?:kuukaudessa|viikossa|vuodessa|päivässä)$")

MESSAGE = "Suunnitelman laatimiselle annetaan yli kolme kuukautta: {sanat}."
ADVICE = (
    "Suunnitelman on oltava laadittu kolmen kuukauden kuluessa palvelutarpeen arvioinnin "
    "aloittamisesta. Lyhyemmästä ajasta saa sopia."
)


def _too_long(sentence: str, before: str = "") -> str | None:
    if MAKING.search(sentence) is None:
        return None
    for part in parts(sentence, before):
        if REVIEW.search(part.told) is None:
            for length in lengths(part.text):
                if length.days > THREE_MONTHS and _is_deadline(part.text, length):
                    return length.text
    return None


def _is_deadline(text: str, length: Length) -> bool:
    before, after = text[: length.start], text[length.end :].lstrip()
    return bool(
        WITHIN_AFTER.match(after) or WITHIN_BEFORE.search(before) or INESSIVE.match(length.text)
    )


SEARCH = Search(
    stems=STEMS,
    finder=_too_long,
    message=MESSAGE,
    advice=ADVICE,
    besides=TIMES,
    behind=_too_long,
)

RULE = Rule(
    code="C01",
    title="Suunnitelman määräaika on enintään kolme kuukautta arvioinnin alusta",
    severity=Severity.ERROR,
    citations=("381/2023 4 § 3 mom",),
    grade="A",
    decides=Search.decides,
    scope=Scope.FILE,
    check=SEARCH.hits,
    worth=SEARCH.worth,
    later=((AMENDED, Severity.WARNING),),
)
