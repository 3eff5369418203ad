"""P02: whether an agreement is a draft or signed can be told from its record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.facts import SIGNED
from sopimukset.law.rule import Hit, Rule, Scope

UNDATED = "Allekirjoituksen päivää ei ole kirjattu, joten sopimuksen tila jää epäselväksi."
UNDATED_ADVICE = "Kirjaa pvm, tai poista rivi, jos sopimusta ei ole vielä allekirjoitettu."
NOBODYS = "Allekirjoituksen osapuolta ei ole kirjattu, joten sopimuksen tila jää epäselväksi."
NOBODYS_ADVICE = "Kirjaa osapuoli, jonka puolesta on allekirjoitettu."
STARTLESS = "Sopimus on allekirjoitettu, mutta voimaantuloa ei ole kirjattu."
STARTLESS_ADVICE = "Kirjaa voimassa: {{alkaen: päivä}}."
EARLY = "Allekirjoitus on päivätty ennen osapuolen omaa hyväksymispäätöstä."
EARLY_ADVICE = "Tarkista päivät kohdista hyvaksynnat ja allekirjoitukset."


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """Signatures that do not say whose or when, without a start, or before the approval."""
    signed = False
    for index, signature in enumerate(agreement.model.allekirjoitukset):
        path = (*agreement.path, "allekirjoitukset", index)
        if signature.osapuoli is None:
            yield Hit(path, NOBODYS, NOBODYS_ADVICE)
        if signature.pvm is None:
            yield Hit(path, UNDATED, UNDATED_ADVICE)
            continue
        signed = signed or signature.pvm <= agreement.as_of
        approved = _approved(agreement, signature.osapuoli)
        if approved and signature.pvm < min(approved):
            yield Hit((*path, "pvm"), EARLY, EARLY_ADVICE)
    dates = agreement.model.voimassa
    if signed and (dates is None or dates.alkaen is None):
        yield Hit(agreement.path, STARTLESS, STARTLESS_ADVICE)


def _approved(agreement: AgreementCase, tunnus: str | None) -> list[date]:
    """The days of the party's own approvals."""
    return [
        item.pvm
        for item in agreement.model.hyvaksynnat
        if item.osapuoli == tunnus and tunnus is not None and item.pvm is not None
    ]


RULE = Rule(
    code="P02",
    title="Sopimuksen tila selviää: luonnos vai allekirjoitettu",
    severity=Severity.WARNING,
    citations=("621/1999 6 § 1 mom 8 kohta",),
    grade="A",
    decides="Tarkastelupäivä: siihen mennessä päivätyt allekirjoitukset luetaan.",
    scope=Scope.AGREEMENT,
    check=check,
    settled=SIGNED,
)
