"""A released version that some party has not approved yet, though it has approved something else.

Something else is an earlier version, or what an approval or a signature without a fingerprint was
about: nobody can tell that it was this version (the same rule as on the paper, `proving`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sopimukset.model import Alue, Sopimus, Versio
from sopimukset.tracking.approvals import (
    APPROVALS,
    SIGNATURES,
    Mark,
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
        conditional: those of the unapproved ones that have approved it with a condition.
    """

    version: str
    unapproved: tuple[str, ...]
    unsigned: tuple[str, ...]
    conditional: tuple[str, ...] = ()


def awaiting_on(
    alue: Alue, index: int, versions: Versions, day: date, person_of: Callable[[str], str]
) -> Awaiting | None:
    """The newest version that was released by the day, where some party is missing.

    None where nothing else was approved or signed: then the agreement's own state tells of it.

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
    if not known or not _approved_otherwise(agreement, known, day):
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
    given = {mark.model.osapuoli for mark in _of(agreement, newest, day) if mark.conditional}
    conditional = tuple(item for item in unapproved if item in given)
    return Awaiting(known[-1].versio, unapproved, unsigned, conditional) if unsigned else None


def _of(agreement: Sopimus, content: str | None, day: date) -> list[Mark]:
    """The approvals and signatures of the day or before that have a fingerprint, or have none."""
    marks = (mark for mark in marks_of(agreement, ()) if mark.given_by(day))
    return [mark for mark in marks if mark.model.sormenjalki == content]


def _approved_otherwise(agreement: Sopimus, known: list[Versio], day: date) -> bool:
    """Whether an approval or a signature by the day is of an earlier version, or of none."""
    earlier = (None, *(item.sormenjalki for item in known[:-1]))
    return any(_of(agreement, item, day) for item in earlier)
