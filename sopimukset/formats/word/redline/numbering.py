"""The ids of changes and bookmarks, from 1, in the order in which they stand."""

from __future__ import annotations

from sopimukset.formats.word.redline.names import (
    BOOKMARK,
    BOOKMARK_END,
    CHANGES,
    DEL,
    ID,
    INS,
    MOVE_FROM,
    MOVE_TO,
    RANGES,
)
from sopimukset.formats.word.redline.parts import Package
from sopimukset.formats.word.xml import Element, w

_CHANGES = {INS, DEL, MOVE_FROM, MOVE_TO, w("cellIns"), w("cellDel"), *CHANGES}


def number_changes(package: Package) -> None:
    """Give each change an id, then each bookmark; half a bookmark is taken away."""
    numbers = _Numbers()
    roots = [package.root(name) for name in package.stories()]
    for root in roots:
        for element in root.iter(*_CHANGES, *RANGES):
            numbers.give(element, bounds=element.tag in RANGES)
    for root in roots:
        _number_bookmarks(root, numbers)


class _Numbers:
    """Counts from 1; what is bounded by two elements has one number."""

    def __init__(self) -> None:
        self.last = 0
        self.bounds: dict[str, str] = {}

    def give(self, element: Element, *, bounds: bool) -> None:
        """Give a number; the second bound of two gets that of the first."""
        before = str(element.get(ID))
        known = self.bounds.get(before) if bounds else None
        if known is None:
            self.last += 1
            known = str(self.last)
        if bounds:
            self.bounds[before] = known
        element.set(ID, known)


def _number_bookmarks(root: Element, numbers: _Numbers) -> None:
    starts = {str(item.get(ID)): item for item in root.iter(BOOKMARK)}
    ends = {str(item.get(ID)): item for item in root.iter(BOOKMARK_END)}
    for items, others in ((starts, ends), (ends, starts)):
        for identifier in items.keys() - others.keys():
            items[identifier].getparent().remove(items[identifier])
    for identifier in [item for item in starts if item in ends]:
        numbers.last += 1
        for item in (starts[identifier], ends[identifier]):
            item.set(ID, str(numbers.last))
