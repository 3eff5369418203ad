"""C04: the customer relation begins with the assessment, ends by joint judgement of the three."""

from __future__ import annotations

import re
from collections.abc import Callable

from sopimukset.findings import Severity
from sopimukset.law.rule import Rule, Scope
from sopimukset.law.rules._context import attached
from sopimukset.law.rules._durations import lengths
from sopimukset.law.rules._texts import DENIAL, UNTIL_2024, Search, excused, words
from sopimukset.law.rules.c01 import AMENDED

RELATION = words(r"asiakkuu\w*", r"asiakassuhde\w*", r"kundrelation\w*")
OTHER_RELATION = words(
    r"(?:työvoimapalvelu\w*|sosiaalihuollo\w*|sosiaalipalvelu\w*|terveydenhuollo\w*|kuntoutu\w+|"
    r"yhteispalvelu\w*)\s+asiakkuu\w*"
)

BEGINS = words(r"alkaa\b", r"alkavat\b", r"käynnistyy\b", r"inleds\b", r"börjar\b", r"startar\b")
RIGHT_START = words(
    r"arvioin\w+\s+(?:aloit|alka|alu|käynnist)\w*", r"aloit\w+\s+\w*\s*arvioin\w+",
    r"bedömning\w*\s+(?:\w+\s+){0,2}(?:påbörja|inled)\w*",
)  # fmt: skip
WRONG_START = words(
    r"(?:työllistymis)?suunnitelma\w*\s+(?:on\s+)?(?:laadi|laati|allekirjoit|hyväksy|valmistu)\w*",
    r"(?:laadi|laati|allekirjoit|hyväksy)\w+\s+(?:\w+\s+)?(?:työllistymis)?suunnitelma\w*",
    r"arvioinnin\s+(?:jälkeen|päätty\w+|valmistu\w+)",
    r"(?:päätöksestä|päätöksellä|lähettee\w+|hakemukse\w+)",
    r"te(?:h|k)\w+\s+(?:\w+\s+){0,2}päätö(?:s|ksen)\b",
    r"päätös\s+(?:on\s+)?tehty\b",
    r"(?:johtoryhmä|työvoimaviranomainen|hyvinvointialue|kela)\s+(?:on\s+)?hyväksy\w+",
    r"(?:ledningsgruppen|arbetskraftsmyndigheten)\s+(?:har\s+)?godkän\w+",
    r"(?:fattat|fattar)\s+(?:ett\s+)?beslut\b",
    r"beslut\w*\s+(?:har\s+)?fattat?s?\b",
    r"(?:sysselsättnings)?planen\s+(?:har\s+|är\s+)?(?:upprätta|underteckna|godkän|klar)\w*",
    r"efter\s+(?:att\s+)?(?:\w+\s+)?bedömning\w*",
)

ENDS = words(
    *(r"päättyy\b", r"päättyvät\b", r"lopetetaan\b", r"lakkaa\b"),
    *(r"upphör\b", r"avslutas\b", r"slutar\b"),
    *(r"kest\w+\s+(?:enintään|korkeintaan)", r"pågår\s+högst"),
)
LASTS = words(r"kest\w+\s+(?:enintään|korkeintaan)", r"pågår\s+högst")
_ACTORS = (
    r"työvoimaviranomaise(?:n|lla)", r"hyvinvointialuee(?:n|lla)",
    r"(?:kelan|kansaneläkelaitoksen)",
    r"arbetskraftsmyndighetens", r"välfärdsområdets", r"(?:fpa:s|folkpensionsanstaltens)",
)  # fmt: skip
_OTHERS = (
    r"johtoryhmän", r"johtavan\s+henkilön", r"työntekijän", r"viranhaltijan", r"virkailijan",
    r"ledningsgruppens",
)  # fmt: skip
_NAMED = "|".join((*_ACTORS, *_OTHERS))
JUDGED = re.compile(
    rf"(?<!\w)(?P<who>(?:{_NAMED})(?:(?:,|\s+ja|\s+sekä|\s+och|\s+samt)\s+(?:{_NAMED}))*)\s+"
    r"(?:\w+\s+)?(?:päätöksellä|päätöksestä|arviolla|arviosta|arvion\s+(?:mukaan|perusteella)"
    r"|harkinnan\s+mukaan|ilmoituksella|ilmoituksesta|beslut|bedömning|anmälan)",
    re.IGNORECASE,
)
ACTOR = re.compile("|".join(_ACTORS), re.IGNORECASE)
AFTER = words(r"(?::?\w{1,3}\s+)?(?:kuluttua|jälkeen|kuluessa|päästä|efter)\b")
BEFORE = words(r"(?:viimeistään|enintään|korkeintaan|efter|senast|högst)\s+$")
BY_ITSELF = words(r"automaattisesti", r"ilman\s+eri\s+arvio\w+", r"automatiskt")
UNREACHED = words(
    r"(?:\d+|kolmeen|kuuteen|kahteen|neljään|yhteen|puoleen)\s+(?:kuukauteen|viikkoon|vuoteen)"
)
DECIDED = words(
    r"(?:kun|jos)\s+(?:työvoimaviranomainen|hyvinvointialue|kela|kansaneläkelaitos|johtoryhmä)\s+"
    r"(?:on\s+)?(?:te(?:h|k)\w+\s+(?:\w+\s+){0,2}päätö\w+|päättä\w+|ilmoitta\w+|toteaa|katsoo)",
    r"(?:när|om)\s+(?:arbetskraftsmyndigheten|välfärdsområdet|fpa|folkpensionsanstalten)\s+"
    r"(?:har\s+)?(?:beslut\w+|fatta\w+|meddela\w+|konstaterar|anser)",
    r"(?:på|genom)\s+beslut\s+av\s+(?:arbetskraftsmyndigheten|välfärdsområdet|fpa"
    r"|folkpensionsanstalten|ledningsgruppen)\b",
)
"""One authority alone decides."""
TOGETHER = words(r"yhtei\w+\s+arvi\w+", r"gemensam\w*\s+bedömning\w*")
"""After a joint judgement the end may be recorded within a time."""
ALL = 3

MESSAGE = "Asiakkuuden alkamisesta tai päättymisestä sanotaan toisin kuin laissa: {sanat}."
ADVICE = (
    "Asiakkuus alkaa, kun monialainen palvelutarpeen arviointi aloitetaan, ja päättyy "
    "työvoimaviranomaisen, hyvinvointialueen ja Kelan yhteisen arvion mukaan."
)


def _contrary(sentence: str) -> str | None:
    if RELATION.search(sentence) is None:
        return None
    if OTHER_RELATION.search(sentence):
        return None
    return _told(sentence, BEGINS, _start) or _told(sentence, ENDS, _end)


def _told(sentence: str, verb: re.Pattern[str], wrong: Callable[[str], str | None]) -> str | None:
    """What is wrong in a clause with the verb and the side clauses behind it: «päättyy, kun …»."""
    for match in verb.finditer(sentence):
        found = wrong(attached(sentence, match.start()))
        if found is not None and not excused(sentence, match, DENIAL, UNTIL_2024):
            return found
    return None


def _start(sentence: str) -> str | None:
    if RIGHT_START.search(sentence):
        return None
    wrong = WRONG_START.search(sentence)
    return wrong[0] if wrong else None


def _end(sentence: str) -> str | None:
    if LASTS.search(sentence):
        return next((item.text for item in lengths(sentence)), None)
    judged = JUDGED.search(sentence)
    if judged and len(ACTOR.findall(judged["who"])) < ALL:
        return judged[0]
    alone = (item.search(sentence) for item in (BY_ITSELF, UNREACHED, DECIDED))
    itself = next(filter(None, alone), None)
    if itself is not None:
        return itself[0]
    return None if TOGETHER.search(sentence) else _after_a_time(sentence)


def _after_a_time(sentence: str) -> str | None:
    for item in lengths(sentence):
        before, after = sentence[: item.start], sentence[item.end :].lstrip()
        if AFTER.match(after) or BEFORE.search(before):
            return item.text
    return None


SEARCH = Search(
    stems=("asiakkuu", "asiakassuhde", "kundrelation"),
    finder=_contrary,
    message=MESSAGE,
    advice=ADVICE,
    skip=frozenset({"tavoitteet"}),
    besides=(
        *("alka", "käynnistyy", "päättyy", "päättyvät", "lopetetaan", "lakkaa", "enintään"),
        *("korkeintaan", "inleds", "börjar", "startar", "upphör", "avslutas", "slutar", "högst"),
    ),
)

RULE = Rule(
    code="C04",
    title="Asiakkuus alkaa arvioinnista ja päättyy kolmen viranomaisen yhteiseen arvioon",
    severity=Severity.ERROR,
    citations=("381/2023 4 § 1 mom", "381/2023 8 §"),
    grade="A",
    decides=Search.decides,
    scope=Scope.FILE,
    check=SEARCH.hits,
    worth=SEARCH.worth,
    later=((AMENDED, Severity.WARNING),),
)
