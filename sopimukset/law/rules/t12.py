"""T12: what holds from a day tells the day."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Jakso, Johtoryhma

UNDATED = "Alkamispäivää ei ole kirjattu."
ADVICE = "Kirjaa alkaen: ensimmäinen päivä, jona tieto on voimassa."


def check(region: RegionCase) -> Iterator[Hit]:
    """Persons, offices and staff rows without a first day."""
    for index, group in enumerate(region.alue.johtoryhmat):
        for path, item in _dated(("johtoryhmat", index), group):
            if item.alkaen is None:
                yield Hit(path, UNDATED, ADVICE, missing=True)
    for index, row in enumerate(region.alue.henkilosto):
        if row.alkaen is None:
            yield Hit(("henkilosto", index), UNDATED, ADVICE, missing=True)


def _dated(path: Path, group: Johtoryhma) -> Iterator[tuple[Path, Jakso]]:
    for number, seat in enumerate(group.jasenet):
        place = (*path, "jasenet", number)
        for index, person in enumerate(seat.nimetyt):
            yield (*place, "nimetyt", index), person
        for index, deputy in enumerate(seat.varajasenet):
            yield (*place, "varajasenet", index), deputy
    for key, holders in (
        ("puheenjohtaja", group.puheenjohtaja),
        ("varapuheenjohtaja", group.varapuheenjohtaja),
    ):
        for index, holder in enumerate(holders):
            yield (*path, key, index), holder
    for number, task in enumerate(group.johtavat_henkilot):
        place = (*path, "johtavat_henkilot", number)
        for index, leader in enumerate(task.nimetyt):
            yield (*place, "nimetyt", index), leader
        for index, leader in enumerate(task.varahenkilot):
            yield (*place, "varahenkilot", index), leader


RULE = Rule(
    code="T12",
    title="Nimeämisellä, tehtävällä ja henkilöstörivillä on alkamispäivä",
    severity=Severity.ERROR,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.REGION,
    check=check,
)
