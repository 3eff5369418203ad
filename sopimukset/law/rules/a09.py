"""A09: a joint office is optional; text that calls it statutory is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.files import FileCase
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules._agreed import Said, library_places, places
from sopimukset.law.rules._context import reported

OFFICE = re.compile(
    r"yhtei\w* toimipis\w*|gemensam\w* (?:verksamhetsställe|servicepunkt|servicekontor)\w*"
)
STEMS = ("toimipis", "verksamhetsställe", "servicepunkt", "servicekontor")
"""One of them stands in every text that the pattern finds."""

DUTY = re.compile(
    r"lakisääte|lain mukaan|laki edellyt|laissa säädet|lain edellyttä|pakolli"
    r"|toimipiste perustuu lakiin"
    r"|lagstadga|enligt lag|lagen (?:kräv|förutsätt)|obligatorisk"
)
"""Says that the law demands something."""

HAVING = re.compile(
    r"yhteinen toimipiste\b|yhteiset toimipisteet\b|yhteisiä toimipisteitä\b"
    r"|gemensam\w* (?:verksamhetsställe|servicepunkt|servicekontor)\b"
)
NEED = re.compile(r"on oltava|on perustettava|(?:ska|måste) (?:\w+ )?(?:ha|finnas|inrätta)\b")
"""What must be is the office itself, not what there is in it: «toimipisteessä on oltava kulku»."""

DENIED = re.compile(
    r"\b(?:ei|eivät|eikä|eivätkä) (?:\w+ )?(?:ole|edellytä|vaadi|tarvit)|\b(?:inte|inget)\b"
)

STATUTORY = "Tekstissä yhteistä toimipistettä pidetään lakisääteisenä."
ADVICE = (
    "Laissa 381/2023 ei ole säännöstä yhteisestä toimipisteestä. Vaatimus oli kumotussa laissa "
    "1369/2014."
)


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """Sentences that speak of a joint office as a duty."""
    if any(map(agreement.wording.__contains__, STEMS)):
        yield from map(_hit, places(agreement, calls_duty))


def check_library(file: FileCase) -> Iterator[Hit]:
    """The same of model clauses."""
    yield from map(_hit, library_places(file, calls_duty))


def _hit(said: Said) -> Hit:
    return Hit(said.path, STATUTORY, ADVICE, quoted=(said.sentence,))


def calls_duty(sentence: str) -> bool:
    """Whether a clause of the sentence demands a joint office."""
    if OFFICE.search(sentence) is None:
        return False
    return any(
        OFFICE.search(text)
        and (DUTY.search(text) or (HAVING.search(text) and NEED.search(text)))
        and DENIED.search(text) is None
        for text in reported(sentence)
    )


RULE = Rule(
    code="A09",
    title="Yhteinen toimipiste on vapaaehtoinen",
    severity=Severity.INFO,
    citations=("381/2023 9 § 2 mom",),
    grade="A",
    decides="Ei riipu päivästä: katsotaan sopimuksen tekstiä.",
    scope=Scope.AGREEMENT,
    check=check,
    check_library=check_library,
)
