"""Days as a Finnish office writes and reads them."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from sopimukset.base.periods import BEGINNING, Period
from sopimukset.base.speech import ENGLISH, language, say

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_FINNISH = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


@lru_cache(maxsize=4096)  # the same days stand all over the records
def iso_day(text: str) -> date | None:
    """The day that a strict ISO text (`2026-03-01`) means; None where it is not one."""
    if not _ISO.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def finnish_day(text: str) -> date | None:
    """The day that someone typed as 1.3.2026; None where the text is not such a day."""
    match = _FINNISH.fullmatch(text.strip())
    if match is None:
        return None
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


def in_finnish(day: date) -> str:
    """The day as 1.3.2026, without leading zeros."""
    return f"{day.day}.{day.month}.{day.year}"


def told_day(day: date) -> str:
    """The day as a message tells it: 1.3.2026 in Finnish and Swedish, 1 March 2026 in English."""
    if language() == ENGLISH:
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return in_finnish(day)


def told_period(period: Period) -> str:
    """The period as a message tells it: 1.3.2026–31.5.2026, "1.3.2026 alkaen", one day alone."""
    if period.open_end and period.start == BEGINNING:
        return say("koko ajan")
    if period.open_end:
        return say("{paiva} alkaen").format(paiva=told_day(period.start))
    if period.start == BEGINNING:
        return say("{paiva} saakka").format(paiva=told_day(period.end))
    if period.start == period.end:
        return told_day(period.start)
    dash = " – " if language() == ENGLISH else "–"
    return f"{told_day(period.start)}{dash}{told_day(period.end)}"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
