"""A commenting round: the letter that asks for comments, and a table with a row for each clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from sopimukset.base.speech import mark
from sopimukset.documents import shape
from sopimukset.documents.agreement import TITLE, TYM, AgreementSubject, agreement_subjects
from sopimukset.documents.clauses import clause_context, headings_of
from sopimukset.documents.facts import day
from sopimukset.documents.parties import Context
from sopimukset.documents.subject import Kind, Making, Source, Subject
from sopimukset.formats.word import LayoutError
from sopimukset.model.sopimus import Lausuntokierros

COMMENTS = "lausuntopyynto"
LETTER = mark("Lausuntopyyntö")
SUBTITLE = mark("Sopimuksen luonnos: {sopimus}")
SENDER = mark("lausuntopyynnön lähettäjä")
NO_LIBRARY = mark("Sopimuksen mallilausekkeita ei voi lukea.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundSubject(Subject):
    """A commenting round on an agreement."""

    agreement: AgreementSubject
    round: Lausuntokierros


class Kommenttirivi(TypedDict):
    """A clause to comment on."""

    numero: str
    lauseke: str


class LausuntoShape(shape.Asiakirjapohja):
    """The letter and the table."""

    lahettaja: str
    sopimus_nimi: str
    johtoryhma_nimi: str
    maarapaiva: str
    toimitus: str
    osapuolet: list[shape.Osapuoli]
    vastaanottajat: list[str]
    kommentit: list[Kommenttirivi]
    poikkeamat: list[shape.Poikkeama]


def _subjects(source: Source) -> list[RoundSubject]:
    """The recorded commenting rounds on the region's agreements."""
    return [
        RoundSubject(
            source=source,
            tunnus=agreement.tunnus,
            several=agreement.several,
            day=agreement.agreement.lausuntokierros.pyydetty,
            path=(*agreement.path, "lausuntokierros"),
            case=agreement.case,
            agreement=agreement,
            round=agreement.agreement.lausuntokierros,
        )
        for agreement in agreement_subjects(source)
        if agreement.agreement.lausuntokierros is not None
    ]


def context(subject: RoundSubject, making: Making) -> Context:
    """The fields of the letter; see `LausuntoShape`.

    Raises:
        LayoutError: a clause of a library can't be filled, or the agreement's can't be read.
    """
    facts, agreement, asked = making.facts, subject.agreement, subject.round
    name = facts.text(agreement.agreement.nimi) or facts.say(TITLE)
    group = facts.needed_text(agreement.group.nimi, "johtoryhmän nimi", agreement.group_path)
    title = facts.say(LETTER)
    found: Context = {
        "lahettaja": facts.needed_text(asked.lahettaja, SENDER, subject.path, labelled=True),
        "sopimus_nimi": name,
        "johtoryhma_nimi": group,
        "maarapaiva": facts.needed(day(asked.maarapaiva), "lausunnon määräpäivä", subject.path),
        "toimitus": facts.needed_text(asked.toimitus, "lausunnon toimitus", subject.path),
        "osapuolet": making.parties.rows(agreement.agreement.osapuolet),
        "vastaanottajat": [
            facts.needed_text(item, "vastaanottaja", (*subject.path, "vastaanottajat", index))
            for index, item in enumerate(asked.vastaanottajat)
        ],
        "kommentit": _rows(subject, making),
        "asiakirja": {
            "laji": COMMENTS,
            "kieli": facts.language,
            "otsikko": title,
            "alaotsikko": facts.say(SUBTITLE).format(
                sopimus=f"{name}, {facts.with_sami(agreement.group.nimi, group)}"
            ),
            "lyhyt_otsikko": f"{title}: {group}",
            "paiva": facts.needed(day(subject.day), "lausuntopyynnön päivä", subject.path),
            "asiatunnus": subject.case,
            "sailytysaika": "",
        },
    }
    return found | clause_context(making, (), subject.own_day, found, subject.path)


def _rows(subject: RoundSubject, making: Making) -> list[Context]:
    """The headings of the agreement's clauses, numbered as in the agreement."""
    agreement, facts = subject.agreement, making.facts
    library = making.others.get(TYM)
    if library is None:
        raise LayoutError(facts.say(NO_LIBRARY))
    changes = agreement.agreement.lausekemuutokset
    headings = headings_of(library, changes, agreement.own_day, facts, agreement.path)
    return [
        {"numero": str(number), "lauseke": heading} for number, heading in enumerate(headings, 1)
    ]


KIND = Kind(
    laji=COMMENTS,
    nimi=LETTER,
    subjects=_subjects,
    context=context,
    shape=LausuntoShape,
    tells_of=(TYM,),
)
