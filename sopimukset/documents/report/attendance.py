"""Who was at the meetings of the period: seats, never persons."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.speech import mark
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import Pen
from sopimukset.formats.paper import Block, Column, Table, Text
from sopimukset.model import Jasenyys, Johtoryhma
from sopimukset.tracking.followup import Presence, SeatAttendance

NONE = mark("Jaksolta ei ole kirjattu kokouksia.")
COUNTED = mark("Kokouksia on kirjattu {maara}: {paivat}.")
PROMISED = mark("Sovittu vähintään {luvattu} vuodessa (alueen oma kirjaus).")


def told_attendance(matter: Matter, pen: Pen) -> Iterator[Block]:
    """The meetings of the period, and at how many each seat was filled by member or deputy."""
    told = matter.follow.attendance
    if not told.meetings:
        yield Text(pen.say(NONE))
        return
    days = ", ".join(pen.day(item.pvm) for item in told.meetings)
    cadence = matter.follow.group.kokoukset
    promised = cadence.vahintaan_vuodessa if cadence else None
    counted = pen.tell(COUNTED, maara=len(told.meetings), paivat=days)
    more = f" {pen.tell(PROMISED, luvattu=promised)}" if promised else ""
    yield Text(f"{counted}{more}")
    group = matter.follow.group
    tasks = any(item.seat.tehtava is not None for item in told.seats)
    seats = (Column(pen.say("Jäsenyys"), 0.24), Column(pen.say("Nimeäjä"), 0.3))
    yield Table(
        pen.say("Läsnäolo jäsenyyksittäin, kokousten määrä"),
        (
            *(seats if tasks else (Column(pen.say("Jäsenen nimeäjä"), 0.54),)),
            Column(pen.say("Jäsen läsnä"), 0.13, "right"),
            Column(pen.say("Varajäsen läsnä"), 0.15, "right"),
            Column(pen.say("Poissa"), 0.08, "right"),
            Column(pen.say("Ei nimetty"), 0.1, "right"),
        ),
        tuple(
            (*_seat(item.seat, group, pen, tasks=tasks), *_row(item, pen)) for item in told.seats
        ),
    )


def _seat(seat: Jasenyys, group: Johtoryhma, pen: Pen, *, tasks: bool) -> tuple[str, ...]:
    """A seat by its task and its namer; where no seat has a task, its namer tells it all."""
    if tasks:
        return pen.seat(group, seat), pen.party(seat.nimeaja)
    return (pen.namer(group, seat),)


def _row(item: SeatAttendance, pen: Pen) -> tuple[str, ...]:
    counts = (Presence.MEMBER, Presence.DEPUTY, Presence.ABSENT, Presence.VACANT)
    return tuple(pen.amount(item.count(presence)) for presence in counts)
