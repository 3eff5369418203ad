"""A meeting keeps the identifier under which a calendar already has it, whatever the plan becomes.

An identifier comes from the month that the cadence gives a meeting. When the cadence is changed, a
meeting may be known by its file, or another meeting by that month. Who has imported the former
calendar would then have one meeting twice, so the former calendar is asked first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid5

from sopimukset.formats.icalendar import Entry, newer
from sopimukset.reporting.calendar_entries import IDS, region_of


def remembered(
    now: Sequence[Entry], former: Iterable[Entry], unmoved: Collection[str]
) -> list[Entry]:
    """The meetings with the identifiers that they had in the former calendar.

    A meeting that is known there under its identifier keeps it, on whatever day it is now. One that
    is not takes that of the former meeting of the same group and day, unless that one was moved
    elsewhere by a recorded change.

    Args:
        now: meetings, each with the identifier that the record gives it.
        former: the entries of the calendar that was written before.
        unmoved: the identifiers of those of which no move or cancellation is recorded.
    """
    known = {entry.uid: entry for entry in former}
    stood = {_place(entry): entry.uid for entry in known.values() if not entry.cancelled}
    found: dict[int, str] = {}
    for index, entry in enumerate(now):
        then = known.get(entry.uid)
        if then is not None and (then.day == entry.day or entry.uid not in unmoved):
            found[index] = entry.uid
    for index, entry in enumerate(now):
        uid = stood.get(_place(entry))
        if index not in found and uid is not None and uid not in found.values():
            found[index] = uid
    for index, entry in enumerate(now):
        if index not in found:
            free = entry.uid not in found.values()
            found[index] = entry.uid if free else _another(entry)
    return [replace(entry, uid=found[index]) for index, entry in enumerate(now)]


def in_step(now: Iterable[Entry], others: Iterable[Entry]) -> list[Entry]:
    """The entries, none older than the same one of another calendar that tells something else.

    Args:
        now: what a calendar is to tell.
        others: the entries of the calendars that share groups with it, as they were written.
    """
    found = {entry.uid: entry for entry in now}
    for other in others:
        if other.uid in found:
            found[other.uid] = newer(found[other.uid], other)
    return [*found.values()]


def in_step_before(former: Iterable[Entry], others: Iterable[Entry]) -> list[Entry]:
    """The entries of a former calendar, each as the calendar tells it that was written last.

    So what is cancelled in one is cancelled in the other by a sequence that is no lower.
    """
    found = {entry.uid: entry for entry in former}
    for other in others:
        if other.uid in found and other.sequence > found[other.uid].sequence:
            found[other.uid] = other
    return [*found.values()]


def _place(entry: Entry) -> tuple[str, str, date]:
    """Whose meeting it is, and on which day; a title names the group."""
    return region_of(entry), entry.summary, entry.day


def _another(entry: Entry) -> str:
    """An identifier for a meeting whose own has become another meeting's."""
    return f"{region_of(entry)}-{uuid5(IDS, f'{entry.uid}/{entry.day}')}"
