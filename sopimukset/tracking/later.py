"""What is recorded of days to come: minutes, treatments and approvals that don't count yet.

A state counts what is dated up to its day (spec, idea 10). Whoever looks at today and finds such a
thing has mistyped a day, or recorded a meeting before it was held.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sopimukset.tracking.held import has_minutes

if TYPE_CHECKING:
    from sopimukset.tracking.holdings import Holdings


@dataclass(frozen=True, slots=True)
class Later:
    """What is dated after the day.

    Attributes:
        minutes: meetings of which something is recorded that is known only when they were held.
        treatments: follow-ups that a group has treated.
        approvals: approvals and signatures of agreements.
    """

    minutes: tuple[date, ...] = ()
    treatments: tuple[date, ...] = ()
    approvals: tuple[date, ...] = ()

    @property
    def last(self) -> date | None:
        """The last of the days; None without any."""
        return max((*self.minutes, *self.treatments, *self.approvals), default=None)


def later_than(holdings: Holdings, day: date) -> Later:
    """What a region has recorded as done on days after this one."""
    treated = (item.kasitelty.pvm for item in holdings.follow_ups if item.kasitelty)
    return Later(
        _after(day, (item.pvm for item in holdings.meetings if has_minutes(item))),
        _after(day, treated),
        _after(day, _approvals(holdings)),
    )


def _after(day: date, days: Iterable[date | None]) -> tuple[date, ...]:
    return tuple(sorted(item for item in days if item is not None and item > day))


def _approvals(holdings: Holdings) -> Iterator[date | None]:
    for agreement in holdings.alue.sopimukset:
        yield from (item.pvm for item in agreement.hyvaksynnat)
        yield from (item.pvm for item in agreement.allekirjoitukset)
