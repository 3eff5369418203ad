"""Days on which a Finnish statutory period can't end, and the working days around them.

A period whose last day is a church holiday, Independence Day, May Day, Christmas Eve, Midsummer
Eve or a Saturday ends on the first working day after it (150/1930 5 §).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

_DAY = timedelta(days=1)
_SATURDAY = 5
_FIXED = ((1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26))
"""New Year, Epiphany, May Day, Independence Day, Christmas Eve and both Christmas days."""
_AFTER_EASTER = (-2, 0, 1, 39, 49)
"""Good Friday, Easter, Easter Monday, Ascension Day, Whitsunday: days from Easter Sunday."""


def is_working_day(day: date) -> bool:
    """Whether a period may end on the day: no Saturday, no Sunday, no holiday."""
    return day.weekday() < _SATURDAY and day not in _holidays(day.year)


def working_day_from(day: date) -> date:
    """The day itself where it is a working day, else the first one after it (150/1930 5 §)."""
    while not is_working_day(day):
        day += _DAY
    return day


def working_day_until(day: date) -> date:
    """The day itself where it is a working day, else the last one before it: a plan's own choice.

    Raises:
        OverflowError: there is no such day, at the beginning of the calendar.
    """
    while not is_working_day(day):
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
def _holidays(year: int) -> frozenset[date]:
    sunday = easter(year)
    moving = {sunday + _DAY * shift for shift in _AFTER_EASTER}
    fixed = {date(year, month, day) for month, day in _FIXED}
    midsummer_eve = date(year, 6, 19)
    while midsummer_eve.weekday() != _SATURDAY - 1:
        midsummer_eve += _DAY
    return frozenset(moving | fixed | {midsummer_eve})
