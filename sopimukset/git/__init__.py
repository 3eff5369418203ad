"""Revisions and what changed since them: the only room that talks to git.

GitPython is imported when a repository is opened, not before: it costs more than the rest of the
start, and on a machine without git its import fails.
"""

from __future__ import annotations

from sopimukset.git.errors import GitError, GitFailed, NoRevision
from sopimukset.git.log import Change, Commit, Step
from sopimukset.git.repository import Repository, opened

__all__ = [
    "Change",
    "Commit",
    "GitError",
    "GitFailed",
    "NoRevision",
    "Repository",
    "Step",
    "opened",
]
