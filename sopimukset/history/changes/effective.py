"""From which day a change holds, as the record itself dates it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sopimukset.history.changes.places import Key, Path
from sopimukset.history.changes.records import Records
from sopimukset.model import Jakso, Malli

_OWN = ("alkaen", "voimassa", "pvm", "asetettu", "kirjattu", "julkaistu", "seurantajakso")
"""The fields that date what is new, the most telling first; some hold a date inside."""

_DAYS = frozenset(
    {
        *("alkaen", "paattyen", "irtisanottu", "pvm", "tarkastettu", "lainvoimainen"),
        *("hyvaksytty_johtoryhmassa", "nimetty", "organisointi", "kustannusten_jako"),
    }
)
"""The fields whose new value is itself the day on which something happens."""


def effective_day(path: Path, old: Any, new: Any, states: tuple[Records, Records]) -> date | None:  # noqa: ANN401
    """The day from which a change holds; None where the record doesn't say.

    What is new holds from its own first day, a day that is set is the day itself, and whatever
    else from the first day of the dated item in which it stands.

    Args:
        path: of the change.
        old: the value before.
        new: the value now.
        states: the region before and after.
    """
    if isinstance(new, Malli) and (own := own_day(new)) is not None:
        return own
    if path[-1] in _DAYS and isinstance(new, date):
        return new
    if isinstance(old, Malli) and new is None:
        return None
    return next(_enclosing(path, states), None)


def own_day(item: Malli) -> date | None:
    """The day that dates a part of a record; None where it has none."""
    for name in _OWN:
        value = getattr(item, name, None)
        if isinstance(value, Malli):
            value = own_day(value)
        if isinstance(value, date):
            return value
    return None


def _enclosing(path: Path, states: tuple[Records, Records]) -> Iterator[date]:
    """The first days of the dated items around a path, the nearest first, as they are now."""
    for end in range(len(path) - 1, 0, -1):
        if isinstance(path[end - 1], Key):
            item = states[1].at(path[:end])
            if isinstance(item, Jakso) and item.alkaen is not None:
                yield item.alkaen
