"""The authorities' agreement on who sets their common group and names its leader and chair.

Several authorities may form one group only by such an agreement (381/2023 9 § 1 mom). It is made
of `sopimus_asettajasta` of the group; what an agreement of the kind `sopimus-asettajasta` in
`sopimukset` tells besides (case number, term, signatures, changed clauses) is printed too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from sopimukset.base.speech import mark, say
from sopimukset.documents.attachments import attachments
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.contracts import (
    TWO,
    Ehdot,
    Given,
    approvals,
    decided,
    given,
    own_agreement,
    party_rows,
    short_title,
    signatures,
    terms,
)
from sopimukset.documents.facts import Facts, day
from sopimukset.documents.groups import territory_context
from sopimukset.documents.parties import Context, Parties
from sopimukset.documents.shape import (
    Allekirjoitus,
    Kasittely,
    Liitteellinen,
    Osapuoli,
    Poikkeama,
)
from sopimukset.documents.subject import Kind, Making, Source, Subject
from sopimukset.model import Johtoryhma, Neuvottelu, Sopimus, SopimusAsettajasta
from sopimukset.model.paths import Path
from sopimukset.tracking.roles import AUTHORITY

LAJI = "sopimus-asettajasta"
KEY = "sopimus_asettajasta"
TITLE = mark("Sopimus johtoryhmän asettajasta")
SUBTITLE = mark(
    "Johtoryhmän asettava sekä johtavan henkilön ja johtoryhmän puheenjohtajan nimeävä "
    "työvoimaviranomainen"
)
PARTIES = mark("sopivat työvoimaviranomaiset")
NOT_AGREED = (
    "Johtoryhmään {johtoryhma} nimeää jäseniä useampi työvoimaviranomainen, mutta niiden sopimusta "
    "johtoryhmän asettajasta ei ole kirjattu."
)


class Toimiala(TypedDict):
    """The common group: its name and territory."""

    nimi: str
    kunnat: list[str]
    koko_alue: bool


class Neuvottelutulos(TypedDict):
    """The negotiation on the number and the territories of the groups; empty where none is."""

    paiva: str
    tulos: str


class AsettajaSopimus(Liitteellinen):
    """The authorities' agreement on their common group."""

    osapuolet: list[Osapuoli]
    johtoryhma: Toimiala
    asettaja: str
    puheenjohtajan_nimeaja: str
    johtavan_henkilon_nimeaja: str
    neuvottelu: Neuvottelutulos
    sopimus: Ehdot
    kasittelyt: list[Kasittely]
    allekirjoitukset: list[Allekirjoitus]
    poikkeamat: list[Poikkeama]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetterSubject(Subject):
    """What the authorities of one group have agreed.

    Attributes:
        group_index: the group's place in `johtoryhmat`.
        agreement_index: the place in `sopimukset` of what is recorded of the paper itself.
    """

    agreed: SopimusAsettajasta
    group_index: int
    agreement_index: int | None

    @property
    def group(self) -> Johtoryhma:
        """The common group."""
        return self.alue.johtoryhmat[self.group_index]

    @property
    def agreement(self) -> Sopimus | None:
        """What is recorded of the paper itself."""
        return None if self.agreement_index is None else self.alue.sopimukset[self.agreement_index]

    @property
    def agreement_path(self) -> Path:
        """Its place in the record, else that of what was agreed."""
        return self.path if self.agreement_index is None else ("sopimukset", self.agreement_index)


def context(subject: SetterSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks; see `AsettajaSopimus`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts, parties, agreed = making.facts, making.parties, subject.agreed
    agreement = subject.agreement
    wanted = agreed.osapuolet or (agreement.osapuolet if agreement else ())
    of_paper = given(making, subject.source, agreement)
    found: Context = {
        "osapuolet": party_rows(parties, wanted, PARTIES, subject.path),
        "johtoryhma": territory_context(making, subject.group_index),
        "neuvottelu": _negotiation(subject, facts),
        "sopimus": terms(facts, agreement, subject.agreement_path),
        "kasittelyt": _decisions(subject, making, of_paper),
        "allekirjoitukset": signatures(facts, parties, wanted, of_paper.signatures),
        **_chosen(agreed, parties, subject.path),
        **attachments(making, agreement, subject.agreement_path, subject.group_index),
        "asiakirja": _document(subject, facts),
    }
    changes = agreement.lausekemuutokset if agreement else ()
    return found | clause_context(making, changes, subject.own_day, found, subject.agreement_path)


def _chosen(agreed: SopimusAsettajasta, parties: Parties, path: Path) -> Context:
    leader, chair = agreed.johtavan_henkilon_nimeaja, agreed.puheenjohtajan_nimeaja
    return {
        "asettaja": parties.name(agreed.asettaja, "johtoryhmän asettaja", path),
        "puheenjohtajan_nimeaja": parties.name(chair, "puheenjohtajan nimeäjä", path),
        "johtavan_henkilon_nimeaja": parties.name(leader, "johtavan henkilön nimeäjä", path),
    }


def _negotiation(subject: SetterSubject, facts: Facts) -> Context:
    """The last negotiation before the agreement on how many groups there are, and where."""
    held = [
        (item.pvm, index)
        for index, item in enumerate(subject.alue.neuvottelut)
        if item.laji == "johtoryhmat" and item.pvm and item.pvm <= (subject.day or date.max)
    ]
    if not held:
        return {"paiva": "", "tulos": ""}
    last, index = max(held)
    result = _result(facts, subject.alue.neuvottelut[index], ("neuvottelut", index))
    return {"paiva": day(last), "tulos": result}


def _result(facts: Facts, negotiation: Neuvottelu, path: Path) -> str:
    if negotiation.tulos is None:
        return ""
    return facts.needed_text(negotiation.tulos, "neuvottelun tulos", path)


def _decisions(subject: SetterSubject, making: Making, of_paper: Given) -> list[Context]:
    """Each authority's decision: those that stand with what was agreed, else the approvals."""
    facts, parties, agreement = making.facts, making.parties, subject.agreement
    if subject.agreed.paatokset or agreement is None:
        path: Path = (*subject.path, "paatokset")
        return decided(facts, parties, enumerate(subject.agreed.paatokset), path)
    return approvals(making, of_paper, subject.agreement_path)


def _document(subject: SetterSubject, facts: Facts) -> Context:
    name = facts.needed_text(subject.group.nimi, "johtoryhmän nimi", subject.path[:2])
    agreement = subject.agreement
    title = facts.text(agreement.nimi if agreement else None) or facts.say(TITLE)
    kept = agreement.sailytysaika if agreement else None
    return {
        "laji": LAJI,
        "kieli": facts.language,
        "otsikko": title,
        "alaotsikko": f"{facts.say(SUBTITLE)}, {name}",
        "lyhyt_otsikko": short_title(f"{title}: {name}", title),
        "paiva": day(subject.day),
        "asiatunnus": subject.case,
        "sailytysaika": facts.needed_text(
            kept, "säilytysaika", subject.agreement_path, labelled=True
        )
        if kept
        else "",
    }


def subjects(source: Source) -> list[SetterSubject]:
    """The groups whose authorities' agreement is recorded."""
    groups = [
        (index, group, group.sopimus_asettajasta)
        for index, group in enumerate(source.alue.johtoryhmat)
        if group.sopimus_asettajasta is not None
    ]
    return [
        _subject(source, index, group, agreed, several=len(groups) > 1)
        for index, group, agreed in groups
    ]


def _subject(
    source: Source, index: int, group: Johtoryhma, agreed: SopimusAsettajasta, *, several: bool
) -> SetterSubject:
    alue, alone = source.alue, len(source.alue.johtoryhmat) == 1
    place = own_agreement(
        alue,
        [
            place
            for place, item in enumerate(alue.sopimukset)
            if item.laji == LAJI
            and (item.johtoryhma == group.tunnus or (item.johtoryhma is None and alone))
        ],
    )
    return SetterSubject(
        source=source,
        tunnus=group.tunnus,
        several=several,
        day=agreed.pvm,
        path=("johtoryhmat", index, KEY),
        case=(alue.sopimukset[place].asiatunnus or "") if place is not None else "",
        agreed=agreed,
        group_index=index,
        agreement_index=place,
    )


def _why_nothing(source: Source) -> Iterator[str]:
    """Groups in which several authorities name members, with no agreement between them."""
    authorities = {item.tunnus for item in source.alue.osapuolet if item.rooli == AUTHORITY}
    for group in source.alue.johtoryhmat:
        named = authorities.intersection(seat.nimeaja or "" for seat in group.jasenet)
        if len(named) >= TWO:
            yield say(NOT_AGREED).format(johtoryhma=group.tunnus)


KIND = Kind(
    laji=LAJI,
    nimi=TITLE,
    subjects=subjects,
    context=context,
    shape=AsettajaSopimus,
    why_nothing=_why_nothing,
)
