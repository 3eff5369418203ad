"""A figure that may be published, hidden or not recorded, and what its change means."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopimukset.register.indicators import Suunta


class FigureState(Enum):
    """Whether there is a figure to be shown."""

    SHOWN = "shown"

    HIDDEN = "hidden"
    """A small count, or one that would tell a small count: not to be published."""

    NOT_RECORDED = "not-recorded"
    """Nothing is recorded, or no period to compare with."""

    FAULTY = "faulty"
    """What is recorded is beyond what the indicator can be: to be checked, and told of nobody."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of one period. What isn't to be published isn't in it.

    Attributes:
        state: whether there is one to be shown.
        value: the figure; None unless it is shown.
        numerator, denominator: the parts of a share, each None unless it is recorded and shown.
    """

    state: FigureState
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    @property
    def shown(self) -> bool:
        """Whether it may be published."""
        return self.state is FigureState.SHOWN


NOT_RECORDED = Figure(FigureState.NOT_RECORDED)
FAULTY = Figure(FigureState.FAULTY)


class Verdict(Enum):
    """What the difference of two figures means."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"

    UNKNOWN = "unknown"
    """One of them isn't there, or is hidden."""

    NEUTRAL = "neutral"
    """They differ, and for this indicator neither more nor less is better."""


class Goal(Enum):
    """Whether a figure is where it was wanted."""

    REACHED = "reached"
    NOT_REACHED = "not-reached"

    UNKNOWN = "unknown"
    """There is no target, no figure to be shown, or no direction."""


def change(now: Figure, then: Figure) -> Decimal | None:
    """By how much a figure is greater than another; None where one of them isn't shown."""
    if now.value is None or then.value is None:
        return None
    return now.value - then.value


def verdict(now: Figure, then: Figure, direction: Suunta | None) -> Verdict:
    """Whether a figure is better than another.

    Args:
        now: the figure.
        then: what it is set beside.
        direction: which way is better; None where that isn't known.
    """
    difference = change(now, then)
    if difference is None:
        return Verdict.UNKNOWN
    if not difference:
        return Verdict.SAME
    if direction not in ("enemman", "vahemman"):
        return Verdict.NEUTRAL
    return Verdict.BETTER if (difference > 0) == (direction == "enemman") else Verdict.WORSE


def reached(now: Figure, target: Decimal | None, direction: Suunta | None) -> Goal:
    """Whether a figure is at its target or on its better side."""
    if now.value is None or target is None or direction not in ("enemman", "vahemman"):
        return Goal.UNKNOWN
    met = now.value >= target if direction == "enemman" else now.value <= target
    return Goal.REACHED if met else Goal.NOT_REACHED
