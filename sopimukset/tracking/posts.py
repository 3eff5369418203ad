"""Who holds a dated task on a day: what the record says of it, never what it doesn't say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sopimukset.base.periods import ALWAYS, Period, merged
from sopimukset.tracking.terms import periods_of

if TYPE_CHECKING:
    from sopimukset.model import Jakso

J = TypeVar("J", bound="Jakso")


class Holding(Enum):
    """How a task is held on a day."""

    NOT_RECORDED = "not-recorded"
    """Nobody is recorded at all: that says nothing of who there is."""

    COMING = "coming"
    """Only later days are recorded."""

    HELD = "held"
    VACANT = "vacant"
    """Days are recorded, and the day is after or between them."""


class Post(NamedTuple):
    """A task on a day.

    Attributes:
        holding: how it is held.
        days: the unbroken days around the day on which it is held, by whomever; where it is not
            held the next ones that are recorded. None where there are none.
    """

    holding: Holding
    days: Period | None = None

    @property
    def held(self) -> bool:
        """Whether somebody holds it."""
        return self.holding is Holding.HELD


def post_on(people: Sequence[Jakso], day: date, within: Period = ALWAYS) -> Post:
    """A task on a day, by those who are recorded in it.

    Args:
        people: the holders with their days.
        day: the day.
        within: the days of the group: an open end means until they end (spec, idea 10).
    """
    spells = merged(periods_of(people, within))
    if not spells:
        return Post(Holding.NOT_RECORDED)
    for spell in spells:
        if day in spell:
            return Post(Holding.HELD, spell)
    later = [spell for spell in spells if spell.start > day]
    if later:
        return Post(Holding.COMING if len(later) == len(spells) else Holding.VACANT, later[0])
    return Post(Holding.VACANT)


def holders_on(people: Sequence[J], day: date) -> list[J]:
    """Those of the dated persons who are in their task on the day."""
    return [item for item in people if item.jakso is not None and day in item.jakso]
