"""Papers of a year say the same whenever they are made: they call nothing done that may not be."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopimukset.formats.word import text_of
from tests.support.command_line import sopimukset
from tests.support.workspaces import workspace

REGION = "paijat-hame"
WHEEL = "vuosikello"
KINDS = (WHEEL, "vuositavoitteet", "henkiloston-tarkistus")
DAYS = ("2026-03-01", "2026-11-22", "2027-02-01")


def made(root: Path, day: str) -> dict[str, bytes]:
    """The papers by their file names, made as on a day."""
    for kind in KINDS:
        year = ("--year", "2027") if kind == WHEEL else ()
        wish = ("--document", kind, *year)
        done = sopimukset("--as-of", day, "generate", REGION, *wish, "--out", day, cwd=root)
        assert done.code == 0, done.err
    return {path.name: path.read_bytes() for path in (root / day).rglob("*.docx")}


def test_papers_of_a_year_do_not_depend_on_the_day_on_which_they_are_made(tmp_path: Path) -> None:
    root = workspace(tmp_path / "tyotila", REGION)
    first, *others = (made(root, day) for day in DAYS)
    assert {kind for kind in KINDS for name in first if f"_{kind}_" in name} == set(KINDS)
    assert all(other == first for other in others)
    said = "\n".join(text for data in first.values() for text in text_of(data))
    for claim in ("Tehty", "on asettanut", "Toteutunut", "Käsitelty:"):
        assert claim not in said, claim
    assert "kirjattu johtoryhmän kokoukselle 10.12.2026" in said
    assert "Kirjattu toteuma" in said


@pytest.mark.parametrize(
    ("day", "year"),
    [
        ("2024-05-01", 2025),  # before the first term
        ("2026-12-09", 2026),  # the goals of 2027 are set the day after
        ("2026-12-10", 2027),
        ("2027-02-01", 2027),
    ],
)
def test_the_wheel_is_that_of_the_day_s_year_until_the_next_one_s_goals_are_set(
    tmp_path: Path, day: str, year: int
) -> None:
    root = workspace(tmp_path, REGION)
    wish = ("generate", REGION, "--document", WHEEL)
    assert sopimukset("--as-of", day, *wish, cwd=root).code == 0
    [paper] = (root / "build").rglob("*.docx")
    assert paper.name == f"{REGION}_{WHEEL}_{year}-01-01_fi.docx"
    assert f"Vuosikello {year}" in text_of(paper.read_bytes())
    known = sopimukset("--as-of", "2026-06-01", "verify", paper, cwd=root)
    assert "ennallaan" in known.out
    assert known.code == 0, known
