"""C03: the act has no entry criterion in days or months; those were the repealed act's."""

from __future__ import annotations

import re

from sopimukset.findings import Severity
from sopimukset.law.rule import Rule, Scope
from sopimukset.law.rules._texts import DENIAL, UNTIL_2024, Search, words

AMOUNT = (
    r"(?:(?:300|kolmesataa|kolmensadan|trehundra)\s+(?:\w*päiv\w+|pv\b|\w*dag\w*)"
    r"|(?:6|kuusi|kuuden|kuutta|12|kaksitoista|kahdentoista|sex|tolv)\s+"
    r"(?:kuukau\w+|kk\b|månad\w*))"
)
SITUATION = r"(?:työt(?:ön|töm)\w*|työmarkkinatu\w*|arbetslös\w*|arbetsmarknadsstöd\w*)"
BETWEEN = r"\W+(?:\w+\W+){0,4}?"
PERIOD = words(rf"{AMOUNT}{BETWEEN}{SITUATION}", rf"{SITUATION}{BETWEEN}{AMOUNT}")
ENTRY = words(
    *(r"edellyt\w+", r"kriteer\w+", r"ehto(?:na|ja|j|n|t)?\b", r"pääs(?:e|y)\w*", r"otetaan\b"),
    *(
        r"asiakas\b",
        r"asiakkaa\w+",
        r"asiakkuu\w+",
        r"oikeu\w+",
        r"kohderyhm\w+",
        r"ohja\w+",
        r"kuulu\w+",
    ),
    *(r"vaaditaan\b", r"vaatimu\w+", r"villkor\w*", r"förutsätt\w+", r"krav\w*", r"kräv\w+"),
    *(r"kriteri\w+", r"målgrupp\w*", r"hänvisa\w*", r"kund\w*", r"rätt\s+till"),
)
OTHERWISE = words(
    *(r"\w*kustannu\w+", r"jakoperust\w+", r"jakoava\w+", r"jaetaan\b", r"osuu\w+"),
    *(r"mittar\w+", r"tilasto\w*", r"rahoit\w+", r"maksuosuu\w+", r"lukumäär\w+"),
    *(r"kostnad\w*", r"fördel\w+", r"andel\w*", r"statistik\w*", r"finansier\w*"),
    *(r"suunnitelm\w+", r"planen\b", r"päättymis\w+", r"seura\w+"),
)
"""A cost key, an indicator and the plan's own times may speak of days and months."""

MESSAGE = "Tekstissä asiakkuuden ehtona on aika, jota laki ei tunne: {sanat}."
ADVICE = (
    "Laissa 381/2023 ratkaisee tarve: työ- ja toimintakyvyn rajoitteet tai elämänhallinnan "
    "ongelmat. Päivien ja kuukausien rajat olivat kumotussa laissa 1369/2014."
)
_AMOUNT = re.compile(AMOUNT, re.IGNORECASE)


def _criterion(sentence: str) -> str | None:
    period = PERIOD.search(sentence)
    if period is None or ENTRY.search(sentence) is None:
        return None
    if any(item.search(sentence) for item in (OTHERWISE, DENIAL, UNTIL_2024)):
        return None
    return next(_AMOUNT.finditer(period[0]))[0]


SEARCH = Search(
    stems=("työt", "työmarkkinatu", "arbetslös", "arbetsmarknadsstöd"),
    finder=_criterion,
    message=MESSAGE,
    advice=ADVICE,
    skip=frozenset({"kustannukset", "tavoitteet", "mitoitus"}),
)

RULE = Rule(
    code="C03",
    title="Asiakkuuden ehtona ei ole työttömyyden pituutta",
    severity=Severity.WARNING,
    citations=("381/2023 3 § 2 mom",),
    grade="A",
    decides=Search.decides,
    scope=Scope.FILE,
    check=SEARCH.hits,
    worth=SEARCH.worth,
)
