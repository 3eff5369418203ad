"""`vuositavoitteet` and `henkiloston-tarkistus`: every figure is the record's, in both languages.

What should stand in them is reckoned here from the plain YAML, by none of the program's own code.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import pytest
from ruamel.yaml import YAML

from sopimukset.register import load_indicators
from tests.support.kind_documents import LANGUAGES, WORKED, make, texts
from tests.support.made_documents import gap_runs
from tests.support.workspaces import CHECKOUT, edit, record, workspace

GOALS, REVIEW = "vuositavoitteet", "henkiloston-tarkistus"
ROOM = "[Johtoryhmän päätös kirjataan tähän.]"
NOTHING = {"fi": "ei kirjattu", "sv": "inte antecknat"}
Plain = dict[str, Any]


@pytest.fixture(scope="module", params=[GOALS, REVIEW])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = workspace(tmp_path_factory.mktemp(request.param), *WORKED)
    assert not make(folder, request.param, regions=WORKED).failed
    return request.param, folder


def plain(path: Path) -> Plain:
    data: Plain = YAML(typ="safe").load(path)
    return data


def papers(folder: Path, laji: str) -> Iterator[tuple[str, Plain, str, date, Path]]:
    """Each paper with its language, its region's data, its group and its day."""
    for path in sorted((folder / "build").rglob("*.docx")):
        data = plain(folder / "regions" / path.parent.name / "alue.yaml")
        *_, day, language = path.stem.split("_")
        groups = [item["tunnus"] for item in data["johtoryhmat"]]
        [group] = [one for one in groups if len(groups) == 1 or f"_{one}-{day[:4]}_" in path.name]
        assert f"_{laji}_" in path.name
        yield language, data, group, date.fromisoformat(day), path


def number(cell: str) -> Decimal | None:
    """A figure as it is written; None for the words that say that it isn't recorded."""
    text = cell.replace("\N{NO-BREAK SPACE}", "").replace(",", ".")
    text = text.replace("\N{MINUS SIGN}", "-")
    return Decimal(text) if re.fullmatch(r"[-+]?[\d.]+", text) else None


def rows(path: Path, table: int) -> list[list[str]]:
    """A table's rows below its head."""
    found = docx.Document(str(path)).tables[table].rows[1:]
    return [[cell.text for cell in row.cells] for row in found]


def told(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def follow_up(folder: Path, region: str, group: str, year: int) -> Plain:
    """The last follow-up of a year that tells of a group's staff; of several the longest."""
    files = sorted((folder / "regions" / region / "seuranta").glob("*.yaml"))
    found = [
        item
        for item in map(plain, files)
        if item["johtoryhma"] == group and item.get("henkilosto")
        if str(item["seurantajakso"]["paattyen"])[:4] == str(year)
    ]
    days = [(item["seurantajakso"], item) for item in found]
    last = max(str(period["paattyen"]) for period, _ in days)
    longest = min(str(period["alkaen"]) for period, _ in days if str(period["paattyen"]) == last)
    [one] = [
        item
        for period, item in days
        if (str(period["paattyen"]), str(period["alkaen"])) == (last, longest)
    ]
    return one


def test_every_figure_of_a_review_is_the_records(made: Any) -> None:
    laji, folder = made
    if laji != REVIEW:
        return
    seen = 0
    for _language, data, group, day, path in papers(folder, laji):
        followed = follow_up(folder, path.parent.name, group, day.year)
        realised = {item["rivi"]: told(item.get("maara")) for item in followed["henkilosto"]}
        own = [item for item in data["henkilosto"] if item.get("johtoryhma", group) == group]
        agreed = {item["tunnus"]: told(item["maara"]) for item in own if holds(item, day)}
        expected = Counter(
            (agreed.get(key), realised.get(key)) for key in agreed.keys() | realised.keys()
        )
        lines = [row for row in rows(path, 0) if row[1]]
        assert Counter((number(row[3]), number(row[4])) for row in lines) == expected, path.name
        for row in lines:
            one, other = number(row[3]), number(row[4])
            if one is not None and other is not None:
                assert number(row[5]) == other - one
        for total in (row for row in rows(path, 0) if not row[1]):
            parts = [row for row in lines if row[2].removesuffix("n") == total[2].removesuffix("n")]
            assert number(total[3]) == sum(number(row[3]) or 0 for row in parts)
        seen += len(lines)
    assert seen > 100


def holds(row: Plain, day: date) -> bool:
    last = row.get("paattyen")
    return str(row["alkaen"]) <= str(day) and (last is None or str(last) >= str(day))


def indicators(language: str) -> dict[str, str]:
    path = CHECKOUT / "sopimukset" / "register" / "data" / "mittarit.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["avain"]: row[f"nimi_{language}"] for row in csv.DictReader(file)}


def units(language: str) -> dict[str, str]:
    """The word for each indicator's unit."""
    found = load_indicators()
    path = CHECKOUT / "sopimukset" / "register" / "data" / "mittarit.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["avain"]: found.nimi("yksikko", row["yksikko"], language)
            for row in csv.DictReader(file)
        }


def test_every_goal_and_meeting_of_the_year_is_in_the_paper(made: Any) -> None:
    laji, folder = made
    if laji != GOALS:
        return
    seen = set()
    for language, data, group, day, path in papers(folder, laji):
        [own] = [item for item in data["johtoryhmat"] if item["tunnus"] == group]
        goals = [item for item in own["tavoitteet"] if item["vuosi"] == day.year]
        shown, names = rows(path, 0), indicators(language)
        assert len(shown) == len(goals), path.name
        for goal, row in zip(goals, shown, strict=True):
            wish = goal["tavoite"]
            assert row[0] == (wish if isinstance(wish, str) else wish[language])
            if "mittari" in goal:
                assert row[1] == names[goal["mittari"]]
                for cell, key in zip(row[2:4], ("lahtotaso", "tavoitetaso"), strict=True):
                    level, _, unit = cell.rpartition("\N{NO-BREAK SPACE}")
                    assert number(level) == told(goal.get(key))
                    assert unit == units(language)[goal["mittari"]]
            assert len(row[4].split("\n")) == max(1, len(goal["valtakunnalliset_tavoitteet"]))
        plan = {row[0] for row in rows(path, 1)}
        meetings = (folder / "regions" / path.parent.name / "kokoukset").glob(f"*{day.year}-*.yaml")
        for item in map(plain, meetings):
            if item["johtoryhma"] == group:
                held = date.fromisoformat(str(item["pvm"]))
                assert f"{held.day}.{held.month}.{held.year}" in plan, path.name
        seen.add((path.parent.name, group, day.year, language))
    assert {language for *_, language in seen} == set(LANGUAGES)
    assert len(seen) > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_goal_without_its_words_makes_a_draft_that_says_so(language: str, tmp_path: Path) -> None:
    folder = workspace(tmp_path, "pohjanmaa")
    path = record(folder, "pohjanmaa")
    words = r"\n        vuosi: 2027\n        tavoite:[^\n]*(?:\n {10}[^\n]*)*"
    [first] = re.findall(words, path.read_text("utf-8"))
    edit(path, (first, "\n        vuosi: 2027"))
    result = make(folder, GOALS, language, regions=("pohjanmaa",))
    marks = {Path(item.name).name: (item.marks, item.notes) for item in result.items}
    lacking, whole = (
        marks[f"pohjanmaa_{GOALS}_{year}-01-01_{language}.docx"] for year in (2027, 2026)
    )
    assert "LUONNOS" in " ".join(lacking[0])
    assert any("tavoite" in note for note in lacking[1])
    assert "LUONNOS" not in " ".join(whole[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_recorded_of_staff_is_said_and_not_reckoned(
    language: str, tmp_path: Path
) -> None:
    folder = workspace(tmp_path, "pohjanmaa")
    follow = folder / "regions" / "pohjanmaa" / "seuranta" / "2026.yaml"
    [row] = re.findall(r"\n  - \{rivi: h-vaasa,[^\n]*", follow.read_text("utf-8"))
    edit(follow, (row, ""))
    make(folder, REVIEW, language, regions=("pohjanmaa",))
    name = f"pohjanmaa_{REVIEW}_2026-12-31_{language}.docx"
    [paper] = (folder / "build").rglob(name)
    line, total = [cells for cells in rows(paper, 0) if cells[4] == NOTHING[language]]
    for cells in (line, total):
        assert number(cells[3]) is not None
        assert number(cells[5]) is None
    assert NOTHING[language] in texts(folder, language)[name]


def test_a_unit_agrees_with_the_amount_beside_it(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "ita-uusimaa")
    make(folder, REVIEW, "sv", regions=("ita-uusimaa",))
    found = {
        (row[2], row[3] == "1")
        for path in (folder / "build").rglob("*_sv.docx")
        for row in rows(path, 0)
    }
    assert found == {("årsverke", True), ("årsverken", False)}


def test_a_review_held_in_its_own_year_is_not_told_by_the_next_years(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "vantaa-kerava")
    make(folder, REVIEW, "fi", regions=("vantaa-kerava",))
    papers_of_2025 = [text for name, text in texts(folder, "fi").items() if "-2025_" in name]
    assert [("Kokous: 10.12.2025 § 25" in text, "2026, " in text) for text in papers_of_2025] == [
        (False, False),
        (True, False),
    ]
    assert "Kokous: 11.12.2025 § 25" in papers_of_2025[0]


def test_a_proposal_stands_only_where_nothing_has_been_decided(tmp_path: Path) -> None:
    proposal = "Esitetään osapuolelle puuttuvan henkilöstön osoittamista."
    folder = workspace(tmp_path, *WORKED)
    make(folder, REVIEW, "fi", regions=WORKED)
    told = texts(folder, "fi").values()
    decided = [text for text in told if "Asiasta on päätetty" in text]
    is_open = [text for text in told if proposal in text]
    assert decided
    assert is_open
    for text in decided:
        assert proposal not in text
        assert "\nKokous: " in text
    for text in is_open:
        assert ROOM in text
    marked = [
        path
        for path in (folder / "build").rglob("*.docx")
        if ROOM in [run.text for run in gap_runs(path)]
    ]
    assert len(marked) == sum(ROOM in text for text in told), "it looks like room to fill in"
