"""Programs of the machine that tests ask as witnesses."""

from __future__ import annotations

import os
import shutil

import pytest


def find_program(name: str) -> str:
    """The path of a program that a test needs; without it the test is skipped, in CI it fails."""
    found = shutil.which(name)
    if found is None and os.environ.get("CI"):
        pytest.fail(f"{name} is missing, and CI must have it (.ci/run installs it)")
    if found is None:
        pytest.skip(f"{name} is missing")
    return found
