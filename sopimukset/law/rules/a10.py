"""A10: the agreement states how long it holds and how it can be ended: good practice."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.rule import Hit, Rule, Scope

CLAUSE = "voimassaolo"

REMOVED = "Sopimuksesta on poistettu voimassaoloa ja irtisanomista koskeva lauseke."
REMOVED_ADVICE = "Palauttakaa lauseke tai korvatkaa se omalla tekstillä (toimi: korvaa, teksti)."
NOTICELESS = "Toistaiseksi voimassa olevan sopimuksen irtisanomisaikaa ei ole kirjattu."
NOTICELESS_ADVICE = "Kirjaa irtisanomisaika_kk tai sopikaa päättymispäivä."


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """The clause removed, or no end and no way to one; A01 asks for the first day."""
    if not agreement.statutory:
        return
    days = agreement.validity
    library = agreement.world.clauses.get(agreement.model.laji, frozenset())
    if CLAUSE in library and CLAUSE not in agreement.clauses:
        yield Hit(agreement.removal(CLAUSE), REMOVED, REMOVED_ADVICE, during=days)
    if days is not None and days.open_end and agreement.model.irtisanomisaika_kk is None:
        path = (*agreement.path, "voimassa")
        yield Hit(path, NOTICELESS, NOTICELESS_ADVICE, during=days, missing=True)


RULE = Rule(
    code="A10",
    title="Sopimuksessa on sovittu voimassaolosta ja irtisanomisesta",
    severity=Severity.WARNING,
    citations=(),
    grade="C",
    decides="Sopimuksen omat päivät: varoitus sen voimassa ollessa, ennen sitä määräaika.",
    scope=Scope.AGREEMENT,
    check=check,
)
