"""A region's states one after another, along one line of commits.

The line goes from the newer end along first parents. A merge is one state, with all that it
brought: what stood on a side branch did not stand here.

Of a folder that never bore the region's key at the ends of a stretch of its life nothing more is
read: a key that it took over and gave back within one stretch is not noticed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sopimukset.git import Commit, Repository
from sopimukset.git.errors import too_shallow
from sopimukset.git.log import Step, about, base_of, main_line, tags
from sopimukset.git.objects import Objects, objects, tree
from sopimukset.history.past import Past, regions_at
from sopimukset.history.reader import (
    UNREADABLE,
    Files,
    Keys,
    Reader,
    files_on_disk,
    folder_of,
    folders_of,
    record_in,
)
from sopimukset.history.revisions import Span
from sopimukset.workspace.locate import REGIONS, region_names


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


class _Moment(NamedTuple):
    """A folder's files after a step.

    Steps are counted from the newest one; -1 is the disk, and the number of steps is what stood
    before the oldest one.
    """

    at: int
    files: Files


_Strand = list[_Moment]
"""A folder's moments, the newest first, down to what it held before the oldest step."""


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
        NoRevision: the repository has no commit, or lacks a part of the history.
        GitFailed: git fails, or an object is missing or damaged.
    """
    line = _Line(repository, root, span)
    start = {}
    if span.older is not None:
        start = regions_at(repository, root, span.older, keys)
    with objects(repository) as source:
        borne = line.bearers(source, keys)
        for key in sorted({*borne, *start} if keys is None else keys):
            story = line.story(source, key, borne.get(key, ()), start.get(key))
            if story.start is not None or story.states:
                yield story


class _Line:
    """The commits of a stretch, and each folder's files after each of them."""

    def __init__(self, repository: Repository, root: Path, span: Span) -> None:
        self.repository = repository
        self.root = root
        last = span.newer.commit or repository.commit("HEAD")
        if repository.shallow:
            raise too_shallow()
        self.last = last
        self.first = None if span.older is None else span.older.commit or last
        self.steps = main_line(repository, last, REGIONS, first=self.first)
        self.tags = tags(repository)
        self.keys = Keys()
        self.disk = Reader()
        newest = tree(repository, last, REGIONS)
        disk = None if span.newer.commit else self._on_disk(newest)
        self.strands = _strands(folders_of(newest), self.steps, disk)

    def _on_disk(self, saved: Files) -> Mapping[str, Files]:
        """The folders as they lie on disk."""
        names = region_names(self.root)
        found = folders_of(files_on_disk(self.root, names, self.disk, self.last, saved))
        self.keys.take(self.disk)
        return found

    def bearers(self, source: Objects, wanted: Collection[str] | None) -> dict[str, list[str]]:
        """The folders that may have borne each key."""
        looked = {
            name: strand if wanted is None else _ends(name, strand)
            for name, strand in self.strands.items()
        }
        self.keys.glance(source, self._records(looked))
        found: dict[str, list[str]] = {}
        for name, strand in looked.items():
            own = {self._key(name, item) for item in strand if item.files}
            for key in own:
                found.setdefault(key or name, []).append(name)
        return found

    def story(
        self, source: Objects, key: str, folders: Collection[str], start: Past | None
    ) -> Story:
        """The states of one region."""
        strands = {name: self.strands[name] for name in folders}
        self.keys.glance(source, self._records(strands))
        held: dict[int, dict[str, Files]] = {}
        for name, strand in strands.items():
            for item, own in zip(strand, self._keys_of(name, strand), strict=True):
                held.setdefault(item.at, {})[name] = item.files if own == key else {}
        reader = Reader()
        found = list(_distinct(start, self._pasts(key, held, reader)))
        blobs = {blob for _, past in found if past for blob in past.files.values()}
        on_disk = self.disk.contents
        reader.contents.update((blob, on_disk[blob]) for blob in blobs & on_disk.keys())
        reader.fetch(source, (blob for blob in blobs if not blob.startswith(UNREADABLE)))
        return Story(key, start, tuple(self._state(at, past) for at, past in found))

    def _records(self, strands: Mapping[str, Iterable[_Moment]]) -> Iterator[str]:
        """The blobs of all records of the folders that lie in git."""
        for name, strand in strands.items():
            for item in strand:
                blob = item.files.get(record_in(name))
                if blob and item.at >= 0:
                    yield blob

    def _key(self, name: str, item: _Moment) -> str | None:
        return self.keys.of(item.files.get(record_in(name)))

    def _keys_of(self, name: str, strand: _Strand) -> list[str | None]:
        """The key of each state; where it can't be told, that of the state beside it."""
        keys = [self._key(name, item) if item.files else "" for item in strand]
        newer: str | None = None
        for number, own in enumerate(keys):
            keys[number] = newer if own is None else own
            newer = keys[number] or newer
        older: str | None = name
        for number in reversed(range(len(keys))):
            if keys[number] is None:
                keys[number] = older
            older = keys[number] or older
        return keys

    def _pasts(
        self, key: str, held: Mapping[int, Mapping[str, Files]], reader: Reader
    ) -> Iterator[tuple[int, Past | None]]:
        """The region after each step, the oldest first."""
        now: dict[str, Files] = {}
        for at in sorted(held, reverse=True):
            now.update(held[at])
            there = {name: files for name, files in sorted(now.items()) if files}
            yield at, Past(key, there, reader, self.root) if there else None

    def _state(self, at: int, past: Past | None) -> State:
        commit = self._commit(at)
        return State(commit, self.tags.get(commit.id, ()) if commit else (), past)

    def _commit(self, at: int) -> Commit | None:
        """What made a state; what stood before the oldest step was made by its parent."""
        if at < 0:
            return None
        if at < len(self.steps):
            return self.steps[at].commit
        assert self.first is not None  # noqa: S101 (nothing stood before the whole history)
        return about(self.repository, base_of(self.repository, self.last, self.first))


def _strands(
    newest: Mapping[str, Files], steps: list[Step], disk: Mapping[str, Files] | None
) -> dict[str, _Strand]:
    """Each folder's files after each step that touched it.

    They are worked out from the newer end backwards, so that they agree along the whole line.
    """
    now = {name: dict(files) for name, files in newest.items()}
    found: dict[str, _Strand] = {name: [] for name in now}
    if disk is not None:
        for name in sorted({*now, *disk}):
            if now.get(name, {}) != disk.get(name, {}):
                found.setdefault(name, []).append(_Moment(-1, disk.get(name, {})))
    for at, step in enumerate(steps):
        for name in {folder_of(change.path) for change in step.changes} - {""}:
            found.setdefault(name, []).append(_Moment(at, dict(now.get(name, {}))))
        for path, old, _ in step.changes:
            name = folder_of(path)
            if name and old:
                now.setdefault(name, {})[path] = old
            elif name:
                now.get(name, {}).pop(path, None)
    for name, strand in found.items():
        strand.append(_Moment(len(steps), now.get(name, {})))
    return found


def _ends(name: str, strand: _Strand) -> _Strand:
    """The first and the last of each stretch in which the folder had a record."""
    there = [False, *(bool(item.files.get(record_in(name))) for item in strand), False]
    return [
        item
        for number, item in enumerate(strand, 1)
        if there[number] and not (there[number - 1] and there[number + 1])
    ]


def _distinct(
    start: Past | None, found: Iterable[tuple[int, Past | None]]
) -> Iterator[tuple[int, Past | None]]:
    """The states that differ from the one before."""
    before = start
    for at, past in found:
        if past != before:
            yield at, past
        before = past
