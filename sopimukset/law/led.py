"""Who leads the organising of the model: how `settled` tells LED, APPROVED and FRAMED."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sopimukset.base.periods import Period, add_months
from sopimukset.law.facts import APPROVED, FRAMED, LED
from sopimukset.law.naming import LEADER, agreed_on, is_right
from sopimukset.tracking.roles import AUTHORITY
from sopimukset.tracking.terms import GRACE_MONTHS

if TYPE_CHECKING:
    from datetime import date

    from sopimukset.law.cases import GroupCase
    from sopimukset.law.decided import Named, Row


def facts_of_leaders(group: GroupCase, tasks: Sequence[Named], span: Period) -> int:
    """The facts that hold of the group's leaders and their deputies."""
    found = LED if _are_led(group, tasks, span) else 0
    if all(_is_approved(row, group) for _, people, others in tasks for row in (*people, *others)):
        found |= APPROVED
    return found | FRAMED if all(_is_framed(own, people) for own, people, _ in tasks) else found


def _are_led(group: GroupCase, tasks: Sequence[Named], span: Period) -> bool:
    if len(tasks) != 1 or len(group.model.toimikaudet) != 1:
        return False
    ((own, people, deputies),) = tasks
    named_by, agreed = own["nimeaja"], agreed_on(group, LEADER)
    if named_by is None or not is_right(
        group.region.role(named_by), agreed, AUTHORITY, group.roles
    ):
        return False
    latest = min(add_months(span.start, GRACE_MONTHS), span.end)
    return _leads(people, latest, span.end) and _leads(deputies, latest, span.end)


def _leads(people: Sequence[Row], latest: date, end: date) -> bool:
    """Whether one person leads from the first months of the term to its end, and no longer."""
    if len(people) != 1:
        return False
    start, last = people[0]["alkaen"], people[0]["paattyen"]
    return (start is None or start <= latest) and (last is None or last == end)


def _is_approved(row: Row, group: GroupCase) -> bool:
    """Whether the group, once it was set, approved somebody by the day of the naming."""
    day, setting, decision = row["hyvaksytty_johtoryhmassa"], group.first_setting, row["paatos"]
    named = row["nimetty"] or (decision.pvm if decision else None) or row["alkaen"]
    if day is None or named is None or setting is None:
        return False
    in_time: bool = setting <= day <= named
    return in_time


def _is_framed(task: Row, people: Iterable[Row]) -> bool:
    """Whether the frame was set by the day from which the first of them leads."""
    days = [row["alkaen"] for row in people]
    if task["puitteet"] is None or not days or None in days:
        return False
    day: date | None = task["puitteet"].pvm
    return day is not None and day <= min(days)
