"""X01: the county's negotiations with the municipalities are no part of the TYM agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules._agreed import places

TOPIC = re.compile(
    r"611/2021[^.]*14 §|612/2021[^.]*\b[67] §|\bhyte-?(?:neuvottel|förhandling)"
    r"|hyvinvoinnin ja terveyden edistämi\w+ (?:\w+ )?neuvottel"
    r"|hyvinvointialueen ja (?:\w+ )?kuntien (?:\w+ )?neuvottel"
    r"|förhandling\w* (?:mellan|om) (?:välfärdsområdet och|främjande\w* av (?:välfärd och )?hälsa)"
)
STEMS = ("611/2021", "612/2021", "neuvottel", "förhandling")
"""One of them stands in every text that the pattern finds."""

PART = re.compile(
    r"täl\w+ sopimuksel|täs\w+ sopimukses|tähän sopimukseen|tätä sopimusta"
    r"|sopimuksen (?:osa(?!puol)|mukai)"
    r"|\bosa (?:(?:tätä|johtoryhmän|monialaisen tuen) )?(?:tym-)?(?:yhteistyö)?sopimusta\b"
    r"|kuulu\w+ (?:[\w-]+ )?[\w-]*sopimuk(?:seen|sen (?:piiriin|alaan))"
    r"|sopimuksella (?:täyte|hoide|sovi)\w+|\bsovi\w+ (?:tym-)?(?:yhteistyö)?sopimuksella\b"
    r"|\bosana\b|sisälty|korvaa|detta avtal|ersätter|\bingår\b"
    r"|johtoryhmä(?:ssä|n (?:kokou|tehtäv|asia))"
    r"|johtoryhmä (?:\w+ )?(?:käy\b|käsittelee|neuvottel|sopii|järjestää|hoitaa)"
    r"|\bdel av (?:samarbets|tym-)?avtalet|\bi ledningsgrupp"
    r"|ledningsgruppen (?:för|behandlar|förhandlar|ordnar|sköter)\b"
)
"""Part of the agreement, or a task of the group: to follow them is not."""

DENIED = re.compile(
    r"\b(?:ei|eivät) (?:ole |kuulu|sisälly|korvaa|sovita|käsitellä|käydä)"
    r"|erikseen|erillään|erilli|tiedoksi|ulkopuolella|utanför|\b(?:inte|ingen)\b|separat|särskilt"
)

PARTLY = "Tekstissä hyvinvointialueen ja kuntien neuvottelua pidetään osana tätä sopimusta."
ADVICE = (
    "Neuvottelut ovat erillisiä velvoitteita. Kirjaa ne kohtaan neuvottelut ja poista ne "
    "sopimuksesta."
)


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """Sentences that make those negotiations part of the agreement."""
    if not agreement.statutory or not any(stem in agreement.wording for stem in STEMS):
        return
    for said in places(agreement, _makes_part):
        yield Hit(said.path, PARTLY, ADVICE, quoted=(said.sentence,))


def _makes_part(sentence: str) -> bool:
    return bool(TOPIC.search(sentence) and PART.search(sentence) and not DENIED.search(sentence))


RULE = Rule(
    code="X01",
    title="Hyvinvointialueen ja kuntien neuvottelut ovat yhteistyösopimuksesta erillisiä",
    severity=Severity.INFO,
    citations=("611/2021 14 §", "612/2021 6 § 4 mom", "612/2021 7 § 4 mom"),
    grade="A",
    decides="Ei riipu päivästä: katsotaan sopimuksen tekstiä.",
    scope=Scope.AGREEMENT,
    check=check,
)
