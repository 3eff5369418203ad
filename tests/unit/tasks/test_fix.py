"""Writing corrections: whole files or none, and never over someone's newer work."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

from sopimukset.tasks import fix as module
from sopimukset.tasks.failure import OutsideFailure
from sopimukset.tasks.fix import diff, fix
from sopimukset.workspace.edits import Corrected, corrected
from tests.support.workspaces import edit, record, workspace


@pytest.fixture
def place(tmp_path: Path) -> Path:
    root = workspace(tmp_path)
    edit(record(root), ("pvm: 2024-10-03", "pvm: 3.10.2024"))
    return root


def test_a_full_disk_leaves_the_file_as_it_was(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = record(place).read_bytes()

    def full(_target: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(module, "write_whole", full)
    with pytest.raises(OutsideFailure, match="levy on täynnä"):
        fix(place, (), write=True)
    assert record(place).read_bytes() == before


def test_a_file_that_someone_else_saved_meanwhile_is_not_overwritten(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = b"muoto: 1\n"

    def slow(*arguments: Any) -> Corrected:
        found = corrected(*arguments)
        record(place).write_bytes(newer)
        return found

    monkeypatch.setattr(module, "corrected", slow)
    with pytest.raises(OutsideFailure, match="muuttui korjaamisen aikana"):
        fix(place, (), write=True)
    assert record(place).read_bytes() == newer


def test_without_writing_nothing_is_touched(place: Path) -> None:
    before = record(place).read_bytes()
    fixed = fix(place, (), write=False)
    assert [item.file for item in fixed.changed] == ["regions/paijat-hame/alue.yaml"]
    assert record(place).read_bytes() == before


def test_a_diff_says_where_a_last_line_does_not_end() -> None:
    assert diff(Corrected("x", b"a: 1\nb: 2", b"a: 1\nb: 3")).endswith(
        "-b: 2\n\\ No newline at end of file\n+b: 3\n\\ No newline at end of file\n"
    )


@pytest.mark.parametrize(
    "data",
    [None, [], {}, {"johtoryhmat": 1}, {"johtoryhmat": [1, {"toimikaudet": "x"}]},
     {"johtoryhmat": [{"toimikaudet": [1, {"alkaen": 5}, {"alkaen": "1.1.2025"}]}]},
     {"johtoryhmat": [{"toimikaudet": [{"alkaen": "2025-01-01", "paattyen": ""}]}]}],
)  # fmt: skip
def test_data_of_another_shape_lacks_no_end(data: object) -> None:
    assert list(module.missing_ends(data)) == []
