"""D02: what the act says of deletion, of article 18 and of access rights is not contradicted."""

from __future__ import annotations

from sopimukset.findings import Severity
from sopimukset.law.rule import Rule, Scope
from sopimukset.law.rules._durations import lengths
from sopimukset.law.rules._texts import UNTIL_2024, Search, words

KEPT_DAYS = 4 * 365
SLACK = 31
"""Four years may be told in months or days as well."""

DATA = words(
    r"\w*tiedot\b", r"\w*tietoja\b", r"\w*tietoaineisto\w*", r"\w*uppgift\w*", r"\w*data\w*"
)
DELETION = words(
    *(r"poist\w+", r"hävit\w+", r"säily\w+", r"tuho\w+"),
    *(r"radera\w*", r"förstör\w*", r"bevara\w*", r"gallra\w*"),
)
RELATION = words(r"asiakkuu\w*", r"asiakassuhte\w*", r"kundrelation\w*")
RESTRICTION = words(
    r"käsittelyn\s+rajoittami\w+",
    r"begränsning\w*\s+av\s+behandling\w*",
    r"begränsa\s+behandling\w*",
)
RIGHT = words(
    r"oikeu\w+", r"(?:voi|voivat|saa|saavat)\s+(?:pyytää|vaatia)", r"rätt\b",
    r"(?:kan|får)\s+(?:begära|kräva)",
)  # fmt: skip
SHARED_ACCESS = words(
    r"yhteis(?:käyttö)?tunnu\w+", r"ryhmätunnu\w+",
    r"yhtei\w+\s+(?:käyttäjä|käyttö)(?:tunnu|oikeu)\w+",
    r"gemensam\w*\s+(?:användar|inloggnings)\w+", r"gruppkonto\w*",
)  # fmt: skip
NOT = words(r"ei\b", r"eivät\b", r"eikä\b", r"kielle\w+", r"inte\b", r"ej\b", r"utan\b", r"ilman\b")
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
    if UNTIL_2024.search(sentence) or OWN.search(sentence):
        return None
    deletion = _deletion(sentence)
    if deletion is not None or NOT.search(sentence):
        return deletion
    restriction, access = RESTRICTION.search(sentence), SHARED_ACCESS.search(sentence)
    if restriction and RIGHT.search(sentence):
        return restriction[0]
    return access[0] if access else None


def _deletion(sentence: str) -> str | None:
    """Another time than four years from the end of the customer relation."""
    if not all(item.search(sentence) for item in (DATA, DELETION, RELATION)):
        return None
    for length in lengths(sentence):
        if abs(length.days - KEPT_DAYS) > SLACK:
            return length.text
    return None


SEARCH = Search(
    stems=(
        *("asiakkuu", "asiakassuhte", "kundrelation", "rajoittami", "begränsning", "begränsa"),
        *("tunnu", "käyttöoikeu", "gemensam", "gruppkonto"),
    ),
    finder=_contrary,
    message=MESSAGE,
    advice=ADVICE,
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
)
