"""The changes of regions between two moments: read, graded, and shown in a format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path

from sopimukset import register
from sopimukset.base.files import write_whole
from sopimukset.base.speech import mark, say
from sopimukset.base.words import nearest
from sopimukset.history.changelog import Changelog, RegionLog, Versions, region_log
from sopimukset.history.revisions import ends
from sopimukset.history.stories import stories
from sopimukset.law.approved import powers_of, suspects
from sopimukset.law.world import World
from sopimukset.model import Lausekekirjasto
from sopimukset.reporting.changelog.report import ChangeReport, Suspect, renderer
from sopimukset.tasks.refused import RefusedError
from sopimukset.tasks.repository import repository_of
from sopimukset.tasks.writing import FILE, writing
from sopimukset.workspace.locate import WorkspaceError, find_root, region_names
from sopimukset.workspace.templates import library_of
from sopimukset.workspace.workspace import Region, read_region

DOTS = ".."
NO_RANGE = "Väli A..B puuttuu: kerro, minkä kahden ajankohdan väliset muutokset näytetään."
RANGE_LAST = "Anna yksi väli A..B, alueiden jälkeen."
NO_REGION = "Aluetta {alue} ei ole ollut välillä {vali}."


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        folder: where to look for the workspace.
        arguments: regions, and the range last.
        as_of: the day of the run.
    """

    folder: Path
    arguments: Sequence[str]
    as_of: date

    @property
    def range(self) -> str:
        """The range as it was typed.

        Raises:
            RefusedError: there is none, or it doesn't stand last.
        """
        ranges = [item for item in self.arguments if DOTS in item]
        if not ranges:
            example = say("Esimerkiksi: {esimerkki}").format(
                esimerkki="paijat-hame/tym-sopimus/1.0..HEAD"
            )
            raise RefusedError(f"{say(NO_RANGE)} {example}")
        if len(ranges) > 1 or self.arguments[-1] != ranges[0]:
            raise RefusedError(say(RANGE_LAST))
        return ranges[0]

    @property
    def regions(self) -> tuple[str, ...]:
        """The regions that were named."""
        return tuple(dict.fromkeys(self.arguments[:-1]))


def changelog(question: Question) -> ChangeReport:
    """The changes that were asked for.

    Raises:
        RefusedError: the range is missing or means nothing (exit code 2).
        WorkspaceError: no workspace, repository, revision or region (exit code 3).
        OutsideFailure: git failed (exit code 4).
    """
    text = question.range
    root = find_root(question.folder)
    wanted = {_key(root, name): name for name in question.regions}
    with repository_of(root) as repository:
        stretch = ends(repository, text)
        versions = Versions(repository, stretch)
        found = stories(repository, root, list(wanted) or None, stretch)
        logs = tuple(region_log(story, versions) for story in found if story.states or wanted)
    for key, name in wanted.items():
        if key not in {log.key for log in logs}:
            raise _unknown(root, name, text)
    older, _, newer = text.partition(DOTS)
    return ChangeReport(Changelog(older, newer, logs), _suspects(root, logs, question.as_of))


def _key(root: Path, name: str) -> str:
    """The key of the region in a folder; a name without a folder may be a key of the past."""
    if name not in region_names(root):
        return name
    alue = read_region(root, name).alue
    return alue.alue if alue else name


def _unknown(root: Path, name: str, text: str) -> WorkspaceError:
    meant = nearest(name, region_names(root))
    hint = (
        say("Tarkoititko: {meant}?").format(meant=meant)
        if meant and meant != name
        else say("Alueet: {alueet}").format(alueet=", ".join(region_names(root)))
    )
    return WorkspaceError(say(NO_REGION).format(alue=name, vali=text), hint)


Libraries = Callable[[str], Lausekekirjasto | None]


def _suspects(root: Path, logs: Sequence[RegionLog], as_of: date) -> dict[str, list[Suspect]]:
    """The agreements whose approved content had not moved at the older end, and has at the newer.

    Both ends are read with the clauses that the workspace has now: what differs is the region's
    own.
    """
    libraries = cache(partial(library_of, root))
    found = {}
    for log in logs:
        before = set(_suspect(log.first, as_of, libraries)) if log.entries else set()
        now = _suspect(log.last, as_of, libraries) if log.entries else ()
        found[log.key] = [item for item in now if item not in before]
    return {key: items for key, items in found.items() if items}


def _suspect(region: Region | None, as_of: date, libraries: Libraries) -> Iterator[Suspect]:
    if region is None:
        return
    world = World(register.load(), as_of, (region,), {}, libraries)
    for case in world.regions.values():
        for agreement in case.agreements:
            for item in suspects(agreement):
                moved = tuple(place.raw for place in item.moved)
                powers = tuple(powers_of(item))
                parties = () if powers else tuple(item.parties)
                version = item.version.versio
                known = {it.tunnus: it for it in agreement.region.alue.osapuolet}
                named = tuple(known[key] for key in parties if key in known)
                places = tuple(item.moved)
                yield Suspect(
                    agreement.model.tunnus, version, parties, moved, powers, places, named
                )


def shown(report: ChangeReport, form: str, *, colour: bool, width: int) -> str:
    """The log in a format of `reporting.changelog`."""
    return renderer(form)(report, colour=colour, width=width)


def write_log(target: Path, text: str) -> None:
    """Write the log to a file, whole or not at all.

    Raises:
        OutsideFailure: it can't be written.
    """
    with writing(FILE, target, mark("Valitse toinen paikka valitsimella --out.")):
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, f"{text}\n".encode())
