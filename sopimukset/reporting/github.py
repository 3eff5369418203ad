"""Findings as workflow commands: GitHub shows each beside the line of the change it stands at.

The commands and their escapes are described in GitHub's documentation, "Workflow commands for
GitHub Actions". Columns count only where a finding begins and ends on one line; one of several
lines is shown at its first.
"""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.speech import say
from sopimukset.findings import Finding, Severity, sorted_findings
from sopimukset.reporting.report import Report
from sopimukset.reporting.words import ACKNOWLEDGED_WORD, SEVERITY, last_line

NOTICE = "notice"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = {**_DATA, ord(":"): "%3A", ord(","): "%2C"}


def render(report: Report, *, colour: bool, width: int) -> str:
    """A command for each finding, and a line with the numbers for who reads the log."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    found = sorted_findings(report.findings)
    for finding in found:
        yield _command(finding, report.prefix)
    yield last_line(report)


def _command(finding: Finding, prefix: str) -> str:
    level = NOTICE if finding.acknowledged else _LEVELS.get(finding.severity, NOTICE)
    properties = ",".join(
        f"{name}={str(value).translate(_PROPERTY)}"
        for name, value in _properties(finding, prefix).items()
    )
    why = f" ({finding.citation})" if finding.citation else ""
    message = f"{finding.message}{why} {finding.advice}".rstrip()
    return f"::{level} {properties}::{message.translate(_DATA)}"


def _properties(finding: Finding, prefix: str) -> dict[str, str | int]:
    word = say(ACKNOWLEDGED_WORD) if finding.acknowledged else say(SEVERITY[finding.severity])
    place: dict[str, str | int] = {"file": prefix + finding.file, "line": finding.line}
    if finding.line == finding.end_line:
        place |= {"col": finding.column, "endColumn": finding.end_column}
    # GitHub shows a note below its last line: below the first, where the item of a list begins.
    return place | {"endLine": finding.line, "title": f"{finding.code} {word}"}
