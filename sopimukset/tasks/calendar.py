"""Meetings and deadlines as calendar files that other programs take in, again and again.

A file that was written before is read first: what has changed since gets a higher sequence, and
what is gone is cancelled. So an import after each run keeps a calendar right.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from sopimukset import register
from sopimukset.base.collector import collector_paused
from sopimukset.base.files import read_at_most, write_whole
from sopimukset.base.periods import ALWAYS, Period
from sopimukset.base.speech import mark, say
from sopimukset.formats.icalendar import Entry, NotOursError, read, renewed, written
from sopimukset.reporting.calendar_entries import EXAMPLE, region_of
from sopimukset.reporting.calendar_memory import in_step, in_step_before
from sopimukset.reporting.calendar_notes import (
    Days,
    Told,
    clash_notes,
    gap_notes,
    holiday_notes,
)
from sopimukset.tasks.calendar_content import (
    Content,
    called,
    content_of,
    meeting_files,
    unread_files,
)
from sopimukset.tasks.refused import RefusedError
from sopimukset.tasks.status import statuses
from sopimukset.tasks.writing import FILE, writing
from sopimukset.tracking.occasions import occasions_of
from sopimukset.workspace.locate import chosen, find_root, region_names
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
        wanted = {*names, *_homes(item for item in regions if item.name in names)}
        needed = [region for region in regions if region.name in wanted]
        found = {item.name: item for item in statuses(root, needed, as_of, known)}
    told = [Told(item.name, item.alue, meeting_files(item)) for item in regions if item.alue]
    others = {region.name: region for region in regions}
    contents = {
        name: content_of(others[name], found, wish.within, others)
        for name in names
        if name in found
    }
    result = Calendars(unread=[file for region in needed for file in unread_files(region)])
    result.notes += _notes(told, frozenset(names), wish.within, as_of)
    kin_of = _kin(regions) if wish.out is None else {}
    for file, inside in _targets(wish, contents):
        kin = [entry for name in inside for entry in _written(kin_of.get(name, ()))]
        span = Span(names if wish.out else inside, wish.within, as_of)
        calendar = _renewed(file, inside, span, kin)
        if calendar is not None:
            result.files.append(calendar)
    result.empty += [name for name, content in contents.items() if not content.entries]
    return result


# What is told -------------------------------------------------------------------------------------


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
    wish: Wish, contents: Mapping[str, Content]
) -> Iterator[tuple[Path, dict[str, Content]]]:
    """Each file with what goes into it, by region."""
    if wish.out is not None:
        yield wish.out, dict(contents)
        return
    for name, content in contents.items():
        yield _usual(name), {name: content}


def _usual(name: str) -> Path:
    """Where a region's calendar is unless another place is given."""
    return BUILD / name / NAME.format(alue=name)


@dataclass(frozen=True, slots=True)
class Span:
    """What a calendar is of.

    Attributes:
        regions: those that the file is of, by name, the ones that can't be read included.
        within: the days that were asked for.
        as_of: what is missing from this day on doesn't take place.
    """

    regions: Collection[str]
    within: Period
    as_of: date


def _renewed(
    file: Path, contents: Mapping[str, Content], span: Span, kin: Sequence[Entry]
) -> Calendar | None:
    """Write a file; None where there is nothing to tell and never was.

    Args:
        file: where it is.
        contents: what goes into it, of each region that can be read.
        span: the regions and days that were asked for.
        kin: entries of the calendars of the regions that share groups with these.
    """
    before = _before(file)
    former = _former(file, before)
    known = [content.known_from([*kin, *former]) for content in contents.values()]
    every = {entry.uid: entry for content in known for entry in content.entries}
    now = in_step(every.values(), kin)  # a shared group's entries may be of two regions
    mine = in_step_before(_own(former, now, known, span), kin)
    whole = frozenset[str]().union(*(content.whole for content in known))
    gone = partial(_gone, span, whole)
    entries = renewed(now, mine, gone, lambda entry: region_of(entry) not in whole)
    if not entries and not former:
        return None
    after = written(entries, product=PRODUCT, name=_name(known))
    if after != before:
        with writing(FILE, file.as_posix(), DISK):
            write_whole(file, after)
    return Calendar(
        file,
        _standing(entry for item in known for entry in (*item.meetings, *item.shared)),
        _standing(entry for item in known for entry in (*item.deadlines, *item.shared_deadlines)),
        sum(entry.cancelled for entry in entries),
        any(content.example for content in known),
        after != before,
    )


def _own(
    former: Iterable[Entry], now: Iterable[Entry], contents: Iterable[Content], span: Span
) -> list[Entry]:
    """The entries of the former calendar that this one answers for.

    Those of a group that isn't shared any more are its home's alone, and live on there.
    """
    told = {entry.uid: entry for entry in now}
    regions, alive = {*span.regions, *map(region_of, told.values())}, set[str]()
    for content in contents:
        regions |= {content.alue.alue, *content.homes}
        alive |= content.alive - {*told}
    return [item for item in former if region_of(item) in regions and item.uid not in alive]


def _gone(span: Span, whole: Collection[str], entry: Entry) -> bool:
    """Whether what was told before doesn't take place.

    It may be past, may not have been asked for, or its file may be one that can't be read now.
    """
    return entry.day in span.within and entry.day >= span.as_of and region_of(entry) in whole


def _homes(regions: Iterable[Region]) -> Iterator[str]:
    """The folders in which the shared groups of some regions live."""
    for region in regions:
        for item in region.alue.yhteiset_johtoryhmat if region.alue else ():
            yield item.alue


def _kin(regions: Iterable[Region]) -> dict[str, list[str]]:
    """The other regions that share a group with a region or with its home, by folder."""
    families: dict[str, set[str]] = {}
    for region in regions:
        for home in _homes([region]):
            families.setdefault(home, {home}).add(region.name)
    found: dict[str, set[str]] = {}
    for family in families.values():
        for name in family:
            found.setdefault(name, set()).update(family - {name})
    return {name: sorted(kin) for name, kin in found.items()}


def _written(regions: Iterable[str]) -> Iterator[Entry]:
    """The entries of the calendars of some regions in their usual places.

    One that can't be read as ours has none.
    """
    for name in regions:
        with suppress(OSError, NotOursError):
            yield from read(read_at_most(_usual(name), MAX_BYTES), product=PRODUCT)


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


def _name(contents: Sequence[Content]) -> str:
    if len(contents) != 1:
        return say(OF_ALL)
    return say(OF_REGION).format(alue=called(contents[0].alue))


def _standing(entries: Iterable[Entry]) -> int:
    """How many take place, one that two regions share once."""
    return len({entry.uid for entry in entries if not entry.cancelled})
