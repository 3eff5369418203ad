"""Which recorded counts of a group's follow-ups may not be published, over all of its periods.

A year and its half-years, classes, authorities and municipalities, a share and its parts, and two
indicators that count the same people: each is a sum by which a hidden count could be reckoned.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from sopimukset.base.periods import Period
from sopimukset.register.indicators import load_indicators
from sopimukset.tracking.followup.balances import balances_of
from sopimukset.tracking.followup.cells import (
    DENOMINATOR,
    HUNDRED,
    NUMERATOR,
    VALUE,
    Cell,
    Counts,
    Place,
    canonical,
    counts_of,
    family,
    parts_of,
    place_of,
)
from sopimukset.tracking.followup.figures import FAULTY, NOT_RECORDED, Figure, FigureState
from sopimukset.tracking.suppression import LEAST_SHOWN, is_small, suppressed

if TYPE_CHECKING:
    from sopimukset.model import Tavoite
    from sopimukset.model.seuranta import Mittariarvo
    from sopimukset.tracking.followup.periods import Followed

TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Guard:
    """What may not be published of a group's follow-ups.

    Attributes:
        hidden: the counts.
        authorities: the party of the authority of each municipality, by Finnish name.
        torn: the indicators whose parts are hidden because their figures contradict one another, or
            aren't all recorded.
    """

    hidden: frozenset[Cell]
    authorities: Mapping[str, str]
    torn: frozenset[str] = frozenset()

    def place(self, row: Mittariarvo) -> Place:
        """What a row's value is of."""
        return place_of(row, self.authorities)

    def figure(self, row: Mittariarvo | None, days: Period) -> Figure:
        """What may be published of a row of a period's follow-up.

        A share is shown only where both of its parts may be; either of them may be shown alone. A
        value that the indicator can't have (rule T18 tells of it) is none.
        """
        if row is None or row.mittari is None:
            return NOT_RECORDED
        place, (above, below) = self.place(row), parts_of(row)
        shown = {
            part: not self._hides(Cell(row.mittari, days, place, part))
            for part in (VALUE, NUMERATOR, DENOMINATOR)
        }
        value = row.arvo if row.arvo is not None else _share(above, below)
        if value is None and above is None and below is None:
            return NOT_RECORDED
        parts = (
            row.osoittaja if shown[NUMERATOR] else None,
            row.nimittaja if shown[DENOMINATOR] else None,
        )
        if not all(shown.values()):
            return Figure(FigureState.HIDDEN, None, *parts)
        if value is None:
            return Figure(FigureState.NOT_RECORDED, None, *parts)
        item = load_indicators().mittari(row.mittari, days.end)
        if item is not None and not item.alaraja <= value <= item.ylaraja:
            return FAULTY
        return Figure(FigureState.SHOWN, value, *parts)

    def _hides(self, cell: Cell) -> bool:
        return cell in self.hidden or canonical(cell) in self.hidden


def guard(series: Iterable[Followed], authorities: Mapping[str, str]) -> Guard:
    """What may not be published of a group's follow-ups.

    Where parts are recorded without their whole, or not all of them, and some count is small, no
    part is published: the sums by which it could be reckoned aren't known.

    Args:
        series: all follow-ups of the group whose periods are recorded, of any length: what one
            report hides another one must not tell.
        authorities: the party of the authority of each municipality, by Finnish name.
    """
    counts = counts_of(series, authorities)
    balances = balances_of(counts.values)
    bound = [item for balance in balances for item in balance.sums]
    parts = _ragged_parts(counts)
    # A part of a ragged family is hidden, but what came and went can tell it.
    told = parts.intersection(cell for item in bound for cell in (item.total, *item.parts))
    known = {cell: count for cell, count in counts.values.items() if cell not in parts - told}
    known.update(pair for balance in balances for pair in balance.between)
    sums = [item for item in counts.sums if parts.isdisjoint((item.total, *item.parts))]
    unseen = (counts.unpublished | told).union(
        cell for balance in balances for cell, _ in balance.between
    )
    hidden = suppressed(known, [*sums, *bound], unseen.intersection(known))
    torn = frozenset(cell.mittari for cell in parts if cell not in counts.unpublished)
    return Guard((hidden | parts) - counts.unpublished | counts.doubted, authorities, torn)


def baseline(goal: Tavoite, series: Iterable[Followed], guarded: Guard) -> Figure:
    """What may be published of the value from which a goal sets out: it is of some follow-up.

    A small count isn't, nor any value of an indicator that some follow-up hides of the group.
    """
    if goal.lahtotaso is None:
        return NOT_RECORDED
    catalogue, shown = load_indicators(), Figure(FigureState.SHOWN, goal.lahtotaso)
    if goal.mittari is None or not catalogue.henkiloita(goal.mittari):
        return shown
    item = catalogue.mittari(goal.mittari)
    small = 0 < goal.lahtotaso < LEAST_SHOWN and (item is None or item.laji == "maara")
    own = (
        guarded.figure(row, one.days)
        for one in series
        for row in one.item.mittarit
        if row.mittari == goal.mittari and guarded.place(row) == Place()
    )
    hidden = small or any(figure.state is FigureState.HIDDEN for figure in own)
    return Figure(FigureState.HIDDEN) if hidden else shown


def _ragged_parts(counts: Counts) -> set[Cell]:
    """The parts of which only wholes are told.

    All parts of the families that are ragged and hold a small count. Where states and what came and
    went hang together, an authority left out of one can be reckoned from the others: then no
    authority or municipality is told of any of them.
    """
    small = {family(cell) for cell, count in counts.values.items() if is_small(count)}
    exposed, scattered = counts.ragged & small, set[str]()
    for bound in load_indicators().sidotut:
        if bound & small and bound & counts.scattered:
            scattered |= bound
    return {
        cell
        for cell in counts.values
        if cell.place != Place()
        and (family(cell) in exposed or (not cell.place.luokka and family(cell) in scattered))
    }


def _share(above: Decimal | None, below: Decimal | None) -> Decimal | None:
    """Per cent with a tenth; None where a part is missing or the whole is 0."""
    if above is None or not below:
        return None
    return (above * HUNDRED / below).quantize(TENTH, ROUND_HALF_UP)
