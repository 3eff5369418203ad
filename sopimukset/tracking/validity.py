"""The days on which an agreement holds, its used options counted, and when a notice ends it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sopimukset.base.periods import BEGINNING, FOREVER, Period, add_months, period
from sopimukset.tracking.options import agreed_end

if TYPE_CHECKING:
    from sopimukset.model import Sopimus


def validity(agreement: Sopimus, known_by: date = FOREVER) -> Period | None:
    """The days on which it holds, notice and used options counted; None without a recorded start.

    Args:
        agreement: the agreement.
        known_by: a notice that was given, and an option that was used, after this day is left out.
    """
    return _holding(agreement, known_by, notice_by=known_by)


def known_validity(agreement: Sopimus, day: date) -> Period | None:
    """The same as far as it is known on a day: after a notice without a recorded period no end is.

    The rules read such a notice as one that ends it at once, and ask for the period (A10).
    """
    is_known = agreement.irtisanomisaika_kk is not None
    return _holding(agreement, day, notice_by=day if is_known else BEGINNING)


def _holding(agreement: Sopimus, known_by: date, notice_by: date) -> Period | None:
    dates = agreement.voimassa
    if dates is None or dates.alkaen is None:
        return None
    agreed = agreed_end(agreement, known_by)
    ends = [agreed] if agreed else []
    given = notice_day(agreement, notice_by)
    if given:
        ends.append(add_months(given, agreement.irtisanomisaika_kk or 0))
    return period(dates.alkaen, min(ends) if ends else None)


def notice_day(agreement: Sopimus, known_by: date) -> date | None:
    """The day on which notice was given, if that was by the day."""
    given = agreement.irtisanottu
    return given if given is not None and given <= known_by else None
