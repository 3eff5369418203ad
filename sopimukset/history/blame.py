"""Which state of a record gave each of its values the value that it has.

Values are followed by where they belong, not by the line on which they stand: a mapping's by their
keys, a list's items by what names them (`tunnus`, else the list's natural key), plain words of a
list by themselves, other items by their content and then by their order. So neither indenting nor
reordering nor rewriting in another style moves the blame.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias

from sopimukset.model.paths import Path, item_names

Blame: TypeAlias = "int | dict[str, Blame] | list[Blame]"
"""For each value, in the shape of the data, the number of the state that last changed it."""


class Told(NamedTuple):
    """The data of a record in one state, by the state's number."""

    at: int
    data: Any


def blame(told: Iterable[Told]) -> Blame:
    """The blame of the last state's values; an empty mapping where there is no state."""
    data: Any = None
    found: Blame = {}
    for at, new in told:
        found = _blamed(data, found, new, at)
        data = new
    return found


def blame_at(found: Blame, path: Path) -> int:
    """The newest state that changed something at a path or below it; -1 for nothing there.

    Raises:
        LookupError: the blamed data have no such path.
    """
    for step in path:
        found = found[step]  # type: ignore[index]
    return newest(found)


def newest(found: Blame) -> int:
    """The newest state that a blame names; -1 where it names none."""
    if isinstance(found, int):
        return found
    parts = found.values() if isinstance(found, dict) else found
    return max(map(newest, parts), default=-1)


def _blamed(old: Any, known: Blame, new: Any, at: int, name: str = "") -> Blame:  # noqa: ANN401
    if isinstance(new, dict):
        if not new:
            return known if old == new else at
        if not (isinstance(old, dict) and isinstance(known, dict)):
            old, known = {}, {}
        return {
            key: _blamed(old.get(key), known.get(key, at), value, at, key)
            for key, value in new.items()
        }
    if isinstance(new, list):
        if not new:
            return known if old == new else at
        return _blamed_items(old, known, new, at, name)
    return known if isinstance(known, int) and _same(old, new) else at


def _blamed_items(old: Any, known: Blame, new: list[Any], at: int, name: str) -> Blame:  # noqa: ANN401
    if not (isinstance(old, list) and isinstance(known, list)):
        old, known = [], []
    pairs = _pairs(old, new, name)
    return [
        _blamed(old[pair], known[pair], item, at)
        if pair is not None
        else _blamed(None, at, item, at)
        for item, pair in zip(new, pairs, strict=True)
    ]


def _pairs(old: list[Any], new: list[Any], name: str) -> list[int | None]:
    """For each new item the old one that it was; None for one that came."""
    before, now = item_names(old, name), item_names(new, name)
    named = {own: index for index, own in enumerate(before) if own is not None}
    found = [None if own is None else named.get(own) for own in now]
    free = [index for index, own in enumerate(before) if own is None]
    unnamed = [number for number, own in enumerate(now) if own is None]
    for number in unnamed:
        same = next((index for index in free if _same(old[index], new[number])), None)
        if same is not None:
            found[number] = same
            free.remove(same)
    for number in unnamed:
        if found[number] is None and free and isinstance(new[number], dict | list):
            found[number] = free.pop(0)
    return found


def _same(old: Any, new: Any) -> bool:  # noqa: ANN401
    """Whether two values mean the same: 8 and 8.0 do, 1 and `true` don't."""
    return bool(old == new) and isinstance(old, bool) == isinstance(new, bool)
