"""What the terminal can do."""

from __future__ import annotations

import os
import sys
from typing import TextIO

NARROW, WIDE = 60, 100


def colour(stream: TextIO) -> bool:
    """Whether to use colour: only on a terminal, and never where NO_COLOR is set."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """The width to wrap text at: the terminal's, within readable limits."""
    return max(NARROW, min(WIDE, _columns()))


def _columns() -> int:
    """`COLUMNS`, else the terminal's width; shutil knows it too, but takes 3 ms to come."""
    told = os.environ.get("COLUMNS", "")
    if told.isdigit() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or WIDE
    except (AttributeError, ValueError, OSError):
        return WIDE


def interactive() -> bool:
    """Whether a person can be asked something."""
    return sys.stdin.isatty() and sys.stdout.isatty()
