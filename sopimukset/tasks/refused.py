"""What a person asked for and can't have as asked: wrong usage, exit code 2."""

from __future__ import annotations


class RefusedError(Exception):
    """The task can't be done as asked; its text, in the run's language, says what to do."""
