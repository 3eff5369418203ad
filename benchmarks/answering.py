"""An unchanged workspace against `--help`: both in processes of their own, taking turns."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from country import build
from measure import Ratio, alternating, summary

AS_OF = "2026-06-01"
SPECS = 45
LIMIT = 1.5


def ratios(root: Path, rounds: int) -> list[Ratio]:
    """`check` of 45 unchanged specs, against `--help`."""
    build(root, SPECS)
    environment = {**os.environ, "SOPIMUKSET_CACHE": str(root.with_name("cache"))}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its byte code
    check = ["-C", str(root), "--as-of", AS_OF, "check"]
    commands = {"--help": ["--help"], f"check of {SPECS} unchanged specs": check}
    jobs = {name: _Job(command, environment) for name, command in commands.items()}
    for job in jobs.values():
        job()  # writes the byte code, and the answer that is remembered from then on
    times = alternating(jobs, rounds)
    for name, measured in times.items():
        print(summary(name, measured))
    floor, own = (median(measured) for measured in times.values())
    return [Ratio(f"check of {SPECS} unchanged specs / --help", own / floor, LIMIT)]


class _Job:
    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.command = [sys.executable, "-m", "sopimukset", *command]
        self.environment = environment

    def __call__(self) -> None:
        # The copies are of counties that the real register doesn't know: findings, so 1.
        subprocess.run(self.command, check=False, stdout=subprocess.DEVNULL, env=self.environment)
