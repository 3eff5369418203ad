"""G02: a county has at most as many groups as it has employment authorities."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.periods import ALWAYS, Period, shared_by
from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase, RegionCase
from sopimukset.law.rule import Hit, Path, Rule, Scope

TOO_MANY = (
    "Hyvinvointialueen toimialueella on {ryhmia} johtoryhmää, mutta työvoimaviranomaisia vain "
    "{viranomaisia}: {aika}."
)
ADVICE = (
    "Johtoryhmiä saa olla enintään yhtä monta kuin alueella on järjestämisvastuussa olevia "
    "työvoimaviranomaisia. Yhdistäkää johtoryhmiä tai poistakaa ylimääräinen."
)


def check(region: RegionCase) -> Iterator[Hit]:
    """Days on which there are more groups than authorities."""
    county = region.world.register.hyvinvointialueet.get(region.alue.alue)
    if county is None:
        return  # T08 tells that the register does not know the region
    limit = county.johtoryhmia_enintaan
    groups = region.world.groups_of(region.alue.alue)
    if len(groups) <= limit:
        return
    for crowd in shared_by([_days(group) for group in groups], limit + 1):
        own_only = [group for group in groups if len(group.counties) < 2]
        certain = any(crowd.overlaps(item) for item in shared_by(map(_days, own_only), limit + 1))
        there = sum(_days(group).overlaps(crowd) for group in groups)
        yield Hit(
            _place(region),
            TOO_MANY,
            ADVICE,
            {"ryhmia": there, "viranomaisia": limit},
            during=crowd,
            severity=None if certain else Severity.WARNING,
        )


def _days(group: GroupCase) -> Period:
    return group.span or ALWAYS


def _place(region: RegionCase) -> Path:
    """The last group of the file: which one is too many only the parties can say."""
    return region.groups[-1].path if region.groups else ("yhteiset_johtoryhmat",)


RULE = Rule(
    code="G02",
    title="Johtoryhmiä on enintään yhtä monta kuin työvoimaviranomaisia",
    severity=Severity.ERROR,
    citations=("381/2023 9 § 1 mom",),
    grade="A",
    decides="Tarkastelupäivä: lasketaan johtoryhmät, joiden toimikausi on voimassa.",
    scope=Scope.REGION,
    check=check,
)
