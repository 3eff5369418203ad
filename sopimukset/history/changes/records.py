"""What a region holds, as its changes are looked for: its record, meetings and follow-ups."""

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
from sopimukset.history.changes.places import FOLLOW_UPS, MEETINGS, Path, value_at
from sopimukset.model import Alue, Kokous, Seuranta

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
    """

    alue: Alue | None
    kokoukset: tuple[Kokous, ...] = ()
    seuranta: tuple[Seuranta, ...] = ()

    def at(self, path: Path) -> Any:  # noqa: ANN401 (whatever stands there)
        """What stands at a path; None where nothing does."""
        if path == RECORD:
            return self.alue
        if path[:1] in ((MEETINGS,), (FOLLOW_UPS,)):
            return value_at(self, path)
        return value_at(self.alue, path)


def record_differences(old: Records, new: Records) -> Iterator[Operation]:
    """Every difference between two states of a region, the record's own first."""
    if old.alue is not None and new.alue is not None:
        yield from differences(old.alue, new.alue)
    elif old.alue != new.alue:
        yield Put(RECORD, old.alue, new.alue)
    yield from in_lists(old.kokoukset, new.kokoukset, (MEETINGS,))
    yield from in_lists(old.seuranta, new.seuranta, (FOLLOW_UPS,))


def records_applied(old: Records, operations: Iterable[Operation]) -> Records:
    """The state with the operations carried out; they come from `record_differences` of it.

    Raises:
        KeyError: an operation speaks of what the state doesn't hold.
    """
    mine: dict[str, list[Operation]] = {MEETINGS: [], FOLLOW_UPS: [], "": []}
    alue = old.alue
    for operation in operations:
        if operation.path == RECORD and isinstance(operation, Put):
            alue = operation.new
        else:
            first = str(operation.path[0])
            mine[first if first in mine else ""].append(operation)
    return Records(
        applied(alue, mine[""]) if alue is not None else None,
        list_applied(old.kokoukset, mine[MEETINGS], MEETINGS),
        list_applied(old.seuranta, mine[FOLLOW_UPS], FOLLOW_UPS),
    )
