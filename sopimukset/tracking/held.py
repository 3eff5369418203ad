"""Meetings that were held, each once, and whether their minutes bear out what is told of them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING

from sopimukset.tracking.hours import clock

if TYPE_CHECKING:
    from sopimukset.model import Kokous, Seuranta


def same_meeting(one: Kokous, other: Kokous) -> bool:
    """Whether two files tell of one meeting: a group's on a day, unless their hours differ."""
    if one.johtoryhma != other.johtoryhma or one.pvm != other.pvm:
        return False
    hours = clock(one.klo), clock(other.klo)
    return None in hours or hours[0] == hours[1]


def each_once(meetings: Iterable[Kokous]) -> list[Kokous]:
    """The meetings without second files of the same one, in the same order."""
    found: list[Kokous] = []
    days: dict[tuple[str, object], list[Kokous]] = {}
    for item in meetings:
        mates = days.setdefault((item.johtoryhma, item.pvm), [])
        if not any(same_meeting(item, other) for other in mates):
            mates.append(item)
            found.append(item)
    return found


def has_minutes(meeting: Kokous) -> bool:
    """Whether there are minutes: an agenda alone may well be of a day to come."""
    decided = any(matter.paatos is not None for matter in meeting.asiat)
    return decided or bool(meeting.lasna) or meeting.tarkastettu is not None


class Unborne(Enum):
    """Why minutes don't bear out that a follow-up was treated."""

    MEETING = "kokous"
    SECTION = "pykala"


def unborne(item: Seuranta, meetings: Iterable[Kokous]) -> Unborne | None:
    """What of a treatment isn't in the minutes; None where all is, or nothing can be looked up.

    A day counts as one without a meeting where the group has recorded meetings before and after
    it: earlier minutes may be kept elsewhere, and later ones need not be in yet. Without numbered
    sections there is none to look up. Then the record is taken at its word.

    Args:
        item: the follow-up.
        meetings: the group's own meetings, or the region's.
    """
    treated = item.kasitelty
    if treated is None or treated.pvm is None:
        return None
    own = [meeting for meeting in meetings if meeting.johtoryhma == item.johtoryhma]
    held = [meeting for meeting in own if meeting.pvm == treated.pvm]
    if not held:
        days = [meeting.pvm for meeting in own]
        return Unborne.MEETING if days and min(days) < treated.pvm < max(days) else None
    sections = {matter.pykala for meeting in held for matter in meeting.asiat} - {None}
    if treated.pykala is not None and sections and treated.pykala not in sections:
        return Unborne.SECTION
    return None
