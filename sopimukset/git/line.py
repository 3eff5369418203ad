"""The commits of a branch's own line: also those that changed nothing of ours."""

from __future__ import annotations

from typing import NamedTuple

from sopimukset.git.log import PLAIN_WORDS, tags_in
from sopimukset.git.repository import Repository


class Stop(NamedTuple):
    """A commit of a line.

    Attributes:
        commit: its full id.
        tags: the tags on it.
    """

    commit: str
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
        *("log", "--first-parent", "--no-patch", *PLAIN_WORDS, "-z", "--format=%H%x00%D"),
        *("--end-of-options", last, *border, "--"),
    )
    fields = told.split(b"\0")
    pairs = zip(fields[::2], fields[1::2], strict=False)
    return tuple(Stop(commit.decode(), tags_in(names)) for commit, names in pairs)
