"""The state of an agreement on a day: derived from decisions, signatures and dates, never typed.

A state counts what is dated up to the day (spec, idea 10). An approval that nobody has recorded is
"not recorded": it may have been given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from sopimukset.base.periods import Period, add_months
from sopimukset.tracking.appeals import Appeal, appeal_of
from sopimukset.tracking.approvals import Suspect, suspects_of
from sopimukset.tracking.awaiting import Awaiting, awaiting_on
from sopimukset.tracking.counted import KINDS
from sopimukset.tracking.fingerprints import group_of
from sopimukset.tracking.signatures import approval_days, conditional_approvers, signing_days
from sopimukset.tracking.validity import known_validity, notice_day

if TYPE_CHECKING:
    from sopimukset.model import Sopimus
    from sopimukset.tracking.holdings import Holdings

ENDING_MONTHS = 6
"""How long before its last day an agreement counts as ending: our own threshold."""


class AgreementState(Enum):
    """Where an agreement stands; in the order of its life."""

    DRAFT = "draft"
    """No approval and no signature is recorded by the day."""

    UNDER_APPROVAL = "under-approval"
    """Some party has approved, and of another no approval without a condition is recorded."""

    AWAITING_SIGNATURES = "awaiting-signatures"
    """All parties have approved, and some signature is not recorded."""

    APPEAL_PERIOD = "appeal-period"
    """Approved and signed, not yet begun, and an approval may still be appealed."""

    CONCLUDED = "concluded"
    """Approved and signed, and its first day is to come, or is not recorded."""

    IN_FORCE = "in-force"
    NOTICE_GIVEN = "notice-given"
    """In force, and notice has been given."""

    ENDING = "ending"
    """In force, and its last recorded day is near (`ENDING_MONTHS`)."""

    ENDED = "ended"


RUNNING = frozenset({AgreementState.IN_FORCE, AgreementState.NOTICE_GIVEN, AgreementState.ENDING})
"""The states in which it holds."""


@dataclass(frozen=True, slots=True)
class AgreementStatus:
    """An agreement on a day.

    Attributes:
        agreement: the agreement.
        index: its place in the record.
        group: the `tunnus` of the group that it is about; "" where none can be told.
        state: where it stands.
        unapproved: parties of which neither approval nor signature is recorded by the day; an
            approval with a condition is none.
        conditional: those of them that have approved with a condition.
        unsigned: parties of which no signature is recorded by the day.
        appeals: approvals whose appeal period runs on the day.
        validity: the days on which it holds; None where no start is recorded.
        begun: whether its recorded first day has come, though it isn't concluded.
        suspects: versions that were approved and that the record has left, so that parties must
            approve or sign again.
        unreleased: those that it left within the agreement's own powers of amendment, and no
            version has been made of what stands now.
        awaiting: the newest version, which waits for approvals or signatures while something else
            was approved before; None where there is none such.
    """

    agreement: Sopimus
    index: int
    group: str
    state: AgreementState
    unapproved: tuple[str, ...]
    conditional: tuple[str, ...]
    unsigned: tuple[str, ...]
    appeals: tuple[Appeal, ...]
    validity: Period | None
    begun: bool
    suspects: tuple[Suspect, ...]
    unreleased: tuple[Suspect, ...]
    awaiting: Awaiting | None

    @property
    def suspect(self) -> bool:
        """Whether what the parties approved is no longer what stands, and it still matters."""
        return bool(self.suspects) and self.state is not AgreementState.ENDED

    @property
    def amended(self) -> bool:
        """Whether it was changed by its own power of amendment without a version, and runs on."""
        return bool(self.unreleased) and self.state is not AgreementState.ENDED

    @property
    def running(self) -> bool:
        """Whether it holds on the day."""
        return self.state in RUNNING


def agreements_on(holdings: Holdings, day: date) -> tuple[AgreementStatus, ...]:
    """Every agreement of a region that has parties, in the record's order, as it stands on a day.

    A notice of termination is one party's own letter and has no state.
    """
    return tuple(
        _status(holdings, index, day)
        for index, item in enumerate(holdings.alue.sopimukset)
        if item.laji in KINDS
    )


def _status(holdings: Holdings, index: int, day: date) -> AgreementStatus:
    alue = holdings.alue
    agreement = alue.sopimukset[index]
    group = group_of(alue, agreement)
    unsigned = unsigned_parties(holdings, agreement, day)
    approved = approval_days(agreement, day)
    unapproved = tuple(
        party for party in agreement.osapuolet if party not in approved and party in unsigned
    )
    given = conditional_approvers(agreement, day)
    conditional = tuple(party for party in unapproved if party in given)
    appeals = tuple(_appeals(holdings, index, day))
    days = known_validity(agreement, day)
    begun = len(unapproved) < len(agreement.osapuolet) or bool(conditional)
    state = _state(agreement, day, unapproved, unsigned, begun=begun, running=bool(appeals))
    left = suspects_of(alue, index, holdings.versions, holdings.library_of)
    settled = [item for item in left if holdings.powers_of(item)]
    waiting = (
        awaiting_on(alue, index, holdings.versions, day, _person_of(holdings))
        if state not in (AgreementState.DRAFT, AgreementState.ENDED)
        else None
    )
    return AgreementStatus(
        agreement,
        index,
        group.tunnus if group else "",
        state,
        unapproved,
        conditional,
        unsigned,
        appeals,
        days,
        days is not None and days.start <= day and state in _UNCONCLUDED,
        tuple(item for item in left if item not in settled),
        tuple(item for item in settled if item.current is None),
        waiting,
    )


_UNCONCLUDED = frozenset(
    {
        AgreementState.DRAFT,
        AgreementState.UNDER_APPROVAL,
        AgreementState.AWAITING_SIGNATURES,
    }
)


def unsigned_parties(holdings: Holdings, agreement: Sopimus, day: date) -> tuple[str, ...]:
    """The parties of which no signature is recorded by the day, nor one of their legal person."""
    person = _person_of(holdings)
    days = signing_days(agreement, agreement.osapuolet, person)
    return tuple(
        party
        for party in agreement.osapuolet
        if (signed := days[person(party)]) is None or signed > day
    )


def _person_of(holdings: Holdings) -> Callable[[str], str]:
    """The legal person behind a party; the party itself where none is recorded."""
    persons = {
        party.tunnus: holdings.text(party.oikeushenkilo) for party in holdings.alue.osapuolet
    }
    return lambda tunnus: persons.get(tunnus) or tunnus


def _state(
    agreement: Sopimus,
    day: date,
    unapproved: Iterable[str],
    unsigned: Iterable[str],
    *,
    begun: bool,
    running: bool,
) -> AgreementState:
    days = known_validity(agreement, day)
    if days is not None and days.end < day:
        return AgreementState.ENDED
    if not agreement.osapuolet:
        return AgreementState.DRAFT
    if any(unapproved):
        return AgreementState.UNDER_APPROVAL if begun else AgreementState.DRAFT
    if any(unsigned):
        return AgreementState.AWAITING_SIGNATURES
    if days is None or day < days.start:
        return AgreementState.APPEAL_PERIOD if running else AgreementState.CONCLUDED
    if notice_day(agreement, day):
        return AgreementState.NOTICE_GIVEN
    ending = not days.open_end and add_months(days.end, -ENDING_MONTHS) <= day
    return AgreementState.ENDING if ending else AgreementState.IN_FORCE


def _appeals(holdings: Holdings, index: int, day: date) -> Iterable[Appeal]:
    """The approvals, given by the day, that may still be appealed on it."""
    roles = holdings.roles
    for place, approval in enumerate(holdings.alue.sopimukset[index].hyvaksynnat):
        if approval.pvm is None or approval.pvm > day:
            continue
        path = ("sopimukset", index, "hyvaksynnat", place)
        appeal = appeal_of(approval, roles.get(approval.osapuoli or ""), path)
        if appeal is not None and appeal.runs_on(day):
            yield appeal
