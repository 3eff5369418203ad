"""Deadlines of agreements: conclusion in time, options, end, end after a notice, comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sopimukset.base.periods import add_months
from sopimukset.tracking.agreements import AgreementState, AgreementStatus
from sopimukset.tracking.deadline import Deadline, DeadlineKind
from sopimukset.tracking.options import OptionState, agreed_end, last_day_of_use, option_state
from sopimukset.tracking.source import ours, record
from sopimukset.tracking.validity import notice_day

if TYPE_CHECKING:
    from sopimukset.model.paths import Path
    from sopimukset.tracking.holdings import Holdings

LEAD_MONTHS = 6
"""How long before an agreement's end its successor is begun to be prepared: our own threshold."""

_UNCONCLUDED = (
    AgreementState.DRAFT,
    AgreementState.UNDER_APPROVAL,
    AgreementState.AWAITING_SIGNATURES,
)


def due_in_agreements(
    _holdings: Holdings, agreements: Sequence[AgreementStatus], day: date
) -> Iterator[Deadline]:
    """The deadlines of every agreement that hasn't ended."""
    for status in agreements:
        yield from _comments(status, day)
        if status.state in _UNCONCLUDED and status.validity is not None:
            path = (*_path(status), "voimassa")
            tunnus, missing = status.agreement.tunnus, bool(status.unapproved or status.unsigned)
            yield Deadline(
                status.validity.start,
                DeadlineKind.AGREEMENT_CONCLUDED,
                path,
                record("voimassa.alkaen"),
                status.group,
                tunnus,
                missing=missing,
            )
        elif status.state is not AgreementState.ENDED:
            yield from _options(status, day)
            yield from _end(status, agreements, day)


def _path(status: AgreementStatus) -> Path:
    return ("sopimukset", status.index)


def _comments(status: AgreementStatus, day: date) -> Iterator[Deadline]:
    asked = status.agreement.lausuntokierros
    if asked is not None and asked.maarapaiva is not None and asked.maarapaiva >= day:
        path = (*_path(status), "lausuntokierros", "maarapaiva")
        source, kind = record("lausuntokierros.maarapaiva"), DeadlineKind.COMMENTS
        yield Deadline(asked.maarapaiva, kind, path, source, status.group, status.agreement.tunnus)


def _options(status: AgreementStatus, day: date) -> Iterator[Deadline]:
    """The last day for using each option that is open, unless a notice ends the agreement first."""
    noticed = notice_day(status.agreement, day) is not None
    for index, option in enumerate(() if noticed else status.agreement.optiot):
        last = last_day_of_use(option)
        if last is None or option_state(option, day) is not OptionState.OPEN:
            continue
        field = "ilmoitettava_viimeistaan" if option.ilmoitettava_viimeistaan else "alkaen"
        path, source = (*_path(status), "optiot", index, field), record(f"optiot.{field}")
        tunnus, kind = status.agreement.tunnus, DeadlineKind.OPTION_USE
        yield Deadline(last, kind, path, source, status.group, f"{tunnus} / {option.tunnus}")


def _end(
    status: AgreementStatus, others: Sequence[AgreementStatus], day: date
) -> Iterator[Deadline]:
    """The last day, after a notice or as agreed; and when preparing what follows begins."""
    days, agreement = status.validity, status.agreement
    if days is None or days.open_end:
        return
    agreed = agreed_end(agreement, day)
    given = notice_day(agreement, day)
    if given is not None and agreed != days.end:
        kind, field = DeadlineKind.NOTICE_END, "irtisanottu"
    else:
        kind, field = DeadlineKind.AGREEMENT_END, "voimassa.paattyen"
    path, source = (*_path(status), *field.split(".")), record(field)
    yield Deadline(days.end, kind, path, source, status.group, agreement.tunnus)
    if not _followed(status, others):
        begin, counts = add_months(days.end, -LEAD_MONTHS), {"kuukausia": LEAD_MONTHS}
        if kind is DeadlineKind.NOTICE_END and given is not None:
            begin = max(begin, given)  # nobody could prepare what follows before the notice
        renewed, tunnus = DeadlineKind.AGREEMENT_RENEWED, agreement.tunnus
        yield Deadline(begin, renewed, path, ours(), status.group, tunnus, counts, missing=True)


def _followed(status: AgreementStatus, others: Sequence[AgreementStatus]) -> bool:
    """Whether another agreement of the same kind and group goes on after its end."""
    return any(
        other.agreement.laji == status.agreement.laji
        and other.group == status.group
        and other.validity is not None
        and status.validity is not None
        and other.validity.end > status.validity.end
        for other in others
    )
