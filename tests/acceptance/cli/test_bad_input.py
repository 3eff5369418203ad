"""Bad input: one clear message with place and remedy, the right exit code, nothing changed."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.command_line import AS_OF, PROGRAM, environment, fingerprints, sopimukset
from tests.support.workspaces import edit, record, workspace

BAD = "rikki"
GOOD_START = b"muoto: 1\nalue: rikki\nvaihe: valmisteilla\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    root = workspace(tmp_path / "tyotila")
    record(root, BAD).parent.mkdir()
    return root


CONTENTS = {
    "empty": (b"", "M01", "Tiedosto on tyhjä."),
    "comments only": (b"# muoto: 1\n", "M01", "vain kommentteja"),
    "huge": (GOOD_START + b"# x\n" * 70_000, "M01", "Tiedosto on liian suuri"),
    "binary": (bytes(range(128, 256)) * 8, "M01", "ei ole tallennettu UTF-8"),
    "zeros": (GOOD_START + b"\0" * 64, "M01", "nollatavuja"),
    "a Word file": (b"PK\x03\x04" + b"\0" * 64, "M01", "Word"),
    "latin 1": (GOOD_START + "# päivä\n".encode("latin-1"), "M01", "ei ole tallennettu UTF-8"),
    "UTF-16": ("muoto: 1\n".encode("utf-16"), "M01", "UTF-16"),
    "deep": (b"muoto: " + b"[" * 200 + b"]" * 200 + b"\n", "M04", "sisäk"),
    "aliased": (GOOD_START + b"kielet: &a [fi]\nosapuolet: *a\n", "M04", "nkkuri"),
    "tagged": (GOOD_START + b"kielet: !!python/object:os.system [fi]\n", "M04", "huutomerkillä"),
    "doubled key": (GOOD_START + b"alue: rikki\n", "M04", "alue"),
    "two documents": (GOOD_START + b"---\nmuoto: 1\n", "M04", ""),
    "a list": (b"- muoto: 1\n", "M04", ""),
    "a tab": (GOOD_START + b"osapuolet:\n\t- tunnus: a\n", "M03", "arkain"),
    "an unclosed quote": (GOOD_START + b'kielet: ["fi]\n', "M02", ""),
    "misspelt key": (GOOD_START + b"kielett: [fi]\n", "M05", "Avainta kielett ei tunneta."),
    "missing key": (b"muoto: 1\nalue: rikki\n", "M06", "Pakollinen avain vaihe puuttuu."),
    "wrong value": (GOOD_START + b"kuvitteellinen: joo\n", "M07", "kuvitteellinen"),
    "a Finnish day": (
        GOOD_START + b"neuvottelut: [{tunnus: n, laji: muu, pvm: 1.3.2026}]\n",
        "M08", "suomalaisittain",
    ),
    "later format": (b"muoto: 2\nalue: rikki\nvaihe: valmisteilla\n", "M09", "versiota 2"),
}  # fmt: skip


def _directory(path: Path) -> None:
    path.mkdir()


def _dangling(path: Path) -> None:
    path.symlink_to(path.with_name("ei-ole.yaml"))


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _nothing(path: Path) -> None:
    assert not path.exists()


UNOPENABLE = {
    "a folder": (_directory, "on kansio"),
    "a dangling link": (_dangling, "osoittaa tiedostoon, jota ei ole"),
    "a link to itself": (_loop, "ei voi avata"),
    "a pipe": (_pipe, "ei ole tavallinen tiedosto"),
    "nothing": (_nothing, "puuttuu"),
}


def region(name: str) -> str:
    """The folder of a case."""
    return name.lower().replace(" ", "-")


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """One run over a region for each case, and a good one: its findings by region, its exit."""
    root = workspace(tmp_path_factory.mktemp("tyotila"))
    for name in (*CONTENTS, *UNOPENABLE):
        record(root, region(name)).parent.mkdir()
    for name, (content, _code, _words) in CONTENTS.items():
        record(root, region(name)).write_bytes(content.replace(b"rikki", region(name).encode()))
    for name, (put, _words) in UNOPENABLE.items():
        put(record(root, region(name)))
    before = fingerprints(root)
    done = sopimukset(*AS_OF, "check", "--format", "json", cwd=root)
    assert fingerprints(root) == before, "check wrote something"
    found: dict[str, list[Any]] = {}
    for finding in json.loads(done.out)["findings"]:
        found.setdefault(finding["region"], []).append(finding)
    return done, found


def test_bad_files_make_the_run_fail_and_hide_no_other_finding(checked: Any) -> None:
    done, found = checked
    assert done.code == 1
    assert done.err == ""
    assert "P03" in [item["code"] for item in found["paijat-hame"]]


@pytest.mark.parametrize("name", CONTENTS)
def test_a_bad_file_is_one_finding_at_its_place(checked: Any, name: str) -> None:
    _content, code, words = CONTENTS[name]
    found = checked[1][region(name)]
    first = next(item for item in found if item["code"] == code)
    assert words in first["message"]
    for item in found:
        assert item["severity"] == "error"
        assert item["file"] == f"regions/{region(name)}/alue.yaml"
        assert item["line"] >= 1


@pytest.mark.parametrize("name", UNOPENABLE)
def test_a_file_that_cant_be_opened(checked: Any, name: str) -> None:
    (finding,) = checked[1][region(name)]
    assert finding["code"] == "M01"
    assert UNOPENABLE[name][1] in finding["message"]
    assert finding["file"] == f"regions/{region(name)}/alue.yaml"


def test_all_errors_of_all_files_come_in_one_run_with_their_lines(place: Path) -> None:
    record(place, BAD).write_bytes(GOOD_START + b"kielett: [fi]\nkuvitteellinen: joo\n")
    edit(record(place), ("        nimeaja: kela\n", "        nimaeja: kela\n"))
    done = sopimukset(*AS_OF, "check", cwd=place)
    assert done.code == 1
    assert "regions/rikki/alue.yaml:4:1" in done.out
    assert "regions/rikki/alue.yaml:5:17" in done.out
    assert "  kielett: [fi]" in done.out.replace(" 4 |", "")
    assert "Tarkoititko avainta nimeaja?" in done.out


@pytest.mark.parametrize("verb", ["check", "generate", "schema", "doctor", "new kainuu"])
def test_without_a_workspace(tmp_path: Path, verb: str) -> None:
    done = sopimukset(*verb.split(), cwd=tmp_path)
    assert done.code == 3
    assert "Työtilaa ei löydy" in done.out + done.err
    assert "sopimukset init" in " ".join((done.out + done.err).split())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("verb", ["check", "generate"])
def test_a_folder_that_doesnt_exist(tmp_path: Path, verb: str) -> None:
    done = sopimukset("-C", "ei-ole", verb, cwd=tmp_path)
    assert done.code == 3
    assert "Kansiota ei-ole ei ole." in done.err


@pytest.mark.parametrize("verb", ["check", "generate"])
def test_nothing_to_work_on_is_never_success(tmp_path: Path, verb: str) -> None:
    (tmp_path / "regions").mkdir()
    done = sopimukset(verb, cwd=tmp_path)
    assert done.code == 3
    assert "ei ole yhtään aluetta" in done.err
    assert "sopimukset new" in done.err


@pytest.mark.parametrize("verb", ["check", "generate"])
def test_an_unknown_region_names_the_nearest_one(place: Path, verb: str) -> None:
    record(place, BAD).write_bytes(GOOD_START)
    done = sopimukset(verb, "paijathame", cwd=place)
    assert done.code == 3
    assert "Aluetta paijathame ei ole työtilassa." in done.err
    assert "paijat-hame" in done.err


def test_generate_without_a_confirmed_region_has_nothing_to_do(tmp_path: Path) -> None:
    root = workspace(tmp_path, "satakunta")
    done = sopimukset("generate", cwd=root)
    assert done.code == 3
    assert done.err


@pytest.mark.parametrize("verb", ["init", "generate"])
def test_a_place_that_cant_be_written(place: Path, verb: str) -> None:
    record(place, BAD).write_bytes(GOOD_START)
    before = fingerprints(place)
    where = "regions/paijat-hame/alue.yaml/sisalla"
    arguments = ["init", where] if verb == "init" else ["generate", "--out", where]
    done = sopimukset(*AS_OF, *arguments, cwd=place)
    assert done.code == 4, done
    assert "regions/paijat-hame/alue.yaml" in done.err
    assert "No such file" not in done.err + done.out
    assert "Not a directory" not in done.err + done.out
    assert fingerprints(place) == before


def test_new_in_a_place_that_cant_be_written(place: Path) -> None:
    (place / "regions" / "kainuu").write_bytes(b"a file where the folder should be")
    done = sopimukset("new", "kainuu", cwd=place)
    assert done.code == 4
    assert "/kainuu/alue.yaml ei voi kirjoittaa: " in done.err


def test_schemas_in_a_place_that_cant_be_written(place: Path) -> None:
    (place / "schemas").write_bytes(b"a file where the folder should be")
    done = sopimukset("schema", cwd=place)
    assert done.code == 4
    assert "schemas" in done.err


def test_a_reader_that_leaves_early_is_no_failure(place: Path) -> None:
    record(place, BAD).write_bytes(GOOD_START)
    with subprocess.Popen(
        [*PROGRAM, *AS_OF, "check", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=place,
        env=environment(),
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()
    assert said == b""
    assert running.returncode == 0


@pytest.mark.parametrize("changes", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_without_a_terminal(place: Path, changes: dict[str, str]) -> None:
    record(place, BAD).write_bytes(b"")
    done = sopimukset(*AS_OF, "check", cwd=place, **changes)
    assert "\x1b" not in done.out + done.err
