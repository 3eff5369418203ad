"""Contents of files by their blob, and what they say: each content is read once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sopimukset.base.files import read_at_most
from sopimukset.formats.yaml import read
from sopimukset.git.objects import Objects, blob_id
from sopimukset.history.again import Alone, Versions
from sopimukset.workspace.locate import RECORD, REGIONS
from sopimukset.workspace.record import MAX_BYTES, M, Record, parse_record
from sopimukset.workspace.workspace import files_below

Files = Mapping[str, str]
"""Blobs of a folder's files by path from the workspace's root."""

ENDINGS = (".yaml", ".yml")
_NONE: Files = MappingProxyType({})

_KEY = re.compile(rb"^alue:[ \t]+[\"']?([a-z0-9-]+)[\"']?[ \t]*(?:\#.*)?\r?$", re.MULTILINE)
UNREADABLE = "!"
"""Stands where a blob's id would, for a file on disk that can't be read."""


class Reader:
    """Holds the bytes that were fetched, and what was read of them.

    Args:
        older: whether records of an older form are brought into today's.
    """

    def __init__(self, *, older: bool = True) -> None:
        self.contents: dict[str, bytes] = {}
        self._records: dict[tuple[str, str], Record[Any]] = {}
        self._versions = Versions(older=older)
        self._alone = Alone(older=older)
        self._several: set[str] | None = None

    def expect(self, states: Iterable[Files]) -> None:
        """Know which files there are several versions of: only those are read piece by piece.

        Args:
            states: all that will be asked for.
        """
        first: dict[str, str] = {}
        self._several = {
            file
            for files in states
            for file, blob in files.items()
            if first.setdefault(file, blob) != blob
        }

    def fetch(self, source: Objects, blobs: Iterable[str]) -> None:
        """Get the bytes of blobs that are not held yet.

        Raises:
            GitFailed: an object is missing or damaged.
        """
        wanted = dict.fromkeys(blob for blob in blobs if blob not in self.contents)
        self.contents.update(source.contents(wanted))

    def from_disk(self, root: Path, file: str, like: str = "", saved: str = "") -> str:
        """Hold a file as it lies on disk; gives the blob's id that git would give it.

        Args:
            root: the workspace.
            file: its path from there.
            like: an id of the repository's kind.
            saved: the file's blob in git, which it still is if only its line ends differ.
        """
        try:
            content = read_at_most(root / file, MAX_BYTES + 1)
        except OSError:
            return f"{UNREADABLE}{file}"
        blob = blob_id(content, like)
        if saved and saved != blob and blob_id(content.replace(b"\r\n", b"\n"), like) == saved:
            return saved
        self.contents[blob] = content
        return blob

    def record(self, region: str, file: str, blob: str, model: type[M]) -> Record[M]:
        """A file's content fitted to the model of its kind, from an older form if need be."""
        found = self._records.get((file, blob))
        if found is None:
            several = self._several is None or file in self._several
            way = self._versions if several else self._alone
            found = parse_record(region, file, self.contents[blob], model, way)
            self._records[file, blob] = found
        return found


class Keys:
    """The `alue` keys of records by their blob, without holding what else they say."""

    def __init__(self) -> None:
        self._keys: dict[str, str | None] = {}

    def glance(self, source: Objects, blobs: Iterable[str]) -> None:
        """Look at records that were not looked at yet.

        Raises:
            GitFailed: an object is missing or damaged.
        """
        wanted = dict.fromkeys(blob for blob in blobs if blob not in self._keys)
        for blob, content in source.contents(wanted):
            self._keys[blob] = key_in(content)

    def take(self, reader: Reader) -> None:
        """Look at what a reader holds, as the files on disk."""
        for blob, content in reader.contents.items():
            self._keys[blob] = key_in(content)

    def of(self, blob: str | None) -> str | None:
        """The key; None where it can't be told, or there is no such record."""
        return self._keys.get(blob or "")


def key_in(content: bytes) -> str | None:
    """The `alue` key in a record's bytes, sought at a glance, else by reading them."""
    found = _KEY.search(content)
    if found:
        return found[1].decode()
    data = read(content).data
    key = data.get("alue") if isinstance(data, dict) else None
    return key if isinstance(key, str) else None


def folders_of(files: Files) -> dict[str, dict[str, str]]:
    """The records of each region's folder, by the folder's name."""
    found: dict[str, dict[str, str]] = {}
    for path, blob in files.items():
        name = folder_of(path)
        if name:
            found.setdefault(name, {})[path] = blob
    return found


def folder_of(path: str) -> str:
    """The region's folder in which a record lies; "" for any other file."""
    parts = path.split("/", 2)
    if len(parts) < 3 or parts[0] != REGIONS or not path.endswith(ENDINGS):
        return ""
    return "" if parts[1].startswith(".") else parts[1]


def record_in(folder: str) -> str:
    """The path of the record of a region's folder."""
    return f"{REGIONS}/{folder}/{RECORD}"


def files_on_disk(
    root: Path,
    names: Collection[str],
    reader: Reader,
    keys: Collection[str] | None = None,
    saved: Files = _NONE,
) -> Files:
    """The records of folders on disk, their contents held.

    Args:
        root: the workspace.
        names: the folders.
        reader: takes the contents.
        keys: of folders that bear another key only `alue.yaml` is looked at; None for all.
        saved: the same files in git: one that differs by its line ends only is the same.
    """
    like = next(iter(saved.values()), "")
    found = {}
    for name in names:
        below = [each for each in files_below(str(root), f"{REGIONS}/{name}") if each[-1] != "/"]
        record = record_in(name)
        if record in below:
            found[record] = reader.from_disk(root, record, like, saved.get(record, ""))
            key = key_in(reader.contents.get(found[record], b""))
            if keys is not None and key is not None and key not in keys:
                continue
        for file in below:
            if file != record:
                found[file] = reader.from_disk(root, file, like, saved.get(file, ""))
    return found
