"""Judged by several processes in parts, a workspace has the findings that it has as a whole."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from sopimukset.tasks import crowd
from sopimukset.tasks.judging import grounds_of, judged, judged_regions
from sopimukset.tasks.verdict import Verdict
from sopimukset.workspace.locate import region_names
from tests.support.workspaces import CHECKOUT, edit, record, workspace

DAY = date(2026, 6, 1)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """All regions of the checkout, a twin of one, one that can't be read and an empty one."""
    root = workspace(tmp_path, *region_names(CHECKOUT))
    for name, text in {
        "kaksonen": record(root, "satakunta").read_text("utf-8"),
        "rikki": "alue: [",
        # Quotes hide the key from the quick look, so that only the reading shows the link.
        "salainen": record(root, "lappi").read_text("utf-8").replace("lappi", '"lappi"', 1),
    }.items():
        (root / "regions" / name).mkdir()
        record(root, name).write_text(text, "utf-8")
    (root / "regions" / "tyhja").mkdir()
    edit(record(root), ("rooli: kela", "rooli: keela"))
    return root


def in_parts(root: Path) -> tuple[Verdict, list[Sequence[str]]]:
    grounds = grounds_of(root, DAY)
    asked: list[Sequence[str]] = []

    def judge(names: Sequence[str]) -> Verdict:
        asked.append(names)  # in this process only what was judged again
        return judged_regions(root, names, grounds)

    return crowd.judged_in_parts(root, region_names(root), judge), asked


@pytest.mark.parametrize("batch", [1, 5, 1000])
def test_parts_find_what_the_whole_finds(
    root: Path, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    whole = judged(root, DAY)
    monkeypatch.setattr(crowd, "BATCH", batch)
    parts, _ = in_parts(root)
    assert parts.findings == whole.findings
    assert parts.lines == whole.lines
    assert parts.links == whole.links


def test_what_the_quick_look_missed_is_judged_again_together(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crowd, "BATCH", 1)
    monkeypatch.setattr(crowd, "_keys", lambda _record: set())
    parts, asked = in_parts(root)
    assert parts == judged(root, DAY)
    (again,) = asked
    assert {"lappi", "salainen", "satakunta", "kaksonen"} <= set(again)
    assert {"rikki", "tyhja"}.isdisjoint(again)


def test_many_regions_are_judged_in_parts(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = judged(root, DAY)
    monkeypatch.setattr(crowd, "MANY", 2)
    monkeypatch.setattr(crowd, "_processes", lambda: 2)
    assert crowd.pays(len(region_names(root)))
    assert judged(root, DAY) == whole
