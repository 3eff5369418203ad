"""One file, one commit, one tag: everything else in the repository is as it was."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sopimukset.git import GitError, NoRevision, Repository, opened
from sopimukset.git.commits import Place, Tag, has_tag, place_of, save

FILE = "regions/lappi/versiot/a-1.0.yaml"
MESSAGE = "lappi: versio 1.0 ääkkösin\n\nToinen rivi.\n"
TAG = Tag("lappi/a/1.0", "Tunnisteen viesti\n")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever the machine's git is told, these tests don't hear."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


class Repo:
    """A repository with two regions; `folder` is the workspace in it."""

    def __init__(self, git: str, top: Path, folder: Path) -> None:
        self.git, self.top, self.folder = git, top, folder
        folder.mkdir(parents=True)
        self.run("init", "-q", "-b", "main", str(top))
        self.run("config", "user.name", "Sihteeri Ääkkönen")
        self.run("config", "user.email", "sihteeri@example.org")
        for name in ("lappi", "kainuu"):
            self.write(f"regions/{name}/alue.yaml", f"alue: {name}\n")
        self.run("add", ".")
        self.run("commit", "-q", "-m", "alku")

    def run(self, *arguments: str) -> str:
        command = [self.git, *arguments]
        done = subprocess.run(command, cwd=self.folder, check=True, capture_output=True)
        return done.stdout.decode().strip()

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def save(self, content: str = "versio: 1\n", tag: Tag | None = TAG, path: str = FILE) -> str:
        with opened(self.folder) as repository:
            return save(repository, place_of(repository), path, content.encode(), MESSAGE, tag)

    def state(self) -> dict[str, str]:
        """Everything that must not change, but for the one file."""
        return {
            "refs": self.run("for-each-ref"),
            "head": (self.top / ".git" / "HEAD").read_text(),
            "staged": self.run("ls-files", "--stage"),
            "status": self.run("status", "--porcelain=v2", "--untracked-files=all"),
            "stash": self.run("stash", "list"),
            "worktrees": self.run("worktree", "list"),
            "reflog": self.run("reflog"),
            "config": (self.top / ".git" / "config").read_text(),
            "folder": "\n".join(sorted(str(path) for path in self.folder.rglob("regions/**/*"))),
        }


@pytest.fixture(params=[".", "sopimus/tila"], ids=["at the top", "in a folder"])
def repo(request: pytest.FixtureRequest, program: Callable[[str], str], tmp_path: Path) -> Repo:
    top = tmp_path / "varasto"
    return Repo(program("git"), top, top / request.param / "työ tila")


def disorder(repo: Repo) -> None:
    """What a person may have under way: staged, unstaged and unknown files, a stash."""
    repo.write("regions/kainuu/alue.yaml", "alue: kainuu\nstaged: 1\n")
    repo.run("stash", "-q")
    repo.write("regions/kainuu/alue.yaml", "alue: kainuu\nstaged: 2\n")
    repo.run("add", ".")
    repo.write("regions/kainuu/alue.yaml", "alue: kainuu\nstaged: 2\nunstaged: 3\n")
    repo.write("regions/kainuu/uusi.yaml", "tuntematon\n")


def test_the_commit_holds_the_file_and_nothing_else(repo: Repo) -> None:
    disorder(repo)
    before = repo.state()
    commit = repo.save()
    assert repo.run("rev-parse", "main") == commit
    assert repo.run("rev-list", "--count", "main") == "2"
    shown = repo.run("show", "--name-status", "--relative", "-z", "--format=%an %ae%n%B", commit)
    head, _, changed = shown.partition("\0")
    assert head.split("\n")[0] == "Sihteeri Ääkkönen sihteeri@example.org"
    assert MESSAGE.strip() in head
    assert [part for part in (head.rsplit("\n", 1)[-1] + changed).split("\0") if part][-1] == FILE
    assert repo.run("show", f"{commit}:./{FILE}") == "versio: 1"
    assert repo.run("for-each-ref", "--format=%(objecttype) %(subject)", "refs/tags") == (
        "tag Tunnisteen viesti"
    )
    assert repo.run("rev-parse", f"{TAG.name}^{{commit}}") == commit
    after = repo.state()
    assert after["status"] == before["status"]
    for name in ("head", "stash", "config"):
        assert after[name] == before[name], name
    assert [line for line in after["staged"].splitlines() if FILE not in line] == (
        before["staged"].splitlines()
    )
    assert after["reflog"].splitlines()[1:] != []
    assert "ääkkösin" in after["reflog"].splitlines()[0]


def test_a_file_that_is_there_is_changed(repo: Repo) -> None:
    repo.save("alue: lappi\nuusi: 1\n", None, "regions/lappi/alue.yaml")
    assert repo.run("status", "--porcelain") == ""
    assert repo.run("show", "--stat", "--format=").count("|") == 1
    assert repo.run("tag") == ""


FAILING = ["read-tree", "write-tree", "commit-tree", "mktag", "update-ref"]


@pytest.mark.parametrize("stop", [GitError, KeyboardInterrupt])
@pytest.mark.parametrize("command", FAILING)
def test_a_failure_midway_leaves_nothing(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, command: str, stop: type[BaseException]
) -> None:
    disorder(repo)
    before = repo.state()
    ask = Repository.ask

    def failing(self: Repository, *words: str, **rest: object) -> bytes:
        if words[0] == command and "-d" not in words:
            raise stop("seis", "seis")
        return ask(self, *words, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Repository, "ask", failing)
    with pytest.raises(stop):
        repo.save()
    monkeypatch.undo()
    assert repo.state() == before
    assert not (repo.folder / FILE).parent.exists()


@pytest.mark.parametrize("times", [1, 2])
def test_an_index_that_somebody_holds_stops_it(repo: Repo, times: int) -> None:
    """The second time the file is there already, and must get its old content back."""
    if times == 2:
        repo.save("vanha: 1\n", None)
    before = repo.state()
    lock = repo.top / ".git" / "index.lock"
    lock.touch()
    with pytest.raises(GitError):
        repo.save()
    lock.unlink()
    assert repo.state() == before


def test_a_branch_that_has_moved_is_left(repo: Repo) -> None:
    with opened(repo.folder) as repository:
        place = place_of(repository)
        repo.run("commit", "-q", "--allow-empty", "-m", "toinen")
        before = repo.state()
        with pytest.raises(GitError):
            save(repository, place, FILE, b"x: 1\n", MESSAGE, TAG)
    assert repo.state() == before
    assert not has_tag_in(repo)


def has_tag_in(repo: Repo) -> bool:
    with opened(repo.folder) as repository:
        return has_tag(repository, TAG.name)


def test_a_tag_that_is_there_is_left(repo: Repo) -> None:
    repo.run("tag", TAG.name)
    before = repo.state()
    assert has_tag_in(repo)
    with pytest.raises(GitError):
        repo.save()
    assert repo.state() == before


def test_a_hook_that_forbids_the_branch_leaves_nothing(repo: Repo) -> None:
    hook = repo.top / ".git" / "hooks" / "reference-transaction"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\ngrep -q refs/heads && exit 1\nexit 0\n")
    hook.chmod(0o755)
    before = repo.state()
    with pytest.raises(GitError):
        repo.save()
    hook.unlink()
    assert repo.state() == before


def test_hooks_of_commits_are_not_run(repo: Repo) -> None:
    told = repo.top / "told"
    for name in ("pre-commit", "commit-msg", "post-commit", "prepare-commit-msg"):
        hook = repo.top / ".git" / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f'#!/bin/sh\ntouch "{told}"\nexit 1\n')
        hook.chmod(0o755)
    repo.save()
    assert not told.exists()


@pytest.mark.parametrize("key", ["commit.gpgSign", "tag.gpgSign"])
def test_signing_that_fails_leaves_nothing(repo: Repo, key: str) -> None:
    repo.run("config", key, "true")
    repo.run("config", "gpg.program", "/bin/false")
    before = repo.state()
    with pytest.raises(GitError):
        repo.save()
    assert repo.state() == before


def test_a_signed_tag_is_set_with_the_branch_too(repo: Repo, program: Callable[[str], str]) -> None:
    key = repo.top.parent / "avain"
    make = [program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", str(key)]
    subprocess.run(make, check=True, capture_output=True)
    repo.run("config", "tag.gpgSign", "true")
    repo.run("config", "gpg.format", "ssh")
    repo.run("config", "user.signingKey", str(key))
    commit = repo.save()
    assert repo.run("rev-parse", f"{TAG.name}^{{commit}}") == commit
    assert "BEGIN SSH SIGNATURE" in repo.run("cat-file", "tag", TAG.name)
    assert "Tunnisteen viesti" in repo.run("cat-file", "tag", TAG.name)
    assert "SIGNATURE" not in repo.run("cat-file", "commit", commit)


def refused(repo: Repo) -> GitError:
    with pytest.raises(GitError) as caught, opened(repo.folder) as repository:
        place_of(repository)
    assert caught.value.message.endswith(".")
    assert caught.value.advice
    return caught.value


def test_without_a_branch_nothing_is_saved(repo: Repo) -> None:
    repo.run("checkout", "-q", "--detach")
    assert "detached HEAD" in refused(repo).message


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("MERGE_HEAD", "git merge"),
        ("CHERRY_PICK_HEAD", "git cherry-pick"),
        ("REVERT_HEAD", "git revert"),
        ("rebase-merge", "git rebase"),
        ("rebase-apply", "git rebase"),
    ],
)
def test_what_is_begun_is_finished_first(repo: Repo, file: str, told: str) -> None:
    (repo.top / ".git" / file).mkdir()
    assert told in refused(repo).message


@pytest.mark.parametrize("key", ["user.name", "user.email"])
def test_git_must_know_who_saves(repo: Repo, key: str) -> None:
    repo.run("config", "--unset", key)
    error = refused(repo)
    assert "kuka tallentaa" in error.message
    assert "git config user.name" in error.advice


def test_a_name_in_the_environment_will_do(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    for key in ("name", "email"):
        repo.run("config", "--unset", f"user.{key}")
        for role in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{role}_{key.upper()}", "muu@example.org")
    commit = repo.save()
    assert repo.run("show", "-s", "--format=%cn", commit) == "muu@example.org"


def test_a_part_of_the_history_is_not_enough(repo: Repo, tmp_path: Path) -> None:
    repo.save()
    clone = tmp_path / "klooni"
    source = f"file://{repo.top}"
    repo.run("clone", "-q", "--depth", "1", source, str(clone))
    with pytest.raises(NoRevision) as caught, opened(clone) as repository:
        place_of(repository)
    assert "--unshallow" in caught.value.advice


def test_a_repository_without_a_commit_is_no_place(
    program: Callable[[str], str], tmp_path: Path
) -> None:
    subprocess.run([program("git"), "init", "-q", str(tmp_path)], check=True)
    with pytest.raises(NoRevision), opened(tmp_path) as repository:
        place_of(repository)


def test_another_worktree_keeps_its_own(repo: Repo, tmp_path: Path) -> None:
    other = tmp_path / "toinen"
    repo.run("worktree", "add", "-q", "-b", "sivu", str(other))
    before = repo.state()
    with opened(other) as repository:
        place: Place = place_of(repository)
        assert place.name == "sivu"
        save(repository, place, FILE, b"x: 1\n", MESSAGE, TAG)
    after = repo.state()
    assert after["status"] == before["status"]
    assert after["staged"] == before["staged"]
    assert repo.run("rev-parse", "main") == place.head
    assert (
        subprocess.run(
            [repo.git, "status", "--porcelain"], cwd=other, check=True, capture_output=True
        ).stdout
        == b""
    )
