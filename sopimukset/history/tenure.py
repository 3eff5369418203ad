"""Who held a role from when to when, and which revision said so first, ended it or corrected it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple

from sopimukset.history.holders import Decision, Holding, Words

SAME = ("group", "role", "key")
"""What tells a holding from another one; the rest of it can be corrected."""

END = "end"

OF_THE_GROUP = "term_end"
"""A fact of the group, which is no correction of a holding."""


class Said(NamedTuple):
    """What one state of the record says of who holds what.

    Attributes:
        at: the state, by its number.
        holdings: all of them.
    """

    at: int
    holdings: Sequence[Holding]


class Correction(NamedTuple):
    """A fact that a later state tells otherwise; the recording of an end that was open is one too.

    Attributes:
        at: the state that changed it.
        field: which fact of the holding.
        old: what it was; None where it was not recorded.
        new: what it is.
    """

    at: int
    field: str
    old: Any
    new: Any


@dataclass
class Tenure:
    """A holding through the states of the record.

    Attributes:
        holding: as it was last told.
        introduced: the state that told it first.
        corrections: what later states changed, in order.
        removed: the state that no longer has it; None where the last one has it.
    """

    holding: Holding
    introduced: int
    corrections: list[Correction] = field(default_factory=list)
    removed: int | None = None


def tenures(told: Iterable[Said]) -> list[Tenure]:
    """Every holding that a state ever told, the removed ones too.

    Holdings are matched by group, role and first day. One whose first day was changed is the same
    still where its seat and holder are and nothing else in the role could be meant.
    """
    found: list[Tenure] = []
    open_ones: dict[tuple[Any, ...], Tenure] = {}
    before: Sequence[Holding] | None = None
    for at, now in told:
        if now == before:
            continue
        before = now
        fresh = {_identity(item): item for item in now}
        left = _renamed(open_ones, fresh)
        for identity in [item for item in open_ones if item not in fresh]:
            open_ones.pop(identity).removed = at
        for identity, item in fresh.items():
            known = open_ones.get(identity) or left.get(identity)
            if known is None:
                known = Tenure(item, at)
                found.append(known)
            open_ones[identity] = known
            _correct(known, item, at)
    return sorted(found, key=_order)


def _identity(item: Holding) -> tuple[Any, ...]:
    return tuple(getattr(item, name) for name in SAME)


def _renamed(
    open_ones: dict[tuple[Any, ...], Tenure], fresh: dict[tuple[Any, ...], Holding]
) -> dict[tuple[Any, ...], Tenure]:
    """Tenures that go on under another first day; they leave the open ones."""
    gone = {_holder(open_ones[item].holding): item for item in open_ones if item not in fresh}
    come: dict[tuple[Any, ...], list[tuple[Any, ...]]] = {}
    for identity, item in fresh.items():
        if identity not in open_ones:
            come.setdefault(_holder(item), []).append(identity)
    lost = [_holder(open_ones[item].holding) for item in open_ones if item not in fresh]
    return {
        new[0]: open_ones.pop(gone[holder])
        for holder, new in come.items()
        if len(new) == 1 and lost.count(holder) == 1
    }


def _holder(item: Holding) -> tuple[Any, ...]:
    return (item.group, item.role, item.seat, item.title, item.person, item.name)


def _correct(known: Tenure, now: Holding, at: int) -> None:
    for item in fields(Holding):
        old, new = getattr(known.holding, item.name), getattr(now, item.name)
        if item.name not in (*SAME, OF_THE_GROUP) and not _alike(old, new):
            known.corrections.append(Correction(at, item.name, old or None, new or None))
    known.holding = now


def _alike(old: Any, new: Any) -> bool:  # noqa: ANN401 (any of a holding's facts)
    """Whether nothing was corrected; that a text was translated is no correction."""
    if isinstance(old, Words) and isinstance(new, Words):
        return old.tells_as(new)
    if isinstance(old, Decision) and isinstance(new, Decision):
        return old.tells_as(new)
    return bool(old == new)


def _order(item: Tenure) -> tuple[Any, ...]:
    held = item.holding
    return held.group, held.role, str(held.start or ""), item.introduced
