"""A change in words: what happened, where, what was and is. No name of a person is ever told.

Titles are shown, names never: of a name only that it changed. What looks like a personal identity
code is masked, as in every excerpt of a record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sopimukset.base.amounts import told_amount
from sopimukset.base.dates import in_finnish, told_day
from sopimukset.base.periods import BEGINNING
from sopimukset.base.speech import ENGLISH, mark
from sopimukset.history.changes.brief import BRIEF
from sopimukset.history.changes.change import Change
from sopimukset.history.changes.kinds import Kind
from sopimukset.history.changes.operations import Added, Operation, Put, Removed, Reordered
from sopimukset.history.changes.places import FILES, Key, Path, field_names
from sopimukset.history.changes.records import Records
from sopimukset.model import (
    Jakso,
    Johtoryhma,
    Kielitekstit,
    Luottamustoimi,
    Malli,
    Osapuoli,
    Tavoite,
)
from sopimukset.model.otsikot import otsikko
from sopimukset.model.perusta import tekstina
from sopimukset.model.seuranta import Mittariarvo
from sopimukset.register.indicators import load_indicators
from sopimukset.tracking.moved_words import value_words
from sopimukset.workspace.masking import PERSON_KEY, names_person, without_codes

NOTHING = "–"
KELA = mark("Kansaneläkelaitos")
YES, NO = mark("kyllä"), mark("ei")
SINCE, LAST, ON = (
    mark("voimassa {paiva} alkaen"),
    mark("viimeinen päivä {paiva}"),
    mark("päivätty {paiva}"),
)

UNTOLD = mark("ei esitetä")
"""Stands for a count of people: whether it is small, or tells a small one, no change knows."""

_HIDDEN_FIELDS = frozenset({PERSON_KEY, "sormenjalki", "tiiviste"})
"""Fields that tell a reader nothing: keys of persons and fingerprints."""


_CAPITAL = ("Kela", "Folkpensionsanstalten")
"""How labels begin that keep their capital within a sentence: names of offices."""


@dataclass(frozen=True, slots=True)
class Told:
    """A change in words of one language.

    Attributes:
        sentence: what happened.
        place: whom or what it concerns, "" for the region as a whole.
        old, new: the values, "" where there are none to show.
        effective: from which day it holds, which day is the last, or on which day it happened; ""
            where the record has none.
    """

    sentence: str
    place: str
    old: str
    new: str
    effective: str


class Teller:
    """Tells changes in one language."""

    def __init__(self, language: str, say: Callable[[str], str]) -> None:
        """Choose the language.

        Args:
            language: `fi`, `sv` or `en`; of texts in several languages the one that is shown.
            say: gives a Finnish word or sentence of ours in the language.
        """
        self.language = language
        self.say = say

    def told(self, change: Change, old: Records, new: Records) -> Told:
        """A change between two states in words."""
        kentta = self.label(change.params.get("kentta", ""))
        where = self._place(change.path, (new, old))
        states = (old, new)
        counted = self._counted(change, states)
        sides = counted or self._seats(change, states) or self._amounts(change, states)
        before, after = ("" if value == where else value for value in sides)
        return Told(
            self.say(change.kind.sentence).format(kentta=kentta),
            where,
            without_codes(before),
            without_codes(after),
            self._effective(change),
        )

    def _counted(self, change: Change, states: tuple[Records, Records]) -> tuple[str, str] | None:
        """Of a count of people that it changed, and no number of either side."""
        if len(change.path) < 2:
            return None
        rows = [state.at(change.path[:-1]) for state in states]
        if not any(_counts_people(row, field_names(change.path)[-1]) for row in rows):
            return None
        old, new = (self.say(UNTOLD) if v is not None else "" for v in (change.old, change.new))
        return old, new

    def _effective(self, change: Change) -> str:
        """The day of a change, with what happens on it."""
        if change.effective is None:
            return ""
        return self.say(_when(change)).format(paiva=self.day(change.effective))

    def label(self, field: str) -> str:
        """What a field is called, as in the middle of a sentence."""
        if not field:
            return ""
        told = self.say(otsikko(field))
        return told if told.startswith(_CAPITAL) else told[0].lower() + told[1:]

    def text(self, value: Any) -> str:  # noqa: ANN401 (a text, or one in several languages)
        """A text in the language; in another one where it has none in it."""
        if isinstance(value, Kielitekstit):
            others = (value.fi, value.sv, value.se, value.smn, value.sms)
            own = tekstina(value, self.language) if self.language != ENGLISH else None
            return own or next(filter(None, others), "")
        return " ".join(str(value).split()) if value is not None else ""

    def day(self, day: date) -> str:
        """A day."""
        return told_day(day) if self.language == ENGLISH else in_finnish(day)

    def number(self, value: Decimal) -> str:
        """A number without trailing zeros, with a comma but in English."""
        return told_amount(value, "." if self.language == ENGLISH else ",")

    def period(self, item: Jakso) -> str:
        """A period by its recorded days: 1.2.2025–31.1.2030, with an open end 1.2.2025–."""
        start, end = (self.day(day) if day else "" for day in (item.alkaen, item.paattyen))
        return f"{start}{NOTHING}{end}" if start or end else ""

    def value(self, value: Any, names: tuple[str, ...]) -> str:  # noqa: ANN401 (any value)
        """A value as it stands below the fields `names`; "" for what is not to be shown."""
        if value is None or names[-1] in _HIDDEN_FIELDS:
            return ""
        if isinstance(value, bool):
            return self.say(YES if value else NO)
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, Decimal):
            return self.number(value)
        if isinstance(value, Kielitekstit):
            return self.text(value)
        if type(value) is Jakso:
            return self.period(value)
        if isinstance(value, Malli):
            return self.brief(value, names)
        if isinstance(value, tuple):
            return ", ".join(filter(None, (self.value(item, names) for item in value)))
        if isinstance(value, Mapping):
            parts = (f"{key} {self.value(item, (*names, key))}" for key, item in value.items())
            return ", ".join(parts)
        own = names[1:] if names[0] in FILES else names  # the masking begins inside a file
        return "" if names_person(own, value) else self.text(value)

    def brief(self, item: Malli, names: tuple[str, ...]) -> str:
        """A part of a record in a few words."""
        for kind in type(item).__mro__:
            if kind in BRIEF:
                return BRIEF[kind](self, item)
        return ", ".join(self._fields(item, names))

    def _fields(self, item: Malli, names: tuple[str, ...]) -> Iterator[str]:
        for name in type(item).model_fields:
            told = self.value(getattr(item, name), (*names, name))
            told = self.say(UNTOLD) if told and _counts_people(item, name) else told
            if told and name != "tunnus":
                yield f"{self.label(name)} {told}"

    def _values(self, change: Change) -> tuple[str, str]:
        """What was and what is; of a thing of which only parts changed, those parts."""
        if change.kind is Kind.NAME_CHANGED:
            return "", ""
        if isinstance(change.old, Malli) and isinstance(change.new, Malli):
            inner = [item for item in change.operations if len(item.path) > len(change.path)]
            if len(inner) == len(change.operations):
                return self._parts(inner, (change.old, change.new))
        first = change.operations[0]
        if isinstance(first, Reordered):
            return _order(first.old), _order(first.new)
        names = field_names(change.path)
        return self.value(change.old, names), self.value(change.new, names)

    def _amounts(self, change: Change, states: tuple[Records, Records]) -> tuple[str, str]:
        """What was and what is; of an amount alone with its unit, which stands beside it."""
        sides = self._values(change)
        name = field_names(change.path)[-1:]
        if name and name[0].endswith("_kk"):
            old, new = (self._months(value) for value in (change.old, change.new))
            return old, new
        if name != ("maara",):
            return sides
        old, new = (state.at(change.path[:-1]) for state in states)
        # a row that succeeds another one has its unit, and only one of them stands at the place
        return _measured(sides[0], old or new), _measured(sides[1], new or old)

    def _months(self, value: Any) -> str:  # noqa: ANN401 (a number, or nothing)
        """A time of notice or of review."""
        return value_words(value, "_kk", "", self.say, self.language)

    def _seats(self, change: Change, states: tuple[Records, Records]) -> tuple[str, str] | None:
        """Of an office over a seat: the seat, with the title of who holds it when it begins."""
        if not any(isinstance(item, Luottamustoimi) for item in (change.old, change.new)):
            return None
        group = change.path[:2]
        before, after = (
            self._office(item, state.at(group))
            for item, state in zip((change.old, change.new), states, strict=True)
        )
        return before, after

    def _office(self, office: Luottamustoimi | None, group: Johtoryhma | None) -> str:
        if office is None:
            return ""
        seats = group.jasenet if group else ()
        titles = [
            self.text(holder.nimike)
            for seat in seats
            if seat.tunnus == office.jasen
            for holder in seat.nimetyt
            if holder.nimike and holder.jakso and (office.alkaen or BEGINNING) in holder.jakso
        ]
        title = f"({titles[0]})" if titles else ""
        return " ".join(filter(None, (office.jasen, title, self.period(office))))

    def _parts(self, operations: list[Operation], items: tuple[Malli, Malli]) -> tuple[str, str]:
        """The fields that differ with their labels; an amount with its unit."""
        sides: tuple[list[str], list[str]] = ([], [])
        for operation in operations:
            names = field_names(operation.path)
            label = self.label(names[-1])
            for side, value, item in zip(sides, _sides(operation), items, strict=True):
                told = self.value(value, names)
                told = _measured(told, item) if names[-1] == "maara" else told
                told = self.say(UNTOLD) if told and _counts_people(item, names[-1]) else told
                if told and names[-1] not in _SPEAKING:
                    told = f"{label} {told}"
                side += [told] if told else []
        return ", ".join(sides[0]), ", ".join(sides[1])

    def _place(self, path: Path, states: tuple[Records, ...]) -> str:
        """The named things around the place, the widest first."""
        found = []
        for end in range(2, len(path) + 1):
            step, name = path[end - 1], path[end - 2]
            if isinstance(step, Key):
                items = (state.at(path[:end]) for state in states)
                item = next((item for item in items if item is not None), None)
                found.append(self._named(item, step, str(name), states))
        return ", ".join(filter(None, found))

    def _named(self, item: Any, key: Key, name: str, states: tuple[Records, ...]) -> str:  # noqa: ANN401
        if isinstance(item, Osapuoli):
            return self.party(item)
        if not isinstance(item, Malli):
            return ""
        party = getattr(item, "osapuoli", None)
        if name in ("hyvaksynnat", "allekirjoitukset", "paatokset", "henkilosto") and party:
            return self.party_named(party, states)
        own = getattr(item, "nimi", None) if name in _NAMED else None
        return self.text(own) if own else _identifier(item, key)

    def party(self, party: Osapuoli) -> str:
        """A party's name: Kela's own, else that of its legal person."""
        own = self.text(party.nimi or party.oikeushenkilo)
        return own or (self.say(KELA) if party.rooli == "kela" else party.tunnus)

    def party_named(self, tunnus: str, states: tuple[Records, ...]) -> str:
        """The name of the party of that tunnus; the tunnus where the record has none such."""
        for state in states:
            for party in state.alue.osapuolet if state.alue else ():
                if party.tunnus == tunnus:
                    return self.party(party)
        return tunnus


_SPEAKING = frozenset({"alkaen", "paattyen"})
"""Fields whose values are told without their labels."""

_NAMED = frozenset({"johtoryhmat", "sopimukset", "toimipisteet", "liitteet", "palvelupisteet"})
"""The lists of things that have names."""


_COUNTS: Mapping[type[Malli], frozenset[str]] = {
    Mittariarvo: frozenset({"arvo", "osoittaja", "nimittaja"}),
    Tavoite: frozenset({"lahtotaso"}),
}
"""The fields that hold what an indicator counts."""


def _counts_people(item: object, name: str) -> bool:
    """Whether a field of a part of the record holds a count of people."""
    if not isinstance(item, Mittariarvo | Tavoite) or name not in _COUNTS[type(item)]:
        return False
    return load_indicators().henkiloita(item.mittari)


def _when(change: Change) -> str:
    """Whether the day of a change is a first day, a last day or the day of an event."""
    if change.path[-1] == "paattyen" and change.effective == change.new:
        return LAST
    if isinstance(change.new, Malli):
        lasting = getattr(change.new, "alkaen", None) or getattr(change.new, "voimassa", None)
        return SINCE if lasting else ON
    return ON if isinstance(change.new, date) and change.path[-1] != "alkaen" else SINCE


def _identifier(item: Malli, key: Key) -> str:
    """What an item without a name is known by; nothing for one that is known by its day."""
    own = getattr(item, "tunnus", None) or getattr(item, "lauseke", None)
    return own or getattr(item, "koodi", None) or getattr(item, "kohde", None) or _file(item, key)


def _file(item: Malli, key: Key) -> str:
    """A meeting, a follow-up or a version is known by what names its file."""
    return key.name if "muoto" in type(item).model_fields else ""


def _sides(operation: Operation) -> tuple[Any, Any]:
    if isinstance(operation, Put):
        return operation.old, operation.new
    if isinstance(operation, Added):
        return None, operation.value
    if isinstance(operation, Removed):
        return operation.value, None
    return None, None


def _order(keys: tuple[Key, ...]) -> str:
    """The items of a list in their order, as far as they may be named."""
    return ", ".join(key.name for key in keys if key.shown)


def _measured(told: str, item: object) -> str:
    """An amount with the unit of what it belongs to, where that has one."""
    unit = getattr(item, "yksikko", None)
    return f"{told} {unit}" if told and unit else told
