"""T13: a record with invented facts says that it is an illustration."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.rule import Hit, Path, Rule, Scope

INVENTED = "kuvitteellinen"

UNMARKED = "Tiedon lähteeksi on kirjattu kuvitteellinen, mutta aluetta ei ole merkitty esimerkiksi."
ADVICE = "Kirjaa alueelle kuvitteellinen: true tai tiedolle oikea lähde."


def check(region: RegionCase) -> Iterator[Hit]:
    """The first source that is said to be invented, in a region that isn't."""
    if region.alue.kuvitteellinen:
        return
    for path, source in _sources(region):
        if source == INVENTED:
            yield Hit((*path, "lahde"), UNMARKED, ADVICE)
            return


def _sources(region: RegionCase) -> Iterator[tuple[Path, str | None]]:
    alue = region.alue
    if alue.mitoitus is not None:
        yield ("mitoitus",), alue.mitoitus.lahde
    for index, group in enumerate(alue.johtoryhmat):
        for key, part in (("mitoitus", group.mitoitus), ("kokoukset", group.kokoukset)):
            if part is not None:
                yield ("johtoryhmat", index, key), part.lahde
    for index, row in enumerate(alue.henkilosto):
        yield ("henkilosto", index), row.lahde
    for number, agreement in enumerate(alue.sopimukset):
        for index, cost in enumerate(agreement.kustannukset):
            yield ("sopimukset", number, "kustannukset", index), cost.lahde


RULE = Rule(
    code="T13",
    title="Keksittyjä tietoja sisältävä alue on merkitty esimerkiksi",
    severity=Severity.ERROR,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.REGION,
    check=check,
)
