"""Who has approved and signed an agreement: approvals by party, signatures by legal person.

An approval with a condition is none before the party has approved without it.
In Helsinki one legal person holds two roles (615/2021 2 § 2 mom): one signature serves both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopimukset.model import Sopimus


def signing_days(
    agreement: Sopimus, parties: Iterable[str], person_of: Callable[[str], str]
) -> dict[str, date | None]:
    """When each legal person among the parties signed first; None where no day is recorded.

    Args:
        agreement: the agreement.
        parties: those of its parties that count, by identifier.
        person_of: the legal person behind a party.
    """
    days: dict[str, date | None] = {person_of(party): None for party in parties}
    for signature in agreement.allekirjoitukset:
        person = person_of(signature.osapuoli or "")
        if person in days and signature.pvm is not None:
            days[person] = min(days[person] or signature.pvm, signature.pvm)
    return days


def approval_days(agreement: Sopimus, by: date) -> dict[str, date]:
    """When each party approved first, by the day.

    A decision without a day counts for nothing, and so does one with a condition.
    """
    days: dict[str, date] = {}
    for approval in agreement.hyvaksynnat:
        if approval.ehto is None and approval.osapuoli and approval.pvm and approval.pvm <= by:
            known = days.get(approval.osapuoli, approval.pvm)
            days[approval.osapuoli] = min(known, approval.pvm)
    return days


def conditional_approvers(agreement: Sopimus, by: date) -> set[str]:
    """The parties that have approved by the day, but never without a condition."""
    given = {
        approval.osapuoli
        for approval in agreement.hyvaksynnat
        if approval.osapuoli and approval.pvm and approval.pvm <= by
    }
    return given - approval_days(agreement, by).keys()
