"""`templates list`, `show` and `deviations`: what they say, and that they write nothing."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sopimukset.documents.kinds import KINDS
from sopimukset.formats import zip as archive
from tests.support.command_line import environment, fingerprints, sopimukset
from tests.support.workspaces import CHECKOUT, record, workspace

KIND = "tym-sopimus"
COMMANDS = ("list", "lint", "show", "deviations")


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("verb", COMMANDS)
@pytest.mark.parametrize(("language", "usage"), [("fi", "Käyttö: "), ("sv", "Användning: ")])
def test_every_command_has_a_help(verb: str, language: str, usage: str, tmp_path: Path) -> None:
    done = sopimukset("--lang", language, "templates", verb, "--help", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{usage}sopimukset templates {verb}")


def test_the_list_names_every_kind_and_tells_whose_folder_it_is(tmp_path: Path) -> None:
    outside = sopimukset("templates", "list", cwd=tmp_path).out
    assert [line.split("  ")[0] for line in outside.splitlines()[::2]] == [k.laji for k in KINDS]
    assert outside.count("ohjelman mukana tuleva kansio") == len(KINDS)
    workspace(tmp_path)
    own = tmp_path / "templates" / KIND
    shutil.copytree(CHECKOUT / "templates" / KIND, own)
    (own / "lausekkeet.yaml").write_text("rikki: [", encoding="utf-8")
    (tmp_path / "templates" / "tym-sopimuss").mkdir()
    done = sopimukset("templates", "list", cwd=tmp_path)
    assert "lausekkeita: ei voi lukea · työtilan oma kansio templates/tym-sopimus/" in done.out
    assert "templates/tym-sopimuss/ ei lueta" in done.err
    assert f"Tarkoititko: {KIND}?" in done.err


def test_a_layout_is_shown_a_paragraph_a_line(tmp_path: Path) -> None:
    done = sopimukset("templates", "show", KIND, cwd=tmp_path)
    lines = done.out.splitlines()
    assert lines[0] == "[word/document.xml]"
    assert "{{ asiakirja.otsikko }}" in lines
    assert "| {{ rivi.nimi }} | {{ rivi.sijainti }} |" in lines
    assert "[word/header1.xml]" in lines
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["tym-sopimu"], "Tarkoititko: tym-sopimus?"),
        (["ei-ole.docx"], "Tiedostoa ei-ole.docx ei ole."),
        (["rikki.docx"], "rikki.docx: "),
        (["kansio/"], "kansio"),
    ],
)
def test_what_cannot_be_shown(arguments: list[str], message: str, tmp_path: Path) -> None:
    (tmp_path / "rikki.docx").write_bytes(b"PK")
    (tmp_path / "kansio").mkdir()
    done = sopimukset("templates", "show", *arguments, cwd=tmp_path)
    assert done.code in (3, 4)
    assert done.out == ""
    assert message in done.err


def recipe() -> tuple[str, list[list[str]]]:
    """The lines for `.gitattributes` and the settings of git, as the guide gives them."""
    text = (CHECKOUT / "docs" / "pohjat.md").read_text("utf-8")
    attributes = re.search(r"```text\n(\*\.docx .*?)```", text, re.DOTALL)
    assert attributes is not None
    settings = re.findall(r'^git config (\S+) "?([^"\n]+)"?$', text, re.MULTILINE)
    assert len(settings) == 2
    return attributes[1], [list(item) for item in settings]


def test_git_shows_a_changed_layout_as_text(tmp_path: Path, program: Callable[..., str]) -> None:
    git = program("git")
    attributes, settings = recipe()

    def run(*arguments: str) -> str:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.invalid")
        done = subprocess.run(
            [git, *who, *arguments], cwd=tmp_path, check=True, capture_output=True,
            env=environment(GIT_CONFIG_GLOBAL="/dev/null"), text=True, encoding="utf-8",
        )  # fmt: skip
        return done.stdout

    run("init", "-q")
    (tmp_path / ".gitattributes").write_text(attributes, encoding="utf-8")
    for name, value in settings:
        run("config", name, value.replace("sopimukset ", f"{sys.executable} -m sopimukset ", 1))
    layout = tmp_path / "fi.docx"
    layout.write_bytes((CHECKOUT / "templates" / KIND / "fi.docx").read_bytes())
    run("add", ".")
    run("commit", "-q", "-m", "x")
    parts = archive.read(layout.read_bytes())
    body = parts["word/document.xml"].decode().replace("Säilytysaika", "Säilytys", 1)
    layout.write_bytes(archive.write({**parts, "word/document.xml": body.encode()}))
    shown = run("diff").splitlines()
    assert "-Säilytysaika\t{{ asiakirja.sailytysaika }}" in shown
    assert "+Säilytys\t{{ asiakirja.sailytysaika }}" in shown


@pytest.fixture
def several(tmp_path: Path) -> Path:
    return workspace(tmp_path, "lappi", "pohjois-karjala", "paijat-hame", "kainuu", "kymenlaakso")


def deviations(folder: Path, *regions: str) -> Any:
    done = sopimukset("templates", "deviations", *regions, "--format", "json", cwd=folder)
    assert done.code == 0
    return json.loads(done.out)


def test_deviations_of_all_regions_the_most_changed_first(several: Path) -> None:
    before = fingerprints(several)
    told = deviations(several)
    counts = [item["count"] for item in told["clauses"]]
    assert counts == sorted(counts, reverse=True)
    first = told["clauses"][0]
    assert (first["clause"], first["model"], first["mandatory"]) == ("toimipisteet", True, False)
    assert {item["region"] for item in first["changes"]} == {"lappi", "pohjois-karjala"}
    assert all(item["reason"] and item["action"] == "korvaa" for item in first["changes"])
    own = next(item for item in told["clauses"] if item["clause"] == "saamen-kielet")
    assert (own["model"], own["title"]) == (False, {})
    assert told["unchanged"] == ["kainuu"]
    assert fingerprints(several) == before


def test_a_deviation_is_told_with_its_place_and_its_reason(several: Path) -> None:
    done = sopimukset("templates", "deviations", "paijat-hame", cwd=several)
    told = flat(done.out)
    assert "viestinta – Viestintä (tym-sopimus): muutoksia 1 (poistettu 1), alueita 1" in told
    assert "Peruste: sovittu viestintäsuunnitelmassa" in told
    place = re.search(r"regions/paijat-hame/alue\.yaml:(\d+)", told)
    assert place is not None
    line = record(several).read_text("utf-8").splitlines()[int(place[1]) - 1]
    assert "lauseke: viestinta" in line


def test_regions_without_changes_and_regions_that_cannot_be_read(several: Path) -> None:
    assert (
        "ei ole muutettu: kainuu"
        in sopimukset("templates", "deviations", "kainuu", cwd=several).out
    )
    record(several, "kainuu").write_text("rikki: [", encoding="utf-8")
    done = sopimukset("templates", "deviations", "kainuu", cwd=several)
    assert "Aluetta ei voi lukea: kainuu" in done.err
    assert done.code == 1
    assert sopimukset("templates", "deviations", "kainu", cwd=several).code == 3
