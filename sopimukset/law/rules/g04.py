"""G04: an employment authority sets the group."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.cases import NOBODY, GroupCase
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.tracking.roles import AUTHORITY

NONE = "Johtoryhmän asettajaa ei ole kirjattu."
NONE_ADVICE = "Kirjaa asettaminen: asettaja, tekija, pvm, pykala ja asiatunnus."
WRONG = "Johtoryhmän asettaja ei ole työvoimaviranomainen."
WRONG_ADVICE = "Johtoryhmän asettaa työvoimaviranomainen. Tarkista asettaja."
OUTSIDE = "Johtoryhmän on asettanut työvoimaviranomainen, joka ei kuulu sen toimialueeseen."
OUTSIDE_ADVICE = "Tarkista asettaja tai johtoryhmän toimialueen kunnat."


def check(group: GroupCase) -> Iterator[Hit]:
    """A term without a setter, or with one that the act does not know."""
    for index, term in enumerate(group.model.toimikaudet):
        path = (*group.path, "toimikaudet", index)
        setter = term.asettaminen.asettaja if term.asettaminen else None
        role = group.region.role(setter)
        if setter is None:
            yield Hit(path, NONE, NONE_ADVICE, missing=True)
        elif role == NOBODY:
            continue  # T01 tells of the unknown party
        elif role.kind != AUTHORITY:
            yield Hit((*path, "asettaminen", "asettaja"), WRONG, WRONG_ADVICE)
        elif group.roles and role not in group.roles:
            yield Hit((*path, "asettaminen", "asettaja"), OUTSIDE, OUTSIDE_ADVICE)


RULE = Rule(
    code="G04",
    title="Johtoryhmän asettaa työvoimaviranomainen",
    severity=Severity.ERROR,
    citations=("381/2023 9 § 1 mom", "380/2023 3 § 1 kohta"),
    grade="A",
    decides="Asettamisen päivä.",
    scope=Scope.GROUP,
    check=check,
)
