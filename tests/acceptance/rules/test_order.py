"""What a check finds does not hang on order, and a check changes no byte."""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopimukset.findings import Finding
from sopimukset.formats.yaml import dump
from sopimukset.law.check import check_regions
from sopimukset.model import Alue
from sopimukset.workspace.record import parse_record
from sopimukset.workspace.workspace import Region
from tests.acceptance.rules.rule_cases import BASES, ROOT, cases, findings_of, grounds, regions_of

TOLD_IN_ORDER = frozenset({"lausekemuutokset"})
"""Lists whose order says something: of two changes of a clause the later one is printed."""

CASES = [case for case in cases() if case.code not in ("D03", "T02") and case.code[0] != "M"]
"""Not those about what data can't hold: comments, spelling, and which of two equals came first."""

DAYS = [date(2025, 6, 1), date(2026, 6, 1), date(2027, 2, 1)]

NUMBERED = re.compile(r"\[\d+\]")
"""An item that nothing names is told by its place in the list."""

ITEM = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]")

AT_THE_FIRST = frozenset({"G02", "G06", "T01", "T14"})
"""Where such a finding is about several rows, it stands at the one that is written first."""

Told = Counter[tuple[str, str, str, bool]]


def told(found: Sequence[Finding]) -> Told:
    """The findings without their places in the text, nor in a list where a number tells them."""
    return Counter(
        (item.code, _place(item), item.severity.value, item.acknowledged) for item in found
    )


def _place(finding: Finding) -> str:
    nameless = ITEM if finding.code in AT_THE_FIRST else NUMBERED
    return nameless.sub("[]", finding.path)


def shuffled(value: Any, chance: random.Random, name: str = "") -> Any:
    """The same data with the keys of mappings, and the items of lists, in another order."""
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance, key) for key in keys}
    if isinstance(value, list):
        items = [shuffled(item, chance) for item in value]
        if name not in TOLD_IN_ORDER:
            chance.shuffle(items)
        return items
    return value


def reordered(regions: Sequence[Region], chance: random.Random) -> list[Region]:
    """The regions in another order, each record with its keys and items in another order."""
    result = []
    for region in regions:
        assert region.record.document is not None
        source = dump(shuffled(region.record.document.data, chance)).encode()
        record = parse_record(region.name, region.record.file, source, Alue)
        result.append(replace(region, record=record))
    chance.shuffle(result)
    return result


@settings(max_examples=40)
@given(st.sampled_from(CASES), st.integers(0, 2**32))
def test_order_of_files_keys_and_items_changes_no_finding(case: Any, seed: int) -> None:
    regions = regions_of(case.folder)
    there = told(check_regions(regions, grounds(case.as_of)))
    other = reordered(regions, random.Random(seed))
    assert told(check_regions(other, grounds(case.as_of))) == there


@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_order_changes_nothing_in_the_worked_regions(as_of: date) -> None:
    regions = regions_of(ROOT)
    there = told(check_regions(regions, grounds(as_of)))
    for seed in range(3):
        other = reordered(regions, random.Random(seed))
        assert told(check_regions(other, grounds(as_of))) == there


def _bytes(root: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_check_changes_no_byte_on_disk(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "regions", tmp_path / "regions")
    for base in BASES.iterdir():
        shutil.copytree(base, tmp_path / base.name)
    before = _bytes(tmp_path)
    for root in (tmp_path, *(tmp_path / base.name for base in BASES.iterdir())):
        findings_of(root, date(2026, 6, 1))
    assert _bytes(tmp_path) == before
