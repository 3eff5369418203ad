"""A08: each party bears the pay and staff costs of its own staff; the act has no opt-out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.cases import AgreementCase
from sopimukset.law.rule import Hit, Rule, Scope

PAY = frozenset({"palkat", "palkka", "palkkaus", "palkkakustannukset", "henkilostokustannukset"})
STEMS = ("palk", "henkilöstökustannu")
"""In small letters, one of which stands wherever pay is spoken of."""

PAY_WORD = re.compile(r"palkka|palkkau|palkat|palkois|henkilöstökustannu")
SHARED_WORD = re.compile(
    r"jaetaan|jakavat|jakautu\w+ (?:osapuolten|viranomaisten)|korvaa\b|laskutta"
)

SHARED = "Palkkaus- tai henkilöstökustannuksia jaetaan osapuolten kesken."
SHARED_ADVICE = "Kukin osapuoli vastaa oman henkilöstönsä kustannuksista. Poistakaa ne jaosta."
SEEMS = "Teksti näyttää poikkeavan siitä, että kukin vastaa oman henkilöstönsä kustannuksista."
SEEMS_ADVICE = (
    "Laki sallii toisin sopimisen vain muista yhteisistä kustannuksista. Tarkista teksti."
)


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """Pay among the shared costs (error), a text that seems to share it (warning)."""
    if not agreement.statutory:
        return
    for index, cost in enumerate(agreement.model.kustannukset):
        for number, item in enumerate(cost.kattaa):
            if item.casefold() in PAY:
                path = (*agreement.path, "kustannukset", index, "kattaa", number)
                yield Hit(path, SHARED, SHARED_ADVICE)
    if not any(stem in agreement.wording for stem in STEMS):
        return
    for path, sentences in agreement.sentences:
        if any(_shares_pay(item.casefold()) for item in sentences):
            yield Hit(path, SEEMS, SEEMS_ADVICE, severity=Severity.WARNING)


def _shares_pay(sentence: str) -> bool:
    return bool(PAY_WORD.search(sentence) and SHARED_WORD.search(sentence))


RULE = Rule(
    code="A08",
    title="Kukin osapuoli vastaa oman henkilöstönsä palkkaus- ja henkilöstökustannuksista",
    severity=Severity.ERROR,
    citations=("381/2023 10 § 1 mom",),
    grade="A",
    decides="Tarkastelupäivä: päättyneen sopimuksen havainto on tieto.",
    scope=Scope.AGREEMENT,
    check=check,
)
