"""Answers that are kept in a file, so that a run which was broken off goes on where it was."""

from __future__ import annotations

import hashlib
import json
import platform
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.acceptance.rules.rule_cases import ROOT
from tests.mutation.equivalent import LISTED
from tests.mutation.mutants import Mutant

JUDGING = ("sopimukset", "tests", "regions", "templates", "uv.lock")
"""What an answer rests on: the program, its tests, the records that they read, the libraries."""

_LEFT_OUT = frozenset({LISTED.name, "__pycache__"})
"""What is listed isn't tried, so an entry more changes no answer."""


def state(root: Path = ROOT, names: Iterable[str] = JUDGING) -> str:
    """A fingerprint of every file that an answer rests on, and of the interpreter."""
    found = hashlib.sha256(platform.python_version().encode())
    for name in names:
        top = root / name
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file() and _LEFT_OUT.isdisjoint(path.parts):
                found.update(f"{path.relative_to(root)}\0".encode())
                found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


class Kept:
    """Which mutants have survived and which have not, a line each, below the state they are of.

    Raises:
        ValueError: the file is there and holds something else.
    """

    def __init__(self, path: Path, now: str) -> None:
        self.path = path
        self._answers: dict[str, bool] = {}
        self._met = Counter[str]()
        if not self._read(now):
            path.write_text(f"{json.dumps({'state': now})}\n", encoding="utf-8")

    def _read(self, now: str) -> bool:
        """Whether there are answers of this state; those of another one are worth nothing."""
        if not self.path.exists():
            return False
        head, *lines = self.path.read_text(encoding="utf-8").splitlines() or [""]
        try:
            if json.loads(head)["state"] != now:
                return False
            for line in lines:
                name, survived = json.loads(line)
                self._answers[name] = survived
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{self.path} holds no answers of a run") from error
        return True

    def __len__(self) -> int:
        return len(self._answers)

    def around(self, survives: Callable[[Mutant], bool]) -> Callable[[Mutant], bool]:
        """The same question, asked only of mutants of which no answer is kept."""

        def asked(mutant: Mutant) -> bool:
            """A kept answer, or a new one, which is kept at once."""
            name = self._name(mutant)
            if name not in self._answers:
                self._answers[name] = survives(mutant)
                with self.path.open("a", encoding="utf-8") as file:
                    file.write(f"{json.dumps([name, self._answers[name]])}\n")
            return self._answers[name]

        return asked

    def _name(self, mutant: Mutant) -> str:
        """What tells it from all others; two changes of one line may read the same."""
        text = "\n".join((*mutant.key, str(mutant.line)))
        self._met[text] += 1
        return hashlib.sha256(f"{text}\n{self._met[text]}".encode()).hexdigest()[:20]
