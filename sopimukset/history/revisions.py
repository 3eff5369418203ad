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
from sopimukset.base.speech import say
from sopimukset.git import Repository
from sopimukset.git.errors import nothing_yet
from sopimukset.git.log import about

WORKING_TREE = "tyotila"
"""The name of the files on disk, in Finnish without accents as all keys of the record."""

FINLAND = "Europe/Helsinki"

RANGE_EXAMPLE = "v1.0..HEAD, @2026-01-01..@2026-12-31, HEAD~3..tyotila"


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
    return _point(repository, text, repository.commit(text))


def span(repository: Repository, text: str) -> Span:
    """The two ends of `A..B`, both of them named.

    Raises:
        WrongRange: an end is left out, or B is older than A.
        NoRevision: there is no such revision.
        GitFailed: git fails.
    """
    older, dots, newer = text.partition("..")
    if not (dots and older and newer) or newer.startswith("."):
        message = say("Väli {vali} ei kelpaa: kirjoita aina molemmat päät kahden pisteen väliin.")
        example = say("Esimerkiksi: {esimerkki}").format(esimerkki=RANGE_EXAMPLE)
        raise WrongRange(f"{message.format(vali=text)} {example}")
    found = Span(point(repository, older), point(repository, newer))
    _refuse_reversed(repository, found)
    return found


def all_of(newer: Point = NOW) -> Span:
    """Everything that led to a moment."""
    return Span(None, newer)


def _refuse_reversed(repository: Repository, found: Span) -> None:
    older, newer = found
    assert older is not None  # noqa: S101 (both ends were named)
    if older == newer or older.commit == newer.commit:
        return
    if older.commit is None or (
        newer.commit is not None and repository.holds_commit(newer.commit, older.commit)
    ):
        message = say("Väli on väärin päin: {uudempi} on vanhempi kuin {vanhempi}.")
        hint = say("Tarkoititko: {meant}?").format(meant=f"{newer.label}..{older.label}")
        told = message.format(uudempi=newer.label, vanhempi=older.label)
        raise WrongRange(f"{told} {hint}")


def _point(repository: Repository, label: str, commit: str) -> Point:
    return Point(label, commit, about(repository, commit).date)


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
