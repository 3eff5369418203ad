"""Findings for other programs: the keys, their meaning and their order are a promise."""

from __future__ import annotations

import json

from sopimukset.findings import Finding, sorted_findings
from sopimukset.reporting.report import Report, counts

KEYS = (
    "code",
    "severity",
    "message",
    "file",
    "line",
    "column",
    "end_line",
    "end_column",
    "path",
    "region",
    "citation",
    "url",
    "acknowledged",
)
"""What each finding carries, in this order."""


def render(report: Report, *, colour: bool, width: int) -> str:
    """The report as JSON; `colour` and `width` concern people only."""
    return json.dumps(
        {
            "as_of": report.as_of.isoformat(),
            "summary": counts(report.findings),
            "findings": [_plain(item) for item in sorted_findings(report.findings)],
        },
        ensure_ascii=False,
        indent=2,
    )


def _plain(finding: Finding) -> dict[str, str | int | bool]:
    values = {key: getattr(finding, key) for key in KEYS}
    return values | {"severity": finding.severity.value}
