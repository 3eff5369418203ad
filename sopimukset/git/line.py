"""The commits of a branch's own line: also those that changed nothing of ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sopimukset.git.log import PLAIN_WORDS, tags_in
from sopimukset.git.repository import Repository


class Stop(NamedTuple):
    """A commit of a line.

    Attributes:
        commit: its full id.
        tags: the tags on it, and then those on the commits that it brought as a merge: a version
            that was released on a branch of its own came to this line with the merge.
    """

    commit: str
    tags: tuple[str, ...]


class _Told(NamedTuple):
    """A commit as `git log` tells of it."""

    parents: tuple[str, ...]
    tags: tuple[str, ...]


def own_line(repository: Repository, last: str, first: str | None) -> tuple[Stop, ...]:
    """The commits along first parents, the newest first, however little each of them changed.

    Args:
        repository: an open one.
        last: the commit to begin from.
        first: a commit; what led to it is left out. None for the whole history.

    Raises:
        GitFailed: git fails.
    """
    border = [f"^{first}"] if first else []
    told = repository.ask(
        *("log", "--no-patch", *PLAIN_WORDS, "-z", "--format=%H%x00%P%x00%D"),
        *("--end-of-options", last, *border, "--"),
    )
    fields = told.split(b"\0")
    known = {
        commit.decode(): _Told(tuple(parents.decode().split()), tags_in(names))
        for commit, parents, names in zip(fields[::3], fields[1::3], fields[2::3], strict=False)
    }
    line = list(_along(known, last))
    stops = [Stop(commit, tags) for commit, tags in zip(line, _tags(known, line), strict=True)]
    return tuple(stops)


def _along(known: Mapping[str, _Told], last: str) -> Iterator[str]:
    """The line of first parents, as far as it is known."""
    commit = last
    while commit in known:
        yield commit
        parents = known[commit].parents
        commit = parents[0] if parents else ""


def _tags(known: Mapping[str, _Told], line: list[str]) -> list[tuple[str, ...]]:
    """The tags of each commit of the line, with those that it brought.

    A commit was brought by the oldest merge of the line that leads to it.
    """
    there = set(line)
    found = []
    for commit in reversed(line):
        tags = known[commit].tags
        beyond = list(known[commit].parents[1:])
        while beyond:
            other = beyond.pop()
            if other in known and other not in there:
                there.add(other)
                tags += known[other].tags
                beyond += known[other].parents
        found.append(tags)
    return found[::-1]
