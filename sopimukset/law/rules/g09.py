"""G09: members come from the county, the employment authorities and Kela only."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.cases import NOBODY, GroupCase
from sopimukset.law.facts import REPRESENTED
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.tracking.roles import PARTNER

PARTNER_SEAT = "Jäsenen nimeäjä on kumppani, jolla ei ole asetuksen mukaan jäsenyyttä."
PARTNER_ADVICE = "Kirjaa kumppanin edustaja kohtaan asiantuntijat."
OUTSIDE = "Jäsenen nimeäjä ei kuulu johtoryhmän toimialueeseen."
OUTSIDE_ADVICE = (
    "Tarkista nimeäjä ja toimialueen kunnat, tai kirjaa edustaja kohtaan asiantuntijat."
)
NONE = "Jäsenyyden nimeäjää ei ole kirjattu."
NONE_ADVICE = "Kirjaa osapuoli, joka nimeää jäsenen (nimeaja)."


def check(group: GroupCase) -> Iterator[Hit]:
    """A seat named by a partner, by an outsider, or by nobody known."""
    for path, seat, role in group.seats:
        place = (*path, "nimeaja")
        if seat.nimeaja is None:
            yield Hit(path, NONE, NONE_ADVICE, missing=True)
        elif role.kind == PARTNER:
            yield Hit(place, PARTNER_SEAT, PARTNER_ADVICE)
        elif group.roles and role not in (NOBODY, *group.roles):
            yield Hit(place, OUTSIDE, OUTSIDE_ADVICE)


RULE = Rule(
    code="G09",
    title="Jäsenet nimeää vain hyvinvointialue, työvoimaviranomainen tai Kela",
    severity=Severity.WARNING,
    citations=("388/2024 1 § 2 mom",),
    grade="A-",
    decides="Ei riipu päivästä: katsotaan jäsenyyden nimeäjää.",
    scope=Scope.GROUP,
    check=check,
    settled=REPRESENTED,
)
