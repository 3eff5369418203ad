"""Findings as SARIF 2.1.0 (OASIS standard, 2020 with errata 01): for code scanning services.

Every rule is described with its page and its provision, whether it found something or not: a
reader can tell a rule that is content from one that was never asked.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote

from sopimukset import __version__
from sopimukset.base.speech import language, say
from sopimukset.findings import Finding, Severity, sorted_findings
from sopimukset.law.explain import Explanation, Section, explanation, page
from sopimukset.law.registry import CHECKED, TITLES
from sopimukset.reporting.identity import with_fingerprints
from sopimukset.reporting.report import Report

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "sopimukset/v1"
"""Names how the fingerprint is made; another way of making it gets another number."""

ROOT = "SRCROOT"
TOP = "Tietovaraston ylin kansio."
ACCEPTED = "Alue on kirjannut puutteen tunnistetuksi (tunnistetut_puutteet)."
HOW = "Miten korjaan"
PROVISIONS = "Säännökset"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_PRECISION = {"A": "very-high", "A-": "high", "B": "medium", "C": "low"}
_WORD = re.compile(r"[A-Za-z0-9]+")

Plain = dict[str, Any]


def render(report: Report, *, colour: bool, width: int) -> str:
    """The report as a SARIF log with one run; `colour` and `width` concern people only."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _run(report: Report) -> Plain:
    codes = {code: number for number, code in enumerate(report.codes or CHECKED)}
    found = with_fingerprints(sorted_findings(report.findings))
    return {
        "tool": {"driver": _driver(codes, report.as_of)},
        "columnKind": "unicodeCodePoints",
        "language": language(),
        "originalUriBaseIds": {
            ROOT: {"description": {"text": say(TOP)}},
        },
        "results": [_result(item, mark, codes, report.prefix) for item, mark in found],
        "properties": {"asOf": report.as_of.isoformat()},
    }


def _driver(codes: Mapping[str, int], on: date) -> Plain:
    return {
        "name": "sopimukset",
        "semanticVersion": __version__,
        "rules": [_rule(explanation(code, on, language())) for code in codes],
    }


def _rule(told: Explanation) -> Plain:
    """What the reader of a result is told of its rule."""
    rule: Plain = {
        "id": told.code,
        "name": _identifier(TITLES[told.code]),
        "shortDescription": {"text": told.title},
        "fullDescription": {"text": _plain(told.sections[0]) if told.sections else told.title},
        "help": {"text": _help(told), "markdown": _markdown(told)},
        "defaultConfiguration": {"level": _level(told.severity)},
        "properties": _traits(told),
    }
    address = next((item.url for item in told.provisions if item.url), "")
    return rule | {"helpUri": address} if address else rule


def _traits(told: Explanation) -> Plain:
    traits: Plain = {
        "tags": ["laki" if told.provisions else "tiedot", *told.concerns],
        "problem.severity": _level(told.severity).replace("note", "recommendation"),
    }
    if told.grade in _PRECISION:
        traits["precision"] = _PRECISION[told.grade]
    if told.provisions:
        traits["citations"] = [item.citation for item in told.provisions]
    return traits


def _help(told: Explanation) -> str:
    """The provisions and how to mend it, for readers that show no Markdown."""
    lines = [", ".join(item.citation for item in told.provisions)]
    lines += [_plain(item) for item in told.sections if item.heading in (HOW, say(HOW))]
    return "\n".join(filter(None, lines)) or told.title


def _plain(section: Section) -> str:
    return " ".join(section.text.replace("`", "").split())


def _markdown(told: Explanation) -> str:
    links = [
        f"- [{item.citation}]({item.url})" if item.url else f"- {item.citation}"
        for item in told.provisions
    ]
    return "\n".join(
        [
            page(told.code, language()).rstrip(),
            *(["", f"## {say(PROVISIONS)}"] if links else []),
            *links,
        ]
    )


def _identifier(title: str) -> str:
    """The title as one word, since a rule's `name` is an identifier (SARIF § 3.49.7)."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return "".join(word[:1].upper() + word[1:] for word in _WORD.findall(plain))


def _result(finding: Finding, mark: str, codes: Mapping[str, int], prefix: str) -> Plain:
    result: Plain = {
        "ruleId": finding.code,
        "ruleIndex": codes[finding.code],
        "level": _level(finding.severity),
        "message": {"text": f"{finding.message} {finding.advice}".rstrip()},
        "locations": [_location(finding, prefix)],
        "partialFingerprints": {FINGERPRINT: mark},
        "properties": {"severity": finding.severity.value, "citation": finding.citation},
    }
    suppressions = list(_suppressions(finding))
    return result | {"suppressions": suppressions} if suppressions else result


def _location(finding: Finding, prefix: str) -> Plain:
    place = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    uri = quote((prefix + finding.file).encode(errors="surrogateescape"))
    location: Plain = {
        "physicalLocation": {"artifactLocation": {"uri": uri, "uriBaseId": ROOT}, "region": place}
    }
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.path}]
    return location


def _suppressions(finding: Finding) -> Iterator[Plain]:
    """What the region has acknowledged is recorded in the file itself."""
    if finding.acknowledged:
        yield {"kind": "inSource", "status": "accepted", "justification": say(ACCEPTED)}


def _level(severity: Severity) -> str:
    return _LEVELS.get(severity, "note")
