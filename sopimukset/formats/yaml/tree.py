"""From libyaml's events to plain data and the offsets of its nodes.

This is the reader's inner loop: it looks at each event once and does as little as it can.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from typing import Any, NoReturn, TypeAlias

from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from sopimukset.base.speech import mark, say
from sopimukset.formats.yaml.document import Value, after
from sopimukset.formats.yaml.failure import glued_colon, missing_space
from sopimukset.formats.yaml.faults import Fault
from sopimukset.formats.yaml.scalars import AFTER_NUMBERS, WORDS, resolve

KNOWN_KEYS: dict[str, str] = {}  # keys once found good; records use the same hundred all over
MAX_KNOWN_KEYS = 5000

MAX_FAULTS = 100
"""Nobody reads more at once."""

_LONGEST_SHOWN_KEY = 40
_WORD = re.compile(r"[\w/-]+")
"""A key as keys are written, in small letters; any other may be a person's name, and is hidden."""

_HIDDEN = "•••"
_LIST_ONLY = mark("Tiedoston sisältö on luettelo. Sen on oltava rivejä muodossa avain: arvo.")
_TEXT_ONLY = mark(
    "Tiedoston sisältö on pelkkää tekstiä. Sen on oltava rivejä muodossa avain: arvo."
)
_OPENINGS = (MappingStartEvent, SequenceStartEvent)
_CLOSINGS = (MappingEndEvent, SequenceEndEvent)


Event: TypeAlias = Any
"""One of PyYAML's events. Its stubs leave every part optional, which here it never is."""

GetEvent: TypeAlias = Callable[[], Event]


class Refused(Exception):  # noqa: N818 -- it ends a reading whose faults are already recorded
    """Reading ends here: what follows can't be told from noise."""


class Builder:
    """Builds the data of one document and records offsets and faults of structure.

    ``offsets`` holds the nodes in the order of the text. A scalar has its start and end; a
    collection its start, the index at which the next node begins, its items or values, and its
    end. Keys have none: they stand where the part before them ends.

    Args:
        get: hands out the next event.
        max_depth: how many collections may lie inside one another.
    """

    __slots__ = ("faults", "max_depth", "offsets", "tools")

    def __init__(self, get: GetEvent, max_depth: int) -> None:
        self.max_depth = max_depth
        self.offsets = array("I")
        self.faults: list[Fault] = []
        self.tools = (get, self.offsets)

    def document(self) -> Value:
        """The data of the one document in the stream.

        Raises:
            Refused: the stream holds no mapping, or more than one document.
        """
        get = self.tools[0]
        get()
        if get().__class__ is StreamEndEvent:
            raise Refused
        root = get()
        if root.__class__ is not MappingStartEvent:
            self.refuse_root(root)
        data = self.mapping(root, 1)
        get()
        event = get()
        if event.__class__ is DocumentStartEvent:
            self.fault(
                event,
                "Tiedostossa on useita YAML-dokumentteja: rivi --- aloittaa uuden.",
                "Poista rivi ---, tai siirrä sen jälkeinen osa omaan tiedostoonsa.",
            )
            raise Refused
        return data

    def mapping(self, opening: Event, depth: int) -> dict[str, Value]:
        """The mapping that an event opens."""
        if depth > self.max_depth:
            self.refuse_depth(opening)
        get, offsets = self.tools
        typed, known = WORDS, KNOWN_KEYS
        slot = len(offsets)
        offsets.append(opening.start_mark.index)
        offsets.append(0)
        data: dict[str, Value] = {}
        while True:
            event = get()
            kind = event.__class__
            if kind is not ScalarEvent:
                if kind is MappingEndEvent:
                    break
                self.refuse_key(event, depth)
                continue
            try:
                key = known[event.value]
            except KeyError:
                new_key = self.new_key(event, depth)
                if new_key is None:
                    continue
                key = new_key
            if key in data:
                self.refuse_duplicate(event, data, slot, depth)
                continue
            event = get()
            kind = event.__class__
            if kind is ScalarEvent:
                value = event.value
                offsets.append(event.start_mark.index)
                offsets.append(event.end_mark.index)
                if (value < AFTER_NUMBERS or value in typed) and not event.style:
                    data[key] = resolve(value)
                else:
                    data[key] = value
            elif kind is MappingStartEvent:
                data[key] = self.mapping(event, depth + 1)
            else:
                data[key] = self.other(event, depth)
        offsets.append(event.end_mark.index if opening.flow_style else offsets[-1])
        offsets[slot + 1] = len(offsets)
        return data

    def sequence(self, opening: Event, depth: int) -> list[Value]:
        """The list that an event opens."""
        if depth > self.max_depth:
            self.refuse_depth(opening)
        get, offsets = self.tools
        typed = WORDS
        slot = len(offsets)
        offsets.append(opening.start_mark.index)
        offsets.append(0)
        data: list[Value] = []
        while True:
            event = get()
            kind = event.__class__
            if kind is ScalarEvent:
                value = event.value
                offsets.append(event.start_mark.index)
                offsets.append(event.end_mark.index)
                if (value < AFTER_NUMBERS or value in typed) and not event.style:
                    data.append(resolve(value))
                else:
                    data.append(value)
            elif kind is MappingStartEvent:
                data.append(self.mapping(event, depth + 1))
            elif kind is SequenceEndEvent:
                break
            else:
                data.append(self.other(event, depth))
        offsets.append(event.end_mark.index if opening.flow_style else offsets[-1])
        offsets[slot + 1] = len(offsets)
        return data

    def other(self, event: Event, depth: int) -> list[Value] | None:
        """The value that an event begins which is neither scalar nor mapping."""
        if event.__class__ is SequenceStartEvent:
            return self.sequence(event, depth + 1)
        self.fault(
            event,
            "Arvona on viittaus toiseen kohtaan (*). Viittauksia ei käytetä.",
            "Kirjoita arvo tähän uudelleen. Jos tähti kuuluu tekstiin, kirjoita arvo"
            ' lainausmerkkeihin: "*…".',
        )
        self.offsets.append(event.start_mark.index)
        self.offsets.append(event.end_mark.index)
        return None

    def new_key(self, event: Event, depth: int) -> str | None:
        """A key not met before; None, its entry reported and skipped, if it can't be a key."""
        key: str = event.value
        text = key != "<<" and resolve(key).__class__ is str
        if text and len(KNOWN_KEYS) < MAX_KNOWN_KEYS:
            KNOWN_KEYS[key] = key
        if text or event.style:
            return key
        if key == "<<":
            message = "Yhdistämisavainta (<<) ei käytetä."
            hint = "Kirjoita avaimet ja arvot tähän sellaisinaan."
        elif not key:
            message = "Kaksoispisteen edestä puuttuu avain."
            hint = "Kirjoita avain kaksoispisteen eteen."
        else:
            message = "Avain on luku tai varattu sana (true, false, null), ei tekstiä."
            hint = (
                'Kirjoita avain lainausmerkkeihin, esimerkiksi "2025": … Jos tarkoitit '
                "desimaalilukua, kirjoita pilkun tilalle piste: 8.5."
            )
        self.fault(event, message, hint)
        self.skip(self.tools[0](), depth)
        return None

    def refuse_key(self, event: Event, depth: int) -> None:
        """Report a key that is a list, a mapping or an alias, and skip its entry."""
        self.fault(
            event,
            "Avaimena on luettelo, rakenne tai viittaus. Avaimen on oltava yksi sana tai teksti.",
            "Kirjoita avain muodossa avain: arvo. Jos aaltosulut tai hakasulut kuuluvat tekstiin,"
            " kirjoita teksti lainausmerkkeihin.",
        )
        self.skip(event, depth)
        self.skip(self.tools[0](), depth)

    def refuse_duplicate(self, event: Event, data: dict[str, Value], slot: int, depth: int) -> None:
        """Report a key that the mapping already has; its first value stays."""
        at = slot + 2
        before = self.offsets[slot]
        for name, value in data.items():
            if name == event.value:
                break
            at = after(value, self.offsets, at)
            before = self.offsets[at - 1]
        key = event.value[:_LONGEST_SHOWN_KEY]
        shown = key if _WORD.fullmatch(key) and key == key.lower() else _HIDDEN
        self.fault(
            event,
            say("Sama avain on jo rivillä {rivi}: {avain}").format(rivi="{rivi}", avain=shown),
            "Poista toinen, tai yhdistä niiden sisältö yhden avaimen alle.",
            before,
        )
        kept = len(self.offsets)
        following = self.tools[0]()
        if following.__class__ is MappingStartEvent:
            self.mapping(following, depth + 1)
        elif following.__class__ is not ScalarEvent:
            self.other(following, depth)
        del self.offsets[kept:]

    def refuse_depth(self, event: Event) -> NoReturn:
        """Report nesting that no record needs, and end the reading."""
        self.fault(
            event,
            say("Rakenteita on sisäkkäin yli {maara}.").format(maara=self.max_depth),
            "Tarkista sisennykset ja sulkumerkit.",
        )
        raise Refused

    def refuse_root(self, event: Event) -> NoReturn:
        """Report a document that is no mapping, and end the reading."""
        if event.__class__ is ScalarEvent and not event.value and not event.style:
            raise Refused  # nothing but a document mark: as good as empty
        colon = None if event.__class__ is not ScalarEvent else glued_colon(event.value)
        if colon is not None and not event.style:
            self.faults.append(missing_space(event.start_mark.index + colon))
            raise Refused
        self.fault(
            event,
            _LIST_ONLY if event.__class__ is SequenceStartEvent else _TEXT_ONLY,
            "Aloita rivi avaimella, kaksoispisteellä ja välilyönnillä, esimerkiksi muoto: 1.",
        )
        raise Refused

    def skip(self, event: Event, depth: int) -> None:
        """Pass over the node that an event begins, without looking at it."""
        outside = depth
        while True:
            if event.__class__ in _OPENINGS:
                depth += 1
                if depth > self.max_depth:
                    self.refuse_depth(event)
            elif event.__class__ in _CLOSINGS:
                depth -= 1
            if depth == outside:
                return
            event = self.tools[0]()

    def fault(self, event: Event, message: str, hint: str, other: int = 0) -> None:
        """Record a fault of structure at an event.

        Raises:
            Refused: there are so many that the rest would not be read.
        """
        start, end = event.start_mark.index, event.end_mark.index
        self.faults.append(Fault(start, max(end, start + 1), "rakenne", message, hint, other))
        if len(self.faults) >= MAX_FAULTS:
            raise Refused
