"""T12: what holds from a day tells the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.facts import DATED
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Jakso, Johtoryhma

UNDATED = "Alkamispäivää ei ole kirjattu."
ADVICE = "Kirjaa alkaen: ensimmäinen päivä, jona tieto on voimassa."


def check(region: RegionCase) -> Iterator[Hit]:
    """Persons, offices and staff rows without a first day."""
    for number, group in enumerate(region.alue.johtoryhmat):
        for path, items in _dated(("johtoryhmat", number), group):
            for index, item in enumerate(items):
                if item.alkaen is None:
                    yield Hit((*path, index), UNDATED, ADVICE, missing=True)
    for index, row in enumerate(region.alue.henkilosto):
        if row.alkaen is None:
            yield Hit(("henkilosto", index), UNDATED, ADVICE, missing=True)


def _dated(path: Path, group: Johtoryhma) -> Iterator[tuple[Path, Sequence[Jakso]]]:
    for number, seat in enumerate(group.jasenet):
        place = (*path, "jasenet", number)
        yield (*place, "nimetyt"), seat.nimetyt
        yield (*place, "varajasenet"), seat.varajasenet
    yield (*path, "puheenjohtaja"), group.puheenjohtaja
    yield (*path, "varapuheenjohtaja"), group.varapuheenjohtaja
    for number, task in enumerate(group.johtavat_henkilot):
        place = (*path, "johtavat_henkilot", number)
        yield (*place, "nimetyt"), task.nimetyt
        yield (*place, "varahenkilot"), task.varahenkilot


RULE = Rule(
    code="T12",
    title="Nimeämisellä, tehtävällä ja henkilöstörivillä on alkamispäivä",
    severity=Severity.ERROR,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.REGION,
    check=check,
    settled=DATED,
)
