"""Findings for a person at a terminal: one look tells what, where, why and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sopimukset.base.speech import say
from sopimukset.findings import Finding, Severity, sorted_findings
from sopimukset.reporting.cells import marked, safe, wrapped
from sopimukset.reporting.report import Report
from sopimukset.reporting.words import ACKNOWLEDGED_WORD, COLOUR, SEVERITY, last_line

OPEN_POINTS = "Avoimet kohdat ({maara}):"
WHY, REMEDY = "Miksi: ", "Tee näin: "
NARROWEST = 40
"""Columns: a narrower terminal breaks the lines itself."""

_INDENT = "  "


def render(report: Report, *, colour: bool, width: int) -> str:
    """The findings file by file, open points last in each, and a line with the numbers."""
    text = _Text(report, colour=colour, width=max(width, NARROWEST))
    return "\n".join(text.lines())


class _Text:
    """One report being written; holds what each line needs to know."""

    def __init__(self, report: Report, *, colour: bool, width: int) -> None:
        self.report = report
        self.colour = colour
        self.width = width

    def lines(self) -> Iterator[str]:
        """The whole report, line by line: the files in order, then the summary."""
        found = sorted_findings(self.report.findings)
        for file, items in groupby(found, key=lambda item: item.file):
            yield from self.file(file, list(items))
        yield last_line(self.report)

    def file(self, file: str, findings: Sequence[Finding]) -> Iterator[str]:
        """A file's findings under its name; its open points as a list at the end."""
        yield self.painted(safe(file), bold=True)
        yield ""
        for finding in findings:
            if finding.severity is not Severity.OPEN:
                yield from self.finding(finding)
                yield ""
        points = [item for item in findings if item.severity is Severity.OPEN]
        if points:
            yield say(OPEN_POINTS).format(maara=len(points))
            for finding in points:
                yield from self.point(finding)
            yield ""

    def finding(self, finding: Finding) -> Iterator[str]:
        """A finding: what, where, the source line, why, what to do."""
        word = say(SEVERITY[finding.severity])
        told = f" ({say(ACKNOWLEDGED_WORD)})" if finding.acknowledged else ""
        head = f"{word} {finding.code}{told}: {finding.message}"
        first, *rest = wrapped(head, self.width, rest=_INDENT)
        label = f"{word} {finding.code}"
        yield self.painted(label, finding.severity) + first.removeprefix(label)
        yield from rest
        place = f"{finding.file}:{finding.line}:{finding.column}"
        yield safe(f"{_INDENT}{place}  {finding.path}".rstrip())
        yield from self.excerpt(finding)
        yield from self.reason(finding)
        yield from self.hung(say(REMEDY), finding.advice)

    def excerpt(self, finding: Finding) -> Iterator[str]:
        """The source line with the place marked below; nothing where it must not be shown."""
        line = self.report.excerpt(finding.file, finding.line)
        if line is None or not line.strip():
            return
        number = str(finding.line)
        margin = f"{_INDENT}{' ' * len(number)} | "
        end = finding.end_column if finding.end_line == finding.line else None
        source, marks = marked(line, finding.column, end, self.width - len(margin))
        yield f"{_INDENT}{number} | {source}"
        indent = marks[: len(marks) - len(marks.lstrip())]
        yield margin + indent + self.painted(marks.lstrip(), finding.severity)

    def reason(self, finding: Finding) -> Iterator[str]:
        """The provision and its address; an address keeps a line, so that it can be clicked."""
        if finding.citation:
            yield from self.hung(say(WHY), finding.citation)
        if finding.url:
            yield f"{_INDENT}{' ' * len(say(WHY))}{safe(finding.url)}"

    def point(self, finding: Finding) -> Iterator[str]:
        """An open point: a line of its own, place and code first."""
        told = f" ({say(ACKNOWLEDGED_WORD)})" if finding.acknowledged else ""
        head = f"{_INDENT}{finding.line}:{finding.column} {finding.code}  "
        indent = " " * len(head)
        first, *rest = wrapped(f"{finding.message}{told}", self.width, indent, indent)
        yield head + first.removeprefix(indent)
        yield from rest

    def hung(self, label: str, text: str) -> Iterator[str]:
        """A labelled paragraph whose further lines stand below its first word."""
        if text:
            indent = _INDENT + " " * len(label)
            yield from wrapped(text, self.width, _INDENT + label, indent)

    def painted(self, text: str, severity: Severity | None = None, *, bold: bool = False) -> str:
        """The text in the colour of a severity, where the terminal shows colours."""
        if not self.colour:
            return text
        from click import style  # only a terminal pays for it

        return style(text, fg=COLOUR[severity] if severity else None, bold=bold or None)
