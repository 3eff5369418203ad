"""The commits of a branch's own line by their ids: also those that changed nothing of ours."""

from __future__ import annotations

from sopimukset.git.repository import Repository


def own_line(repository: Repository, last: str, first: str | None) -> list[str]:
    """The ids along first parents, the newest first, however little each commit changed.

    Args:
        repository: an open one.
        last: the commit to begin from.
        first: a commit; what led to it is left out. None for the whole history.

    Raises:
        GitFailed: git fails.
    """
    border = [f"^{first}"] if first else []
    answer = repository.ask("rev-list", "--first-parent", "--end-of-options", last, *border)
    return answer.decode().split()
