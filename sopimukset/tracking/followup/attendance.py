"""Who was at the meetings of a period: by seat, with who stood in for whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from sopimukset.base.periods import Period
from sopimukset.tracking.posts import holders_on

if TYPE_CHECKING:
    from sopimukset.model import Jasenyys, Johtoryhma, Kokous, Nimetty, NimettyVarajasen


class Presence(Enum):
    """How a seat was held at a meeting."""

    MEMBER = "member"
    DEPUTY = "deputy"

    ABSENT = "absent"
    """Others are recorded as present, and neither of the seat's two holders."""

    VACANT = "vacant"
    """Nobody was named to the seat on the day."""

    NOT_RECORDED = "not-recorded"
    """Nobody at all is recorded as present."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A seat at a meeting.

    Attributes:
        day: the meeting's day.
        presence: how the seat was held.
        members: who is named to the seat on the day.
        deputies: who is named as deputy on the day: who stood in, where the presence says so.
    """

    day: date
    presence: Presence
    members: tuple[Nimetty, ...]
    deputies: tuple[NimettyVarajasen, ...]


@dataclass(frozen=True, slots=True)
class SeatAttendance:
    """A seat over the meetings of a period.

    Attributes:
        seat: the seat.
        sittings: one for each meeting, in order.
    """

    seat: Jasenyys
    sittings: tuple[Sitting, ...]

    def count(self, presence: Presence) -> int:
        """At how many meetings the seat was so held."""
        return sum(item.presence is presence for item in self.sittings)

    @property
    def recorded(self) -> int:
        """At how many meetings attendance is recorded and the seat was not vacant."""
        out = (Presence.NOT_RECORDED, Presence.VACANT)
        return sum(item.presence not in out for item in self.sittings)

    @property
    def attended(self) -> int:
        """At how many meetings the member or the deputy was there."""
        return self.count(Presence.MEMBER) + self.count(Presence.DEPUTY)


@dataclass(frozen=True, slots=True)
class Attendance:
    """The meetings of a group in a period.

    Attributes:
        meetings: those that have a file, in order.
        seats: the seats in the record's order.
    """

    meetings: tuple[Kokous, ...]
    seats: tuple[SeatAttendance, ...]


def attendance(group: Johtoryhma, meetings: Iterable[Kokous], days: Period) -> Attendance:
    """Who was at a group's meetings on the days of a period.

    Args:
        group: the group.
        meetings: its meeting files; those on other days are passed over.
        days: the period.
    """
    held = sorted((item for item in meetings if item.pvm in days), key=lambda item: item.pvm)
    seats = (
        SeatAttendance(seat, tuple(_sitting(seat, meeting) for meeting in held))
        for seat in group.jasenet
    )
    return Attendance(tuple(held), tuple(seats))


def _sitting(seat: Jasenyys, meeting: Kokous) -> Sitting:
    members = tuple(holders_on(seat.nimetyt, meeting.pvm))
    deputies = tuple(holders_on(seat.varajasenet, meeting.pvm))
    return Sitting(meeting.pvm, _presence(seat, meeting, bool(members)), members, deputies)


def _presence(seat: Jasenyys, meeting: Kokous, named: bool) -> Presence:
    if not meeting.lasna:
        return Presence.NOT_RECORDED
    own = [item for item in meeting.lasna if item.jasen == seat.tunnus]
    if any(item.tilalla is None for item in own):
        return Presence.MEMBER
    if own:
        return Presence.DEPUTY
    return Presence.ABSENT if named else Presence.VACANT
