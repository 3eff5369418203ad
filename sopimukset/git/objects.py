"""Files out of git objects: a folder's files at a commit, and their bytes in one stream."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import new
from itertools import islice
from typing import IO

from sopimukset.git import errors
from sopimukset.git.repository import Repository

_AT_ONCE = 50
"""Ids asked for in one go: they fit the smallest pipe that a system makes, so nobody waits."""


def tree(repository: Repository, commit: str, *paths: str) -> Mapping[str, str]:
    """The blobs of the files below the paths at a commit, by path from the repository's folder.

    Links and other repositories are no files.

    Raises:
        GitFailed: git fails.
    """
    listed = repository.ask("ls-tree", "-r", "-z", commit, "--", *paths)
    found = {}
    for entry in listed.split(b"\0")[:-1]:
        about, _, path = entry.partition(b"\t")
        mode, _, blob = about.split(b" ")
        if mode.startswith(b"100"):
            found[path.decode(errors="surrogateescape")] = blob.decode()
    return found


class Objects:
    """The bytes of blobs, asked of one running git."""

    def __init__(self, asked: IO[bytes], told: IO[bytes]) -> None:
        self._asked = asked
        self._told = told

    def contents(self, blobs: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Each blob's id and bytes, in the order given.

        Raises:
            GitFailed: an object is missing or damaged.
        """
        rest = iter(blobs)
        while some := list(islice(rest, _AT_ONCE)):
            self._ask(some)
            for blob in some:
                yield blob, self._content(blob)

    def _ask(self, blobs: list[str]) -> None:
        try:
            self._asked.write("".join(f"{blob}\n" for blob in blobs).encode())
            self._asked.flush()
        except OSError as error:  # it left at the blob before
            raise errors.damaged(blobs[0]) from error

    def _content(self, blob: str) -> bytes:
        head = self._told.readline().split()
        if len(head) != 3 or head[0].decode() != blob or head[1] != b"blob":
            raise errors.damaged(blob)
        size = int(head[2])
        content = self._told.read(size + 1)
        if len(content) != size + 1:
            raise errors.damaged(blob)
        return content[:size]


@contextmanager
def objects(repository: Repository) -> Iterator[Objects]:
    """A git that hands out blobs until the block ends.

    Raises:
        GitFailed: git is missing.
    """
    process = repository.start("cat-file", "--batch", stdin=subprocess.PIPE)
    assert process.stdin  # noqa: S101 (it is a pipe)
    assert process.stdout  # noqa: S101 (it is a pipe)
    try:
        yield Objects(process.stdin, process.stdout)
    finally:
        for stream in (process.stdin, process.stdout, process.stderr):
            _close(stream)
        process.kill()
        process.wait()


def blob_id(content: bytes, like: str = "") -> str:
    """The id that git gives to a file's bytes; `like` is an id of the repository's kind."""
    name = "sha256" if len(like) == 64 else "sha1"
    digest = new(name, b"blob %d\0" % len(content), usedforsecurity=False)
    digest.update(content)
    return digest.hexdigest()


def _close(stream: IO[bytes] | None) -> None:
    try:
        if stream is not None:
            stream.close()
    except OSError:  # what was not written yet has no reader any more
        return
