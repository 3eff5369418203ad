"""Asking other programs of the machine."""

from __future__ import annotations

import os
import subprocess

SECONDS = 10


def said(*command: str) -> str:
    """What a program prints, without the white space around it.

    "" where it is missing, fails or takes longer than `SECONDS`.
    """
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(  # noqa: S603 (fixed programs, no shell)
            command,
            check=True,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=SECONDS,
            env=environment,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()
