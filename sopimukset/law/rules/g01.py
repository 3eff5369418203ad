"""G01: every county has at least one group, at every moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sopimukset.base.periods import FOREVER, Period, gaps, merged
from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.rule import Hit, Rule, Scope

NOTICE = timedelta(days=365)
"""How long before the last term's end the deadline is shown. Our own threshold, not the law's."""

NONE = "Hyvinvointialueelle ei ole kirjattu monialaisen tuen johtoryhmää."
NONE_ADVICE = "Kirjaa alueen johtoryhmä kohtaan johtoryhmat."
GAP = "Yhdenkään johtoryhmän toimikausi ei ole voimassa: {aika}."
GAP_ADVICE = "Asettakaa johtoryhmä uudeksi toimikaudeksi ja kirjatkaa se kohtaan toimikaudet."


def check(region: RegionCase) -> Iterator[Hit]:
    """A county without a group, and days on which no group's term holds."""
    if region.alue.alue not in region.world.register.hyvinvointialueet:
        return  # T08 tells that the register does not know the region
    if not region.all_groups_known:
        return  # M01–M04 tell of the file
    groups = region.world.groups_of(region.alue.alue)
    if not groups:
        yield Hit(("johtoryhmat",), NONE, NONE_ADVICE, missing=True)
        return
    if any(group.span is None for group in groups):
        return  # G14 asks for the term
    terms = merged([term for group in groups for term in group.terms])
    first = min(region.as_of, terms[0].start)
    for gap in gaps(Period(first, FOREVER), terms):
        if gap.start <= region.as_of + NOTICE:
            yield Hit(("johtoryhmat",), GAP, GAP_ADVICE, during=gap, missing=True)


RULE = Rule(
    code="G01",
    title="Jokaisella hyvinvointialueella on vähintään yksi johtoryhmä",
    severity=Severity.ERROR,
    citations=("381/2023 9 § 1 mom",),
    grade="A",
    decides="Tarkastelupäivä: johtoryhmän toimikauden on oltava silloin voimassa.",
    scope=Scope.REGION,
    check=check,
)
