"""Hides small counts of people, and as many others as it takes that sums don't tell them.

No act names a limit for a count in a follow-up. That a count of 1–4 is not published, and that 0
is, is our own choice, said so wherever it is used (docs/decisions/2026-11-22-indicators.md).

A hidden small count is safe when there is a second table of whole numbers with the same published
cells, the same sums and no hidden cell below its least value, in which the count is another. Such a
table is searched for; where none is found, another cell is hidden. What is called safe has been
shown to be: a search that gives up too early costs a figure, never a secret.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

C = TypeVar("C", bound=Hashable)

LEAST_SHOWN = 5
"""The least count of people that is published, 0 apart: our own choice."""

STEPS = 200
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
        more: what is to be added to the parts, where recorded figures don't obey a relation that
            their reader believes. It is no secret, and may be below 0.
    """

    total: C
    parts: tuple[C, ...]
    more: int = 0


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
    table.hidden.update(small)
    while plain := table.following(small):
        if not table.hide_in(min(plain.items(), key=lambda item: table.order[item[0]])[1]):
            break
    for cell in small:
        while not table.ambiguous(cell) and table.hide_in(table.around(cell)):
            pass
    return frozenset(table.hidden)


def _verify(counts: Mapping[C, int], sums: Sequence[Sum[C]]) -> None:
    if any(count < 0 for count in counts.values()):
        raise ValueError("a count is below 0")
    for item in sums:
        if counts[item.total] != item.more + sum(counts[part] for part in item.parts):
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

    def following(self, wanted: Sequence[C]) -> dict[C, set[int]]:
        """Hidden cells that follow one after another, each as the only unknown of some sum.

        What follows in another way is found by the search, which takes longer.

        Returns:
            The wanted ones among them, each with the sums that it follows from.
        """
        unknown = [
            self.hidden.intersection(self._cells(number)) for number in range(len(self.sums))
        ]
        used = [{number} for number in range(len(self.sums))]
        waiting = [number for number, cells in enumerate(unknown) if len(cells) == 1]
        found: dict[C, set[int]] = {}
        while waiting:
            first = waiting.pop()
            for cell in [cell for cell in unknown[first] if cell not in found]:
                found[cell] = used[first]
                for number in self.of[cell]:
                    unknown[number] = unknown[number] - {cell}
                    used[number] = used[number] | used[first]
                    if len(unknown[number]) == 1:
                        waiting.append(number)
        return {cell: found[cell] for cell in wanted if cell in found}

    def ambiguous(self, cell: C) -> bool:
        """Whether a second table is found in which the cell is greater or smaller by one."""
        return any(self.may(cell, step) and _Search(self).found(cell, step) for step in (1, -1))

    def may(self, cell: C, step: int) -> bool:
        """Whether a hidden cell may be greater or smaller by one, as far as a reader can tell.

        0 is published, so a cell that is seen to be hidden is at least 1.
        """
        least = 0 if cell in self.unpublished else 1
        return cell in self.hidden and self.counts[cell] + step >= least

    def hide_in(self, numbers: Iterable[int]) -> bool:
        """Hide the cheapest published cell of some sums.

        Returns:
            Whether there was one.
        """
        cells = (other for number in numbers for other in self._cells(number))
        found = min(
            (cell for cell in cells if cell not in self.hidden), key=self._cost, default=None
        )
        if found is None:
            return False
        self.hidden.add(found)
        return True

    def _cost(self, cell: C) -> tuple[bool, bool, int, int]:
        count = self.counts[cell]
        return count == 0, cell in self.totals, count, self.order[cell]

    def around(self, cell: C) -> set[int]:
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
    """Looks for a second table step by step: what one cell gains another must lose.

    Attributes:
        changes: the cells that are greater or smaller by one so far.
        excess: by how much the total of each sum that doesn't hold is too great.
    """

    def __init__(self, table: _Table[C]) -> None:
        self._table = table
        self._left = STEPS
        self.changes: dict[C, int] = {}
        self.excess: dict[int, int] = {}

    def found(self, cell: C, step: int) -> bool:
        """Whether other hidden cells can be changed by one so that every sum holds again."""
        self._change(cell, step)
        if not self.excess:
            return True
        self._left -= 1
        if self._left >= 0:
            fewest = min((self._ways(number) for number in self.excess), key=len)
            for way in sorted(fewest, key=self._cost):
                if self.found(*way):
                    return True
        self._change(cell, -step)
        del self.changes[cell]
        return False

    def _change(self, cell: C, step: int) -> None:
        self.changes[cell] = step
        for number, sign in self._signs(cell):
            self.excess[number] = self.excess.get(number, 0) + sign * step
            if not self.excess[number]:
                del self.excess[number]

    def _signs(self, cell: C) -> Iterator[tuple[int, int]]:
        for number in self._table.of[cell]:
            yield number, 1 if self._table.sums[number].total == cell else -1

    def _ways(self, number: int) -> list[tuple[C, int]]:
        """The changes that bring a sum nearer to holding."""
        table, item = self._table, self._table.sums[number]
        step = 1 if self.excess[number] > 0 else -1
        ways = [*((part, step) for part in item.parts), (item.total, -step)]
        return [way for way in ways if way[0] not in self.changes and table.may(*way)]

    def _cost(self, way: tuple[C, int]) -> tuple[int, int]:
        """How much further from holding a change brings all sums together."""
        cell, step = way
        known = [(self.excess.get(number, 0), sign * step) for number, sign in self._signs(cell)]
        return sum(abs(was + more) - abs(was) for was, more in known), self._table.order[cell]
