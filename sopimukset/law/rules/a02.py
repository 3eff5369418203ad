"""A02: the authorities make the agreement, not the group."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.facts import SIGNED
from sopimukset.law.rule import Hit, Rule, Scope

PARTY = "Sopimuksen osapuoleksi on kirjattu johtoryhmä."
PARTY_ADVICE = (
    "Sopimuksesta sopivat johtoryhmään kuuluvat työvoimaviranomaiset, hyvinvointialueet ja Kela. "
    "Poista johtoryhmä osapuolista."
)
SIGNER = "Sopimuksen allekirjoittajaksi on kirjattu johtoryhmä."
SIGNER_ADVICE = "Kirjaa allekirjoittajaksi se osapuoli, jonka puolesta allekirjoitetaan."
TITLE = "Allekirjoittajan nimike on johtoryhmän tehtävä."
TITLE_ADVICE = (
    "Johtoryhmä ei ole sopimuksen osapuoli. Kirjaa tehtävä, jossa allekirjoittaja edustaa "
    "osapuoltaan."
)

OF_GROUP = ("johtoryhmän", "ledningsgrupp")
"""Small letters, one of which stands in every title of an office in a group."""


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """A group among the parties or the signatories."""
    if not agreement.statutory:
        return
    groups = {group.model.tunnus for group in agreement.region.groups}
    for index, party in enumerate(agreement.model.osapuolet):
        if _is_group(party, groups, agreement):
            yield Hit((*agreement.path, "osapuolet", index), PARTY, PARTY_ADVICE)
    for index, signature in enumerate(agreement.model.allekirjoitukset):
        title = (agreement.region.text(signature.nimike) or "").casefold()
        place = (*agreement.path, "allekirjoitukset", index)
        if _is_group(signature.osapuoli or "", groups, agreement):
            yield Hit(place, SIGNER, SIGNER_ADVICE)
        elif any(word in title for word in OF_GROUP):
            yield Hit(place, TITLE, TITLE_ADVICE)


def _is_group(party: str, groups: set[str], agreement: AgreementCase) -> bool:
    if party in agreement.region.parties:
        return False
    return party in groups or party.casefold().startswith(("johtoryhm", "tym-johtoryhm"))


RULE = Rule(
    code="A02",
    title="Yhteistyösopimuksen tekevät viranomaiset, ei johtoryhmä",
    severity=Severity.WARNING,
    citations=("381/2023 9 § 2 mom",),
    grade="A",
    decides="Tarkastelupäivä: päättyneen sopimuksen havainto on tieto.",
    scope=Scope.AGREEMENT,
    check=check,
    settled=SIGNED,
)
