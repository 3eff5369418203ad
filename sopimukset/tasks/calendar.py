"""Meetings and deadlines as calendar files that other programs take in, again and again.

A file that was written before is read first: what has changed since gets a higher sequence, and
what is gone is cancelled. So an import after each run keeps a calendar right.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from sopimukset import register
from sopimukset.base.collector import collector_paused
from sopimukset.base.files import read_at_most, write_whole
from sopimukset.base.periods import ALWAYS, Period
from sopimukset.base.speech import mark, say
from sopimukset.formats.icalendar import Entry, NotOursError, read, renewed, written
from sopimukset.model import Alue, Johtoryhma, Kokous
from sopimukset.model.paths import Path as DataPath
from sopimukset.reporting.calendar_entries import (
    EXAMPLE,
    Naming,
    deadline_entries,
    meeting_entry,
    region_of,
)
from sopimukset.reporting.calendar_memory import remembered
from sopimukset.reporting.calendar_notes import (
    Days,
    Told,
    clash_notes,
    gap_notes,
    holiday_notes,
)
from sopimukset.reporting.status_report import RegionStatus
from sopimukset.tasks.refused import RefusedError
from sopimukset.tasks.status import persons_in, statuses
from sopimukset.tasks.writing import FILE, writing
from sopimukset.tracking.meetings import DATABLE, dated_meetings
from sopimukset.tracking.occasions import occasions_of
from sopimukset.tracking.party_names import party_name
from sopimukset.tracking.roles import COUNTY, Role
from sopimukset.workspace.locate import REGIONS, chosen, find_root, region_names
from sopimukset.workspace.workspace import Region, read_regions

PRODUCT = "-//sopimukset//calendar//FI"
MAX_BYTES = 64 * 1024 * 1024
"""A calendar of this size is none of ours."""

BUILD = Path("build")
NAME = "{alue}_kalenteri.ics"

OF_REGION = mark("TYM-johtoryhmät: {alue}")
OF_ALL = mark("TYM-johtoryhmät")
NOT_OURS = "Tiedosto {tiedosto} ei ole tämän ohjelman tekemä kalenteri. Anna toinen nimi."
DISK = mark("Anna toinen paikka valitsimella --out.")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for.

    Attributes:
        regions: by name; empty for all.
        out: one file for all regions; None for a file of its own for each.
        within: the days that a meeting or a deadline must fall on.
    """

    regions: tuple[str, ...] = ()
    out: Path | None = None
    within: Period = ALWAYS


@dataclass(frozen=True, slots=True)
class Calendar:
    """A file as it now stands.

    Attributes:
        meetings: entries with hours or of a meeting, the cancelled ones left out.
        deadlines: how many there are.
        cancelled: entries that tell that something doesn't take place.
        example: whether something in it is invented.
        changed: whether its bytes are other than before.
    """

    file: Path
    meetings: int
    deadlines: int
    cancelled: int
    example: bool
    changed: bool


@dataclass
class Calendars:
    """What came of a run.

    Attributes:
        files: those that were written, or would have become the same.
        empty: regions of which there is nothing to tell, by name.
        notes: what a person should know of the meetings, a line each.
        unread: files that can't be read, by path.
    """

    files: list[Calendar] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Content:
    """What is told of a region.

    Attributes:
        whole: whether all its files could be read, so that what is missing is gone.
        shared: meetings of groups that it shares and that live in another region's file.
        unmoved: the identifiers of the meetings of which no move or cancellation is recorded.
    """

    alue: Alue
    meetings: Sequence[Entry]
    deadlines: Sequence[Entry]
    whole: bool
    shared: Sequence[Entry] = ()
    unmoved: frozenset[str] = frozenset()

    @property
    def entries(self) -> list[Entry]:
        """Meetings first, then deadlines."""
        return [*self.meetings, *self.shared, *self.deadlines]

    def known_from(self, former: Sequence[Entry]) -> _Content:
        """The same with the identifiers that the meetings had in a former calendar."""
        count = len(self.meetings)
        known = remembered([*self.meetings, *self.shared], former, self.unmoved)
        return replace(self, meetings=known[:count], shared=known[count:])


def calendars(folder: Path, wish: Wish, as_of: date) -> Calendars:
    """Write the calendars of the wished regions.

    All regions are read, for a clash may be with a group of another one.

    Args:
        folder: where to look for the workspace.
        wish: what is asked for.
        as_of: the day by which deadlines are judged; earlier clashes and holidays are not told.

    Raises:
        WorkspaceError: no workspace, no region, or none of that name.
        RefusedError: another program's file would be overwritten.
        OutsideFailure: a file can't be read or written.
    """
    root = find_root(folder)
    names = chosen(root, wish.regions)
    known = register.load()
    with collector_paused():
        regions = tuple(read_regions(root, region_names(root)))
        asked = [region for region in regions if region.name in names]
        found = {item.name: item for item in statuses(root, asked, as_of, known)}
    told = [Told(item.name, item.alue, _files(item)) for item in regions if item.alue]
    contents = {
        region.name: _content(region, found[region.name], wish.within, regions)
        for region in asked
        if region.name in found
    }
    result = Calendars(unread=[file for region in asked for file in _unread(region)])
    result.notes += _notes(told, frozenset(names), wish.within, as_of)
    for file, inside in _targets(wish, contents):
        calendar = _renewed(file, inside, names, wish.within, as_of)
        if calendar is not None:
            result.files.append(calendar)
    result.empty += [name for name, content in contents.items() if not content.entries]
    return result


# What is told -------------------------------------------------------------------------------------


def _files(region: Region) -> dict[str, Kokous]:
    """The region's meeting files that can be read, by their names in its folder."""
    start = len(f"{REGIONS}/{region.name}/")
    return {item.file[start:]: item.model for item in region.meetings if item.model}


def _unread(region: Region) -> Iterator[str]:
    return (file for file, record in region.records.items() if record.model is None)


def _content(
    region: Region, status: RegionStatus, within: Period, others: Sequence[Region]
) -> _Content:
    alue = status.holdings.alue
    naming = _naming(region, alue, status.path_text)
    meetings = [
        pair
        for group in alue.johtoryhmat
        for pair in _meeting_entries(naming, region, group, within)
    ]
    due = [item for item in status.deadlines if item.day in within and item.day in DATABLE]
    shared = [*_shared(alue, others, within)]
    return _Content(
        alue,
        [entry for entry, _ in meetings],
        deadline_entries(naming, due),
        not [*_unread(region)],
        [entry for entry, _ in shared],
        frozenset(entry.uid for entry, unmoved in (*meetings, *shared) if unmoved),
    )


def _naming(region: Region, alue: Alue, path_text: Callable[[DataPath], str]) -> Naming:
    return Naming(alue, _called(alue), persons_in(region), path_text)


def _meeting_entries(
    naming: Naming, region: Region, group: Johtoryhma, within: Period
) -> Iterator[tuple[Entry, bool]]:
    """Each meeting, and whether no change of it is recorded."""
    for meeting in dated_meetings(group, _files(region), within):
        yield meeting_entry(naming, group, meeting), not meeting.changes


def _shared(alue: Alue, others: Sequence[Region], within: Period) -> Iterator[tuple[Entry, bool]]:
    """Meetings of the groups that live in another region's file, named as they are there.

    They have the same identifiers in both calendars, so that one who takes in both sees them once.
    """
    for shared in alue.yhteiset_johtoryhmat:
        home = next((item for item in others if item.name == shared.alue), None)
        for group in home.alue.johtoryhmat if home and home.alue else ():
            if home and home.alue and group.tunnus == shared.johtoryhma:
                naming = _naming(home, home.alue, str)
                yield from _meeting_entries(naming, home, group, within)


def _called(alue: Alue) -> str:
    return party_name(Role(COUNTY, alue.alue), register.load())


def _notes(
    regions: Sequence[Told], names: frozenset[str], within: Period, as_of: date
) -> Iterator[str]:
    """Gaps of all days; holidays and clashes that are still to come.

    Invented meetings are held against invented ones only.
    """
    for region in regions:
        if region.name in names:
            yield from (_marked(note, region.alue.kuvitteellinen) for note in gap_notes(region))
    coming = within.intersection(Period(as_of))
    if coming is None:
        return
    for invented in (False, True):
        alike = [item for item in regions if item.alue.kuvitteellinen == invented]
        days = Days(
            [one for item in alike for one in occasions_of(item.name, item.alue, item.files)], alike
        )
        for note in (
            *holiday_notes(days, names, coming),
            *clash_notes(days, names, coming, register.load()),
        ):
            yield _marked(note, invented)


def _marked(note: str, invented: bool) -> str:
    return f"{say(EXAMPLE)}: {note}" if invented else note


# Files --------------------------------------------------------------------------------------------


def _targets(
    wish: Wish, contents: Mapping[str, _Content]
) -> Iterator[tuple[Path, dict[str, _Content]]]:
    """Each file with what goes into it, by region."""
    if wish.out is not None:
        yield wish.out, dict(contents)
        return
    for name, content in contents.items():
        yield BUILD / name / NAME.format(alue=name), {name: content}


def _renewed(
    file: Path,
    contents: Mapping[str, _Content],
    asked: Collection[str],
    within: Period,
    as_of: date,
) -> Calendar | None:
    """Write a file; None where there is nothing to tell and never was.

    Args:
        file: where it is.
        contents: what goes into it, of each region that can be read.
        asked: the regions that it is of, the others included.
        within: the days that were asked for.
        as_of: what is missing from this day on doesn't take place.
    """
    before = _before(file)
    former = _former(file, before)
    contents = {name: content.known_from(former) for name, content in contents.items()}
    whole = {content.alue.alue for content in contents.values() if content.whole}
    told = {entry.uid: entry for content in contents.values() for entry in content.entries}
    now = [*told.values()]  # a shared group's meetings may be of two regions
    own = {*asked, *(content.alue.alue for content in contents.values()), *map(region_of, now)}
    mine = [entry for entry in former if region_of(entry) in own]
    gone = partial(_gone, within, as_of, whole)
    entries = renewed(now, mine, gone, lambda entry: region_of(entry) not in whole)
    if not entries:
        return None
    after = written(entries, product=PRODUCT, name=_name(contents))
    if after != before:
        with writing(FILE, file.as_posix(), DISK):
            write_whole(file, after)
    return Calendar(
        file,
        _standing([_once(contents.values())]),
        _standing(content.deadlines for content in contents.values()),
        sum(entry.cancelled for entry in entries),
        any(content.alue.kuvitteellinen for content in contents.values()),
        after != before,
    )


def _gone(within: Period, as_of: date, whole: Collection[str], entry: Entry) -> bool:
    """Whether what was told before doesn't take place.

    It may be past, may not have been asked for, or its file may be one that can't be read now.
    """
    return entry.day in within and entry.day >= as_of and region_of(entry) in whole


def _before(file: Path) -> bytes | None:
    try:
        return read_at_most(file, MAX_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        with writing(FILE, file.as_posix(), DISK):
            raise error


def _former(file: Path, content: bytes | None) -> list[Entry]:
    if content is None:
        return []
    try:
        return read(content, product=PRODUCT)
    except NotOursError as error:
        raise RefusedError(say(NOT_OURS).format(tiedosto=file.as_posix())) from error


def _name(contents: Mapping[str, _Content]) -> str:
    if len(contents) != 1:
        return say(OF_ALL)
    (content,) = contents.values()
    return say(OF_REGION).format(alue=_called(content.alue))


def _once(contents: Iterable[_Content]) -> list[Entry]:
    """The meetings, one that two regions share once."""
    every = (entry for item in contents for entry in (*item.meetings, *item.shared))
    return list({entry.uid: entry for entry in every}.values())


def _standing(several: Iterable[Sequence[Entry]]) -> int:
    return sum(not entry.cancelled for entries in several for entry in entries)
