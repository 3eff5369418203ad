"""Regions as they stood at a moment: any commit, or the files on disk.

A region is followed by its `alue` key, not by its folder's name. `alue.yaml` is looked at first for
that one line, and only what is asked for is read as a whole, when it is asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from sopimukset.base.speech import mark, say
from sopimukset.base.words import listed_keys
from sopimukset.git import Repository
from sopimukset.git.log import main_line
from sopimukset.git.objects import Objects, named
from sopimukset.history.reader import (
    Files,
    Keys,
    Reader,
    files_on_disk,
    folders_of,
    key_in,
    record_in,
)
from sopimukset.history.revisions import Point
from sopimukset.model import Alue
from sopimukset.workspace.locate import RECORD, REGIONS, region_names
from sopimukset.workspace.record import M, Record, missing_record, read_file
from sopimukset.workspace.workspace import MODELS, Region, region_of

TWO_FOLDERS = mark("Sama avain {avain} on kansioissa {kansiot}, joten aluetta ei voi tietää.")


class Past:
    """A region as it stood at a moment. What it holds is read when it is first asked for.

    Attributes:
        key: its `alue` key.
        folders: the folders that bore the key then; one, unless there was a mistake.
        files: the blobs of its files by path; empty where several folders bore the key.
    """

    def __init__(self, key: str, held: Mapping[str, Files], reader: Reader, root: Path) -> None:
        self.key = key
        self.folders = tuple(held)
        self.files: Files = next(iter(held.values())) if len(held) == 1 else {}
        self._reader = reader
        self._root = root

    def read_by(self, reader: Reader) -> None:
        """Be read by the reader of other states too, so that what is alike is read once."""
        held = self._reader.contents
        blobs = (blob for blob in self.files.values() if blob in held)
        reader.contents.update((blob, held[blob]) for blob in blobs)
        self._reader = reader

    @property
    def name(self) -> str:
        """Its folder's name then."""
        return self.folders[0]

    @cached_property
    def region(self) -> Region | None:
        """All that the folder held, as from a folder on disk; None where several bore the key."""
        if len(self.folders) > 1:
            return None
        return region_of(self.name, list(self.files), self._record)

    @property
    def alue(self) -> Alue | None:
        """The region's record alone; None where it can't be read, and `reason` tells why."""
        return None if len(self.folders) > 1 else self.record.model

    @property
    def record(self) -> Record[Alue]:
        """`alue.yaml` with its places, of the first folder that bore the key."""
        return self._record(record_in(self.name), Alue)

    @property
    def reason(self) -> str:
        """Why the record can't be read, as a sentence with its place; "" where it can."""
        return self.reason_of(RECORD)

    def reason_of(self, name: str) -> str:
        """Why a file of the folder can't be read; "" where it can, or isn't there.

        Args:
            name: its path in the folder, as `kokoukset/2026-03-12.yaml`.
        """
        if len(self.folders) > 1:
            return say(TWO_FOLDERS).format(avain=self.key, kansiot=listed_keys(self.folders))
        record = self.file(name)
        if record is None or record.model is not None:
            return ""
        first = record.findings[0]
        return f"{first.file}:{first.line}: {first.message}"

    def file(self, name: str) -> Record[Any] | None:
        """A file of the first folder that bore the key, with its places; None for no such file.

        Args:
            name: its path in the folder. `alue.yaml` is always told of, if only as missing.
        """
        if name == RECORD:
            return self.record
        model = MODELS.get(name.partition("/")[0])
        path = f"{REGIONS}/{self.name}/{name}"
        return None if model is None or path not in self.files else self._record(path, model)

    def content(self, file: str) -> bytes | None:
        """A file's bytes; None where it wasn't there or can't be read."""
        return self._reader.contents.get(self.files.get(file, ""))

    def _record(self, file: str, model: type[M], /) -> Record[M]:
        blob = self.files.get(file)
        if blob is None:
            return missing_record(self.name, file)
        if blob not in self._reader.contents:  # on disk, and not to be read: it says why itself
            return read_file(str(self._root), self.name, file, model)
        return self._reader.record(self.name, file, blob, model)

    def __eq__(self, other: object) -> bool:
        """Whether it is the same region in the same folder with the same content."""
        return isinstance(other, Past) and self._identity == other._identity

    def __hash__(self) -> int:
        return hash(self.key)

    @property
    def _identity(self) -> tuple[Any, ...]:
        return self.key, self.folders, self.files


def regions_at(
    repository: Repository, root: Path, point: Point, keys: Collection[str] | None = None
) -> dict[str, Past]:
    """The regions at a moment by their `alue` key; of `keys`, those that were there.

    A folder whose key can't be told is known by its own name.

    Args:
        repository: opened at the workspace.
        root: the workspace.
        point: the moment.
        keys: the regions that are wanted; None for all.

    Raises:
        GitFailed: git fails, or an object is missing or damaged.
    """
    if point.commit is not None:
        source, seen = Objects(repository), Keys()
        saved = saved_folders(source, point.commit, keys, seen)
        return saved_regions(source, root, saved, keys, seen)
    reader, known = Reader(older=False), Keys()
    names = region_names(root)
    folders: dict[str, Files] = {name: {} for name in names}
    folders.update(folders_of(files_on_disk(root, names, reader, keys)))
    known.take(reader)
    return _chosen(_held(folders, known), keys, reader, root)


def saved_folders(
    source: Objects, commit: str, keys: Collection[str] | None, known: Keys
) -> dict[str, dict[str, str]]:
    """The regions' folders at a commit; of those that bear another key, only what lies on top.

    Args:
        source: hands out objects.
        commit: its full id.
        keys: the regions that are wanted; None for all.
        known: the keys of records that were looked at, and will be.

    Raises:
        GitFailed: git fails, or an object is missing or damaged.
    """
    folders = folders_of(source.tree(commit, REGIONS, deep=None if keys is None else ()))
    known.glance(
        source,
        (files[record_in(name)] for name, files in folders.items() if record_in(name) in files),
    )
    if keys is None:
        return folders
    of = {name: known.of(files.get(record_in(name))) or name for name, files in folders.items()}
    deep = [name for name, key in of.items() if key in keys]
    return folders_of(source.tree(commit, REGIONS, deep=deep))


def saved_regions(
    source: Objects,
    root: Path,
    folders: Mapping[str, Files],
    keys: Collection[str] | None,
    known: Keys,
) -> dict[str, Past]:
    """The regions of a commit's folders, as `regions_at` gives those of a moment.

    Args:
        source: hands out blobs.
        root: the workspace.
        folders: as `saved_folders` gives them.
        keys: the regions that are wanted; None for all.
        known: the keys of their records.

    Raises:
        GitFailed: an object is missing or damaged.
    """
    reader = Reader()
    found = _chosen(_held(folders, known), keys, reader, root)
    reader.fetch(source, (blob for past in found.values() for blob in past.files.values()))
    return found


def key_of(repository: Repository, root: Path, name: str) -> str:
    """The key of a folder on disk: what its record tells, else what it told last in git.

    Args:
        repository: opened at the workspace.
        root: the workspace.
        name: the folder's name, which is the answer where no record ever told a key.

    Raises:
        NoRevision: the repository has no commit.
        GitFailed: git fails, or an object is missing or damaged.
    """
    reader = Reader()
    file = record_in(name)
    key = key_in(reader.contents.get(reader.from_disk(root, file), b""))
    if key is not None:
        return key
    steps = main_line(repository, named(repository, "HEAD").id, file)
    blobs = (change.new for step in steps for change in step.changes if change.new)
    for _, content in Objects(repository).contents(blobs):
        key = key_in(content)
        if key is not None:
            return key
    return name


def _held(folders: Mapping[str, Files], known: Keys) -> dict[str, dict[str, Files]]:
    """The folders that bear each key."""
    found: dict[str, dict[str, Files]] = {}
    unknown = {}
    for name, files in folders.items():
        key = known.of(files.get(record_in(name)))
        if key is None:
            unknown[name] = files
        else:
            found.setdefault(key, {})[name] = files
    for name, files in unknown.items():
        found.setdefault(name, {name: files})
    return found


def _chosen(
    held: Mapping[str, Mapping[str, Files]],
    keys: Collection[str] | None,
    reader: Reader,
    root: Path,
) -> dict[str, Past]:
    return {
        key: Past(key, folders, reader, root)
        for key, folders in sorted(held.items())
        if keys is None or key in keys
    }
