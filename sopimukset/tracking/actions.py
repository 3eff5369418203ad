"""Actions that were agreed in meetings, each as the newest minutes tell of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopimukset.model import Kokous
    from sopimukset.model.kokous import Asia, Toimenpide

ENDED = frozenset({"valmis", "peruttu"})
"""The states in which nothing is left to be done."""


@dataclass(frozen=True, slots=True)
class AgreedAction:
    """An action, with the meeting and the matter in which it is told of."""

    meeting: Kokous
    matter: Asia
    action: Toimenpide

    @property
    def ended(self) -> bool:
        """Whether it was carried out or called off; a state that isn't recorded is neither."""
        return self.action.tila in ENDED


def actions_on(meetings: Iterable[Kokous], day: date) -> list[AgreedAction]:
    """The actions of meetings that were held by a day, in the order in which they came up.

    An action that comes up again in a later meeting of its group is the same one, by its `tunnus`:
    what that meeting tells of it holds from then on (`continued`).
    """
    found: dict[tuple[str, str], AgreedAction] = {}
    for meeting in sorted(meetings, key=lambda item: item.pvm):
        if meeting.pvm > day:
            break
        for matter in meeting.asiat:
            for action in matter.toimenpiteet:
                key = (meeting.johtoryhma, action.tunnus)
                known = found.get(key)
                newest = continued(known.action, action) if known else action
                found[key] = AgreedAction(meeting, matter, newest)
    return list(found.values())


def late_on(action: Toimenpide, day: date) -> bool:
    """Whether an action's day is past and it isn't recorded to have ended."""
    due = action.maarapaiva
    return due is not None and due < day and action.tila not in ENDED


def continued(former: Toimenpide, latter: Toimenpide) -> Toimenpide:
    """An action as a later meeting tells of it again: what is left out there stays as it was.

    Who records only a new state has called off neither the task nor its day.
    """
    told = {
        name: value
        for name in type(latter).model_fields
        if (value := getattr(latter, name)) is not None
    }
    return former.model_copy(update=told)
