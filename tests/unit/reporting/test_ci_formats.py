"""What code hosts and CI systems are told: valid, escaped, recognisable from run to run."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from xml.dom import minidom

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.findings import Finding, Severity
from sopimukset.law.registry import CHECKED, TITLES
from sopimukset.reporting import Report, renderer
from sopimukset.reporting.identity import with_fingerprints

AS_OF = date(2026, 3, 1)
DATA = Path(__file__).resolve().parents[2] / "data"
FILE = "regions/paijat-hame/alue.yaml"
BASE = Finding(
    "G10",
    Severity.ERROR,
    "Puheenjohtajan on nimennyt muu kuin työvoimaviranomainen.",
    "Vaihtakaa puheenjohtaja.",
    FILE,
    20,
    25,
    20,
    28,
    "johtoryhmat[tym].puheenjohtaja",
    "paijat-hame",
    "388/2024 1 § 3 mom",
    "https://www.finlex.fi/fi/laki/ajantasa/2024/20240388",
)
FINDINGS = [
    BASE,
    BASE._replace(code="P03", severity=Severity.WARNING, line=12, end_line=14, acknowledged=True),
    BASE._replace(code="G08", severity=Severity.DEADLINE, line=14, end_line=14),
    BASE._replace(code="T04", severity=Severity.WARNING, line=15, end_line=15),
    BASE._replace(
        code="M02",
        file="regions/lappi/alue.yaml",
        region="lappi",
        path="",
        citation="",
        url="",
    ),
    BASE._replace(code="C01", file="templates/tym-sopimus/lausekkeet.yaml", region=""),
]
REGIONS = ("lappi", "paijat-hame", "uusimaa")
TEXTS = st.text(max_size=30)


def shown(name: str, findings: Sequence[Finding] = FINDINGS, **rest: Any) -> str:
    report = Report(AS_OF, findings, lambda _file, _line: "salainen rivi", REGIONS, **rest)
    return renderer(name)(report, colour=False, width=80)


def awkward(message: str, path: str, file: str) -> Finding:
    return BASE._replace(message=message, path=path, file=f"regions/x/{file}")


@pytest.mark.parametrize("name", ["sarif", "junit", "github", "gitlab"])
def test_no_source_line_is_shown(name: str) -> None:
    assert "salainen" not in shown(name)


@pytest.mark.parametrize("name", ["sarif", "junit", "github", "gitlab"])
def test_the_order_of_the_findings_makes_no_difference(name: str) -> None:
    assert shown(name, FINDINGS[::-1]) == shown(name)


@pytest.mark.parametrize("name", ["sarif", "gitlab", "junit", "github"])
def test_paths_are_those_of_the_repository(name: str) -> None:
    assert f"sopimus/{FILE}" in shown(name, prefix="sopimus/")


def sarif(findings: Sequence[Finding] = FINDINGS) -> Any:
    log = json.loads(shown("sarif", findings))
    schema = json.loads((DATA / "sarif/sarif-2.1.0-rtm.5.schema.json").read_text("utf-8"))
    jsonschema.Draft4Validator(schema).validate(log)
    return log["runs"][0]


def test_sarif_is_valid_and_tells_of_every_rule() -> None:
    rules = sarif()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CHECKED)
    for rule in rules:
        assert re.fullmatch("[A-Z][A-Za-z0-9]+", rule["name"])
        assert rule["shortDescription"]["text"] == TITLES[rule["id"]]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["help"]["markdown"].startswith(f"# {rule['id']}")
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        if rule["properties"].get("citations"):
            assert rule["helpUri"].startswith("https://www.finlex.fi/")


def test_sarif_results_point_to_rule_and_place() -> None:
    run = sarif()
    rules = run["tool"]["driver"]["rules"]
    results = run["results"]
    assert len(results) == len(FINDINGS)
    assert all(rules[item["ruleIndex"]]["id"] == item["ruleId"] for item in results)
    result = next(item for item in results if item["ruleId"] == "G10")
    assert result["level"] == "error"
    assert result["message"]["text"] == f"{BASE.message} {BASE.advice}"
    (location,) = result["locations"]
    assert location["physicalLocation"]["region"] == {
        "startLine": 20,
        "startColumn": 25,
        "endLine": 20,
        "endColumn": 28,
    }
    assert location["physicalLocation"]["artifactLocation"]["uri"] == FILE
    assert location["logicalLocations"] == [{"fullyQualifiedName": BASE.path}]
    assert run["columnKind"] == "unicodeCodePoints"


def test_sarif_levels() -> None:
    levels = {item["ruleId"]: item["level"] for item in sarif()["results"]}
    assert levels == {
        "G10": "error",
        "M02": "error",
        "C01": "error",
        "P03": "warning",
        "T04": "warning",
        "G08": "note",
    }


def test_sarif_suppresses_what_is_acknowledged_and_nothing_else() -> None:
    suppressed = {item["ruleId"]: item.get("suppressions") for item in sarif()["results"]}
    (only,) = suppressed.pop("P03")
    assert only["status"] == "accepted"
    assert only["justification"]
    assert not any(suppressed.values())


def marks(findings: Sequence[Finding]) -> list[str]:
    return [mark for _, mark in with_fingerprints(findings)]


def test_fingerprints_do_not_move_with_lines_or_dates() -> None:
    moved = [
        item._replace(line=item.line + 7, end_line=item.end_line + 7, column=2, message="Toinen.")
        for item in FINDINGS
    ]
    assert marks(moved) == marks(FINDINGS)


def test_fingerprints_differ_by_rule_path_file_and_occurrence() -> None:
    others = [
        BASE,
        BASE._replace(code="G11"),
        BASE._replace(path="johtoryhmat[tym]"),
        BASE._replace(file="regions/lappi/alue.yaml", region="lappi"),
        BASE._replace(line=30),
    ]
    assert len(set(marks(others))) == len(others)


@given(st.lists(st.builds(awkward, TEXTS, TEXTS, TEXTS), max_size=5))
def test_any_text_gives_valid_sarif(findings: list[Finding]) -> None:
    assert len(sarif(findings)["results"]) == len(set(findings))


def suites(findings: Sequence[Finding] = FINDINGS, **rest: Any) -> dict[str, minidom.Element]:
    """The suites as an XML reader sees them that had no part in writing them."""
    top = minidom.parseString(shown("junit", findings, **rest).encode()).documentElement
    assert top is not None
    assert top.tagName == "testsuites"
    found = {item.getAttribute("name"): item for item in top.getElementsByTagName("testsuite")}
    for holder in (top, *found.values()):
        for attribute, tag in (
            ("tests", "testcase"),
            ("failures", "failure"),
            ("skipped", "skipped"),
        ):
            assert int(holder.getAttribute(attribute)) == len(holder.getElementsByTagName(tag))
    return found


def cases(suite: minidom.Element) -> dict[str, minidom.Element]:
    found = suite.getElementsByTagName("testcase")
    named = {item.getAttribute("name"): item for item in found}
    assert len(named) == len(found), "two cases of one name"
    return named


def test_junit_has_a_suite_for_every_region() -> None:
    assert set(suites()) == {*REGIONS, "mallilausekkeet"}
    (name,) = cases(suites()["uusimaa"])
    assert name == "ei havaintoja"


def test_junit_fails_what_makes_the_run_fail() -> None:
    def failed(**rest: Any) -> set[str]:
        found = cases(suites(**rest)["paijat-hame"])
        return {name[:3] for name, item in found.items() if item.getElementsByTagName("failure")}

    assert failed() == {"G10"}
    assert failed(strict=True) == {"G10", "T04"}


def test_junit_tells_of_the_rest_without_failing() -> None:
    found = cases(suites()["paijat-hame"])
    acknowledged = found[f"P03 {BASE.path}"]
    assert acknowledged.getElementsByTagName("skipped")
    for name in (f"P03 {BASE.path}", f"G08 {BASE.path}", f"T04 {BASE.path}"):
        (told,) = found[name].getElementsByTagName("system-out")
        assert BASE.message in told.firstChild.data  # type: ignore[union-attr]
        assert found[name].getAttribute("line")


@given(st.lists(st.builds(awkward, TEXTS, TEXTS, TEXTS), max_size=5))
def test_any_text_gives_valid_junit(findings: list[Finding]) -> None:
    assert len(cases(suites(findings)["paijat-hame"])) == max(1, len(set(findings)))


COMMAND = re.compile(r"::(?P<level>\w+) (?P<properties>[^:]*)::(?P<message>.*)")


def commands(findings: Sequence[Finding] = FINDINGS) -> list[dict[str, str]]:
    """The commands as GitHub's runner reads them."""
    *lines, summary = shown("github", findings).splitlines()
    assert "tarkastelupäivä" in summary
    found = []
    for line in lines:
        match = COMMAND.fullmatch(line)
        assert match is not None, line
        properties = dict(part.split("=", 1) for part in match["properties"].split(","))
        texts = {**properties, "level": match["level"], "message": match["message"]}
        found.append({name: unescaped(text) for name, text in texts.items()})
    return found


def unescaped(text: str) -> str:
    for code, sign in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_github_commands() -> None:
    found = {item["title"][:3]: item for item in commands()}
    assert found["G10"]["level"] == "error"
    assert found["G10"]["file"] == FILE
    place = [found["G10"][name] for name in ("line", "col", "endLine", "endColumn")]
    assert place == ["20", "25", "20", "28"]
    assert BASE.message in found["G10"]["message"]
    assert {code: item["level"] for code, item in found.items()} == {
        "G10": "error",
        "M02": "error",
        "C01": "error",
        "P03": "notice",
        "T04": "warning",
        "G08": "notice",
    }


def test_github_shows_a_finding_of_several_lines_at_its_first() -> None:
    (found,) = commands([BASE._replace(end_line=220)])
    assert "col" not in found
    assert (found["line"], found["endLine"]) == ("20", "20")


def test_nothing_in_a_text_is_a_command_of_its_own() -> None:
    evil = BASE._replace(message="a\n::error::b\r\n100 % varma", file="regions/a,b:c/alue.yaml")
    (found,) = commands([evil])
    assert found["file"] == "regions/a,b:c/alue.yaml"
    assert "a\n::error::b\r\n100 % varma" in found["message"]


def test_gitlab_issues() -> None:
    found = json.loads(shown("gitlab"))
    assert len({item["fingerprint"] for item in found}) == len(FINDINGS)
    severities = {item["check_name"]: item["severity"] for item in found}
    assert severities == {
        "G10": "critical",
        "M02": "critical",
        "C01": "critical",
        "P03": "info",
        "T04": "major",
        "G08": "minor",
    }
    for item in found:
        assert item["description"].startswith(item["check_name"])
        assert set(item["location"]) == {"path", "lines"}
        assert item["location"]["lines"]["begin"] >= 1


@pytest.mark.parametrize(
    ("name", "empty"), [("gitlab", []), ("github", "Ei havaintoja (tarkastelupäivä 1.3.2026)")]
)
def test_nothing_found(name: str, empty: object) -> None:
    told = shown(name, [])
    assert (json.loads(told) if name == "gitlab" else told) == empty
