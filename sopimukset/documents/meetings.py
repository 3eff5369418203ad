"""A recorded meeting as its documents show it: when, where, who belongs there, what is handled.

The law says who the members are and who presents (388/2024 1 § 2 mom, 4 § 2 mom); how a meeting is
called and minuted it leaves to the group.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from sopimukset.base.speech import mark, say
from sopimukset.documents.facts import RECORD, Facts, day
from sopimukset.documents.parties import Context
from sopimukset.documents.people import CHAIR, DEPUTY, MEMBER, VICE_CHAIR
from sopimukset.documents.subject import OTHER, SAME, Making, Source, Subject
from sopimukset.model import Jasenyys, Johtoryhma, Kokous, Nimetty, Teksti
from sopimukset.model.kokous import Asia
from sopimukset.model.paths import Path

if TYPE_CHECKING:
    from sopimukset.documents.provenance import Origin

WEEKDAYS = (
    mark("maanantai"),
    mark("tiistai"),
    mark("keskiviikko"),
    mark("torstai"),
    mark("perjantai"),
    mark("lauantai"),
    mark("sunnuntai"),
)
AT = mark("klo {aika}")
UNTIL = mark("klo {alku}–{loppu}")
LEADER = mark("johtava henkilö")
SECRETARY = mark("sihteeri")
ROLES = {
    "johtava_henkilo": LEADER,
    "varahenkilo": mark("johtavan henkilön varahenkilö"),
    "sihteeri": SECRETARY,
    "puheenjohtaja": CHAIR,
    "varapuheenjohtaja": VICE_CHAIR,
}
"""The record's keywords for those who have a task at a meeting, as a document writes them."""
OF_THE_DECREE = frozenset(
    {"tavoitteet", "henkiloston-tarkistus", "seuranta", "johtava-henkilo", "puitteet"}
)
"""The kinds of matter that the act and the decree give to the group, and the leader presents."""
EXPERT = mark("asiantuntija")
ACCOUNT, PROPOSAL, DECISION = mark("selostus"), mark("päätösehdotus"), mark("päätös")


SHORT_MATTER = 1000
"""Letters of what is told of a matter, up to which it isn't divided between pages."""
SENDER = mark("{johtoryhma}, sihteeri: {nimike}")


class Kokoustiedot(TypedDict):
    """When and where: the day with its weekday, the hours."""

    paiva: str
    klo: str
    paikka: str


class Paikka(TypedDict):
    """A seat on the day of the meeting."""

    organisaatio: str
    jasen: str
    varajasen: str
    tehtava: str


class MuuKutsuttu(TypedDict):
    """Somebody else who is called: in which task, by which title."""

    tehtava: str
    nimike: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSubject(Subject):
    """One recorded meeting of a group that is in the region's record.

    Attributes:
        group_index: its group's place in `johtoryhmat`.
    """

    meeting: Kokous
    group_index: int

    @property
    def group(self) -> Johtoryhma:
        """The group that meets."""
        return self.alue.johtoryhmat[self.group_index]

    @property
    def group_path(self) -> Path:
        """The group's place in the record."""
        return ("johtoryhmat", self.group_index)

    def likeness(self, origin: Origin) -> int:
        """A meeting is known by its file, whatever other meetings there are of the same day."""
        return SAME if self.file in dict(origin.sources) else OTHER


def meeting_subjects(source: Source) -> list[MeetingSubject]:
    """The recorded meetings of the region's groups, future and past.

    Two meetings of one group on one day are told apart by the names of their files.
    """
    groups = {item.tunnus: index for index, item in enumerate(source.alue.johtoryhmat)}
    known = [item for item in sorted(source.meetings.items()) if item[1].johtoryhma in groups]
    days = Counter((item.johtoryhma, item.pvm) for _, item in known)
    found = []
    for file, meeting in known:
        alone = days[meeting.johtoryhma, meeting.pvm] == 1
        stem = file.rsplit("/", 1)[-1].removesuffix(".yaml")
        found.append(
            MeetingSubject(
                source=source,
                case=_case(source.alue.johtoryhmat[groups[meeting.johtoryhma]], meeting.pvm),
                tunnus=meeting.johtoryhma if alone else f"{meeting.johtoryhma}-{stem}",
                several=len(groups) > 1 or not alone,
                day=meeting.pvm,
                path=(),
                file=file,
                meeting=meeting,
                group_index=groups[meeting.johtoryhma],
            )
        )
    return found


def why_no_meeting(source: Source) -> Iterator[str]:
    """Why a region has no document of a meeting."""
    if not source.meetings:
        yield say("Kokouksia ei ole kirjattu.")
    groups = {item.tunnus for item in source.alue.johtoryhmat}
    for file, meeting in sorted(source.meetings.items()):
        if meeting.johtoryhma not in groups:
            yield say(
                "Kokouksen {tiedosto} johtoryhmää {johtoryhma} ei ole alueen tiedoissa."
            ).format(tiedosto=file, johtoryhma=meeting.johtoryhma)


def _case(group: Johtoryhma, on: date) -> str:
    """The case in which the term of the day was set, as the group's other papers have it."""
    terms = (item for item in group.toimikaudet if item.jakso is not None and on in item.jakso)
    found = next((item.asettaminen for item in terms), None)
    return (found.asiatunnus if found else None) or ""


def opens_unrecorded(subject: MeetingSubject) -> bool:
    """Whether sections before the first recorded matter aren't recorded, as those of the opening.

    Sections run through the year: the first follows the last one of the group's meeting before.
    """
    own = subject.meeting
    first = own.asiat[0].pykala if own.asiat else None
    if first is None:
        return False
    before = (
        matter.pykala or 0
        for item in subject.source.meetings.values()
        if item.johtoryhma == own.johtoryhma
        and item.pvm.year == own.pvm.year
        and item.pvm < own.pvm
        for matter in item.asiat
    )
    return first not in (1, max(before, default=0) + 1)


def keeps_together(*texts: str) -> bool:
    """Whether a matter with these texts is short enough to stand on one page."""
    return sum(map(len, texts)) < SHORT_MATTER


@contextmanager
def of_record(facts: Facts) -> Iterator[None]:
    """While it lasts, what is missing belongs to the region's own file, not to the meeting's."""
    file, facts.file = facts.file, RECORD
    try:
        yield
    finally:
        facts.file = file


# When, where, what --------------------------------------------------------------------------------


def group_name(subject: MeetingSubject, facts: Facts) -> str:
    """The group's name."""
    with of_record(facts):
        return facts.needed_text(subject.group.nimi, "johtoryhmän nimi", subject.group_path)


def when_and_where(subject: MeetingSubject, facts: Facts, *, ended: bool) -> Context:
    """The day, the hours (with the end where `ended`), the place.

    The place is the one that the group has agreed on where the meeting has none of its own.
    """
    meeting, cadence = subject.meeting, subject.group.kokoukset
    place = meeting.paikka or (cadence.kokouspaikka if cadence else None)
    begins = facts.needed(meeting.klo, "kokouksen alkamisaika", ())
    hours = facts.say(AT).format(aika=begins)
    if ended and meeting.paattyi:
        hours = facts.say(UNTIL).format(alku=begins, loppu=meeting.paattyi)
    return {
        "paiva": dated(facts, meeting.pvm),
        "klo": hours,
        "paikka": facts.needed_text(place, "kokouspaikka", ()),
    }


def dated(facts: Facts, on: date) -> str:
    """The day with its weekday: "torstai 12.3.2026"."""
    return f"{facts.say(WEEKDAYS[on.weekday()])} {day(on)}"


def role(facts: Facts, text: str | None) -> str:
    """Who does something at a meeting: a keyword of the record in words, else as it is written."""
    word = ROLES.get(text or "")
    return facts.say(word) if word else text or ""


def number(facts: Facts, matter: Asia, place: int) -> str:
    """A matter's number: its section, or its place on the agenda before sections are given."""
    return facts.minuted(None, matter.pykala) or f"{place}."


def presenter(facts: Facts, matter: Asia, place: int) -> str:
    """Who presents; missing where the decree wants a presenter and none is recorded."""
    told = role(facts, matter.esittelija)
    if told or matter.laji not in OF_THE_DECREE:
        return told
    return facts.needed(None, "esittelijä", ("asiat", place))


def recorded(facts: Facts, text: Teksti | None, what: str, path: Path) -> str:
    """A recorded text; "" where none is, a gap where it lacks the document's language."""
    return facts.needed_text(text, what, path) if text is not None else ""


# Who ---------------------------------------------------------------------------------------------


def seats(subject: MeetingSubject, making: Making) -> list[tuple[Jasenyys, Context]]:
    """The seats that are held on the day of the meeting, or should be.

    A seat whose first member comes later is left out.
    """
    facts, on = making.facts, subject.meeting.pvm
    found: list[tuple[Jasenyys, Context]] = []
    with of_record(facts):
        for index, seat in enumerate(subject.group.jasenet):
            if _is_later(seat.nimetyt, on):
                continue
            path = (*subject.group_path, "jasenet", index)
            row: Context = {
                "organisaatio": making.parties.name(seat.nimeaja, "jäsenen nimeäjä", path),
                "jasen": people_on(facts, seat.nimetyt, on, MEMBER, (*path, "nimetyt")),
                "varajasen": people_on(facts, seat.varajasenet, on, DEPUTY, (*path, "varajasenet")),
                "tehtava": office(facts, subject.group, seat, on),
            }
            found.append((seat, row))
    return found


def _is_later(people: Sequence[Nimetty], on: date) -> bool:
    starts = [item.alkaen for item in people]
    return bool(starts) and all(start is not None and start > on for start in starts)


def holders(people: Sequence[Nimetty], on: date) -> list[tuple[int, Nimetty]]:
    """Those of the dated persons who are in their task on the day, with their places."""
    return [
        (index, item)
        for index, item in enumerate(people)
        if item.jakso is not None and on in item.jakso
    ]


def people_on(facts: Facts, people: Sequence[Nimetty], on: date, what: str, path: Path) -> str:
    """The titles of those who are in the task on the day; a gap where nobody is."""
    found = [person(facts, item, (*path, index)) for index, item in holders(people, on)]
    return "\n".join(found) or facts.needed(None, what, path)


def person(facts: Facts, item: Nimetty, path: Path) -> str:
    """A person by title, with the name where it is recorded."""
    title = facts.needed_text(item.nimike, "nimike", path)
    return f"{item.nimi}, {title}" if item.nimi else title


def office(facts: Facts, group: Johtoryhma, seat: Jasenyys, on: date) -> str:
    """Chair, vice-chair or member on the day, with the seat's own task."""
    found = [
        facts.say(title)
        for title, offices in ((CHAIR, group.puheenjohtaja), (VICE_CHAIR, group.varapuheenjohtaja))
        for item in offices
        if item.jasen == seat.tunnus and item.jakso is not None and on in item.jakso
    ]
    own = facts.text(seat.tehtava)
    return ", ".join([*(found or [facts.say(MEMBER)]), *([own] if own else [])])


def others(subject: MeetingSubject, facts: Facts) -> list[Context]:
    """The leader, the experts and the secretary on the day: the task and the title of each."""
    group, on, path = subject.group, subject.meeting.pvm, subject.group_path
    rows: list[Context] = []
    with of_record(facts):
        for place, task in enumerate(group.johtavat_henkilot):
            inner = (*path, "johtavat_henkilot", place, "nimetyt")
            rows += [
                {"tehtava": facts.say(LEADER), "nimike": person(facts, item, (*inner, index))}
                for index, item in holders(task.nimetyt, on)
            ]
        for index, expert in holders(group.asiantuntijat, on):
            title = person(facts, expert, (*path, "asiantuntijat", index))
            organisation = facts.text(group.asiantuntijat[index].organisaatio)
            told = ", ".join(text for text in (title, organisation) if text)
            rows.append({"tehtava": facts.say(EXPERT), "nimike": told})
        rows += [
            {
                "tehtava": facts.say(SECRETARY),
                "nimike": person(facts, item, (*path, "sihteeri", index)),
            }
            for index, item in holders(group.sihteeri, on)
        ]
    return rows


def secretary(subject: MeetingSubject, facts: Facts) -> str:
    """The secretary of the day, "" where none is recorded."""
    path = (*subject.group_path, "sihteeri")
    with of_record(facts):
        found = holders(subject.group.sihteeri, subject.meeting.pvm)
        return "\n".join(person(facts, item, (*path, index)) for index, item in found)


def without_empty(context: Context, found: Context) -> Context:
    """The clauses but those whose every paragraph fell away and whose table has no rows."""
    clauses = context["lausekkeet"]
    if not isinstance(clauses, list):
        raise TypeError("clauses are a list")
    kept = [
        item
        for item in clauses
        if found.get(item["taulukko"]) or not all(part["perusta"] for part in item["kappaleet"])
    ]
    return {**found, "lausekkeet": kept}
