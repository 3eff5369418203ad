"""The checks of the project, for a person and for CI alike.

The sessions run the tools of the environment that runs nox itself: `uv run --frozen nox` has just
laid it from uv.lock, so nothing is resolved anew and everyone has the same versions.
"""

from __future__ import annotations

import datetime
import os
import shutil
import sys
import sysconfig
import tempfile
from pathlib import Path

import nox

ROOT = Path(__file__).resolve().parent
SCRIPTS = Path(sysconfig.get_path("scripts"))
EXAMPLE_DAY = "2026-06-01"
"""A day on which the illustrations are kept clean; today they may have run out."""

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "none"
nox.options.sessions = ["lint", "types", "imports", "tests", "wheel"]
nox.options.error_on_external_run = False


def tool(name: str) -> str:
    """A program of this environment, else of the machine."""
    found = shutil.which(name, path=str(SCRIPTS)) or shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is missing: run nox through 'uv run --frozen nox'")
    return found


def uv() -> str:
    """The uv that started us (it tells its own place), else one that is installed."""
    return os.environ.get("UV") or tool("uv")


@nox.session
def lint(session: nox.Session) -> None:
    """Style and layout of the code."""
    session.run(tool("ruff"), "check", ".")
    session.run(tool("ruff"), "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Types, strictly, of the program and of its tests."""
    session.run(tool("mypy"))


@nox.session
def imports(session: nox.Session) -> None:
    """A room imports only from the lines below its own."""
    session.run(tool("lint-imports"))


@nox.session
def tests(session: nox.Session) -> None:
    """The tests; `nox -s tests -- PATH` runs some of them."""
    session.run(sys.executable, "-m", "pytest", "-n", "2", *session.posargs)


@nox.session
def wheel(session: nox.Session) -> None:
    """Build the wheel and do the main job with it, in an empty folder outside any checkout."""
    with tempfile.TemporaryDirectory(prefix="sopimukset-") as name:
        folder = Path(name)
        scripts = _installed(session, folder)
        _main_job(session, scripts / "sopimukset", folder / "empty")


def _installed(session: nox.Session, folder: Path) -> Path:
    """The scripts of a fresh environment that holds the wheel and what the lock file names."""
    session.run(uv(), "build", "--quiet", "--wheel", "--out-dir", folder / "dist", ROOT)
    locked = folder / "locked.txt"
    session.run(
        *(uv(), "export", "--quiet", "--frozen", "--no-dev", "--no-emit-project"),
        *("--project", ROOT, "--output-file", locked),
        silent=True,
    )
    venv = folder / "venv"
    session.run(uv(), "venv", "--quiet", "--no-project", "--python", sys.executable, venv)
    python = next(path for path in venv.glob("*/python*") if path.stem == "python")
    install = (uv(), "pip", "install", "--quiet", "--python", python)
    session.run(*install, "--requirements", locked)
    session.run(*install, "--no-deps", next((folder / "dist").glob("*.whl")))
    return python.parent


def _main_job(session: nox.Session, program: Path, empty: Path) -> None:
    """Make a workspace, check it, make its documents; there must be some."""
    empty.mkdir()
    session.chdir(empty)
    session.run(program, "init", "tyotila")
    session.run(program, "-C", "tyotila", "--as-of", EXAMPLE_DAY, "check")
    session.run(program, "-C", "tyotila", "--as-of", EXAMPLE_DAY, "generate")
    made = sorted(path.relative_to(empty) for path in empty.rglob("*.docx"))
    if not made:
        session.error("generate made no Word document")
    session.log("made: %s", ", ".join(map(str, made)))


@nox.session
def benchmark(session: nox.Session) -> None:
    """Speed as ratios in one run; breaks where a limit is broken."""
    session.run(sys.executable, ROOT / "benchmarks" / "run.py", *session.posargs)


@nox.session
def mutation(session: nox.Session) -> None:
    """Changes of the law that no test notices; `nox -s mutation -- rules/g07.py` for one module."""
    session.run(sys.executable, "-m", "tests.mutation", *session.posargs)


@nox.session
def pages(session: nox.Session) -> None:
    """Every document of the worked regions as pages; `nox -s pages -- FOLDER` keeps them there."""
    session.run(sys.executable, "-m", "tests.support.pages", *session.posargs)


@nox.session
def today(session: nox.Session) -> None:
    """The regions judged as of today: informs, never gates (1 = findings at error level)."""
    day = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    session.run(tool("sopimukset"), "--as-of", day, "check", success_codes=[0, 1])
