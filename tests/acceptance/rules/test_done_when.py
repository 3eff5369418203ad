"""Faults in a real record: each gives its own finding at its line, and what follows from it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sopimukset.findings import Finding, Severity
from tests.acceptance.rules.rule_cases import findings_of
from tests.support.workspaces import edit, record, workspace

AS_OF = date(2026, 6, 1)


def cut(path: Path, pattern: str) -> None:
    """Take out the one stretch of text that the pattern matches."""
    text = path.read_text(encoding="utf-8")
    assert len(re.findall(pattern, text, re.MULTILINE | re.DOTALL)) == 1
    path.write_text(re.sub(pattern, "", text, flags=re.MULTILINE | re.DOTALL), encoding="utf-8")


def line_of(path: Path, text: str) -> int:
    """The line, from 1, that holds the text; the text stands there once."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [number for number, line in enumerate(lines, 1) if text in line]
    assert len(found) == 1, f"{text!r} stands on lines {found}"
    return found[0]


def failing(root: Path) -> list[Finding]:
    """The findings that make a check fail; the command ends accordingly."""
    found = [
        item
        for item in findings_of(root, AS_OF)
        if item.severity is Severity.ERROR and not item.acknowledged
    ]
    command = [sys.executable, "-m", "sopimukset", "-C", str(root), "--as-of", str(AS_OF), "check"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == (1 if found else 0), run.stderr
    assert all(f"{item.file}:{item.line}:{item.column}" in run.stdout for item in found)
    return found


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., tuple[Path, Path]]:
    """A workspace with a copy of a region, and the path of its record."""

    def make(region: str = "paijat-hame") -> tuple[Path, Path]:
        root = workspace(tmp_path, region)
        assert failing(root) == []
        return root, record(root, region)

    return make


Changed = Callable[..., tuple[Path, Path]]


def test_without_the_members_of_kela(changed: Changed) -> None:
    root, path = changed()
    cut(path, r"^      - tunnus: kela-1\n.*?(?=^    puheenjohtaja:)")
    found, *minutes = failing(root)
    there = (root / "regions" / "paijat-hame" / "kokoukset").glob("*.yaml")
    assert [(item.code, Path(item.file).name) for item in minutes] == sorted(
        ("T01", meeting.name) for meeting in there
    ), "each of the minutes still names the member, and says so once"
    assert (found.code, found.line, found.column) == ("G07", line_of(path, "    jasenet:"), 5)
    assert "Kela" in found.message
    assert found.path == "johtoryhmat[tym].jasenet"


def test_county_names_the_chair(changed: Changed) -> None:
    root, path = changed()
    edit(path, ("{jasen: hollola-1, nimeaja: hollola,", "{jasen: hva-1, nimeaja: hva,"))
    [found] = failing(root)
    text = "{jasen: hva-1, nimeaja: hva,"
    source = path.read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(source, 1) if text in line)
    column = source[first - 1].index("nimeaja: hva") + len("nimeaja: ") + 1
    assert (found.code, found.line, found.column) == ("G10", first, column)


def test_term_of_four_years(changed: Changed) -> None:
    root, path = changed()
    edit(
        path,
        (
            "        paattyen: 2030-01-31\n        asettaminen",
            "        paattyen: 2029-01-31\n        asettaminen",
        ),
    )
    [found] = failing(root)
    place = (line_of(path, "        alkaen: 2025-02-01") + 1, 19)
    assert (found.code, found.line, found.column) == ("G14", *place)


def test_deputy_missing_today(changed: Changed) -> None:
    root, path = changed()
    edit(
        path,
        (
            "varajasenet: [{nimike: johtava sosiaalityöntekijä, alkaen: 2025-02-01}]",
            "varajasenet: [{nimike: johtava sosiaalityöntekijä, alkaen: 2025-02-01, "
            "paattyen: 2026-05-31}]",
        ),
    )
    [found] = failing(root)
    assert (found.code, found.line) == ("G08", line_of(path, "johtava sosiaalityöntekijä"))
    assert found.column == 9


def test_misspelt_key(changed: Changed) -> None:
    root, path = changed()
    edit(path, ("    jasenet:", "    jasennet:"))
    [found] = failing(root)
    assert (found.code, found.line, found.column) == ("M05", line_of(path, "jasennet:"), 5)
    assert "jasenet" in found.advice


def test_tab(changed: Changed) -> None:
    root, path = changed()
    edit(path, ("    jasenet:", "\tjasenet:"))
    [found] = failing(root)
    assert (found.code, found.line, found.column) == ("M03", line_of(path, "\tjasenet:"), 1)


def test_five_groups_in_a_county_of_four_authorities(changed: Changed) -> None:
    root, path = changed("lappi")
    text = path.read_text(encoding="utf-8")
    start = text.index("johtoryhmat:\n") + len("johtoryhmat:\n")
    first = re.match(r"  - tunnus: (\S+)\n(?:(?!  - |\S).*\n)*", text[start:])
    assert first is not None
    end = (
        text.index("\ntoimipisteet:") if "\ntoimipisteet:" in text else text.index("\nhenkilosto:")
    )
    fifth = first[0].replace(f"tunnus: {first[1]}\n", "tunnus: viides\n", 1)
    path.write_text(text[:end] + "\n" + fifth.rstrip("\n") + text[end:], encoding="utf-8")
    found = [item for item in failing(root) if item.code == "G02"]
    assert [(item.line, item.column) for item in found] == [(line_of(path, "tunnus: viides"), 5)]
    assert "5 johtoryhmää" in found[0].message
