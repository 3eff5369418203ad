"""C03: the act has no entry criterion in days or months; those were the repealed act's."""

from __future__ import annotations

import re

from sopimukset.findings import Severity
from sopimukset.law.rule import Rule, Scope
from sopimukset.law.rules._context import depends_on
from sopimukset.law.rules._texts import DENIAL, UNTIL_2024, Search, words

AMOUNT = (
    r"(?:(?:[1-9]\d{2,3}|\w*sataa|\w*sadan|\w*hundra)\s+(?:\w*päiv\w+|pv\b|\w*dag\w*)"
    r"|(?:\d{1,2}|kuusi|kuuden|kuutta|kaksitoista|kahdentoista|sex|tolv)\s+"
    r"(?:kuukau\w+|kk\b|månad\w*)"
    r"|(?:[1-9]|yksi|yhden|kaksi|kahden|vähintään|yli|två|minst\s+ett|över\s+ett)\s+"
    r"(?:vuo(?:den|tta)\b|år\b))"
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
    *(r"tarkoitet\w+", r"suunna(?:ttu|taan)\w*", r"avse\w+", r"klient\w*"),
    *(r"kriteri\w+", r"målgrupp\w*", r"hänvisa\w*", r"kund\w*", r"rätt\s+till"),
)
OTHERWISE = words(
    *(r"\w*kustannu\w+", r"jakoperust\w+", r"jakoava\w+", r"jaetaan\b", r"osuu\w+"),
    *(r"mittar\w+", r"tilasto\w*", r"rahoit\w+", r"maksuosuu\w+", r"lukumäär\w+"),
    *(r"kostnad\w*", r"fördel\w+", r"andel\w*", r"statistik\w*", r"finansier\w*"),
    *(r"suunnitelm\w+", r"planen\b", r"päättymis\w+", r"seura\w+"),
)
"""A cost key, an indicator and the plan's own times may speak of days and months."""

NOT = words(r"(?:ei|eivät|ellei|inte|ej)\b")
TWICE = 2

MESSAGE = "Tekstissä asiakkuuden ehtona on aika, jota laki ei tunne: {sanat}."
ADVICE = (
    "Laissa 381/2023 ratkaisee tarve: työ- ja toimintakyvyn rajoitteet tai elämänhallinnan "
    "ongelmat. Päivien ja kuukausien rajat olivat kumotussa laissa 1369/2014."
)
_AMOUNT = re.compile(AMOUNT, re.IGNORECASE)


def _criterion(sentence: str) -> str | None:
    if ENTRY.search(sentence) is None:
        return None
    for period in PERIOD.finditer(sentence):
        if not _lawful(depends_on(sentence, period.start())):
            return next(_AMOUNT.finditer(period[0]))[0]
    return None


def _lawful(text: str) -> bool:
    """Whether what is said of a time is no criterion; two denials together make one again."""
    if OTHERWISE.search(text) or UNTIL_2024.search(text):
        return True
    return DENIAL.search(text) is not None and len(NOT.findall(text)) < TWICE


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
