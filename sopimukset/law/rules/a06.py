"""A06: the agreement divides the other common costs between authority and county."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sopimukset.base.amounts import WHOLE
from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.facts import SHARED
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.law.rules._clauses import missing_clauses
from sopimukset.model import Kustannus
from sopimukset.tracking.roles import PARTNER

HALF, NOTHING = Decimal("0.5"), Decimal(0)

NONE = "Muiden yhteisten kustannusten jakoa ei ole kirjattu."
NONE_ADVICE = "Kirjaa kohtaan kustannukset, mitä jako kattaa ja mikä on sen avain."
KEYLESS = "Kustannusten jakoperustetta ei ole kirjattu."
KEYLESS_ADVICE = "Kirjaa avain: henkilosto, sovittu (osuudet) tai muu (selite)."
SHARELESS = "Kustannukset jaetaan sovituin osuuksin, mutta osuuksia ei ole kirjattu."
SHARELESS_ADVICE = "Kirjaa osuudet prosentteina: osuudet: {{lahti: 60, hva: 40}}."
SUM = "Kustannusten osuuksien summa on {summa} %, kun sen on oltava 100 %."
SUM_ADVICE = "Tarkista osuudet."
STRANGER = "Kustannuksiin osallistuu kumppani, jota laki ei velvoita."
STRANGER_ADVICE = "Laki jakaa kustannukset työvoimaviranomaisen ja hyvinvointialueen kesken."
WORDLESS = "Kustannusten jakoperuste on muu, mutta sitä ei ole selitetty."
WORDLESS_ADVICE = "Kirjaa jakoperuste kohtaan selite."


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """The clause, no division at all, or one whose key says nothing."""
    if not agreement.statutory:
        return
    yield from missing_clauses(agreement, "kustannukset")
    if not agreement.model.kustannukset:
        yield Hit(agreement.path, NONE, NONE_ADVICE, missing=True)
    for index, cost in enumerate(agreement.model.kustannukset):
        yield from _cost(agreement, (*agreement.path, "kustannukset", index), cost)


def _cost(agreement: AgreementCase, path: Path, cost: Kustannus) -> Iterator[Hit]:
    if cost.avain is None:
        yield Hit(path, KEYLESS, KEYLESS_ADVICE, missing=True)
    elif cost.avain == "sovittu":
        yield from _shares(agreement, path, cost)
    elif cost.avain == "muu" and cost.selite is None:
        yield Hit(path, WORDLESS, WORDLESS_ADVICE, missing=True)


def _shares(agreement: AgreementCase, path: Path, cost: Kustannus) -> Iterator[Hit]:
    if not cost.osuudet:
        yield Hit(path, SHARELESS, SHARELESS_ADVICE, missing=True)
        return
    total = sum(cost.osuudet.values(), start=NOTHING)
    rounding = sum([_rounding(share) for share in cost.osuudet.values()], start=NOTHING)
    if abs(total - WHOLE) > rounding:
        text = f"{total:f}".replace(".", ",")
        yield Hit((*path, "osuudet"), SUM, SUM_ADVICE, {"summa": text}, during=cost.jakso)
    if any(agreement.region.role(tunnus).kind == PARTNER for tunnus in cost.osuudet):
        yield Hit((*path, "osuudet"), STRANGER, STRANGER_ADVICE, severity=Severity.INFO)


def _rounding(share: Decimal) -> Decimal:
    """By how much a share may be rounded: half of its last decimal, nothing of a whole number."""
    exponent = share.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    return HALF.scaleb(-decimals) if decimals > 0 else NOTHING


RULE = Rule(
    code="A06",
    title="Sopimuksessa on sovittu muiden yhteisten kustannusten jakautumisesta",
    severity=Severity.ERROR,
    citations=("388/2024 3 § 4 kohta", "381/2023 10 § 2 mom"),
    grade="A",
    decides="Kustannuksen ja sopimuksen omat päivät: niiden jälkeen havainto on tieto.",
    scope=Scope.AGREEMENT,
    check=check,
    settled=SHARED,
)
