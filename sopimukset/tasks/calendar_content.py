"""What goes into a region's calendar: its own groups, and those that live in another region's file.

A group over two counties is in the calendars of both under the same identifiers, told from the file
in which it lives. So who takes in both calendars sees each meeting and each deadline once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sopimukset import register
from sopimukset.base.periods import Period
from sopimukset.formats.icalendar import Entry
from sopimukset.model import Alue, Johtoryhma, Kokous
from sopimukset.model.paths import Path as DataPath
from sopimukset.reporting.calendar_entries import Naming, deadline_entries, meeting_entry
from sopimukset.reporting.calendar_memory import remembered
from sopimukset.reporting.status_report import RegionStatus
from sopimukset.tasks.status import persons_in
from sopimukset.tracking.held import each_once
from sopimukset.tracking.meetings import DATABLE, dated_meetings
from sopimukset.tracking.party_names import party_name
from sopimukset.tracking.roles import COUNTY, Role
from sopimukset.workspace.locate import REGIONS
from sopimukset.workspace.workspace import Region


@dataclass(frozen=True, slots=True)
class Content:
    """What is told of a region.

    Attributes:
        alue: its record.
        meetings, deadlines: of the groups of its own file.
        whole: the regions, by key, all of whose files could be read, so that what is missing is
            gone: itself, and those in whose files its shared groups live.
        shared, shared_deadlines: those of groups that live in another region's file.
        homes: the regions of those files, by key, or by folder where the file can't be read.
        alive: the identifiers of all that those files tell of, of other groups too.
        unmoved: the identifiers of the meetings of which no move or cancellation is recorded.
        example: whether something in it is invented.
    """

    alue: Alue
    meetings: Sequence[Entry]
    deadlines: Sequence[Entry]
    whole: frozenset[str]
    shared: Sequence[Entry] = ()
    shared_deadlines: Sequence[Entry] = ()
    homes: frozenset[str] = frozenset()
    alive: frozenset[str] = frozenset()
    unmoved: frozenset[str] = frozenset()
    example: bool = False

    @property
    def entries(self) -> list[Entry]:
        """Meetings first, then deadlines."""
        return [*self.meetings, *self.shared, *self.deadlines, *self.shared_deadlines]

    def known_from(self, former: Sequence[Entry]) -> Content:
        """The same with the identifiers that the meetings had in a former calendar."""
        count = len(self.meetings)
        known = remembered([*self.meetings, *self.shared], former, self.unmoved)
        return replace(self, meetings=known[:count], shared=known[count:])


def content_of(
    region: Region,
    found: Mapping[str, RegionStatus],
    within: Period,
    others: Mapping[str, Region],
) -> Content:
    """What goes into the calendar of a region that can be read.

    Args:
        region: the region.
        found: the status of it and of the regions in whose files its shared groups live, by folder.
        within: the days that are asked for.
        others: all regions of the workspace by folder.
    """
    alue = found[region.name].holdings.alue
    own = _told(region, found[region.name], within)
    references = {(item.alue, item.johtoryhma): None for item in alue.yhteiset_johtoryhmat}
    folders = dict.fromkeys(folder for folder, _ in references if folder != region.name)
    homes = {
        folder: _told(others[folder], found[folder], within)
        for folder in folders
        if folder in found
    }
    shared = [item for folder, group in references for item in _of_group(homes.get(folder), group)]
    return Content(
        alue,
        [item.entry for item in own if item.meeting],
        [item.entry for item in own if not item.meeting],
        frozenset(
            found[name].holdings.alue.alue
            for name in (region.name, *homes)
            if not any(unread_files(others[name]))
        ),
        [item.entry for item in shared if item.meeting],
        [item.entry for item in shared if not item.meeting],
        frozenset(found[name].holdings.alue.alue if name in found else name for name in folders),
        frozenset(item.entry.uid for told in homes.values() for item in told),
        frozenset(item.entry.uid for item in (*own, *shared) if item.unmoved),
        any(found[name].illustrative for name in (region.name, *homes)),
    )


def meeting_files(region: Region) -> dict[str, Kokous]:
    """The region's meeting files that can be read, by their names in its folder.

    Of two files of one meeting (rule T33) the first: nobody goes there twice.
    """
    start = len(f"{REGIONS}/{region.name}/")
    read = {item.file[start:]: item.model for item in region.meetings if item.model}
    once = {id(item) for item in each_once(read.values())}
    return {name: item for name, item in read.items() if id(item) in once}


def unread_files(region: Region) -> Iterator[str]:
    """The files of a region that can't be read, by path."""
    return (file for file, record in region.records.items() if record.model is None)


def called(alue: Alue) -> str:
    """What a region is called."""
    return party_name(Role(COUNTY, alue.alue), register.load())


@dataclass(frozen=True, slots=True)
class _Told:
    """An entry with the group that it is about; "" for none."""

    entry: Entry
    group: str
    meeting: bool
    unmoved: bool = False


def _told(region: Region, status: RegionStatus, within: Period) -> list[_Told]:
    """All that a region's own file tells of, in the days that are asked for."""
    alue = status.holdings.alue
    naming = _naming(region, alue, status.path_text)
    due = [item for item in status.deadlines if item.day in within and item.day in DATABLE]
    return [
        *(item for group in alue.johtoryhmat for item in _meetings(naming, region, group, within)),
        *(
            _Told(entry, item.group, meeting=False)
            for item, entry in zip(due, deadline_entries(naming, due), strict=True)
        ),
    ]


def _naming(region: Region, alue: Alue, path_text: Callable[[DataPath], str]) -> Naming:
    return Naming(alue, called(alue), persons_in(region), path_text)


def _meetings(naming: Naming, region: Region, group: Johtoryhma, within: Period) -> Iterator[_Told]:
    for meeting in dated_meetings(group, meeting_files(region), within):
        entry = meeting_entry(naming, group, meeting)
        yield _Told(entry, group.tunnus, meeting=True, unmoved=not meeting.changes)


def _of_group(home: Sequence[_Told] | None, group: str) -> list[_Told]:
    return [item for item in home or () if item.group == group]
