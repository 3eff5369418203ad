"""What a check found, in a form that can be kept: findings, the lines they stand on, the links.

Light on purpose: a result that is remembered is read with nothing but this module.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from sopimukset.findings import Finding, Severity

Lines = Mapping[tuple[str, int], str | None]


class Verdict(NamedTuple):
    """The findings of a whole workspace.

    Attributes:
        findings: of all regions and clause libraries, sorted.
        lines: source lines by file and number, names masked; None where one must not be shown.
        links: by region, what it may share with another: its counties, authorities and groups.
    """

    findings: tuple[Finding, ...]
    lines: Lines
    links: Mapping[str, frozenset[str]]

    @property
    def sound(self) -> bool:
        """Whether every rule came to its end, so that the verdict may be kept."""
        return all(item.code != "V01" for item in self.findings)


def packed(verdict: Verdict) -> bytes:
    """The verdict as bytes."""
    plain = {
        "findings": [_plain(item) for item in verdict.findings],
        "lines": [[file, line, text] for (file, line), text in verdict.lines.items()],
        "links": {name: sorted(links) for name, links in verdict.links.items()},
    }
    return json.dumps(plain, separators=(",", ":")).encode()


def unpacked(content: bytes) -> Verdict | None:
    """The verdict that the bytes hold; None where they hold none."""
    try:
        plain = json.loads(content)
        return Verdict(
            tuple(_finding(item) for item in plain["findings"]),
            {(file, line): text for file, line, text in plain["lines"]},
            {name: frozenset(links) for name, links in plain["links"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _plain(finding: Finding) -> list[Any]:
    code, severity, *rest = finding
    return [code, severity.value, *rest]


def _finding(plain: list[Any]) -> Finding:
    code, severity, *rest = plain
    return Finding(code, Severity(severity), *rest)
