"""What a state of a day tells of what came and went since another day.

Customers at a period's end are those at the end of the period before, the new ones added and the
ended ones taken away: who knows three of these counts knows the fourth. The catalogue tells which
indicators are bound so (`lisaavat`, `vahentavat`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sopimukset.base.periods import Period, day_after, day_before
from sopimukset.register.indicators import load_indicators
from sopimukset.tracking.followup.cells import (
    VALUE,
    Balance,
    Cell,
    Place,
    canonical,
    covered,
    tiles,
)
from sopimukset.tracking.suppression import Sum

if TYPE_CHECKING:
    from sopimukset.register.indicators import Mittari

BALANCE = "tase"


class _Recorded(NamedTuple):
    """The counts that may be bound, by what they count.

    Attributes:
        states: of each indicator and place the cells of each last day.
        flows: of each indicator and place the cells of each period.
    """

    states: Mapping[tuple[str, Place], dict[date, list[Cell]]]
    flows: Mapping[tuple[str, Place], list[Cell]]


def balances_of(values: Mapping[Cell, int]) -> list[Balance]:
    """Every relation of this kind between counts of the same place.

    A state that is recorded of the same day twice, in a half-year's follow-up and the year's, is
    one. Where the recorded figures don't obey a relation it is believed all the same.

    Args:
        values: all counts of a group, those that follow from others among them.
    """
    known = _recorded(values)
    found: list[Balance] = []
    for (key, place), days in known.states.items():
        for cells in days.values():
            found += _alike(cells, values)
        if place.luokka is None:
            found += _between(key, place, known, values)
    return found


def _recorded(values: Mapping[Cell, int]) -> _Recorded:
    catalogue = load_indicators()
    states: dict[tuple[str, Place], dict[date, list[Cell]]] = {}
    flows: dict[tuple[str, Place], list[Cell]] = {}
    for cell in values:
        if cell.part != VALUE or cell.rest is not None:
            continue
        if cell.mittari in catalogue.tasattavat:
            own = states.setdefault((cell.mittari, cell.place), {})
            own.setdefault(cell.days.end, []).append(cell)
        else:
            flows.setdefault((cell.mittari, cell.place), []).append(cell)
    return _Recorded(states, flows)


def _alike(cells: list[Cell], values: Mapping[Cell, int]) -> Iterator[Balance]:
    """The same state in follow-ups that end on one day."""
    first = cells[0]
    for other in cells[1:]:
        yield Balance((), (Sum(first, (other,), values[first] - values[other]),))


def _between(
    key: str, place: Place, known: _Recorded, values: Mapping[Cell, int]
) -> Iterator[Balance]:
    """The relations between two days of a state, wherever all that came and went is recorded."""
    states = known.states[key, place]
    spans = dict.fromkeys(Period(day_after(a), b) for a, b in pairwise(sorted(states)))
    for cell in [cell for own in known.flows.values() for cell in own if cell.place == place]:
        if day_before(cell.days.start) in states and cell.days.end in states:
            spans.setdefault(cell.days)
    for span in spans:
        item = load_indicators().mittari(key, span.end)
        bound = _bound(item, place, span, known) if item is not None else None
        if bound is not None:
            came, went = bound
            before, now = states[day_before(span.start)][0], states[span.end][0]
            total = Cell(key, span, place, BALANCE)
            yield _balance(total, (before, *came), (now, *went), values)


def _balance(
    total: Cell, then: tuple[Cell, ...], now: tuple[Cell, ...], values: Mapping[Cell, int]
) -> Balance:
    """Those who were there and came are those who are there and went."""
    count = sum(values[cell] for cell in then)
    more = count - sum(values[cell] for cell in now)
    return Balance(((total, count),), (Sum(total, then), Sum(total, now, more)))


def _bound(
    item: Mittari, place: Place, span: Period, known: _Recorded
) -> tuple[list[Cell], list[Cell]] | None:
    """What came and what went in the days; None where some of it isn't recorded."""
    came = _flows(item.lisaavat, place, span, known)
    went = _flows(item.vahentavat, place, span, known)
    return None if came is None or went is None else (came, went)


def _flows(keys: Iterable[str], place: Place, span: Period, known: _Recorded) -> list[Cell] | None:
    found: list[Cell] = []
    for key in keys:
        name = canonical(Cell(key, span, place))
        cells = known.flows.get((name.mittari, name.place), [])
        whole = [cell for cell in cells if cell.days == span]
        parts = whole or tiles(span, cells)
        if not covered(span, parts):
            return None
        found += parts
    return found
