"""Reading: a short way for a clean file, the long way for a file with something odd in it."""

from __future__ import annotations

from typing import NamedTuple

from yaml._yaml import CParser
from yaml.error import YAMLError

from sopimukset.formats.yaml import accidents, faults, syntax
from sopimukset.formats.yaml.characters import SUSPECTS, has_list_marks
from sopimukset.formats.yaml.document import Document, Lines, Problem, Value
from sopimukset.formats.yaml.failure import Failure, suspect_lines, text_colon_at
from sopimukset.formats.yaml.faults import Accident, Fault
from sopimukset.formats.yaml.inspection import Inspector
from sopimukset.formats.yaml.source import Unreadable, decode, empty
from sopimukset.formats.yaml.tree import Builder, GetEvent, Refused
from sopimukset.formats.yaml.usual import read_usual

PLAIN_ASCII = bytes(byte for byte in range(128) if chr(byte) not in SUSPECTS)
"""The bytes that are in every file and need no second look."""

_MAX_ROUNDS = 200
_MAX_READ = 2_000_000  # characters in all rounds; each brings at least one new accident to light


class _Reading(NamedTuple):
    """One pass over the events.

    ``error`` is libyaml's own, ``refused`` says that the builder ended the pass.
    """

    data: Value
    builder: Builder
    error: YAMLError | None
    refused: bool


def read(source: bytes, *, max_bytes: int, max_depth: int) -> Document:
    """Read a file's bytes; see the package's `read`."""
    try:
        text = decode(source, max_bytes)
    except Unreadable as unreadable:
        return Document(source, unreadable.text, None, (unreadable.problem,))
    unusual = set(source.translate(None, PLAIN_ASCII).decode())
    if unusual.isdisjoint(SUSPECTS) and not has_list_marks(source, unusual):
        usual = read_usual(text, max_depth)
        if usual is not None:
            return Document(source, text, usual.data, (), usual.offsets)
        reading = _build(CParser(source).get_event, max_depth)
        if reading.error is None and not reading.refused and not reading.builder.faults:
            return Document(source, text, reading.data, (), reading.builder.offsets)
    return _Mending(text, max_depth).document(source)


def accidents_in(text: str, *, max_depth: int) -> tuple[Accident, ...]:
    """The stray characters of a text, as far as reading could put them right for itself.

    Args:
        text: the file's text without a byte order mark.
        max_depth: as in `read`.
    """
    mending = _Mending(text, max_depth)
    mending.mend()
    return tuple(sorted(mending.accidents.values()))


def _build(get: GetEvent, max_depth: int) -> _Reading:
    builder = Builder(get, max_depth)
    try:
        return _Reading(builder.document(), builder, None, False)
    except Refused:
        return _Reading(None, builder, None, True)
    except YAMLError as error:
        return _Reading(None, builder, error, False)


class _Mending:
    """Reads a text again and again, each time with the accidents put right that it found before.

    So one run shows them all, each at its own place, and what is wrong beside them.
    """

    def __init__(self, text: str, max_depth: int) -> None:
        self.marked = text.startswith("\ufeff")
        self.text = text.removeprefix("\ufeff")
        self.max_depth = max_depth
        self.accidents: dict[tuple[int, str], Accident] = {}
        self.faults: list[Fault] = []
        self.add(accidents.stray_characters(self.text))

    def add(self, found: list[Accident]) -> bool:
        """Take note of accidents; whether any of them is new."""
        before = len(self.accidents)
        for accident in found:
            self.accidents.setdefault((accident.start, accident.code), accident)
        return len(self.accidents) > before

    def document(self, source: bytes) -> Document:
        """The document, with all problems that could be collected."""
        reading = self.mend()
        if reading.error is None and reading.refused and not self.faults:
            return Document(source, self.text, None, (empty(self.text), *self.problems()))
        offsets = () if reading.data is None else reading.builder.offsets
        return Document(source, self.text, reading.data, self.problems(), offsets)

    def mend(self) -> _Reading:
        """Read until nothing new turns up."""
        for _ in range(max(3, min(_MAX_ROUNDS, _MAX_READ // (len(self.text) + 1)))):
            text = faults.healed(self.text, self.accidents.values())
            inspector = Inspector(CParser(text).get_event, text)
            reading = _build(inspector, self.max_depth)
            found = list(inspector.accidents)
            self.faults = [*inspector.faults, *reading.builder.faults]
            if reading.error is not None:
                found += self.explain(text, reading.error, inspector)
            elif "\t" in text:
                found += accidents.tab_lines(text, inspector.stretches(), blank_too=False)
            if not self.add(found):
                break
        return reading

    def explain(self, text: str, error: YAMLError, inspector: Inspector) -> list[Accident]:
        """The accidents that account for an error; failing that, the error becomes a fault."""
        failure = Failure.of(text, error, inspector.last_scalar, inspector.open_bracket)
        suspects = suspect_lines(failure)
        found = accidents.on_lines(text, suspects)
        tabs = accidents.tab_lines(text, inspector.stretches(), blank_too=True)
        lines = Lines(text)
        if any(lines.number(tab.start) in suspects for tab in tabs):
            found += tabs
        colon = text_colon_at(failure)
        if not found and colon is not None:
            found.append(accidents.text_colon(colon, in_flow=failure.in_flow))
        if not found and not self.accounted(failure, lines, suspects):
            self.faults.append(syntax.explain(failure))
        return found

    def accounted(self, failure: Failure, lines: Lines, suspects: list[int]) -> bool:
        """Whether accidents already noted account for trouble on some lines.

        Whoever indents by tabs means a depth that nobody can know, so that every later line may
        seem to stand in the wrong column.
        """
        for accident in self.accidents.values():
            line = lines.number(accident.start)
            depth = accident.code == "sarkain" and failure.is_about_indentation
            if line in suspects or (depth and line <= suspects[-1]):
                return True
        return False

    def problems(self) -> tuple[Problem, ...]:
        """All faults and accidents as problems."""
        found = [*self.faults, *accidents.faults(self.text, self.accidents.values())]
        if self.marked:
            found.append(
                Fault(
                    0,
                    0,
                    "merkki",
                    "Tiedoston alussa on näkymätön tavujärjestysmerkki (BOM).",
                    "Tallenna tiedosto muodossa UTF-8, ei muodossa UTF-8 (BOM).",
                )
            )
        return faults.problems(self.text, found)
