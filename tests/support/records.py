"""What one rule says of a base record with some lines changed, whatever the other rules say.

Case files show a rule alone. Rows are for what stands where rules meet: records that are wrong in
several ways, and days on which other rules speak as well.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sopimukset.law.check import check_regions
from sopimukset.law.registry import RULES
from tests.acceptance.rules.rule_cases import BASES, findings_of, grounds, regions_of

ALWAYS_ASKED = [replace(rule, settled=0, worth=None) for rule in RULES]
"""The rules, none of which facts or a look beforehand can spare."""


class Row(NamedTuple):
    """A record and what a rule says of it.

    Attributes:
        code: the rule.
        what: what the row is about, in a few words.
        changes: stretches of the base's record, each standing there once, with what they become;
            `…` in one stands for whatever comes between.
        expected: severity and path of each finding.
        base: the folder of the base region.
        day: as of which it is judged.
        files: texts of further files, by path below the region's folder.
        says: what stands in the messages, which have `|` before and after them.
    """

    code: str
    what: str
    changes: tuple[tuple[str, str], ...]
    expected: tuple[str, ...] = ()
    base: str = "yksi"
    day: str = "2026-06-01"
    files: Mapping[str, str] = {}
    says: str = ""

    def __str__(self) -> str:
        return f"{self.code} {self.what}"


def judged(row: Row, folder: Path) -> list[str]:
    """The findings of the row's rule, and of any that crashes, as severity and path.

    Raises:
        AssertionError: they don't say what the row says, or say less than all rules do when asked.
    """
    shutil.copytree(BASES / row.base, folder, dirs_exist_ok=True)
    [home] = (folder / "regions").iterdir()
    _change(home / "alue.yaml", row.changes)
    for name, text in row.files.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    day = date.fromisoformat(row.day)
    there = findings_of(folder, day)
    assert check_regions(regions_of(folder), grounds(day, ALWAYS_ASKED, folder)) == there
    found = [item for item in there if item.code in (row.code, "V01")]
    unread = [item for item in there if item.code.startswith("M")]
    assert not unread or row.code.startswith("M"), f"the record can't be read: {unread}"
    assert row.says in "|".join(["", *(item.message for item in found), ""])
    return sorted(f"{item.severity.value} {item.path or item.file}" for item in found)


def _change(path: Path, changes: tuple[tuple[str, str], ...]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        pattern = re.escape(old).replace("…", ".*?")
        found = re.findall(pattern, text, re.DOTALL)
        assert len(found) == 1, f"{old!r} stands {len(found)} times"
        text = text.replace(found[0], new)
    path.write_text(text, encoding="utf-8")
