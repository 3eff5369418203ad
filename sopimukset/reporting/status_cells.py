"""The cells of a region's line in the overview; what its shared groups add is told as elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from sopimukset.base.dates import told_day
from sopimukset.base.speech import mark, say
from sopimukset.reporting.status_report import RegionStatus
from sopimukset.reporting.status_words import AGREEMENT, NOT_RECORDED, short_deadline
from sopimukset.tracking.agreements import AgreementState, AgreementStatus
from sopimukset.tracking.years_of_group import STATUTORY

ELSEWHERE = mark("{ryhmia} + {maara} muualla")
ONLY_ELSEWHERE = mark("toisen alueen tiedoissa")
LATE = mark("myöhässä")


def groups(region: RegionStatus) -> str:
    """How many of the recorded groups are in their term."""
    own = region.standing.groups
    running = sum(group.running for group in own)
    return _with_others(f"{running}/{len(own)}" if own else "", len(region.shared))


def agreements(region: RegionStatus) -> str:
    """How many statutory agreements are in which state; ended ones only if all are."""
    counted = Counter(item.state for item in _alive(region.standing.agreements))
    told = ", ".join(f"{number} {say(AGREEMENT[state])}" for state, number in counted.items())
    return _with_others(told, sum(len(_alive(item.agreements)) for item in region.shared))


def nearest(region: RegionStatus, day: date) -> str:
    """How many deadlines are late, and the next one to come."""
    shared = [item for item, _ in region.shared_deadlines]
    own = sum(item.late_on(day) for item in region.deadlines)
    others = sum(item.late_on(day) for item in shared)
    parts = [_with_others(f"{own} {say(LATE)}", others)] if own or others else []
    coming = [item for item in (*region.deadlines, *shared) if item.day >= day]
    if coming:
        first = min(coming, key=lambda item: item.day)
        parts.append(f"{told_day(first.day)} {short_deadline(first)}")
    return "; ".join(parts)


def _with_others(own: str, others: int) -> str:
    """What a region's own file gives, and how many more there are in another region's."""
    if not own:
        return say(ONLY_ELSEWHERE) if others else say(NOT_RECORDED)
    return say(ELSEWHERE).format(ryhmia=own, maara=others) if others else own


def _alive(found: Iterable[AgreementStatus]) -> list[AgreementStatus]:
    statutory = [item for item in found if item.agreement.laji == STATUTORY]
    return [item for item in statutory if item.state is not AgreementState.ENDED] or statutory
