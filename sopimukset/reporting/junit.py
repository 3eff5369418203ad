"""Findings as JUnit XML: what CI systems show as tests.

A region is a suite and a finding a case of it. What makes the run fail is a failure, an
acknowledged defect is a case that was skipped, the rest is a case that passed and has something to
say. A region without findings has one case that passed: no region vanishes from the list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from sopimukset.base.speech import say
from sopimukset.findings import Finding, sorted_findings
from sopimukset.reporting.report import Report, fails
from sopimukset.reporting.words import ACKNOWLEDGED_WORD, SEVERITY

NAME = "sopimukset {command}"
CLEAN = "ei havaintoja"
LIBRARIES = "mallilausekkeet"
"""The suite of what is found outside the regions."""

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, *, colour: bool, width: int) -> str:
    """The report as XML; `colour` and `width` concern people only."""
    suites = [_suite(name, items, report) for name, items in _by_region(report).items()]
    top = ET.Element(
        "testsuites", {"name": NAME.format(command=report.command), **_numbers(suites)}
    )
    top.extend(suites)
    ET.indent(top)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(top, encoding="unicode")


def _by_region(report: Report) -> Mapping[str, Sequence[Finding]]:
    found: dict[str, list[Finding]] = {name: [] for name in report.regions}
    for item in sorted_findings(report.findings):
        found.setdefault(item.region or LIBRARIES, []).append(item)
    return found


def _suite(name: str, findings: Sequence[Finding], report: Report) -> ET.Element:
    suite = ET.Element("testsuite", {"name": _legal(name)})
    if report.dated:
        properties = ET.SubElement(suite, "properties")
        day = {"name": "tarkastelupaiva", "value": report.as_of.isoformat()}
        ET.SubElement(properties, "property", day)
    seen: dict[str, int] = {}
    for finding in findings:
        title = f"{finding.code} {finding.path}".rstrip()
        seen[title] = seen.get(title, 0) + 1
        number = f" #{seen[title]}" if seen[title] > 1 else ""
        suite.append(_case(name, title + number, finding, report))
    if not findings:
        ET.SubElement(
            suite, "testcase", {"classname": _legal(name), "name": say(CLEAN), "time": "0"}
        )
    suite.attrib |= _numbers([suite])
    return suite


def _case(suite: str, title: str, finding: Finding, report: Report) -> ET.Element:
    place = {"file": _legal(report.prefix + finding.file), "line": str(finding.line)}
    names = {"classname": _legal(suite), "name": _legal(title), "time": "0"}
    case = ET.Element("testcase", names | place)
    message = _legal(finding.message)
    if finding.acknowledged:
        ET.SubElement(case, "skipped", {"message": f"{say(ACKNOWLEDGED_WORD)}: {message}"})
    if fails(finding, strict=report.strict):
        failure = ET.SubElement(case, "failure", {"message": message, "type": finding.code})
        failure.text = _legal(_told(finding))
    else:
        ET.SubElement(case, "system-out").text = _legal(_told(finding))
    return case


def _told(finding: Finding) -> str:
    """The finding in lines: what, where, why, what to do."""
    place = f"{finding.file}:{finding.line}:{finding.column} {finding.path}".rstrip()
    head = f"{say(SEVERITY[finding.severity])} {finding.code}: {finding.message}"
    return "\n".join(filter(None, (head, place, finding.citation, finding.url, finding.advice)))


def _numbers(suites: Sequence[ET.Element]) -> dict[str, str]:
    """The counts that a suite, or all of them, carry as attributes."""
    kinds = {"tests": "testcase", "failures": "failure", "skipped": "skipped"}
    counted = {
        name: sum(1 for suite in suites for _ in suite.iter(tag)) for name, tag in kinds.items()
    }
    return {name: str(number) for name, number in (counted | {"errors": 0}).items()}


def _legal(text: str) -> str:
    """The text without the characters that XML 1.0 does not know."""
    return _ILLEGAL.sub("\ufffd", text)
