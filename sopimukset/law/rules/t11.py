"""T11: a change to the model clauses names a clause that there is, and gives its reason."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.words import nearest
from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Lausekemuutos

UNKNOWN = "Mallilauseketta {lauseke} ei ole."
MEANT = "Tarkoititko: {meant}?"
LIST = "Katso lausekkeiden tunnukset tiedostosta templates/{sopimuslaji}/lausekkeet.yaml."
TAKEN = "Lisättävällä lausekkeella on saman niminen mallilauseke {lauseke}."
TAKEN_ADVICE = "Anna lausekkeelle oma tunnus, tai korvaa mallilauseke (toimi: korvaa)."
ACTIONLESS = "Lausekemuutoksen toimea ei ole kirjattu."
ACTIONLESS_ADVICE = "Kirjaa toimi: poista, korvaa tai lisaa."
TEXTLESS = "Lausekemuutoksen tekstiä ei ole kirjattu."
TEXTLESS_ADVICE = "Kirjaa lausekkeen teksti, lisättävälle myös otsikko."
REASONLESS = "Lausekemuutoksen perustetta ei ole kirjattu."
REASONLESS_ADVICE = "Kirjaa, miksi mallilausekkeesta poiketaan. Peruste tulostuu sopimukseen."


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """Changes that hit no clause, or say too little to be printed."""
    if not agreement.library:
        return
    for index, change in enumerate(agreement.model.lausekemuutokset):
        path = (*agreement.path, "lausekemuutokset", index)
        yield from _target(path, change, agreement)
        yield from _content(path, change)


def _target(path: Path, change: Lausekemuutos, agreement: AgreementCase) -> Iterator[Hit]:
    library = agreement.library
    if change.toimi == "lisaa":
        if change.lauseke in library:
            values = {"lauseke": change.lauseke}
            yield Hit((*path, "lauseke"), TAKEN, TAKEN_ADVICE, values)
    elif change.lauseke not in library:
        yield _unknown((*path, "lauseke"), change.lauseke, agreement)
    if change.jalkeen is not None and change.jalkeen not in library:
        yield _unknown((*path, "jalkeen"), change.jalkeen, agreement)


def _unknown(path: Path, tunnus: str, agreement: AgreementCase) -> Hit:
    meant = nearest(tunnus, agreement.library)
    values = {"lauseke": tunnus, "meant": meant, "sopimuslaji": agreement.model.laji}
    return Hit(path, UNKNOWN, MEANT if meant else LIST, values)


def _content(path: Path, change: Lausekemuutos) -> Iterator[Hit]:
    if change.toimi is None:
        yield Hit(path, ACTIONLESS, ACTIONLESS_ADVICE, missing=True)
    if change.toimi in ("korvaa", "lisaa") and change.teksti is None:
        yield Hit(path, TEXTLESS, TEXTLESS_ADVICE, missing=True)
    if change.peruste is None:
        yield Hit(path, REASONLESS, REASONLESS_ADVICE, missing=True)


RULE = Rule(
    code="T11",
    title="Lausekemuutos kohdistuu mallilausekkeeseen ja on perusteltu",
    severity=Severity.ERROR,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.AGREEMENT,
    check=check,
)
