"""`sopimukset changelog` as a person meets it: ranges, broken pasts, files, suspect agreements."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.support.command_line import Done, sopimukset
from tests.support.life import REGION, Life
from tests.support.workspaces import CHECKOUT, workspace

STAFF_CUT = "HEAD~4..HEAD~3"
"""The step of the life in which Kela's staff is cut."""

AS_OF = ("--as-of", "2026-06-01")


@pytest.fixture
def copy(life: Path, tmp_path: Path) -> Path:
    """The life, to be changed."""
    return Path(shutil.copytree(life, tmp_path / "oma"))


@pytest.fixture
def going_on(copy: Path, program: Callable[[str], str]) -> Life:
    """The life, to go on with."""
    return Life(copy, program("git"))


def log(root: Path, *arguments: str) -> Done:
    return sopimukset(*AS_OF, "-C", root, "changelog", *arguments, cwd=root)


def versions_of(root: Path, stretch: str) -> list[str | None]:
    """The version of each change, in the order of the log."""
    found = json.loads(log(root, stretch, "--format", "json").out)
    return [item["version"] for region in found["regions"] for item in region["changes"]]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "Väli A..B puuttuu"),
        ((REGION,), 2, "Väli A..B puuttuu"),
        (("alku..HEAD", REGION), 2, "alueiden jälkeen"),
        (("alku..",), 2, "Väli alku.. ei kelpaa"),
        (("HEAD..alku",), 2, "väärin päin"),
        (("alku..@1.3.2026",), 2, "@2026-03-01"),
        (("alku..HEAD", "--language", "fi"), 2, "--language"),
        (("ei-ole..HEAD",), 3, "Versiota ei-ole ei löydy"),
        (("kanta-hema", "alku..HEAD"), 3, "Tarkoititko: kanta-hame?"),
    ],
)
def test_bad_input(life: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    done = log(life, *arguments)
    assert (done.code, done.out) == (code, "")
    assert said in " ".join(done.err.split())


def test_no_repository(tmp_path: Path) -> None:
    done = log(workspace(tmp_path), "v1..HEAD")
    assert done.code == 3
    assert "git" in done.err


def test_what_becomes_suspect_is_said_first(life: Path) -> None:
    """All three had approved 1.0; cutting Kela's staff moves what they approved."""
    comment = log(life, STAFF_CUT, "--format", "comment").out
    assert "Hyväksytty sisältö on muuttunut" in comment
    assert "tym-sopimus, versio 1.0" in comment
    assert "Uudelleen hyväksyttävä: " in comment
    [region] = json.loads(log(life, STAFF_CUT, "--format", "json").out)["regions"]
    [suspect] = region["suspect"]
    assert suspect["parties"] == ["hva", "kela", "kunta"]
    assert any("h-kela" in place for place in suspect["moved"])


def test_what_was_suspect_before_is_no_news(going_on: Life) -> None:
    going_on.run("reset", "-q", "--hard", "HEAD~3", day="2026-05-11")
    going_on.edit(("{nimike: palvelujohtaja,", "{nimike: toimialajohtaja,"))
    going_on.save("2026-05-12", "Nimike")
    done = log(going_on.folder, "HEAD~1..HEAD", "--format", "json")
    [region] = json.loads(done.out)["regions"]
    assert [item["kind"] for item in region["changes"]] == ["title-changed"]
    assert region["suspect"] == []


def test_a_broken_revision_is_said_and_skipped(going_on: Life) -> None:
    text = going_on.record.read_text(encoding="utf-8")
    going_on.record.write_text("muoto: [\n", encoding="utf-8")
    going_on.save("2030-02-01", "Rikki")
    going_on.record.write_text(text.replace("maara: 6,", "maara: 5,"), encoding="utf-8")
    going_on.save("2030-02-02", "Ehjä")
    done = log(going_on.folder, "kausi-2025..HEAD")
    assert done.code == 1
    assert "Ei voitu lukea" in done.out
    assert "alue.yaml:" in done.out
    assert "Osapuolen henkilöstö väheni – Hämeenlinnan kaupunki: 6 htv → 5 htv" in done.out
    assert "Osaa historiasta ei voitu lukea" in done.err
    [region] = json.loads(log(going_on.folder, "kausi-2025..HEAD", "--format", "json").out)[
        "regions"
    ]
    assert [item["kind"] for item in region["changes"]] == ["staff-cut"]
    assert [item["whole"] for item in region["skipped"]] == [True]


def test_an_older_end_that_cannot_be_read(going_on: Life) -> None:
    """What came before the first readable state can't be told; that it wasn't read is."""
    text = going_on.record.read_text(encoding="utf-8")
    going_on.record.write_text("muoto: [\n", encoding="utf-8")
    going_on.save("2030-02-01", "Rikki", tag="rikki")
    going_on.record.write_text(text.replace("maara: 6,", "maara: 5,"), encoding="utf-8")
    going_on.save("2030-02-02", "Ehjä")
    going_on.edit(("maara: 4,", "maara: 3,"))
    going_on.save("2030-02-03", "Vähemmän")
    done = log(going_on.folder, "rikki..HEAD", "--format", "json")
    [region] = json.loads(done.out)["regions"]
    assert [item["new"] for item in region["changes"]] == ["3 htv"]
    assert [item["revision"] for item in region["skipped"]] == [None]
    assert done.code == 1


def test_a_broken_meeting_is_not_told_as_removed(going_on: Life) -> None:
    meeting = going_on.home / "kokoukset" / "2030-02-10.yaml"
    meeting.parent.mkdir()
    meeting.write_text("muoto: 1\njohtoryhma: tym\npvm: 2030-02-10\n", encoding="utf-8")
    going_on.save("2030-02-11", "Kokous")
    meeting.write_text("muoto: 1\njohtoryhma: [\n", encoding="utf-8")
    going_on.save("2030-02-12", "Rikki")
    done = log(going_on.folder, "kausi-2025..HEAD", "--format", "json")
    [region] = json.loads(done.out)["regions"]
    assert [item["kind"] for item in region["changes"]] == ["meeting-recorded"]
    assert [item["whole"] for item in region["skipped"]] == [False]
    assert done.code == 1


def test_what_is_not_saved_yet(going_on: Life) -> None:
    going_on.edit(("maara: 6,", "maara: 7,"))
    done = log(going_on.folder, REGION, "HEAD..tyotila")
    assert done.code == 0
    assert "Osapuolen henkilöstö lisääntyi" in done.out
    assert "tallentamatta" in done.out
    assert "Ei vielä versiossa" in done.out


def test_a_comment_in_the_file_is_no_change(going_on: Life) -> None:
    going_on.edit(("muoto: 1\n", "muoto: 1   # muodon versio\n"))
    going_on.save("2030-02-01", "Kommentti")
    done = log(going_on.folder, "HEAD~1..HEAD")
    assert (done.code, "Ei muutoksia." in done.out) == (0, True)


def test_a_region_that_moved_to_another_folder(going_on: Life) -> None:
    going_on.run("mv", f"regions/{REGION}", "regions/muualla", day="2030-02-01")
    going_on.save("2030-02-01", "Siirto")
    done = log(going_on.folder, "muualla", "kausi-2025..HEAD")
    assert (done.code, "Ei muutoksia." in done.out) == (0, True)


def test_another_regions_version_is_not_this_ones(going_on: Life) -> None:
    going_on.edit(("irtisanomisaika_kk: 12", "irtisanomisaika_kk: 13"))
    going_on.save("2030-02-01", "Ensin", tag=f"{REGION}/tym-sopimus/1.2")
    going_on.edit(("irtisanomisaika_kk: 13", "irtisanomisaika_kk: 14"))
    going_on.save("2030-02-02", "Sitten", tag="satakunta/tym-sopimus/1.0")
    stretch = "kausi-2025..HEAD"
    assert versions_of(going_on.folder, stretch) == [f"{REGION}/tym-sopimus/1.2", None]
    going_on.run("tag", "v2.0")
    assert versions_of(going_on.folder, stretch) == [f"{REGION}/tym-sopimus/1.2", "v2.0"]


def test_the_log_into_a_file(life: Path, tmp_path: Path) -> None:
    target = tmp_path / "uusi" / "loki.md"
    done = log(life, "alku..HEAD", "--format", "markdown", "--out", str(target))
    assert (done.code, done.out) == (0, "")
    assert target.read_text(encoding="utf-8").startswith("# Muutosloki alku..HEAD\n")


def test_a_place_that_cannot_be_written(life: Path, tmp_path: Path) -> None:
    (tmp_path / "tiedosto").write_text("", encoding="utf-8")
    done = log(life, "alku..HEAD", "--out", str(tmp_path / "tiedosto" / "loki.txt"))
    assert done.code == 4


@pytest.mark.parametrize("stretch", ["alku..HEAD", STAFF_CUT, "HEAD..HEAD"])
def test_the_json_is_what_the_schema_says(life: Path, stretch: str) -> None:
    schema = json.loads(
        (CHECKOUT / "schemas" / "changelog.schema.json").read_text(encoding="utf-8")
    )
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(log(life, stretch, "--format", "json").out))


def test_a_version_released_on_a_branch_comes_with_its_merge(going_on: Life) -> None:
    """A tag on a branch that nobody merged is no version of this line."""
    going_on.run("switch", "-q", "-c", "uusi-versio")
    going_on.edit(("muoto: 1\n", "muoto: 1\nkielipaatos: {pvm: 2030-01-02}\n"))
    going_on.save("2030-02-01", "Sivussa", tag=f"{REGION}/tym-sopimus/9.0")
    going_on.run("switch", "-q", "main")
    before = versions_of(going_on.folder, "HEAD~1..HEAD")
    going_on.run("switch", "-q", "-c", "toinen")
    going_on.run("commit", "-q", "--allow-empty", "-m", "x", day="2030-02-02")
    going_on.run("tag", "v9.9")
    going_on.run("switch", "-q", "main")
    assert versions_of(going_on.folder, "HEAD~1..HEAD") == before
    merge = ("merge", "-q", "--no-ff", "-m", "Yhdistetty", "uusi-versio")
    going_on.run(*merge, day="2030-02-03")
    assert set(versions_of(going_on.folder, "HEAD~1..HEAD")) == {f"{REGION}/tym-sopimus/9.0"}
    assert set(versions_of(going_on.folder, "HEAD~2..HEAD~1")) == set(before)
    going_on.run("tag", "v10.0", day="2030-02-03")
    both = f"v10.0, {REGION}/tym-sopimus/9.0"
    assert set(versions_of(going_on.folder, "HEAD~1..HEAD")) == {both}
    told = log(going_on.folder, "HEAD~1..HEAD", "--format", "markdown").out
    assert "## v10.0, Sopimuksen tym-sopimus versio 9.0" in told
