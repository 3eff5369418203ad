"""Y05: the young people's service is for those under 30."""

from __future__ import annotations

import re

from sopimukset.findings import Severity
from sopimukset.law.rule import Rule, Scope
from sopimukset.law.rules._texts import DENIAL, UNTIL_2024, Search, excused, words

LIMIT = 30
SERVICE = words(r"yhteispalvelu\w*", r"ohjaamo\w*", r"samservice\w*", r"navigator\w*")
AGES = re.compile(
    r"(?P<under>alle|under)\s+(?P<below>\d\d)\s*(?:[–-]?\s*vuotia\w+|vuoden\b|år\b|-?åringar\w*)"
    r"|(?P<first>\d\d)\s*[–-]\s*(?P<last>\d\d)\s*[–-]?\s*(?:vuotia\w+|år\b|-?åringar\w*)"
    r"|(?:enintään|korkeintaan|högst)\s+(?P<most>\d\d)\s*(?:[–-]?\s*vuotia\w+|år\b|-?åringar\w*)",
    re.IGNORECASE,
)
PART = words(
    *(r"erityisesti", r"joista", r"osuu\w+", r"määrä\w*", r"mukaan\s+lukien", r"etenkin"),
    *(r"särskilt", r"varav", r"andel\w*", r"antal\w*", r"i\s+synnerhet"),
)
"""A part of the target group, or figures of it."""

MESSAGE = "Nuorten yhteispalvelun ikäraja poikkeaa laista: {sanat}."
ADVICE = (
    "Yhteispalvelu on alle 30-vuotiaille nuorille. Korjaa ikäraja tai kerro, mitä ryhmää se on."
)


def _other_limit(sentence: str) -> str | None:
    for item in AGES.finditer(sentence):
        other = _first_age_outside(item) != LIMIT and SERVICE.search(sentence)
        if other and not excused(sentence, item, PART, DENIAL, UNTIL_2024):
            return item[0]
    return None


def _first_age_outside(match: re.Match[str]) -> int:
    """The age at which one is too old for the service that the text speaks of."""
    if match["below"]:
        return int(match["below"])
    return int(match["last"] or match["most"]) + 1


SEARCH = Search(
    stems=("yhteispalvelu", "ohjaamo", "samservice", "navigator"),
    finder=_other_limit,
    message=MESSAGE,
    advice=ADVICE,
    besides=("vuotia", "vuoden", " år", "åring"),
)

RULE = Rule(
    code="Y05",
    title="Nuorten yhteispalvelu on alle 30-vuotiaille",
    severity=Severity.WARNING,
    citations=("381/2023 16 § 1 mom",),
    grade="A",
    decides=Search.decides,
    scope=Scope.FILE,
    check=SEARCH.hits,
    worth=SEARCH.worth,
)
