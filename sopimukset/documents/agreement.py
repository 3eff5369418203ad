"""The statutory agreement (381/2023 9 § 2 mom, 388/2024 3 §): its context for the Word layout.

The shape of the context is described in `templates/tym-sopimus/README.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sopimukset.base.periods import Period
from sopimukset.base.speech import mark, say
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.contracts import (
    approvals,
    months,
    short_title,
    signatures,
    signing_day,
    terms,
)
from sopimukset.documents.facts import Facts, day
from sopimukset.documents.groups import group_context
from sopimukset.documents.parties import Context, Parties
from sopimukset.documents.people import leader, member_rows
from sopimukset.documents.resources import cost_rows, office_rows, sizing, staff_rows, youth
from sopimukset.documents.shape import TymSopimus
from sopimukset.documents.subject import Kind, Making, Source, Subject
from sopimukset.model import Johtoryhma, Sopimus, Teksti, tekstina
from sopimukset.model.paths import Path
from sopimukset.tracking.roles import AUTHORITY
from sopimukset.tracking.territory import municipalities

SAMI = ("se", "smn", "sms")
"""Northern, Inari and Skolt Sámi."""

TITLE, SHORT_TITLE = mark("Monialaisen tuen yhteistyösopimus"), mark("Yhteistyösopimus")
SUBTITLE = mark(
    "Työllistymistä edistävän monialaisen tuen yhteistoimintamallin organisoiminen ja resursoiminen"
)
GROUP = mark("johtoryhmä")
HERE, IN_ANNEX = mark("tämän kohdan taulukossa"), mark("liitteessä {numero}")
ANNEX = mark("Liite {numero}")


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

    @property
    def valid(self) -> Period | None:
        """The agreement's recorded validity."""
        return self.agreement.voimassa.jakso if self.agreement.voimassa else None


def context(subject: AgreementSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks; see `shape.TymSopimus`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts, parties, agreement = making.facts, making.parties, subject.agreement
    found: Context = {
        "osapuolet": parties.rows(agreement.osapuolet),
        "kaksoisrooli": ", ".join(_two_roles(parties, agreement)),
        "johtoryhma": group_context(making, subject.group_index, subject.own_day),
        "johtava_henkilo": leader(facts, parties, subject.group, subject.group_path),
        "mitoitus": sizing(facts, subject.group),
        "nuoret": youth(making, _authorities(subject)),
        "sopimus": _terms(subject, facts),
        "kasittelyt": approvals(
            facts, parties, agreement.hyvaksynnat, (*subject.path, "hyvaksynnat")
        ),
        "allekirjoitukset": signatures(
            facts, parties, agreement.osapuolet, agreement.allekirjoitukset
        ),
        "kelan_osallistuminen": facts.needed_text(
            agreement.kelan_osallistuminen, "Kelan osallistuminen kustannuksiin", subject.path
        ),
        "tiivistelma": facts.text(agreement.tiivistelma),
        "saame": _in_sami(subject),
        **tables(subject, making),
        **_annexes(subject, making),
        "asiakirja": _document(subject, facts),
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


def _in_sami(subject: AgreementSubject) -> Context:
    """What the record holds of the cover in the Sámi languages; nothing of it is required."""
    agreement, name = subject.agreement, subject.group.nimi
    return {
        language: {
            "otsikko": _own_text(agreement.nimi, language),
            "johtoryhma": _own_text(name, language),
            "tiivistelma": _own_text(agreement.tiivistelma, language),
        }
        for language in SAMI
    }


def _own_text(text: Teksti | None, language: str) -> str:
    """The text in that very language: one that serves every language is no Sámi text."""
    return "" if text is None or isinstance(text, str) else tekstina(text, language) or ""


def _document(subject: AgreementSubject, facts: Facts) -> Context:
    agreement = subject.agreement
    name = facts.needed_text(subject.group.nimi, "johtoryhmän nimi", subject.group_path)
    title = facts.text(agreement.nimi) or facts.say(TITLE)
    return {
        "laji": agreement.laji,
        "kieli": facts.language,
        "otsikko": title,
        "alaotsikko": f"{facts.say(SUBTITLE)}, {name}",
        "lyhyt_otsikko": short_title(f"{title}: {name}", f"{facts.say(SHORT_TITLE)}: {name}"),
        "paiva": day(signing_day(subject.alue, agreement.osapuolet, agreement.allekirjoitukset)),
        "asiatunnus": facts.needed(agreement.asiatunnus, "asiatunnus", subject.path),
        "sailytysaika": facts.needed_text(agreement.sailytysaika, "säilytysaika", subject.path),
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
            return facts.say(ANNEX).format(numero=index + 1)
    return facts.needed(tunnus, "muutettava kohta", path)


def tables(subject: AgreementSubject, making: Making) -> Context:
    """The tables of an agreement: members, offices, staff, costs."""
    facts, parties = making.facts, making.parties
    names = municipalities(subject.group, subject.alue.alue, making.register) or frozenset()
    group, path = subject.group, subject.path
    return {
        "jasenet": member_rows(facts, parties, group, subject.group_path),
        "toimipisteet": office_rows(making, group, names),
        "henkilosto": staff_rows(facts, parties, group, subject.valid),
        "kustannukset": cost_rows(facts, parties, subject.agreement, path, subject.valid),
    }


def _annexes(subject: AgreementSubject, making: Making) -> Context:
    facts, annexes = making.facts, subject.agreement.liitteet
    rows = [
        {
            "nimike": facts.say(ANNEX).format(numero=index + 1),
            "otsikko": facts.needed_text(
                annex.nimi, "liitteen nimi", (*subject.path, "liitteet", index)
            ),
            "taulukko": "" if making.apart else annex.taulukko or "",
        }
        for index, annex in enumerate(annexes)
    ]
    moved = {annex.taulukko: index + 1 for index, annex in enumerate(annexes) if annex.taulukko}
    places = {
        table: facts.say(IN_ANNEX).format(numero=moved[table])
        if table in moved
        else facts.say(HERE)
        for table in ("jasenet", "toimipisteet", "henkilosto", "kustannukset")
    }
    return {"liitteet": rows, "viittaukset": places}


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
    alue = source.alue
    groups = {item.tunnus: index for index, item in enumerate(alue.johtoryhmat)}
    several = sum(item.laji == TYM for item in alue.sopimukset) > 1
    found = []
    for index, agreement in enumerate(alue.sopimukset):
        tunnus = agreement.johtoryhma
        if tunnus is None and len(groups) == 1:
            tunnus = next(iter(groups))
        if agreement.laji == TYM and tunnus in groups:
            found.append(
                AgreementSubject(
                    source=source,
                    tunnus=agreement.tunnus,
                    several=several,
                    day=agreement.voimassa.alkaen if agreement.voimassa else None,
                    path=("sopimukset", index),
                    case=agreement.asiatunnus or "",
                    agreement=agreement,
                    group_index=groups[tunnus],
                )
            )
    return found


TYM = "tym-sopimus"
KIND = Kind(
    laji=TYM,
    nimi=mark("Monialaisen tuen yhteistyösopimus"),
    subjects=agreement_subjects,
    context=context,
    shape=TymSopimus,
    why_nothing=_why_nothing,
)
