"""L01: a region with a bilingual group works in both languages, or has decided otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.words import listed
from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase, RegionCase
from sopimukset.law.rule import Hit, Rule, Scope

BOTH = frozenset(("fi", "sv"))

ONE = (
    "Johtoryhmän toimialueella on kaksikielinen kunta tai erikielisiä kuntia, mutta asiakirjojen "
    "kieliin ei ole kirjattu: {puuttuvat}."
)
NAMES = {"fi": "suomi", "sv": "ruotsi"}
ADVICE = "Kirjaa kielet: [fi, sv], tai kirjaa kielistä tehty päätös kohtaan kielipaatos."


def check(region: RegionCase) -> Iterator[Hit]:
    """One language alone where a group's territory has both."""
    languages = region.alue.kielet
    if region.alue.kielipaatos is not None or BOTH.issubset(languages):
        return
    if any(_bilingual(group) for group in region.groups):
        absent = [name for language, name in NAMES.items() if language not in languages]
        values = {"puuttuvat": listed(absent)}
        yield Hit(("kielet",), ONE, ADVICE, values, missing=True)


def _bilingual(group: GroupCase) -> bool:
    """Whether the territory has a bilingual municipality or ones of both languages; Åland apart."""
    register = group.world.register
    counties = [register.hyvinvointialueet[key] for key in group.counties]
    if len(counties) == 1 and not counties[0].kaksikielinen:
        return False  # all of a unilingual county's municipalities speak the same language
    known = (register.kunnat.get(name) for name in group.municipalities or ())
    found = {kunta.kieliasema for kunta in known if kunta and kunta.hyvinvointialue}
    return len(found) > 1 or not found <= BOTH


RULE = Rule(
    code="L01",
    title="Kaksikielisellä toimialueella asiakirjat laaditaan suomeksi ja ruotsiksi",
    severity=Severity.WARNING,
    citations=("423/2003 6 § 1 mom", "423/2003 27 § 3 mom", "423/2003 32 §"),
    grade="C",
    decides="Ei riipu päivästä: katsotaan toimialueen kuntia.",
    scope=Scope.REGION,
    check=check,
)
