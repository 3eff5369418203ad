"""One file saved as one commit, with a tag where one is wanted: all of it, or nothing.

The commit is made of HEAD's own files and the one that is saved, in an index of its own, so what a
person has staged stays staged and goes into no commit of ours. Then the person's index is told of
that one file, lest git call it deleted. Nothing is pushed.

Branch and tag are moved last and at once, by one transaction of git's. So a kill at any moment
leaves both or neither, and where neither, at most the file, new or staged, which the same order
given again takes up. Only a signed tag is set by git for a moment before, for git signs no other.

Hooks of `git commit` (pre-commit, commit-msg, post-commit) are not run: they may change files that
are no business of ours. `commit.gpgSign` and `tag.gpgSign` hold.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sopimukset.base.files import write_undoably
from sopimukset.base.speech import mark, say
from sopimukset.git.errors import DEEPEN, GitFailed, NoRevision
from sopimukset.git.repository import Repository

UNFINISHED = {
    "MERGE_HEAD": mark("yhdistäminen (git merge)"),
    "rebase-merge": mark("siirto (git rebase)"),
    "rebase-apply": mark("siirto (git rebase)"),
    "CHERRY_PICK_HEAD": mark("poiminta (git cherry-pick)"),
    "REVERT_HEAD": mark("peruutus (git revert)"),
}
"""Files of the repository that tell of something begun and not ended."""

TAGS = "refs/tags/"

SHALLOW = "Repositoriosta on haettu vain osa historiasta, joten aiempia versioita ei voi tarkistaa."
IN_THE_MIDDLE = "Repositoriossa on kesken {mika}."
DETACHED = "Mikään haara ei ole käytössä (detached HEAD), joten tallennus jäisi irralleen."
NAMELESS = "git ei tiedä, kuka tallentaa: nimeä tai sähköpostiosoitetta ei ole asetettu."


@dataclass(frozen=True, slots=True)
class Place:
    """Where a commit goes.

    Attributes:
        branch: the branch's full name, `refs/heads/main`.
        head: the id of its last commit.
    """

    branch: str
    head: str

    @property
    def name(self) -> str:
        """The branch as people call it."""
        return self.branch.removeprefix("refs/heads/")


@dataclass(frozen=True, slots=True)
class Tag:
    """An annotated tag that is wanted."""

    name: str
    message: str


def place_of(repository: Repository) -> Place:
    """Where a commit would go now.

    Raises:
        NoRevision: the repository has no commit yet, or a part of the history is missing.
        GitFailed: something is begun and not ended, no branch is checked out, or git doesn't know
            who saves.
    """
    head = repository.commit("HEAD")
    if repository.shallow:
        raise NoRevision(say(SHALLOW), say(DEEPEN))
    for name, what in UNFINISHED.items():
        if repository.inner_file(name).exists():
            raise GitFailed(
                say(IN_THE_MIDDLE).format(mika=say(what)), say("Vie se ensin loppuun tai peru se.")
            )
    branch = repository.ask("symbolic-ref", "--quiet", "HEAD", none_if=1).decode().strip()
    if not branch:
        raise GitFailed(say(DETACHED), say("Ota haara käyttöön: git switch HAARA"))
    _know_who(repository)
    return Place(branch, head)


def _know_who(repository: Repository) -> None:
    """Make sure that git needs to guess neither name nor address.

    Raises:
        GitFailed: it would have to.
    """
    for role in ("AUTHOR", "COMMITTER"):
        for key in ("name", "email"):
            told = os.environ.get(f"GIT_{role}_{key.upper()}")
            keys = (f"{role.lower()}.{key}", f"user.{key}")
            if not told and not any(
                repository.ask("config", "--get", name, none_if=1).strip() for name in keys
            ):
                advice = say(
                    'Aseta ne: git config user.name "Etunimi Sukunimi" ja '
                    "git config user.email osoite@esimerkki.fi"
                )
                raise GitFailed(say(NAMELESS), advice)


def has_tag(repository: Repository, name: str) -> bool:
    """Whether a tag of that name is there.

    Raises:
        GitFailed: git fails.
    """
    found = repository.ask("rev-parse", "--verify", "--quiet", f"{TAGS}{name}", none_if=1)
    return bool(found.strip())


def save(
    repository: Repository,
    place: Place,
    path: str,
    content: bytes,
    message: str,
    tag: Tag | None = None,
) -> str:
    """Write a file, commit it alone on top of the place, and tag the commit.

    Where any of it fails, or is interrupted, file, index, branch and tag are as they were.

    Args:
        repository: seen from the folder that `path` begins in.
        place: where the commit goes; refused where the branch has moved since.
        path: the file, with `/`.
        content: what it is to hold.
        message: what the commit says.
        tag: the tag to be set on it.

    Returns:
        The commit's id.

    Raises:
        GitFailed: git refuses something.
        OSError: the file can't be written.
    """
    with ExitStack() as undo, TemporaryDirectory(prefix="sopimukset-") as folder:
        told = Path(folder) / "message"
        told.write_text(message, encoding="utf-8")
        staged = _Staged(repository, path)
        undo.callback(staged.put_back)
        write_undoably(repository.folder / path, content, undo)
        commit = _commit(repository, place, path, Path(folder) / "index", told)
        moves = [f"update {place.branch} {commit} {place.head}\n"]
        if tag is not None:
            moves.append(f"create {TAGS}{tag.name} {_tag_object(repository, tag, commit, told)}\n")
        staged.update()
        told.write_text("".join(moves), encoding="utf-8")
        first = message.partition("\n")[0]
        try:
            repository.ask("update-ref", "-m", f"commit: {first}", "--stdin", told=told)
        finally:  # an interruption may come when git has done it already
            if _stands_at(repository, place.branch) == commit:
                undo.pop_all()
    return commit


def _commit(repository: Repository, place: Place, path: str, index: Path, told: Path) -> str:
    """A commit of HEAD's files and the file as it lies in the folder; nothing refers to it yet."""
    repository.ask("read-tree", place.head, index=index)
    repository.ask("update-index", "--add", "--", path, index=index)
    tree = repository.ask("write-tree", index=index).decode().strip()
    signed = ["-S"] if _is_set(repository, "commit.gpgSign") else []
    made = repository.ask("commit-tree", *signed, "-p", place.head, "-F", str(told), tree)
    return made.decode().strip()


def _stands_at(repository: Repository, ref: str) -> str:
    """The commit that a branch or a tag leads to; "" where there is none of that name."""
    found = repository.ask("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}", none_if=1)
    return found.decode().strip()


class _Staged:
    """What the person's own index says of one file."""

    def __init__(self, repository: Repository, path: str) -> None:
        self._repository = repository
        self._path = path
        self._touched = False

    def update(self) -> None:
        """Tell the index of the file as it lies in the folder; of no other."""
        self._touched = True
        self._repository.ask("update-index", "--add", "--", self._path)

    def put_back(self) -> None:
        """The same, when the file is again what it was."""
        if self._touched:
            self._repository.ask("update-index", "--add", "--remove", "--", self._path)


def _is_set(repository: Repository, key: str) -> bool:
    """Whether a setting of git's is on."""
    asked = repository.ask("config", "--type=bool", "--get", key, none_if=1)
    return asked.strip() == b"true"


def _tag_object(repository: Repository, tag: Tag, commit: str, told: Path) -> str:
    """An annotated tag that no name leads to yet; `told` is a file that may be written over."""
    if _is_set(repository, "tag.gpgSign"):
        return _signed_tag(repository, tag, commit, told)
    who = repository.ask("var", "GIT_COMMITTER_IDENT").decode().strip()
    head = f"object {commit}\ntype commit\ntag {tag.name}\ntagger {who}\n\n"
    told.write_text(head + tag.message, encoding="utf-8")
    return repository.ask("mktag", told=told).decode().strip()


def _signed_tag(repository: Repository, tag: Tag, commit: str, told: Path) -> str:
    """The same, signed: git signs only a tag that it names, so the name is taken back at once."""
    told.write_text(tag.message, encoding="utf-8")
    name = f"{TAGS}{tag.name}"
    try:
        repository.ask("tag", "-a", "--cleanup=verbatim", "-F", str(told), tag.name, commit)
        return repository.ask("rev-parse", "--verify", name).decode().strip()
    finally:
        if _stands_at(repository, name) == commit:  # another's stays
            repository.ask("update-ref", "-d", name)
