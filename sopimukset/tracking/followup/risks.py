"""Risks by gravity, costs against the budget, and what came and went between two periods."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

from sopimukset.tracking.followup.periods import (
    Compared,
    Followed,
    compared,
    months_of,
    parts_of,
)
from sopimukset.tracking.years_of_group import STATUTORY

if TYPE_CHECKING:
    from datetime import date

    from sopimukset.model import Alue, Kustannus, Seuranta
    from sopimukset.model.seuranta import KustannusToteuma, Riski
    from sopimukset.tracking.holdings import Holdings

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class Passage(Enum):
    """What became of something between two periods."""

    NEW = "new"
    CONTINUING = "continuing"
    ENDED = "ended"

    UNKNOWN = "unknown"
    """There is no earlier period to compare with."""


@dataclass(frozen=True, slots=True)
class Passed(Generic[T]):
    """Something that came, stayed or went.

    Attributes:
        passage: which.
        now: as it is in the period; None where it has ended.
        then: as it was in the earlier one; None where it is new.
    """

    passage: Passage
    now: T | None
    then: T | None


def passed(now: Mapping[K, T], then: Mapping[K, T] | None) -> tuple[Passed[T], ...]:
    """What came, stayed and went: first the period's own in its order, then what has ended.

    Args:
        now: by permanent identifier, what is there in the period.
        then: what was there in the earlier one; None where there is none, so that nothing is known.
    """
    if then is None:
        return tuple(Passed(Passage.UNKNOWN, item, None) for item in now.values())
    own = (
        Passed(Passage.CONTINUING if key in then else Passage.NEW, item, then.get(key))
        for key, item in now.items()
    )
    gone = (Passed(Passage.ENDED, None, item) for key, item in then.items() if key not in now)
    return (*own, *gone)


@dataclass(frozen=True, slots=True)
class RiskLine:
    """A risk of a period.

    Attributes:
        risk: as recorded; of one that has ended, as it was.
        passage: whether it is new since the previous period, continues or has ended.
        gravity: likelihood times effect, 1–25; None where either is missing.
        former_gravity: the same in the previous period.
    """

    risk: Riski
    passage: Passage
    gravity: int | None
    former_gravity: int | None


def risk_lines(periods: Compared) -> tuple[RiskLine, ...]:
    """The risks from the gravest; those without gravity next, and last those that have ended.

    Of two of one gravity the one of the greater effect comes first, then by identifier.
    """
    then = _risks(periods.previous) if periods.previous else None
    lines = [_risk_line(item) for item in passed(_risks(periods.now), then)]
    return tuple(sorted(lines, key=_order))


def latest_risks(items: Iterable[Seuranta], periods: Compared, day: date) -> Compared:
    """The period whose risks are told: the newest part of the period where it has none itself.

    A year's follow-up often leaves out what its half-year told of risks.

    Args:
        items: the follow-ups of the group.
        periods: the period that is told of.
        day: parts that end later aren't known.
    """
    own = list(items)
    if not periods.now.item.riskit:
        for one in parts_of(own, periods.now.days, day):
            if one.item.riskit:
                return compared(own, one.item) or periods
    return periods


def _risks(one: Followed) -> dict[str, Riski]:
    return {risk.tunnus: risk for risk in one.item.riskit}


def _risk_line(item: Passed[Riski]) -> RiskLine:
    risk = item.now or item.then
    assert risk is not None  # noqa: S101 (one of them is there)
    own = _gravity(item.now) if item.now else None
    return RiskLine(risk, item.passage, own, _gravity(item.then) if item.then else None)


def _gravity(risk: Riski) -> int | None:
    if risk.todennakoisyys is None or risk.vaikutus is None:
        return None
    return risk.todennakoisyys * risk.vaikutus


def _order(line: RiskLine) -> tuple[bool, int, int, str]:
    ended = line.passage is Passage.ENDED
    return ended, -(line.gravity or 0), -(line.risk.vaikutus or 0), line.risk.tunnus


@dataclass(frozen=True, slots=True)
class CostLine:
    """A cost of a period.

    Attributes:
        cost: as agreed; None where no agreement of the group holds it.
        row: as recorded in the follow-up.
        budget: the year's budget of the follow-up, else that of the agreement.
        actual: what it has cost in the period.
        used: per cent of the year's budget, with a tenth.
        elapsed: per cent of the year that the period is, to set the use beside, with a tenth; None
            where the period isn't whole months.
        previous: what it cost in the previous period.
        last_year: what it cost on the same days a year earlier.
    """

    cost: Kustannus | None
    row: KustannusToteuma
    budget: Decimal | None
    actual: Decimal | None
    used: Decimal | None
    elapsed: Decimal | None
    previous: Decimal | None
    last_year: Decimal | None

    @property
    def left(self) -> Decimal | None:
        """What is left of the year's budget; below 0 where it is overrun."""
        if self.budget is None or self.actual is None:
            return None
        return self.budget - self.actual

    @property
    def agreed_otherwise(self) -> Decimal | None:
        """The agreement's budget of a year, where the follow-up has another; else None."""
        agreed = self.cost.talousarvio if self.cost is not None else None
        return None if self.row.talousarvio in (None, agreed) else agreed


def cost_lines(holdings: Holdings, periods: Compared) -> tuple[CostLine, ...]:
    """The costs of a period in the follow-up's order."""
    agreed = agreed_costs(holdings.alue, periods.now.item.johtoryhma)
    return tuple(_cost_lines(agreed, periods))


def agreed_costs(alue: Alue, group: str) -> dict[str, Kustannus]:
    """The costs of a group's agreements by `tunnus`; an agreement without a group is of all.

    Where two agreements have a cost of the same key, that of the agreement on cooperation counts
    (381/2023 10 § 2 mom).
    """
    return {
        cost.tunnus: cost
        for agreement in sorted(alue.sopimukset, key=lambda item: item.laji == STATUTORY)
        if agreement.johtoryhma in (None, group)
        for cost in agreement.kustannukset
    }


def budget_of(row: KustannusToteuma, agreed: Mapping[str, Kustannus]) -> Decimal | None:
    """A year's budget in euros: the follow-up's own, else that of the agreed cost."""
    cost = agreed.get(row.kustannus or "")
    return cost.talousarvio if row.talousarvio is None and cost is not None else row.talousarvio


def _cost_lines(agreed: Mapping[str, Kustannus], periods: Compared) -> Iterator[CostLine]:
    months = months_of(periods.now.days)
    for row in periods.now.item.kustannukset:
        budget = budget_of(row, agreed)
        yield CostLine(
            agreed.get(row.kustannus or ""),
            row,
            budget,
            row.toteuma,
            _per_cent(row.toteuma, budget),
            _per_cent(Decimal(months), Decimal(12)) if months else None,
            _actual(periods.previous, row.kustannus),
            _actual(periods.last_year, row.kustannus),
        )


def _per_cent(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    if part is None or not whole:
        return None
    return (part * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _actual(one: Followed | None, key: str | None) -> Decimal | None:
    rows: Iterable[KustannusToteuma] = one.item.kustannukset if one else ()
    return next((row.toteuma for row in rows if row.kustannus == key), None)
