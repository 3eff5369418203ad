"""A region's life, made once for all tests of its log."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.life import live


@pytest.fixture(scope="session")
def life(program: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository; whoever changes it works on a copy."""
    return live(tmp_path_factory.mktemp("elama"), program)
