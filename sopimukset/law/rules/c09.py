"""C09: names of state authorities that changed on 1 January 2026."""

from __future__ import annotations

from datetime import date

from sopimukset.base.periods import FOREVER, Period
from sopimukset.findings import Severity
from sopimukset.law.files import Folder
from sopimukset.law.rule import Rule, Scope
from sopimukset.law.rules._texts import DENIAL, UNTIL_2025, Search, finder, words

RENAMED = date(2026, 1, 1)
"""The day on which elinvoimakeskus and Lupa- ja valvontavirasto began (733/2025)."""

OLD = words(
    r"ELY-kesku\w*",
    r"(?-i:ELY)(?:n|t|jen|lle|ssä|stä)?(?![\w-])",
    r"elinkeino-,?\s+liikenne-\s+ja\s+ympäristökesku(?!sten\s+(?:sekä|kehittämis))\w*",
    r"aluehallintovirasto\w*",
    r"(?-i:AVI)(?:n|t|en|lle|ssa|sta)?(?![\w-])",
    r"NTM-central\w*",
    r"närings-,\s+trafik-\s+och\s+miljöcentral(?!ernas\s+(?:samt|utvecklings))\w*",
    r"regionförvaltningsverk\w*",
)
NEW = words(
    r"elinvoimakesku\w*",
    r"lupa-\s+ja\s+valvontavirasto\w*",
    r"livskraftscentral\w*",
)
"""A sentence with both names tells of the change."""

MESSAGE = "Viranomaisen nimi on muuttunut 1.1.2026: {sanat}."
ADVICE = (
    "Kirjoita ELY-keskuksen sijasta elinvoimakeskus ja aluehallintoviraston sijasta "
    "Lupa- ja valvontavirasto."
)

LONG = (
    *("ympäristökesku", "aluehallintovirasto"),
    *("ntm-central", "miljöcentral", "regionförvaltningsverk"),
)
SEARCH = Search(
    stems=(
        *LONG,
        *(f"{before}{name}" for before in '\n (/-"' for name in ("ely", "avi")),
    ),
    finder=finder(OLD, DENIAL, UNTIL_2025, anywhere=(NEW,)),
    message=MESSAGE,
    advice=ADVICE,
    since=RENAMED,
)


def worth(folder: Folder) -> bool:
    """As any search of words; but the short names are first looked for as they are written."""
    said = folder.said
    short = "ELY" in said.plain or "AVI" in said.plain or "ely-kesku" in said.small
    return (short or bool(said.occurring(LONG))) and SEARCH.worth(folder)


RULE = Rule(
    code="C09",
    title="Valtion viranomaisista käytetään vuoden 2026 nimiä",
    severity=Severity.WARNING,
    citations=("380/2023 9 §", "380/2023 23 §"),
    grade="A",
    decides=Search.decides,
    scope=Scope.FILE,
    check=SEARCH.hits,
    worth=worth,
    valid=Period(RENAMED, FOREVER),
)
