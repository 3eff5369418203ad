"""A memo of a recorded negotiation: who negotiated, what about, and what came of it.

Of the groups' number and territories before they are set (381/2023 9 § 1 mom), of a county and its
municipalities (611/2021 14 §), of health and well-being (612/2021 6–7 §).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from sopimukset.base.speech import FINNISH, mark, say
from sopimukset.documents.clauses import clause_context, with_rooms
from sopimukset.documents.facts import Facts, day
from sopimukset.documents.meetings import dated, without_empty
from sopimukset.documents.parties import HELSINKI, Context
from sopimukset.documents.report.pen import ended
from sopimukset.documents.shape import Asiakirjapohja, Osapuoli
from sopimukset.documents.subject import Kind, Making, Source, Subject
from sopimukset.model import Neuvottelu
from sopimukset.register import Register
from sopimukset.tracking.roles import COUNTY

LAJI = "neuvottelumuistio"
TITLE = mark("Neuvottelumuistio")
CONSULTED = mark("Muistio neuvottelusta")
"""Of a county and its municipalities: the Swedish of 611/2021 14 § has a word of its own for it,
in Finnish all are of one name."""
WORDS = (
    mark("neuvottelun osapuoli"),
    mark("neuvottelun päivä"),
    mark("neuvottelun tulos"),
)
OF_CONSULTED = (
    mark("kuntien kanssa käydyn neuvottelun osapuoli"),
    mark("kuntien kanssa käydyn neuvottelun päivä"),
    mark("kuntien kanssa käydyn neuvottelun tulos"),
)
"""What a memo may lack: a party, the day, the result; for the same reason in words of its own."""
SUBTITLES = {
    "johtoryhmat": mark("Monialaisen tuen johtoryhmien määrä ja toimialueet"),
    "hyvinvointialue-kunnat": mark("Hyvinvointialueen ja kuntien neuvottelu"),
    "hyte": mark("Hyvinvoinnin ja terveyden edistämisen neuvottelu"),
    "muu": mark("Neuvottelu"),
}
SUBJECTS = {
    "maara": mark("johtoryhmien määrä"),
    "toimialueet": mark("johtoryhmien toimialueet"),
}
NYLAND = frozenset({"ita-uusimaa", "keski-uusimaa", "lansi-uusimaa", "vantaa-kerava"})
"""The counties in Uusimaa, which negotiate with HUS too (612/2021 7 § 5 mom)."""


class NeuvottelunLaki(TypedDict):
    """Which provision the negotiation rests on; one of them is true, or none."""

    johtoryhmat: bool
    kunnat: bool
    hyte: bool
    hyte_uusimaa: bool
    hyte_helsinki: bool


class NeuvottelunTiedot(TypedDict):
    """What is recorded of the negotiation."""

    paiva: str
    aiheet: list[str]
    muut: list[str]
    tulos: str


class Neuvottelumuistio(Asiakirjapohja):
    """A memo of a negotiation."""

    neuvottelu: NeuvottelunTiedot
    laki: NeuvottelunLaki
    osapuolet: list[Osapuoli]


@dataclass(frozen=True, slots=True, kw_only=True)
class NegotiationSubject(Subject):
    """One recorded negotiation."""

    negotiation: Neuvottelu


def context(subject: NegotiationSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks; see `Neuvottelumuistio`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts, item = making.facts, subject.negotiation
    known = [tunnus for tunnus in item.osapuolet if tunnus in making.parties.by_tunnus]
    party, when, result = OF_CONSULTED if _is_consultation(subject) else WORDS
    if len(known) < len(item.osapuolet) or not known:
        facts.needed(None, party, (*subject.path, "osapuolet"))
    found: Context = {
        "neuvottelu": {
            "paiva": dated(facts, item.pvm) if item.pvm else facts.needed(None, when, subject.path),
            "aiheet": _subjects_told(subject, facts),
            "muut": [
                facts.needed_text(other, "muu osallistuja", (*subject.path, "muut", index))
                for index, other in enumerate(item.muut)
            ],
            "tulos": _result(subject, facts, result),
        },
        "laki": _law(subject, making.register),
        "osapuolet": making.parties.rows(known),
        "asiakirja": _document(subject, facts),
    }
    clauses = clause_context(making, (), subject.own_day, found, subject.path)
    return without_empty(with_rooms(clauses), found)


def _is_consultation(subject: NegotiationSubject) -> bool:
    return subject.negotiation.laji == "hyvinvointialue-kunnat"


def _result(subject: NegotiationSubject, facts: Facts, what: str) -> str:
    """The recorded result as a sentence, else a gap; its name stands before it."""
    told = facts.text(subject.negotiation.tulos)
    if told:
        return ended(told)
    missing = facts.needed_text(subject.negotiation.tulos, what, subject.path, labelled=True)
    return f"{missing}."


def _subjects_told(subject: NegotiationSubject, facts: Facts) -> list[str]:
    """What was negotiated; the act wants both subjects of the negotiation on groups."""
    item = subject.negotiation
    told = [facts.say(SUBJECTS[aihe]) for aihe in item.aiheet]
    if told or item.laji != "johtoryhmat":
        return told
    return [facts.needed(None, "neuvottelun aiheet", subject.path)]


def _law(subject: NegotiationSubject, register: Register) -> Context:
    kind = subject.negotiation.laji
    counties = {
        party.hyvinvointialue
        for party in subject.alue.osapuolet
        if party.rooli == COUNTY and party.tunnus in subject.negotiation.osapuolet
    } & set(register.hyvinvointialueet) or {subject.alue.alue}
    hyte, city, nyland = kind == "hyte", HELSINKI in counties, bool(counties & NYLAND)
    return {
        "johtoryhmat": kind == "johtoryhmat",
        "kunnat": kind == "hyvinvointialue-kunnat",
        "hyte": hyte and not city,
        "hyte_uusimaa": hyte and nyland,
        "hyte_helsinki": hyte and city,
    }


def _document(subject: NegotiationSubject, facts: Facts) -> Context:
    item = subject.negotiation
    of_its_own = _is_consultation(subject) and facts.language != FINNISH
    title = facts.say(CONSULTED if of_its_own else TITLE)
    when = f" {day(item.pvm)}" if item.pvm else ""
    return {
        "laji": LAJI,
        "kieli": facts.language,
        "otsikko": title,
        "alaotsikko": facts.say(SUBTITLES[item.laji]),
        "lyhyt_otsikko": f"{title}{when}",
        "paiva": day(item.pvm),
        "asiatunnus": subject.case,
        "sailytysaika": "",
    }


def _subjects(source: Source) -> list[NegotiationSubject]:
    negotiations = source.alue.neuvottelut
    return [
        NegotiationSubject(
            source=source,
            tunnus=item.tunnus,
            several=len(negotiations) > 1,
            day=item.pvm,
            path=("neuvottelut", index),
            case=item.asiatunnus or "",
            negotiation=item,
        )
        for index, item in enumerate(negotiations)
    ]


def _why_nothing(_source: Source) -> Iterator[str]:
    yield say("Neuvotteluja ei ole kirjattu.")


KIND = Kind(
    laji=LAJI,
    nimi=TITLE,
    subjects=_subjects,
    context=context,
    shape=Neuvottelumuistio,
    why_nothing=_why_nothing,
)
