"""The days on which an agreement holds, and when a notice ends it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sopimukset.base.periods import BEGINNING, FOREVER, Period, add_months, period

if TYPE_CHECKING:
    from sopimukset.model import Sopimus


def validity(agreement: Sopimus, known_by: date = FOREVER) -> Period | None:
    """The days on which it holds, a notice counted; None where no start is recorded.

    Args:
        agreement: the agreement.
        known_by: a notice that was given after this day is left out.
    """
    dates = agreement.voimassa
    if dates is None or dates.alkaen is None:
        return None
    ends = [dates.paattyen] if dates.paattyen else []
    given = notice_day(agreement, known_by)
    if given:
        ends.append(add_months(given, agreement.irtisanomisaika_kk or 0))
    return period(dates.alkaen, min(ends) if ends else None)


def known_validity(agreement: Sopimus, day: date) -> Period | None:
    """The same as far as it is known on a day: after a notice without a recorded period no end is.

    The rules read such a notice as one that ends it at once, and ask for the period (A10).
    """
    is_known = agreement.irtisanomisaika_kk is not None
    return validity(agreement, day if is_known else BEGINNING)


def notice_day(agreement: Sopimus, known_by: date) -> date | None:
    """The day on which notice was given, if that was by the day."""
    given = agreement.irtisanottu
    return given if given is not None and given <= known_by else None
