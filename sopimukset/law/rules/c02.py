"""C02: a review interval of the plan is three months at most."""

from __future__ import annotations

from sopimukset.findings import Severity
from sopimukset.law.rule import Rule, Scope
from sopimukset.law.rules._durations import THREE_MONTHS, Length, lengths, rhythms
from sopimukset.law.rules._plans import REVIEW, STEMS, TIMES, parts
from sopimukset.law.rules._texts import Search, words
from sopimukset.law.rules.c01 import AMENDED

INTERVAL_AFTER = words(r"(?::?\w{1,3}\s+)?(?:väle\w+|kuluessa|kuluttua|jälkeen|mellanrum)\b")
INTERVAL_BEFORE = words(
    r"(?:inom|efter|med)\s+$",
    r"tarkistusväli\s+(?:on|saa\s+olla|voi\s+olla)\s+(?:enintään\s+|korkeintaan\s+)?$",
    r"översynsintervallet\s+(?:är|får\s+vara)\s+(?:högst\s+)?$",
)

OF_REVIEWS = words(r"(?:tarkist(?:ami|uks|ust)|päivit(?:ttämi|tämi|yks|yst))\w+", r"översyn\w*")
REPORTED = words(
    *(r"seura\w+", r"raport\w+", r"tilasto\w*", r"kerro\w+", r"esitellään", r"selvitetään"),
    *(r"följs\b", r"uppfölj\w+", r"rapporter\w+", r"redovisa\w+"),
)
"""What is done of reviews, not with the plan."""

MESSAGE = "Suunnitelman tarkistusväli on yli kolme kuukautta: {sanat}."
ADVICE = (
    "Suunnitelma on tarkistettava vähintään kolmen kuukauden välein. Lyhyemmästä välistä saa sopia."
)


def _too_long(sentence: str, before: str = "") -> str | None:
    for part in parts(sentence, before):
        if _reviews(part.told):
            for length in (*lengths(part.text), *rhythms(part.text)):
                if length.days > THREE_MONTHS and _is_interval(part.text, length):
                    return length.text
    return None


def _reviews(text: str) -> bool:
    """Whether a review is done, as opposed to reviews that are counted and reported."""
    return bool(REVIEW.search(text)) and not (OF_REVIEWS.search(text) and REPORTED.search(text))


def _is_interval(text: str, length: Length) -> bool:
    before, after = text[: length.start], text[length.end :].lstrip()
    if any(item.start == length.start for item in rhythms(text)):
        return True
    return bool(INTERVAL_AFTER.match(after) or INTERVAL_BEFORE.search(before))


SEARCH = Search(
    stems=STEMS,
    finder=_too_long,
    message=MESSAGE,
    advice=ADVICE,
    besides=TIMES,
    behind=_too_long,
)

RULE = Rule(
    code="C02",
    title="Suunnitelman tarkistusväli on enintään kolme kuukautta",
    severity=Severity.ERROR,
    citations=("381/2023 6 § 1 mom",),
    grade="A",
    decides=Search.decides,
    scope=Scope.FILE,
    check=SEARCH.hits,
    worth=SEARCH.worth,
    later=((AMENDED, Severity.WARNING),),
)
