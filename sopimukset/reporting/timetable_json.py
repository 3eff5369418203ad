"""Timetables backwards from a wished first day, for other programs (status.schema.json)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sopimukset.reporting.status_json import Plain, dumped
from sopimukset.reporting.timetable_text import GroupTimetable, told_step
from sopimukset.tracking.backward import Step
from sopimukset.tracking.holdings import Holdings
from sopimukset.tracking.named_party import role_text


def render(found: Sequence[GroupTimetable], as_of: date, *, colour: bool, width: int) -> str:
    """The timetables as JSON; `colour` and `width` concern people only."""
    del colour, width
    plain = [_timetable(item, as_of) for item in found]
    return dumped({"as_of": as_of.isoformat(), "timetables": plain})


def _timetable(item: GroupTimetable, as_of: date) -> Plain:
    table, first = item.timetable, item.earliest or item.timetable
    return {
        "region": item.holdings.name,
        "illustrative": item.holdings.alue.kuvitteellinen,
        "group": item.group or None,
        "first_day": table.first_day.isoformat(),
        "feasible": table.feasible_on(as_of),
        "earliest_first_day": None if item.earliest is None else first.first_day.isoformat(),
        "steps": [_step(step, item.holdings) for step in table.steps],
    }


def _step(step: Step, holdings: Holdings) -> Plain:
    body = step.body
    return {
        "day": step.day.isoformat(),
        "kind": step.kind.value,
        "message": told_step(step, holdings),
        "days": step.days,
        "source": {"ground": step.source.ground.value, "place": step.source.place or None},
        "party": role_text(body.role) if body else None,
        "body": holdings.text(body.name) if body else None,
    }
