from __future__ import annotations

import os
import re
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

FRESH = "python3.11 -m venv .venv && .venv/bin/pip install -q uv && .venv/bin/uv run --frozen "


def shell_blocks(readme: str) -> list[str]:
    return re.findall(r"```sh\n(.*?)```", readme, flags=re.DOTALL)


@pytest.fixture(scope="module")
def commands(root: Path) -> list[str]:
    return [block.strip() for block in shell_blocks((root / "README.md").read_text("utf-8"))]


def test_the_readme_gives_two_commands_each_complete_in_one_line(commands: list[str]) -> None:
    assert commands == [FRESH + "sopimukset generate", FRESH + "nox"]


def test_ci_runs_the_readmes_test_command_and_nothing_else(
    root: Path, commands: list[str], program: Callable[[str], str]
) -> None:
    shown = subprocess.run(
        [program("bash"), root / ".ci" / "run", "--show"],
        check=True,
        capture_output=True,
        text=True,
        cwd="/",
    )
    assert shown.stdout == commands[1] + "\n"


@pytest.mark.parametrize(
    "readme",
    ["", f"{FRESH}sopimukset generate\n", f"{FRESH}nox\n{FRESH}nox\n"],
    ids=["empty", "no test command", "two test commands"],
)
def test_ci_refuses_a_readme_without_one_clear_test_command(
    readme: str, root: Path, tmp_path: Path, program: Callable[[str], str]
) -> None:
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci" / "run").write_bytes((root / ".ci" / "run").read_bytes())
    (tmp_path / "README.md").write_text(readme, "utf-8")
    ran = subprocess.run(
        [program("bash"), tmp_path / ".ci" / "run"], capture_output=True, text=True
    )
    assert ran.returncode == 2
    assert "exactly one test command" in ran.stderr


def test_ci_script_may_be_executed(root: Path) -> None:
    assert (root / ".ci" / "run").stat().st_mode & stat.S_IXUSR


def test_the_default_run_is_what_ci_gates_on(root: Path, program: Callable[[str], str]) -> None:
    listed = subprocess.run(
        [program("nox"), "--list", "--noxfile", root / "noxfile.py"],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_COLOR": "1"},
    )
    gating = re.findall(r"^\* ([\w-]+)", listed.stdout, flags=re.MULTILINE)
    others = re.findall(r"^- ([\w-]+)", listed.stdout, flags=re.MULTILINE)
    assert gating == ["lint", "types", "imports", "tests", "wheel"]
    assert others == ["benchmark", "mutation", "pages", "today"]
