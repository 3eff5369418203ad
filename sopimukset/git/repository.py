"""A repository as the product needs it: a revision, what changed since it, a file as it was.

Nothing is checked out, and git writes nothing: it may not even refresh its index.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from shutil import copy2
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from sopimukset.git import errors
from sopimukset.git.batch import Batch

if TYPE_CHECKING:
    from subprocess import Popen

    from git import Repo
    from git.exc import GitCommandError

CALM = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
"""English messages, no lock for the index, and no network for objects that a clone left out."""

_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_BLOB = re.compile(rb"[0-9a-f]{40,64} blob [0-9]+")
_OUTSIDE = b"symlink "
"""How `cat-file` tells of a file, and begins to tell of a link that leads out of the commit."""


class Then(NamedTuple):
    """A file as it was read at a commit, through links if need be.

    Attributes:
        content: its bytes; None where it wasn't there.
        known: whether the commit can tell; it can't where a link led out of the repository.
    """

    content: bytes | None
    known: bool = True


class Repository:
    """An open repository, seen from a folder in it.

    Paths that go in and come out are relative to that folder, with `/`.

    Attributes:
        batch: the git that hands out objects, which ends with the repository.
    """

    def __init__(self, repo: Repo, folder: Path) -> None:
        self._repo = repo
        self._folder = folder
        self.batch = Batch(self._started)

    @property
    def folder(self) -> Path:
        """The folder that paths are relative to."""
        return self._folder

    @property
    def top(self) -> Path:
        """The folder that holds all that the repository follows."""
        return Path(self._repo.working_tree_dir or self._folder).resolve()

    def inner_file(self, name: str) -> Path:
        """A file of git's own, as `MERGE_HEAD`, whether or not it is there.

        Raises:
            GitFailed: git fails.
        """
        found = self.ask("rev-parse", "--git-path", name)
        return self._folder / os.fsdecode(found.removesuffix(b"\n"))

    @property
    def shallow(self) -> bool:
        """Whether a part of the history was left out when it was cloned.

        git knows it by this very file.
        """
        return (Path(self._repo.common_dir) / "shallow").is_file()

    def commit(self, revision: str) -> str:
        """The full id of the commit that a branch, tag, id or `HEAD~3` names.

        Raises:
            NoRevision: there is none.
            GitFailed: git fails for another reason.
        """
        if revision.startswith("-"):
            raise errors.dashed(revision)
        try:
            found = self._id_of(revision)
        except errors.GitFailed:  # as "no upstream configured": the name's fault
            found = None
        if found is not None:
            return found
        if self._id_of("HEAD") is None:
            raise errors.no_history()
        meant = self._tags_ending(revision)
        raise errors.no_revision(revision, shallow=self.shallow, meant=meant)

    def _tags_ending(self, name: str) -> list[str]:
        """The tags whose last part is a name."""
        found = self.ask("for-each-ref", "--format=%(refname:lstrip=2)", "refs/tags")
        tags = found.decode(errors="replace").splitlines()
        return [tag for tag in tags if name and tag.endswith(f"/{name}")]

    def changed_since(self, commit: str, *paths: str) -> frozenset[str]:
        """The files below the paths that differ from the commit's, deleted ones included.

        What git doesn't follow counts as changed, ignored files too: a check reads them all.

        Raises:
            GitFailed: git fails.
        """
        compare = ("diff", "--no-ext-diff", "--no-textconv", "--no-renames", "--relative")
        with self._copied_index() as index:
            changed = self.ask(*compare, "--name-only", "-z", commit, "--", *paths, index=index)
            unknown = self.ask("ls-files", "--others", "-z", "--", *paths, index=index)
        names = (changed + unknown).split(b"\0")
        return frozenset(name.decode(errors="surrogateescape") for name in names if name)

    def content(self, commit: str, path: str) -> bytes | None:
        """A file's bytes at a commit; None where it wasn't there.

        Raises:
            GitFailed: git fails.
        """
        if not self.ask("ls-tree", "-z", commit, "--", path):
            return None
        return self.ask("show", "--no-textconv", f"{commit}:./{path}")

    def then(self, commit: str, path: str) -> Then:
        """A file as a reader found it at a commit: a link on the way to it is followed.

        Raises:
            GitFailed: git fails.
        """
        name = f"{commit}:./{path}"
        if "\n" in name:
            return Then(self.content(commit, path))
        with TemporaryDirectory(prefix="sopimukset-") as folder:
            asked = Path(folder) / "asked"
            asked.write_bytes(os.fsencode(name) + b"\n")
            told = self.ask("cat-file", "--batch", "--follow-symlinks", told=asked)
        head, _, content = told.partition(b"\n")
        if _BLOB.fullmatch(head):
            return Then(content.removesuffix(b"\n"))
        return Then(None, known=not head.startswith(_OUTSIDE))

    def blob(self, identifier: str) -> bytes | None:
        """The bytes behind a blob's full id; None where the repository doesn't hold it.

        Raises:
            GitFailed: git fails for another reason.
        """
        if not _ID.fullmatch(identifier) or not self._holds(identifier):
            return None
        return self.ask("cat-file", "blob", identifier)

    def _holds(self, identifier: str) -> bool:
        try:
            return self.ask("cat-file", "-t", identifier).strip() == b"blob"
        except errors.GitFailed:  # git leaves with the same code for whatever it can't find
            return False

    @contextmanager
    def _copied_index(self) -> Iterator[Path]:
        """An index that git may refresh: a diff writes it, whatever it is told of locks."""
        index = self.inner_file("index")
        with TemporaryDirectory(prefix="sopimukset-") as folder:
            copy = Path(folder) / "index"
            if index.is_file():
                copy2(index, copy)  # git tells by its time which files to look into again
            yield copy

    def brought(self, path: str) -> str | None:
        """The newest commit of HEAD's history that brought a file; None where none did.

        Raises:
            GitFailed: git fails.
        """
        found = self.ask("log", "-1", "--diff-filter=A", "--format=%H", "HEAD", "--", path)
        return found.decode().strip() or None

    def holds_commit(self, older: str, newer: str) -> bool:
        """Whether the newer commit's history holds the older one; a commit holds itself.

        Raises:
            GitFailed: git fails.
        """
        return self.ask("rev-list", "-1", older, f"^{newer}") == b""

    def newest_before(self, moment: int) -> str | None:
        """The newest commit of HEAD's own line that had come there by a moment; None for none.

        Only first parents are followed, and the committer's date counts: a branch that was merged
        later was not there yet, and neither was a commit that was moved there later.

        Args:
            moment: seconds since 1970, the last that counts.

        Raises:
            GitFailed: git fails.
        """
        line = ("--first-parent", "-1", f"--until={moment}")
        return self.ask("rev-list", *line, "HEAD").decode().strip() or None

    def _id_of(self, revision: str) -> str | None:
        wanted = f"{revision}^{{commit}}"
        answer = self.ask("rev-parse", "--verify", "--quiet", "--end-of-options", wanted, none_if=1)
        found = answer.decode(errors="replace").strip()
        return found if _ID.fullmatch(found) else None  # "^HEAD" gives an id with its caret

    def ask(
        self,
        command: str,
        *arguments: str,
        none_if: int | None = None,
        index: Path | None = None,
        told: Path | None = None,
    ) -> bytes:
        """What git answers in the folder; nothing where it leaves with the code `none_if`.

        Args:
            command: git's own.
            arguments: of the command.
            none_if: a code with which it leaves where there is nothing to answer.
            index: an index to use instead of the person's own.
            told: a file that git reads as its standard input.

        Raises:
            GitFailed: git is missing, or leaves with another code.
        """
        from git.exc import GitCommandError, GitCommandNotFound

        environment = CALM | ({"GIT_INDEX_FILE": str(index)} if index else {})
        words = self._words(command, *arguments)
        try:
            with ExitStack() as open_files:
                source = None if told is None else open_files.enter_context(told.open("rb"))
                answer: bytes = self._repo.git.execute(
                    words,
                    istream=source,
                    stdout_as_string=False,
                    strip_newline_in_stdout=False,
                    env=environment,
                )
        except GitCommandNotFound as error:
            raise errors.git_missing() from error
        except GitCommandError as error:
            if none_if is not None and error.status == none_if:
                return b""
            raise errors.refused(self._folder, _told(error)) from error
        return answer

    def _started(self) -> Popen[bytes]:
        """A git that hands out objects until it is ended.

        Raises:
            GitFailed: git is missing.
        """
        from git.exc import GitCommandNotFound

        words = self._words("cat-file", "--batch")
        pipe = subprocess.PIPE
        try:
            started = self._repo.git.execute(words, as_process=True, istream=pipe, env=CALM)
        except GitCommandNotFound as error:
            raise errors.git_missing() from error
        process = started.proc
        assert process is not None  # noqa: S101 (it was started just now)
        started.proc = None  # it would end the process its own way
        return process

    def _words(self, command: str, *arguments: str) -> list[str]:
        return ["git", "-C", str(self._folder), "-c", "core.fsmonitor=false", command, *arguments]


def _told(error: GitCommandError) -> str:
    """Git's standard error, out of the quotes in which GitPython puts it."""
    return str(error.stderr).strip().removeprefix("stderr: '").removesuffix("'")


@contextmanager
def opened(folder: Path) -> Iterator[Repository]:
    """The repository in which the folder lies.

    Raises:
        NoRevision: it lies in none.
        GitFailed: git is missing or refuses the repository, or it is a bare one.
    """
    try:
        from git import Repo
        from git.exc import InvalidGitRepositoryError, NoSuchPathError
    except ImportError as error:  # GitPython looks for git while it is imported
        raise errors.git_missing() from error
    try:
        repo = Repo(folder, search_parent_directories=True)
    except (InvalidGitRepositoryError, NoSuchPathError) as error:
        raise errors.no_repository(folder) from error
    with repo:
        if repo.bare:
            raise errors.bare(folder)
        repository = Repository(repo, folder)
        try:
            yield repository
        finally:
            repository.batch.end()
