"""A region's states one after another, along one line of commits.

The line goes from the newer end along first parents. A merge is one state, with all that it
brought: what stood on a side branch did not stand here.

Where a few regions are asked for, only the ends are looked at of folders that are not theirs: that
one of them bore the same key for a while in between is told by the stories of all regions alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sopimukset.git import Commit, Repository, Step
from sopimukset.git.errors import too_shallow
from sopimukset.git.log import about, base_of, main_line
from sopimukset.git.objects import Objects, named
from sopimukset.history.past import Past, regions_at, saved_folders, saved_regions
from sopimukset.history.reader import (
    UNREADABLE,
    Files,
    Keys,
    Reader,
    files_on_disk,
    folders_of,
    record_in,
)
from sopimukset.history.revisions import NOW, Span, refuse_reversed
from sopimukset.history.strands import DISK, Strand, ends_of, keys_of, records_of, strands_of
from sopimukset.workspace.locate import REGIONS, region_names

MOST_ALONE = 3
"""Regions for which git is asked one by one; of more it is asked at once."""


@dataclass(frozen=True, slots=True)
class State:
    """What a region became.

    Attributes:
        commit: what made it so; None for what lies on disk and is not saved in git.
        tags: the tags on that commit.
        past: the region; None where it was removed.
    """

    commit: Commit | None
    tags: tuple[str, ...]
    past: Past | None


@dataclass(frozen=True, slots=True)
class Story:
    """A region's distinct states between two moments.

    Attributes:
        key: its `alue` key.
        start: how it stood at the older end; None where it wasn't there.
        states: what it became, the oldest first, the older end left out.
    """

    key: str
    start: Past | None
    states: tuple[State, ...]


def stories(
    repository: Repository, root: Path, keys: Collection[str] | None, span: Span
) -> Iterator[Story]:
    """The story of each region that is asked for and was ever there, by key.

    Args:
        repository: opened at the workspace.
        root: the workspace.
        keys: the regions' `alue` keys; None for all.
        span: from when to when.

    Raises:
        WrongRange: the newer end is the older one.
        NoRevision: the repository has no commit, or lacks a part of the history.
        GitFailed: git fails, or an object is missing or damaged.
    """
    if repository.shallow:
        raise too_shallow()
    if span.older is not None and span.older.commit is None:
        for key, past in regions_at(repository, root, NOW, keys).items():
            yield Story(key, past, ())  # from the disk to the disk
        return
    telling = _Telling(_Ends(repository, root, span, keys))
    for key in telling.keys() if keys is None else sorted(keys):
        story = telling.story(key)
        if story.start is not None or story.states:
            yield story


class _Ends:
    """What is known at both ends of a stretch.

    Attributes:
        newest: the folders at the newer end's commit; where regions are asked for by their keys,
            of folders with other keys only what lies on top.
    """

    def __init__(
        self, repository: Repository, root: Path, span: Span, keys: Collection[str] | None
    ) -> None:
        self.repository = repository
        self.root = root
        self.wanted = keys
        self.span = span
        self.source = Objects(repository)
        self.known = Keys()
        self.last = span.newer.commit or named(repository, "HEAD").id
        self.first = span.older.commit if span.older else None
        self.on_disk = Reader()
        self.disk = None if span.newer.commit else self._disk()
        self.known.take(self.on_disk)
        self.newest = self.folders(self.last)

    def _disk(self) -> Mapping[str, Files]:
        names = region_names(self.root)
        saved = self.source.tree(self.last, REGIONS)
        return folders_of(files_on_disk(self.root, names, self.on_disk, self.wanted, saved))

    def folders(self, commit: str) -> Mapping[str, Files]:
        """The folders at one of the ends."""
        return saved_folders(self.source, commit, self.wanted, self.known)

    def whole(self, name: str) -> Files:
        """All that lies in one of the folders at the newer end's commit."""
        return folders_of(self.source.tree(self.last, REGIONS, deep=[name]))[name]

    @cached_property
    def everything(self) -> Mapping[str, Files]:
        """All that lies in the folders at the newer end's commit."""
        return folders_of(self.source.tree(self.last, REGIONS))

    def steps(self, *paths: str) -> list[Step]:
        """The commits between the ends that changed something below the paths."""
        found = main_line(self.repository, self.last, *paths, first=self.first)
        if not found:
            refuse_reversed(self.repository, self.span)
        return found

    def base(self) -> Commit:
        """The commit from which the line begins."""
        assert self.first is not None  # noqa: S101 (nothing stood before the whole history)
        return about(self.repository, base_of(self.repository, self.last, self.first))


class _Telling:
    """Tells the stories of regions between two ends."""

    def __init__(self, ends: _Ends) -> None:
        self.ends = ends
        self.source = ends.source
        self.known = ends.known
        self.start = self._start()

    def _start(self) -> dict[str, Past]:
        """The regions at the older end."""
        ends = self.ends
        if ends.first is None:
            return {}
        saved = ends.newest if ends.first == ends.last else ends.folders(ends.first)
        return saved_regions(self.source, ends.root, saved, ends.wanted, self.known)

    def keys(self) -> list[str]:
        """All keys that a region ever bore."""
        return sorted({*self.bearers, *self.start})

    def story(self, key: str) -> Story:
        """The states of one region."""
        steps, strands = self._short_way(key) or (self.steps, self._own(key))
        held: dict[int, dict[str, Files]] = {}
        for name, strand in strands.items():
            for item, own in zip(strand, keys_of(name, strand, self.known), strict=True):
                held.setdefault(item.at, {})[name] = item.files if own == key else {}
        reader, start = Reader(), self.start.get(key)
        found = list(_distinct(start, self._pasts(key, held, reader)))
        if start is not None:
            start.read_by(reader)
        states = [start, *(past for _, past in found)]
        reader.expect(past.files for past in states if past is not None)
        self._fetch(reader, {blob for _, past in found if past for blob in past.files.values()})
        return Story(key, start, tuple(self._state(steps, at, past) for at, past in found))

    def _short_way(self, key: str) -> tuple[list[Step], dict[str, Strand]] | None:
        """The commits that touched the region's one folder, where it never was in another one.

        Asking git for one folder takes a fraction of the time that asking for all of them takes.
        So this way is tried first; None where the region wasn't there all the time.
        """
        wanted = self.ends.wanted
        name = None if wanted is None or len(wanted) > MOST_ALONE else self._one_folder(key)
        if name is None:
            return None
        steps, disk = self.ends.steps(f"{REGIONS}/{name}"), self.ends.disk
        saved = {name: self.ends.whole(name)}
        there = None if disk is None else {name: disk.get(name, {})}
        strands = strands_of(saved, steps, there)
        self.known.glance(self.source, records_of(strands))
        *later, oldest = keys_of(name, strands[name], self.known)
        from_root = not oldest and bool(steps) and not steps[-1].commit.parents
        always = all(own == key for own in later) and (oldest == key or from_root)
        return (steps, strands) if always else None

    def _one_folder(self, key: str) -> str | None:
        """The folder that alone bears the key at both ends."""
        ends = self.ends
        disk = {} if ends.disk is None else strands_of(ends.disk, [], None)
        saved = strands_of(ends.newest, [], None)
        found = {
            name
            for strands in (saved, disk)
            for name, strand in strands.items()
            if key in keys_of(name, strand, self.known)
        }
        start = self.start.get(key)
        if start is not None:
            found.update(start.folders)
        name = found.pop() if len(found) == 1 else None
        return name if name in ends.newest else None

    @cached_property
    def steps(self) -> list[Step]:
        """All commits between the ends that changed a region."""
        return self.ends.steps(REGIONS)

    @cached_property
    def strands(self) -> dict[str, Strand]:
        """All folders' moments."""
        return strands_of(self.ends.everything, self.steps, self.ends.disk)

    @cached_property
    def bearers(self) -> dict[str, list[str]]:
        """The folders that may have borne each key."""
        whole = self.ends.wanted is None
        looked = {
            name: strand if whole else ends_of(name, strand)
            for name, strand in self.strands.items()
        }
        self.known.glance(self.source, records_of(looked))
        found: dict[str, list[str]] = {}
        for name, strand in looked.items():
            for key in {*keys_of(name, strand, self.known)} - {""}:
                found.setdefault(key or name, []).append(name)
        return found

    def _own(self, key: str) -> dict[str, Strand]:
        strands = {name: self.strands[name] for name in self.bearers.get(key, ())}
        self.known.glance(self.source, records_of(strands))
        return strands

    def _pasts(
        self, key: str, held: Mapping[int, Mapping[str, Files]], reader: Reader
    ) -> Iterator[tuple[int, Past | None]]:
        """The region after each step, the oldest first."""
        now: dict[str, Files] = {}
        for at in sorted(held, reverse=True):
            now.update(held[at])
            there = {name: files for name, files in sorted(now.items()) if files}
            whole = {name: files for name, files in there.items() if record_in(name) in files}
            yield at, Past(key, whole or there, reader, self.ends.root) if there else None

    def _fetch(self, reader: Reader, blobs: set[str]) -> None:
        on_disk = self.ends.on_disk.contents
        reader.contents.update((blob, on_disk[blob]) for blob in blobs & on_disk.keys())
        reader.fetch(self.source, (blob for blob in blobs if not blob.startswith(UNREADABLE)))

    def _state(self, steps: list[Step], at: int, past: Past | None) -> State:
        if at == DISK:
            return State(None, (), past)
        commit = steps[at].commit if at < len(steps) else self.ends.base()
        return State(commit, commit.tags, past)


def _distinct(
    start: Past | None, found: Iterable[tuple[int, Past | None]]
) -> Iterator[tuple[int, Past | None]]:
    """The states that differ from the one before."""
    before = start
    for at, past in found:
        if past != before:
            yield at, past
        before = past
