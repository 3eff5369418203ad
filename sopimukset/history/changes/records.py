"""What a region holds, as its changes are looked for: its record and all its other files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sopimukset.history.changes.operations import (
    Operation,
    Put,
    applied,
    differences,
    in_lists,
    list_applied,
)
from sopimukset.history.changes.places import FILES, Path, value_at
from sopimukset.model import Alue, Kokous, Seuranta, Versio

RECORD = ("alue.yaml",)
"""The path of a region's record as a whole, where it appears or is gone; no field's name."""


@dataclass(frozen=True, slots=True)
class Records:
    """The files of one region in one state.

    Paths in the record itself begin with its fields, those in the other files with the name of
    their folder: `kokoukset[tym 2026-03-12].asiat[2]`.

    Attributes:
        alue: the record; None where the region doesn't exist yet, or no more.
        kokoukset: the meetings that could be read.
        seuranta: the follow-ups that could be read.
        versiot: the released versions that could be read.
    """

    alue: Alue | None
    kokoukset: tuple[Kokous, ...] = ()
    seuranta: tuple[Seuranta, ...] = ()
    versiot: tuple[Versio, ...] = ()

    def at(self, path: Path) -> Any:  # noqa: ANN401 (whatever stands there)
        """What stands at a path; None where nothing does."""
        if path == RECORD:
            return self.alue
        if path[0] in FILES:
            return value_at(self, path)
        return value_at(self.alue, path)


def record_differences(old: Records, new: Records) -> Iterator[Operation]:
    """Every difference between two states of a region, the record's own first."""
    if old.alue is not None and new.alue is not None:
        yield from differences(old.alue, new.alue)
    elif old.alue != new.alue:
        yield Put(RECORD, old.alue, new.alue)
    for name in FILES:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield from in_lists(before, after, (name,))


def records_applied(old: Records, operations: Iterable[Operation]) -> Records:
    """The state with the operations carried out; they come from `record_differences` of it.

    Raises:
        KeyError: an operation speaks of what the state doesn't hold.
    """
    mine: dict[str, list[Operation]] = {name: [] for name in (*FILES, "")}
    alue = old.alue
    for operation in operations:
        if operation.path == RECORD and isinstance(operation, Put):
            alue = operation.new
        else:
            first = str(operation.path[0])
            mine[first if first in mine else ""].append(operation)
    return Records(
        applied(alue, mine[""]) if alue is not None else None,
        *(list_applied(getattr(old, name), mine[name], name) for name in FILES),
    )
