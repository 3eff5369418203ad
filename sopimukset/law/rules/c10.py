"""C10: from 2026 an activation plan is not made for recipients of unemployment benefits."""

from __future__ import annotations

from datetime import date

from sopimukset.base.periods import FOREVER, Period
from sopimukset.findings import Severity
from sopimukset.law.rule import Rule, Scope
from sopimukset.law.rules._texts import DENIAL, UNTIL_2025, Search, words

CHANGED = date(2026, 1, 1)
"""The day that HE 109/2025 and StVM 27/2025 name; the act's number is not known."""

PLAN = words(r"aktivointisuunnitelm\w*", r"aktiveringsplan\w*")
BENEFIT = words(
    r"työttömyysetuu\w*",
    r"työmarkkinatu\w*",
    r"työttömyyspäivärah\w*",
    r"peruspäivärah\w*",
    r"ansiopäivärah\w*",
    r"arbetslöshetsförmån\w*",
    r"arbetsmarknadsstöd\w*",
    r"arbetslöshetsdagpenning\w*",
    r"grunddagpenning\w*",
)

MESSAGE = "Tekstissä aktivointisuunnitelma koskee työttömyysetuutta saavaa: {sanat}."
ADVICE = (
    "Vuodesta 2026 aktivointisuunnitelma laaditaan toimeentulotukea työttömyyden vuoksi saavalle; "
    "muiden suunnitelma on monialainen työllistymissuunnitelma. Tarkista laki 189/2001."
)


def _stale(sentence: str) -> str | None:
    plan, benefit = PLAN.search(sentence), BENEFIT.search(sentence)
    if plan is None or benefit is None or DENIAL.search(sentence) or UNTIL_2025.search(sentence):
        return None
    return f"{plan[0]}, {benefit[0]}"


SEARCH = Search(
    stems=("aktivointisuunnitelm", "aktiveringsplan"),
    finder=_stale,
    message=MESSAGE,
    advice=ADVICE,
    since=CHANGED,
)

RULE = Rule(
    code="C10",
    title="Aktivointisuunnitelmaa ei liitetä työttömyysetuuden saajiin vuodesta 2026",
    severity=Severity.WARNING,
    citations=("189/2001 3 §", "189/2001 5 §"),
    grade="A",
    decides=Search.decides,
    scope=Scope.FILE,
    check=SEARCH.hits,
    worth=SEARCH.worth,
    valid=Period(CHANGED, FOREVER),
)
