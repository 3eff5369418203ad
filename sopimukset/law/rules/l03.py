"""L03: in the Sámi homeland the Sámi language act is to be remembered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopimukset.base.words import listed
from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase
from sopimukset.law.rule import Hit, Rule, Scope

HOMELAND = frozenset(("Enontekiö", "Inari", "Sodankylä", "Utsjoki"))
"""The municipalities whose organs the act binds; of Sodankylä only a part is homeland."""

SPOKEN = re.compile(r"1086/2003|saamen kiel|saamenkiel|saame(?:a|ksi)\b|samisk")

REMEMBER = "Toimialueella on saamen kielilain piiriin kuuluvia kuntia: {kunnat}."
ADVICE = "Sopikaa, miten oikeus käyttää saamen kieltä toteutuu, esimerkiksi tulkkauksesta."


def check(group: GroupCase) -> Iterator[Hit]:
    """A territory with such municipalities whose agreements don't speak of Sámi languages."""
    found = HOMELAND.intersection(group.municipalities or ())
    if not found:
        return
    for agreement in group.agreements:
        if any(SPOKEN.search(text.casefold()) for _, text in agreement.texts):
            return
    values = {"kunnat": listed(sorted(found))}
    yield Hit((*group.path, "toimialue"), REMEMBER, ADVICE, values)


RULE = Rule(
    code="L03",
    title="Saamelaisten kotiseutualueella saamen kielilaki otetaan huomioon",
    severity=Severity.INFO,
    citations=("1086/2003 2 §",),
    grade="C",
    decides="Ei riipu päivästä: katsotaan toimialueen kuntia ja sopimuksen tekstiä.",
    scope=Scope.GROUP,
    check=check,
)
