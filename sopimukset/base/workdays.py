"""Days on which a Finnish statutory period can't end, and the working days around them.

A period whose last day is a church holiday, Independence Day, May Day, Christmas Eve, Midsummer
Eve or a Saturday ends on the first working day after it (150/1930 5 §).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from sopimukset.base.speech import mark

_DAY = timedelta(days=1)
_SATURDAY = 5
_FRIDAY = 4
_FIXED = {
    (1, 1): mark("uudenvuodenpäivä"),
    (1, 6): mark("loppiainen"),
    (5, 1): mark("vappu"),
    (12, 6): mark("itsenäisyyspäivä"),
    (12, 24): mark("jouluaatto"),
    (12, 25): mark("joulupäivä"),
    (12, 26): mark("tapaninpäivä"),
}
_AFTER_EASTER = {
    -2: mark("pitkäperjantai"),
    0: mark("pääsiäispäivä"),
    1: mark("toinen pääsiäispäivä"),
    39: mark("helatorstai"),
    49: mark("helluntai"),
}
"""Days from Easter Sunday."""
_ON_WEEKDAY = {
    (6, 19, _FRIDAY): mark("juhannusaatto"),
    (6, 20, _SATURDAY): mark("juhannuspäivä"),
    (10, 31, _SATURDAY): mark("pyhäinpäivä"),
}
"""By the first day that each can be, and its weekday."""


def holiday(day: date) -> str | None:
    """The holiday's or the eve's name in Finnish, to be said; None on other days."""
    return _holidays(day.year).get(day)


def is_working_day(day: date) -> bool:
    """Whether a period may end on the day: no Saturday, no Sunday, no holiday."""
    return day.weekday() < _SATURDAY and day not in _holidays(day.year)


def working_day_from(day: date) -> date:
    """The day itself where it is a working day, else the first one after it (150/1930 5 §)."""
    while not is_working_day(day):  # the last day of the calendar is one
        day += _DAY
    return day


def working_day_until(day: date) -> date:
    """The day itself where it is a working day, else the last one before it: a plan's own choice.

    The very first day of the calendar stands for the one that lies before it.
    """
    while not is_working_day(day) and day > date.min:
        day -= _DAY
    return day


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the computus."""
    golden = year % 19
    century = year // 100
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon -= moon // 28 * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    shift = moon - weekday
    month = 3 + (shift + 40) // 44
    return date(year, month, shift + 28 - 31 * (month // 4))


@lru_cache(maxsize=64)
def _holidays(year: int) -> Mapping[date, str]:
    sunday = easter(year)
    found = {sunday + _DAY * shift: name for shift, name in _AFTER_EASTER.items()}
    found |= {date(year, month, day): name for (month, day), name in _FIXED.items()}
    for (month, day, weekday), name in _ON_WEEKDAY.items():
        first = date(year, month, day)
        found[first + _DAY * ((weekday - first.weekday()) % 7)] = name
    return found
