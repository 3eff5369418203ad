"""`--since` reports on what changed and on all whose findings may have changed with it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from random import Random

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


def _moved_behind_a_link(root: Path, inner: str, elsewhere: Path) -> Path:
    """Put a file or folder of the workspace elsewhere, a relative link in its place."""
    place = root / inner
    elsewhere.parent.mkdir(parents=True, exist_ok=True)
    place.rename(elsewhere)
    place.symlink_to(os.path.relpath(elsewhere, place.parent))
    return elsewhere


SATAKUNTA = "regions/satakunta/alue.yaml"
BROKEN = ("vaihe: valmisteilla", "vaihe: x")


def _a_file(root: Path) -> Path:
    return _moved_behind_a_link(root, SATAKUNTA, root / "yhteiset/s.yaml")


def _a_folder(root: Path) -> Path:
    return _moved_behind_a_link(root, "regions/satakunta", root / "yhteiset/s") / "alue.yaml"


def _a_chain(root: Path) -> Path:
    _a_file(root)
    _moved_behind_a_link(root, "yhteiset/s.yaml", root / "muut/t.yaml")
    return _moved_behind_a_link(root, "muut/t.yaml", root / "u.yaml")


def _through_a_linked_folder(root: Path) -> Path:
    _a_file(root)
    return _moved_behind_a_link(root, "yhteiset", root / "oikeat") / "s.yaml"


def _an_absolute_link(root: Path) -> Path:
    target = _a_file(root)
    (root / SATAKUNTA).unlink()
    (root / SATAKUNTA).symlink_to(target)
    return target


def _an_odd_name(root: Path) -> Path:
    return _moved_behind_a_link(root, SATAKUNTA, root / "yhteiset/:(x) [s]*ä.yaml")


def _all_regions(root: Path) -> Path:
    return _moved_behind_a_link(root, "regions", root / "kaikki") / "satakunta/alue.yaml"


LINKED = [
    _a_file,
    _a_folder,
    _a_chain,
    _through_a_linked_folder,
    _an_absolute_link,
    _an_odd_name,
    _all_regions,
]


@pytest.mark.parametrize("link", LINKED)
def test_what_is_read_through_a_link_is_judged(
    root: Path, git: Callable[..., None], link: Callable[[Path], Path]
) -> None:
    target = link(root)
    git("add", "-A")
    git("commit", "-qm", "linked")
    assert told_of(root) == set()
    edit(target, BROKEN)
    whole, changed = sopimukset(*AS_OF, "check", cwd=root), since(root)
    assert (whole.code, changed.code) == (1, 1)
    assert SATAKUNTA in changed.out


def test_a_linked_meeting_and_one_whose_target_went(root: Path, git: Callable[..., None]) -> None:
    meeting = sorted((root / "regions/paijat-hame/kokoukset").iterdir())[0]
    inner = meeting.relative_to(root).as_posix()
    target = _moved_behind_a_link(root, inner, root / "yhteiset/kokous.yaml")
    git("add", "-A")
    git("commit", "-qm", "linked")
    target.write_bytes(b"muoto: 1\n")
    assert (since(root).code, told_of(root)) == (1, {"paijat-hame"})
    target.unlink()
    assert told_of(root) == {"paijat-hame"}


def test_a_folder_of_links_concerns_the_region(root: Path, git: Callable[..., None]) -> None:
    _moved_behind_a_link(root, "regions/paijat-hame/kokoukset", root / "yhteiset/kokoukset")
    git("add", "-A")
    git("commit", "-qm", "linked")
    assert told_of(root) == set()
    (root / "yhteiset/kokoukset/uusi.yaml").write_bytes(b"muoto: 1\n")
    assert told_of(root) == {"paijat-hame"}


def test_a_link_that_leads_elsewhere_now_is_a_change(root: Path, git: Callable[..., None]) -> None:
    target = _a_file(root)
    other = target.with_name("toinen.yaml")
    other.write_bytes(target.read_bytes())
    edit(other, BROKEN)
    git("add", "-A")
    git("commit", "-qm", "linked")
    (root / SATAKUNTA).unlink()
    (root / SATAKUNTA).symlink_to("../../yhteiset/toinen.yaml")
    assert (since(root).code, told_of(root)) == (1, {"satakunta"})


def test_a_linked_folder_that_leads_elsewhere_now_is_a_change(
    root: Path, git: Callable[..., None]
) -> None:
    _a_folder(root)
    git("add", "-A")
    git("commit", "-qm", "linked")
    (root / "regions/satakunta").unlink()
    (root / "regions/satakunta").symlink_to("lappi", target_is_directory=True)
    assert "satakunta" in told_of(root)
    assert since(root).code == sopimukset(*AS_OF, "check", cwd=root).code == 1


def test_what_lies_outside_the_repository_always_counts(
    root: Path, git: Callable[..., None], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Git can't tell whether it changed, and neither with whom its record shared then."""
    away = tmp_path_factory.mktemp("muualla")
    meeting = sorted((root / "regions/paijat-hame/kokoukset").iterdir())[0]
    _moved_behind_a_link(root, meeting.relative_to(root).as_posix(), away / "kokous.yaml")
    git("add", "-A")
    git("commit", "-qm", "linked")
    assert told_of(root) == {"paijat-hame"}
    target = _moved_behind_a_link(root, SATAKUNTA, away / "s.yaml")
    git("add", "-A")
    git("commit", "-qm", "linked, too")
    assert told_of(root) == set(REGIONS)
    edit(target, BROKEN)
    assert since(root).code == 1


def test_another_repository_inside_this_one_always_counts(
    root: Path, git: Callable[..., None]
) -> None:
    (root / "sisempi").mkdir()
    git("init", "-q", "sisempi")
    target = _moved_behind_a_link(root, SATAKUNTA, root / "sisempi/s.yaml")
    git("add", "regions")
    git("commit", "-qm", "linked")
    edit(target, BROKEN)
    assert since(root).code == 1


def test_a_target_in_the_repository_above_the_workspace(
    git: Callable[..., None], tmp_path: Path
) -> None:
    root = workspace(tmp_path / "tyotila", *REGIONS)
    target = _moved_behind_a_link(root, SATAKUNTA, tmp_path / "yhteiset/s.yaml")
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "one")
    assert told_of(root) == set()
    edit(target, BROKEN)
    assert (since(root).code, told_of(root)) == (1, {"satakunta"})


def test_whom_a_linked_region_left_is_concerned_too(root: Path, git: Callable[..., None]) -> None:
    target = _moved_behind_a_link(root, "regions/lappi/alue.yaml", root / "yhteiset/l.yaml")
    before = target.read_text("utf-8")
    target.write_text(
        before + "yhteiset_johtoryhmat:\n  - {alue: satakunta, johtoryhma: tym}\n", "utf-8"
    )
    git("add", "-A")
    git("commit", "-qm", "joins")
    target.write_text(before, "utf-8")
    assert told_of(root) == {"lappi", "satakunta"}


@pytest.mark.parametrize("inner", ["templates", "templates/tym-sopimus/lausekkeet.yaml"])
def test_templates_behind_a_link_concern_all(
    root: Path, git: Callable[..., None], inner: str
) -> None:
    folder = root / "templates/tym-sopimus"
    folder.mkdir(parents=True)
    source = CHECKOUT / "templates/tym-sopimus/lausekkeet.yaml"
    (folder / "lausekkeet.yaml").write_bytes(source.read_bytes())
    target = _moved_behind_a_link(root, inner, root / "yhteiset/mallit")
    git("add", "-A")
    git("commit", "-qm", "linked")
    assert told_of(root) == set()
    library = target / "tym-sopimus/lausekkeet.yaml" if target.is_dir() else target
    library.write_bytes(library.read_bytes() + b"\n")
    assert told_of(root) == set(REGIONS)


def test_links_that_lead_in_a_circle_come_to_an_end(root: Path, git: Callable[..., None]) -> None:
    (root / "regions/satakunta/rengas").symlink_to("..", target_is_directory=True)
    (root / "regions/satakunta/itse").symlink_to("itse")
    git("add", "-A")
    git("commit", "-qm", "linked")
    assert told_of(root) == set()
    edit(record(root, "lappi"), ("muoto: 1", "muoto: 9"))
    assert told_of(root) >= {"lappi"}


@pytest.mark.parametrize("seed", range(8))
def test_no_other_regions_findings_change_whatever_is_linked(
    root: Path, git: Callable[..., None], seed: int
) -> None:
    """The promise again, with some records behind links and some edits at random."""
    chance = Random(seed)
    for name in chance.sample(REGIONS, 3):
        inner = f"regions/{name}" + chance.choice(["", "/alue.yaml"])
        _moved_behind_a_link(root, inner, root / f"yhteiset/{name}-{chance.random()}")
    git("add", "-A")
    git("commit", "-qm", "linked")
    before = judged(root, DAY)
    for name, old, new in chance.sample(EDITS, 2):
        path = record(root, name)
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    after = judged(root, DAY)
    others = set(REGIONS) - changed_since(root, "HEAD").concerned(after.links)
    assert of(others, before.findings) == of(others, after.findings)
