"""What the parties have taken on in the group's meetings, and what of it is late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sopimukset.base.speech import mark
from sopimukset.documents.action_list import ENDED, STATES
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import NOT_RECORDED, Pen
from sopimukset.formats.paper import Block, Column, Table, Text
from sopimukset.model.kokous import Asia, Kokous, Toimenpide

NONE_AGREED = mark("Toimenpiteitä ei ole kirjattu.")
NONE_LATE = mark("Yhdenkään avoimen toimenpiteen määräpäivä ei ole ohitettu.")
COUNTED = mark(
    "Avoimia toimenpiteitä on {avoimet}, niistä myöhässä {myohassa}. Valmiita on {valmiit}."
)


class Action(NamedTuple):
    """An action with the meeting and the matter in which it was agreed."""

    meeting: Kokous
    matter: Asia
    action: Toimenpide

    def late_on(self, day: date) -> bool:
        """Whether its day is past and it is neither done nor called off."""
        due = self.action.maarapaiva
        return due is not None and due < day and self.action.tila not in ENDED


def actions_of(matter: Matter) -> list[Action]:
    """The actions that the group has agreed on by the day, in the order of the meetings."""
    return [
        Action(meeting, item, action)
        for meeting in matter.holdings.meetings_of(matter.group)
        if meeting.pvm <= matter.day
        for item in meeting.asiat
        for action in item.toimenpiteet
    ]


def late_actions(matter: Matter) -> list[Action]:
    """Those of them that are late, by party in the record's order, the oldest day first."""
    order = [item.tunnus for item in matter.holdings.alue.osapuolet]
    late = [item for item in actions_of(matter) if item.late_on(matter.day)]

    def key(item: Action) -> tuple[int, date]:
        """The party's place, then the day."""
        party = item.action.vastuu or ""
        place = order.index(party) if party in order else len(order)
        return place, item.action.maarapaiva or date.max

    return sorted(late, key=key)


def told_actions(matter: Matter, pen: Pen) -> Iterator[Block]:
    """How many actions stand open, and the late ones party by party."""
    known, late = actions_of(matter), late_actions(matter)
    if not known:
        yield Text(pen.say(NONE_AGREED))
        return
    open_ones = [item for item in known if item.action.tila not in ENDED]
    done = [item for item in known if item.action.tila == "valmis"]
    counts = {"avoimet": len(open_ones), "myohassa": len(late), "valmiit": len(done)}
    yield Text(pen.tell(COUNTED, **counts))
    if not late:
        yield Text(pen.say(NONE_LATE))
        return
    yield Table(
        pen.say("Myöhässä olevat toimenpiteet osapuolittain"),
        (
            Column(pen.say("Osapuoli"), 0.2),
            Column(pen.say("Toimenpide"), 0.4),
            Column(pen.say("Määräpäivä"), 0.13),
            Column(pen.say("Tila"), 0.11),
            Column(pen.say("Sovittu"), 0.16),
        ),
        tuple(_row(item, pen) for item in late),
    )


def _row(item: Action, pen: Pen) -> tuple[str, ...]:
    section = pen.tell("{numero} §", numero=item.matter.pykala) if item.matter.pykala else ""
    agreed = ", ".join(text for text in (pen.day(item.meeting.pvm), section) if text)
    return (
        pen.party(item.action.vastuu),
        pen.text(item.action.tehtava),
        pen.day(item.action.maarapaiva),
        pen.say(STATES.get(item.action.tila or "", NOT_RECORDED)),
        agreed,
    )
