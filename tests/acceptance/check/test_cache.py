"""What is remembered is what would be worked out anew, or it is not used."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sopimukset.workspace import cache as room
from sopimukset.workspace.cache import Cache, key_of, rules_digest
from tests.support.command_line import AS_OF, Done, environment, fingerprints, sopimukset
from tests.support.workspaces import CHECKOUT, edit, record, workspace

HEAVY = ("pydantic", "yaml", "ruamel", "docxtpl", "lxml", "git", "jinja2", "json")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workspace(tmp_path / "tyotila", "paijat-hame", "satakunta")


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "valimuisti"


def check(root: Path, memory: Path, *arguments: str) -> Done:
    return sopimukset(*AS_OF, "check", *arguments, cwd=root, SOPIMUKSET_CACHE=str(memory))


def entries(memory: Path) -> set[Path]:
    return set(memory.glob("*"))


def test_the_second_answer_is_the_first(root: Path, memory: Path) -> None:
    for arguments in ([], ["satakunta"], ["--strict", "--format", "json"], ["--format", "sarif"]):
        first = check(root, memory, *arguments)
        again = check(root, memory, *arguments)
        assert again == first
        assert check(root, memory, *arguments, "--no-cache") == first
        assert first.err == ""
    assert entries(memory)


def test_an_unchanged_workspace_is_answered_without_anything_heavy(
    root: Path, memory: Path
) -> None:
    check(root, memory)
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "sopimukset", *AS_OF, "check"],
        cwd=root,
        env=environment(SOPIMUKSET_CACHE=str(memory)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert "tarkastelupäivä" in done.stdout
    loaded = {line.split("|")[-1].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "click" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_no_cache_writes_none(root: Path, memory: Path) -> None:
    check(root, memory, "--no-cache")
    assert not memory.exists()


def test_a_change_is_seen(root: Path, memory: Path) -> None:
    assert check(root, memory).code == 0
    edit(record(root), ("rooli: kela", "rooli: keela"))
    assert check(root, memory).code == 1
    edit(record(root), ("rooli: keela", "rooli: kela"))
    assert check(root, memory).code == 0


def test_another_day_is_another_question(root: Path, memory: Path) -> None:
    today = check(root, memory).out
    other = sopimukset("--as-of", "2031-06-01", "check", cwd=root, SOPIMUKSET_CACHE=str(memory))
    assert other.code == 1
    assert other.out != today


def test_another_language_is_another_question(root: Path, memory: Path) -> None:
    finnish = check(root, memory).out
    swedish = sopimukset(
        "--lang", "sv", *AS_OF, "check", cwd=root, SOPIMUKSET_CACHE=str(memory)
    ).out
    assert swedish != finnish
    assert check(root, memory).out == finnish


def _linked(root: Path) -> None:
    """The meetings lie elsewhere now, and a link stands in the place of their folder."""
    folder = root / "regions/paijat-hame/kokoukset"
    folder.rename(root / "kokoukset")
    folder.symlink_to(root / "kokoukset", target_is_directory=True)


def test_a_link_in_the_place_of_a_folder_is_told_of_and_never_answered_from_memory(
    root: Path, memory: Path
) -> None:
    before = check(root, memory)
    _linked(root)
    after = check(root, memory)
    assert after != before
    assert "M10" in after.out
    assert "kokoukset/ ei lueta, koska se on linkki" in " ".join(after.out.split())
    assert check(root, memory, "--no-cache") == after


def _touched(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.touch()


CHANGES: dict[str, Callable[[Path], object]] = {
    "a record": lambda root: record(root).write_bytes(record(root).read_bytes() + b"\n"),
    "a meeting": lambda root: _touched(root / "regions/satakunta/kokoukset/2026-01-01.yaml"),
    "a region without files": lambda root: (root / "regions" / "lappi").mkdir(),
    "a linked region": lambda root: (root / "regions" / "kopio").symlink_to("satakunta"),
    "meetings that are linked to": _linked,
    "a stray file": lambda root: (root / "regions/satakunta/alue.yml").touch(),
    "a record that went": lambda root: record(root, "satakunta").unlink(),
    "a record renamed": lambda root: record(root).rename(record(root).with_name("alue2.yaml")),
    "its own templates": lambda root: (root / "templates" / "tym-sopimus").mkdir(parents=True),
    "its own clauses": lambda root: _touched(root / "templates/tym-sopimus/lausekkeet.yaml"),
    "its own layout": lambda root: _touched(root / "templates/tym-sopimus/fi.docx"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_a_rule_may_read_is_in_the_key(root: Path, tmp_path: Path, change: str) -> None:
    before = key_of(root, tmp_path / "mukana", "2026-06-01")
    assert key_of(root, tmp_path / "mukana", "2026-06-01") == before
    CHANGES[change](root)
    assert key_of(root, tmp_path / "mukana", "2026-06-01") != before


def test_day_version_and_shipped_clauses_are_in_the_key(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = tmp_path / "mukana"
    keys = {key_of(root, shipped, "2026-06-01"), key_of(root, shipped, "2026-06-02")}
    monkeypatch.setattr(room, "__version__", "999")
    keys.add(key_of(root, shipped, "2026-06-01"))
    (shipped / "tym-sopimus").mkdir(parents=True)
    keys.add(key_of(root, shipped, "2026-06-01"))
    (shipped / "tym-sopimus" / "lausekkeet.yaml").write_text("x")
    keys.add(key_of(root, shipped, "2026-06-01"))
    assert len(keys) == 5


@pytest.mark.parametrize(
    "name",
    [
        *("law/rules/g07.py", "register/data/municipalities.csv", "statutes/__init__.py"),
        *("statutes/data/381-2023.fi.md", "locale/sv/LC_MESSAGES/sopimukset.mo"),
    ],
)
def test_an_edited_rule_is_another_program(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text("LIMIT = 1\n")
    before = rules_digest(tmp_path)
    state = path.stat()
    path.write_text("LIMIT = 2\n")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))  # not even its time tells
    assert rules_digest(tmp_path) != before


WATCHED = """
import runpy, sys
read = set()
def heard(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        read.add(arguments[0])
sys.addaudithook(heard)
sys.argv[0] = "sopimukset"
try:
    runpy.run_module("sopimukset", run_name="__main__")
except SystemExit:
    pass
print("", *read, sep="\\n", file=sys.stderr)
"""


def read_by_a_check(root: Path) -> set[Path]:
    """The shipped data that a check reads, law's words for masking included."""
    edit(record(root), ("rooli: kela", "rooli: Toimipiste Onnela"))
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, "--lang", "sv", *AS_OF, "check", "--no-cache"],
        cwd=root,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    read = {Path(line) for line in done.stderr.splitlines() if line.startswith("/")}
    return {path for path in read if path.suffix not in (".py", ".pyc", ".pth", ".so")}


def test_all_that_a_check_reads_of_the_shipped_data_is_in_the_key(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package, shipped = CHECKOUT / "sopimukset", CHECKOUT / "templates"
    copies = {folder: tmp_path / folder.name for folder in (package, shipped)}
    for folder, copy in copies.items():
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("__pycache__", "*.py"))

    def key() -> str:
        return rules_digest(copies[package]) + key_of(tmp_path, copies[shipped])

    # The copied program is digested above: without this each key would read the real one, too
    monkeypatch.setattr(room, "rules_digest", lambda **_: "")
    read = read_by_a_check(root)
    ours = {path for path in read if any(map(path.is_relative_to, copies))}
    ours |= {path for path in package.glob("*/data/*") if path.name != "README.md"}
    names = {path.name for path in ours}
    assert {"381-2023.fi.md", "sopimukset.mo", "municipalities.csv", "lausekkeet.yaml"} <= names
    before = key()
    for path in sorted(ours):
        folder = package if path.is_relative_to(package) else shipped
        copy = copies[folder] / path.relative_to(folder)
        content = copy.read_bytes()
        copy.write_bytes(content + b"\n")
        assert key() != before, path
        copy.write_bytes(content)
    assert key() == before


def test_the_real_rules_are_in_the_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    before = rules_digest()
    monkeypatch.setattr(room, "ROOMS", tuple(name for name in room.ROOMS if name != "law"))
    assert rules_digest() != before


def test_folders_that_lead_round_in_circles_come_to_an_end(root: Path, tmp_path: Path) -> None:
    (root / "regions" / "satakunta" / "rengas").symlink_to("..", target_is_directory=True)
    (root / "regions" / "toinen").symlink_to("satakunta", target_is_directory=True)
    assert key_of(root, tmp_path, "x")


def broken(memory: Path, how: str) -> None:
    for path in entries(memory):
        content = path.read_bytes()
        if how == "cut":
            path.write_bytes(content[: len(content) // 2])
        elif how == "empty":
            path.write_bytes(b"")
        else:
            path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))


@pytest.mark.parametrize("how", ["cut", "empty", "a bit"])
def test_a_broken_entry_is_told_of_and_replaced(root: Path, memory: Path, how: str) -> None:
    first = check(root, memory)
    broken(memory, how)
    again = check(root, memory)
    assert (again.code, again.out) == (first.code, first.out)
    assert "rikki" in again.err
    assert again.err.count("\n") == 1
    assert check(root, memory) == first


def test_an_entry_of_another_shape_is_told_of_and_replaced(root: Path, memory: Path) -> None:
    first = check(root, memory)
    (verdict,) = (path for path in entries(memory) if "-" not in path.name)
    for path in entries(memory) - {verdict}:
        path.unlink()
    Cache(memory, print).put(verdict.stem, b'{"findings": [["G07"]]}')
    again = check(root, memory)
    assert (again.out, again.err.count("\n")) == (first.out, 1)
    assert "rikki" in again.err


def test_a_folder_that_is_a_file_is_told_of_in_one_line(root: Path, tmp_path: Path) -> None:
    place = tmp_path / "tiedosto"
    place.write_text("x")
    done = check(root, place)
    assert done.code == 0
    assert re.fullmatch(r"Välimuistia ei voi käyttää \(.+\): .+\n", done.err)


def test_a_folder_that_cannot_be_written_is_told_of_in_one_line(root: Path, memory: Path) -> None:
    memory.mkdir(mode=0o500)
    nowhere = Path("/proc/valimuisti")  # root may write anywhere but there
    done = check(root, nowhere if os.access(memory, os.W_OK) else memory)
    assert done.code == 0
    assert re.fullmatch(r"Välimuistia ei voi käyttää \(.+\): .+\n", done.err)


def test_the_workspace_is_never_the_caches_place(root: Path) -> None:
    before = fingerprints(root)
    done = check(root, root / "valimuisti")
    assert done.code == 0
    assert "työtilassa" in done.err
    assert done.err.count("\n") == 1
    assert fingerprints(root) == before


def test_the_user_has_a_cache_folder_of_his_own(root: Path, tmp_path: Path) -> None:
    place = {"SOPIMUKSET_CACHE": "", "XDG_CACHE_HOME": str(tmp_path / "xdg")}
    sopimukset(*AS_OF, "check", cwd=root, **place)
    assert entries(tmp_path / "xdg" / "sopimukset")
    place = {"SOPIMUKSET_CACHE": "", "XDG_CACHE_HOME": "", "HOME": str(tmp_path / "koti")}
    sopimukset(*AS_OF, "check", cwd=root, **place)
    assert entries(tmp_path / "koti" / ".cache" / "sopimukset")


def test_the_cache_stays_small(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    cache = Cache(memory, said.append)
    for number in range(room.MOST_ENTRIES + 5):
        cache.put(f"{number:04}", os.urandom(20))
        os.utime(memory / f"{number:04}.tulos", (number, number))
    assert len(entries(memory)) <= room.MOST_ENTRIES
    assert cache.get(f"{room.MOST_ENTRIES + 4:04}") is not None
    assert cache.get("0000") is None
    monkeypatch.setattr(room, "MOST_BYTES", 400)
    cache.put("suuri", os.urandom(200))
    assert cache.get("suuri") is None
    cache.put("pieni", os.urandom(20))
    assert sum(path.stat().st_size for path in entries(memory)) <= 400
    assert said == []


def test_two_at_once_disturb_neither(root: Path, memory: Path) -> None:
    command = [sys.executable, "-m", "sopimukset", *AS_OF, "check", "--format", "json"]
    runs = [
        subprocess.Popen(
            command,
            cwd=root,
            env=environment(SOPIMUKSET_CACHE=str(memory)),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(3)
    ]
    said = [run.communicate(timeout=120) for run in runs]
    assert len(set(said)) == 1
    assert said[0][1] == b""
    assert all(path.suffix == ".tulos" for path in entries(memory))
