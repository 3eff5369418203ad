"""One finding. It names no person: messages speak of places, parties and rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import Enum
from operator import attrgetter
from typing import Any


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


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding at a place.

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
        told: tuple[Any, ...] = (*_TOLD(self), True)
        return Finding(*told)


_TOLD = attrgetter(*(item.name for item in fields(Finding) if item.name != "acknowledged"))
"""All that a finding tells but the mark, in order: `replace` would look each field up anew."""


def sorted_findings(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in the order that every format promises: file, line, column, code."""
    return sorted(
        set(findings),
        key=lambda item: (item.file, item.line, item.column, item.code, item.path, item.message),
    )
