"""What a mutant is tried against: case files and worked regions, read once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from importlib import import_module

from sopimukset.findings import Finding, Severity
from sopimukset.law.check import Grounds, check_regions
from sopimukset.workspace.workspace import Region
from tests.acceptance.rules.rule_cases import (
    ROOT,
    Case,
    Expectation,
    cases,
    counts,
    grounds,
    regions_of,
    told,
)
from tests.acceptance.rules.said import Saying, is_held, recorded, said

CRASH = "V01"
DAYS = (date(2025, 6, 1), date(2026, 6, 1), date(2027, 2, 1))
GRAVE = frozenset({Severity.ERROR, Severity.WARNING})


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """Regions, a day, and what is to be found in them.

    Attributes:
        code: the rule that the case is about, "" for the worked regions.
        expected: the findings that count.
        sayings: what is said of them; of the case's own rule only.
    """

    code: str
    regions: list[Region]
    grounds: Grounds
    expected: list[Expectation]
    sayings: list[Saying] = field(default_factory=list)

    def fails(self, codes: Collection[str] | None) -> bool:
        """Whether the law, as it now is in this process, finds something else.

        Only the rules of `codes` are asked, all where it is None; a crash always counts.
        """
        check = import_module("sopimukset.law.check")
        rules = import_module("sopimukset.law.registry").RULES
        if codes is not None:
            # A changed rule is asked even where all is settled, or nobody would see the change.
            rules = [replace(rule, settled=0) for rule in rules if rule.code in codes]
        found = check.check_regions(self.regions, replace(self.grounds, rules=rules))
        return self._differ([item for item in found if _asked(item.code, codes)], codes)

    def _differ(self, found: list[Finding], codes: Collection[str] | None) -> bool:
        counted = [item for item in found if _counts(item, self.code)]
        expected = [item for item in self.expected if _asked(item.code, codes)]
        if sorted(told(item) for item in counted) != expected:
            return True
        is_ours = bool(self.code) and _asked(self.code, codes) and is_held(self.code)
        return is_ours and said(found, self.code) != self.sayings


def _asked(code: str, codes: Collection[str] | None) -> bool:
    return codes is None or code in codes or code == CRASH


def _counts(finding: Finding, code: str) -> bool:
    """In worked regions deadlines and open points come and go with the day."""
    return counts(finding, code) if code else finding.severity in GRAVE


def trials() -> list[Trial]:
    """All cases, and the worked regions on their three days."""
    return [*map(trial, cases()), *_worked()]


def trial(case: Case) -> Trial:
    """A case, read."""
    regions = regions_of(case.folder)
    prepared = grounds(case.as_of, root=case.folder)
    return Trial(case.code, regions, prepared, case.expected, recorded(case))


def _worked() -> Iterator[Trial]:
    regions = regions_of(ROOT)
    for day in DAYS:
        found = check_regions(regions, grounds(day))
        grave = sorted(told(item) for item in found if _counts(item, ""))
        yield Trial("", regions, grounds(day), grave)
