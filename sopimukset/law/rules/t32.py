"""T32: what an amending agreement changes is not told to have held before it came into force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sopimukset.base.dates import told_day
from sopimukset.base.periods import ALWAYS, Period
from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.approved import versions_of
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Henkilostorivi, Kustannus, Versio
from sopimukset.tracking.counted import AMENDING

STAFF, COSTS = "henkilosto", "kustannukset"
SHARES = (
    (STAFF, ("osapuoli", "maara", "yksikko", "tehtava", "toimipiste")),
    (COSTS, ("kattaa", "avain", "osuudet", "selite", "talousarvio")),
)
"""What a row agrees on. A note about staff is no part of it; a cost may be divided in words."""

Row = Henkilostorivi | Kustannus

EDITED = (
    "Versiossa {versio} on muutettu riviä {rivi}, joka on ollut voimassa {alku} alkaen. "
    "Muutossopimus on voimassa vasta {paiva} alkaen, joten muutos näyttää tulleen voimaan ennen "
    "sitä."
)
ADVICE = (
    "Palauta rivi ennalleen ja kirjaa sen viimeiseksi päiväksi {paattyi}. Lisää muutoksesta uusi "
    "rivi, joka alkaa {paiva}, ja tee uusi versio."
)


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """Rows that a version changes though they began before its amending agreement."""
    target, days = agreement.model.muuttaa, agreement.model.voimassa
    if agreement.model.laji != AMENDING or target is None or days is None or days.alkaen is None:
        return
    known = {item.versio: item for item in versions_of(agreement.region, target.sopimus)}
    old, new = known.get(target.versiosta), known.get(target.versioon)
    if old is None or new is None:
        return
    for name, fields in SHARES:
        before = {row.tunnus: row for row in _rows(old, name)}
        for row in _rows(new, name):
            former = before.get(row.tunnus)
            changed = [key for key in fields if former and _other(former, row, key)]
            if changed and row.alkaen is not None and row.alkaen < days.alkaen:
                path = _place(agreement, target.sopimus, name, row.tunnus, changed[0])
                yield _hit(path, new.versio, row, row.alkaen, days.alkaen)


def _other(former: Row, row: Row, key: str) -> bool:
    return bool(getattr(former, key) != getattr(row, key))


def _hit(path: Path, versio: str, row: Row, begun: date, first: date) -> Hit:
    last = first - timedelta(days=1)
    values = {
        "versio": versio,
        "rivi": row.tunnus,
        "alku": told_day(begun),
        "paiva": told_day(first),
        "paattyi": told_day(last),
    }
    return Hit(path, EDITED, ADVICE, values, Period(ALWAYS.start, last))


def _rows(version: Versio, name: str) -> Sequence[Row]:
    """The rows of a list in a version's content."""
    if name == STAFF:
        return version.sisalto.henkilosto
    return [row for item in version.sisalto.sopimukset for row in item.kustannukset]  # its own


def _place(agreement: AgreementCase, target: str, name: str, tunnus: str, key: str) -> Path:
    """The row as it stands in the record; where it is gone, what names the version."""
    alue = agreement.region.alue
    lists: list[tuple[Path, Sequence[Row]]] = [((STAFF,), alue.henkilosto)]
    if name == COSTS:
        lists = [
            (("sopimukset", index, COSTS), item.kustannukset)
            for index, item in enumerate(alue.sopimukset)
            if item.tunnus == target
        ]
    for path, rows in lists:
        for index, row in enumerate(rows):
            if row.tunnus == tunnus:
                there = getattr(row, key) not in (None, ())
                return (*path, index, key) if there else (*path, index)
    return (*agreement.path, "muuttaa", "versioon")


RULE = Rule(
    code="T32",
    title="Muutossopimuksella muutettu rivi ei ala ennen muutossopimusta",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Muutossopimuksen alkamispäivä. Siitä alkaen havainto on tieto.",
    scope=Scope.AGREEMENT,
    check=check,
)
