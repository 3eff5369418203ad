"""The formats as a person or CI meets them: by the command line, on records full of names."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sopimukset.cli import check as door
from sopimukset.cli import options
from sopimukset.law.rule import IN_FORCE
from sopimukset.reporting.report import FORMATS
from tests.support.command_line import AS_OF, sopimukset
from tests.support.workspaces import CHECKOUT, edit, record, workspace

FIRST, LAST = "Mielikuvitusta", "Keksitty-Olematon"
CODE = "010190-123A"


@pytest.fixture(scope="module")
def full_of_names(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A region in which every person has a name, and some have it in a wrong place."""
    root = workspace(tmp_path_factory.mktemp("nimia"))
    for path in (root / "regions").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        named, count = re.subn(r"\{nimike:", f"{{nimi: {FIRST} {LAST}, nimike:", text)
        path.write_text(named, encoding="utf-8")
        if path.name == "alue.yaml":
            assert count > 5
    edit(
        record(root),
        ("rooli: kela", "rooli: keela"),
        (
            "    jasenet:  ",
            f"    sihteeri: [{{nimi: {FIRST} {LAST}, alkaen: 1.2.2025}}, {{nmi: {LAST}}}]\n"
            f"    asiantuntijat: [{{nimi: {LAST}, nimike: {CODE}, alkaen: x}}]\n"
            f"    varapuheenjohtaja: {FIRST} {LAST}\n    jasenet:  ",
        ),
    )
    follow_up = next((root / "regions").rglob("kokoukset/*.yaml"))
    follow_up.write_text(
        follow_up.read_text("utf-8") + f"\nsihteeri: {FIRST} {LAST}\n", encoding="utf-8"
    )
    return root


@pytest.mark.parametrize("form", FORMATS)
def test_no_name_and_no_identity_code_is_shown(full_of_names: Path, form: str) -> None:
    cache = full_of_names.parent / "valimuisti"
    for _ in range(2):  # worked out, and remembered
        done = sopimukset(
            *AS_OF, "check", "--format", form, cwd=full_of_names, SOPIMUKSET_CACHE=str(cache)
        )
        assert done.code == 1
        assert len(done.out) > 500
        for secret in (LAST, f"{FIRST} ", CODE):
            assert secret not in done.out + done.err


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = workspace(tmp_path_factory.mktemp("maa"), "paijat-hame", "lappi", "satakunta")
    edit(record(root), ("rooli: kela", "rooli: keela"))
    return root


def as_json(root: Path) -> Any:
    return json.loads(sopimukset(*AS_OF, "check", "--format", "json", cwd=root).out)


def test_the_json_is_as_its_schema_says(country: Path, full_of_names: Path) -> None:
    schema = json.loads((CHECKOUT / "schemas/check.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    strict = json.loads(json.dumps(schema))
    for part in (strict, strict["properties"]["summary"], strict["$defs"]["finding"]):
        part["additionalProperties"] = False  # nothing is told that the schema doesn't document
    reader = jsonschema.Draft202012Validator(strict)
    for root in (country, full_of_names):
        found = as_json(root)
        assert found["findings"]
        reader.validate(found)


def test_every_format_tells_of_the_same_findings(country: Path) -> None:
    expected = len(as_json(country)["findings"])

    def told(form: str) -> str:
        return sopimukset(*AS_OF, "check", "--format", form, cwd=country).out

    assert len(json.loads(told("sarif"))["runs"][0]["results"]) == expected
    assert len(json.loads(told("gitlab"))) == expected
    assert sum(line.startswith("::") for line in told("github").splitlines()) == expected
    assert told("junit").count("<testcase ") == expected


@pytest.mark.parametrize("form", FORMATS)
def test_the_exit_code_is_that_of_the_findings(country: Path, form: str) -> None:
    arguments = (*AS_OF, "check", "--format", form)
    assert sopimukset(*arguments, cwd=country).code == 1
    assert sopimukset(*arguments, "satakunta", cwd=country).code == 0


def test_an_unknown_format_is_refused_in_finnish_with_the_known_ones(country: Path) -> None:
    done = sopimukset("check", "--format", "xml", cwd=country)
    assert (done.code, done.out) == (2, "")
    assert "xml" in done.err
    assert "ei ole" in done.err
    for form in FORMATS:
        assert form in done.err


def test_the_door_knows_the_formats_and_the_acts_first_day() -> None:
    assert options.REPORTS == FORMATS
    assert door.IN_FORCE == IN_FORCE


@pytest.mark.parametrize(("day", "told"), [("2024-12-31", True), ("2025-01-01", False)])
def test_a_day_before_the_act_is_told_of(country: Path, day: str, told: bool) -> None:
    done = sopimukset("--as-of", day, "check", "satakunta", "--format", "json", cwd=country)
    assert ("laki 381/2023 ei ollut vielä voimassa" in done.err) is told
    assert json.loads(done.out)["as_of"] == date.fromisoformat(day).isoformat()


def test_paths_are_the_repositorys_where_the_workspace_is_a_folder_of_it(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    root = workspace(tmp_path / "sopimus", "satakunta")
    done = sopimukset(*AS_OF, "-C", root, "check", "--format", "github", cwd=tmp_path)
    assert "file=sopimus/regions/satakunta/alue.yaml" in done.out
    found = json.loads(
        sopimukset(*AS_OF, "-C", root, "check", "--format", "json", cwd=tmp_path).out
    )
    assert {item["file"] for item in found["findings"]} == {"regions/satakunta/alue.yaml"}
