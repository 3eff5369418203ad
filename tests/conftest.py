"""What all tests share: programs of the machine, and calm timing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.programs import find_program
from tests.support.repositories import Place, alone

settings.register_profile("sopimukset", deadline=None, print_blob=True)
settings.load_profile("sopimukset")
"""No deadline: two tests run at once on cores that others use too."""


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """Call it with a program's name, as `program("soffice")`, to get its path."""
    return find_program


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout's top folder."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the user's cache, nor what another run has left there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOPIMUKSET_CACHE", str(tmp_path_factory.mktemp("valimuisti")))
        yield


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A workspace in a new repository, and a git that no setting of the machine reaches."""
    alone(monkeypatch, tmp_path)
    return Place(tmp_path / "työ tila").start()
