"""`report`: which reports, where they go, and what a run says of what it could not do."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pikepdf
import pytest

from sopimukset.formats.word import text_of
from tests.support.command_line import fingerprints, sopimukset
from tests.support.programs import find_program
from tests.support.reports import AS_OF, REGION, followed_workspace
from tests.support.workspaces import edit

NEWEST = f"{REGION}_seurantaraportti_2026-12-31_fi.pdf"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return followed_workspace(tmp_path / "tyotila")


def made(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "build").rglob("*.*"))


def test_without_names_the_newest_ended_period_is_reported(root: Path) -> None:
    done = sopimukset(*AS_OF, "report", cwd=root)
    assert (done.code, done.out.strip()) == (0, f"build/{REGION}/{NEWEST}")
    assert made(root) == [NEWEST]


def test_the_period_ended_by_the_day_counts(root: Path) -> None:
    before = sopimukset("--as-of", "2026-12-30", "report", cwd=root)
    on_the_day = sopimukset("--as-of", "2026-12-31", "report", cwd=root)
    assert "2026-06-30" in before.out
    assert "2026-12-31" in on_the_day.out


@pytest.mark.parametrize("name", ["1–6/2026", "1-6/2026", "2026-H1", "2026-h1"])
def test_a_period_is_named_as_people_write_it(root: Path, name: str) -> None:
    done = sopimukset(*AS_OF, "report", REGION, "--period", name, cwd=root)
    assert done.code == 0
    assert "2026-06-30" in done.out


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--period", "2024"), "Jaksot: 1–6/2025, 7–12/2025, 1–6/2026, 7–12/2026."),
        (("--group", "toinen"), "Johtoryhmät: tym."),
    ],
)
def test_what_a_named_region_lacks_is_wrong_usage(
    root: Path, options: tuple[str, ...], told: str
) -> None:
    done = sopimukset(*AS_OF, "report", REGION, *options, cwd=root)
    assert done.code == 2
    assert told in done.err
    assert made(root) == []


def test_without_any_follow_up_there_is_nothing_to_do(root: Path) -> None:
    for path in (root / "regions" / REGION / "seuranta").iterdir():
        path.unlink()
    everything = sopimukset(*AS_OF, "report", cwd=root)
    named = sopimukset(*AS_OF, "report", REGION, cwd=root)
    assert (everything.code, named.code) == (3, 3)
    assert "ei ole kirjattu seurantaa" in everything.err
    assert REGION in named.err


def test_a_region_in_preparation_is_counted_and_a_named_one_is_a_draft(root: Path) -> None:
    edit(root / "regions" / REGION / "alue.yaml", ("vaihe: vahvistettu", "vaihe: valmisteilla"))
    everything = sopimukset(*AS_OF, "report", cwd=root)
    named = sopimukset(*AS_OF, "report", REGION, cwd=root)
    assert "Valmisteilla, ei tehty (1)" in everything.err
    assert named.code == 0
    assert made(root) == [NEWEST]


def test_errors_in_the_data_are_told_and_make_a_draft(root: Path) -> None:
    assert sopimukset(*AS_OF, "report", cwd=root).err == ""
    sound = (root / "build" / REGION / NEWEST).read_bytes()
    edit(root / "regions" / REGION / "alue.yaml", ("rooli: kela", "rooli: tyovoimaviranomainen"))
    listed = sopimukset(*AS_OF, "check", REGION, cwd=root)
    assert listed.code == 1
    for form in ("pdf", "docx"):
        done = sopimukset(*AS_OF, "report", "--format", form, cwd=root)
        assert done.code == 0
        assert f"sopimukset check {REGION}" in done.err
        assert "virhe" in done.err
    assert (root / "build" / REGION / NEWEST).read_bytes() != sound
    word = (root / "build" / REGION / NEWEST.replace("pdf", "docx")).read_bytes()
    assert any("LUONNOS" in text for text in text_of(word))
    command = [find_program("pdftotext"), str(root / "build" / REGION / NEWEST), "-"]
    assert "LUONNOS" in subprocess.run(command, capture_output=True, check=True, text=True).stdout


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_made(root: Path) -> None:
    (root / "regions" / REGION / "kokoukset" / "2026-09-15.yaml").write_text("pvm: [", "utf-8")
    done = sopimukset(*AS_OF, "report", cwd=root)
    assert done.code == 1
    assert f"regions/{REGION}/kokoukset/2026-09-15.yaml" in done.err
    assert made(root) == [NEWEST]


def test_an_unreadable_record_gives_no_report(root: Path) -> None:
    (root / "regions" / REGION / "alue.yaml").write_text("alue: [", "utf-8")
    done = sopimukset(*AS_OF, "report", cwd=root)
    assert done.code == 1
    assert f"regions/{REGION}/alue.yaml" in done.err
    assert made(root) == []


def test_a_folder_that_cannot_be_written_is_an_outside_failure(root: Path) -> None:
    (root / "este").write_text("", "utf-8")
    done = sopimukset(*AS_OF, "report", "--out", "este", cwd=root)
    assert done.code == 4
    assert "--out" in done.err


def test_the_same_input_gives_the_same_bytes_and_touches_no_record(root: Path) -> None:
    before = fingerprints(root / "regions")

    def written(folder: str) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (root / folder).rglob("*.*")}

    for form in ("pdf", "docx"):
        sopimukset(*AS_OF, "report", "--format", form, "--out", "eka", cwd=root)
        sopimukset(*AS_OF, "report", "--format", form, "--out", "toka", cwd=root)
    assert len(written("eka")) == 2
    assert written("eka") == written("toka")
    assert fingerprints(root / "regions") == before


def test_another_day_or_another_fact_gives_another_fingerprint(root: Path) -> None:
    def inputs(*arguments: str) -> str:
        sopimukset(*arguments, "report", cwd=root)
        with pikepdf.open(root / "build" / REGION / NEWEST) as pdf:
            return str(pdf.docinfo["/sopimukset.lahtotiedot"])

    first, again = inputs(*AS_OF), inputs(*AS_OF)
    later = inputs("--as-of", "2027-02-02")
    path = root / "regions" / REGION / "seuranta" / "2026-H2.yaml"
    edit(path, ("uudet-asiakkuudet, arvo: 229", "uudet-asiakkuudet, arvo: 230"))
    assert first == again
    assert len({first, later, inputs(*AS_OF)}) == 3


def test_word_and_summary_bear_their_own_names(root: Path) -> None:
    sopimukset(*AS_OF, "report", "--format", "docx", "--language", "sv", cwd=root)
    sopimukset(*AS_OF, "report", "--summary", "--language", "fi", cwd=root)
    stem = f"{REGION}_seurantaraportti_2026-12-31"
    assert made(root) == [f"{stem}_fi_tiivistelma.pdf", f"{stem}_sv.docx"]


def test_a_report_in_a_language_that_the_region_does_not_write_is_told(root: Path) -> None:
    done = sopimukset(*AS_OF, "report", REGION, "--language", "sv", "--language", "fi", cwd=root)
    assert done.code == 0
    assert len(made(root)) == 2
    assert (
        "omat tekstit on kirjattu vain suomeksi, joten ruotsinkielinen asiakirja on luonnos"
        in done.err
    )
    assert "suomenkielisessä" not in done.err
    own = sopimukset(*AS_OF, "report", REGION, cwd=root)
    assert (own.code, own.err) == (0, "")


def test_the_help_imports_nothing_heavy(root: Path) -> None:
    done = sopimukset("report", "--help", cwd=root)
    assert done.code == 0
    assert "--summary" in done.out
