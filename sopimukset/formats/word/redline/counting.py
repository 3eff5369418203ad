"""How many tracked changes of each kind a document holds."""

from __future__ import annotations

from dataclasses import dataclass

from sopimukset.formats.word.redline.names import (
    CHANGES,
    DEL,
    INS,
    MOVE_FROM,
    MOVE_TO,
)
from sopimukset.formats.word.redline.parts import Package
from sopimukset.formats.word.xml import w


@dataclass(frozen=True, slots=True)
class Count:
    """Tracked changes, each stretch, row or mark as one.

    Attributes:
        looks: changes of how something looks.
    """

    inserted: int = 0
    deleted: int = 0
    moved: int = 0
    looks: int = 0

    @property
    def none(self) -> bool:
        """Whether there is no change."""
        return not (self.inserted or self.deleted or self.moved or self.looks)


def count_changes(data: bytes) -> Count:
    """The tracked changes of a document.

    Raises:
        LayoutError: not a Word document that may be read.
    """
    return counted(Package(data))


def counted(package: Package) -> Count:
    """The tracked changes of a package."""
    roots = [package.root(name) for name in package.stories()]

    def of(*names: str) -> int:
        """How many there are of the names."""
        return sum(1 for root in roots for _ in root.iter(*names))

    moved = of(w("moveFromRangeStart")) or of(MOVE_FROM) or of(MOVE_TO)
    come, gone = of(INS, w("cellIns")), of(DEL, w("cellDel"))
    return Count(come, gone, moved, of(*CHANGES, w("cellMerge")))
