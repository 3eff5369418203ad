"""Trying mutants: each in a process of its own, split off from one that has read everything.

A fork costs some milliseconds and leaves nothing behind, whatever the mutant does: caches, modules
and endless loops end with the process.
"""

from __future__ import annotations

import contextlib
import gc
import mmap
import os
import re
import resource
import signal
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.rules.rule_cases import ROOT
from tests.mutation.bench import trials
from tests.mutation.mutants import Mutant
from tests.mutation.room import Room

UNIT_TESTS = (ROOT / "tests" / "unit" / "law", ROOT / "tests" / "unit" / "tracking")
SECONDS, SECONDS_OF_TESTS = 10, 120
"""Of processor time. A case that takes longer has an endless loop, or so do the unit tests."""

MEMORY = 4 * 2**30
SURVIVED, KILLED = 0, 1
NOBODY = b"\xff" * 8
"""Neither a trial nor a file of tests."""


class Judge:
    """Says of a mutant whether a test notices it."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.trials = trials()
        self._by_a_test = False
        self._noticing = mmap.mmap(-1, len(NOBODY))  # shared with the child
        self._unit_tests = {
            str(path): path.read_text(encoding="utf-8")
            for folder in UNIT_TESTS
            for path in sorted(folder.glob("test_*.py"))
        }
        self._paths = sorted(self._unit_tests)
        _run_tests(["--collect-only"])  # what it imports once need not be imported by each child
        _leave_nothing_to_chance()
        gc.collect()
        gc.freeze()

    def survives(self, mutant: Mutant) -> bool:
        """Whether every case, every worked region and every unit test of the rule is content."""
        codes = self.room.codes(mutant.module)
        stem = Path(mutant.module).stem
        near = self._tests_of({stem})
        far = [path for path in self._tests_of(self._stems(mutant.module)) if path not in near]
        which = codes if codes == {stem.upper()} else None
        again = near[:1] if self._by_a_test else []

        def noticed() -> bool:
            """The cheapest first: own cases, what noticed the last mutant, all cases, tests."""
            self.room.put(mutant.module, mutant.code)
            if codes is not None and self._differs(codes, codes):
                return True
            if which and _fail(near, which):
                return True
            if self._one_fails(again) or self._differs(None, codes):
                return True
            return self._one_fails(near) or self._one_fails(far)

        self._noticing[:] = NOBODY
        survives = not in_child(noticed)
        _to_the_front(self.trials, self._noticing[:4])
        _to_the_front(self._paths, self._noticing[4:])
        self._by_a_test = self._noticing[4:] != NOBODY[4:]
        return survives

    def _differs(self, own: Collection[str] | None, codes: Collection[str] | None) -> bool:
        """Whether one of the trials is judged otherwise; with `own` of those of these rules."""
        for number, trial in enumerate(self.trials):
            if own is not None and trial.code not in own:
                continue
            _allow(SECONDS)
            if trial.fails(codes):
                self._noticing[:4] = number.to_bytes(4)
                return True
        return False

    def _one_fails(self, paths: Sequence[str]) -> bool:
        """Whether a test in one of the files fails; each file by itself."""
        for path in paths:
            if _fail([path]):
                self._noticing[4:] = self._paths.index(path).to_bytes(4)
                return True
        return False

    def _stems(self, module: str) -> set[str]:
        """Names of a module and of all that rest on it, but for those that rest on everything."""
        resting = self.room.resting_on(module) - {"check.py", "registry.py"} | {module}
        return {Path(item).stem for item in resting}

    def _tests_of(self, stems: set[str]) -> list[str]:
        """The files of unit tests in which one of the names occurs, of a module or of its rule."""
        word = re.compile(rf"\b(?:{'|'.join(sorted(stems))})\b", re.IGNORECASE)
        return [path for path in self._paths if word.search(self._unit_tests[path])]


def _fail(tests: list[str], codes: Collection[str] | None = None) -> bool:
    """Whether one of the tests fails; with codes only of those that are called by them."""
    if not tests:
        return False
    _allow(SECONDS_OF_TESTS)
    which = ["-k", " or ".join(sorted(codes))] if codes else []
    return _run_tests([*tests, *which]) not in (
        pytest.ExitCode.OK,
        pytest.ExitCode.NO_TESTS_COLLECTED,
    )


def _run_tests(arguments: Sequence[str]) -> int:
    options = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", f"--rootdir={ROOT}")
    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):
        return pytest.main([*options, *arguments])


def _leave_nothing_to_chance() -> None:
    """Let properties try the same examples of every mutant, keep none, and not mind the time."""
    from hypothesis import HealthCheck, settings  # pytest's plugin must be the first to import it

    settings.register_profile(
        "repeatable",
        settings(),
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("repeatable")


def _to_the_front(those: list[Any], number: bytes) -> None:
    """What noticed a mutant will probably notice the next one too."""
    if number != NOBODY[:4]:
        those.insert(0, those.pop(int.from_bytes(number)))


def in_child(noticed: Callable[[], bool], seconds: float = SECONDS) -> bool:
    """Ask a question in a split-off process; one that fails, or takes too long, is a yes."""
    child = os.fork()
    if child == 0:
        _answer(noticed, seconds)
    _, status = os.waitpid(child, 0)
    return status != SURVIVED


def _allow(seconds: float) -> None:
    """End this process when it has used that much processor time more."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, seconds)


def _answer(noticed: Callable[[], bool], seconds: float) -> None:
    """End this process with the answer."""
    answer = KILLED
    try:
        _allow(seconds)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        answer = KILLED if noticed() else SURVIVED
    finally:
        os._exit(answer)
