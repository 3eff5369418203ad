"""A11: disputes of an administrative agreement go to an administrative court."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.files import FileCase
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules._agreed import Said, library_places, places
from sopimukset.law.rules._context import clauses

FORUM = re.compile(
    r"välimie|välitystuomi|käräjäoike|yleise\w+ tuomioistui"
    r"|skilje(?:man|männ|dom|förfarande|nämnd)|tingsrätt|allmän(?:na)? domstol"
)
STEMS = ("välimie", "välitystuomi", "käräjäoike", "tuomioistui", "skilje", "tingsrätt", "domstol")
"""One of them stands in every text that the pattern finds."""

LAWFUL = re.compile(r"hallinto-oike|hallintotuomioistui|förvaltningsdomstol")
INSTEAD = re.compile(r"sijasta|sijaan|asemesta|ensisijai|i stället för|i första hand")
DENIED = re.compile(r"\b(?:ei|eivät|eikä|eivätkä|inte|ej)\b")

OTHER = "Tekstissä erimielisyydet viedään muualle kuin hallinto-oikeuteen."
ADVICE = "Hallintosopimusta koskeva riita käsitellään hallinto-oikeudessa. Tarkista lauseke."


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """Sentences that send a dispute to arbitration or to a district court."""
    if any(map(agreement.wording.__contains__, STEMS)):
        yield from map(_hit, places(agreement, elsewhere))


def check_library(file: FileCase) -> Iterator[Hit]:
    """The same of model clauses."""
    yield from map(_hit, library_places(file, elsewhere))


def _hit(said: Said) -> Hit:
    return Hit(said.path, OTHER, ADVICE, quoted=(said.sentence,))


def elsewhere(sentence: str) -> bool:
    """Whether a clause of the sentence names another forum, and neither denies nor corrects it."""
    if FORUM.search(sentence) is None:
        return False
    return any(_names_other(clause.text) for clause in clauses(sentence))


def _names_other(clause: str) -> bool:
    if FORUM.search(clause) is None or DENIED.search(clause):
        return False
    return LAWFUL.search(clause) is None or INSTEAD.search(clause) is not None


RULE = Rule(
    code="A11",
    title="Sopimusta koskevat riidat kuuluvat hallinto-oikeuteen",
    severity=Severity.WARNING,
    citations=("434/2003 3 §", "434/2003 66 §"),
    grade="A-",
    decides="Tarkastelupäivä: päättyneen sopimuksen havainto on tieto.",
    scope=Scope.AGREEMENT,
    check=check,
    check_library=check_library,
)
