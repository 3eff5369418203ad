"""Ctrl-C at any moment, the first ones too: one sentence, exit code 130, no traceback."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.workspaces import CHECKOUT

AT_IMPORT = """
import os, signal, sys

class Presses:
    def find_spec(self, name, path=None, target=None):
        if name == wanted:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), signal.SIGINT)

wanted = sys.argv.pop(1)
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Presses())
from runpy import run_module
run_module("sopimukset", run_name="__main__", alter_sys=True)
"""
"""The program, with Ctrl-C pressed when it begins to import a module."""

SAID = "Keskeytetty. Valmiiksi kirjoitetut tiedostot ovat ehjiä."


def pressed(module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", AT_IMPORT, module, *arguments],
        capture_output=True, text=True, check=False, cwd=CHECKOUT,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("module", "arguments"),
    [
        ("sopimukset.cli.main", ["generate"]),
        ("click", ["check"]),
        ("sopimukset.locale", ["status"]),
        ("sopimukset.cli.settings", ["calendar"]),
        ("sopimukset.cli.check", ["check"]),
        ("sopimukset.cli.verify", ["verify", "x.docx"]),
        ("pydantic", ["check", "lappi"]),
    ],
)
def test_while_the_program_is_still_being_read(module: str, arguments: list[str]) -> None:
    done = pressed(module, *arguments)
    assert done.stderr.strip() == SAID
    assert (done.stdout, done.returncode) == ("", 130)


def test_in_the_language_that_was_asked_for() -> None:
    done = pressed("click", "--lang", "sv", "check")
    assert done.returncode == 130
    assert done.stderr.startswith("Avbrutet")
    assert len(done.stderr.splitlines()) == 1


def test_the_installed_command_begins_there_too() -> None:
    """The script of an installed package imports nothing else first."""
    told = (CHECKOUT / "pyproject.toml").read_text("utf-8")
    assert 'sopimukset = "sopimukset.cli.begin:run"' in told
