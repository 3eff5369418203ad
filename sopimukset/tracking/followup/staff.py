"""Staff agreed on and staff at work in a period, by row, party, task and office (388/2024 2–3 §).

What was agreed stands in the region's file with its days, what was realised in the follow-up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from sopimukset.base.periods import Period
from sopimukset.tracking.followup.periods import Compared, Followed
from sopimukset.tracking.pools import staff_of_group

if TYPE_CHECKING:
    from sopimukset.model import Alue, Henkilostorivi, Johtoryhma, Teksti
    from sopimukset.model.seuranta import HenkilostonToteuma
    from sopimukset.tracking.holdings import Holdings


@dataclass(frozen=True, slots=True)
class StaffPoint:
    """Staff of one period.

    Attributes:
        days: the period.
        agreed: the amount that holds on the period's last day; None where none is recorded.
        realised: the amount that was at work; None where it isn't recorded.
        holds: whether what was agreed holds on the period's last day, whatever is recorded of it.
    """

    days: Period
    agreed: Decimal | None
    realised: Decimal | None
    holds: bool = True

    @property
    def difference(self) -> Decimal | None:
        """By how much more was at work than was agreed; below 0 where staff was short."""
        if self.agreed is None or self.realised is None:
            return None
        return self.realised - self.agreed

    @property
    def far_below(self) -> bool:
        """Whether less than half of what was agreed was at work: our own threshold."""
        if self.agreed is None or self.realised is None:
            return False
        return self.realised * 2 < self.agreed


@dataclass(frozen=True, slots=True)
class StaffLine:
    """A row of staff in a period.

    Attributes:
        row: as agreed; None where the follow-up names a row that the record doesn't hold.
        key: the row's identifier.
        now: the period's amounts.
        previous: those of the previous period; None where there is none of the same length.
        history: the periods of the same length up to this one.
        explanation: why it differs from what was agreed.
        effect: what has followed from it.
    """

    row: Henkilostorivi | None
    key: str
    now: StaffPoint
    previous: StaffPoint | None
    history: tuple[StaffPoint, ...]
    explanation: Teksti | None = None
    effect: Teksti | None = None


@dataclass(frozen=True, slots=True)
class StaffSum:
    """Rows of the same party, task or office, in one unit.

    Every amount is of the same rows: those that hold on the period's last day. A sum of which a row
    isn't recorded is not known: what isn't written down is no 0.

    Attributes:
        key: the party's or the office's identifier, or the task's text; None where the rows tell
            of none.
        unit: `htv`, `henkiloa` or `tuntia-viikossa`; "" where none is recorded.
        now: the sum of the agreed amounts, and of the realised ones.
        history: the same sums of the periods of the same length up to this one, but only those
            that are known whole: a trend of parts misleads.
    """

    key: Teksti | None
    unit: str
    now: StaffPoint
    history: tuple[StaffPoint, ...]

    @property
    def difference(self) -> Decimal | None:
        """By how much more was at work than was agreed; None where either isn't known."""
        return self.now.difference


@dataclass(frozen=True, slots=True)
class StaffFollowed:
    """The staff of a group in a period.

    Attributes:
        lines: by row, in the record's order.
        parties, tasks, offices: sums by party, by task and by office, in the order in which the
            rows first tell of them.
        totals: sums of all, by unit.
    """

    lines: tuple[StaffLine, ...]
    parties: tuple[StaffSum, ...]
    tasks: tuple[StaffSum, ...]
    offices: tuple[StaffSum, ...]
    totals: tuple[StaffSum, ...]

    @property
    def short(self) -> tuple[StaffLine, ...]:
        """The rows on which less was at work than was agreed, the greatest gap first."""
        lacking = [line for line in self.lines if (line.now.difference or Decimal()) < 0]
        return tuple(sorted(lacking, key=lambda line: line.now.difference or Decimal()))

    @property
    def unrecorded(self) -> tuple[StaffLine, ...]:
        """The rows that hold, but of which the follow-up doesn't tell what was at work."""
        return tuple(line for line in self.lines if line.now.holds and line.now.realised is None)

    @property
    def outside(self) -> tuple[StaffLine, ...]:
        """The rows that the follow-up tells of, but which are in no sum: they don't hold."""
        return tuple(
            line for line in self.lines if not line.now.holds and line.now.realised is not None
        )


def rows_of(alue: Alue, group: Johtoryhma) -> tuple[Henkilostorivi, ...]:
    """The rows that are assigned to a group; in a region of one group those that name none too."""
    return tuple(staff_of_group(alue, group.tunnus))


def staff_followed(holdings: Holdings, group: Johtoryhma, periods: Compared) -> StaffFollowed:
    """The staff of a group in a period, with the periods of the same length before it.

    A row is there that holds on the period's last day, or of which the follow-up tells.
    """
    rows = rows_of(holdings.alue, group)
    known = {row.tunnus: row for row in rows}
    told = [item.rivi for item in periods.now.item.henkilosto if item.rivi]
    keys = [row.tunnus for row in rows if _holds(row, periods.now.days) or row.tunnus in told]
    keys += [key for key in dict.fromkeys(told) if key not in known]
    lines = tuple(_line(key, known.get(key), periods) for key in keys)
    return StaffFollowed(
        lines,
        tuple(_sums(lines, lambda row: row.osapuoli)),
        tuple(_sums(lines, lambda row: row.tehtava)),
        tuple(_sums(lines, lambda row: row.toimipiste)),
        tuple(_sums(lines, lambda _row: None)),
    )


def _line(key: str, row: Henkilostorivi | None, periods: Compared) -> StaffLine:
    told = _told(periods.now, key)
    history = tuple(_point(key, row, one) for one in periods.series)
    return StaffLine(
        row,
        key,
        history[-1],
        _point(key, row, periods.previous) if periods.previous else None,
        history,
        told.selite if told else None,
        told.vaikutus if told else None,
    )


def _point(key: str, row: Henkilostorivi | None, one: Followed) -> StaffPoint:
    told = _told(one, key)
    holds = row is not None and _holds(row, one.days)
    agreed = row.maara if row is not None and holds else None
    return StaffPoint(one.days, agreed, told.maara if told else None, holds)


def _told(one: Followed, key: str) -> HenkilostonToteuma | None:
    return next((item for item in one.item.henkilosto if item.rivi == key), None)


def _holds(row: Henkilostorivi, days: Period) -> bool:
    return row.jakso is not None and days.end in row.jakso


def _sums(
    lines: Iterable[StaffLine], key_of: Callable[[Henkilostorivi], Teksti | None]
) -> Iterator[StaffSum]:
    found: dict[tuple[Teksti | None, str], list[StaffLine]] = {}
    for line in lines:
        if line.row is not None:
            found.setdefault((key_of(line.row), line.row.yksikko or ""), []).append(line)
    for (key, unit), own in found.items():
        if any(line.now.holds for line in own):
            yield StaffSum(key, unit, _sum([line.now for line in own]), tuple(_history(own)))


def _history(lines: list[StaffLine]) -> Iterator[StaffPoint]:
    for points in zip(*(line.history for line in lines), strict=True):
        total = _sum(list(points))
        if total.agreed is not None and total.realised is not None:
            yield total


def _sum(points: list[StaffPoint]) -> StaffPoint:
    own = [point for point in points if point.holds]
    return StaffPoint(
        points[0].days,
        _added([point.agreed for point in own]),
        _added([point.realised for point in own]),
        bool(own),
    )


def _added(amounts: list[Decimal | None]) -> Decimal | None:
    """The sum; None where one of the amounts isn't recorded, for then it isn't known."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal()) if known and len(known) == len(amounts) else None
