"""What the group must decide or propose: half a page, the gravest first, each with its ground."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import NamedTuple

from sopimukset.base.speech import mark
from sopimukset.documents.report.actions import late_actions
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import Pen
from sopimukset.documents.report.voice import Voice
from sopimukset.formats.paper import Block, Column, Table, Text
from sopimukset.tracking.agreements import AgreementState
from sopimukset.tracking.concerns import NEAR_DAYS, Concern, ConcernKind
from sopimukset.tracking.deadline import Deadline, DeadlineKind
from sopimukset.tracking.due import within
from sopimukset.tracking.due_words import CONCERN, OURS, OURS_SERVES
from sopimukset.tracking.source import Ground, Source

MOST = 8
"""How many points stand on the first half page; the rest are counted, and stand further on."""

SET_GOALS = mark("Asetetaan tavoitteet.")
REVIEW_STAFF = mark("Tarkistetaan henkilöstön riittävyys.")
TREAT = mark("Käsitellään seuranta ja arvioidaan toimeenpano.")
NEXT_GROUP = mark("Esitetään asettajalle seuraavan johtoryhmän valmistelun aloittamista.")
NAME = mark("Pyydetään nimeäjää nimeämään.")
LEADER = mark("Hyväksytään nimettävä henkilö ennen nimeämistä.")
AGREEMENT = mark("Esitetään osapuolille sopimuksen jatkon valmistelua.")
CONCLUDE = mark("Pyydetään osapuolia hyväksymään ja allekirjoittamaan.")
APPROVE_AGAIN = mark("Esitetään osapuolille muutetun sisällön hyväksymistä.")
COORDINATOR = mark("Pyydetään työvoimaviranomaista varmistamaan vastaava henkilö.")
MEETINGS = mark("Sovitaan kokouksista.")
RECORD = mark("Kirjataan tieto tai todetaan puute.")
DEFECT = mark("Arvioidaan, onko puute korjattu.")

ON_DEADLINE = MappingProxyType(
    {
        DeadlineKind.TERM_END: NEXT_GROUP,
        DeadlineKind.NEXT_GROUP: NEXT_GROUP,
        DeadlineKind.SEAT_END: NAME,
        DeadlineKind.DEPUTY_END: NAME,
        DeadlineKind.CHAIR_END: NAME,
        DeadlineKind.VICE_CHAIR_END: NAME,
        DeadlineKind.LEADER_NAMED: LEADER,
        DeadlineKind.LEADER_END: LEADER,
        DeadlineKind.LEADERS_DEPUTY_END: LEADER,
        DeadlineKind.AGREEMENT_CONCLUDED: CONCLUDE,
        DeadlineKind.AGREEMENT_RENEWED: AGREEMENT,
        DeadlineKind.AGREEMENT_END: AGREEMENT,
        DeadlineKind.NOTICE_END: AGREEMENT,
        DeadlineKind.GOALS: SET_GOALS,
        DeadlineKind.NEXT_GOALS: SET_GOALS,
        DeadlineKind.STAFF_REVIEW: REVIEW_STAFF,
        DeadlineKind.REVIEW_INTERVAL: REVIEW_STAFF,
        DeadlineKind.FOLLOW_UP: TREAT,
        DeadlineKind.PERIOD_TREATED: TREAT,
        DeadlineKind.MEETINGS: MEETINGS,
        DeadlineKind.COORDINATOR_END: COORDINATOR,
        DeadlineKind.DEFECT: DEFECT,
    }
)
"""What a group does about what falls due; nothing is its own to do about kinds that aren't here."""

ON_CONCERN = MappingProxyType(
    {
        ConcernKind.SUSPECT: (APPROVE_AGAIN, "381/2023 9 § 2 mom"),
        ConcernKind.UNCONCLUDED: (CONCLUDE, "381/2023 9 § 2 mom"),
        ConcernKind.NO_TERM: (NEXT_GROUP, "381/2023 9 § 1 mom"),
        ConcernKind.NO_AGREEMENT: (CONCLUDE, "381/2023 9 § 2 mom"),
        ConcernKind.ABSENT: (NAME, "388/2024 1 § 2 mom"),
        ConcernKind.VACANT_SEAT: (NAME, "388/2024 1 § 2 mom"),
        ConcernKind.NO_DEPUTY: (NAME, "388/2024 1 § 2 mom"),
        ConcernKind.NO_CHAIR: (NAME, "388/2024 1 § 3 mom"),
        ConcernKind.NO_VICE_CHAIR: (NAME, "388/2024 1 § 3 mom"),
        ConcernKind.NO_LEADER: (LEADER, "381/2023 9 § 1 mom"),
        ConcernKind.NO_LEADERS_DEPUTY: (LEADER, "388/2024 4 § 1 mom"),
        ConcernKind.NO_YOUTH: (RECORD, "381/2023 16 §"),
        ConcernKind.NO_COORDINATOR: (COORDINATOR, "381/2023 16 § 3 mom"),
    }
)
"""What a group does about what is not as it should be, and the provision."""

OWN_RECORD = mark("alueen oma kirjaus")
NOT_RECORDED = mark("{asia}: ei kirjattu, määräaika {paiva}")
COMING = mark("{asia}: viimeistään {paiva}")
PREPARED = mark("valmistelijan esitys")
NO_STAFF = mark("Toteutunutta henkilöstöä ei ole kirjattu: {kohteet}")
ONE_MORE = mark("Lisäksi 1 asia, joka kerrotaan luvussa 10.")
MORE = mark("Lisäksi {maara} asiaa, jotka kerrotaan luvussa 10.")
LATE_ACTIONS = mark("Toimenpiteitä määräpäivänsä ohittaneena: {maara}")
LATE_ACTIONS_IN_CHAPTER = mark("Toimenpiteitä määräpäivänsä ohittaneena: {maara} (luku 6)")
FOLLOW_UP, STAFF = "388/2024 2 § 2 mom", "381/2023 9 § 2 mom, 388/2024 2 § 2 mom"


class Point(NamedTuple):
    """Something to decide or propose: what, what is done about it, and on what ground."""

    what: str
    proposal: str
    ground: str


def today(matter: Matter, pen: Pen) -> Iterator[Block]:
    """The points as a table; a sentence where there are none."""
    found = list(dict.fromkeys(points(matter, pen)))
    if not found:
        yield Text(pen.say("Kirjausten mukaan mikään ei vaadi nyt johtoryhmän päätöstä."))
        return
    yield Table(
        pen.say("Päätettävää ja esitettävää"),
        (
            Column(pen.say("Asia"), 0.44),
            Column(pen.say("Ehdotus"), 0.32),
            Column(pen.say("Perusta"), 0.24),
        ),
        tuple(tuple(item) for item in found[:MOST]),
        row_head=False,
    )
    if len(found) > MOST:
        yield Text(pen.counted(ONE_MORE, MORE, len(found) - MOST))


def points(matter: Matter, pen: Pen, *, chapters: bool = True) -> Iterator[Point]:
    """Everything that the record gives the group to decide or propose, the gravest first.

    Args:
        matter: what is told of.
        pen: the language.
        chapters: whether the paper has the report's chapters, which a point may send its reader to.
    """
    yield from _agreements(matter, pen)
    yield from _untreated(matter, pen)
    yield from _staff(matter, pen)
    yield from _prepared(matter, pen)
    yield from _late_actions(matter, pen, LATE_ACTIONS_IN_CHAPTER if chapters else LATE_ACTIONS)
    near = within(matter.own_deadlines, matter.day, NEAR_DAYS)
    yield from _due(pen, matter, [item for item in near if item.late_on(matter.day)])
    yield from _lacking(matter, pen)
    yield from _due(pen, matter, [item for item in near if not item.late_on(matter.day)])


def _agreements(matter: Matter, pen: Pen) -> Iterator[Point]:
    for concern in matter.own_concerns:
        if concern.kind in (ConcernKind.SUSPECT, ConcernKind.UNCONCLUDED):
            yield _concern(pen, concern)
    for status in matter.agreements:
        ends = status.validity.end if status.validity else None
        if status.state in (AgreementState.ENDING, AgreementState.NOTICE_GIVEN) and ends:
            told = mark("Sopimus {kohde} päättyy {paiva}")
            what = pen.tell(told, kohde=pen.agreement(status.agreement.tunnus), paiva=pen.day(ends))
            yield Point(what, pen.say(AGREEMENT), pen.cite("381/2023 9 § 2 mom"))


def _untreated(matter: Matter, pen: Pen) -> Iterator[Point]:
    if not matter.follow.treated:
        period = matter.item.seurantajakso.nimi or pen.days(matter.days)
        told = mark("Jakson {jakso} seurantaa ei ole kirjattu käsitellyksi")
        yield Point(pen.tell(told, jakso=period), pen.say(TREAT), pen.cite(FOLLOW_UP))


def _staff(matter: Matter, pen: Pen) -> Iterator[Point]:
    told = mark("{osapuoli}, {tehtava}: sovittu {sovittu}, toteutunut {toteutunut} {yksikko}")
    proposal = mark("Esitetään osapuolelle sovitun henkilöstön osoittamista.")
    for line in matter.follow.staff.short:
        if line.row is not None:
            what = pen.tell(
                told,
                osapuoli=pen.party(line.row.osapuoli),
                tehtava=pen.text(line.row.tehtava),
                sovittu=pen.amount(line.now.agreed),
                toteutunut=pen.amount(line.now.realised),
                yksikko=pen.unit(line.row.yksikko),
            )
            yield Point(what, pen.say(proposal), pen.cite(STAFF))
    missing = [line.row.osapuoli for line in matter.follow.staff.unrecorded if line.row]
    if missing:
        parties = pen.facts.listed([pen.party(party) for party in dict.fromkeys(missing)])
        what = pen.tell(
            mark("Toteutunutta henkilöstöä ei ole kirjattu: {kohteet}"), kohteet=parties
        )
        yield Point(what, pen.say(RECORD), pen.cite(FOLLOW_UP))


def _prepared(matter: Matter, pen: Pen) -> Iterator[Point]:
    for item in matter.item.esitykset:
        told = pen.sentence(item)
        yield Point(told, pen.say(mark("Päätetään esityksestä.")), pen.say(PREPARED))


def _late_actions(matter: Matter, pen: Pen, told: str) -> Iterator[Point]:
    late = late_actions(matter)
    if late:
        proposal = mark("Sovitaan uusi määräpäivä tai perutaan.")
        yield Point(pen.tell(told, maara=len(late)), pen.say(proposal), pen.cite(FOLLOW_UP))


def _lacking(matter: Matter, pen: Pen) -> Iterator[Point]:
    for concern in matter.own_concerns:
        first = concern.kind in (ConcernKind.SUSPECT, ConcernKind.UNCONCLUDED)
        if concern.kind in ON_CONCERN and not first:
            yield _concern(pen, concern)


def _concern(pen: Pen, concern: Concern) -> Point:
    proposal, provision = ON_CONCERN[concern.kind]
    named = [*_called(pen, concern), *map(pen.role, concern.roles)]
    what = pen.tell(CONCERN[concern.kind], kohteet=pen.facts.listed(named))
    return Point(what, pen.say(proposal), pen.cite(provision))


def _called(pen: Pen, concern: Concern) -> Iterator[str]:
    """The words for what a concern is about."""
    for subject in concern.subjects:
        if concern.kind in (ConcernKind.SUSPECT, ConcernKind.UNCONCLUDED):
            yield pen.agreement(subject)
        elif concern.kind in (ConcernKind.VACANT_SEAT, ConcernKind.NO_DEPUTY):
            yield pen.seat_of(concern.group, subject)
        elif concern.kind is ConcernKind.NO_COORDINATOR:
            yield pen.service(subject)
        else:
            yield subject


def _due(pen: Pen, matter: Matter, deadlines: list[Deadline]) -> Iterator[Point]:
    for item in deadlines:
        if item.kind in ON_DEADLINE and not _told_already(matter, item):
            what = _dated(pen, matter, item)
            yield Point(what, pen.say(ON_DEADLINE[item.kind]), ground(pen, item.source))


def _dated(pen: Pen, matter: Matter, item: Deadline) -> str:
    """What falls due with its day; of meetings the counts tell it all."""
    if item.kind is DeadlineKind.MEETINGS:
        return pen.deadline(item)
    told = NOT_RECORDED if item.late_on(matter.day) else COMING
    return pen.tell(told, asia=pen.deadline(item), paiva=pen.day(item.day))


def _told_already(matter: Matter, item: Deadline) -> bool:
    """Whether another point tells the same: the reported period, or an agreement's end."""
    name = matter.item.seurantajakso.nimi or matter.days.end.isoformat()
    if item.kind is DeadlineKind.PERIOD_TREATED:
        return item.subject == name
    if item.kind is DeadlineKind.FOLLOW_UP:
        return not matter.follow.treated and item.counts.get("vuosi") == matter.year
    return item.kind in (DeadlineKind.AGREEMENT_END, DeadlineKind.NOTICE_END)


def ground(pen: Voice, source: Source) -> str:
    """Where a day comes from, in words."""
    if source.ground is Ground.LAW:
        return pen.cite(source.place)
    if source.ground is Ground.RECORD:
        return pen.say(OWN_RECORD)
    if source.place:
        return pen.tell(OURS_SERVES, peruste=pen.say(OURS), saannos=pen.cite(source.place))
    return pen.say(OURS)
