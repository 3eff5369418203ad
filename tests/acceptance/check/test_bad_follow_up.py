"""What is wrong in follow-ups and meetings is found in its file, on its line, in its column.

One fault at a time goes into a region that has none of its kind: the finding must be new, and
stand where the fault stands.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command_line import sopimukset
from tests.support.workspaces import EXAMPLE, edit, record, workspace

DAY = "2026-11-22"
HALF, MEETING = "seuranta/2026-H1.yaml", "kokoukset/2026-06-04.yaml"
PERIOD = "alkaen: 2026-01-01, paattyen: 2026-06-30"
VALUE = "uudet-asiakkuudet, arvo: 212"
PRESENT = "lasna: [{jasen: hollola-1}, {jasen: lahti-1}"


def findings(place: Path) -> set[tuple[str, str, int, int]]:
    """Each finding's code, file, line and column."""
    done = sopimukset("--as-of", DAY, "check", EXAMPLE, "--format", "json", cwd=place)
    return {
        (item["code"], item["file"], item["line"], item["column"])
        for item in json.loads(done.out)["findings"]
    }


def place_of(file: Path, text: str) -> tuple[int, int]:
    """The line and column where a text first stands, from 1."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if text in line:
            return number, line.index(text) + 1
    raise AssertionError(text)


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "at"),
    [
        pytest.param(
            *(HALF, PERIOD, "alkaen: 2025-12-01, paattyen: 2026-06-30", "T20", "seurantajakso"),
            id="periods overlap",
        ),
        pytest.param(
            *(HALF, PERIOD, "alkaen: 2026-02-01, paattyen: 2026-06-30", "T20", "seurantajakso"),
            id="periods leave a gap",
        ),
        pytest.param(
            *(HALF, VALUE, "uudet-asiakkuuudet, arvo: 212", "T17", "uudet-asiakkuuudet"),
            id="indicator outside the catalogue",
        ),
        pytest.param(
            *(HALF, VALUE, "uudet-asiakkuudet, arvo: -212", "T18", "-212"),
            id="negative value",
        ),
        pytest.param(
            *(HALF, "asiakaspalaute, arvo: 3.5", "asiakaspalaute, arvo: 999", "T18", "999"),
            id="absurd value",
        ),
        pytest.param(
            *(HALF, "rivi: h-hva, maara: ", "rivi: h-hva, maara: 54", "T18", "54"),
            id="absurd staff",
        ),
        pytest.param(
            *(MEETING, "tarkastettu: 2026-06-", "tarkastettu: 2025-06-", "T21", "2025-06-"),
            id="minutes checked before their meeting",
        ),
        pytest.param(
            *(HALF, VALUE, "uudet-asiakkuudet, arvo: 3", "T22", "3, lahde"),
            id="small count in plain",
        ),
        pytest.param(
            *(MEETING, "pvm: 2026-06-04", "pvm: 2030-06-04", "T21", "2030-06-04"),
            id="meeting outside the term",
        ),
        pytest.param(
            *(
                MEETING,
                "vastuu: hollola, tehtava: ota",
                "vastuu: heinola, tehtava: ota",
                "T01",
                "heinola",
            ),
            id="action of an unknown party",
        ),
        pytest.param(
            *(MEETING, PRESENT, "lasna: [{jasen: hollola-1}, {jasen: olematon}", "T01", "olematon"),
            id="unknown member present",
        ),
    ],
)
def test_a_fault_is_found_where_it_stands(
    tmp_path: Path, file: str, old: str, new: str, code: str, at: str
) -> None:
    place = workspace(tmp_path)
    (place / "regions" / EXAMPLE / "seuranta" / "2026.yaml").unlink()  # it would fill every gap
    edit(record(place), ("kuvitteellinen: true", "kuvitteellinen: false"))  # or counts are nobody's
    changed = place / "regions" / EXAMPLE / file
    before = findings(place)
    edit(changed, (old, new))
    name = f"regions/{EXAMPLE}/{file}"
    line, column = place_of(changed, at)
    fresh = {item for item in findings(place) - before if item[0] == code}
    assert (code, name, line, column) in fresh, fresh


def test_a_member_present_before_being_named_is_found(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    before = findings(place)
    text = record(place).read_text(encoding="utf-8")
    start = text.index("tunnus: kela-1")
    old = "alkaen: 2025-02-01"
    assert old in text[start:]
    record(place).write_text(
        text[:start] + text[start:].replace(old, "alkaen: 2026-07-01", 1), encoding="utf-8"
    )
    fresh = {item for item in findings(place) - before if item[0] == "T21"}
    files = {item[1].rpartition("/")[2] for item in fresh}
    assert "2026-06-04.yaml" in files
    assert "2026-12-10.yaml" not in files
    line, column = place_of(place / "regions" / EXAMPLE / MEETING, "kela-1")
    assert ("T21", f"regions/{EXAMPLE}/{MEETING}", line, column) in fresh
