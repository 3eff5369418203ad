"""How a person names a moment of the past, and a stretch of it.

- a branch, tag, commit id or `HEAD~3`: that commit;
- `@2026-03-01`: what stood on HEAD's own line at the end of that day in Finland. Only first
  parents are followed, and the day on which a commit came there counts (the committer's date): what
  was merged later did not stand there yet;
- `tyotila`: the files as they lie on disk, saved in git or not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sopimukset.base.dates import finnish_day, iso_day
from sopimukset.base.periods import day_after
from sopimukset.base.speech import mark, say
from sopimukset.git import Repository
from sopimukset.git.errors import nothing_yet
from sopimukset.git.objects import named

WORKING_TREE = "tyotila"
"""The name of the files on disk, in Finnish without accents as all keys of the record."""

FINLAND = "Europe/Helsinki"

NO_RANGE = mark(
    "Väli {vali} ei kelpaa. Kirjoita aina molemmat päät ja kaksi pistettä niiden väliin."
)
RANGE_EXAMPLE = "paijat-hame/tym-sopimus/1.0..HEAD, @2026-01-01..@2026-12-31, HEAD~3..tyotila"


class WrongRange(Exception):  # noqa: N818 (nothing failed: it was asked for wrongly)
    """A point or stretch of the past that means nothing as it is written (exit code 2).

    Its text, in the language of the run, says what to write instead.
    """


@dataclass(frozen=True, slots=True)
class Point:
    """A moment of the past.

    Attributes:
        label: as it was given.
        commit: the full id; None for the files on disk.
        date: when the commit's author wrote it; None for the files on disk.
    """

    label: str
    commit: str | None
    date: datetime | None = None


class Span(NamedTuple):
    """A stretch of the past; without an older end, all that led to the newer one."""

    older: Point | None
    newer: Point


NOW = Point(WORKING_TREE, None)
"""The files on disk."""


def point(repository: Repository, text: str) -> Point:
    """The moment that a person named.

    Raises:
        WrongRange: the text begins as a day and is none.
        NoRevision: there is no such revision, or nothing had been saved by that day.
        GitFailed: git fails.
    """
    if text == WORKING_TREE:
        return NOW
    if text.startswith("@") and text[1:2].isdigit():
        return _point(repository, text, _commit_on(repository, text[1:]))
    return _point(repository, text, text)


def span(repository: Repository, text: str) -> Span:
    """The two ends of `A..B`, both of them named, the older one first.

    Raises:
        WrongRange: an end is left out, or B is older than A.
        NoRevision: there is no such revision.
        GitFailed: git fails.
    """
    found = ends(repository, text)
    refuse_reversed(repository, found)
    return found


def ends(repository: Repository, text: str) -> Span:
    """The two ends of `A..B`, which one of them is older not asked yet.

    To ask takes a git of its own. Who reads the commits between them needs to ask only where there
    are none: `stories` does.

    Raises:
        WrongRange: an end is left out, or A is the files on disk and B is not.
        NoRevision: there is no such revision.
        GitFailed: git fails.
    """
    older, dots, newer = text.partition("..")
    if not (dots and older and newer) or newer.startswith("."):
        message = say(NO_RANGE)
        example = say("Esimerkiksi: {esimerkki}").format(esimerkki=RANGE_EXAMPLE)
        raise WrongRange(f"{message.format(vali=text)} {example}")
    first, last = point(repository, older), point(repository, newer)
    if first.commit is None and last.commit is not None:
        raise _reversed(first, last)
    return Span(first, last)


def all_of(newer: Point = NOW) -> Span:
    """Everything that led to a moment."""
    return Span(None, newer)


def day_of(moment: datetime) -> date:
    """The day that it was in Finland, whatever zone the moment is told in."""
    return moment.astimezone(ZoneInfo(FINLAND)).date()


def refuse_reversed(repository: Repository, found: Span) -> None:
    """Make sure that the newer end is not the older one.

    Raises:
        WrongRange: it is.
        GitFailed: git fails.
    """
    older, newer = found
    if older is None or older.commit is None or newer.commit in (None, older.commit):
        return
    if repository.holds_commit(newer.commit, older.commit):
        raise _reversed(older, newer)


def _reversed(older: Point, newer: Point) -> WrongRange:
    message = say("Väli on väärin päin: {uudempi} on vanhempi kuin {vanhempi}.")
    hint = say("Tarkoititko: {meant}?").format(meant=f"{newer.label}..{older.label}")
    told = message.format(uudempi=newer.label, vanhempi=older.label)
    return WrongRange(f"{told} {hint}")


def _point(repository: Repository, label: str, revision: str) -> Point:
    commit = named(repository, revision)
    return Point(label, commit.id, commit.date)


def _commit_on(repository: Repository, text: str) -> str:
    day = iso_day(text)
    if day is None:
        meant = finnish_day(text)
        message = say("Päivä @{annettu} ei ole päivä.").format(annettu=text)
        hint = (
            say("Tarkoititko: {meant}?").format(meant=f"@{meant.isoformat()}")
            if meant
            else say("Kirjoita esimerkiksi @2026-03-01.")
        )
        raise WrongRange(f"{message} {hint}")
    repository.commit("HEAD")  # says so where there is no history at all
    found = repository.newest_before(_end_of(day))
    if found is None:
        raise nothing_yet(text, shallow=repository.shallow)
    return found


def _end_of(day: date) -> int:
    """The last second of a day in Finland."""
    midnight = datetime.combine(day_after(day), time(), ZoneInfo(FINLAND))
    return int(midnight.timestamp()) - 1
