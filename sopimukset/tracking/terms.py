"""The days that a group exists, as its terms tell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sopimukset.base.periods import Period, limited

if TYPE_CHECKING:
    from sopimukset.model import Jakso, Johtoryhma


TERM_YEARS = 5
"""A group is set for five years at a time (388/2024 1 § 1 mom: "viideksi vuodeksi kerrallaan")."""

GRACE_MONTHS = 3
"""How long after a term's beginning a leader is appointed at the latest: our own threshold."""


def term_periods(group: Johtoryhma) -> list[Period]:
    """The recorded terms whose dates make sense, in order."""
    periods = (term.jakso for term in group.toimikaudet if term.alkaen)
    return sorted(item for item in periods if item is not None)


def span(group: Johtoryhma) -> Period | None:
    """From the first term's first day to the last term's last day; None without a recorded term.

    An open end of a named person means until this span ends (spec, idea 10).
    """
    terms = term_periods(group)
    return Period(terms[0].start, max(term.end for term in terms)) if terms else None


def periods_of(items: Iterable[Jakso], within: Period) -> list[Period]:
    """The parts of the dated items that lie within the span."""
    return limited([days for item in items if (days := item.jakso) is not None], within)
