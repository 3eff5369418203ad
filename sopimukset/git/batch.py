"""One running `git cat-file --batch`: whatever is named, its id, its kind and its bytes.

A git that is started costs more than most of what it is asked for. So one is started when it is
first needed, and serves until its repository is closed: revisions, trees and files all go through
it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from subprocess import Popen
from typing import IO, NamedTuple

AT_ONCE = 50
"""Ids asked for in one go: they fit the smallest pipe that a system makes, so nobody waits."""

_HEAD = re.compile(rb"([0-9a-f]{40}(?:[0-9a-f]{24})?) (blob|tree|commit|tag) ([0-9]+)\n")


class Thing(NamedTuple):
    """An object of the repository."""

    id: str
    kind: bytes
    content: bytes


class Gone(Exception):  # noqa: N818 (its user says what failed)
    """The git that was asked is there no more: it found something that it can't go on from."""


class Batch:
    """Asks one git, and starts another one where the last one left.

    Args:
        start: starts a `cat-file --batch`.
    """

    def __init__(self, start: Callable[[], Popen[bytes]]) -> None:
        self._start = start
        self._process: Popen[bytes] | None = None

    def ask(self, names: Sequence[str]) -> list[Thing | None]:
        """What each name stands for; None where there is no such thing, or it can't be read.

        Args:
            names: at most `AT_ONCE` ids, or one revision; none with a line break.

        Raises:
            Gone: git left before it had answered.
            GitFailed: git is missing.
        """
        if self._process is None:
            self._process = self._start()
        asked, told = self._process.stdin, self._process.stdout
        assert asked  # noqa: S101 (it is a pipe)
        assert told  # noqa: S101 (it is a pipe)
        try:
            asked.write("".join(f"{name}\n" for name in names).encode(errors="surrogateescape"))
            asked.flush()
            return [_thing(told) for _ in names]
        except (OSError, Gone) as error:
            self.end()
            raise Gone from error

    def end(self) -> None:
        """End the git that runs, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        for stream in (process.stdin, process.stdout, process.stderr):
            _close(stream)
        process.kill()
        process.wait()


def _thing(told: IO[bytes]) -> Thing | None:
    head = told.readline()
    if not head.endswith(b"\n"):
        raise Gone
    found = _HEAD.fullmatch(head)
    if found is None:  # "… missing", "… ambiguous"
        return None
    size = int(found[3])
    content = told.read(size + 1)
    if len(content) != size + 1:
        raise Gone
    return Thing(found[1].decode(), found[2], content[:size])


def _close(stream: IO[bytes] | None) -> None:
    try:
        if stream is not None:
            stream.close()
    except OSError:  # what was not written yet has no reader any more
        return
