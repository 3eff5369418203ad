"""Every way in which git can disappoint has its own words, and git writes nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sopimukset.git import GitError, GitFailed, NoRevision, opened

WHO = ("-c", "user.name=Testi", "-c", "user.email=testi@example.org", "-c", "commit.gpgsign=false")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever the machine's git is told, these tests don't hear."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


class Place:
    """A repository in a folder."""

    def __init__(self, git: str, folder: Path) -> None:
        self.git = git
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def run(self, *arguments: str) -> str:
        command = [self.git, *WHO, *arguments]
        done = subprocess.run(command, cwd=self.folder, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def write(self, **files: str) -> None:
        for name, text in files.items():
            path = self.folder / "regions" / name / "alue.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def commit(self, **files: str) -> str:
        self.write(**files)
        self.run("add", ".")
        self.run("commit", "-q", "--allow-empty", "-m", "x")
        return self.run("rev-parse", "HEAD")


@pytest.fixture
def place(program: Callable[[str], str], tmp_path: Path) -> Place:
    found = Place(program("git"), tmp_path / "työ tila")
    found.run("init", "-q", "-b", "main")
    return found


@pytest.fixture
def two(place: Place) -> Place:
    place.commit(lappi="1", kainuu="1")
    place.commit(lappi="2")
    return place


def refusal(folder: Path, revision: str = "HEAD") -> GitError:
    with pytest.raises(GitError) as caught, opened(folder) as repository:
        repository.commit(revision)
    assert caught.value.message
    assert caught.value.advice
    return caught.value


def test_a_revision_is_a_commit(two: Place) -> None:
    two.run("tag", "-a", "v1", "-m", "x", "HEAD~1")
    first, last = two.run("rev-list", "--reverse", "HEAD").split()
    with opened(two.folder) as repository:
        for name in ("HEAD", "main", last, last[:8], "@"):
            assert repository.commit(name) == last
        for name in ("HEAD~1", "v1", "HEAD^"):
            assert repository.commit(name) == first


@pytest.mark.parametrize(
    "name",
    ["", " ", "nope", "HEAD~9", "HEAD..HEAD", "HEAD:regions", "^HEAD", "@{u}", "HEAD@{99}", "*",
     "HEAD^{tree}", "a\nb", "0" * 40, "a" * 12, ":/ei-ole", "HEAD main", "~", "refs/heads/", "ä"],
)  # fmt: skip
def test_no_such_revision(two: Place, name: str) -> None:
    error = refusal(two.folder, name)
    assert isinstance(error, NoRevision)
    assert "ei löydy" in error.message


@pytest.mark.parametrize("name", ["-x", "--all", "--upload-pack=x", "-"])
def test_what_begins_with_a_dash_is_no_revision(two: Place, name: str) -> None:
    error = refusal(two.folder, name)
    assert isinstance(error, NoRevision)
    assert "viivalla" in error.message


def test_no_repository(tmp_path: Path) -> None:
    error = refusal(tmp_path)
    assert isinstance(error, NoRevision)
    assert "versionhallinnassa" in error.message


def test_a_repository_without_a_commit(place: Place) -> None:
    error = refusal(place.folder)
    assert isinstance(error, NoRevision)
    assert "ei ole vielä yhtään" in error.message


def test_a_shallow_clone(two: Place, tmp_path: Path) -> None:
    target = tmp_path / "matala"
    two.run("clone", "-q", "--depth", "1", two.folder.as_uri(), str(target))
    with opened(target) as repository:
        assert repository.shallow
        assert repository.changed_since(repository.commit("HEAD"), "regions") == frozenset()
    error = refusal(target, "HEAD~1")
    assert isinstance(error, NoRevision)
    assert "vain osa historiasta" in error.message
    assert "fetch-depth: 0" in error.advice


def test_a_bare_repository(two: Place, tmp_path: Path) -> None:
    target = tmp_path / "paljas.git"
    two.run("clone", "-q", "--bare", str(two.folder), str(target))
    error = refusal(target)
    assert isinstance(error, GitFailed)
    assert "bare" in error.message


def test_another_users_repository(two: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    error = refusal(two.folder)
    assert isinstance(error, GitFailed)
    assert "omistaa toinen käyttäjä" in error.message
    assert "safe.directory" in error.advice


def test_a_damaged_repository(two: Place) -> None:
    (two.folder / ".git" / "config").write_text("[core\nrikki")
    error = refusal(two.folder)
    assert isinstance(error, GitFailed)
    assert "git sanoo" in error.advice


def test_git_missing(two: Place) -> None:
    """In a process of its own, since GitPython looks for git while it is imported."""
    script = (
        "import sys; from pathlib import Path; from sopimukset.git import opened, GitFailed\n"
        "try:\n    opened(Path(sys.argv[1])).__enter__()\n"
        "except GitFailed as error:\n    print(ascii(error.message))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(two.folder)],
        env={"PATH": "", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == ascii("Ohjelmaa git ei löydy koneesta.")


def changes(folder: Path, revision: str = "HEAD") -> set[str]:
    with opened(folder) as repository:
        return set(repository.changed_since(repository.commit(revision), "regions", "templates"))


def test_what_changed_between_commits(two: Place) -> None:
    assert changes(two.folder) == set()
    assert changes(two.folder, "HEAD~1") == {"regions/lappi/alue.yaml"}


def test_what_is_not_committed_counts(two: Place) -> None:
    two.write(kainuu="muutettu", uusi="uusi", häme="å")
    two.run("add", "regions/uusi")
    (two.folder / "regions" / "lappi" / "alue.yaml").unlink()
    names = ("kainuu", "uusi", "häme", "lappi")
    assert changes(two.folder) == {f"regions/{name}/alue.yaml" for name in names}


def test_what_git_ignores_is_read_by_a_check_and_counts(two: Place) -> None:
    (two.folder / ".gitignore").write_text("salattu/\n")
    two.write(salattu="x")
    assert changes(two.folder) == {"regions/salattu/alue.yaml"}


def test_other_folders_do_not_count(two: Place) -> None:
    (two.folder / "docs").mkdir()
    (two.folder / "docs" / "x.md").write_text("x")
    assert changes(two.folder) == set()


def test_a_renamed_folder_is_one_that_went_and_one_that_came(two: Place) -> None:
    two.run("mv", "regions/lappi", "regions/lapland")
    assert changes(two.folder) == {"regions/lappi/alue.yaml", "regions/lapland/alue.yaml"}


def test_a_workspace_in_a_folder_of_a_repository(place: Place) -> None:
    inner = Place(place.git, place.folder / "sopimus")
    inner.commit(lappi="1")
    inner.write(lappi="2")
    place.write(lappi="toinen työtila")
    assert changes(inner.folder) == {"regions/lappi/alue.yaml"}
    with opened(inner.folder) as repository:
        head = repository.commit("HEAD")
        assert repository.content(head, "regions/lappi/alue.yaml") == b"1"
        assert repository.content(head, "regions/kainuu/alue.yaml") is None


def test_content_is_given_byte_for_byte(place: Place) -> None:
    place.commit(lappi="a: ä\r\n\r\n  \n\n")
    with opened(place.folder) as repository:
        found = repository.content(repository.commit("HEAD"), "regions/lappi/alue.yaml")
    assert found == (place.folder / "regions/lappi/alue.yaml").read_bytes()


def test_nothing_is_written(two: Place) -> None:
    os.utime(two.folder / "regions/kainuu/alue.yaml", (1, 1))  # git would refresh its index
    before = {path: path.read_bytes() for path in two.folder.rglob("*") if path.is_file()}
    changes(two.folder, "HEAD~1")
    assert {path: path.read_bytes() for path in two.folder.rglob("*") if path.is_file()} == before


def test_the_repositorys_settings_start_no_program(two: Place) -> None:
    trap = two.folder / "ansa"
    for key in ("core.fsmonitor", "diff.external", "core.pager"):
        two.run("config", key, f"touch '{trap}'; false")
    two.write(lappi="3")
    assert changes(two.folder) == {"regions/lappi/alue.yaml"}
    assert not trap.exists()
