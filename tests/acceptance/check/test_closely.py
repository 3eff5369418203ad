"""A check of few regions that reads little of the others finds what the whole check finds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sopimukset.tasks.judging import check, check_closely
from sopimukset.workspace.locate import region_names
from tests.acceptance.check.test_since import EDITS, REGIONS
from tests.acceptance.rules.rule_cases import Case, cases
from tests.support.workspaces import CHECKOUT, record, workspace

DAY = date(2026, 6, 1)
OF_SEVERAL = [case for case in cases() if len(list(case.folder.glob("regions/*"))) > 1]


def same_of_each(root: Path, day: date) -> None:
    for name in region_names(root):
        whole = [item for item in check(root, [name], day).findings if item.region]
        assert list(check_closely(root, [name], day).findings) == whole, name


@pytest.mark.parametrize("case", OF_SEVERAL, ids=lambda case: case.name)
def test_rules_that_look_into_other_regions_find_the_same(case: Case) -> None:
    same_of_each(case.folder, case.as_of)


@pytest.mark.parametrize(("name", "old", "new"), EDITS)
def test_edited_regions_are_found_the_same(tmp_path: Path, name: str, old: str, new: str) -> None:
    root = workspace(tmp_path, *REGIONS)
    path = record(root, name)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    same_of_each(root, DAY)


def test_all_are_checked_where_none_is_named() -> None:
    everything = [item for item in check(CHECKOUT, (), DAY).findings if item.region]
    assert list(check_closely(CHECKOUT, (), DAY).findings) == everything


def test_a_region_that_has_nothing_to_do_with_the_wanted_one_is_left_alone() -> None:
    read = [item.name for item in check_closely(CHECKOUT, ["pirkanmaa"], DAY).regions]
    assert "pirkanmaa" in read
    assert "lappi" not in read
