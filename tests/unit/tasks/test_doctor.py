"""What the doctor sees."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sopimukset.tasks import doctor
from sopimukset.tasks.doctor import Diagnosis, Row, State, diagnose
from sopimukset.tasks.schemas import write_schemas
from tests.support.workspaces import record, workspace


@pytest.fixture
def place(tmp_path: Path) -> Path:
    root = workspace(tmp_path / "tyotila")
    write_schemas(root)
    return root


def row(found: Diagnosis, name: str) -> Row:
    return next(item for item in found.rows if item.name == name)


def look(place: Path, name: str) -> Row:
    return row(diagnose(place, place / "build"), name)


def test_a_sound_workspace(place: Path) -> None:
    found = diagnose(place, place / "build")
    assert found.sound
    assert found.root == place
    assert row(found, "Työtila").detail.endswith("alueita 1, joista vahvistettuja 1")
    assert all(item.advice for item in found.rows if item.state is not State.OK)


def test_nothing_is_written(place: Path) -> None:
    before = sorted(place.rglob("*"))
    diagnose(place, place / "build")
    assert sorted(place.rglob("*")) == before


def test_without_a_workspace_it_says_how_to_make_one(tmp_path: Path) -> None:
    found = diagnose(tmp_path, tmp_path / "build")
    assert found.root is None
    assert "sopimukset init" in row(found, "Työtila").advice


def test_a_workspace_without_regions(tmp_path: Path) -> None:
    (tmp_path / "regions").mkdir()
    assert look(tmp_path, "Työtila").state is State.MISSING


def test_a_region_that_cant_be_read_is_named(place: Path) -> None:
    record(place).write_bytes(b"muoto: [")
    found = look(place, "Työtila")
    assert found.state is State.NOTE
    assert "paijat-hame" in found.detail


def test_stale_schemas_are_named(place: Path) -> None:
    (place / "schemas" / "alue.schema.json").write_bytes(b"{}\n")
    found = look(place, "Skeemat")
    assert (found.state, found.advice) == (State.NOTE, "Kirjoita ne: sopimukset schema")
    assert "schemas/alue.schema.json" in found.detail


@pytest.mark.parametrize("broken", [b"", b"PK\x03\x04rubbish", b"text"])
def test_an_own_layout_that_doesnt_open(place: Path, broken: bytes) -> None:
    folder = place / "templates" / "tym-sopimus"
    folder.mkdir(parents=True)
    (folder / "fi.docx").write_bytes(broken)
    (folder / "~$fi.docx").write_bytes(b"Word's own mark")
    found = look(place, "Omat pohjat")
    assert found.state is State.MISSING
    assert found.detail.startswith("tym-sopimus/fi.docx: ")
    assert not diagnose(place, place / "build").sound


def test_an_output_folder_that_cant_be_one(place: Path) -> None:
    found = diagnose(place, record(place) / "build")
    assert row(found, "Tulostekansio").state is State.MISSING
    assert "--out" in row(found, "Tulostekansio").advice


def test_the_state_of_version_control(place: Path, program: Callable[[str], str]) -> None:
    git = program("git")

    def run(*command: str) -> None:
        subprocess.run([git, *command], check=True, capture_output=True, cwd=place)

    assert "ei ole versionhallinnassa" in look(place, "git").detail
    run("init", "-q")
    assert look(place, "git").state is State.OK
    run("add", ".")
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    run(*who, "commit", "-q", "-m", "one")
    run(*who, "commit", "-q", "-m", "two", "--allow-empty")
    shallow = place.parent / "shallow"
    run("clone", "-q", "--depth", "1", f"file://{place}", str(shallow))
    assert "git fetch --unshallow" in look(shallow, "git").advice


def test_a_repository_that_git_refuses_is_not_called_missing(place: Path) -> None:
    (place / ".git").write_text("rubbish\n", "utf-8")
    assert look(place, "git").detail.endswith("git ei lue työtilan versionhallintaa")


def test_programs_that_are_missing_are_no_fault(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    found = diagnose(place, place / "build")
    assert found.sound
    assert row(found, "git").state is State.NOTE


def test_fonts_that_are_missing_are_told_of(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(doctor, "said", lambda *_command: "DejaVu Sans")
    assert "Carlito" in look(place, "Kirjasin").advice
