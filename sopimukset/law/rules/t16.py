"""T16: an amending agreement names what it amends: an agreement and two of its versions."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.approved import versions_of
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Muutettava
from sopimukset.tracking.counted import AMENDING

NOTHING = "Muutossopimukseen ei ole kirjattu, mitä sopimusta se muuttaa."
NOTHING_ADVICE = "Kirjaa muuttaa: {{sopimus: …, versiosta: …, versioon: …}}."
NOT_AMENDING = "Vain muutossopimukseen kirjataan, mitä sopimusta se muuttaa."
NOT_AMENDING_ADVICE = "Poista kohta muuttaa, tai vaihda lajiksi muutossopimus."
UNKNOWN = "Muutettavaa sopimusta {sopimus} ei ole alueen tiedoissa."
UNKNOWN_ADVICE = "Kirjaa muutettavan sopimuksen tunnus."
UNRELEASED = "Sopimuksesta {sopimus} ei ole tehty versiota {versio}."
UNRELEASED_ADVICE = "Tee versio: sopimukset release {alue} {sopimus} {versio}."
SAME = "Versiot ovat sisällöltään samat, joten muutossopimuksella ei ole sisältöä."
SAME_ADVICE = "Kirjaa kaksi eri versiota: mistä ja mihin sopimusta muutetaan."


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """Amending agreements that amend nothing that there is."""
    target, path = agreement.model.muuttaa, (*agreement.path, "muuttaa")
    if agreement.model.laji != AMENDING:
        if target is not None:
            yield Hit(path, NOT_AMENDING, NOT_AMENDING_ADVICE)
        return
    if target is None:
        yield Hit(agreement.path, NOTHING, NOTHING_ADVICE, missing=True)
        return
    others = {item.model.tunnus for item in agreement.region.agreements} - {agreement.model.tunnus}
    if target.sopimus not in others:
        yield Hit((*path, "sopimus"), UNKNOWN, UNKNOWN_ADVICE, {"sopimus": target.sopimus})
        return
    yield from _versions(agreement, target, path)


def _versions(agreement: AgreementCase, target: Muutettava, path: Path) -> Iterator[Hit]:
    known = {item.versio: item for item in versions_of(agreement.region, target.sopimus)}
    values = {"alue": agreement.region.name, "sopimus": target.sopimus}
    for key in ("versiosta", "versioon"):
        number = getattr(target, key)
        if number not in known:
            told = {**values, "versio": number}
            yield Hit((*path, key), UNRELEASED, UNRELEASED_ADVICE, told, missing=True)
    old, new = known.get(target.versiosta), known.get(target.versioon)
    if old and new and old.sormenjalki == new.sormenjalki:
        yield Hit((*path, "versioon"), SAME, SAME_ADVICE)


RULE = Rule(
    code="T16",
    title="Muutossopimus nimeää sopimuksen ja versiot, joita se muuttaa",
    severity=Severity.ERROR,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.AGREEMENT,
    check=check,
)
