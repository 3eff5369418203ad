"""Who wrote what a merge brought: the commit on the side branch that said it first.

A merge is one state of the line that it came into. What it says otherwise than the state before it
was mostly written on the branch that was merged, by somebody else than who merged.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sopimukset.git import Commit, Repository
from sopimukset.git.log import base_of
from sopimukset.history.past import Past
from sopimukset.history.revisions import Point, Span
from sopimukset.history.stories import State, stories
from sopimukset.workspace.locate import RECORD

Says = Callable[[Any], bool]
"""Whether the plain data of a record say what is sought."""


class Merges:
    """Looks into the branches that were merged into a region's line, each when it is asked for.

    Args:
        repository: opened at the workspace.
        root: the workspace.
        key: the region's `alue` key.
        file: the file of its folder that is asked about.
    """

    def __init__(self, repository: Repository, root: Path, key: str, file: str = RECORD) -> None:
        self._repository = repository
        self._root = root
        self._key = key
        self._file = file
        self._sides: dict[str, list[list[State]]] = {}

    def writer(self, state: State, says: Says) -> State:
        """The state that said it first and without a break until the merge.

        It is the given state where that is no merge, or where no merged branch said it.

        Args:
            state: the first one of its line that says it.
            says: tells whether a record does.

        Raises:
            GitFailed: git fails, or an object is missing or damaged.
        """
        if state.commit is None or len(state.commit.parents) < 2:
            return state
        for side in self._merged(state.commit):
            found = _since(side, says, self._file)
            if found is not None:
                return self.writer(found, says)
        return state

    def _merged(self, merge: Commit) -> list[list[State]]:
        """The states of each merged branch."""
        if merge.id not in self._sides:
            into, *merged = merge.parents
            self._sides[merge.id] = [self._side(into, branch) for branch in merged]
        return self._sides[merge.id]

    def _side(self, into: str, branch: str) -> list[State]:
        span = Span(Point(into, into), Point(branch, branch))
        found = list(stories(self._repository, self._root, [self._key], span))
        states = list(found[0].states) if found else []
        base = base_of(self._repository, branch, into) if states else ""
        return [state for state in states if state.commit is None or state.commit.id != base]


def _since(states: Sequence[State], says: Says, file: str) -> State | None:
    """The first of the last states that say it without a break; None where the last one doesn't."""
    found = None
    for state in reversed(states):
        data = data_of(state.past, file)
        if data is None:
            continue  # what can't be read says neither this nor that
        if not says(data):
            break
        found = state
    return found


def data_of(past: Past | None, file: str = RECORD) -> Any:  # noqa: ANN401 (plain YAML data)
    """The plain data of a region's file; none where it wasn't there, None if it can't be read."""
    if past is None or past.reason_of(file):
        return None
    record = past.file(file)
    if record is None:
        return {}
    return record.document.data if record.document is not None else None
