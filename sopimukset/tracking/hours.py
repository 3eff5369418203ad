"""Hours of a record as moments: Finland's time, whatever the season."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

ZONE = "Europe/Helsinki"

A_DAY = 24 * 60
"""Minutes of a day. What is said to last as long is a slip: its end isn't known."""


def clock(text: str | None) -> time | None:
    """The hour that a record's `klo` (9.00) means; None where none is recorded."""
    if text is None:
        return None
    hours, minutes = text.split(".")
    return time(int(hours), int(minutes))


@cache
def zone() -> ZoneInfo:
    """Finland's time."""
    return ZoneInfo(ZONE)


def moment(day: date, hour: time) -> datetime:
    """The hour of a day as a moment."""
    return datetime.combine(day, hour, zone())


def hour_after(day: date, begins: time | None, minutes: int | None) -> time | None:
    """The hour after so many minutes have passed, also where clocks are changed meanwhile.

    None where one of them isn't known, or where they are a day or more.
    """
    if begins is None or minutes is None or minutes >= A_DAY:
        return None
    passed = moment(day, begins).astimezone(UTC) + timedelta(minutes=minutes)
    return passed.astimezone(zone()).time()
