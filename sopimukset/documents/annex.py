"""What belongs to an agreement besides its text: annexes as documents, and the list of them all.

An annex that may be changed without changing the agreement (`muutosvaltuus`) has a life and a date
of its own. The list is the cover of the bundle in which both go out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from sopimukset.base.speech import mark
from sopimukset.documents import shape
from sopimukset.documents.agreement import ANNEX, TITLE, TYM, AgreementSubject, agreement_subjects
from sopimukset.documents.agreement import tables as tables_of
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.facts import day
from sopimukset.documents.parties import Context
from sopimukset.documents.subject import Kind, Making, Source, Subject
from sopimukset.model import Liite

ANNEX_KIND, LIST_KIND = "liite", "asiakirjaluettelo"
LIST_TITLE = mark("Asiakirjaluettelo")
LIST_SUBTITLE = mark("Sopimuksen asiakirjat: {sopimus}")
ANNEX_SUBTITLE = mark("Liite sopimukseen: {sopimus}")
APART = mark("toimitetaan erikseen")
FIRST_ANNEX = 2
"""The first annex's number in a bundle; the agreement is number 1, the list itself 0."""

TABLES = ("jasenet", "toimipisteet", "henkilosto", "kustannukset")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexSubject(Subject):
    """An annex with a table.

    Attributes:
        index: its place in `liitteet`.
    """

    agreement: AgreementSubject
    index: int

    @property
    def annex(self) -> Liite:
        """The annex."""
        return self.agreement.agreement.liitteet[self.index]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSubject(Subject):
    """The documents of one agreement."""

    agreement: AgreementSubject


class LiiteShape(shape.Asiakirjapohja):
    """An annex as a document."""

    liite: shape.Liite
    sopimus_nimi: str
    johtoryhma_nimi: str
    jasenet: list[shape.Jasen]
    toimipisteet: list[shape.Toimipiste]
    henkilosto: list[shape.Henkilostorivi]
    kustannukset: list[shape.Kustannus]
    poikkeamat: list[shape.Poikkeama]


class Asiakirjarivi(TypedDict):
    """A document of the bundle: number, name, own date, file or how it is delivered."""

    numero: str
    nimi: str
    paiva: str
    tiedosto: str


class LuetteloShape(shape.Asiakirjapohja):
    """The list of an agreement's documents."""

    sopimus_nimi: str
    johtoryhma_nimi: str
    asiakirjat: list[Asiakirjarivi]
    poikkeamat: list[shape.Poikkeama]


def annex_subjects(source: Source) -> list[AnnexSubject]:
    """The annexes with tables of the region's agreements."""
    return [
        AnnexSubject(
            source=source,
            tunnus=f"{agreement.tunnus}-{annex.tunnus}" if agreement.several else annex.tunnus,
            several=True,
            day=annex.pvm or agreement.day,
            path=(*agreement.path, "liitteet", index),
            case=agreement.case,
            agreement=agreement,
            index=index,
        )
        for agreement in agreement_subjects(source)
        for index, annex in enumerate(agreement.agreement.liitteet)
        if annex.taulukko
    ]


def list_subjects(source: Source) -> list[ListSubject]:
    """The region's agreements, each with the list of its documents."""
    return [
        ListSubject(
            source=source,
            tunnus=agreement.tunnus,
            several=agreement.several,
            day=agreement.day,
            path=agreement.path,
            case=agreement.case,
            agreement=agreement,
        )
        for agreement in agreement_subjects(source)
    ]


def annex_context(subject: AnnexSubject, making: Making) -> Context:
    """The fields of an annex; see `LiiteShape`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts, annex = making.facts, subject.annex
    label = facts.say(ANNEX).format(numero=subject.index + 1)
    name = facts.needed_text(annex.nimi, "liitteen nimi", subject.path)
    own = annex.taulukko or ""
    rows = tables_of(subject.agreement, making)
    found: Context = {
        "liite": {"nimike": label, "otsikko": name, "taulukko": own},
        **{table: rows[table] if table == own else [] for table in TABLES},
        **_names(subject.agreement, making),
    }
    found["asiakirja"] = _document(subject, making, f"{label}: {name}", ANNEX_SUBTITLE, found)
    return found | clause_context(making, (), subject.own_day, found, subject.path)


def list_context(subject: ListSubject, making: Making) -> Context:
    """The fields of a list of documents; see `LuetteloShape`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    found: Context = {
        "asiakirjat": _rows(subject, making),
        **_names(subject.agreement, making),
    }
    title = making.facts.say(LIST_TITLE)
    found["asiakirja"] = _document(subject, making, title, LIST_SUBTITLE, found)
    return found | clause_context(making, (), subject.own_day, found, subject.path)


def _rows(subject: ListSubject, making: Making) -> list[Context]:
    """The agreement, then its annexes: those that are made of the record, and the others."""
    facts, agreement = making.facts, subject.agreement
    made = {
        item.index: item
        for item in annex_subjects(subject.source)
        if item.agreement.path == agreement.path
    }
    rows: list[Context] = [
        {
            "numero": "1",
            "nimi": facts.text(agreement.agreement.nimi) or facts.say(TITLE),
            "paiva": day(agreement.day),
            "tiedosto": numbered(1, agreement.file_name(TYM, facts.language)),
        }
    ]
    for index, annex in enumerate(agreement.agreement.liitteet):
        label = facts.say(ANNEX).format(numero=index + 1)
        name = facts.needed_text(annex.nimi, "liitteen nimi", (*agreement.path, "liitteet", index))
        own = made.get(index)
        file = (
            numbered(index + FIRST_ANNEX, own.file_name(ANNEX_KIND, facts.language)) if own else ""
        )
        rows.append(
            {
                "numero": str(index + FIRST_ANNEX),
                "nimi": f"{label}: {name}",
                "paiva": day(own.day if own else annex.pvm),
                "tiedosto": file or facts.say(APART),
            }
        )
    return rows


def numbered(number: int, file: str) -> str:
    """The name of a file in a bundle: the number first, so that names sort as the list does."""
    return f"{number:02}_{file}"


def _names(agreement: AgreementSubject, making: Making) -> Context:
    facts = making.facts
    return {
        "sopimus_nimi": facts.text(agreement.agreement.nimi) or facts.say(TITLE),
        "johtoryhma_nimi": facts.needed_text(
            agreement.group.nimi, "johtoryhmän nimi", agreement.group_path
        ),
    }


def _document(
    subject: Subject, making: Making, title: str, subtitle: str, names: Context
) -> Context:
    facts = making.facts
    agreement = f"{names['sopimus_nimi']}, {names['johtoryhma_nimi']}"
    return {
        "laji": ANNEX_KIND if isinstance(subject, AnnexSubject) else LIST_KIND,
        "kieli": facts.language,
        "otsikko": title,
        "alaotsikko": facts.say(subtitle).format(sopimus=agreement),
        "lyhyt_otsikko": title,
        "paiva": day(subject.day),
        "asiatunnus": subject.case,
        "sailytysaika": "",
    }


ANNEX_OF_AGREEMENT = Kind(
    laji=ANNEX_KIND,
    nimi=mark("Sopimuksen liite"),
    subjects=annex_subjects,
    context=annex_context,
    shape=LiiteShape,
    unasked=False,
)
LIST_OF_DOCUMENTS = Kind(
    laji=LIST_KIND,
    nimi=LIST_TITLE,
    subjects=list_subjects,
    context=list_context,
    shape=LuetteloShape,
    unasked=False,
)
