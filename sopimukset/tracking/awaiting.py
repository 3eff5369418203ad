"""A released version that some party has not approved yet, while an earlier one was approved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sopimukset.model import Alue, Versio
from sopimukset.tracking.approvals import (
    APPROVALS,
    SIGNATURES,
    approved_contents,
    marks_of,
    versions_of,
)
from sopimukset.tracking.fingerprints import Versions


@dataclass(frozen=True, slots=True)
class Awaiting:
    """The newest version of an agreement, which is not approved or signed by all its parties.

    Attributes:
        version: its number.
        unapproved: parties of which neither approval nor signature of it is recorded by the day.
        unsigned: parties of which no signature of it is recorded by the day.
    """

    version: str
    unapproved: tuple[str, ...]
    unsigned: tuple[str, ...]


def awaiting_on(
    alue: Alue, index: int, versions: Versions, day: date, person_of: Callable[[str], str]
) -> Awaiting | None:
    """The newest version that was released by the day, where some party is missing.

    None where no earlier version was approved: then the agreement's own state tells of it.

    Args:
        alue: the region's record.
        index: the agreement's place in it.
        versions: the region's released versions.
        day: approvals, signatures and versions of later days don't count, nor do those of amending
            agreements.
        person_of: the legal person behind a party; one signature serves all its roles.
    """
    agreement = alue.sopimukset[index]
    known = [item for item in versions_of(versions, agreement.tunnus) if item.julkaistu <= day]
    if len(known) < 2 or not _approved_before(alue, index, known, day):
        return None
    newest = known[-1].sormenjalki
    approved, signed = (
        {
            party
            for party, contents in approved_contents(
                alue, agreement, versions, name, by=day
            ).items()
            if newest in contents
        }
        for name in (APPROVALS, SIGNATURES)
    )
    persons = {person_of(party) for party in signed}
    unsigned = tuple(item for item in agreement.osapuolet if person_of(item) not in persons)
    unapproved = tuple(item for item in unsigned if item not in approved)
    return Awaiting(known[-1].versio, unapproved, unsigned) if unsigned else None


def _approved_before(alue: Alue, index: int, known: list[Versio], day: date) -> bool:
    """Whether an approval or a signature of the day or before speaks of an earlier version."""
    earlier = {item.sormenjalki for item in known[:-1]}
    return any(
        mark.model.sormenjalki in earlier and mark.given_by(day)
        for mark in marks_of(alue.sopimukset[index], ())
    )
