"""Where each format points in a text, however it is written: at the words, not at its beginning."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.support.command_line import AS_OF, sopimukset
from tests.support.workspaces import CHECKOUT, EXAMPLE, edit, record, workspace

FILE = f"regions/{EXAMPLE}/alue.yaml"
LIBRARY = "templates/tym-sopimus/lausekkeet.yaml"
CODE = "C05"
WORDS = "TE-toimisto"
SAID = (
    f"Kela osallistuu yhteisiin kustannuksiin. {WORDS} on lakannut,",
    f"mutta {WORDS} ohjaa",
    "asiakkaan palveluun.",
)
ONE_LINE, LINES = " ".join(SAID), "\n      ".join(SAID)
FORMS = (f">-\n      {LINES}", f'"{LINES}"', ONE_LINE, f'"{ONE_LINE}"', f"'{ONE_LINE}'")
CLAUSE = f"""
  - tunnus: oma
    versiot:
      - otsikko: {{fi: Oma, sv: Egen}}
        kappaleet:
          - fi: |
              Yhteyshenkilö on Erkki Esimerkki.
              Asiakkaan ohjaa {WORDS}, ja palvelu alkaa.
            sv: Parterna ordnar servicen.
"""


@pytest.fixture(scope="module", params=FORMS)
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A region and a library that use an outdated name in the middle of a text."""
    root = workspace(tmp_path_factory.mktemp("merkit"))
    path = record(root)
    text = path.read_text(encoding="utf-8")
    found = re.search(r"kelan_osallistuminen:(?:[^\n]*\n)(?: {6,}[^\n]*\n)*", text)
    assert found is not None
    edit(path, (found[0], f"kelan_osallistuminen: {request.param}\n"))
    library = root / LIBRARY
    library.parent.mkdir(parents=True)
    shipped = (CHECKOUT / LIBRARY).read_text(encoding="utf-8").rstrip("\n")
    library.write_text(shipped + CLAUSE, encoding="utf-8")
    return root


def told(root: Path, form: str) -> str:
    return sopimukset(*AS_OF, "check", "--format", form, cwd=root).out


def place(root: Path, file: str) -> tuple[int, int, int]:
    """Line, column and end column of the last time the words stand in a file."""
    lines = (root / file).read_text(encoding="utf-8").split("\n")
    line = max(number for number, text in enumerate(lines, 1) if WORDS in text)
    column = lines[line - 1].rindex(WORDS) + 1
    return line, column, column + len(WORDS)


both = pytest.mark.parametrize("file", [FILE, LIBRARY])


@both
def test_text_shows_the_line_with_the_words_marked(root: Path, file: str) -> None:
    line, column, _ = place(root, file)
    lines = told(root, "text").splitlines()
    at = next(
        number for number, text in enumerate(lines) if f"{file}:{line}:{column} " in f"{text} "
    )
    source = (root / file).read_text(encoding="utf-8").split("\n")[line - 1]
    shown, marks = lines[at + 1].split(" | ")[1], lines[at + 2].split(" | ")[1].rstrip()
    left = len(source) - len(shown.lstrip("…")) if shown.startswith("…") else 0
    assert shown.endswith(source[left:])  # of a long line only what is near is shown
    first = column - 1 - left + (len("…") if left else 0)
    assert marks == " " * first + "^" * len(WORDS)


@both
def test_json_and_sarif_tell_the_words_place(root: Path, file: str) -> None:
    line, column, end = place(root, file)
    (found,) = _of(file, json.loads(told(root, "json"))["findings"])
    assert (found["line"], found["column"]) == (line, column)
    assert (found["end_line"], found["end_column"]) == (line, end)
    regions = [
        item["locations"][0]["physicalLocation"]
        for item in json.loads(told(root, "sarif"))["runs"][0]["results"]
        if item["ruleId"] == CODE
    ]
    expected = {"startLine": line, "startColumn": column, "endLine": line, "endColumn": end}
    assert expected in [
        item["region"] for item in regions if item["artifactLocation"]["uri"] == file
    ]


def _of(file: str, findings: list[Any]) -> list[Any]:
    return [item for item in findings if (item["code"], item["file"]) == (CODE, file)]


@both
def test_the_formats_of_code_hosts_point_at_the_words_line(root: Path, file: str) -> None:
    line, column, end = place(root, file)
    assert f"file={file},line={line},col={column},endColumn={end}," in told(root, "github")
    places = [item["location"] for item in json.loads(told(root, "gitlab"))]
    assert {"path": file, "lines": {"begin": line, "end": line}} in places
    cases = ElementTree.fromstring(told(root, "junit")).iter("testcase")
    assert str(line) in [item.get("line") for item in cases if item.get("file") == file]


def test_no_name_of_the_library_is_shown(root: Path) -> None:
    edit(
        root / LIBRARY,
        (f"Esimerkki.\n              Asiakkaan ohjaa {WORDS}", f"Esimerkki. {WORDS}"),
    )
    shown = told(root, "text")
    assert f"{WORDS}, ja palvelu alkaa." in shown
    assert "Esimerkki" not in shown
