"""What has become of an agreement's options on a day: derived, never typed."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopimukset.model import Optio, Sopimus


class OptionState(Enum):
    """Where an option stands."""

    OPEN = "open"
    USED = "used"
    GIVEN_UP = "given-up"
    LAPSED = "lapsed"
    """The last day for using it is past, and neither use nor giving up is recorded by it."""


def option_state(option: Optio, day: date) -> OptionState:
    """Where an option stands on a day; what is dated later doesn't count yet (spec, idea 10)."""
    if option.kaytetty is not None and option.kaytetty <= day:
        return OptionState.USED
    if option.luovuttu is not None and option.luovuttu <= day:
        return OptionState.GIVEN_UP
    last = last_day_of_use(option)
    return OptionState.LAPSED if last is not None and last < day else OptionState.OPEN


def last_day_of_use(option: Optio) -> date | None:
    """The last day for using it: the agreed one, else the eve of its period; None without both."""
    if option.ilmoitettava_viimeistaan is not None:
        return option.ilmoitettava_viimeistaan
    if option.alkaen is None or option.alkaen == date.min:
        return None
    return date.fromordinal(option.alkaen.toordinal() - 1)


def agreed_end(agreement: Sopimus, known_by: date) -> date | None:
    """The agreement's last day with the options that are used; None where it goes on for good.

    Args:
        agreement: the agreement.
        known_by: an option that was used after this day is left out.
    """
    end = agreement.voimassa.paattyen if agreement.voimassa else None
    if end is None:
        return None
    used = (
        item.paattyen
        for item in agreement.optiot
        if item.paattyen is not None and item.kaytetty is not None and item.kaytetty <= known_by
    )
    return max([end, *used])
