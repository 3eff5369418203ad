"""What a person asked for and can't have as asked: wrong usage (2), or a record not ready (1)."""

from __future__ import annotations

from collections.abc import Sequence


class HeldBackError(Exception):
    """The record isn't ready for what a person asked: exit code 1.

    Attributes:
        message: what was asked and isn't done, in the run's language.
        reasons: what stands in the way, a line each.
    """

    def __init__(self, message: str, reasons: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.reasons = tuple(reasons)


class RefusedError(Exception):
    """The task can't be done as asked; its text, in the run's language, says what to do."""
