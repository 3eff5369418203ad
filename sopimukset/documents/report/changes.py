"""What changed in the period by the region's saved history, and what falls due next."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from sopimukset.base.speech import mark
from sopimukset.documents.change_log import NOTHING
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import Pen
from sopimukset.documents.report.today import ground
from sopimukset.formats.paper import Block, Column, Table, Text
from sopimukset.history.changelog import Entry, by_level
from sopimukset.history.changes import Level
from sopimukset.history.changes.places import FOLLOW_UPS, MEETINGS
from sopimukset.history.changes.telling import Teller
from sopimukset.tracking.due import within

DUE_DAYS = 180
"""How far ahead a report looks: our own choice, two or three meetings of a group."""

MOST_LETTERS = 90
MOST_CHANGES = 12
MOST_DUE = 14
NO_CHANGE = mark("Tallennetun historian mukaan tiedot eivät muuttuneet jakson aikana.")
UNREADABLE = mark("Jakson muutokset eivät ole luettavissa: {syy}.")
NOTHING_DUE = mark("Seuraavien {paivia} päivän aikana ei kirjausten mukaan ole määräaikoja.")
LATE = mark("myöhässä")
BEGUN = mark("Tallennettu historia alkaa {paiva}; aiemmat muutokset eivät ole luettavissa siitä.")
ONE_LIGHT = mark(
    "Lisäksi kirjattiin 1 muutos, joka vain annetaan tiedoksi tai on toimituksellinen."
)
LIGHT = mark(
    "Lisäksi kirjattiin {maara} muutosta, jotka vain annetaan tiedoksi tai ovat toimituksellisia."
)
OTHER_FILES = frozenset({MEETINGS, FOLLOW_UPS})
"""Meetings and follow-ups: what they tell stands elsewhere in a report."""


def told_changes(matter: Matter, pen: Pen) -> Iterator[Block]:
    """The changes of the period, the gravest first; without a history that is said."""
    if matter.past.unreadable:
        yield Text(pen.tell(UNREADABLE, syy=pen.say(matter.past.unreadable)))
        return
    if matter.past.since is not None:
        yield Text(pen.tell(BEGUN, paiva=pen.day(matter.past.since)))
    entries = [item for item in matter.past.entries if not _elsewhere(item)]
    grave = [item for item in entries if item.grade.level.rank <= Level.GROUP.rank]
    if not entries:
        yield Text(pen.say(NO_CHANGE))
        return
    if grave:
        yield from _grave(grave, pen)
    if len(entries) > len(grave):
        yield Text(pen.counted(ONE_LIGHT, LIGHT, len(entries) - len(grave)))


def _elsewhere(entry: Entry) -> bool:
    """Whether it is a change of a meeting or a follow-up."""
    path = entry.change.path
    return bool(path) and str(path[0]) in OTHER_FILES


def _grave(entries: list[Entry], pen: Pen) -> Iterator[Block]:
    """The changes that ask for a decision, the gravest first."""
    rows = [(level, entry) for level, own in by_level(entries).items() for entry in own]
    teller = Teller(pen.language, pen.say)
    yield Table(
        pen.say("Muutokset jakson aikana, painavin ensin"),
        (
            Column(pen.say("Muutos"), 0.3),
            Column(pen.say("Aiemmin"), 0.2),
            Column(pen.say("Nyt"), 0.2),
            Column(pen.say("Mitä muutos vaatii"), 0.18),
            Column(pen.say("Kirjattu"), 0.12),
        ),
        tuple(_row(level, entry, teller, pen) for level, entry in rows[:MOST_CHANGES]),
    )
    if len(rows) > MOST_CHANGES:
        one = mark("Lisäksi 1 muutos. Kaikki muutokset ovat alueen muutoslokissa.")
        more = mark("Lisäksi {maara} muutosta. Kaikki muutokset ovat alueen muutoslokissa.")
        yield Text(pen.counted(one, more, len(rows) - MOST_CHANGES))


def _row(level: Level, entry: Entry, teller: Teller, pen: Pen) -> tuple[str, ...]:
    told = teller.told(entry.change, entry.before, entry.after)
    what = ". ".join(text for text in (told.sentence.rstrip("."), told.place) if text)
    moment = entry.moment.date
    return (
        what,
        _short(told.old),
        _short(told.new),
        pen.say(level.told),
        pen.day(moment.date() if moment else None),
    )


def _short(text: str) -> str:
    """A value as a cell holds it; the whole stands in the change log."""
    return shorten(text, MOST_LETTERS, placeholder="…") or NOTHING


def told_due(matter: Matter, pen: Pen) -> Iterator[Block]:
    """What falls due, the late ones first, each with where its day comes from."""
    found = within(matter.own_deadlines, matter.day, DUE_DAYS)
    if not found:
        yield Text(pen.tell(NOTHING_DUE, paivia=DUE_DAYS))
        return
    rows = []
    for item in found[:MOST_DUE]:
        late = f" ({pen.say(LATE)})" if item.late_on(matter.day) else ""
        rows.append(
            (f"{pen.day(item.day)}{late}", pen.deadline(item), ground(pen, item.source)),
        )
    yield Table(
        pen.tell(mark("Määräajat seuraavien {paivia} päivän aikana"), paivia=DUE_DAYS),
        (
            Column(pen.say("Päivä"), 0.2),
            Column(pen.say("Mitä"), 0.52),
            Column(pen.say("Perusta"), 0.28),
        ),
        tuple(rows),
    )
    if len(found) > MOST_DUE:
        one = mark("Lisäksi 1 määräaika; sen kertoo komento sopimukset status.")
        more = mark("Lisäksi {maara} määräaikaa; ne kertoo komento sopimukset status.")
        yield Text(pen.counted(one, more, len(found) - MOST_DUE))
