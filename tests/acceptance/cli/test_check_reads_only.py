"""`check` never writes: not in the workspace, not in its repository."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.command_line import AS_OF, fingerprints, sopimukset
from tests.support.workspaces import workspace


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return workspace(tmp_path_factory.mktemp("tyotila"), "paijat-hame", "satakunta")


READERS = [
    ["check", "--strict"],
    ["check", "--format", "json", "satakunta"],
    ["explain", "G07"],
    ["doctor"],
    ["new", "--list"],
]


@pytest.mark.parametrize("arguments", READERS, ids=" ".join)
def test_nothing_changes(place: Path, arguments: list[str]) -> None:
    before = fingerprints(place)
    done = sopimukset(*AS_OF, *arguments, cwd=place)
    assert done.code == 0, done
    assert done.out
    assert fingerprints(place) == before


def test_nothing_changes_in_a_repository(tmp_path: Path, program: Callable[[str], str]) -> None:
    root = workspace(tmp_path)
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    for command in (("init", "-q"), ("add", "."), (*who, "commit", "-q", "-m", "one")):
        subprocess.run([program("git"), *command], check=True, capture_output=True, cwd=root)
    before = fingerprints(root)
    assert sopimukset(*AS_OF, "check", cwd=root).code == 0
    assert fingerprints(root) == before


def test_it_works_from_a_folder_below_and_through_an_option(place: Path, tmp_path: Path) -> None:
    below = sopimukset(*AS_OF, "check", cwd=place / "regions" / "satakunta")
    elsewhere = sopimukset("-C", place, *AS_OF, "check", cwd=tmp_path)
    assert below == elsewhere
    assert below.code == 0


def test_open_points_of_a_region_in_preparation_are_listed_and_no_error(place: Path) -> None:
    done = sopimukset(*AS_OF, "check", "satakunta", cwd=place)
    assert done.code == 0
    assert "Avoimet kohdat" in done.out
    assert "regions/satakunta/alue.yaml" in done.out
    assert "regions/paijat-hame" not in done.out


def test_the_json_is_what_other_programs_rely_on(place: Path) -> None:
    found = json.loads(sopimukset(*AS_OF, "check", "--format", "json", cwd=place).out)
    assert found["as_of"] == "2026-06-01"
    assert set(found["summary"]) == {
        "error", "warning", "deadline", "info", "open", "acknowledged",
    }  # fmt: skip
    for finding in found["findings"]:
        assert not Path(finding["file"]).is_absolute()
        assert finding["line"] >= 1
        assert finding["column"] >= 1
