"""`--since` reports on what changed and on all whose findings may have changed with it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

import pytest

from sopimukset.findings import Finding
from sopimukset.tasks.judging import judged
from sopimukset.tasks.since import Change, changed_since
from tests.support.command_line import AS_OF, Done, fingerprints, sopimukset
from tests.support.workspaces import CHECKOUT, edit, record, workspace

DAY = date(2026, 6, 1)
REGIONS = ("paijat-hame", "lappi", "pohjanmaa", "satakunta")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


@pytest.fixture
def git(program: Callable[[str], str], tmp_path: Path) -> Callable[..., None]:
    def run(*arguments: str) -> None:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        command = [program("git"), *who, *arguments]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)

    return run


@pytest.fixture
def root(git: Callable[..., None], tmp_path: Path) -> Path:
    """A repository of a few regions, all committed."""
    workspace(tmp_path, *REGIONS)
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "one")
    return tmp_path


def since(root: Path, revision: str = "HEAD", *arguments: str) -> Done:
    return sopimukset(*AS_OF, "check", "--since", revision, *arguments, cwd=root)


def told_of(root: Path, revision: str = "HEAD") -> set[str]:
    """The regions that concern, as the line on standard error lists them."""
    _, _, names = since(root, revision).err.strip().rstrip(".").partition(": ")
    return set(filter(None, names.split(", ")))


def test_nothing_changed(root: Path) -> None:
    done = since(root)
    assert done.code == 0
    assert "ei ole muuttunut mitään" in done.err
    assert done.out.startswith("Ei havaintoja")


def test_only_what_changed_is_reported(root: Path) -> None:
    edit(record(root, "satakunta"), ("vaihe: valmisteilla", "vaihe: keskenjaanyt"))
    done = since(root)
    assert done.code == 1
    assert "regions/satakunta/alue.yaml" in done.out
    assert "regions/paijat-hame" not in done.out
    assert told_of(root) == {"satakunta"}


def test_a_change_of_meetings_is_a_change_of_the_region(root: Path) -> None:
    folder = root / "regions" / "satakunta" / "kokoukset"
    folder.mkdir()
    (folder / "2026-01-01.yaml").write_text("muoto: 1\n")
    assert told_of(root) == {"satakunta"}


def test_committed_changes_count(root: Path, git: Callable[..., None]) -> None:
    edit(record(root, "lappi"), ("muoto: 1", "muoto: 1 "))
    git("commit", "-qam", "two")
    assert told_of(root, "HEAD~1") == {"lappi"}
    assert told_of(root) == set()


def test_a_shared_authority_concerns_both(root: Path) -> None:
    """The area of Pietarsaari lies in two counties, so Keski-Pohjanmaa's file shares it."""
    other = root / "regions" / "keski-pohjanmaa"
    other.mkdir()
    text = (CHECKOUT / "regions/keski-pohjanmaa/alue.yaml").read_text("utf-8")
    (other / "alue.yaml").write_text(text, "utf-8")
    verdict = judged(root, DAY)
    shared = verdict.links["keski-pohjanmaa"] & verdict.links["pohjanmaa"]
    concerned = told_of(root)
    assert "keski-pohjanmaa" in concerned
    assert ("pohjanmaa" in concerned) is bool(shared)
    assert "satakunta" not in concerned


def test_whom_a_region_left_is_concerned_too(root: Path, git: Callable[..., None]) -> None:
    shared = "yhteiset_johtoryhmat:\n  - {alue: satakunta, johtoryhma: tym}\n"
    path = record(root, "lappi")
    before = path.read_text("utf-8")
    path.write_text(before + shared, "utf-8")
    git("commit", "-qam", "joins")
    path.write_text(before, "utf-8")
    assert told_of(root) == {"lappi", "satakunta"}
    assert told_of(root, "HEAD~1") == set()


def test_a_region_that_went_concerns_those_that_shared_with_it(
    root: Path, git: Callable[..., None]
) -> None:
    twin = root / "regions" / "kaksonen"
    twin.mkdir()
    (twin / "alue.yaml").write_bytes(record(root, "satakunta").read_bytes())
    git("add", ".")
    git("commit", "-qm", "twin")
    (twin / "alue.yaml").unlink()
    twin.rmdir()
    assert told_of(root) == {"satakunta"}


@pytest.mark.parametrize("name", ["lausekkeet.yaml", "fi.docx"])
def test_a_change_of_templates_concerns_all(root: Path, name: str) -> None:
    folder = root / "templates" / "tym-sopimus"
    folder.mkdir(parents=True)
    (folder / name).write_bytes((CHECKOUT / "templates/tym-sopimus" / name).read_bytes())
    assert told_of(root) == set(REGIONS)


def test_named_regions_and_since_are_both_heeded(root: Path) -> None:
    edit(record(root, "satakunta"), ("vaihe: valmisteilla", "vaihe: keskenjaanyt"))
    assert since(root, "HEAD", "lappi").code == 0
    assert since(root, "HEAD", "lappi", "satakunta").code == 1


def test_a_check_since_writes_nothing(root: Path) -> None:
    os.utime(record(root), (1, 1))
    before = fingerprints(root)
    since(root)
    assert fingerprints(root) == before


@pytest.mark.parametrize("revision", ["nope", "-x", "--help", ""])
def test_no_such_revision(root: Path, revision: str) -> None:
    done = since(root, revision)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("Virhe: Versio")


def test_no_repository(tmp_path: Path) -> None:
    done = sopimukset(
        "check",
        "--since",
        "HEAD",
        cwd=workspace(tmp_path, "satakunta"),
        GIT_CEILING_DIRECTORIES=str(tmp_path.parent),
    )
    assert (done.code, done.out) == (3, "")
    assert "versionhallinnassa" in done.err


@pytest.mark.parametrize("trouble", ["PATH", "GIT_TEST_ASSUME_DIFFERENT_OWNER"])
def test_git_failing_is_another_exit_code(root: Path, trouble: str) -> None:
    value = "" if trouble == "PATH" else "1"
    done = sopimukset("check", "--since", "HEAD", cwd=root, **{trouble: value})
    assert (done.code, done.out) == (4, "")
    assert "git" in done.err


def test_without_the_option_git_is_not_needed(root: Path) -> None:
    assert sopimukset(*AS_OF, "check", cwd=root, PATH="").code == 0


def of(regions: Collection[str], findings: Collection[Finding]) -> set[Finding]:
    return {item for item in findings if item.region in regions}


EDITS = [
    ("paijat-hame", "alue: paijat-hame  ", "alue: satakunta  "),
    ("paijat-hame", "toimialue: {kunnat: kaikki}", "toimialue: {kunnat: [Rovaniemi, Pori]}"),
    ("paijat-hame", "paattyen: 2030-01-31", "paattyen: 2026-01-31"),
    ("satakunta", "alue: satakunta", "alue: lappi"),
    ("satakunta", "muoto: 1", "yhteiset_johtoryhmat: [{alue: lappi, johtoryhma: x}]\nmuoto: 1"),
    ("lappi", "muoto: 1", "muoto: 9"),
]


@pytest.mark.parametrize(("name", "old", "new"), EDITS)
def test_no_other_regions_findings_change(root: Path, name: str, old: str, new: str) -> None:
    """The promise itself: whoever is left out has the same findings before and after."""
    before = judged(root, DAY)
    path = record(root, name)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    after = judged(root, DAY)
    concerned = changed_since(root, "HEAD").concerned(after.links)
    others = set(REGIONS) - concerned
    assert name in concerned
    assert of(others, before.findings) == of(others, after.findings)


def test_a_change_without_links_concerns_what_changed() -> None:
    links = {"a": frozenset({"kansio a"}), "b": frozenset({"kansio b"})}
    assert Change(frozenset({"a", "gone"}), False, frozenset()).concerned(links) == {"a"}
    assert Change(frozenset(), True, frozenset()).concerned(links) == {"a", "b"}
