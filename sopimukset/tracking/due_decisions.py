"""Deadlines of decisions: the end of the appeal period, and of personal data on the net."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from sopimukset.base.periods import add_days
from sopimukset.tracking.appeals import Appeal, appeal_of
from sopimukset.tracking.deadline import Deadline, DeadlineKind
from sopimukset.tracking.decisions import decisions_of
from sopimukset.tracking.source import law

if TYPE_CHECKING:
    from sopimukset.tracking.holdings import Holdings

REMINDED_DAYS = 30
"""How long after the appeal period the removal of personal data is told of: our own threshold.

The record doesn't tell whether they were removed.
"""


def due_in_decisions(holdings: Holdings, day: date) -> Iterator[Deadline]:
    """The appeal periods that run, and the personal data whose time on the net is over."""
    for made in decisions_of(holdings):
        appeal = appeal_of(made.decision, made.role, made.path)
        if appeal is None or (appeal.decided is not None and appeal.decided > day):
            continue
        subject = made.subject
        if appeal.runs_on(day):
            end, source = appeal.last_day, appeal.source
            kind = DeadlineKind.APPEAL_END
            yield Deadline(end, kind, appeal.path, source, made.group, subject)
        yield from _removal(appeal, made.group, subject, day)


def _removal(appeal: Appeal, group: str, subject: str, day: date) -> Iterator[Deadline]:
    if appeal.rule is None or day > add_days(appeal.last_day, REMINDED_DAYS):
        return
    source, kind = law(appeal.rule.removal), DeadlineKind.PERSONAL_DATA
    yield Deadline(appeal.last_day, kind, appeal.path, source, group, subject)
