"""What the national report calls things of a region: words on paper, keys for those who calculate.

The words are those of the region's own reports. What may name a person is told by its key.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, TypeVar

from sopimukset.base.names import may_name
from sopimukset.base.speech import mark
from sopimukset.documents.facts import Facts
from sopimukset.documents.nation import names, words
from sopimukset.documents.report.pen import AGREEMENTS, QUOTED, SEATS, Pen
from sopimukset.documents.resources import WORDS
from sopimukset.tracking.deadline import Deadline, DeadlineKind
from sopimukset.tracking.nation.touched import Touch, Touched
from sopimukset.workspace.masking import without_codes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sopimukset.documents.nation.sheets import Told
    from sopimukset.model import Johtoryhma, Sopimus, Teksti
    from sopimukset.tracking.holdings import Holdings
    from sopimukset.tracking.nation.whole import NationalRegion

NAMED_ACTION, TASK = mark("Toimenpide"), mark("{asia}: {tehtava}")
LEADER, LEADERS = mark("Johtavan henkilön nimeäminen"), mark("{asia} ({nimike})")

OF_DECISION = frozenset({DeadlineKind.APPEAL_END, DeadlineKind.PERSONAL_DATA})
"""Kinds of deadlines whose subject is what was decided on."""


class _HasKey(Protocol):
    @property
    def tunnus(self) -> str:
        """What the record knows the thing by."""


Keyed = TypeVar("Keyed", bound=_HasKey)


def own_name(told: Told, region: NationalRegion, item: Sopimus) -> str:
    """An agreement's key for those who calculate; on paper the name of its own, "" without one."""
    if told.keys:
        return item.tunnus
    return plain(told, region.key, names.text(item.nimi, region.holdings, told.voice))


def due(told: Told, region: NationalRegion, item: Deadline) -> str:
    """What falls due, in the record's own words where it has some."""
    task = plain(told, region.key, names.text(item.words, region.holdings, told.voice))
    if task:
        asia = told.voice.deadline(item) if told.keys else told.voice.say(NAMED_ACTION)
        return told.voice.tell(TASK, asia=asia, tehtava=task.rstrip("."))
    if told.keys or region.holdings is None:
        return told.voice.deadline(item)
    subject = _subject(_Words(told, region.holdings), item) or item.subject
    return told.voice.deadline(replace(item, subject=subject))


def touched(told: Told, region: NationalRegion, item: Touched) -> str:
    """What of a region a change touches, as paper tells it."""
    if region.holdings is None:
        return told.voice.tell(words.WHAT[item.touch], kohde=item.subject).strip()
    said = _Words(told, region.holdings)
    if item.touch is Touch.LEADER:
        return said.leader(item.group, item.subject)
    write = _WRITERS.get(item.touch)
    subject = (write(said, item) if write else "") or item.subject
    return told.voice.tell(words.WHAT[item.touch], kohde=subject).strip()


def plain(told: Told, region: str, text: str) -> str:
    """A text of the record without personal codes; "" where it may name a person."""
    text = without_codes(text)
    return "" if not text or may_name(text, told.persons(region)) else text


class _Words:
    """Finds the words for what a region's record knows by keys; "" where it has none."""

    def __init__(self, told: Told, holdings: Holdings) -> None:
        self.told, self.holdings, self.alue = told, holdings, holdings.alue
        self.pen = Pen(Facts(holdings.alue, told.voice.language), told.voice.register)

    def text(self, recorded: Teksti | None) -> str:
        """A recorded text that names nobody, else ""."""
        found = names.text(recorded, self.holdings, self.told.voice)
        return plain(self.told, self.alue.alue, found)

    def quoted(self, recorded: Teksti | None) -> str:
        """A recorded text in quotes."""
        text = self.text(recorded)
        return QUOTED.format(text) if text else ""

    def seat(self, group: str, tunnus: str) -> str:
        """A seat by its own task, else by who names to it."""
        for owner in self._groups(group):
            seat = _found(owner.jasenet, tunnus)
            if seat is not None:
                own = self.text(seat.tehtava) or self.pen.namer(owner, seat)
                return QUOTED.format(own)
        return ""

    def leader(self, group: str, tunnus: str) -> str:
        """The leader's task by the title of the one who was named to it last."""
        asia = self.told.voice.say(LEADER)
        tasks = (_found(owner.johtavat_henkilot, tunnus) for owner in self._groups(group))
        task = next(filter(None, tasks), None)
        title = self.text(task.nimetyt[-1].nimike) if task and task.nimetyt else ""
        return self.told.voice.tell(LEADERS, asia=asia, nimike=title) if title else asia

    def agreement(self, tunnus: str, part: str = "") -> str:
        """An agreement by name, and its cost or option by what it covers."""
        found = _found(self.alue.sopimukset, tunnus)
        if found is None:
            return ""
        name = self.quoted(found.nimi) or QUOTED.format(names.kind(found.laji, self.told.voice))
        option, cost = _found(found.optiot, part), _found(found.kustannukset, part)
        if option is not None and option.jakso is not None:
            part = self.pen.days(option.jakso)
        elif cost is not None:
            part = ", ".join(self.pen.say(WORDS.get(word, word)) for word in cost.kattaa) or part
        return ", ".join(filter(None, (name, part)))

    def staff(self, tunnus: str) -> str:
        """A row of staff by its task and amount."""
        row = _found(self.alue.henkilosto, tunnus)
        if row is None:
            return ""
        amount = ""
        if row.maara is not None:
            amount = f"{self.pen.amount(row.maara)} {self.pen.unit(row.yksikko)}"
        return ", ".join(filter(None, (self.quoted(row.tehtava), amount)))

    def action(self, tunnus: str) -> str:
        """An action by what is to be done."""
        actions = (
            action
            for meeting in self.holdings.meetings
            for matter in meeting.asiat
            for action in matter.toimenpiteet
        )
        found = _found(actions, tunnus)
        return self.quoted(found.tehtava) if found else ""

    def service(self, tunnus: str) -> str:
        """A young people's service by the authorities in whose area it works."""
        return self.pen.service(tunnus)

    def _groups(self, group: str) -> list[Johtoryhma]:
        return [item for item in self.alue.johtoryhmat if item.tunnus == group]


def _subject(said: _Words, item: Deadline) -> str:
    """What a deadline is about, in words."""
    if item.kind is DeadlineKind.COORDINATOR_END:
        return said.service(item.subject)
    if item.kind is DeadlineKind.OPTION_USE:
        return said.agreement(*item.subject.split(" / ", 1))
    if item.kind in OF_DECISION or item.kind in AGREEMENTS or item.kind in SEATS:
        return said.agreement(item.subject) or said.seat(item.group, item.subject)
    return ""


_WRITERS: Mapping[Touch, Callable[[_Words, Touched], str]] = MappingProxyType(
    {
        Touch.SEAT: lambda said, item: said.seat(item.group, item.subject),
        Touch.STAFF: lambda said, item: said.staff(item.subject),
        Touch.AGREEMENT: lambda said, item: said.agreement(item.subject),
        Touch.COST: lambda said, item: said.agreement(*item.subject.split(": ", 1)),
        Touch.OPTION: lambda said, item: said.agreement(*item.subject.split(": ", 1)),
        Touch.ACTION: lambda said, item: said.action(item.subject),
        Touch.YOUTH: lambda said, item: said.service(item.subject),
    }
)
"""Writers of those things that records know by a key."""


def _found(things: Iterable[Keyed], tunnus: str) -> Keyed | None:
    return next((item for item in things if item.tunnus == tunnus), None)
