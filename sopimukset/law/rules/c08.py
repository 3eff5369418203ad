"""C08: the old long name of the development and administration centre, in a document of 2026."""

from __future__ import annotations

from datetime import date

from sopimukset.base.periods import FOREVER, Period
from sopimukset.findings import Severity
from sopimukset.law.rule import Rule, Scope
from sopimukset.law.rules._texts import DENIAL, UNTIL_2025, Search, finder, words

RENAMED = date(2026, 1, 1)
"""The day on which the centre's new name came into force (730/2025, 531/2025)."""

OLD = words(
    r"elinkeino-,?\s+liikenne-\s+ja\s+ympäristökeskusten"
    r"(?:\s+sekä\s+(?:työ-\s+ja\s+elinkeino|TE-)toimistojen)?\s+kehittämis-\s+ja\s+hallintokesku\w*",
    r"närings-,?\s+trafik-\s+och\s+miljöcentralernas"
    r"(?:\s+samt\s+arbets-\s+och\s+näringsbyråernas)?\s+utvecklings-\s+och\s+förvaltningscent\w*",
)
NEW = words(
    r"työllisyys-,\s+kehittämis-\s+ja\s+hallintokesku\w*",
    r"sysselsättnings-,\s+utvecklings-\s+och\s+förvaltningscent\w*",
)

MESSAGE = "Viraston nimi on muuttunut 1.1.2026: {sanat}."
ADVICE = (
    "Kirjoita Työllisyys-, kehittämis- ja hallintokeskus. Lyhyt nimi KEHA-keskus käy sellaisenaan."
)

SEARCH = Search(
    stems=("hallintokesku", "förvaltningscent"),
    finder=finder(OLD, DENIAL, UNTIL_2025, anywhere=(NEW,)),
    message=MESSAGE,
    advice=ADVICE,
    since=RENAMED,
)

RULE = Rule(
    code="C08",
    title="KEHA-keskuksen vanhaa pitkää nimeä ei käytetä vuodesta 2026",
    severity=Severity.WARNING,
    citations=("381/2023 12 § 1 mom", "381/2023 13 § 1 mom"),
    grade="A",
    decides=Search.decides,
    scope=Scope.FILE,
    check=SEARCH.hits,
    worth=SEARCH.worth,
    valid=Period(RENAMED, FOREVER),
)
