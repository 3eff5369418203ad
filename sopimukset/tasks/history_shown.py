"""What `history` shows, for a terminal or for programs; who held a role is remembered.

An answer hangs on the commit that HEAD names, the tags, the records on disk, the program and the
question. All of them are in the key, so an answer is never stale. What shows names, of persons or
of authors, is not kept. Nothing heavy is imported for an answer that was given before.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from sopimukset.base.speech import language
from sopimukset.git.log import tags
from sopimukset.tasks.repository import repository_of
from sopimukset.workspace.cache import (
    Cache,
    digest_of,
    digest_of_file,
    open_cache,
    rules_digest,
)
from sopimukset.workspace.locate import RECORD, REGIONS, chosen, find_root, region_names

ROOMS = (
    *("base", "findings", "formats", "git", "history", "locale", "model", "reporting", "tasks"),
    "workspace",
)
"""The rooms of the program that have a say in the answer."""


class Question(NamedTuple):
    """What a user wants to be shown; one of `role`, `path` and `annotate`.

    Attributes:
        folder: where to look for the workspace.
        region: the folder's name.
        role: who held it.
        path: what the field was.
        annotate: which version said each value.
        group: of roles, only this steering group's.
        names: whether names of persons are shown.
        form: `text` or `json`.
        width: columns of the reader's terminal.
        file: of `path` and `annotate`, the file of the region's folder.
    """

    folder: Path
    region: str
    role: str | None = None
    path: str | None = None
    annotate: bool = False
    group: str | None = None
    names: bool = False
    form: str = "text"
    width: int = 100
    file: str = RECORD


class Answer(NamedTuple):
    """What is shown.

    Attributes:
        text: the result.
        notes: lines for the user that are no result.
        broken: whether the region's record of today can't be read.
    """

    text: str
    notes: tuple[str, ...]
    broken: bool


def shown(question: Question, tell: Callable[[str], None]) -> Answer:
    """The answer, out of the cache where it was given before.

    Args:
        question: what was asked.
        tell: takes lines on the cache.

    Raises:
        WorkspaceError: no workspace, no such region, no history.
        OutsideFailure: git failed.
        RefusedError: there never was such a role, group or field.
    """
    if question.role is None or question.names:
        return _fresh(question)
    root = find_root(question.folder)
    chosen(root, [question.region])
    cache = open_cache(root, tell)
    key = _key(root, question)
    answer = _remembered(cache, key)
    if answer is None:
        answer = _fresh(question)
        if key == _key(root, question):  # nothing was saved meanwhile
            cache.put(key, json.dumps(answer).encode())
    return answer


def _remembered(cache: Cache, key: str) -> Answer | None:
    content = cache.get(key)
    if content is None:
        return None
    try:
        text, notes, broken = json.loads(content)
    except (ValueError, TypeError):
        cache.broken(key)
        return None
    return Answer(text, tuple(notes), broken)


def _key(root: Path, question: Question) -> str:
    """The key of an answer: all that it hangs on, content by its digest."""
    with repository_of(root) as repository:
        commit, named = repository.commit("HEAD"), tags(repository)
        shallow = repository.shallow
    names = region_names(root)
    records = (str(digest_of_file(root / REGIONS / name / RECORD)) for name in names)
    asked = question._replace(folder=root)
    parts = (commit, str(shallow), repr(sorted(named.items())), *names, *records, repr(asked))
    return f"historia-{rules_digest(rooms=ROOMS)}-{digest_of((*parts, language()))}"


def _fresh(question: Question) -> Answer:
    from sopimukset.tasks.history_answers import answer

    return answer(question)
