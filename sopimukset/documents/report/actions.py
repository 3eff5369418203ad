"""What the parties have taken on in the group's meetings, and what of it is late."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.speech import mark
from sopimukset.documents.action_list import STATES
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import NOT_RECORDED, Pen
from sopimukset.formats.paper import Block, Column, Table, Text
from sopimukset.tracking.followup import ActionStatus, Passage, Urgency, late_by_party

NONE_AGREED = mark("Toimenpiteitä ei ole kirjattu.")
NONE_LATE = mark("Yhdenkään avoimen toimenpiteen määräpäivä ei ole ohitettu.")
COUNTED = mark(
    "Avoimia toimenpiteitä on {avoimet}, niistä myöhässä {myohassa}. Valmiita on {valmiit}."
)
PASSED = mark(
    "Edellisen jakson loppuun verrattuna: uusia {uudet}, jatkuvia {jatkuvat}, päättyneitä "
    "{paattyneet}."
)


def late_actions(matter: Matter) -> list[ActionStatus]:
    """The late actions, by party in the record's order, the latest first."""
    late = late_by_party(matter.follow.actions)
    order = [item.tunnus for item in matter.holdings.alue.osapuolet]
    parties = sorted(late, key=lambda party: order.index(party) if party in order else len(order))
    return [item for party in parties for item in late[party]]


def told_actions(matter: Matter, pen: Pen) -> Iterator[Block]:
    """How many actions stand open, and the late ones party by party."""
    known, late = matter.follow.actions, late_actions(matter)
    if not known:
        yield Text(pen.say(NONE_AGREED))
        return
    counts = {
        "avoimet": sum(item.unended for item in known),
        "myohassa": len(late),
        "valmiit": sum(item.urgency is Urgency.DONE for item in known),
    }
    told = [pen.tell(COUNTED, **counts), *_passed(matter, pen)]
    yield Text(" ".join(told))
    if not late:
        yield Text(pen.say(NONE_LATE))
        return
    yield Table(
        pen.say("Myöhässä olevat toimenpiteet osapuolittain"),
        (
            Column(pen.say("Osapuoli"), 0.2),
            Column(pen.say("Toimenpide"), 0.36),
            Column(pen.say("Määräpäivä"), 0.12),
            Column(pen.say("Päiviä myöhässä"), 0.11, "right"),
            Column(pen.say("Tila"), 0.08),
            Column(pen.say("Sovittu"), 0.13),
        ),
        tuple(_row(item, pen) for item in late),
    )


def _passed(matter: Matter, pen: Pen) -> Iterator[str]:
    """What came and went between the ends of the two periods, where there are two."""
    kinds = [item.passage for item in matter.follow.passed]
    if kinds and Passage.UNKNOWN not in kinds:
        yield pen.tell(
            PASSED,
            uudet=kinds.count(Passage.NEW),
            jatkuvat=kinds.count(Passage.CONTINUING),
            paattyneet=kinds.count(Passage.ENDED),
        )


def _row(item: ActionStatus, pen: Pen) -> tuple[str, ...]:
    return (
        pen.party(item.party),
        pen.text(item.task),
        pen.day(item.due),
        pen.amount(item.days_late),
        pen.say(STATES.get(item.action.tila or "", NOT_RECORDED)),
        pen.minuted(item.agreed.pvm, item.matter.pykala),
    )
