"""D01: a data-protection clause names the joint controllers of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sopimukset.base.speech import mark
from sopimukset.base.words import listed
from sopimukset.findings import Severity
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.rule import IN_FORCE, Hit, Path, Rule, Scope
from sopimukset.law.rules._texts import DENIAL, Search, excused, words
from sopimukset.law.rules.c08 import OLD, RENAMED
from sopimukset.law.texts import Passage, split_sentences
from sopimukset.model import Alue
from sopimukset.tracking.roles import AUTHORITY, COUNTY

CLAUSE = "tietosuoja"

CONTROLLER = words(r"\w*rekisterinpit\w+", r"personuppgiftsansvar\w+")
JOINT = words(
    r"yhteisrekisterinpit\w+",
    r"yhteis\w+\s+rekisterinpit\w+",
    r"gemensam\w*\s+personuppgiftsansv\w+",
)
NAMING = words(
    r"\w*rekisterinpitäj(?:iä|inä|änä|ä)\b",
    r"\w*rekisterinpitäjät\s*(?:ovat\b|toimivat\b|:|\(|$)",
    r"(?<!de\s)gemensam\w*\s+personuppgiftsansv\w+",
)
"""Says who the joint controllers are; «yhteisrekisterinpitäjät sopivat» only says what they do."""

ALONE = words(
    r"(?:ainoa|yksin|yksinomai\w+)\s+(?:\w+\s+){0,3}?rekisterinpit\w+",
    r"ensam\s+(?:\w+\s+){0,2}?personuppgiftsansvar\w+",
)
_DATA = r"asiakastie(?:tojen|toaineiston|tojärjestelmän)(?:\s+tietojen)?"
_OF_MODEL = r"(?:monialaisen\s+tuen\s+)?(?:yhteistoimintamallin\s+)?(?:yhteisten\s+)?(?:tym-)?"
_KUND = r"\s+för\s+kund(?:uppgift|datamaterial|informationssystem)\w*"
ONE = re.compile(
    rf"(?:^|\b(?:on|toimii))\s*{_OF_MODEL}{_DATA}\s+rekisterinpitäjä(?:nä)?\b"
    rf"|\b(?:är|fungerar\s+som)\s+personuppgiftsansvarig{_KUND}"
    rf"|^personuppgiftsansvarig{_KUND}\s+är\b"
    r"|\brekisterinpitäjä\w*\s+ja\s+muut\s+(?:[\w-]+\s+){0,2}?(?:henkilötietojen\s+)?käsittelij",
    re.IGNORECASE,
)
"""Names one controller of the joint data: what data «rekisterinpitäjä on» by itself is of is open,
and «työvoimapalvelujen asiakastietojen» are an authority's own (381/2023 14 §)."""
SOME = re.compile(rf"(?:^|\bovat\s+){_OF_MODEL}{_DATA}\s+rekisterinpitäjiä\b", re.IGNORECASE)
"""The same of more than one, without a word of their being joint."""
_TOGETHER = words(
    r"yhdessä\b", r"kukin\b", r"jokainen\b", r"tillsammans\b", r"var(?:je|\s+och\s+en)\b"
)
OWN = words(r"om(?:a|i|ie)n?\w*\s+rekister\w+", r"egna?\s+register")
BY_REFERENCE = re.compile(r"\b13\s*§")

CENTRES = (
    mark("kehittämis- ja hallintokeskus"),
    mark("Työllisyys-, kehittämis- ja hallintokeskus"),
)
"""The centre's name until the end of 2025, and after."""
_CENTRE_OLD = words(
    r"(?:\S+,\s+)?kehittämis-\s+ja\s+hallintokesku\w*", r"keha", r"uf-cent\w+",
    r"(?:\S+,\s+)?utvecklings-\s+och\s+förvaltningscent\w*",
)  # fmt: skip
_CENTRE_NEW = words(
    r"työllisyys-,\s+kehittämis-\s+ja\s+hallintokesku\w*", r"keha", r"uf-cent\w+",
    r"sysselsättnings-,\s+utvecklings-\s+och\s+förvaltningscent\w*",
)  # fmt: skip
_AUTHORITY = words(r"työvoimaviranomai\w+", r"arbetskraftsmyndighet\w*")
_COUNTY = words(r"hyvinvointialue\w*", r"hyvinvointiyhtym\w+", r"välfärds(?:områd|sammansl)\w*")
_KELA = words(r"kela(?:n|lla)?\b", r"kansaneläkelaito\w+", r"fpa\b", r"folkpensionsanstalt\w*")
_ALL_PARTIES = words(r"(?:sopimus|sopija)?osapuol\w+", r"parterna\b")

OMITTED = "Tietosuojalausekkeessa ei nimetä kaikkia yhteisrekisterinpitäjiä: {puuttuvat}."
OMITTED_ADVICE = (
    "Yhteisrekisterinpitäjiä ovat {keskus}, työvoimaviranomaiset, hyvinvointialueet ja Kela."
)
SOLE = "Tekstissä asiakastietojen rekisterinpitäjäksi nimetään vain yksi toimija."


@dataclass(frozen=True, slots=True)
class Names:
    """How the record itself calls its authorities and counties, in small letters."""

    authorities: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()


STEMS = ("rekisterinpit", "uppgiftsansv")
"""Small letters, one of which stands wherever `CONTROLLER` finds something."""


def worth(folder: Folder) -> bool:
    """Whether a controller is spoken of, or a data-protection clause changed."""
    spoken = bool(folder.said.occurring(STEMS))
    return spoken or any(map(_data_clauses, folder.regions))


def check(file: FileCase) -> Iterator[Hit]:
    """Clauses that leave a controller out, texts that make one party the only controller."""
    clauses = _data_clauses(file.model) if isinstance(file.model, Alue) else []
    names = _names(file)
    for passage in file.passages:
        if passage.day >= IN_FORCE:
            is_clause = any(passage.path[: len(item)] == item for item in clauses)
            yield from _judged(passage, names, is_clause=is_clause)


def _data_clauses(alue: Alue) -> list[Path]:
    """The places of texts that replace or add a data-protection clause."""
    return [
        ("sopimukset", index, "lausekemuutokset", number, "teksti")
        for index, agreement in enumerate(alue.sopimukset)
        for number, change in enumerate(agreement.lausekemuutokset)
        if change.lauseke == CLAUSE
    ]


def _judged(passage: Passage, names: Names, *, is_clause: bool) -> Iterator[Hit]:
    spoken = [item for item in split_sentences(passage.text) if CONTROLLER.search(item)]
    keskus = CENTRES[passage.day >= RENAMED]
    advice = {"keskus": keskus}
    if any(map(_is_sole, spoken)):
        yield Hit(passage.path, SOLE, OMITTED_ADVICE, advice)
        return
    joint = [item for item in spoken if _tells_who(item)]
    if joint or is_clause:
        text = " ".join(joint or spoken)
        lacking = _lacking(text, passage.day, names, keskus)
        if lacking and not (BY_REFERENCE.search(passage.text) and len(lacking) == len(_KINDS)):
            values = {**advice, "puuttuvat": listed(lacking)}
            yield Hit(passage.path, OMITTED, OMITTED_ADVICE, values)


def _is_sole(sentence: str) -> bool:
    match = ALONE.search(sentence)
    if match is None and not _TOGETHER.search(sentence):
        match = ONE.search(sentence)
    return bool(match and not OWN.search(sentence) and not excused(sentence, match, DENIAL))


def _tells_who(sentence: str) -> bool:
    match = JOINT.search(sentence) or SOME.search(sentence)
    return bool(match and NAMING.search(sentence) and not excused(sentence, match, DENIAL))


_KINDS = ("keskus", mark("työvoimaviranomainen"), mark("hyvinvointialue"), mark("Kela"))


def _lacking(text: str, day: date, names: Names, keskus: str) -> list[str]:
    """The controllers that the sentences don't name."""
    small, everyone = text.lower(), _ALL_PARTIES.search(text)
    centre = (
        (_CENTRE_NEW.search(text) or OLD.search(text))
        if day >= RENAMED
        else _CENTRE_OLD.search(text)
    )
    named = (
        centre,
        everyone or _AUTHORITY.search(text) or any(item in small for item in names.authorities),
        everyone or _COUNTY.search(text) or any(item in small for item in names.counties),
        everyone or _KELA.search(text),
    )
    kinds = (keskus, *_KINDS[1:])
    return [kind for kind, found in zip(kinds, named, strict=True) if not found]


def _names(file: FileCase) -> Names:
    region = file.region
    if region is None:
        return Names()
    return Names(*(
        tuple(
            text.lower()
            for tunnus, party in region.parties.items()
            if region.roles[tunnus].kind == kind
            for text in (region.text(party.nimi), region.text(party.oikeushenkilo))
            if text
        )
        for kind in (AUTHORITY, COUNTY)
    ))  # fmt: skip


RULE = Rule(
    code="D01",
    title="Tietosuojalauseke nimeää asiakastietojen yhteisrekisterinpitäjät",
    severity=Severity.WARNING,
    citations=("381/2023 13 § 1 mom",),
    grade="A",
    decides=Search.decides,
    scope=Scope.FILE,
    check=check,
    worth=worth,
)
