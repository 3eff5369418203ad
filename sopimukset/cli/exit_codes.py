"""Exit codes, everywhere the same."""

from __future__ import annotations

OK = 0
"""Clean."""

FINDINGS = 1
"""Findings at error level, broken content included."""

USAGE = 2
"""Wrong usage."""

NOTHING = 3
"""Nothing to work on: no workspace, no region."""

OUTSIDE = 4
"""Something outside failed: permission, disk. It outranks findings."""

INTERRUPTED = 130
"""Stopped by the user."""
