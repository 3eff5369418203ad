"""Actions that the parties have taken on in a group's meetings, as they stand on a day.

The law knows no such list; it serves the group's follow-up (388/2024 2 § 2 mom).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from sopimukset.tracking.actions import ENDED, continued, late_on

if TYPE_CHECKING:
    from sopimukset.model import Kokous, Teksti
    from sopimukset.model.kokous import Asia, Toimenpide


class Urgency(Enum):
    """How an action stands on a day."""

    LATE = "late"
    """Its day is past, and it isn't recorded as done or cancelled."""

    OPEN = "open"

    UNDATED = "undated"
    """It is open, and no day is recorded."""

    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class ActionStatus:
    """An action on a day.

    Attributes:
        key: its identifier.
        action: as the newest meeting by the day tells of it.
        agreed: the first meeting that tells of it.
        matter: the matter there.
        told: the newest meeting by the day that tells of it.
        urgency: how it stands.
        days_late: for how many days it is late; 0 where it isn't.
    """

    key: str
    action: Toimenpide
    agreed: Kokous
    matter: Asia
    told: Kokous
    urgency: Urgency
    days_late: int = 0

    @property
    def party(self) -> str | None:
        """The responsible party."""
        return self.action.vastuu

    @property
    def due(self) -> date | None:
        """The day by which it is to be done."""
        return self.action.maarapaiva

    @property
    def task(self) -> Teksti | None:
        """What is to be done."""
        return self.action.tehtava

    @property
    def unended(self) -> bool:
        """Whether something is left to be done."""
        return self.urgency in (Urgency.LATE, Urgency.OPEN, Urgency.UNDATED)


def actions_on(meetings: Iterable[Kokous], day: date) -> tuple[ActionStatus, ...]:
    """The actions of one group's meetings by a day, in the order in which they were agreed.

    A later meeting may tell of the same action (`tunnus`) again: what it says holds from then on,
    and what it leaves out stays as it was. A state without any record is taken for open.
    """
    found: dict[str, ActionStatus] = {}
    for meeting in sorted(meetings, key=lambda item: item.pvm):
        if meeting.pvm > day:
            continue
        for matter in meeting.asiat:
            for action in matter.toimenpiteet:
                known = found.get(action.tunnus)
                found[action.tunnus] = _status(action, meeting, matter, known, day)
    return tuple(found.values())


def late_by_party(actions: Iterable[ActionStatus]) -> dict[str | None, tuple[ActionStatus, ...]]:
    """The late actions by responsible party, the latest first; None is the party of no record."""
    late = sorted(
        (item for item in actions if item.urgency is Urgency.LATE),
        key=lambda item: (-item.days_late, item.key),
    )
    parties = dict.fromkeys(item.party for item in late)
    return {party: tuple(item for item in late if item.party == party) for party in parties}


def _status(
    action: Toimenpide, meeting: Kokous, matter: Asia, known: ActionStatus | None, day: date
) -> ActionStatus:
    newest = action if known is None else continued(known.action, action)
    urgency = _urgency(newest, day)
    late = (day - newest.maarapaiva).days if urgency is Urgency.LATE and newest.maarapaiva else 0
    return ActionStatus(
        newest.tunnus,
        newest,
        known.agreed if known else meeting,
        known.matter if known else matter,
        meeting,
        urgency,
        late,
    )


def _urgency(action: Toimenpide, day: date) -> Urgency:
    if action.tila in ENDED:
        return Urgency.DONE if action.tila == "valmis" else Urgency.CANCELLED
    if action.maarapaiva is None:
        return Urgency.UNDATED
    return Urgency.LATE if late_on(action, day) else Urgency.OPEN
