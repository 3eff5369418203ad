"""The log of a region: what changed in each of its states, and which version each belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sopimukset.base.speech import Translate, mark
from sopimukset.git import Commit, Repository
from sopimukset.git.line import own_line
from sopimukset.git.objects import named
from sopimukset.history.changes import Change, Grade, Level, Records, changes, graded
from sopimukset.history.past import Past
from sopimukset.history.revisions import WORKING_TREE, Span
from sopimukset.history.stories import State, Story
from sopimukset.model import Alue, Kokous, Seuranta, Versio
from sopimukset.workspace.record import Record
from sopimukset.workspace.workspace import Region

RELEASE = re.compile(r"(?P<region>[^/]+)/(?P<agreement>[^/]+)/(?P<number>[0-9]+(\.[0-9]+)*)")
"""A tag that `release` gives, `<alue>/<sopimus>/<versio>`: it is a version of that region only."""

_TAGS = ", "
"""Between several tags of one commit; git allows no space in a tag."""

RELEASED = mark("Sopimuksen {sopimus} versio {versio}")

SHORT = 8
"""Letters of a commit's id that are shown: as many as tell commits apart for a reader."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was written down, and by whom.

    Attributes:
        revision: the commit's full id; "" for what lies on disk and is not saved in git.
        date: the author's date; None for what is not saved.
        author: the author's name; "" for what is not saved.
        version: the tag that the moment belongs to: the first one on or after it, of its own region
            or of all; "" where none follows.
    """

    revision: str
    date: datetime | None
    author: str
    version: str = ""

    @property
    def label(self) -> str:
        """How the revision is shown."""
        return self.revision[:SHORT] or WORKING_TREE


@dataclass(frozen=True, slots=True)
class Entry:
    """A change of a region with what it requires.

    Attributes:
        before, after: the states between which it lies.
    """

    moment: Moment
    change: Change
    grade: Grade
    before: Records
    after: Records


@dataclass(frozen=True, slots=True)
class Skipped:
    """What could not be read of a state, and why.

    Attributes:
        moment: None for the older end of the range.
        whole: whether nothing of the state could be read; else a file of it.
    """

    moment: Moment | None
    reason: str
    whole: bool


@dataclass(frozen=True, slots=True)
class RegionLog:
    """The changes of one region.

    Attributes:
        key: its `alue` key.
        name: its folder's name, the newest one.
        entries: the oldest first, within a state in the order of the record.
        skipped: states and files that could not be read.
        first, last: the region at both ends of the range, as far as it could be read there.
        invented: whether its facts are invented.
    """

    key: str
    name: str
    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...]
    first: Region | None
    last: Region | None
    invented: bool


@dataclass(frozen=True, slots=True)
class Changelog:
    """The changes of regions within a stretch of the past.

    Attributes:
        older, newer: the ends as they were given.
    """

    older: str
    newer: str
    regions: tuple[RegionLog, ...]

    @property
    def entries(self) -> Iterator[Entry]:
        """All changes."""
        for region in self.regions:
            yield from region.entries

    @property
    def broken(self) -> bool:
        """Whether something could not be read."""
        return any(region.skipped for region in self.regions)


def by_level(entries: Sequence[Entry]) -> dict[Level, list[Entry]]:
    """The changes by what they require, the gravest first; levels without any are left out."""
    found = {level: [item for item in entries if item.grade.level is level] for level in Level}
    return {level: items for level, items in found.items() if items}


def version_title(tag: str, translate: Translate) -> str:
    """What a version is called: a tag that `release` made in words, another one as it is.

    Args:
        tag: a tag, or several of one commit; "" for none.
        translate: gives a Finnish sentence in the language of the reader.
    """
    return _TAGS.join(_title(one, translate) for one in tag.split(_TAGS))


def _title(tag: str, translate: Translate) -> str:
    found = RELEASE.fullmatch(tag)
    if found is None:
        return tag
    return translate(RELEASED).format(sopimus=found["agreement"], versio=found["number"])


def by_version(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """The changes by version, the newest version first, "" for what no version holds yet."""
    found: dict[str, list[Entry]] = {}
    for entry in reversed(entries):
        found.setdefault(entry.moment.version, []).insert(0, entry)
    return found


class Versions:
    """Which version each commit of a stretch belongs to."""

    def __init__(self, repository: Repository, span: Span) -> None:
        """Read the line of commits and the tags.

        Raises:
            NoRevision: the repository has no commit.
            GitFailed: git fails.
        """
        last = span.newer.commit or named(repository, "HEAD").id
        first = span.older.commit if span.older else None
        self._line = own_line(repository, last, first)
        self._version: dict[str, dict[str, str]] = {}

    def of(self, commit: Commit | None, region: str) -> str:
        """The first tag of the region on or after a commit; "" where none follows.

        Args:
            commit: None for what is not saved.
            region: its `alue` key; what `release` tagged in another region is no version of it.
        """
        if commit is None:
            return ""
        if region not in self._version:
            self._version[region] = self._versions(region)
        return self._version[region].get(commit.id, "")

    def _versions(self, region: str) -> dict[str, str]:
        found: dict[str, str] = {}
        version = ""
        for commit, tags in self._line:
            own = (tag for tag in tags if _concerns(tag, region))
            version = _TAGS.join(own) or version
            found[commit] = version
        return found


def _concerns(tag: str, region: str) -> bool:
    """Whether a tag is the region's own or everybody's."""
    released = RELEASE.fullmatch(tag)
    return released is None or released["region"] == region


@dataclass
class _Reading:
    """Reads one state after another, and keeps what was last readable of each file."""

    skipped: list[Skipped] = field(default_factory=list)
    models: dict[str, Any] = field(default_factory=dict)
    region: Region | None = None

    def records(self, past: Past | None, moment: Moment | None) -> Records | None:
        """The state; None where it can't be read, which is noted."""
        if past is None:
            self.models = {}
            self.region = None
            return Records(None)
        region = past.region if not past.reason else None
        if region is None or region.alue is None:
            self.skipped.append(Skipped(moment, past.reason, whole=True))
            return None
        self.region = region
        self.models = dict(self._files(region, moment))
        found = self.models.values()
        return Records(
            region.alue,
            tuple(item for item in found if isinstance(item, Kokous)),
            tuple(item for item in found if isinstance(item, Seuranta)),
            tuple(item for item in found if isinstance(item, Versio)),
        )

    def _files(self, region: Region, moment: Moment | None) -> Iterator[tuple[str, Any]]:
        """The other files by their path in the folder; a broken one as it was last readable."""
        others: tuple[Record[Any], ...] = (
            *region.meetings,
            *region.follow_ups,
            *region.versions,
        )
        for record in others:
            name = record.file.split("/", 2)[-1]
            if record.model is not None:
                yield name, record.model
                continue
            first = record.findings[0]
            reason = f"{record.file}:{first.line}: {first.message}"
            self.skipped.append(Skipped(moment, reason, whole=False))
            if name in self.models:
                yield name, self.models[name]


def region_log(story: Story, versions: Versions) -> RegionLog:
    """The log of one region.

    A state that can't be read is skipped and noted; what it changed appears in the next one.
    """
    reading = _Reading()
    before = reading.records(story.start, None)
    first = reading.region
    entries: list[Entry] = []
    for state in story.states:
        moment = _moment(state, versions, story.key)
        after = reading.records(state.past, moment)
        if after is None:
            continue
        if before is not None:
            entries += _entries(moment, before, after)
        before = after
    alue = _newest(before, first)
    return RegionLog(
        story.key,
        _folder(story),
        tuple(entries),
        tuple(reading.skipped),
        first,
        reading.region,
        alue is not None and alue.kuvitteellinen,
    )


def _entries(moment: Moment, before: Records, after: Records) -> Iterator[Entry]:
    for change in changes(before, after):
        yield Entry(moment, change, graded(change, before, after), before, after)


def _moment(state: State, versions: Versions, region: str) -> Moment:
    commit = state.commit
    if commit is None:
        return Moment("", None, "")
    return Moment(commit.id, commit.date, commit.author, versions.of(commit, region))


def _newest(last: Records | None, first: Region | None) -> Alue | None:
    return last.alue if last and last.alue else first.alue if first else None


def _folder(story: Story) -> str:
    for state in reversed(story.states):
        if state.past is not None:
            return state.past.name
    return story.start.name if story.start else story.key


def counters(entries: Sequence[Entry]) -> Mapping[Level, int]:
    """How many changes each level has, the gravest first, levels without any included."""
    return {level: sum(item.grade.level is level for item in entries) for level in Level}
