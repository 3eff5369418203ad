"""Days on which an office is closed: public holidays, the two eves, and weekends.

A planned meeting on such a day is told of, never moved: the group decides what becomes of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from sopimukset.base.speech import ENGLISH, SWEDISH, language

_LANGUAGES = {SWEDISH: "sv_FI", ENGLISH: "en_US"}
_SATURDAY = 5


def holiday(day: date) -> str | None:
    """The name of the public holiday in Finland, in the language that is spoken; None for others.

    Midsummer Eve and Christmas Eve are among them: they are days off though not holidays by law.
    """
    return _calendar(_LANGUAGES.get(language(), "fi")).get(day)


def working_day(day: date) -> bool:
    """Whether an office is open: neither weekend nor holiday."""
    return day.weekday() < _SATURDAY and holiday(day) is None


@cache
def _calendar(spoken: str) -> Mapping[date, str]:
    """Finland's holidays, worked out year by year as they are asked for."""
    from holidays import country_holidays  # 0.2 s: only for those who ask for holidays

    return country_holidays("FI", language=spoken)
