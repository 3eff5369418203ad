"""`muutosloki`: what changed in a region between two moments, and what each change requires.

It is made of the region's past, by `changelog`, not of its record: a record alone holds no change.
Its own day is that of the newest saved change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from sopimukset.base.dates import iso_day
from sopimukset.base.speech import mark
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.facts import LINE, Facts, citation
from sopimukset.documents.heads import head
from sopimukset.documents.parties import Context
from sopimukset.documents.shape import Asiakirjapohja
from sopimukset.documents.subject import Kind, Making, Source, Subject, by_command, no_subjects
from sopimukset.history.changelog import (
    Entry,
    RegionLog,
    by_level,
    by_version,
    counters,
    version_title,
)
from sopimukset.history.changes.telling import Teller
from sopimukset.history.revisions import WORKING_TREE

_DAYS = re.compile(r"(?<=\S) (?=\d{1,2}\.\d{1,2}\.\d{4}–)")
LAJI = "muutosloki"
TITLE = mark("Muutosloki")
UNRELEASED = mark("Ei vielä versiossa")
UNSAVED = mark("tallentamatta")
BY_COMMAND = mark("Muutosloki tehdään komennolla: sopimukset changelog {alue} A..B --format docx")
TODAY = mark("nykyiset tiedot")
NOTHING = "–"
POWER = mark("Muutosvaltuus {kohde}: päättää {paattaja}.")
REFUSED = mark("Muutosvaltuus ei ulotu tähän: asiasta sopivat osapuolet.")


class Laskuri(TypedDict):
    """How many changes require what."""

    taso: str
    maara: str


class Muutosrivi(TypedDict):
    """A change: what happened to what, what was and is, from when, on what ground, by whom."""

    mita: str
    kohde: str
    aiemmin: str
    nyt: str
    voimaan: str
    perusta: str
    huomautus: str
    lahde: str


class Muutostaso(TypedDict):
    """The changes of one version that require the same."""

    nimi: str
    muutokset: list[Muutosrivi]


class Muutosversio(TypedDict):
    """A version and its changes, the gravest first."""

    nimi: str
    tasot: list[Muutostaso]


class Muutosloki(Asiakirjapohja):
    """The log of a region."""

    alue: str
    vali: str
    maara: str
    laskurit: list[Laskuri]
    versiot: list[Muutosversio]
    epailyttavat: list[str]
    ohitetut: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogSubject(Subject):
    """A region's log.

    Attributes:
        older, newer: the ends of the range as they were given.
        suspects: what is said, in the document's language, of agreements whose approved content
            has moved.
        skipped: what is said of states that could not be read.
    """

    log: RegionLog
    older: str
    newer: str
    suspects: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()


def log_subject(source: Source, log: RegionLog, older: str, newer: str) -> LogSubject:
    """The subject of a log; its day is that of the newest saved change."""
    days = [item.moment.date.date() for item in log.entries if item.moment.date is not None]
    return LogSubject(
        source=source,
        tunnus="",
        several=False,
        day=max(days, default=None),
        path=(),
        log=log,
        older=older,
        newer=newer,
    )


def context(subject: LogSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks; see `Muutosloki`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts, entries = making.facts, subject.log.entries
    tell = Teller(facts.language, facts.say)
    name = _name(subject, making)
    stretch = f"{_end(subject.older, tell)}–{_end(subject.newer, tell)}"
    found: Context = {
        "alue": name,
        "vali": stretch,
        "maara": str(len(entries)),
        "laskurit": [
            {"taso": facts.say(level.told), "maara": str(count)}
            for level, count in counters(entries).items()
            if count
        ],
        "versiot": list(_versions(subject, making, tell)),
        "epailyttavat": list(subject.suspects),
        "ohitetut": list(subject.skipped),
        "asiakirja": head(
            LAJI,
            facts.language,
            facts.say(TITLE),
            f"{name}: {stretch}",
            subject.day,
            short=f"{facts.say(TITLE)}: {name}",
        ),
    }
    return found | clause_context(making, (), subject.own_day, found, subject.path)


def _name(subject: LogSubject, making: Making) -> str:
    """The county's name in the document's language; the folder's where the register lacks it."""
    county = making.register.hyvinvointialueet.get(making.facts.alue.alue)
    if county is None:
        return subject.source.name
    return county.nimi_sv if making.facts.language == "sv" else county.nimi_fi


def _end(label: str, tell: Teller) -> str:
    """An end of the range as people say it: a tag, a day, today's record."""
    if label == WORKING_TREE:
        return tell.say(TODAY)
    day = iso_day(label[1:]) if label.startswith("@") else None
    return label if day is None else tell.day(day)


def _versions(subject: LogSubject, making: Making, tell: Teller) -> Iterator[Context]:
    told = making.facts.say
    for version, entries in by_version(subject.log.entries).items():
        levels = [
            {
                "nimi": told(level.told),
                "muutokset": [_row(entry, tell, making.facts) for entry in items],
            }
            for level, items in by_level(entries).items()
        ]
        yield {"nimi": version_title(version, told) or told(UNRELEASED), "tasot": levels}


def _row(entry: Entry, tell: Teller, facts: Facts) -> Context:
    item = tell.told(entry.change, entry.before, entry.after)
    return {
        "mita": item.sentence,
        "kohde": item.place,
        "aiemmin": _in_cell(item.old) or NOTHING,
        "nyt": _in_cell(item.new) or NOTHING,
        "voimaan": item.effective,
        "perusta": ", ".join(citation(facts, item) for item in entry.grade.basis),
        "huomautus": _note(entry, tell),
        "lahde": _origin(entry, tell),
    }


def _in_cell(told: str) -> str:
    """What is told, with days from and to on a line of their own (see `LINE`)."""
    return _DAYS.sub(LINE, told)


def _note(entry: Entry, tell: Teller) -> str:
    power = entry.grade.power
    if power is not None:
        who = tell.text(power.paattaja)
        return tell.say(POWER).format(kohde=power.kohde, paattaja=who)
    return tell.say(REFUSED) if entry.grade.refused else ""


def _origin(entry: Entry, tell: Teller) -> str:
    moment = entry.moment
    if moment.date is None:
        return tell.say(UNSAVED)
    return f"{moment.label}, {tell.day(moment.date.date())}, {moment.author}"


KIND = Kind(
    laji=LAJI,
    nimi=TITLE,
    subjects=no_subjects,
    context=context,
    shape=Muutosloki,
    unasked=False,
    why_nothing=by_command(BY_COMMAND),
)
