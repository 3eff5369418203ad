"""A09: a joint office is optional; text that calls it statutory is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.cases import AgreementCase
from sopimukset.law.rule import Hit, Rule, Scope

STEM = "toimipis"
"""In small letters it stands wherever an office is spoken of."""

OFFICE = re.compile(rf"yhtei\w* {STEM}\w*")
DUTY = re.compile(
    r"lakisääte|lain mukaan|laki edellyt|laissa säädet|lain edellyttä|on oltava|pakolli"
)
DENIED = re.compile(r"\bei (?:ole |edellytä|vaadi)")

STATUTORY = "Tekstissä yhteistä toimipistettä pidetään lakisääteisenä."
ADVICE = (
    "Laissa 381/2023 ei ole säännöstä yhteisestä toimipisteestä. Vaatimus oli kumotussa laissa "
    "1369/2014."
)


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """Sentences that speak of a joint office as a duty."""
    if STEM not in agreement.wording:
        return
    for path, sentences in agreement.sentences:
        if any(_calls_duty(sentence.casefold()) for sentence in sentences):
            yield Hit(path, STATUTORY, ADVICE)


def _calls_duty(sentence: str) -> bool:
    return bool(OFFICE.search(sentence) and DUTY.search(sentence) and not DENIED.search(sentence))


RULE = Rule(
    code="A09",
    title="Yhteinen toimipiste on vapaaehtoinen",
    severity=Severity.INFO,
    citations=("381/2023 9 § 2 mom",),
    grade="A",
    decides="Ei riipu päivästä: katsotaan sopimuksen tekstiä.",
    scope=Scope.AGREEMENT,
    check=check,
)
