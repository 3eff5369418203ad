"""Who followed whom: a new holder of a seat or a task, and the end of the one before.

In a record the old holder gets a last day and a new item follows: three differences in two items,
and one change. The one whose last day is the day before is the predecessor.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sopimukset.base.periods import day_after, day_before
from sopimukset.history.changes.change import Case, Change
from sopimukset.history.changes.choices import Found, staff_kind
from sopimukset.history.changes.kinds import Kind
from sopimukset.history.changes.operations import Added, Operation, Put, Removed, place
from sopimukset.history.changes.places import Key, Path, field_names, keys_of
from sopimukset.model import Henkilostorivi


class Holder(NamedTuple):
    """The kinds of change of those who hold one thing after another."""

    named: Kind
    changed: Kind
    ended: Kind
    missing: Kind | None = None


HOLDERS: dict[tuple[str, ...], Holder] = {
    ("johtoryhmat", "puheenjohtaja"): Holder(
        Kind.CHAIR_NAMED, Kind.CHAIR_CHANGED, Kind.CHAIR_ENDED
    ),
    ("johtoryhmat", "varapuheenjohtaja"): Holder(
        Kind.VICE_CHAIR_NAMED, Kind.VICE_CHAIR_CHANGED, Kind.VICE_CHAIR_ENDED
    ),
    ("johtoryhmat", "jasenet", "nimetyt"): Holder(
        Kind.MEMBER_NAMED, Kind.MEMBER_CHANGED, Kind.MEMBER_ENDED
    ),
    ("johtoryhmat", "jasenet", "varajasenet"): Holder(
        Kind.DEPUTY_NAMED, Kind.DEPUTY_CHANGED, Kind.DEPUTY_ENDED, Kind.DEPUTY_MISSING
    ),
    ("johtoryhmat", "johtavat_henkilot", "nimetyt"): Holder(
        Kind.LEADER_NAMED, Kind.LEADER_CHANGED, Kind.LEADER_ENDED
    ),
    ("johtoryhmat", "johtavat_henkilot", "varahenkilot"): Holder(
        Kind.LEADER_DEPUTY_NAMED, Kind.LEADER_DEPUTY_CHANGED, Kind.LEADER_DEPUTY_ENDED
    ),
    ("johtoryhmat", "sihteeri"): Holder(
        Kind.SECRETARY_NAMED, Kind.SECRETARY_CHANGED, Kind.SECRETARY_ENDED
    ),
}
"""The lists of dated holders by their fields."""

END = "paattyen"


@dataclass
class _List:
    """What happened to one list of holders.

    Attributes:
        ends: last days that changed, by the item.
    """

    path: Path
    items: dict[Key, Any]
    added: list[Added]
    removed: list[Removed]
    ends: dict[Key, Put]


def successions(case: Case) -> Iterator[Change]:
    """New holders with their predecessors, then last days that nobody follows."""
    for found in _lists(case, tuple(HOLDERS)):
        holder = HOLDERS[field_names(found.path)]
        yield from _namings(case, found, holder)
        yield from _ends(case, found, holder)
        yield from _missing(case, found, holder)


def _lists(case: Case, wanted: tuple[tuple[str, ...], ...]) -> list[_List]:
    found: dict[Path, _List] = {}
    for operation in case.pending:
        path = operation.path[:-2] if _is_end(operation) else operation.path
        if field_names(path) not in wanted:
            continue
        if path not in found:
            items = case.new.at(path) or ()
            keys = keys_of(items, str(path[-1]))
            found[path] = _List(path, dict(zip(keys, items, strict=True)), [], [], {})
        _put_in(found[path], operation)
    return list(found.values())


def _is_end(operation: Operation) -> bool:
    path = operation.path
    return isinstance(operation, Put) and path[-1] == END and isinstance(path[-2], Key)


def _put_in(found: _List, operation: Operation) -> None:
    if isinstance(operation, Added):
        found.added.append(operation)
    elif isinstance(operation, Removed):
        found.removed.append(operation)
    elif isinstance(operation, Put) and isinstance(operation.path[-2], Key):
        found.ends[operation.path[-2]] = operation


def _namings(case: Case, found: _List, holder: Holder) -> Iterator[Change]:
    overwritten = len(found.added) == len(found.removed) == 1 and not found.ends
    for item in found.added:
        before = _before(found, item)
        mine: list[Operation] = [item]
        old = None
        if before is not None:
            old = found.items[before]
            mine += [found.ends.pop(before)] if before in found.ends else []
        elif overwritten:
            old = found.removed[0].value
            mine.append(found.removed.pop())
        kind = holder.named if old is None else holder.changed
        day = item.value.alkaen
        yield Change(kind, place(item), old, item.value, day, case.take(*mine))


def _before(found: _List, item: Added) -> Key | None:
    """The item that ends on the day before this one begins."""
    if item.value.alkaen is None:
        return None
    last = day_before(item.value.alkaen)
    return next((key for key, other in found.items.items() if other.paattyen == last), None)


def _ends(case: Case, found: _List, holder: Holder) -> Iterator[Change]:
    for key, put in found.ends.items():
        later = put.new is None or (put.old is not None and put.new > put.old)
        kind = Kind.TASK_EXTENDED if later else holder.ended
        if not later and holder.missing and not _followed(found, put.new):
            kind = holder.missing
        yield Change(kind, (*found.path, key, END), put.old, put.new, put.new, case.take(put))


def _followed(found: _List, last: Any) -> bool:  # noqa: ANN401 (a day)
    """Whether somebody holds it on the day after."""
    day = day_after(last)
    return any(item.jakso is not None and day in item.jakso for item in found.items.values())


def _missing(case: Case, found: _List, holder: Holder) -> Iterator[Change]:
    """A list of deputies that has become empty."""
    if holder.missing and found.removed and not found.items:
        for item in found.removed:
            yield Change(holder.missing, place(item), item.value, None, None, case.take(item))


def staff_successions(case: Case) -> Iterator[Change]:
    """A row of staff that ends, and one of the same party for the same task that goes on from it.

    They are the same party's, group's and task's in the same unit; else they are two rows.
    """
    for found in _lists(case, (("henkilosto",),)):
        for item in found.added:
            before = _row_before(found, item.value)
            if before is None:
                continue
            old = found.items[before].maara
            found_here = Found(case.old, case.new, item)
            kind = staff_kind(found_here, item.value.osapuoli, less=item.value.maara < old)
            path = (*place(item), "maara")
            mine = case.take(item, found.ends.pop(before))
            yield Change(kind, path, old, item.value.maara, item.value.alkaen, mine)


def _row_before(found: _List, row: Henkilostorivi) -> Key | None:
    """The row that ends in this very change on the day before, with another amount."""
    for key in found.ends:
        other = found.items[key]
        if (
            row.alkaen is not None
            and None not in (row.maara, other.maara)
            and row.maara != other.maara
            and other.paattyen == day_before(row.alkaen)
            and _is_for(row) == _is_for(other)
        ):
            return key
    return None


def _is_for(row: Henkilostorivi) -> tuple[Any, ...]:
    return row.osapuoli, row.johtoryhma, row.tehtava, row.yksikko
