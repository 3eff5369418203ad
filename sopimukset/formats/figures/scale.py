"""From values to places on a sheet: a scale with round steps."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable
from dataclasses import dataclass

_QUARTER = 2.5
"""A round step, but not below one: 0.25 needs a decimal more than its neighbours."""

_ROUND = (1.0, 2.0, _QUARTER, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high` on a stretch of a sheet.

    Attributes:
        step: the distance of its marks.
        start, end: the places of `low` and `high`.
    """

    low: float
    high: float
    step: float
    start: float
    end: float

    def place(self, value: float) -> float:
        """Where a value stands."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def marks(self) -> list[float]:
        """The round values on the scale."""
        count = round((self.high - self.low) / self.step)
        return [self.low + number * self.step for number in range(count + 1)]

    def is_zero(self, value: float) -> bool:
        """Whether a mark stands for zero, but for what adding up steps left."""
        return abs(value) < self.step / 1000


def scale_of(values: Iterable[float], start: float, end: float, marks: int = 5) -> Scale:
    """A scale that holds zero and all values, with about so many marks."""
    found = [0.0, *values]
    low, high = min(found), max(found)
    if high - low < sys.float_info.min * max(marks, 1):  # nothing, or too little to be divided
        low, high = min(low, 0.0), max(high, 1.0)
    step = _step((high - low) / max(marks, 1))
    low, high = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    return Scale(low, max(high, low + step), step, start, end)


def _step(least: float) -> float:
    """The round number that is not below the least."""
    power = 10.0 ** math.floor(math.log10(least))
    steps = (number * power for number in _ROUND if power >= 1 or number != _QUARTER)
    return next(step for step in steps if step >= least * (1 - 1e-9))
