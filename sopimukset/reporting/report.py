"""What every format shows, and the one interface behind which the formats stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import Protocol

from sopimukset.findings import Finding, Severity

FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab")
"""The formats, each a module of this room with a function `render`."""

ACKNOWLEDGED = "acknowledged"
CHECK = "check"

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.DEADLINE, Severity.INFO, Severity.OPEN)


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one check.

    Attributes:
        as_of: the day on which the record was judged.
        findings: in any order.
        excerpt: gives a line (from 1) of a file, names masked; None where it must not be shown.
        regions: the folders that were asked about, those without findings too.
        strict: whether a warning makes the run fail.
        command: what made it; only a check judges as of a day, and shows the day to people.
        codes: the codes that were asked about, in order; all of a check's where it is empty.
        prefix: the way from the repository's top to the workspace, as `sopimus/`; "" where they
            are one. What a code host shows beside a file is found by its path in the repository.
    """

    as_of: date
    findings: Sequence[Finding]
    excerpt: Callable[[str, int], str | None]
    regions: Sequence[str] = ()
    strict: bool = False
    prefix: str = ""
    codes: Sequence[str] = ()
    command: str = CHECK

    @property
    def dated(self) -> bool:
        """Whether the findings depend on the day."""
        return self.command == CHECK


class Render(Protocol):
    """Makes a report into the text of a format, without a line end after the last line."""

    def __call__(self, report: Report, *, colour: bool, width: int) -> str:
        """The report in this format.

        Args:
            report: what was found.
            colour: whether the reader's terminal shows colours.
            width: columns of the reader's terminal.
        """
        ...


def renderer(name: str) -> Render:
    """The format of that name; its module is imported only now.

    Raises:
        KeyError: there is no such format.
    """
    if name not in FORMATS:
        raise KeyError(name)
    render: Render = import_module(f"sopimukset.reporting.{name}").render
    return render


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity; acknowledged ones are counted as such only."""
    found = {severity.value: 0 for severity in _ORDER} | {ACKNOWLEDGED: 0}
    for item in set(findings):
        found[ACKNOWLEDGED if item.acknowledged else item.severity.value] += 1
    return found


def fails(finding: Finding, *, strict: bool) -> bool:
    """Whether the finding makes a run fail: an error, with `strict` a warning too.

    An acknowledged finding or a deadline never does.
    """
    grave = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return finding.severity in grave and not finding.acknowledged


def worst(findings: Iterable[Finding]) -> Severity | None:
    """The gravest severity among the findings that nobody has acknowledged; None without any."""
    open_ones = (item.severity for item in findings if not item.acknowledged)
    return min(open_ones, key=lambda severity: severity.rank, default=None)
