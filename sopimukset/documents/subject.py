"""What a document is about, and what a kind of document is: the same few things for every kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from sopimukset.base.speech import say
from sopimukset.documents.facts import RECORD, Facts
from sopimukset.documents.parties import Context, Parties
from sopimukset.model import Alue, Kokous, Lausekekirjasto, Seuranta, Versio
from sopimukset.model.paths import Path
from sopimukset.register import Register

if TYPE_CHECKING:
    from sopimukset.documents.provenance import Origin

UNDATED = date(2025, 1, 1)
"""The day by which clauses are chosen where a document has no date: the act came into force."""

YEAR = re.compile("[1-9][0-9]{3}")
"""How the `tunnus` of a document ends that is of a chosen year."""

NO_DAY = "paivaamaton"
"""How a file's name says that its document has no date yet."""

REVIEWERS_COPY = {"fi": "perusteet", "sv": "grunder"}
"""How the file's name of a reviewer's copy ends, lest it pass for the document itself."""

OTHER, PERHAPS, SAME = range(3)
"""Whether a document is about a subject: not, by its name alone, for certain."""


@dataclass(frozen=True, slots=True)
class Source:
    """A region's files, as documents are made from them.

    Attributes:
        name: the region's folder.
        meetings: the meetings that could be read, by file (`kokoukset/2026-03-12.yaml`).
        versions: the released versions of agreements that could be read, by file.
        follow_ups: the follow-ups that could be read, by file (`seuranta/2026.yaml`).
    """

    name: str
    alue: Alue
    meetings: Mapping[str, Kokous]
    versions: Mapping[str, Versio] = field(default_factory=dict)
    follow_ups: Mapping[str, Seuranta] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What one document is about. Each kind has a subclass with what it needs besides.

    Attributes:
        source: the region's files.
        tunnus: what tells it from others of its kind, as it stands in file names.
        several: whether the region has others of its kind, so that the file's name needs `tunnus`.
        day: the document's own date; None where it is not recorded.
        file: the file that it is recorded in, besides the region's own.
        path: its place in that file.
        case: its case number, "" where none is recorded.
        version: the released version that it is made of, which its file then bears; "" for none.
    """

    source: Source
    tunnus: str
    several: bool
    day: date | None
    path: Path
    file: str = RECORD
    case: str = ""
    version: str = ""

    @property
    def alue(self) -> Alue:
        """The region's record."""
        return self.source.alue

    @property
    def own_day(self) -> date:
        """The day by which its wording is chosen, and that its file bears."""
        return self.day or UNDATED

    @property
    def files(self) -> tuple[str, ...]:
        """The region's files whose facts it prints."""
        return (RECORD,) if self.file == RECORD else (RECORD, self.file)

    @property
    def named(self) -> str:
        """Its `tunnus` as file names have it: with `told_day` it tells one document of a kind."""
        return self.tunnus

    @property
    def told_day(self) -> str:
        """Its own date as file names have it."""
        return self.day.isoformat() if self.day else NO_DAY

    def likeness(self, origin: Origin) -> int:
        """Whether a document of its kind is about it: `OTHER`, `PERHAPS` or `SAME`.

        Another date is no other subject: an agreement's may have been put right since.
        """
        if origin.tunnus not in (self.named, self.tunnus):
            return OTHER
        return SAME if origin.day == self.told_day else PERHAPS

    def file_name(self, laji: str, language: str, *, annotated: bool) -> str:
        """`<alue>_<laji>[_<tunnus>]_<versio tai päivä>_<kieli>[_perusteet].docx`.

        The tunnus of several, and the ending of a reviewer's copy.
        """
        parts = [
            self.source.name,
            laji,
            *([self.named] if self.several else []),
            self.version or self.told_day,
            language,
            *([REVIEWERS_COPY[language]] if annotated else []),
        ]
        return f"{'_'.join(parts)}.docx"


@dataclass
class Making:
    """What a kind's context is made with.

    Attributes:
        annotated: whether each clause is followed by the provisions that it rests on.
        apart: whether annexes are documents of their own, so that an agreement only lists them.
        others: the model clauses of the kinds that this one tells of (`Kind.tells_of`).
    """

    facts: Facts
    register: Register
    library: Lausekekirjasto
    annotated: bool = False
    apart: bool = False
    others: Mapping[str, Lausekekirjasto] = field(default_factory=dict)

    @cached_property
    def parties(self) -> Parties:
        """The region's parties as the document names them."""
        return Parties(self.facts, self.register)

    def municipality(self, name: str) -> str:
        """A municipality's name in the document's language."""
        found = self.register.kunnat.get(name)
        return found.nimi_sv if found and self.facts.language == "sv" else name


S = TypeVar("S", bound=Subject)


def _nothing_to_tell(_source: Source) -> Iterator[str]:
    return iter(())


def no_subjects(_source: Source) -> list[S]:
    """What there is to be made of a record alone, where a command of its own knows the rest."""
    return []


def by_command(told: str) -> Callable[[Source], Iterator[str]]:
    """Why `generate` makes none of a kind: a sentence that names the command, with `{alue}`."""

    def why_nothing(source: Source) -> Iterator[str]:
        """The sentence for one region."""
        yield say(told).format(alue=source.name)

    return why_nothing


@dataclass(frozen=True, slots=True)
class Kind(Generic[S]):
    """A kind of document.

    Attributes:
        laji: its name in commands, files and folders of templates.
        nimi: its name in Finnish, to be said in the reader's language.
        subjects: what a region's record holds that such a document can be made of.
        context: the fields of its layouts; its shape is described by `shape`.
        shape: the TypedDict that names every field that `context` and `build` give.
        tells_of: other kinds whose clauses it speaks of.
        unasked: whether it is made without naming it; what belongs to a bundle is not.
        of_year: what can be made of a calendar year; None where its documents aren't of years.
        on_day: what is made when no year is named, where that hangs on the day of review; None
            for `subjects`.
        why_nothing: sentences, already said, on why a region has nothing of the kind where one
            would expect it.
        left_out: sentences, already said, on what gets no document though its like does.
    """

    laji: str
    nimi: str
    subjects: Callable[[Source], Sequence[S]]
    context: Callable[[S, Making], Context]
    shape: type
    tells_of: tuple[str, ...] = ()
    unasked: bool = True
    of_year: Callable[[Source, int], Sequence[S]] | None = None
    on_day: Callable[[Source, date], Sequence[S]] | None = None
    why_nothing: Callable[[Source], Iterator[str]] = _nothing_to_tell
    left_out: Callable[[Source], Iterator[str]] = _nothing_to_tell

    def subject(self, source: Source, origin: Origin) -> S | None:
        """What a document is about; None where the record holds no such thing.

        A region has several of one `tunnus`, as the meetings of a group: the document's date or
        file tells which one is meant. A document that has no date in its properties is taken for
        the newest.
        """
        known = list(self.subjects(source))
        years = {text for text in (origin.tunnus[-4:], origin.day[:4]) if YEAR.fullmatch(text)}
        if self.of_year is not None:
            known += [item for year in sorted(years) for item in self.of_year(source, int(year))]
        surest = max((item.likeness(origin) for item in known), default=OTHER)
        found = [item for item in known if item.likeness(origin) == surest]
        if surest == OTHER or (surest == PERHAPS and origin.day and len(found) > 1):
            return None
        return found[-1]
