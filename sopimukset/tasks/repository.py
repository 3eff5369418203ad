"""The repository of a workspace, with what it refuses told as every task tells it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sopimukset.git import GitFailed, NoRevision, Repository, opened
from sopimukset.history.revisions import WrongRange
from sopimukset.tasks.failure import OutsideFailure
from sopimukset.tasks.refused import RefusedError
from sopimukset.workspace.locate import WorkspaceError


@contextmanager
def repository_of(root: Path) -> Iterator[Repository]:
    """The repository in which a workspace lies, open until the block ends.

    Raises:
        WorkspaceError: there is no repository, no history or no such revision (exit code 3).
        OutsideFailure: git is missing or fails, or an object is damaged (exit code 4).
        RefusedError: a moment or stretch of the past was written wrongly (exit code 2).
    """
    try:
        with opened(root) as repository:
            yield repository
    except NoRevision as error:
        raise WorkspaceError(error.message, error.advice) from error
    except GitFailed as error:
        raise OutsideFailure(error.message, error.advice) from error
    except WrongRange as error:
        raise RefusedError(str(error)) from error
