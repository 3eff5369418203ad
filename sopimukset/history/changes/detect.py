"""What changed between two states of a region: every difference in exactly one change."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.history.changes.change import Case, Change, Detector
from sopimukset.history.changes.choices import Found
from sopimukset.history.changes.effective import effective_day
from sopimukset.history.changes.kinds import Kind
from sopimukset.history.changes.operations import Added, Operation, Put, Removed, place
from sopimukset.history.changes.places import Path, field_names
from sopimukset.history.changes.records import Records, record_differences
from sopimukset.history.changes.rules import classified
from sopimukset.history.changes.successions import staff_successions, successions
from sopimukset.model import Alue


def changes(old: Alue | Records, new: Alue | Records) -> tuple[Change, ...]:
    """The changes between two states of a region, in the order of the record.

    Together they account for every difference: `records_applied(old, …)` with their operations
    gives the newer state. A state has no change from itself.
    """
    before, after = _records(old), _records(new)
    case = Case(before, after, tuple(record_differences(before, after)))
    order = {id(item): index for index, item in enumerate(case.pending)}
    found = [change for detect in DETECTORS for change in detect(case)]
    return tuple(sorted(found, key=lambda item: min(order[id(it)] for it in item.operations)))


def _records(state: Alue | Records) -> Records:
    return state if isinstance(state, Records) else Records(state)


def _by_the_table(case: Case) -> Iterator[Change]:
    """The differences of each row and place of the table, as one change."""
    groups: dict[tuple[Kind, Path], list[Operation]] = {}
    for operation in case.pending:
        found = classified(Found(case.old, case.new, operation))
        if found is not None:
            groups.setdefault(found, []).append(operation)
    for (kind, path), operations in groups.items():
        yield _change(case, kind, path, case.take(*operations))


def _whatever_else(case: Case) -> Iterator[Change]:
    for operation in case.pending:
        kind, path = _general(operation), place(operation)
        params = {"kentta": field_names(path)[-1]}
        yield _change(case, kind, path, case.take(operation), params)


def _general(operation: Operation) -> Kind:
    if isinstance(operation, Added):
        return Kind.ITEM_ADDED
    if isinstance(operation, Removed):
        return Kind.ITEM_REMOVED
    if not isinstance(operation, Put):
        return Kind.ITEMS_REORDERED
    if operation.old is None:
        return Kind.FIELD_SET
    return Kind.FIELD_REMOVED if operation.new is None else Kind.FIELD_CHANGED


def _change(
    case: Case,
    kind: Kind,
    path: Path,
    operations: tuple[Operation, ...],
    params: dict[str, str] | None = None,
) -> Change:
    old, new = case.old.at(path), case.new.at(path)
    day = effective_day(path, old, new, (case.old, case.new))
    return Change(kind, path, old, new, day, operations, params or {})


DETECTORS: tuple[Detector, ...] = (successions, staff_successions, _by_the_table, _whatever_else)
"""What looks for changes, one after another; the last one leaves nothing."""
