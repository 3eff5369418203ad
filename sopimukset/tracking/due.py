"""All deadlines of a region on a day, from every concept that has some.

A further kind of deadline is a module with a function like these, called in `deadlines_on`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from sopimukset.base.periods import add_days
from sopimukset.tracking.deadline import Deadline, DeadlineKind
from sopimukset.tracking.due_actions import due_in_actions
from sopimukset.tracking.due_agreements import due_in_agreements
from sopimukset.tracking.due_decisions import due_in_decisions
from sopimukset.tracking.due_groups import due_in_groups
from sopimukset.tracking.due_years import due_in_years
from sopimukset.tracking.source import record

if TYPE_CHECKING:
    from sopimukset.tracking.holdings import Holdings
    from sopimukset.tracking.standing import Standing


def deadlines_on(holdings: Holdings, standing: Standing, day: date) -> tuple[Deadline, ...]:
    """Every deadline of a region as it stands on a day, in the order of their days.

    Late ones among them; events that are past are left out. In a region in preparation what
    follows from a missing record is an open point and no deadline (spec, idea 9).
    """
    found = (
        *due_in_groups(holdings, standing.groups, day),
        *due_in_agreements(holdings, standing.agreements, day),
        *due_in_decisions(holdings, day),
        *due_in_years(holdings, standing.groups, day),
        *due_in_actions(holdings, day),
        *_coordinators(standing),
        *_defects(standing),
    )
    kept = (item for item in found if holdings.confirmed or not item.missing)
    return tuple(sorted(kept, key=lambda item: (item.day, item.kind.value, str(item.path))))


def within(deadlines: Iterable[Deadline], day: date, days: int) -> list[Deadline]:
    """The late ones, and those that fall due on the day or in so many days after it."""
    limit = add_days(day, days)
    return [item for item in deadlines if item.day <= limit]


def _coordinators(standing: Standing) -> Iterator[Deadline]:
    for status in standing.youth:
        person = status.service.koordinaattori
        if person is not None and person.paattyen is not None:
            path = ("nuorten_yhteispalvelu", status.index, "koordinaattori", "paattyen")
            source, kind = record("koordinaattori.paattyen"), DeadlineKind.COORDINATOR_END
            yield Deadline(person.paattyen, kind, path, source, subject=status.service.tunnus)


def _defects(standing: Standing) -> Iterator[Deadline]:
    for status in standing.defects:
        end = status.defect.paattyen
        if end is not None:
            path = ("tunnistetut_puutteet", status.index, "paattyen")
            subject = status.defect.koodi
            yield Deadline(end, DeadlineKind.DEFECT, path, record("paattyen"), subject=subject)
