"""The statutory agreement (381/2023 9 § 2 mom, 388/2024 3 §): its context for the Word layout.

The shape of the context is described in `templates/tym-sopimus/README.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sopimukset.base.speech import mark, say
from sopimukset.documents.attachments import (
    TABLES,
    annex_label,
    annex_rows,
    cover,
    group_of,
    tables,
)
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.contracts import (
    approvals,
    given,
    months,
    short_title,
    signatures,
    signing_day,
    terms,
)
from sopimukset.documents.facts import Facts, day
from sopimukset.documents.groups import group_context
from sopimukset.documents.parties import Context, Parties
from sopimukset.documents.people import changes_after, leader
from sopimukset.documents.resources import sizing, youth
from sopimukset.documents.shape import TymSopimus
from sopimukset.documents.subject import Kind, Making, Source, Subject
from sopimukset.model import Johtoryhma, Sopimus
from sopimukset.model.paths import Path
from sopimukset.tracking.roles import AUTHORITY

TITLE, SHORT_TITLE = mark("Monialaisen tuen yhteistyösopimus"), mark("Yhteistyösopimus")
SUBTITLE = mark(
    "Työllistymistä edistävän monialaisen tuen yhteistoimintamallin organisoiminen ja resursoiminen"
)
GROUP = mark("johtoryhmä")
HERE, IN_ANNEX = mark("tämän kohdan taulukossa"), mark("liitteessä {numero}")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSubject(Subject):
    """One agreement of a region with what is needed to write it down.

    Attributes:
        group_index: its group's place in `johtoryhmat`.
    """

    agreement: Sopimus
    group_index: int

    @property
    def group(self) -> Johtoryhma:
        """The group that the agreement is about."""
        return self.alue.johtoryhmat[self.group_index]

    @property
    def group_path(self) -> Path:
        """The group's place in the record."""
        return ("johtoryhmat", self.group_index)


def context(subject: AgreementSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks; see `shape.TymSopimus`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts, parties, agreement = making.facts, making.parties, subject.agreement
    of_paper = given(making, subject.source, agreement)
    signed = signing_day(subject.alue, agreement.osapuolet, of_paper.signatures)
    found: Context = {
        "osapuolet": parties.rows(agreement.osapuolet),
        "kaksoisrooli": ", ".join(_two_roles(parties, agreement)),
        "johtoryhma": group_context(
            making, subject.group_index, subject.own_day, making.parties.name
        ),
        "myohempia_vaihdoksia": changes_after(subject.group, signed),
        "johtava_henkilo": leader(facts, parties, subject.group, subject.group_path),
        "mitoitus": sizing(facts, subject.group),
        "nuoret": youth(making, _authorities(subject)),
        "sopimus": _terms(subject, facts),
        "kasittelyt": approvals(making, of_paper, subject.path),
        "allekirjoitukset": signatures(facts, parties, agreement.osapuolet, of_paper.signatures),
        "kelan_osallistuminen": facts.needed_text(
            agreement.kelan_osallistuminen, "Kelan osallistuminen kustannuksiin", subject.path
        ),
        **cover(making, agreement, subject.group_index),
        **tables(making, agreement, subject.path, subject.group_index, TABLES),
        "liitteet": annex_rows(making, agreement.liitteet, subject.path),
        "viittaukset": _places(subject, facts),
        "asiakirja": _document(subject, facts, signed),
    }
    moved = {annex.taulukko for annex in agreement.liitteet if annex.taulukko}
    return found | clause_context(
        making, agreement.lausekemuutokset, subject.own_day, found, subject.path, moved
    )


def _two_roles(parties: Parties, agreement: Sopimus) -> list[str]:
    members = [parties.by_tunnus[item] for item in agreement.osapuolet if item in parties.by_tunnus]
    return parties.two_roles(members)


def _authorities(subject: AgreementSubject) -> frozenset[str]:
    """The agreement's parties that are employment authorities."""
    return frozenset(
        item.tunnus
        for item in subject.alue.osapuolet
        if item.rooli == AUTHORITY and item.tunnus in subject.agreement.osapuolet
    )


def _document(subject: AgreementSubject, facts: Facts, signed: date | None) -> Context:
    agreement = subject.agreement
    name = facts.needed_text(subject.group.nimi, "johtoryhmän nimi", subject.group_path)
    title = facts.text(agreement.nimi) or facts.say(TITLE)
    return {
        "laji": agreement.laji,
        "kieli": facts.language,
        "otsikko": title,
        "alaotsikko": f"{facts.say(SUBTITLE)}, {name}",
        "lyhyt_otsikko": short_title(f"{title}: {name}", f"{facts.say(SHORT_TITLE)}: {name}"),
        "paiva": day(signed),
        "asiatunnus": facts.needed(agreement.asiatunnus, "asiatunnus", subject.path, labelled=True),
        "sailytysaika": facts.needed_text(
            agreement.sailytysaika, "säilytysaika", subject.path, labelled=True
        ),
    }


def _terms(subject: AgreementSubject, facts: Facts) -> Context:
    agreement, path = subject.agreement, subject.path
    return {
        **terms(facts, agreement, path),
        "tarkistusvali": months(facts, agreement.henkiloston_tarkistus_kk),
        "muutosvaltuudet": [
            {
                "kohde": _target(subject, item.kohde, facts, (*path, "muutosvaltuus", index)),
                "esittaja": facts.needed(
                    _words(facts, facts.text(item.esittaja)),
                    "esityksen tekijä",
                    (*path, "muutosvaltuus", index),
                ),
                "paattaja": facts.needed(
                    _words(facts, facts.text(item.paattaja)),
                    "muutoksesta päättävä",
                    (*path, "muutosvaltuus", index),
                ),
            }
            for index, item in enumerate(agreement.muutosvaltuus)
        ],
    }


def _words(facts: Facts, text: str) -> str:
    """Keywords of the record that stand for a word of the law, as a document writes them."""
    return facts.say(GROUP) if text == "johtoryhma" else text


def _target(subject: AgreementSubject, tunnus: str | None, facts: Facts, path: Path) -> str:
    """The annex or the clause that may be changed, by the name it has in the document."""
    for index, annex in enumerate(subject.agreement.liitteet):
        if annex.tunnus == tunnus:
            return annex_label(facts, index)
    return facts.needed(tunnus, "muutettava kohta", path)


def _places(subject: AgreementSubject, facts: Facts) -> Context:
    """Where each table stands: in the clause that speaks of it, or in an annex."""
    moved = {annex.taulukko: index + 1 for index, annex in enumerate(subject.agreement.liitteet)}
    return {
        table: facts.say(IN_ANNEX).format(numero=moved[table])
        if table in moved
        else facts.say(HERE)
        for table in TABLES
    }


GROUPLESS = "Sopimukseen {sopimus} ei ole kirjattu johtoryhmää."
STRANGE_GROUP = "Sopimuksen {sopimus} johtoryhmää {johtoryhma} ei ole alueen tiedoissa."


def _why_nothing(source: Source) -> Iterator[str]:
    """Why a region has no agreement to print."""
    statutory = [item for item in source.alue.sopimukset if item.laji == TYM]
    if not statutory:
        yield say("Yhteistyösopimusta ei ole kirjattu.")
    for agreement in statutory:
        if agreement.johtoryhma is None:
            yield say(GROUPLESS).format(sopimus=agreement.tunnus)
        else:
            yield say(STRANGE_GROUP).format(
                sopimus=agreement.tunnus, johtoryhma=agreement.johtoryhma
            )


def agreement_subjects(source: Source) -> list[AgreementSubject]:
    """The region's agreements of the statutory kind whose group is known."""
    several = sum(item.laji == TYM for item in source.alue.sopimukset) > 1
    return [
        AgreementSubject(
            source=source,
            tunnus=agreement.tunnus,
            several=several,
            day=agreement.voimassa.alkaen if agreement.voimassa else None,
            path=("sopimukset", index),
            case=agreement.asiatunnus or "",
            agreement=agreement,
            group_index=group,
        )
        for index, agreement in enumerate(source.alue.sopimukset)
        if agreement.laji == TYM and (group := group_of(source.alue, agreement)) is not None
    ]


TYM = "tym-sopimus"
KIND = Kind(
    laji=TYM,
    nimi=mark("Monialaisen tuen yhteistyösopimus"),
    subjects=agreement_subjects,
    context=context,
    shape=TymSopimus,
    why_nothing=_why_nothing,
)
