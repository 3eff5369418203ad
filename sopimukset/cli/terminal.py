"""What the terminal can do."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TextIO

NARROW, WIDE = 60, 100


def colour(stream: TextIO) -> bool:
    """Whether to use colour: only on a terminal, and never where NO_COLOR is set."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """The width to wrap text at: the terminal's, within readable limits."""
    return max(NARROW, min(WIDE, shutil.get_terminal_size((WIDE, 24)).columns))


def interactive() -> bool:
    """Whether a person can be asked something."""
    return sys.stdin.isatty() and sys.stdout.isatty()
