"""A04: the agreement says how much staff each of the parties assigns, and to which tasks."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.periods import FOREVER, Period, gaps
from sopimukset.base.words import listed
from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.cases import GroupCase
from sopimukset.law.facts import STAFFED
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.law.rules._clauses import missing_clauses
from sopimukset.model import Henkilostorivi
from sopimukset.tracking.roles import Role

NONE = "Yhteistoimintamalliin osoitettua henkilöstöä ei ole kirjattu: {kuka}."
GAP = "Yhteistoimintamalliin ei ole kirjattu henkilöstöä: {kuka}, {aika}."
ADVICE = "Kirjaa kohtaan henkilosto osapuolen rivi: maara, yksikko ja tehtava."
PARTIAL = "Henkilöstörivistä ei ole kirjattu: {puuttuvat}."
PARTIAL_ADVICE = "Määrästä ja tehtävärakenteesta on sovittava riittävän tarkasti."
ZERO = "Henkilöstön määrä on nolla, eikä syytä ole kirjattu."
ZERO_ADVICE = "Kirjaa selite tai korjaa määrä: jokainen osapuoli osoittaa henkilöstöä."

PARTS = {"maara": "määrä", "yksikko": "yksikkö", "tehtava": "tehtävä"}
Row = tuple[Path, Henkilostorivi]


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """The clause, a party without staff, rows without number or task."""
    group = agreement.group
    if not agreement.statutory or group is None:
        return
    yield from missing_clauses(agreement, "henkilosto")
    rows = _rows(agreement, group)
    own: dict[Role, list[Row]] = {}
    for path, row in rows:
        own.setdefault(agreement.region.role(row.osapuoli), []).append((path, row))
    days = _days(agreement, group)
    for role in group.roles:
        yield from _party(agreement, role, own.get(role, []), days)
    for path, row in rows:
        yield from _row(path, row)


def _rows(agreement: AgreementCase, group: GroupCase) -> list[Row]:
    """The staff rows of the group; a row without a group is its where there is only one."""
    alone = len(agreement.region.groups) == 1
    return [
        (("henkilosto", index), row)
        for index, row in enumerate(agreement.region.alue.henkilosto)
        if row.johtoryhma == group.model.tunnus or (row.johtoryhma is None and alone)
    ]


def _party(
    agreement: AgreementCase, role: Role, rows: list[Row], span: Period | None
) -> Iterator[Hit]:
    if not rows:
        values = {"kuka": agreement.region.party_name(role)}
        yield Hit(("henkilosto",), NONE, ADVICE, values, missing=True)
        return
    if span is None:
        return  # A01 or G14 asks for the dates
    for gap in gaps(span, [row.jakso for _, row in rows if row.jakso is not None]):
        values = {"kuka": agreement.region.party_name(role)}
        yield Hit(_latest(rows), GAP, ADVICE, values, during=gap, missing=True)


def _latest(rows: list[Row]) -> Path:
    """The row that goes on longest: whoever mends a gap begins there."""
    return max(rows, key=lambda row: (row[1].paattyen or FOREVER, row[1].tunnus))[0]


def _days(agreement: AgreementCase, group: GroupCase) -> Period | None:
    if agreement.validity is None or group.span is None:
        return None
    return agreement.validity.intersection(group.span)


def _row(path: Path, row: Henkilostorivi) -> Iterator[Hit]:
    lacking = [name for part, name in PARTS.items() if getattr(row, part) is None]
    if lacking:
        values = {"puuttuvat": listed(lacking)}
        yield Hit(path, PARTIAL, PARTIAL_ADVICE, values, during=row.jakso, missing=True)
    if row.maara == 0 and row.selite is None:
        yield Hit((*path, "maara"), ZERO, ZERO_ADVICE, during=row.jakso)


RULE = Rule(
    code="A04",
    title="Sopimuksessa on sovittu kunkin osapuolen henkilöstön määrästä ja tehtävistä",
    severity=Severity.ERROR,
    citations=("388/2024 3 § 2 kohta", "381/2023 9 § 2 mom"),
    grade="A",
    decides="Tarkastelupäivä: henkilöstöä on oltava osoitettuna sopimuksen voimassaoloaikana.",
    scope=Scope.AGREEMENT,
    check=check,
    settled=STAFFED,
)
