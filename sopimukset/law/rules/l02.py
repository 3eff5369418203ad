"""L02: where a bilingual authority takes part, a member may use Finnish or Swedish."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules._languages import bilingual

RIGHT = re.compile(r"oikeus|saa käyttää|voi käyttää|rätt att|får använda")
LANGUAGE = re.compile(r"suom(?:ea|en kiel|eksi)|ruotsi|finska|svenska|kansalliskiel|nationalspråk")
MEMBER = re.compile(r"jäsen|varajäsen|medlem|ersättare")

NONE = "Sopimuksessa ei mainita johtoryhmän jäsenen oikeutta käyttää suomea tai ruotsia."
ADVICE = "Lisätkää sopimukseen lauseke kielistä (lausekemuutokset, toimi: lisaa)."


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """An agreement of bilingual authorities whose own text is silent of the members' languages."""
    group = agreement.group
    if not agreement.statutory or group is None:
        return
    register = agreement.world.register
    if not any(bilingual(role, register) for role in group.roles):
        return
    for _, sentences in agreement.sentences:
        if any(_states_right(sentence.casefold()) for sentence in sentences):
            return
    yield Hit(agreement.path, NONE, ADVICE, during=agreement.validity, missing=True)


def _states_right(sentence: str) -> bool:
    return all(pattern.search(sentence) for pattern in (RIGHT, LANGUAGE, MEMBER))


RULE = Rule(
    code="L02",
    title="Johtoryhmän jäsenen oikeus käyttää suomea tai ruotsia on kirjattu",
    severity=Severity.WARNING,
    citations=("423/2003 28 §",),
    grade="C",
    decides="Sopimuksen omat päivät: varoitus sen voimassa ollessa, ennen sitä määräaika.",
    scope=Scope.AGREEMENT,
    check=check,
)
