"""The counts of people in a group's follow-ups, and the sums that hold between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from sopimukset.base.periods import Period, covers
from sopimukset.register.indicators import load_indicators
from sopimukset.tracking.followup.periods import Followed
from sopimukset.tracking.suppression import Sum

if TYPE_CHECKING:
    from sopimukset.model.seuranta import Mittariarvo
    from sopimukset.register.indicators import Mittari

VALUE, NUMERATOR, DENOMINATOR = "arvo", "osoittaja", "nimittaja"
COMPLEMENT = "muut"
HUNDRED = Decimal(100)


class Place(NamedTuple):
    """What a value is of, apart from its indicator and period.

    Attributes:
        luokka: the class; None for all.
        viranomainen: the authority's party; None for the group's whole territory.
        kunta: the municipality; None for all.
    """

    luokka: str | None = None
    viranomainen: str | None = None
    kunta: str | None = None

    @property
    def wholes(self) -> tuple[Place, ...]:
        """The places that it is directly a part of, one for each way of dividing."""
        return tuple(
            whole
            for whole, divided in (
                (self._replace(luokka=None), self.luokka),
                (self._replace(kunta=None), self.kunta),
                (self._replace(viranomainen=None), self.viranomainen and not self.kunta),
            )
            if divided
        )


class Cell(NamedTuple):
    """A count of people.

    Attributes:
        mittari: the indicator's key.
        days: the period.
        place: what it is of.
        part: which part of a share it is, or the value itself.
        rest: of which whole it is what the recorded parts leave; None for a recorded count.
    """

    mittari: str
    days: Period
    place: Place
    part: str = VALUE
    rest: tuple[object, ...] | None = None


class Balance(NamedTuple):
    """A relation between counts of different indicators or follow-ups.

    Attributes:
        between: cells that stand in no follow-up and by which its sums hang together, with counts.
        sums: the sums.
    """

    between: tuple[tuple[Cell, int], ...]
    sums: tuple[Sum[Cell], ...]


@dataclass(slots=True)
class Counts:
    """The counts of a group over all periods.

    Attributes:
        values: the counts by cell.
        unpublished: cells that follow from others and stand in no follow-up.
        doubted: cells that are recorded twice, with different counts.
        ragged: families of indicators of which some whole isn't recorded, or isn't the sum of its
            parts. What is left out there could be reckoned in ways that no sum here tells.
        scattered: families of which the same is so for authorities, municipalities or periods.
        sums: the sums that hold between them.
    """

    values: dict[Cell, int] = field(default_factory=dict)
    unpublished: set[Cell] = field(default_factory=set)
    doubted: set[Cell] = field(default_factory=set)
    ragged: set[str] = field(default_factory=set)
    scattered: set[str] = field(default_factory=set)
    sums: list[Sum[Cell]] = field(default_factory=list)

    def tear(self, cell: Cell, *, places: bool) -> None:
        """Keep in mind that a whole's parts don't make it up.

        Args:
            cell: the whole.
            places: whether the parts are other than classes.
        """
        self.ragged.add(family(cell))
        if places:
            self.scattered.add(family(cell))


def place_of(row: Mittariarvo, authorities: Mapping[str, str]) -> Place:
    """What a row's value is of.

    Args:
        row: the row.
        authorities: the party of the authority of each municipality, by Finnish name.
    """
    return place_in(row.__dict__, authorities)


def place_in(row: Mapping[str, Any], authorities: Mapping[str, str]) -> Place:
    """The same of what a row holds, by field: to take it so costs a fourth."""
    kunta: str | None = row["kunta"]
    party = row["tyovoimaviranomainen"] or (authorities.get(kunta) if kunta else None)
    return Place(row["luokka"], party, kunta)


def parts_of(row: Mittariarvo) -> tuple[Decimal | None, Decimal | None]:
    """A share's numerator and denominator; one that isn't recorded is reckoned from the other."""
    above, below, value = row.osoittaja, row.nimittaja, row.arvo
    if above is None and below is not None and value is not None:
        above = (value * below / HUNDRED).quantize(Decimal(1))
    if below is None and above is not None and value:
        below = (above * HUNDRED / value).quantize(Decimal(1))
    return above, below


def counts_of(series: Iterable[Followed], authorities: Mapping[str, str]) -> Counts:
    """The counts of people in follow-ups of any length, with every sum that a reader can use.

    Values of indicators that the catalogue doesn't know are taken to count people.

    Args:
        series: the follow-ups of one group.
        authorities: the party of the authority of each municipality, by Finnish name.
    """
    counts = Counts()
    for one in series:
        for row in one.item.mittarit:
            for cell, count in _recorded(row, one.days, place_of(row, authorities)):
                _put(counts, cell, count)
    _complete(counts)
    _divide_places(counts)
    _divide_periods(counts)
    _divide_shares(counts)
    return counts


def canonical(cell: Cell) -> Cell:
    """The cell of the indicator by which others that count the same people are known."""
    item = load_indicators().mittari(cell.mittari, cell.days.end)
    if item is None or item.sama_kuin is None or cell.place.luokka is not None:
        return cell
    key, luokka = item.sama_kuin
    return cell._replace(mittari=key, place=cell.place._replace(luokka=luokka))


def family(cell: Cell) -> str:
    """The indicator whose counts a cell's counts are a part of, or which they are."""
    item = load_indicators().mittari(cell.mittari, cell.days.end)
    return item.sama_kuin[0] if item is not None and item.sama_kuin else cell.mittari


def _recorded(row: Mittariarvo, days: Period, place: Place) -> Iterator[tuple[Cell, int]]:
    key = row.mittari
    item = load_indicators().mittari(key, days.end) if key else None
    if not key or (item is not None and not item.henkiloita):
        return
    above, below = parts_of(row)
    told = {NUMERATOR: above, DENOMINATOR: below, VALUE: None if _share(item) else row.arvo}
    for part, value in told.items():
        if value is not None and value >= 0 and value == int(value):
            yield Cell(key, days, place, part), int(value)


def _share(item: Mittari | None) -> bool:
    return item is not None and item.laji == "osuus"


def _put(counts: Counts, cell: Cell, count: int) -> None:
    """Keep a count; one that contradicts another of the same people stays under its own name."""
    for name in (canonical(cell), cell):
        if counts.values.setdefault(name, count) == count:
            return
    counts.doubted.add(cell)
    counts.tear(cell, places=True)


def _complete(counts: Counts) -> None:
    """Add the wholes that nobody recorded, so that parts of parts hang together."""
    waiting = list(counts.values)
    for cell in waiting:
        for whole in _wholes(cell):
            if whole not in counts.values:
                counts.values[whole] = 0
                counts.unpublished.add(whole)
                counts.tear(whole, places=whole.place.luokka == cell.place.luokka)
                waiting.append(whole)
    parts = _by_whole(counts)
    for whole in sorted(counts.unpublished, key=_depth, reverse=True):
        sums = (sum(counts.values[one] for one in own) for own in parts.get(whole, {}).values())
        counts.values[whole] = max(sums, default=0)


def _depth(cell: Cell) -> int:
    return sum(item is not None for item in cell.place)


def _wholes(cell: Cell) -> Iterator[Cell]:
    for place in cell.place.wholes:
        yield canonical(cell._replace(place=place))


def _by_whole(counts: Counts) -> dict[Cell, dict[tuple[str, Place], list[Cell]]]:
    """The parts of each whole by the way in which it is divided."""
    found: dict[Cell, dict[tuple[str, Place], list[Cell]]] = {}
    for cell in counts.values:
        for place in cell.place.wholes:
            whole = canonical(cell._replace(place=place))
            way = Place(*("x" if a != b else None for a, b in zip(place, cell.place, strict=True)))
            found.setdefault(whole, {}).setdefault((cell.mittari, way), []).append(cell)
    return found


def _divide_places(counts: Counts) -> None:
    for whole, ways in _by_whole(counts).items():
        for (key, way), parts in ways.items():
            rest = Cell(key, whole.days, whole.place, whole.part, way)
            if _divide(counts, whole, parts, rest):
                counts.tear(whole, places=not way.luokka)


def _divide_periods(counts: Counts) -> None:
    """The sums of what adds up over time: a year is its half-years."""
    series: dict[Cell, list[Cell]] = {}
    for cell in counts.values:
        item = load_indicators().mittari(cell.mittari, cell.days.end)
        if item is not None and item.kertyva and cell.rest is None:
            series.setdefault(cell._replace(days=Period()), []).append(cell)
    for cells in series.values():
        for whole in cells:
            parts = tiles(whole.days, [cell for cell in cells if cell != whole])
            rest = whole._replace(rest=whole.days)
            if parts and _divide(counts, whole, parts, rest) and covered(whole.days, parts):
                counts.tear(whole, places=True)


def tiles(days: Period, cells: Iterable[Cell]) -> list[Cell]:
    """Cells whose periods lie in some days, one after another; the longest first."""
    inside = [cell for cell in cells if _within(cell.days, days)]
    found: list[Cell] = []
    for cell in sorted(inside, key=lambda one: (one.days.start, -one.days.end.toordinal())):
        if not found or found[-1].days.end < cell.days.start:
            found.append(cell)
    return found


def _within(one: Period, other: Period) -> bool:
    return other.start <= one.start and one.end <= other.end


def covered(days: Period, parts: Iterable[Cell]) -> bool:
    """Whether the periods of cells leave none of some days out."""
    return covers(days, [part.days for part in parts])


def _divide_shares(counts: Counts) -> None:
    """What is told of some is told of the others: all plans, those in time and those not."""
    for below in [cell for cell in counts.values if cell.part == DENOMINATOR]:
        above = below._replace(part=NUMERATOR)
        if below.rest is None and above in counts.values:
            _divide(counts, below, [above], below._replace(part=COMPLEMENT))


def _divide(counts: Counts, whole: Cell, parts: list[Cell], rest: Cell) -> int:
    """Keep a sum with what the parts leave; counts that contradict each other make none.

    Returns:
        What is left: below 0 where the parts are more than the whole.
    """
    left = counts.values[whole] - sum(counts.values[part] for part in parts)
    if left < 0:
        return left
    if left:
        counts.values[rest] = left
        counts.unpublished.add(rest)
        parts = [*parts, rest]
    counts.sums.append(Sum(whole, tuple(parts)))
    return left
