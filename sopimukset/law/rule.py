"""What a rule is, and what it says when it finds something."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from sopimukset.base.periods import FOREVER, Period
from sopimukset.findings import Severity

IN_FORCE = date(2025, 1, 1)
"""The day on which 381/2023 and 388/2024 came into force (383/2023 1 §, 388/2024 5 §)."""

SINCE_2025 = Period(IN_FORCE, FOREVER)

Path = tuple[str | int, ...]

NO_VALUES: Final[Mapping[str, object]] = MappingProxyType({})
"""Of a message without places for values."""


class Scope(Enum):
    """What a rule is asked about: it is called once for each."""

    FILE = "file"
    REGION = "region"
    GROUP = "group"
    AGREEMENT = "agreement"
    LAYOUT = "layout"
    VERSION = "version"


class Hit(NamedTuple):
    """Something that a rule found: a tuple, which takes a tenth of the time of a dataclass to make.

    Attributes:
        path: the place in the region's file.
        message: a Finnish sentence; `{…}` are filled from `values`, `{aika}` from `during`.
        advice: what to do.
        during: the days on which it is wrong; None where no day mends it.
        missing: nothing is recorded, as opposed to something that contradicts the law.
        severity: where the rule's page says that this case is graver or lighter than the rule.
        at_key: whether the path's last key is what is wrong, not its value.
        quoted: words of the text at the path that it is about, each within those before them.
        citation: the one of the rule's provisions that this hit rests on; "" where all do.
        lines: first and last place as line, column, where the finding is not at a value.
    """

    path: Path
    message: str
    advice: str
    values: Mapping[str, object] = NO_VALUES
    during: Period | None = None
    missing: bool = False
    severity: Severity | None = None
    lines: tuple[int, int, int, int] | None = None
    at_key: bool = False
    citation: str = ""
    quoted: tuple[str, ...] = ()


Check = Callable[[Any], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the law, or of the record's own consistency.

    Attributes:
        code: never reused.
        title: what it demands, in a line of Finnish.
        severity: the gravest that it gives.
        citations: the provisions that it rests on, as `381/2023 9 § 1 mom`; empty for T and M.
        grade: how sure the reading is (A read in the text … C interpretation), "" for our own.
        decides: which day decides, in Finnish.
        scope: what it is asked about.
        check: gives its hits.
        valid: the days on which the rule is in force.
        concerns: who needs to know: sihteeri, tarkastaja, ci.
        worth: of a rule of files: whether there may be anything for it in a region's files, told
            without a walk of them; None where it is to be asked of every file.
        check_library: of a rule of agreements: its hits in a file of model clauses; None where it
            reads no wording that stands there.
        settled: of a rule of regions, groups or agreements: the facts of `law.facts` with which
            it has nothing to find, added up; 0 where it is to be asked of each.
        later: severities from later days on, in order, where the law's text has become uncertain.
    """

    code: str
    title: str
    severity: Severity
    citations: tuple[str, ...]
    grade: str
    decides: str
    scope: Scope
    check: Check
    valid: Period = SINCE_2025
    concerns: tuple[str, ...] = ("sihteeri", "tarkastaja", "ci")
    later: tuple[tuple[date, Severity], ...] = ()
    worth: Callable[[Any], bool] | None = None
    settled: int = 0
    check_library: Check | None = None

    def severity_on(self, day: date) -> Severity:
        """The gravest severity that the rule gives on a day."""
        if not self.later:  # as of nearly all
            return self.severity
        known = [severity for since, severity in self.later if since <= day]
        return known[-1] if known else self.severity
