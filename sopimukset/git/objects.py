"""Commits, trees and files out of git objects, all asked of the repository's one running git."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime, timedelta, timezone
from hashlib import new
from itertools import islice
from typing import NamedTuple

from sopimukset.git import errors
from sopimukset.git.batch import AT_ONCE, Gone, Thing
from sopimukset.git.log import about
from sopimukset.git.repository import Repository

_AUTHOR = re.compile(rb"^author .*> ([0-9]{1,12}) ([+-])([0-9]{2})([0-5][0-9])$", re.MULTILINE)
_BRANCHING = b"40000"
_PLAIN = b"100"
"""How the mode of a plain file begins; links and other repositories have another one."""


class Named(NamedTuple):
    """The commit that a revision names.

    Attributes:
        id: its full id.
        date: when its author wrote it, in the author's own zone.
    """

    id: str
    date: datetime


def named(repository: Repository, revision: str) -> Named:
    """The commit that a branch, tag, id or `HEAD~3` names.

    Raises:
        NoRevision: there is none.
        GitFailed: git fails for another reason.
    """
    found = None
    if not revision.startswith("-") and not {"\n", "\0"} & {*revision}:
        found = _found(repository, f"{revision}^{{commit}}")
    date = None if found is None else _date(found.content)
    if found is None or date is None:  # the long way tells why
        commit = about(repository, revision)
        return Named(commit.id, commit.date)
    return Named(found.id, date)


def _found(repository: Repository, name: str) -> Thing | None:
    try:
        return repository.batch.ask([name])[0]
    except Gone:  # as of a branch that has no upstream
        return None


def _date(commit: bytes) -> datetime | None:
    """The author's date in a commit's bytes; None where it is written in no usual way."""
    told = _AUTHOR.search(commit.partition(b"\n\n")[0])
    if told is None:
        return None
    away = timedelta(hours=int(told[3]), minutes=int(told[4]))
    try:
        zone = timezone(-away if told[2] == b"-" else away)
        return datetime.fromtimestamp(int(told[1]), zone)
    except (ValueError, OverflowError, OSError):
        return None


class _Level(NamedTuple):
    """What lies right below a folder, by its name there: the ids of files, and of folders."""

    files: Mapping[str, str]
    folders: Mapping[str, str]


class Objects:
    """The bytes of objects by their ids, and the files of a commit; a folder is read once."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._levels: dict[str, _Level] = {}

    def tree(
        self, commit: str, path: str, *, deep: Collection[str] | None = None
    ) -> dict[str, str]:
        """The blobs of the files below a folder at a commit, by path from the repository's folder.

        Links and other repositories are no files.

        Args:
            commit: its full id.
            path: the folder, seen from the repository's folder.
            deep: of other folders right below it only those files are told that lie right below
                them; None for all files.

        Raises:
            GitFailed: git fails, or an object is missing or damaged.
        """
        top = _found(self._repository, f"{commit}:./{path}")
        if top is None:
            # It wasn't there, or something on the way to it is damaged: git says which.
            self._repository.ask("ls-tree", "-z", commit, "--", f"{path}/")
            return {}
        if top.kind != b"tree":
            return {}
        self._levels[top.id] = _level(top)
        found = dict(self._files({path: top.id}))
        upper = self._folders({path: top.id})
        while upper:
            found.update(self._files(upper))
            if deep is not None:
                chosen = {f"{path}/{name}" for name in deep}
                upper, deep = {name: upper[name] for name in chosen & upper.keys()}, None
            upper = self._folders(upper)
        return found

    def _files(self, folders: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        self._read(folders.values())
        for folder, identifier in folders.items():
            for name, blob in self._levels[identifier].files.items():
                yield f"{folder}/{name}", blob

    def _folders(self, folders: Mapping[str, str]) -> dict[str, str]:
        return {
            f"{folder}/{name}": below
            for folder, identifier in folders.items()
            for name, below in self._levels[identifier].folders.items()
        }

    def _read(self, trees: Iterable[str]) -> None:
        """Know what lies right below folders that were not read yet."""
        wanted = dict.fromkeys(item for item in trees if item not in self._levels)
        for thing in self.things(wanted, b"tree"):
            self._levels[thing.id] = _level(thing)

    def contents(self, blobs: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Each blob's id and bytes, in the order given.

        Raises:
            GitFailed: an object is missing or damaged.
        """
        for thing in self.things(blobs, b"blob"):
            yield thing.id, thing.content

    def things(self, identifiers: Iterable[str], kind: bytes) -> Iterator[Thing]:
        """The objects of those ids, in the order given.

        Args:
            identifiers: full ids.
            kind: what they all are: `blob` or `tree`.

        Raises:
            GitFailed: an object is missing or damaged, or is of another kind.
        """
        rest = iter(identifiers)
        while some := list(islice(rest, AT_ONCE)):
            for identifier, thing in zip(some, self._ask(some), strict=True):
                if thing is None or thing.id != identifier or thing.kind != kind:
                    raise errors.damaged(identifier)
                yield thing

    def _ask(self, identifiers: list[str]) -> list[Thing | None]:
        try:
            return self._repository.batch.ask(identifiers)
        except Gone:
            return [self._alone(identifier) for identifier in identifiers]

    def _alone(self, identifier: str) -> Thing | None:
        """One object by itself, so that it is known at which one git leaves."""
        return _found(self._repository, identifier)


def _level(tree: Thing) -> _Level:
    size, content = len(tree.id) // 2, tree.content
    files, folders = {}, {}
    at = 0
    while at < len(content):
        end = content.index(b"\0", at)
        mode, _, name = content[at:end].partition(b" ")
        at = end + 1 + size
        if mode == _BRANCHING:
            folders[name.decode(errors="surrogateescape")] = content[end + 1 : at].hex()
        elif mode.startswith(_PLAIN):
            files[name.decode(errors="surrogateescape")] = content[end + 1 : at].hex()
    return _Level(files, folders)


def blob_id(content: bytes, like: str = "") -> str:
    """The id that git gives to a file's bytes; `like` is an id of the repository's kind."""
    name = "sha256" if len(like) == 64 else "sha1"
    digest = new(name, b"blob %d\0" % len(content), usedforsecurity=False)
    digest.update(content)
    return digest.hexdigest()
