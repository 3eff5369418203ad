"""The worked group that two counties share: sound on fixed days, both counties in its papers."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from sopimukset.formats.word import text_of
from sopimukset.tasks.generate import Wishes, generate
from tests.support.command_line import sopimukset
from tests.support.workspaces import CHECKOUT, edit, record, workspace

REGIONS = ("ita-uusimaa", "vantaa-kerava")


@pytest.mark.parametrize("day", ["2025-06-01", "2026-06-01", "2027-02-01"])
def test_both_regions_are_sound(day: str) -> None:
    order = ("--as-of", day, "check", *REGIONS, "--no-cache", "--format", "json")
    done = sopimukset(*order, cwd=CHECKOUT)
    found = json.loads(done.out)["findings"]
    assert done.code == 0
    assert {item["severity"] for item in found} <= {"deadline"}


def test_without_the_shared_group_its_municipality_has_none(tmp_path: Path) -> None:
    """Sipoo is covered only by the group in the other file, and the check knows it."""
    root = workspace(tmp_path, *REGIONS)
    edit(record(root, "vantaa-kerava"), ("kunnat: [Kerava, Sipoo]", "kunnat: [Kerava]"))
    order = ("--as-of", "2026-06-01", "check", "ita-uusimaa", "--format", "json")
    found = json.loads(sopimukset(*order, cwd=root).out)["findings"]
    [gap] = [item for item in found if item["code"] == "G06"]
    assert "Sipoo" in gap["message"]


@pytest.mark.parametrize(
    ("language", "counties"),
    [
        ("fi", ("Vantaan ja Keravan hyvinvointialue", "Itä-Uudenmaan hyvinvointialue")),
        ("sv", ("Vanda och Kervo välfärdsområde", "Östra Nylands välfärdsområde")),
    ],
)
def test_the_agreement_names_both_counties(
    tmp_path: Path, language: str, counties: tuple[str, str]
) -> None:
    root = workspace(tmp_path, *REGIONS)
    wishes = Wishes(
        regions=("vantaa-kerava",), kinds=("tym-sopimus",), languages=(language,), out=tmp_path
    )
    generate(root, wishes, date(2026, 6, 1), lambda *_: None)
    [paper] = (tmp_path / "vantaa-kerava").glob(f"*_kerava-sipoo_*_{language}.docx")
    told = "\n".join(text_of(paper.read_bytes()))
    for county in counties:
        assert told.count(county) >= 5  # parties, group, costs, signatures, staff
    assert {"fi": "Kerava, Sipoo.", "sv": "Kervo, Sibbo."}[language] in told
