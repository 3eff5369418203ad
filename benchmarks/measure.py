"""Times measured side by side, and ratios held against limits."""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass
from statistics import median


@dataclass(frozen=True)
class Ratio:
    """A measured ratio, and the limits that it must stay within."""

    name: str
    value: float
    most: float
    least: float = 0.0

    @property
    def held(self) -> bool:
        return self.least <= self.value <= self.most

    def __str__(self) -> str:
        limit = f"{self.least:.2f}-{self.most:.2f}" if self.least else f"at most {self.most:g}"
        return f"{'ok  ' if self.held else 'OVER'} {self.value:6.2f} x  ({limit})  {self.name}"


def alternating(jobs: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Seconds of each job in each round: taking turns, they share the machine's good and bad days.

    Every round begins with another job, so that none always runs after the same one.
    """
    times: dict[str, list[float]] = {name: [] for name in jobs}
    order = list(jobs.items())
    for _ in range(rounds):
        for name, job in order:
            times[name].append(seconds(job))
        order.append(order.pop(0))
    return times


def seconds(job: Callable[[], object]) -> float:
    """How long a job takes."""
    begun = time.perf_counter()
    job()
    return time.perf_counter() - begun


def processor_seconds(job: Callable[[], object]) -> float:
    """How long the processor works at a job, waiting for its turn left out."""
    begun = time.process_time()
    job()
    return time.process_time() - begun


def fresh_seconds(job: Callable[[], object]) -> float:
    """How long the processor works at a job that this process has never done.

    A child does it: what is imported here is imported there, and nothing is remembered from an
    earlier round.

    Raises:
        SystemExit: the child came to no end of its job.
    """
    return float(_of_child(lambda: repr(processor_seconds(job))))


def import_for(job: Callable[[], object]) -> None:
    """Import here what a job imports, without doing the job here.

    Raises:
        SystemExit: the child that did it came to no end.
    """

    def names() -> str:
        """The modules that the job brought."""
        before = set(sys.modules)
        job()
        return " ".join(name for name in sys.modules if name not in before)

    for name in _of_child(names).split():
        with suppress(ImportError):  # a name that some package made up for itself
            importlib.import_module(name)


def alone(job: Callable[[], list[Ratio]]) -> list[Ratio]:
    """The ratios of a job that a process of its own measures, as a command has one of its own.

    What other jobs have left in this process's memory doesn't lie between what the job makes.

    Raises:
        SystemExit: the child came to no end of its job.
    """

    def told() -> str:
        """What it measured; what it printed is printed before it ends."""
        found = job()
        sys.stdout.flush()
        return json.dumps([astuple(ratio) for ratio in found])

    sys.stdout.flush()  # else the child would print it once more
    return [Ratio(*row) for row in json.loads(_of_child(told))]


def _of_child(task: Callable[[], str]) -> str:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            with os.fdopen(writing, "w") as stream:
                stream.write(task())
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading) as stream:
        told = stream.read()
    if os.waitpid(child, 0)[1] != 0:
        sys.exit("a measured job came to no end")
    return told


def summary(name: str, times: list[float]) -> str:
    """Least and median in milliseconds."""
    least, middle = 1000 * min(times), 1000 * median(times)
    return f"     {middle:8.2f} ms median, {least:8.2f} ms least, {len(times)} runs: {name}"
