"""Checking: all findings of all files, never a byte written."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sopimukset import register
from sopimukset.findings import Finding, Severity
from sopimukset.law.cases import TYM
from sopimukset.law.check import Grounds, check_regions
from sopimukset.reporting import Report
from sopimukset.workspace.locate import find_root, region_names
from sopimukset.workspace.templates import clause_ids
from sopimukset.workspace.workspace import Region, chosen, read_region


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found.

    Attributes:
        regions: everything that was read, wanted or not.
        findings: of the wanted regions, sorted.
    """

    root: Path
    as_of: date
    regions: tuple[Region, ...]
    wanted: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def report(self) -> Report:
        """The findings with the means to show their lines."""
        return Report(self.as_of, self.findings, self._excerpt)

    def _excerpt(self, file: str, line: int) -> str | None:
        for region in self.regions:
            record = region.records.get(file)
            if record is not None:
                return record.excerpt(line)
        return None

    def errors_of(self, region: str) -> bool:
        """Whether an error stands in the region, acknowledged or not."""
        return any(
            item.region == region and item.severity is Severity.ERROR for item in self.findings
        )


def failing(findings: Sequence[Finding], *, strict: bool) -> bool:
    """Whether the findings make a run fail: errors, with `strict` warnings too.

    Acknowledged findings and deadlines never do.
    """
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(item.severity in grave and not item.acknowledged for item in findings)


def check(folder: Path, wanted: Collection[str], as_of: date) -> Checked:
    """Read every region and report on the wanted ones, on all where none is named.

    Raises:
        WorkspaceError: no workspace, no region, or none of that name.
    """
    root = find_root(folder)
    names = chosen(root, wanted)
    regions = tuple(read_region(root, name) for name in region_names(root))
    grounds = Grounds(register.load(), as_of, clause_ids(root, (TYM,)))
    findings = check_regions(regions, grounds, set(names))
    return Checked(root, as_of, regions, tuple(names), tuple(findings))
