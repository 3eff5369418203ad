"""How long the command line takes to say what it can, against an interpreter that does nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from statistics import median

from measure import Ratio, alternating, summary

LIMIT = 6.0
FLOOR = "python -c pass"


def ratios(rounds: int) -> list[Ratio]:
    """`--help` as a module and as a script, each against the floor."""
    script = Path(sysconfig.get_path("scripts")) / "sopimukset"
    commands = {
        FLOOR: [sys.executable, "-c", "pass"],
        "python -m sopimukset --help": [sys.executable, "-m", "sopimukset", "--help"],
        "sopimukset --help": [str(script), "--help"],
    }
    jobs = {name: _Job(command) for name, command in commands.items()}
    for job in jobs.values():
        job()  # writes the byte code and fills the disk's cache
    times = alternating(jobs, rounds)
    for name, measured in times.items():
        print(summary(name, measured))
    floor = median(times.pop(FLOOR))
    return [Ratio(f"{name} / {FLOOR}", median(own) / floor, LIMIT) for name, own in times.items()]


class _Job:
    def __init__(self, command: list[str]) -> None:
        self.command = command
        # Compiled modules are what an installed program has from its second start on.
        self.environment = {**os.environ}
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def __call__(self) -> None:
        subprocess.run(self.command, check=True, stdout=subprocess.DEVNULL, env=self.environment)
