"""T14: what the parties approved still stands, and the version that they approved exists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopimukset.base.dates import told_day
from sopimukset.base.periods import ALWAYS, Period
from sopimukset.base.speech import say
from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.approved import (
    APPROVALS,
    Mark,
    Suspect,
    marks_of,
    powers_of,
    suspects,
    versions_of,
)
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.model import Sopimus, Versio
from sopimukset.tracking.moved import Moved
from sopimukset.tracking.moved_words import party_words

SHOWN = 5
"""How many places a message names; the rest is counted."""

SUSPECT = (
    "Sopimuksen hyväksytty versio {versio} ei enää vastaa tietoja. Muuttunut: {muutokset}. "
    "Uudelleen hyväksyttävä: {osapuolet}."
)
UNSIGNED = (
    "Sopimuksen allekirjoitettu versio {versio} ei enää vastaa tietoja. Muuttunut: {muutokset}. "
    "Uudelleen allekirjoitettava: {osapuolet}."
)
SUSPECT_ADVICE = (
    "Palauta tiedot, tai tee muutoksesta uusi versio ja hyväksytä se: "
    "sopimukset release {alue} {sopimus} VERSIO."
)
RELEASED_ADVICE = (
    "Palauta tiedot, tai kirjaa hyväksynnät versiolle {uusi}, jossa on nykyinen sisältö: "
    "sopimukset approve {alue} {sopimus} --party OSAPUOLI --version {uusi}."
)
RELEASED_UNSIGNED_ADVICE = (
    "Palauta tiedot, tai kirjaa allekirjoitukset versiolle {uusi}, jossa on nykyinen sisältö: "
    "sopimukset approve {alue} {sopimus} --party OSAPUOLI --version {uusi} --signature."
)
BY_POWER = (
    "Sopimuksen hyväksytty versio {versio} ei enää vastaa tietoja. Muuttunut: {muutokset}. Tätä "
    "saa muuttaa sopimuksen muutosvaltuuden mukaan ({valtuus}), joten osapuolten ei tarvitse "
    "hyväksyä sopimusta uudelleen."
)
BY_POWER_ADVICE = (
    "Tarkista, että muutoksesta on päättänyt se, jolla on valtuus, ja tee siitä versio: "
    "sopimukset release {alue} {sopimus} VERSIO."
)
BY_POWER_MADE_ADVICE = (
    "Tarkista, että muutoksesta on päättänyt se, jolla on valtuus. Siitä on tehty versio {uusi}."
)
UNRELEASED = "Hyväksyttyä versiota {versio} ei ole kansiossa versiot."
UNRELEASED_ADVICE = "Palauta version tiedosto versionhallinnasta tai korjaa version numero."
UNKNOWN = "Sormenjälki ei ole minkään tehdyn version."
UNKNOWN_ADVICE = "Kirjaa hyväksytyn version numero kohtaan versio."
OTHER = "Sormenjälki ei ole version {versio} sormenjälki."
OTHER_ADVICE = "Korjaa version numero tai kirjaa hyväksyntä komennolla sopimukset approve."
EARLY = "Kirjauksen päivä on ennen päivää {paiva}, jona versio {versio} on tehty."
EARLY_ADVICE = "Tarkista hyväksymisen tai allekirjoituksen päivä ja hyväksytyn version numero."
UNPROVED = (
    "Hyväksyntöjä ja allekirjoituksia, joista ei ole kirjattu sormenjälkeä: {maara}. Niistä ei voi "
    "todeta, mitä sisältöä ne koskevat."
)
UNPROVED_ADVICE = "Vanhoja kirjauksia ei tarvitse muuttaa. Uudet: sopimukset approve."


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """Approvals and signatures of what isn't known, or is no more."""
    known = {item.versio: item for item in versions_of(agreement.region, agreement.model.tunnus)}
    if not known and not _versioned(agreement.model):
        return
    marks = list(marks_of(agreement))
    for mark in marks:
        yield from _reference(mark, known)
    yield from _unproved(marks)
    values = {"alue": agreement.region.name, "sopimus": agreement.model.tunnus}
    for suspect in suspects(agreement):
        told = {
            "versio": suspect.version.versio,
            "muutokset": _listed(suspect.moved),
            "osapuolet": ", ".join(_names(agreement, suspect)),
            "uusi": suspect.current and suspect.current.versio,
        }
        path = (*suspect.marks[0].path, "sormenjalki")
        powers, until = powers_of(suspect), _until_the_end(agreement)
        if powers:
            told["valtuus"] = ", ".join(powers)
            grave, advice = Severity.INFO, BY_POWER_MADE_ADVICE
            if suspect.current is None:
                grave, advice = Severity.WARNING, BY_POWER_ADVICE
            yield Hit(path, BY_POWER, advice, {**values, **told}, until, severity=grave)
            continue
        text = SUSPECT if suspect.list_name == APPROVALS else UNSIGNED
        yield Hit(path, text, _advice(suspect), {**values, **told}, until)


def _names(agreement: AgreementCase, suspect: Suspect) -> list[str]:
    """The parties that must do it again, by name."""
    known = {item.tunnus: item for item in agreement.region.alue.osapuolet}
    return [party_words(known[key]) if key in known else key for key in suspect.parties]


def _versioned(agreement: Sopimus) -> bool:
    """Whether any approval or signature speaks of a version."""
    approvals, signatures = agreement.hyvaksynnat, agreement.allekirjoitukset
    return any(item.versio or item.sormenjalki for item in approvals) or any(
        item.versio or item.sormenjalki for item in signatures
    )


def _advice(suspect: Suspect) -> str:
    """What to do; a content that has been released needs no other version."""
    if suspect.current is None:
        return SUSPECT_ADVICE
    return RELEASED_ADVICE if suspect.list_name == APPROVALS else RELEASED_UNSIGNED_ADVICE


def _reference(mark: Mark, known: dict[str, Versio]) -> Iterator[Hit]:
    """Whether the version that was approved is there, and is the one."""
    number, own = mark.model.versio, mark.model.sormenjalki
    place, values = (*mark.path, "sormenjalki"), {"versio": number}
    if number is None:
        if own not in (None, *(item.sormenjalki for item in known.values())):
            yield Hit(place, UNKNOWN, UNKNOWN_ADVICE)
    elif number not in known:
        yield Hit((*mark.path, "versio"), UNRELEASED, UNRELEASED_ADVICE, values)
    elif own not in (None, known[number].sormenjalki):
        yield Hit(place, OTHER, OTHER_ADVICE, values)
    if number in known and mark.model.pvm and mark.model.pvm < known[number].julkaistu:
        told = {**values, "paiva": told_day(known[number].julkaistu)}
        yield Hit((*mark.path, "pvm"), EARLY, EARLY_ADVICE, told, severity=Severity.WARNING)


def _unproved(marks: Sequence[Mark]) -> Iterator[Hit]:
    """Entries from before any version: they are told of once, never suspected."""
    found = [mark for mark in marks if mark.model.sormenjalki is None]
    if found:
        values = {"maara": len(found)}
        yield Hit(found[0].path, UNPROVED, UNPROVED_ADVICE, values, severity=Severity.INFO)


def _listed(changes: Sequence[Moved]) -> str:
    """The places that moved; after the first ones the rest is counted."""
    told = "; ".join(item.told for item in changes[:SHOWN])
    rest = len(changes) - SHOWN
    return say("{kohdat} ja {maara} muuta").format(kohdat=told, maara=rest) if rest > 0 else told


def _until_the_end(agreement: AgreementCase) -> Period | None:
    """The days on which it matters: an agreement that has ended needs no approval any more."""
    validity = agreement.validity
    return Period(ALWAYS.start, validity.end) if validity else None


RULE = Rule(
    code="T14",
    title="Sopimuksen sisältö on se, jonka osapuolet ovat hyväksyneet",
    severity=Severity.ERROR,
    citations=(),
    grade="",
    decides="Tarkastelupäivä: päättyneen sopimuksen havainto on tieto.",
    scope=Scope.AGREEMENT,
    check=check,
)
