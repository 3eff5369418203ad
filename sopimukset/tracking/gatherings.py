"""The meetings of a group that count for a day: the recorded ones, and those still to come.

`tracking.meetings` knows how a recurrence, its recorded changes and the meeting files come to days.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from sopimukset.base.periods import Period
from sopimukset.tracking.meetings import DatedMeeting, dated_meetings

if TYPE_CHECKING:
    from sopimukset.model import Johtoryhma, Kokous


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting on a day.

    Attributes:
        group: the group's `tunnus`.
        day: when.
        start, end: minutes from midnight, local time; None where they aren't known.
        recorded: whether a file tells of it; else its recurrence promises it.
        moved_from: the day that the recurrence promised; None where it wasn't moved.
    """

    group: str
    day: date
    start: int | None
    end: int | None
    recorded: bool
    moved_from: date | None = None


def gatherings(
    group: Johtoryhma, meetings: Iterable[Kokous], span: Period, today: date
) -> list[Gathering]:
    """The meetings of a group within a span, in order.

    Args:
        group: the group.
        meetings: its recorded meetings.
        span: the days that are asked about; its end must be known.
        today: what the recurrence promises counts from this day on: a past meeting that nobody
            recorded is not known to have been held.
    """
    files = {str(number): item for number, item in enumerate(meetings)}
    return [
        _gathering(group, item)
        for item in dated_meetings(group, files, span)
        if not item.cancelled and (item.file is not None or item.day >= today)
    ]


def _gathering(group: Johtoryhma, item: DatedMeeting) -> Gathering:
    start, end = _minutes(item.begins), _minutes(item.ends)
    if start is not None and end is not None and end <= start:
        end += 24 * 60  # it lasts past midnight
    return Gathering(
        group.tunnus,
        item.day,
        start,
        end,
        recorded=item.file is not None,
        moved_from=item.planned if item.moved else None,
    )


def _minutes(hour: time | None) -> int | None:
    return None if hour is None else hour.hour * 60 + hour.minute
