"""G11: exactly one vice-chair at a time, one of the members, named by a county."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase
from sopimukset.law.facts import VICE_CHAIRED
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules._offices import Office, named_by_other, office_hits
from sopimukset.tracking.roles import COUNTY

VICE_CHAIR = Office(
    key="varapuheenjohtaja",
    kind=COUNTY,
    none="Johtoryhmälle ei ole kirjattu varapuheenjohtajaa.",
    gap="Johtoryhmällä ei ole varapuheenjohtajaa: {aika}.",
    double="Johtoryhmällä on kaksi varapuheenjohtajaa: {aika}.",
    wrong="Varapuheenjohtajan on nimennyt muu kuin hyvinvointialue.",
    seatless="Varapuheenjohtajan jäsenyyttä tai nimeäjää ei ole kirjattu.",
    outside="Varapuheenjohtajan nimennyt hyvinvointialue ei kuulu johtoryhmän toimialueeseen.",
    vacant="Varapuheenjohtajan jäsenyydessä ei ole ketään: {aika}.",
    advice="Kirjaa hyvinvointialueen nimeämä henkilö ja päivät kohtaan varapuheenjohtaja.",
    wrong_advice="Varapuheenjohtajan nimeäminen on johtoryhmän hyvinvointialueen tehtävä.",
)
OTHER = "Varapuheenjohtajan on nimennyt muu hyvinvointialue kuin on sovittu."
OTHER_ADVICE = "Tarkista nimeaja tai kohta varapuheenjohtajan_nimeaja."


def check(group: GroupCase) -> Iterator[Hit]:
    """The office's hits, and a vice-chair named by another county than the agreed one."""
    counties = {role for role in group.roles if role.kind == COUNTY}
    yield from office_hits(group, VICE_CHAIR, group.model.varapuheenjohtaja, counties)
    agreed = group.region.role(group.model.varapuheenjohtajan_nimeaja)
    if agreed not in counties:
        return
    for path, days in named_by_other(group, VICE_CHAIR.key, agreed, counties):
        yield Hit(path, OTHER, OTHER_ADVICE, during=days, severity=Severity.WARNING)


RULE = Rule(
    code="G11",
    title="Johtoryhmällä on yksi hyvinvointialueen nimeämä varapuheenjohtaja",
    severity=Severity.ERROR,
    citations=("388/2024 1 § 3 mom",),
    grade="A",
    decides="Tarkastelupäivä: varapuheenjohtajia on silloin oltava yksi.",
    scope=Scope.GROUP,
    check=check,
    settled=VICE_CHAIRED,
)
