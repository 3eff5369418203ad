"""Repositories for tests of the past."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.repositories import Place, alone


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A new repository."""
    alone(monkeypatch, tmp_path)
    return Place(tmp_path / "työ tila").start()
