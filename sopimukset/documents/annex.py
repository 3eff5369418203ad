"""What belongs to an agreement besides its text: annexes as documents, and the list of them all.

An annex that may be changed without changing the agreement (`muutosvaltuus`) has a life and a date
of its own. The list is the cover of the bundle in which both go out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from sopimukset.base.speech import mark
from sopimukset.documents import (
    agreement,
    cooperation,
    setter_agreement,
    shape,
    youth_agreement,
)
from sopimukset.documents.attachments import COSTS, annex_label, group_of, tables
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.contracts import short_title
from sopimukset.documents.facts import Facts, day
from sopimukset.documents.parties import Context
from sopimukset.documents.resources import STAFF_OF_MODEL
from sopimukset.documents.subject import Kind, Making, Source, Subject
from sopimukset.model import Liite, Sopimus
from sopimukset.model.paths import Path

ANNEX_KIND, LIST_KIND = "liite", "asiakirjaluettelo"
LIST_TITLE = mark("Asiakirjaluettelo")
LIST_SUBTITLE = mark("Sopimuksen asiakirjat: {sopimus}")
ANNEX_SUBTITLE = mark("Liite sopimukseen: {sopimus}")
APART = mark("toimitetaan erikseen")
NO_DAY = "–"
FIRST_ANNEX = 2
"""The first annex's number in a bundle; the agreement is number 1, the list itself 0."""


@dataclass(frozen=True, slots=True)
class Contract:
    """A written agreement that goes out with its annexes.

    Attributes:
        laji: its kind of document.
        title: the kind's title, to be said, where the agreement has no name of its own.
        subject: what the agreement's own document is made of.
        agreement: what is recorded of it in `sopimukset`.
        path: its place there.
        group: the place of its steering group in `johtoryhmat`, where it has one.
        staff: how its costs tell of the key of staff.
    """

    laji: str
    title: str
    subject: Subject
    agreement: Sopimus
    path: Path
    group: int | None
    staff: str = STAFF_OF_MODEL

    @property
    def shared(self) -> bool:
        """Whether the region's files need its tunnus to be told from another agreement's."""
        return self.laji != agreement.TYM or self.subject.several

    def makes(self, annex: Liite) -> bool:
        """Whether an annex is made of the record: one whose table the record can fill."""
        return annex.taulukko == COSTS or (annex.taulukko is not None and self.group is not None)

    def name(self, facts: Facts) -> str:
        """The agreement's name in the document's language."""
        return facts.text(self.agreement.nimi) or facts.say(self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexSubject(Subject):
    """An annex with a table.

    Attributes:
        index: its place in `liitteet`.
    """

    contract: Contract
    index: int

    @property
    def annex(self) -> Liite:
        """The annex."""
        return self.contract.agreement.liitteet[self.index]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSubject(Subject):
    """The documents of one agreement."""

    contract: Contract


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


def contracts_of(source: Source) -> list[Contract]:
    """The region's statutory agreements, and those of other kinds that have annexes."""
    statutory = [
        Contract(agreement.TYM, agreement.TITLE, item, item.agreement, item.path, item.group_index)
        for item in agreement.agreement_subjects(source)
    ]
    return [*statutory, *(item for item in _others(source) if item.agreement.liitteet)]


def _others(source: Source) -> Iterator[Contract]:
    for setting in setter_agreement.subjects(source):
        if setting.agreement is not None:
            yield Contract(
                setter_agreement.LAJI,
                setter_agreement.TITLE,
                setting,
                setting.agreement,
                setting.agreement_path,
                setting.group_index,
            )
    for service in youth_agreement.subjects(source):
        if service.agreement is not None:
            yield Contract(
                youth_agreement.LAJI,
                youth_agreement.TITLE,
                service,
                service.agreement,
                service.path,
                service.group,
                youth_agreement.STAFF,
            )
    for item in cooperation.subjects(source):
        group = group_of(source.alue, item.agreement)
        yield Contract(cooperation.LAJI, cooperation.TITLE, item, item.agreement, item.path, group)


def annex_subjects(source: Source) -> list[AnnexSubject]:
    """The annexes with tables of the region's agreements."""
    return [item for contract in contracts_of(source) for item in annexes_of(contract)]


def annexes_of(contract: Contract) -> list[AnnexSubject]:
    """The annexes of an agreement that are made of the record."""
    subject = contract.subject
    return [
        AnnexSubject(
            source=subject.source,
            tunnus=f"{contract.agreement.tunnus}-{annex.tunnus}"
            if contract.shared
            else annex.tunnus,
            several=True,
            day=annex.pvm or subject.day,
            path=(*contract.path, "liitteet", index),
            case=subject.case,
            contract=contract,
            index=index,
        )
        for index, annex in enumerate(contract.agreement.liitteet)
        if contract.makes(annex)
    ]


def list_subjects(source: Source) -> list[ListSubject]:
    """The region's agreements, each with the list of its documents."""
    return [list_of(contract) for contract in contracts_of(source)]


def list_of(contract: Contract) -> ListSubject:
    """The list of an agreement's documents."""
    subject = contract.subject
    return ListSubject(
        source=subject.source,
        tunnus=contract.agreement.tunnus,
        several=contract.shared,
        day=subject.day,
        path=contract.path,
        case=subject.case,
        contract=contract,
    )


def annex_context(subject: AnnexSubject, making: Making) -> Context:
    """The fields of an annex; see `LiiteShape`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts, annex, contract = making.facts, subject.annex, subject.contract
    label = annex_label(facts, subject.index)
    name = facts.needed_text(annex.nimi, "liitteen nimi", subject.path)
    own = annex.taulukko or ""
    found: Context = {
        "liite": {"nimike": label, "otsikko": name, "taulukko": own},
        **tables(making, contract.agreement, contract.path, contract.group, {own}, contract.staff),
        **_described(subject, contract, facts, f"{label}: {name}", ANNEX_SUBTITLE),
    }
    return found | clause_context(making, (), subject.own_day, found, subject.path)


def list_context(subject: ListSubject, making: Making) -> Context:
    """The fields of a list of documents; see `LuetteloShape`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts, contract = making.facts, subject.contract
    found: Context = {
        "asiakirjat": _rows(contract, making),
        **_described(subject, contract, facts, facts.say(LIST_TITLE), LIST_SUBTITLE),
    }
    return found | clause_context(making, (), subject.own_day, found, subject.path)


def _rows(contract: Contract, making: Making) -> list[Context]:
    """The agreement, then its annexes: those that are made of the record, and the others."""
    facts = making.facts
    made = {item.index: item for item in annexes_of(contract)}
    own = contract.subject
    rows: list[Context] = [
        {
            "numero": "1",
            "nimi": contract.name(facts),
            "paiva": day(own.day),
            "tiedosto": numbered(1, _file(own, contract.laji, making)),
        }
    ]
    for index, annex in enumerate(contract.agreement.liitteet):
        path = (*contract.path, "liitteet", index)
        name = facts.needed_text(annex.nimi, "liitteen nimi", path)
        rows.append(
            {
                "numero": str(index + FIRST_ANNEX),
                "nimi": f"{annex_label(facts, index)}: {name}",
                **_delivered(made.get(index), annex, making),
            }
        )
    return rows


def _delivered(made: AnnexSubject | None, annex: Liite, making: Making) -> Context:
    """An annex's day, and the file that it is; one that isn't made of the record comes apart."""
    if made is None:
        return {"paiva": day(annex.pvm) or NO_DAY, "tiedosto": making.facts.say(APART)}
    file = _file(made, ANNEX_KIND, making)
    return {"paiva": day(made.day), "tiedosto": numbered(made.index + FIRST_ANNEX, file)}


def _file(subject: Subject, laji: str, making: Making) -> str:
    """The file's name of a document that goes out with the list: reviewers' copies together."""
    return subject.file_name(laji, making.facts.language, annotated=making.annotated)


def numbered(number: int, file: str) -> str:
    """The name of a file in a bundle: the number first, so that names sort as the list does."""
    return f"{number:02}_{file}"


def _described(
    subject: AnnexSubject | ListSubject, contract: Contract, facts: Facts, title: str, subtitle: str
) -> Context:
    """The document, its agreement's name and that agreement's group, "" where it is about none."""
    name, group = contract.name(facts), _group(contract, facts)
    titled = _group_in_sami(contract, facts, group)
    whole = f"{name}, {titled}" if group else name
    return {
        "sopimus_nimi": name,
        "johtoryhma_nimi": group,
        "asiakirja": {
            "laji": ANNEX_KIND if isinstance(subject, AnnexSubject) else LIST_KIND,
            "kieli": facts.language,
            "otsikko": title,
            "alaotsikko": facts.say(subtitle).format(sopimus=whole),
            "lyhyt_otsikko": short_title(f"{title}, {group}", title) if group else title,
            "paiva": day(subject.day),
            "asiatunnus": subject.case,
            "sailytysaika": "",
        },
    }


def _group(contract: Contract, facts: Facts) -> str:
    if contract.group is None:
        return ""
    group = facts.alue.johtoryhmat[contract.group]
    return facts.needed_text(group.nimi, "johtoryhmän nimi", ("johtoryhmat", contract.group))


def _group_in_sami(contract: Contract, facts: Facts, name: str) -> str:
    """The group's name with those that it has in Sámi, for a title."""
    if contract.group is None:
        return name
    return facts.with_sami(facts.alue.johtoryhmat[contract.group].nimi, name)


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
