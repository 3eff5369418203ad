"""`yhdyspintasopimus`: a voluntary agreement on cooperation, for instance on work-ability support.

No provision demands it. It never stands in for the statutory agreement (381/2023 9 § 2 mom): one
of its clauses says so, and names the statutory agreement of the same parties where it is recorded.
"""

from __future__ import annotations

from dataclasses import dataclass

from sopimukset.base.speech import mark
from sopimukset.documents.attachments import attachments, group_of
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.contracts import (
    Ehdot,
    Given,
    approvals,
    given,
    short_title,
    signatures,
    signing_day,
    terms,
)
from sopimukset.documents.facts import Facts, day
from sopimukset.documents.parties import Context
from sopimukset.documents.shape import (
    Allekirjoitus,
    Kasittely,
    Liitteellinen,
    Osapuoli,
    Poikkeama,
)
from sopimukset.documents.subject import Kind, Making, Source, Subject
from sopimukset.model import Sopimus
from sopimukset.tracking.roles import PARTNER

LAJI = "yhdyspintasopimus"
STATUTORY = "tym-sopimus"
TITLE = mark("Yhdyspintasopimus")
SUBTITLE = mark("Vapaaehtoinen sopimus yhteistyöstä työllistymisen ja työkyvyn edistämisessä")


class Yhdyspintasopimus(Liitteellinen):
    """A voluntary agreement on cooperation."""

    osapuolet: list[Osapuoli]
    kaksoisrooli: str
    kumppaneita: bool
    johtoryhma: str
    tym_sopimus: str
    sopimus: Ehdot
    kasittelyt: list[Kasittely]
    allekirjoitukset: list[Allekirjoitus]
    poikkeamat: list[Poikkeama]


@dataclass(frozen=True, slots=True, kw_only=True)
class CooperationSubject(Subject):
    """One voluntary agreement of a region."""

    agreement: Sopimus


def context(subject: CooperationSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks; see `Yhdyspintasopimus`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts, parties, agreement = making.facts, making.parties, subject.agreement
    members = [parties.by_tunnus[key] for key in agreement.osapuolet if key in parties.by_tunnus]
    of_paper = given(making, subject.source, agreement)
    found: Context = {
        "asiakirja": _document(subject, facts, of_paper),
        "osapuolet": parties.rows(agreement.osapuolet),
        "kaksoisrooli": ", ".join(parties.two_roles(members)),
        "kumppaneita": any(item.rooli == PARTNER for item in members),
        "johtoryhma": _group(subject, facts),
        "tym_sopimus": _statutory(subject),
        "sopimus": terms(facts, agreement, subject.path),
        "kasittelyt": approvals(making, of_paper, subject.path),
        "allekirjoitukset": signatures(facts, parties, agreement.osapuolet, of_paper.signatures),
        **attachments(making, agreement, subject.path, group_of(subject.alue, agreement)),
    }
    return found | clause_context(
        making, agreement.lausekemuutokset, subject.own_day, found, subject.path
    )


def _document(subject: CooperationSubject, facts: Facts, of_paper: Given) -> Context:
    agreement = subject.agreement
    title = facts.text(agreement.nimi) or facts.say(TITLE)
    return {
        "laji": LAJI,
        "kieli": facts.language,
        "otsikko": title,
        "alaotsikko": facts.say(SUBTITLE),
        "lyhyt_otsikko": short_title(title, facts.say(TITLE)),
        "paiva": day(signing_day(subject.alue, agreement.osapuolet, of_paper.signatures)),
        "asiatunnus": facts.needed(agreement.asiatunnus, "asiatunnus", subject.path, labelled=True),
        "sailytysaika": facts.needed_text(
            agreement.sailytysaika, "säilytysaika", subject.path, labelled=True
        ),
    }


def _group(subject: CooperationSubject, facts: Facts) -> str:
    """The steering group whose territory the agreement is about; "" where none is named."""
    for index, group in enumerate(subject.alue.johtoryhmat):
        if group.tunnus == subject.agreement.johtoryhma:
            return facts.needed_text(group.nimi, "johtoryhmän nimi", ("johtoryhmat", index))
    return ""


def _statutory(subject: CooperationSubject) -> str:
    """The case numbers of the statutory agreements on the same group; "" where none is recorded."""
    numbers = [
        item.asiatunnus
        for item in subject.alue.sopimukset
        if item.laji == STATUTORY
        and item.asiatunnus
        and subject.agreement.johtoryhma in (None, item.johtoryhma)
        and set(item.osapuolet) & set(subject.agreement.osapuolet)
    ]
    return ", ".join(numbers)


def subjects(source: Source) -> list[CooperationSubject]:
    """The region's agreements of the kind."""
    found = [
        (index, item) for index, item in enumerate(source.alue.sopimukset) if item.laji == LAJI
    ]
    return [
        CooperationSubject(
            source=source,
            tunnus=agreement.tunnus,
            several=len(found) > 1,
            day=agreement.voimassa.alkaen if agreement.voimassa else None,
            path=("sopimukset", index),
            case=agreement.asiatunnus or "",
            agreement=agreement,
        )
        for index, agreement in found
    ]


KIND = Kind(
    laji=LAJI,
    nimi=TITLE,
    subjects=subjects,
    context=context,
    shape=Yhdyspintasopimus,
)
