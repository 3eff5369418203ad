"""The history as git tells it: commits with the files that each of them changed, and tags.

One stream for all commits. What the user has set for `git log` (signatures, renames, colours, the
order of files, relative paths) changes nothing here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from sopimukset.git import errors
from sopimukset.git.repository import Repository

_FORMAT = "--format=%H%x00%P%x00%at%x00%aI%x00%D%x00%an%x00%s"
_FIELDS = 7
_TAG = "tag: refs/tags/"
PLAIN_WORDS = (
    *("--no-show-signature", "--no-notes", "--no-color", "--encoding=UTF-8"),
    *("--decorate=full", "--decorate-refs=refs/tags/*"),
)
"""Tags told by their full names, and nothing else that a user may have set for `git log`."""

_PLAIN = (
    *PLAIN_WORDS,
    *("--raw", "-z", "--no-abbrev", "--no-renames", "--root", "--relative", "--no-ext-diff"),
    *("--no-textconv", "--ignore-submodules=all"),
)
_MAIN_LINE = ("--first-parent", "--diff-merges=first-parent")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Commit:
    """A saved version of the repository.

    Attributes:
        id: the full id.
        parents: the ids of those that it was made from; several for a merge.
        date: when its author wrote it, in the author's own zone; 1970 where git can't tell.
        author: the author's name, for those who ask for it: it belongs in no finding.
        subject: the first paragraph of its message, as one line.
        tags: the tags on it, sorted.
    """

    id: str
    parents: tuple[str, ...]
    date: datetime
    author: str
    subject: str
    tags: tuple[str, ...] = ()


class Change(NamedTuple):
    """A file before and after a commit, by the ids of its blobs; "" where it wasn't there."""

    path: str
    old: str
    new: str


class Step(NamedTuple):
    """A commit and what it changed, compared with its first parent."""

    commit: Commit
    changes: tuple[Change, ...]


def main_line(
    repository: Repository, last: str, *paths: str, first: str | None = None
) -> list[Step]:
    """The commits of a branch that changed something below the paths, the newest first.

    Only first parents are followed: a merge is one step, with all that it brought.

    Args:
        repository: an open one.
        last: the commit to begin from.
        paths: files and folders, seen from the repository's folder.
        first: a commit; what led to it is left out. None for the whole history.

    Raises:
        GitFailed: git fails, as where an object is damaged.
    """
    return _steps(repository, *_MAIN_LINE, *_reach(last, first), "--", *paths)


def first_holding(
    repository: Repository, blobs: Collection[tuple[str, str]], *paths: str
) -> dict[tuple[str, str], Commit]:
    """The first commit of HEAD's history that has each content under each name, where any has.

    Merged branches are followed too: what a file was there for a day may be in a paper. Where only
    a part of the history is there, its first commit holds all that was before and isn't named.

    Args:
        repository: an open one.
        blobs: paths of files with ids of their contents.
        paths: files and folders below which they lie.

    Raises:
        GitFailed: git fails, as where there is no commit yet.
    """
    found: dict[tuple[str, str], Commit] = {}
    shallow = repository.shallow
    line = ("--full-history", "--topo-order", "--diff-merges=first-parent", "HEAD", "--", *paths)
    for commit, changes in _steps(repository, *line):  # the newest first
        if commit.parents or not shallow:
            held = ((item.path, item.new) for item in changes)
            found |= {item: commit for item in held if item in blobs}
    return found


def about(repository: Repository, revision: str) -> Commit:
    """What is known of the commit that a branch, tag, id or `HEAD~3` names.

    Raises:
        NoRevision: there is none.
        GitFailed: git fails for another reason.
    """
    if revision.startswith("-") or ".." in revision:
        revision = repository.commit(revision)  # says why it names none
    try:
        return _about(repository, revision)
    except errors.GitFailed:
        return _about(repository, repository.commit(revision))


def _about(repository: Repository, revision: str) -> Commit:
    wanted = ("--end-of-options", f"{revision}^{{commit}}", "--")
    told = repository.ask("log", "-1", "--no-patch", *PLAIN_WORDS, "-z", _FORMAT, *wanted)
    fields = told.removesuffix(b"\0").split(b"\0")
    if len(fields) != _FIELDS:  # "^HEAD" names what is not to be told
        return _about(repository, repository.commit(revision))
    return _commit(fields)


def base_of(repository: Repository, last: str, first: str) -> str:
    """The commit from which a branch's own line begins that doesn't lie in another one's history.

    Args:
        repository: an open one.
        last: the end of the line.
        first: the commit whose history is left out.

    Raises:
        GitFailed: git fails.
    """
    line = repository.ask("rev-list", "--first-parent", "--parents", last, f"^{first}").split(b"\n")
    oldest = line[-2].split() if len(line) > 1 else [last.encode()]
    return oldest[min(1, len(oldest) - 1)].decode()


def tags(repository: Repository) -> Mapping[str, tuple[str, ...]]:
    """The tags on each commit that has any, by the commit's full id.

    Raises:
        GitFailed: git fails.
    """
    form = "--format=%(objectname)%00%(*objectname)%00%(refname:strip=2)"
    found: dict[str, tuple[str, ...]] = {}
    for line in repository.ask("for-each-ref", form, "refs/tags").splitlines():
        own, behind, name = _text(line).split("\0")
        commit = behind or own
        found[commit] = (*found.get(commit, ()), name)
    return found


def _reach(last: str, first: str | None) -> tuple[str, ...]:
    return (last,) if first is None else (last, f"^{first}")


def _steps(repository: Repository, *arguments: str) -> list[Step]:
    fields = repository.ask("log", *_PLAIN, _FORMAT, *arguments).split(b"\0")
    return list(_parsed(fields))


def _parsed(fields: list[bytes]) -> Iterator[Step]:
    at = 0
    while at + _FIELDS <= len(fields):
        commit = _commit(fields[at : at + _FIELDS])
        at += _FIELDS
        changes = []
        while fields[at][:2] == b"\n:" or fields[at][:1] == b":":
            changes.append(_change(fields[at].decode(), fields[at + 1]))
            at += 2
        yield Step(commit, tuple(changes))


def _commit(fields: list[bytes]) -> Commit:
    identifier, parents, seconds, date, names, author, subject = fields
    return Commit(
        identifier.decode(),
        tuple(parents.decode().split()),
        _moment(date.decode(), seconds.decode()),
        _text(author),
        _text(subject),
        tags_in(names),
    )


def tags_in(names: bytes) -> tuple[str, ...]:
    """The tags that `git log` tells of a commit, sorted."""
    return tuple(sorted(name.removeprefix(_TAG) for name in _text(names).split(", ") if name))


def _change(about: str, path: bytes) -> Change:
    old_mode, new_mode, old, new, _ = about.removeprefix("\n").removeprefix(":").split(" ")
    return Change(
        path.decode(errors="surrogateescape"),
        old if _is_file(old_mode) else "",
        new if _is_file(new_mode) else "",
    )


def _is_file(mode: str) -> bool:
    """Whether the mode is a plain file's: no link, no other repository, not nothing."""
    return mode.startswith("100")


def _moment(text: str, seconds: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        try:
            return datetime.fromtimestamp(int(seconds), UTC)
        except (ValueError, OverflowError, OSError):
            return _EPOCH


def _text(raw: bytes) -> str:
    """A name or a message: UTF-8, else what offices wrote before it."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")
