"""Running the program as a person does: in a process of its own, by its exit code and its words."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.support.workspaces import CHECKOUT

PROGRAM = (sys.executable, "-m", "sopimukset")
PLAIN = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "LANGUAGE", "PYTHONWARNINGS"}
AS_OF = ("--as-of", "2026-06-01")
"""A day on which the illustrations are clean."""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a run."""

    code: int
    out: str
    err: str


def environment(**changes: str) -> dict[str, str]:
    """This process's environment without what changes how a terminal is spoken to."""
    kept = {name: value for name, value in os.environ.items() if name not in PLAIN}
    return {**kept, "PYTHONPATH": str(CHECKOUT), "PYTHONIOENCODING": "utf-8", **changes}


def sopimukset(*arguments: str | Path, cwd: Path, **changes: str) -> Done:
    """Run the program in a folder, without a terminal; `changes` go into its environment."""
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        capture_output=True,
        cwd=cwd,
        env=environment(**changes),
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    said = Done(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in said.err, said.err
    return said


def fingerprints(folder: Path) -> dict[str, str]:
    """A hash of every file, link and folder in a folder, with its mode."""
    return {path.relative_to(folder).as_posix(): _fingerprint(path) for path in folder.rglob("*")}


def _fingerprint(path: Path) -> str:
    state = path.lstat()
    if path.is_symlink():
        content = bytes(path.readlink())
    else:
        content = path.read_bytes() if path.is_file() else b""
    return f"{state.st_mode:o} {state.st_mtime_ns} {hashlib.sha256(content).hexdigest()}"
