"""Hides small counts of people, and as many others as it takes that sums don't tell them.

No act names a limit for a count in a follow-up. That a count of 1–4 is not published, and that 0
is, is our own choice, said so wherever it is used (docs/decisions/2026-11-22-indicators.md).

A hidden small count is safe when there is a second table of whole numbers with the same published
cells, the same sums and no hidden cell below its least value, in which the count is another. Such a
table is searched for; where none is found, another cell is hidden. What is called safe has been
shown to be: a search that gives up too early costs a figure, never a secret.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

C = TypeVar("C", bound=Hashable)

LEAST_SHOWN = 5
"""The least count of people that is published, 0 apart: our own choice."""

STEPS = 3000
"""How many steps a search for a second table may take before another cell is hidden instead."""


def is_small(count: int) -> bool:
    """Whether a count of people is not to be published: 1–4."""
    return 0 < count < LEAST_SHOWN


@dataclass(frozen=True, slots=True)
class Sum(Generic[C]):
    """A sum that holds: whoever knows all of its cells but one knows that one too.

    Attributes:
        total: the cell that is the sum.
        parts: the cells that are summed, each once.
    """

    total: C
    parts: tuple[C, ...]


def suppressed(
    counts: Mapping[C, int], sums: Sequence[Sum[C]], unpublished: Collection[C] = frozenset()
) -> frozenset[C]:
    """The cells that may not be published: small ones, and those that would tell them.

    The same counts in the same order give the same cells. Parts are hidden before totals, small
    counts before great ones, 0 last of all.

    Args:
        counts: every cell's count of people, none below 0.
        sums: the sums, which hold between the counts.
        unpublished: cells that nobody is shown but that follow from others, such as the rest of a
            sum whose parts aren't all recorded. They are always among the result.

    Raises:
        ValueError: a sum does not hold, or a count is below 0.
        KeyError: a sum names a cell without a count.
    """
    _verify(counts, sums)
    table = _Table(counts, sums, frozenset(unpublished))
    small = [cell for cell, count in counts.items() if is_small(count)]
    for cell in small:
        table.hidden.add(cell)
    for cell in small:
        while not table.ambiguous(cell):
            other = table.next_to_hide(cell)
            if other is None:
                break
            table.hidden.add(other)
    return frozenset(table.hidden)


def _verify(counts: Mapping[C, int], sums: Sequence[Sum[C]]) -> None:
    if any(count < 0 for count in counts.values()):
        raise ValueError("a count is below 0")
    for item in sums:
        if counts[item.total] != sum(counts[part] for part in item.parts):
            raise ValueError("a sum does not hold")


class _Table(Generic[C]):
    """The counts with what is hidden of them so far.

    A second table, once found, stays one when more is hidden: cells that were shown to be safe
    are so for good.
    """

    def __init__(
        self, counts: Mapping[C, int], sums: Sequence[Sum[C]], unpublished: frozenset[C]
    ) -> None:
        self.counts = counts
        self.unpublished = unpublished
        self.hidden = set(unpublished)
        self.order = {cell: place for place, cell in enumerate(counts)}
        self.sums = [item for item in sums if item.parts]
        self.of: dict[C, list[int]] = {cell: [] for cell in counts}
        for number, item in enumerate(self.sums):
            for cell in {item.total, *item.parts}:
                self.of[cell].append(number)
        self.totals = {item.total for item in self.sums}

    def ambiguous(self, cell: C) -> bool:
        """Whether a second table is found in which the cell is greater or smaller by one."""
        for step in (1, -1):
            if self.may(cell, step) and _Search(self).balanced({cell: step}):
                return True
        return False

    def may(self, cell: C, step: int) -> bool:
        """Whether a hidden cell may be greater or smaller by one, as far as a reader can tell.

        0 is published, so a cell that is seen to be hidden is at least 1.
        """
        least = 0 if cell in self.unpublished else 1
        return cell in self.hidden and self.counts[cell] + step >= least

    def next_to_hide(self, cell: C) -> C | None:
        """The cheapest published cell that shares a sum with what is hidden around the cell."""
        open_cells = (other for number in self._around(cell) for other in self._cells(number))
        found = {other for other in open_cells if other not in self.hidden}
        return min(found, key=self._cost, default=None)

    def _cost(self, cell: C) -> tuple[bool, bool, int, int]:
        count = self.counts[cell]
        return count == 0, cell in self.totals, count, self.order[cell]

    def _around(self, cell: C) -> set[int]:
        """The sums that are reached from the cell through hidden cells."""
        found: set[int] = set()
        waiting = [cell]
        while waiting:
            new = set(self.of[waiting.pop()]) - found
            found |= new
            waiting += [
                other for number in new for other in self._cells(number) if other in self.hidden
            ]
        return found

    def _cells(self, number: int) -> tuple[C, ...]:
        item = self.sums[number]
        return (item.total, *item.parts)


class _Search(Generic[C]):
    """Looks for a second table step by step: what one cell gains another must lose."""

    def __init__(self, table: _Table[C]) -> None:
        self._table = table
        self._left = STEPS

    def balanced(self, changes: dict[C, int]) -> bool:
        """Whether further hidden cells can be changed by one so that every sum holds again."""
        self._left -= 1
        if self._left < 0:
            return False
        number, excess = self._first_unbalanced(changes)
        if not excess:
            return True
        for cell, step in self._remedies(number, excess, changes):
            changes[cell] = step
            if self.balanced(changes):
                return True
            del changes[cell]
        return False

    def _first_unbalanced(self, changes: Mapping[C, int]) -> tuple[int, int]:
        """A sum that no longer holds, and by how much its total is greater; 0 where all hold."""
        table = self._table
        for number in {number: None for cell in changes for number in table.of[cell]}:
            item = table.sums[number]
            excess = changes.get(item.total, 0) - sum(changes.get(part, 0) for part in item.parts)
            if excess:
                return number, excess
        return 0, 0

    def _remedies(
        self, number: int, excess: int, changes: Mapping[C, int]
    ) -> Iterator[tuple[C, int]]:
        """The changes that bring a sum nearer to holding, those with the fewest sums first."""
        table, item = self._table, self._table.sums[number]
        step = 1 if excess > 0 else -1
        ways = [*((part, step) for part in item.parts), (item.total, -step)]
        free = [way for way in ways if way[0] not in changes and table.may(*way)]
        yield from sorted(free, key=lambda way: (len(table.of[way[0]]), table.order[way[0]]))
