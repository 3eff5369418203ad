"""`toimenpidelista`: what a party has taken on in the groups' meetings, ready to be sent to it.

What was agreed stands in the meeting files, and what has come of it too. The law knows no such
list; it serves the group's follow-up (388/2024 2 § 2 mom). What is late is judged by the list's own
day, that of the newest meeting, so that it says the same on whatever day it is made or read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import NamedTuple, TypedDict

from sopimukset.base.speech import mark, say
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.facts import RECORD, Facts, day
from sopimukset.documents.group_subject import or_not_recorded
from sopimukset.documents.heads import head
from sopimukset.documents.meetings import number, without_empty
from sopimukset.documents.parties import Context
from sopimukset.documents.shape import Asiakirjapohja
from sopimukset.documents.subject import Kind, Making, Source, Subject
from sopimukset.model import Johtoryhma, Kokous, Osapuoli
from sopimukset.model.kokous import Asia, Toimenpide
from sopimukset.tracking.actions import ENDED, continued, late_on
from sopimukset.tracking.held import has_minutes
from sopimukset.tracking.holdings import spoken_text

LAJI = "toimenpidelista"
TITLE = mark("Toimenpidelista")
STATES = {
    "avoin": mark("avoin"),
    "kesken": mark("kesken"),
    "valmis": mark("valmis"),
    "peruttu": mark("peruttu"),
}
LATE = mark("{tila}, myöhässä")
NO_ACTIONS = mark("{laji}, {osapuoli}: kokouksiin ei ole kirjattu toimenpiteitä, joista se vastaa.")


NOBODYS = mark(
    "{laji}: toimenpide {toimenpide} (kokous {kokous}) ei ole kenenkään listalla, koska sille ei "
    "ole kirjattu vastuutahoa."
)


class Toimenpiderivi(TypedDict):
    """An action: in which meetings it stood, what is to be done, by when, and how it stands."""

    kokous: str
    asia: str
    tehtava: str
    maarapaiva: str
    tila: str


class Toimenpidelista(Asiakirjapohja):
    """The actions of one party; `johtoryhma` where all were agreed in the same group."""

    osapuoli: str
    johtoryhma: str
    avoimet: list[Toimenpiderivi]
    paattyneet: list[Toimenpiderivi]
    ei_avoimia: bool
    myohassa: bool


class Agreed(NamedTuple):
    """An action with the meeting and the matter in which it was agreed.

    Attributes:
        file: the meeting's file.
        place: the matter's place in the meeting, the action's in the matter.
    """

    file: str
    meeting: Kokous
    group: Johtoryhma
    matter: Asia
    action: Toimenpide
    place: tuple[int, int]


class Told(NamedTuple):
    """An action with every meeting in which it stood, the oldest first; the newest tells the state.

    An action that comes up again in a later meeting of its group is the same one, by its `tunnus`.

    Attributes:
        times: as each meeting tells of it.
        action: as the newest one does; what that leaves out stays as it was.
    """

    times: tuple[Agreed, ...]
    action: Toimenpide

    @property
    def first(self) -> Agreed:
        """As it was agreed."""
        return self.times[0]

    @property
    def now(self) -> Agreed:
        """As the newest meeting tells of it."""
        return self.times[-1]

    @property
    def ended(self) -> bool:
        """Whether it was carried out or called off."""
        return self.action.tila in ENDED


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSubject(Subject):
    """A party with all that it has taken on.

    Attributes:
        newest: the file of the newest meeting of the groups in which it has taken something on;
            its day is the list's, for until then nothing more was agreed. An agenda is no meeting
            yet, but minutes are believed on whatever day the list is made.
    """

    party: Osapuoli
    actions: tuple[Told, ...]
    newest: str

    @property
    def files(self) -> tuple[str, ...]:
        """The region's file, those of the meetings with its actions and that of the newest one."""
        files = (one.file for item in self.actions for one in item.times)
        return (RECORD, *dict.fromkeys((*sorted(files), self.newest)))


def action_subjects(source: Source) -> list[ActionSubject]:
    """The parties that have taken something on, each with its list."""
    agreed = _each_once(source)
    found = []
    for party in source.alue.osapuolet:
        own = tuple(item for item in agreed if item.action.vastuu == party.tunnus)
        if own:
            newest = _newest(source, {item.now.group.tunnus for item in own})
            found.append(
                ActionSubject(
                    source=source,
                    tunnus=party.tunnus,
                    several=True,
                    day=source.meetings[newest].pvm,
                    path=(),
                    party=party,
                    actions=own,
                    newest=newest,
                )
            )
    return found


def _each_once(source: Source) -> list[Told]:
    """Every action once, in the order in which they came up."""
    found: dict[tuple[str, str], list[Agreed]] = {}
    for item in sorted(_agreed(source), key=lambda one: (one.meeting.pvm, one.file)):
        found.setdefault((item.group.tunnus, item.action.tunnus), []).append(item)
    return [
        Told(tuple(times), reduce(continued, (one.action for one in times)))
        for times in found.values()
    ]


def _agreed(source: Source) -> Iterator[Agreed]:
    groups = {item.tunnus: item for item in source.alue.johtoryhmat}
    for file, meeting in sorted(source.meetings.items()):
        group = groups.get(meeting.johtoryhma)
        for index, matter in enumerate(meeting.asiat if group else ()):
            for place, action in enumerate(matter.toimenpiteet):
                assert group is not None  # noqa: S101 (no matters are walked without)
                yield Agreed(file, meeting, group, matter, action, (index, place))


def _newest(source: Source, groups: set[str]) -> str:
    """The file of the newest meeting of some groups that has minutes or actions."""
    own = (
        file
        for file, item in source.meetings.items()
        if item.johtoryhma in groups
        and (has_minutes(item) or any(matter.toimenpiteet for matter in item.asiat))
    )
    return max(own, key=lambda file: (source.meetings[file].pvm, file))


def without_actions(source: Source) -> Iterator[str]:
    """The parties that get no list, and the open actions that are on nobody's."""
    actions = _each_once(source)
    having = {item.action.vastuu for item in actions}
    for item in actions:
        if item.action.vastuu is None and not item.ended:
            told = day(item.now.meeting.pvm)
            yield say(NOBODYS).format(laji=LAJI, toimenpide=item.action.tunnus, kokous=told)
    for party in source.alue.osapuolet:
        if party.tunnus not in having:
            name = spoken_text(source.alue, party.nimi or party.oikeushenkilo) or party.tunnus
            yield say(NO_ACTIONS).format(laji=LAJI, osapuoli=name)


def why_no_action(source: Source) -> Iterator[str]:
    """Why a region has no list of actions."""
    if not any(matter.toimenpiteet for item in source.meetings.values() for matter in item.asiat):
        yield say("Kokouksiin ei ole kirjattu toimenpiteitä.")


def context(subject: ActionSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks; see `Toimenpidelista`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts = making.facts
    name = making.parties.name(subject.party.tunnus, "osapuolen nimi", ("osapuolet",))
    ended = [item for item in subject.actions if item.ended]
    coming = [item for item in subject.actions if not item.ended]
    several = len({item.now.group.tunnus for item in subject.actions}) > 1
    found: Context = {
        "osapuoli": name,
        "johtoryhma": "" if several else facts.text(subject.actions[0].now.group.nimi),
        "avoimet": _rows(facts, coming, subject.own_day, several=several),
        "paattyneet": _rows(facts, ended, subject.own_day, several=several),
        "ei_avoimia": not coming,
        "myohassa": any(late_on(item.action, subject.own_day) for item in coming),
        "asiakirja": head(
            LAJI,
            facts.language,
            facts.say(TITLE),
            name,
            subject.day,
            short=f"{facts.say(TITLE)}, {name}",
        ),
    }
    clauses = clause_context(making, (), subject.own_day, found, subject.path)
    return without_empty(clauses, found)


def _rows(facts: Facts, actions: Sequence[Told], of_list: date, *, several: bool) -> list[Context]:
    """The rows by the day they are due; those without a day last."""
    ordered = sorted(
        actions, key=lambda item: (item.action.maarapaiva or date.max, item.first.file)
    )
    return [_row(facts, item, of_list, several=several) for item in ordered]


def _row(facts: Facts, told: Told, of_list: date, *, several: bool) -> Context:
    """An action as it stands, with each meeting on a line; the group is told where `several`."""
    item, group = told.now, facts.text(told.now.group.nimi) if several else ""
    stood = dict.fromkeys(_section(facts, one) for one in told.times)
    with _of_file(facts, told.first.file):
        place = ("asiat", told.first.place[0])
        asia = facts.needed_text(told.first.matter.otsikko, "asian otsikko", place)
    with _of_file(facts, item.file):
        path = ("asiat", item.place[0], "toimenpiteet", item.place[1])
        return {
            "kokous": "\n".join(filter(None, (group, *stood))),
            "asia": asia,
            "tehtava": facts.needed_text(told.action.tehtava, "toimenpide", path),
            "maarapaiva": or_not_recorded(facts, day(told.action.maarapaiva)),
            "tila": _state(facts, told, of_list),
        }


def _state(facts: Facts, told: Told, of_list: date) -> str:
    """How it stands, and whether it was late on the list's day."""
    state = or_not_recorded(facts, facts.say(STATES.get(told.action.tila or "", "")))
    return facts.say(LATE).format(tila=state) if late_on(told.action, of_list) else state


def _section(facts: Facts, item: Agreed) -> str:
    """The meeting's day and the section of its minutes."""
    with _of_file(facts, item.file):
        if item.matter.pykala is None:
            return f"{day(item.meeting.pvm)}, {number(facts, item.matter, item.place[0] + 1)}"
        return facts.minuted(item.meeting.pvm, item.matter.pykala)


@contextmanager
def _of_file(facts: Facts, file: str) -> Iterator[None]:
    """While it lasts, what is missing belongs to a meeting's file."""
    own, facts.file = facts.file, file
    try:
        yield
    finally:
        facts.file = own


KIND = Kind(
    laji=LAJI,
    nimi=TITLE,
    subjects=action_subjects,
    context=context,
    shape=Toimenpidelista,
    why_nothing=why_no_action,
    left_out=without_actions,
)
