"""One finding. It names no person: messages speak of places, parties and rules."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from operator import attrgetter
from typing import NamedTuple


class Severity(Enum):
    """How grave a finding is; the order is from grave to light."""

    ERROR = "error"
    WARNING = "warning"
    DEADLINE = "deadline"
    OPEN = "open"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


class Finding(NamedTuple):
    """A finding at a place: a tuple, as all that rules find is made, copied, hashed and sorted.

    Attributes:
        code: the rule's code (G07, T01, M02, V01).
        severity: as judged on the as-of day.
        message: one sentence or two in the reader's language.
        advice: what to do about it.
        file: path from the workspace's root, with `/`.
        line, column, end_line, end_column: from 1, in characters; the end is not included.
        path: the place in the record (`johtoryhmat[tym].jasenet[kela-1]`), "" for the whole file.
        region: the folder's name.
        citation: the provision, "" for form and syntax.
        url: the provision's address, "" where there is none.
        acknowledged: whether the region has acknowledged the defect.
    """

    code: str
    severity: Severity
    message: str
    advice: str
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    path: str
    region: str
    citation: str = ""
    url: str = ""
    acknowledged: bool = False

    def as_acknowledged(self) -> Finding:
        """The same finding, marked as one that the region has acknowledged."""
        return self._replace(acknowledged=True)


_ORDER = attrgetter("file", "line", "column", "code", "path", "message")


def sorted_findings(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in the order that every format promises: file, line, column, code."""
    return sorted(set(findings), key=_ORDER)
