"""Deadlines of actions that the parties took on in meetings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from sopimukset.tracking.actions import actions_on
from sopimukset.tracking.deadline import Deadline, DeadlineKind
from sopimukset.tracking.source import record

if TYPE_CHECKING:
    from sopimukset.tracking.holdings import Holdings


def due_in_actions(holdings: Holdings, day: date) -> Iterator[Deadline]:
    """The days of the actions that have not ended; they are late until it is recorded.

    The place is that of the group, for the minutes are a file of their own.
    """
    places = {item.tunnus: index for index, item in enumerate(holdings.alue.johtoryhmat)}
    for item in actions_on(holdings.meetings, day):
        group, action = item.meeting.johtoryhma, item.action
        if action.maarapaiva is None or item.ended or group not in places:
            continue
        yield Deadline(
            action.maarapaiva,
            DeadlineKind.ACTION,
            ("johtoryhmat", places[group]),
            record("asiat.toimenpiteet.maarapaiva"),
            group,
            action.tunnus,
            party=action.vastuu or "",
            words=action.tehtava,
        )
