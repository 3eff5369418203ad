"""Times measured side by side, and ratios held against limits."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
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


def summary(name: str, times: list[float]) -> str:
    """Least and median in milliseconds."""
    least, middle = 1000 * min(times), 1000 * median(times)
    return f"     {middle:8.2f} ms median, {least:8.2f} ms least, {len(times)} runs: {name}"
