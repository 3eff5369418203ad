"""One change: what happened where, what was and is, and from which day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sopimukset.history.changes.kinds import Kind
from sopimukset.history.changes.operations import Operation
from sopimukset.history.changes.places import Path
from sopimukset.history.changes.records import Records


@dataclass(frozen=True, slots=True)
class Change:
    """A change between two states of a region.

    The values may hold names of persons: whoever shows them masks them (`telling`).

    Attributes:
        kind: what happened.
        path: where, as in `places`.
        old, new: the values there before and after; None where there was or is none.
        effective: the day from which it holds by the record's own dates; None where the record
            has none.
        operations: the smallest differences that it is made of; each belongs to one change only.
        params: what its sentence needs: `kentta`, the field's name, where the kind is general.
    """

    kind: Kind
    path: Path
    old: Any
    new: Any
    effective: date | None
    operations: tuple[Operation, ...]
    params: Mapping[str, str] = field(default_factory=dict)


class Case:
    """Two states of a region, and the differences that no change accounts for yet."""

    def __init__(self, old: Records, new: Records, operations: tuple[Operation, ...]) -> None:
        self.old = old
        self.new = new
        self._pending = {id(item): item for item in operations}

    @property
    def pending(self) -> tuple[Operation, ...]:
        """The differences that no change accounts for yet, in their order."""
        return tuple(self._pending.values())

    def take(self, *operations: Operation) -> tuple[Operation, ...]:
        """The operations, which from now on belong to a change.

        Raises:
            KeyError: one belongs to a change already.
        """
        for item in operations:
            del self._pending[id(item)]
        return operations


Detector = Callable[[Case], Iterator[Change]]
"""Finds changes among the pending differences of a case and takes those that they are made of."""
