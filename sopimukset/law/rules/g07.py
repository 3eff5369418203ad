"""G07: the county, every employment authority of the territory and Kela have named a member."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.periods import gaps
from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase
from sopimukset.law.facts import REPRESENTED, SEATED
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.tracking.roles import Role

NONE = "Johtoryhmään ei ole kirjattu jäsentä, jonka nimeää {nimeaja}."
GAP = "Johtoryhmässä ei ole jäsentä, jonka nimeää {nimeaja}: {aika}."
ADVICE = "Kirjaa nimeäjän jäsen ja hänelle henkilökohtainen varajäsen kohtaan jasenet."
NO_TERRITORY = "Johtoryhmän toimialuetta ei ole kirjattu, joten jäsenten nimeäjiä ei voi päätellä."
NO_TERRITORY_ADVICE = "Kirjaa toimialue: {{kunnat: kaikki}} tai luettelo kunnista."


def check(group: GroupCase) -> Iterator[Hit]:
    """Days of the terms on which somebody who must have a member has none."""
    known = group.region.alue.alue in group.world.register.hyvinvointialueet
    if group.municipalities is None and known:  # else T08 tells that the region is not known
        yield Hit(group.path, NO_TERRITORY, NO_TERRITORY_ADVICE, missing=True)
    if group.span is None:
        return  # G14 asks for the term
    for role in group.roles:
        named = group.named_by.get(role, [])
        for gap in gaps(group.span, named):
            values = {"nimeaja": group.region.party_name(role)}
            place = _place(group, role) if named else (*group.path, "jasenet")
            message = GAP if named else NONE
            yield Hit(place, message, ADVICE, values, during=gap, missing=True)


def _place(group: GroupCase, role: Role) -> Path:
    """The role's seat whose identifier comes first, whatever the order of the file."""
    seats = [(seat.tunnus, path) for path, seat, namer in group.seats if namer == role]
    return min(seats)[1]


RULE = Rule(
    code="G07",
    title="Hyvinvointialue, jokainen työvoimaviranomainen ja Kela ovat nimenneet jäsenen",
    severity=Severity.ERROR,
    citations=("388/2024 1 § 2 mom",),
    grade="A",
    decides="Tarkastelupäivä: jäsenyyden on silloin oltava täytetty.",
    scope=Scope.GROUP,
    check=check,
    settled=SEATED + REPRESENTED,
)
