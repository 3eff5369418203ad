"""Who was at the meetings of the period: seats, never persons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopimukset.base.speech import mark
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import Pen
from sopimukset.formats.paper import Block, Column, Table, Text
from sopimukset.model import Jasenyys, Kokous
from sopimukset.tracking.posts import holders_on

NONE = mark("Jaksolta ei ole kirjattu pidettyjä kokouksia.")
COUNTED = mark("Kokouksia pidettiin {maara}: {paivat}.")
PROMISED = mark("Sovittu vähintään {luvattu} vuodessa (alueen oma kirjaus).")


def told_attendance(matter: Matter, pen: Pen) -> Iterator[Block]:
    """The meetings of the period, and at how many each seat was filled by member or deputy."""
    held = matter.meetings_in(matter.current.period)
    if not held:
        yield Text(pen.say(NONE))
        return
    days = ", ".join(pen.day(item.pvm) for item in held)
    cadence = matter.status.group.kokoukset
    promised = cadence.vahintaan_vuodessa if cadence else None
    told = pen.tell(COUNTED, maara=len(held), paivat=days)
    more = f" {pen.tell(PROMISED, luvattu=promised)}" if promised else ""
    yield Text(f"{told}{more}")
    yield Table(
        pen.say("Läsnäolo jäsenyyksittäin"),
        (
            Column(pen.say("Jäsenyys"), 0.24),
            Column(pen.say("Nimeäjä"), 0.31),
            Column(pen.say("Jäsen"), 0.11, "right"),
            Column(pen.say("Varajäsen"), 0.13, "right"),
            Column(pen.say("Ei kirjattu läsnä"), 0.21, "right"),
        ),
        tuple(_row(seat, held, pen) for seat in matter.status.group.jasenet),
    )


def _row(seat: Jasenyys, held: Sequence[Kokous], pen: Pen) -> tuple[str, ...]:
    own, deputy, absent = counts(seat, held)
    return (
        pen.or_nothing(seat.tehtava) or seat.tunnus,
        pen.party(seat.nimeaja),
        pen.amount(own),
        pen.amount(deputy),
        pen.amount(absent),
    )


def counts(seat: Jasenyys, held: Sequence[Kokous]) -> tuple[int, int, int]:
    """At how many meetings the member was there, the deputy, neither of them.

    A meeting before the seat was first filled doesn't count.
    """
    own = deputy = absent = 0
    for meeting in held:
        present = [item for item in meeting.lasna if item.jasen == seat.tunnus]
        if any(item.tilalla == "varajasen" for item in present):
            deputy += 1
        elif present:
            own += 1
        elif holders_on(seat.nimetyt, meeting.pvm):
            absent += 1
    return own, deputy, absent
