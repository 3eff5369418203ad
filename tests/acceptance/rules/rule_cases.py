"""Case files of rules: what a folder under `tests/data/rules` says, and what the check finds in it.

A case is `<CODE>/{good,bad}/<name>/regions/<alue>/…`. Comments in its files say what is expected:

    # as-of: 2026-06-01
    # odotus: G07 error 41:5
    # odotus: P03 warning 12:3 tunnistettu
    # odotus: M01 error 1:1 regions/savo/alue.yaml

The place is in the file that holds the comment unless a file is named; `tunnistettu` marks a
finding that the region has acknowledged. A file whose content can't hold a comment has its
expectations in `odotukset.txt` beside `regions/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from sopimukset import register
from sopimukset.findings import Finding, Severity
from sopimukset.formats.yaml import read
from sopimukset.law.check import Grounds, check_regions
from sopimukset.law.registry import RULES
from sopimukset.law.rule import Rule
from sopimukset.model import Lausekekirjasto
from sopimukset.workspace.layouts import layouts
from sopimukset.workspace.locate import region_names
from sopimukset.workspace.record import read_record
from sopimukset.workspace.templates import LIBRARY
from sopimukset.workspace.workspace import Region, read_region

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "tests" / "data" / "rules"
BASES = DATA / "_base"

AS_OF = re.compile(rb"^# as-of: (\d{4}-\d{2}-\d{2})\s*$", re.MULTILINE)
EXPECTED = re.compile(
    rb"^# odotus: (?P<code>[A-Z]\d\d) (?P<severity>[a-z]+) (?P<line>\d+):(?P<column>\d+)"
    rb"(?P<acknowledged> tunnistettu)?(?: (?P<file>(?:regions|templates)/\S+))?\s*$",
    re.MULTILINE,
)
YEARLY = ("A14", "G19", "G20")
ATTEMPT = re.compile(rb"^# odotus", re.MULTILINE)


@dataclass(frozen=True, slots=True, order=True)
class Expectation:
    """A finding as a case tells of it."""

    file: str
    line: int
    column: int
    code: str
    severity: str
    acknowledged: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One case folder."""

    folder: Path

    @property
    def code(self) -> str:
        """The rule that the case is about."""
        return self.folder.parent.parent.name

    @property
    def good(self) -> bool:
        """Whether nothing is to be found."""
        return self.folder.parent.name == "good"

    @property
    def name(self) -> str:
        """How the case is called in a test report."""
        return self.folder.relative_to(DATA).as_posix()

    @property
    def files(self) -> list[Path]:
        """All files of the case."""
        return sorted(path for path in self.folder.rglob("*") if path.is_file())

    @property
    def as_of(self) -> date:
        """The one day that its files name."""
        days = {day for path in self.files for day in AS_OF.findall(path.read_bytes())}
        assert len(days) == 1, f"{self.name}: one as-of day is wanted, found {sorted(days)}"
        return date.fromisoformat(days.pop().decode())

    @property
    def expected(self) -> list[Expectation]:
        """The findings that its files tell of."""
        return sorted(item for path in self.files for item in self._expected_in(path))

    def _expected_in(self, path: Path) -> Iterator[Expectation]:
        source = path.read_bytes()
        here = path.relative_to(self.folder).as_posix()
        matches = list(EXPECTED.finditer(source))
        assert len(matches) == len(ATTEMPT.findall(source)), f"{path}: a malformed odotus line"
        for match in matches:
            yield Expectation(
                file=match["file"].decode() if match["file"] else here,
                line=int(match["line"]),
                column=int(match["column"]),
                code=match["code"].decode(),
                severity=match["severity"].decode(),
                acknowledged=match["acknowledged"] is not None,
            )


def cases() -> list[Case]:
    """All cases, found by path."""
    folders = (path for path in DATA.glob("*/*/*") if path.parts[-3] != BASES.name)
    return [Case(folder) for folder in sorted(folders) if folder.is_dir()]


@cache
def clauses() -> dict[str, frozenset[str]]:
    """Ids of the model clauses by kind, from the libraries that the agreements are made of."""
    libraries = (read(path.read_bytes()).data for path in (ROOT / "templates").glob(f"*/{LIBRARY}"))
    return {
        library["laji"]: frozenset(item["tunnus"] for item in library["lausekkeet"])
        for library in libraries
    }


def regions_of(root: Path) -> list[Region]:
    """The regions of a workspace, read."""
    return [read_region(root, name) for name in region_names(root)]


def grounds(as_of: date, rules: Sequence[Rule] = RULES, root: Path | None = None) -> Grounds:
    """What a check stands on in these tests; with `root` its own model clauses and layouts too."""
    found = sorted(root.glob(f"templates/*/{LIBRARY}")) if root else []
    libraries = [read_record(root, "", path, Lausekekirjasto) for path in found if root]
    own = {item.model.laji: item.model for item in libraries if item.model}
    return Grounds(
        register.load(),
        as_of,
        clauses(),
        rules,
        libraries=libraries,
        layouts=list(layouts(root)) if root else [],
        library_of=own.get,  # shipped wording changes, what a case says of a version doesn't
    )


def findings_of(root: Path, as_of: date) -> list[Finding]:
    """Everything that the check finds in a workspace."""
    return check_regions(regions_of(root), grounds(as_of, root=root))


def told(finding: Finding) -> Expectation:
    """A finding in the terms of an expectation."""
    return Expectation(
        finding.file,
        finding.line,
        finding.column,
        finding.code,
        finding.severity.value,
        finding.acknowledged,
    )


def counts(finding: Finding, code: str) -> bool:
    """Whether a case about `code` must expect the finding: its own, and all above information.

    A yearly duty of the current year is a deadline, or an open point, in every region until it is
    done, so only the cases of those rules tell of it.
    """
    if finding.code == code:
        return True
    waits = finding.severity in (Severity.DEADLINE, Severity.OPEN) and finding.code in YEARLY
    return finding.severity is not Severity.INFO and not waits
