"""G12: the chair works for an employment authority, the vice-chair for a county."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopimukset.base.periods import Period
from sopimukset.findings import Severity
from sopimukset.law.cases import NOBODY, GroupCase
from sopimukset.law.facts import CHAIRED, VICE_CHAIRED
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Luottamustoimi
from sopimukset.tracking.roles import AUTHORITY, COUNTY, Role

CHAIR = "Puheenjohtaja ei ole työvoimaviranomaisen palveluksessa: {aika}."
VICE_CHAIR = "Varapuheenjohtaja ei ole hyvinvointialueen palveluksessa: {aika}."
ADVICE = "Asetus säätää vain nimeäjästä. Tarkistakaa, että valinta on harkittu."


def check(group: GroupCase) -> Iterator[Hit]:
    """Holders of the offices who work for somebody else than the one who names them."""
    model, path = group.model, group.path
    yield from _foreign(group, (*path, "puheenjohtaja"), model.puheenjohtaja, AUTHORITY, CHAIR)
    yield from _foreign(
        group, (*path, "varapuheenjohtaja"), model.varapuheenjohtaja, COUNTY, VICE_CHAIR
    )


def _foreign(
    group: GroupCase, path: Path, holders: Sequence[Luottamustoimi], kind: str, message: str
) -> Iterator[Hit]:
    for index, holder in enumerate(holders):
        for role, days in _employers(group, holder):
            if role != NOBODY and role.kind != kind:
                yield Hit((*path, index, "jasen"), message, ADVICE, during=days)


def _employers(group: GroupCase, holder: Luottamustoimi) -> Iterator[tuple[Role, Period]]:
    """For whom the persons in the holder's seat work, while they hold the office."""
    days = holder.jakso
    seat = next((item for item in group.model.jasenet if item.tunnus == holder.jasen), None)
    if seat is None or days is None:
        return  # T01 and T06 tell
    for person in seat.nimetyt:
        shared = person.jakso and person.jakso.intersection(days)
        if shared:
            yield group.region.role(person.tyonantaja or seat.nimeaja), shared


RULE = Rule(
    code="G12",
    title="Puheenjohtaja on viranomaisen ja varapuheenjohtaja hyvinvointialueen palveluksessa",
    severity=Severity.WARNING,
    citations=("388/2024 1 § 3 mom",),
    grade="C",
    decides="Tarkastelupäivä: katsotaan silloin tehtävässä olevaa.",
    scope=Scope.GROUP,
    check=check,
    settled=CHAIRED + VICE_CHAIRED,
)
