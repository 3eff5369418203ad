"""A11: disputes of an administrative agreement go to an administrative court."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.cases import AgreementCase
from sopimukset.law.rule import Hit, Rule, Scope

FORUM = re.compile(
    r"välimie|välitystuomi|käräjäoike|yleise\w+ tuomioistui"
    r"|skilje(?:man|männ|dom|förfarande|nämnd)|tingsrätt|allmän(?:na)? domstol"
)
STEMS = ("välimie", "välitystuomi", "käräjäoike", "tuomioistui", "skilje", "tingsrätt", "domstol")
"""One of them stands in every text that the pattern finds."""

LAWFUL = re.compile(r"hallinto-oike|hallintotuomioistui|förvaltningsdomstol")
INSTEAD = re.compile(r"sijasta|sijaan|asemesta|i stället för")
DENIED = re.compile(
    r"\b(?:ei|eivät|eikä) (?:\w+ )?(?:ratkaista|käsitellä|viedä|saateta|sovelleta|sovita|kuulu)"
    r"|\b(?:avgörs|behandlas|prövas) inte\b"
)

OTHER = "Tekstissä erimielisyydet viedään muualle kuin hallinto-oikeuteen."
ADVICE = "Hallintosopimusta koskeva riita käsitellään hallinto-oikeudessa. Tarkista lauseke."


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """Sentences that send a dispute to arbitration or to a district court."""
    if not any(stem in agreement.wording for stem in STEMS):
        return
    for path, sentences in agreement.sentences:
        if any(_elsewhere(sentence.casefold()) for sentence in sentences):
            yield Hit(path, OTHER, ADVICE)


def _elsewhere(sentence: str) -> bool:
    if FORUM.search(sentence) is None or DENIED.search(sentence):
        return False
    return LAWFUL.search(sentence) is None or INSTEAD.search(sentence) is not None


RULE = Rule(
    code="A11",
    title="Sopimusta koskevat riidat kuuluvat hallinto-oikeuteen",
    severity=Severity.WARNING,
    citations=("434/2003 3 §", "434/2003 66 §"),
    grade="A-",
    decides="Tarkastelupäivä: päättyneen sopimuksen havainto on tieto.",
    scope=Scope.AGREEMENT,
    check=check,
)
