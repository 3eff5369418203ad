"""G06: the groups' territories cover the county, each municipality once."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.words import listed
from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.facts import COVERED
from sopimukset.law.rule import Hit, Rule, Scope

UNCOVERED = "Kunta ei kuulu minkään johtoryhmän toimialueeseen: {kunnat}."
UNCOVERED_ADVICE = "Lisää kunnat jonkin johtoryhmän toimialueeseen."
TWICE = "Kunta kuuluu usean johtoryhmän toimialueeseen: {kunnat}."
TWICE_ADVICE = "Jättäkää kunta yhteen johtoryhmään."


def check(region: RegionCase) -> Iterator[Hit]:
    """Municipalities of the county in no group, or in two, on the as-of day."""
    county = region.world.register.hyvinvointialueet.get(region.alue.alue)
    there = region.world.groups_of(region.alue.alue)
    groups = [group for group in there if group.in_force(region.as_of)]
    if not region.all_groups_known:
        return  # M01–M04 tell of the file
    if county is None or not groups or any(group.municipalities is None for group in groups):
        return  # G01 and G07 tell of a missing group and a missing territory
    covered = {name for group in groups for name in group.municipalities or ()}
    uncovered = [name for name in county.kunnat if name not in covered]
    if uncovered:
        values = {"kunnat": listed(uncovered)}
        yield Hit(("johtoryhmat",), UNCOVERED, UNCOVERED_ADVICE, values, missing=True)
    if len(groups) == 1:
        return
    seen: set[str] = set()
    for group in sorted(groups, key=lambda item: item.region is region):  # our own are told of
        own = (group.municipalities or frozenset()) & set(county.kunnat)
        if own & seen and group.region is region:
            path = (*group.path, "toimialue", "kunnat")
            yield Hit(path, TWICE, TWICE_ADVICE, {"kunnat": listed(sorted(own & seen))})
        seen |= own


RULE = Rule(
    code="G06",
    title="Johtoryhmien toimialueet kattavat hyvinvointialueen kunnat, kunkin kerran",
    severity=Severity.WARNING,
    citations=("381/2023 9 § 1 mom", "388/2024 1 § 2 mom"),
    grade="A-",
    decides="Tarkastelupäivä: katsotaan johtoryhmät, joiden toimikausi on voimassa.",
    scope=Scope.REGION,
    check=check,
    settled=COVERED,
)
