"""Papers of a year say the same whenever they are made: they call nothing done that may not be."""

from __future__ import annotations

from pathlib import Path

from sopimukset.formats.word import text_of
from tests.support.command_line import sopimukset
from tests.support.workspaces import workspace

REGION = "paijat-hame"
KINDS = ("vuosikello", "vuositavoitteet", "henkiloston-tarkistus")
DAYS = ("2026-03-01", "2026-11-22", "2027-02-01")


def made(root: Path, day: str) -> dict[str, bytes]:
    """The papers by their file names, made as on a day."""
    kinds = [part for kind in KINDS for part in ("--document", kind)]
    done = sopimukset("--as-of", day, "generate", REGION, *kinds, "--out", day, cwd=root)
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
    assert "Kirjattu päivä" in said
