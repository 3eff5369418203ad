"""G10: exactly one chair at a time, one of the members, named by an employment authority."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase
from sopimukset.law.facts import CHAIRED
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules._offices import Office, named_by_other, office_hits
from sopimukset.tracking.roles import AUTHORITY

CHAIR = Office(
    key="puheenjohtaja",
    kind=AUTHORITY,
    none="Johtoryhmälle ei ole kirjattu puheenjohtajaa.",
    gap="Johtoryhmällä ei ole puheenjohtajaa: {aika}.",
    double="Johtoryhmällä on kaksi puheenjohtajaa: {aika}.",
    wrong="Puheenjohtajan on nimennyt muu kuin työvoimaviranomainen.",
    seatless="Puheenjohtajan jäsenyyttä tai nimeäjää ei ole kirjattu.",
    outside="Puheenjohtajan nimennyt työvoimaviranomainen ei kuulu johtoryhmän toimialueeseen.",
    vacant="Puheenjohtajan jäsenyydessä ei ole ketään: {aika}.",
    advice="Kirjaa työvoimaviranomaisen nimeämä henkilö ja päivät kohtaan puheenjohtaja.",
    wrong_advice="Puheenjohtajan nimeäminen on johtoryhmän työvoimaviranomaisen tehtävä.",
)
OTHER = "Puheenjohtajan on nimennyt muu työvoimaviranomainen kuin viranomaiset ovat sopineet."
OTHER_ADVICE = "Tarkista nimeaja tai kohta sopimus_asettajasta."


def check(group: GroupCase) -> Iterator[Hit]:
    """The office's hits, and a chair named by another authority than the agreed one."""
    yield from office_hits(group, CHAIR, group.model.puheenjohtaja, group.authorities)
    agreement = group.model.sopimus_asettajasta
    agreed = group.region.role(agreement.puheenjohtajan_nimeaja if agreement else None)
    if agreed not in group.authorities:
        return  # G05 tells of an agreement on somebody who is no authority of the group
    for path, days in named_by_other(group, CHAIR.key, agreed, group.authorities):
        if not group.made_before_agreement(days.start if days else None):
            yield Hit(path, OTHER, OTHER_ADVICE, during=days)


RULE = Rule(
    code="G10",
    title="Johtoryhmällä on yksi työvoimaviranomaisen nimeämä puheenjohtaja",
    severity=Severity.ERROR,
    citations=("388/2024 1 § 3 mom", "381/2023 9 § 1 mom"),
    grade="A",
    decides="Tarkastelupäivä: puheenjohtajia on silloin oltava yksi.",
    scope=Scope.GROUP,
    check=check,
    settled=CHAIRED,
)
