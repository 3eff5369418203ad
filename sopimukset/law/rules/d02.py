"""D02: what the act says of deletion, of article 18 and of access rights is not contradicted."""

from __future__ import annotations

import re

from sopimukset.findings import Severity
from sopimukset.law.rule import Rule, Scope
from sopimukset.law.rules._context import (
    begins_side,
    clause_at,
    clause_before,
    depends_on,
    pieces,
)
from sopimukset.law.rules._durations import Length, adds_a_time, lengths
from sopimukset.law.rules._texts import UNTIL_2024, Search, excused, excused_at, words

KEPT_DAYS = 4 * 365
SLACK = 31
"""Four years may be told in months or days as well."""

DATA = words(
    *(r"(?!\w*loki)\w*tiedot\b", r"(?!\w*loki)\w*tietoja\b", r"\w*tietojen\s+säily\w+"),
    *(r"\w*tietoaineisto\w*", r"(?!\w*logg)\w*uppgift\w*", r"(?!\w*logg)\w*data\w*"),
)
"""Of customers; logs of use have times of their own."""
WHICH = re.compile(r"\W*(?:jo(?:tka|ita|ka|ta|nka)|som)\b", re.IGNORECASE)
"""Begins a clause about data that the one before it named."""
THEY = re.compile(
    r"\W*(?:(?:ja|sekä|mutta|och|samt|men)\s+)?(?:[\w-]+\s+){0,4}?(?:ne|niitä|de|dem)\b",
    re.IGNORECASE,
)
"""Stands for the data in a main clause behind the one that names them: «ja ne hävitetään»."""
DELETION = words(
    *(r"poist\w+", r"hävit\w+", r"säily\w+", r"tuho\w+", r"arkistoi\w+", r"tallessa\b"),
    *(r"radera\w*", r"förstör\w*", r"bevara\w*", r"gallra\w*"),
    *(r"förvara\w*", r"spara\w*", r"arkivera\w*"),
)
AND_DONE = re.compile(rf"\W*(?:ja|sekä|mutta|och|samt|men)\s+{DELETION.pattern}", re.IGNORECASE)
"""Begins a clause without a subject of its own: «ja hävitetään lopulta 10 vuoden kuluttua»."""

RELATION = words(
    r"asiakkuu\w*", r"asiakassuh[dt]e\w*", r"kundrelation\w*", r"asiakas\s+(?:on\s+)?poistu\w+"
)
RESTRICTION = words(
    r"käsittelyn\s+rajoittami\w+",
    r"begränsning\w*\s+av\s+behandling\w*",
    r"begränsa\s+behandling\w*",
    *(r"18\s+artikla\w*", r"artikel\s+18\b"),
)
RIGHT = words(
    r"oikeu\w+", r"(?:voi|voivat|saa|saavat)\s+(?:pyytää|vaatia)", r"rätt\b",
    r"(?:kan|får)\s+(?:begära|kräva)",
)  # fmt: skip
SHARED_ACCESS = words(
    r"yhteis(?:käyttö)?tunnu\w+", r"ryhmätunnu\w+",
    r"yhtei\w+\s+(?:käyttäjä|käyttö)(?:tunnu|oikeu)\w+",
    r"(?:käyttäjätunnu|käyttöoikeu)\w+\s+(?:[\w-]+\s+){0,5}?yhteiseen\s+käyttöön",
    r"gemensam\w*\s+(?:användar|inloggnings)\w+", r"gruppkonto\w*",
)  # fmt: skip
NOT = words(
    *(r"ei\b", r"eivät\b", r"eikä\b", r"kielle\w+", r"ilman\b", r"(?:rajat|suljet)\w+\s+pois"),
    *(r"inte\b", r"ej\b", r"utan\b", r"förbj\w+", r"förbud\w*", r"utesl\w+"),
)
OWN = words(
    r"om(?:a|i|ie)n?\w*\s+rekister\w+", r"egna?\s+register", r"potila\w+", r"sosiaalihuol\w+"
)
"""What each authority keeps in its own registers has times of its own (381/2023 14 §)."""

MESSAGE = "Asiakastiedoista sanotaan toisin kuin laissa: {sanat}."
ADVICE = (
    "Tiedot poistetaan, kun asiakkuuden päättymisestä on neljä vuotta, oikeutta rajoittaa "
    "käsittelyä ei ole, ja käyttöoikeus asiakastietojärjestelmään on henkilökohtainen."
)


def _contrary(sentence: str) -> str | None:
    if OWN.search(sentence):
        return None
    return _deletion(sentence) or _granted(sentence)


def _granted(sentence: str) -> str | None:
    """A right or an access that the act does not give."""
    restriction, access = RESTRICTION.search(sentence), SHARED_ACCESS.search(sentence)
    if restriction and not RIGHT.search(sentence):
        restriction = None
    found = restriction or access
    if found is None or NOT.search(sentence) or excused(sentence, found, UNTIL_2024):
        return None
    return found[0]


def _deletion(sentence: str) -> str | None:
    """Another time than four years from the end of the customer relation."""
    if not all(item.search(sentence) for item in (RELATION, DELETION, DATA)):
        return None
    for length in lengths(sentence):
        if abs(length.days - KEPT_DAYS) > SLACK and _of_data(sentence, length):
            return length.text
    return None


def _of_data(sentence: str, length: Length) -> bool:
    """Whether the time is of data: another clause may speak of how long papers are kept."""
    piece = next(sentence[a:b] for a, b in pieces(sentence) if length.start < b)
    of_others = not any(item.search(piece) for item in (DATA, RELATION, DELETION))
    if of_others and not (begins_side(piece) or adds_a_time(piece)):
        return False  # «… ja sopimukset kymmenen vuotta»
    own = clause_at(sentence, length.start)
    told = own if DELETION.search(own) else depends_on(sentence, length.start)
    of_data = DATA.search(told) or RELATION.search(told) or WHICH.match(told)
    done = AND_DONE.match(told)
    if not of_data and (THEY.match(told) or (done and adds_a_time(told[done.end() :]))):
        of_data = DATA.search(clause_before(sentence, length.start))
    return bool(of_data) and not excused_at(sentence, length.start, length.end, UNTIL_2024)


SEARCH = Search(
    stems=(
        *("asiakassuh", "asiakas ", "asiakas\n", "asiakkuu", "kundrelation"),
        *("käsittelyn raj", "begränsa", "begränsn", "18 artikla", "artikel 18"),
        *("ryhmätunnu", "yhteistunnu", "käyttötunnu", "käyttäjätunnu", "käyttöoikeu"),
        *("gemensam", "gruppkonto"),
    ),
    finder=_contrary,
    message=MESSAGE,
    advice=ADVICE,
    besides=(
        *("poist", "hävit", "säily", "tuho", "radera", "förstör", "bevara", "gallra"),
        *("arkistoi", "tallessa", "förvara", "spara", "arkivera", "artik"),
        *("rajoittami", "begräns", "tunnu", "käyttöoikeu", "gemensam", "gruppkonto"),
    ),
)

RULE = Rule(
    code="D02",
    title="Asiakastietojen poistamisesta ja käytöstä ei sovita vastoin lakia",
    severity=Severity.WARNING,
    citations=("381/2023 12 § 2 mom", "381/2023 12 § 3 mom", "381/2023 12 § 4 mom"),
    grade="A",
    decides=Search.decides,
    scope=Scope.FILE,
    check=SEARCH.hits,
    worth=SEARCH.worth,
)
