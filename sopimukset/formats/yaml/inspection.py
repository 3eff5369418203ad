"""A second look at each event of a file in which something suspicious stands."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from sopimukset.formats.yaml.accidents import in_plain_scalar
from sopimukset.formats.yaml.characters import suspects
from sopimukset.formats.yaml.faults import Accident, Fault, restored
from sopimukset.formats.yaml.tree import Event, GetEvent

_KEY, _VALUE, _ITEM = 0, 1, 2
_FAR = 1 << 62


class Inspector:
    """Passes libyaml's events on to the builder and notes what is odd about them.

    Attributes:
        accidents: stray characters that changed how a scalar was read.
        faults: anchors and tags.
    """

    __slots__ = (
        "accidents", "bounds", "brackets", "faults", "get", "next", "places", "roles", "style",
        "text",
    )  # fmt: skip

    def __init__(self, get: GetEvent, text: str) -> None:
        self.get = get
        self.text = text
        self.accidents: list[Accident] = []
        self.faults: list[Fault] = []
        self.bounds = array("I")  # start and end of each scalar so far
        self.style = ""  # of the last of them
        self.roles = [_ITEM]  # what comes next in the root and in each open collection
        self.brackets = [-1]  # where each of them opens, -1 if by indentation
        self.places = (found.start() for found in suspects(text))
        self.next = next(self.places, _FAR)

    def __call__(self) -> Event:
        """The next event, its text as the author meant it."""
        event = self.get()
        kind = event.__class__
        if kind is ScalarEvent:
            start, end = event.start_mark.index, event.end_mark.index
            self.bounds.append(start)
            self.bounds.append(end)
            self.style = event.style
            if self.next <= end and self.suspicious(start, end):
                self.scalar(event, start, end)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            start = event.start_mark.index
            if self.suspicious(start, event.end_mark.index):
                self.decorations(event)
            self.roles.append(_KEY if kind is MappingStartEvent else _ITEM)
            self.brackets.append(start if event.flow_style else -1)
            return event
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self.roles.pop()
            self.brackets.pop()
        elif kind is not AliasEvent:
            return event
        if self.roles[-1] != _ITEM:  # a node is complete: after a key comes a value, and so on
            self.roles[-1] = _VALUE - self.roles[-1]
        return event

    @property
    def open_bracket(self) -> int | None:
        """Where the outermost flow collection opens that is not yet closed."""
        return next((offset for offset in self.brackets if offset >= 0), None)

    @property
    def last_scalar(self) -> tuple[int, int, str] | None:
        """Start, end and style of the last scalar so far."""
        return (self.bounds[-2], self.bounds[-1], self.style) if self.bounds else None

    def stretches(self) -> Iterator[tuple[int, int]]:
        """Start and end of each scalar so far."""
        return zip(self.bounds[::2], self.bounds[1::2], strict=True)

    def suspicious(self, start: int, end: int) -> bool:
        """Whether one of the characters that deserve a second look lies in a stretch."""
        while self.next < start:
            self.next = next(self.places, _FAR)
        return self.next <= end

    def scalar(self, event: Event, start: int, end: int) -> None:
        """Look twice at one scalar."""
        self.decorations(event)
        event.value = restored(event.value)
        if event.style or start == end or event.anchor or event.tag:
            return
        is_key, in_flow = self.roles[-1] == _KEY, self.brackets[-1] >= 0
        found = in_plain_scalar(self.text, start, end, is_key=is_key, in_flow=in_flow)
        if found:
            self.accidents.append(found)

    def decorations(self, event: Event) -> None:
        """Report an anchor or a tag."""
        start = event.start_mark.index
        if event.anchor is not None:
            self.faults.append(
                Fault(
                    start,
                    start + 1,
                    "rakenne",
                    "Arvon edessä on ankkuri (&). Ankkureita ja viittauksia ei käytetä.",
                    "Poista ankkuri. Jos &-merkki kuuluu tekstiin, kirjoita arvo"
                    ' lainausmerkkeihin: "&…".',
                )
            )
        if event.tag is not None:
            self.faults.append(
                Fault(
                    start,
                    start + 1,
                    "rakenne",
                    "Arvo alkaa huutomerkillä, jonka YAML lukee tyyppimerkinnäksi.",
                    "Poista merkintä. Jos huutomerkki kuuluu tekstiin, kirjoita arvo"
                    ' lainausmerkkeihin: "!…".',
                )
            )
