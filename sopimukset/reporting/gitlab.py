"""Findings as a GitLab Code Quality report, shown in merge requests.

The keys are those of GitLab's documentation, "Code Quality report format".
"""

from __future__ import annotations

import json

from sopimukset.base.speech import say
from sopimukset.findings import Finding, Severity, sorted_findings
from sopimukset.reporting.identity import with_fingerprints
from sopimukset.reporting.report import Report
from sopimukset.reporting.words import ACKNOWLEDGED_WORD

_SEVERITIES = {
    Severity.ERROR: "critical",
    Severity.WARNING: "major",
    Severity.DEADLINE: "minor",
    Severity.OPEN: "info",
    Severity.INFO: "info",
}


def render(report: Report, *, colour: bool, width: int) -> str:
    """The report as JSON; `colour` and `width` concern people only."""
    found = with_fingerprints(sorted_findings(report.findings))
    issues = [_issue(item, mark, report.prefix) for item, mark in found]
    return json.dumps(issues, ensure_ascii=False, indent=2)


def _issue(finding: Finding, fingerprint: str, prefix: str) -> dict[str, object]:
    told = f" ({say(ACKNOWLEDGED_WORD)})" if finding.acknowledged else ""
    return {
        "description": f"{finding.code}{told}: {finding.message} {finding.advice}".rstrip(),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": "info" if finding.acknowledged else _SEVERITIES[finding.severity],
        "location": {
            "path": prefix + finding.file,
            "lines": {"begin": finding.line, "end": finding.end_line},
        },
    }
