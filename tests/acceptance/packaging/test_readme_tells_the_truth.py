from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[3]
AS_OF = "2026-06-01"
RIGHT = "{jasen: hollola-1, nimeaja: hollola, alkaen: 2025-02-01}"
WRONG = "{jasen: hollola-1, nimeaja: hva, alkaen: 2025-02-01}"


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    return (root / "README.md").read_text("utf-8")


def sopimukset(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The command line, run as an office would run it."""
    return subprocess.run(
        [sys.executable, "-m", "sopimukset", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONPATH": str(CHECKOUT)},
    )


def test_the_finding_that_is_shown_is_the_one_that_is_given(
    readme: str, root: Path, tmp_path: Path
) -> None:
    shutil.copytree(root / "regions" / "paijat-hame", tmp_path / "regions" / "paijat-hame")
    record = tmp_path / "regions" / "paijat-hame" / "alue.yaml"
    text = record.read_text("utf-8")
    assert text.count(RIGHT) == 1
    record.write_text(text.replace(RIGHT, WRONG), "utf-8")
    shown = re.search(r"```text\n(virhe .*?)```", readme, flags=re.DOTALL)
    assert shown is not None
    ran = sopimukset("--as-of", AS_OF, "check", folder=tmp_path)
    assert shown[1] in ran.stdout
    assert ran.returncode == 1


def test_every_command_that_is_named_exists(readme: str, root: Path) -> None:
    named = set(re.findall(r"`sopimukset (\w+)", readme))
    assert {"check", "explain", "new", "generate", "init"} <= named
    for verb in sorted(named):
        assert sopimukset(verb, "--help", folder=root).returncode == 0, verb


def test_every_place_that_is_linked_exists(readme: str, root: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", readme)
    assert links
    assert [link for link in links if not (root / link).exists()] == []


def test_data_are_published_with_the_lines_that_their_licences_ask_for(readme: str) -> None:
    flat = " ".join(readme.split())
    assert "Lähde: Tilastokeskus, kuntaluokitukset 2026 (CC BY 4.0)" in flat
    assert "Lähde: Finlex avoin data, CC BY 4.0" in flat
