"""Where every agreement stands and what falls due: read from the records, never written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path

from sopimukset import register
from sopimukset.base.collector import collector_paused
from sopimukset.law.approved import powers_of
from sopimukset.model import Alue, Lausekekirjasto
from sopimukset.model.paths import Path as DataPath
from sopimukset.model.paths import path_text
from sopimukset.register import Register
from sopimukset.reporting import status_json, status_text
from sopimukset.reporting.group_names import name_of_group
from sopimukset.reporting.status_report import (
    RegionStatus,
    SharedGroup,
    StatusReport,
    by_gravity,
    concerning,
)
from sopimukset.tracking.concerns import ConcernKind, concerns_of, gravity_of
from sopimukset.tracking.due import deadlines_on
from sopimukset.tracking.holdings import Holdings
from sopimukset.tracking.later import later_than
from sopimukset.tracking.standing import standing_on
from sopimukset.workspace.locate import chosen, find_root, region_names
from sopimukset.workspace.masking import recorded_names
from sopimukset.workspace.record import Record
from sopimukset.workspace.templates import library_of
from sopimukset.workspace.workspace import Region, read_alue, read_regions

Libraries = Callable[[str], Lausekekirjasto | None]


@dataclass(frozen=True, slots=True)
class Question:
    """What a user wants to be shown.

    Attributes:
        folder: where to look for the workspace.
        wanted: regions by name; empty for all.
        as_of: the day.
        form: `text` or `json`.
        colour: whether the reader's terminal shows colours.
        width: columns of the reader's terminal.
        within: only deadlines that fall due in so many days, and late ones; None for all.
    """

    folder: Path
    wanted: tuple[str, ...]
    as_of: date
    form: str = "text"
    colour: bool = False
    width: int = 80
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a status has to say, and whether some file could not be read."""

    text: str
    broken: bool


def shown(question: Question) -> Shown:
    """The status as text.

    Raises:
        WorkspaceError: no workspace, no region, or none of that name.
    """
    report = status_of(question)
    render = status_json.render if question.form == "json" else status_text.render
    return Shown(render(report, colour=question.colour, width=question.width), report.broken)


@dataclass(frozen=True, slots=True)
class Read:
    """The regions that were asked about, as models.

    Attributes:
        holdings: of those that could be read.
        broken: whether some file could not be read.
        records: theirs, and those of the regions in whose files their shared groups live.
    """

    holdings: tuple[Holdings, ...]
    broken: bool
    records: Mapping[str, Alue]


def read_holdings(question: Question) -> Read:
    """Read the regions that were asked about.

    Raises:
        WorkspaceError: no workspace, no region, or none of that name.
    """
    root, regions = _regions(question)
    libraries = cache(partial(library_of, root))
    found = (holdings_of(region, libraries, register.load()) for region in regions)
    broken = any(region.alue is None or any(_unread(region)) for region in regions)
    read = tuple(item for item in found if item is not None)
    return Read(read, broken, records_with_homes(root, regions))


def records_with_homes(root: Path, regions: Sequence[Region]) -> dict[str, Alue]:
    """The regions' records by folder, and those in whose files their shared groups live.

    A home that isn't there or can't be read is left out: `check` tells of it.
    """
    found = {region.name: region.alue for region in regions if region.alue is not None}
    wanted = {shared.alue for alue in found.values() for shared in alue.yhteiset_johtoryhmat}
    missing = wanted - {region.name for region in regions}
    for name in sorted(missing & {*region_names(root)}) if missing else ():
        model = read_alue(root, name).model
        if model is not None:
            found[name] = model
    return found


def status_of(question: Question) -> StatusReport:
    """Where the regions that were asked about stand.

    Raises:
        WorkspaceError: no workspace, no region, or none of that name.
    """
    root, regions = _regions(question)
    with collector_paused(lasting=True):
        read = with_shared_groups(
            root, statuses(root, regions, question.as_of, register.load()), question.as_of
        )
    return StatusReport(
        question.as_of,
        by_gravity(read, question.as_of),
        tuple(region.name for region in regions if region.alue is None),
        question.within,
        named=bool(question.wanted),
    )


def _regions(question: Question) -> tuple[Path, tuple[Region, ...]]:
    root = find_root(question.folder)
    names = chosen(root, question.wanted)
    with collector_paused(lasting=True):
        return root, tuple(read_regions(root, names))


def statuses(
    root: Path, regions: Sequence[Region], as_of: date, known: Register
) -> list[RegionStatus]:
    """The status of every region that can be read."""
    libraries = cache(partial(library_of, root))
    found = []
    for region in regions:
        holdings = holdings_of(region, libraries, known)
        if holdings is not None:
            found.append(_status(region, holdings, as_of))
    return found


def with_shared_groups(
    root: Path, found: Sequence[RegionStatus], as_of: date
) -> list[RegionStatus]:
    """The regions with the groups that they refer to, as these stand in the other regions' files.

    A file that isn't among those found is read for it.
    """
    wanted = {item.alue for region in found for item in region.holdings.alue.yhteiset_johtoryhmat}
    if not wanted:
        return list(found)
    homes = {region.name: region for region in found}
    names = sorted((wanted - {*homes}) & {*region_names(root)})
    read = tuple(read_regions(root, names))
    homes |= {item.name: item for item in statuses(root, read, as_of, register.load())}
    return [_with_shared(region, homes, as_of) for region in found]


def _with_shared(
    region: RegionStatus, homes: Mapping[str, RegionStatus], as_of: date
) -> RegionStatus:
    """The region with its shared groups, as grave as the gravest of them and its own things."""
    references = region.holdings.alue.yhteiset_johtoryhmat
    shared = tuple(
        _shared(item.alue, item.johtoryhma, homes.get(item.alue), region, as_of)
        for item in references
    )
    concerns = region.concerns
    if any(item.counts and item.has_youth for item in shared):
        concerns = tuple(item for item in concerns if item.kind is not ConcernKind.NO_YOUTH)
    own = gravity_of(region.holdings, concerns, region.deadlines, as_of)
    graves = [item.gravity for item in shared if item.gravity is not None and item.counts]
    gravest = min((own, *graves), key=lambda gravity: gravity.rank)
    return replace(region, shared=shared, concerns=concerns, gravity=gravest)


def _shared(
    name: str, group: str, home: RegionStatus | None, region: RegionStatus, as_of: date
) -> SharedGroup:
    if home is None or all(item.tunnus != group for item in home.holdings.alue.johtoryhmat):
        return SharedGroup(name, group, "")
    concerns, deadlines = concerning(home.concerns, group), concerning(home.deadlines, group)
    return SharedGroup(
        name,
        group,
        name_of_group(home.holdings.alue, group),
        home,
        gravity_of(home.holdings, concerns, deadlines, as_of),
        region.illustrative or not home.illustrative,
    )


def holdings_of(region: Region, libraries: Libraries, known: Register) -> Holdings | None:
    """What a region's folder holds, as far as it can be read; None without its record."""
    if region.alue is None:
        return None
    return Holdings(
        region.name,
        region.alue,
        known,
        tuple(item.model for item in region.meetings if item.model is not None),
        tuple(item.model for item in region.follow_ups if item.model is not None),
        {
            (item.model.sopimus, item.model.versio): item.model
            for item in region.versions
            if item.model is not None
        },
        libraries,
        powers_of,
    )


def _status(region: Region, holdings: Holdings, as_of: date) -> RegionStatus:
    standing = standing_on(holdings, as_of)
    concerns = concerns_of(holdings, standing)
    deadlines = deadlines_on(holdings, standing, as_of)
    return RegionStatus(
        holdings,
        standing,
        concerns,
        deadlines,
        gravity_of(holdings, concerns, deadlines, as_of),
        tuple(_unread(region)),
        partial(_path, region.record),
        later_than(holdings, as_of),
        partial(persons_in, region),
    )


def _unread(region: Region) -> Iterator[str]:
    records = {**region.records, **{item.file: item for item in region.versions}}
    return (file for file, item in records.items() if item.model is None)


def persons_in(region: Region) -> frozenset[str]:
    """The names of persons in the region's files, and what may be one."""
    read = (item.document for item in region.records.values() if item.document)
    return frozenset[str]().union(*(recorded_names(document.data) for document in read))


def _path(record: Record[Alue], path: DataPath) -> str:
    return path_text(record.document.data if record.document else None, path)
