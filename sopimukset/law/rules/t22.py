"""T22: a small count of people stands in plain in a follow-up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sopimukset.findings import Severity
from sopimukset.law.files import FileCase
from sopimukset.law.recorded import Recorded
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.law.rules._followups import worth
from sopimukset.tracking.suppression import LEAST_SHOWN

SMALL = (
    "Tiedostossa on lukuja, jotka kertovat 1–4 henkilöstä. Niitä on {maara}, tämä on ensimmäinen."
)
PUBLIC = (
    "Raportit peittävät ne. Jos tiedostot ovat julkisia, yhdistä luokkia tai jätä erittely pois."
)


def check(file: FileCase) -> Iterator[Hit]:
    """The first small count of a file, with how many there are."""
    if file.region is not None and file.region.alue.kuvitteellinen:
        return  # invented figures are of nobody
    found = [path for one in file.recorded for path in _small(one)]
    if found:
        yield Hit(found[0], SMALL, PUBLIC, {"maara": len(found)})


def _small(one: Recorded) -> Iterator[Path]:
    if one.item is None or not one.item.henkiloita:
        return
    share = one.item.laji == "osuus"
    fields: dict[str, Decimal | None] = (
        {"osoittaja": one.osoittaja, "nimittaja": one.nimittaja} if share else {"arvo": one.arvo}
    )
    for name, value in fields.items():
        if value is not None and 0 < value < LEAST_SHOWN:
            yield (*one.path, name)


RULE = Rule(
    code="T22",
    title="Seurannassa ei ole pieniä henkilömääriä näkyvissä",
    severity=Severity.INFO,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)
