"""What is answered of a region's past: states, holders of a role, values, the annotated record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sopimukset.history.stories import State
from sopimukset.history.tenure import Tenure
from sopimukset.workspace.locate import RECORD


@dataclass(frozen=True, slots=True)
class Skipped:
    """A state that can't be read, and why."""

    state: State
    reason: str


@dataclass(frozen=True, slots=True)
class Read:
    """A region's states.

    Attributes:
        region: the folder's name.
        states: all of them, the oldest first; what names a state by number means this list.
        skipped: those that can't be read.
        file: the file of its folder that was looked at.
    """

    region: str
    states: Sequence[State]
    skipped: Sequence[Skipped]
    file: str = RECORD

    @property
    def broken_now(self) -> bool:
        """Whether the newest state is one of those that can't be read."""
        return bool(self.skipped) and self.skipped[-1].state is self.states[-1]


@dataclass(frozen=True, slots=True)
class Held:
    """Who held a role.

    Attributes:
        read: the states that were looked at.
        role: as the record calls it.
        rows: every holding, group by group, the oldest first.
    """

    read: Read
    role: str
    rows: Sequence[Tenure]


@dataclass(frozen=True, slots=True)
class Value:
    """What a field became.

    Attributes:
        state: what wrote it, on a merged branch too.
        value: plain data; None where the field was taken away.
        there: whether the field was there.
    """

    state: State
    value: Any
    there: bool


@dataclass(frozen=True, slots=True)
class Values:
    """What a field has been."""

    read: Read
    path: str
    rows: Sequence[Value]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the record.

    Attributes:
        number: from 1.
        text: as it stands there, names of persons masked unless they were asked for.
        state: what gave it its meaning last; None where it has none of its own.
    """

    number: int
    text: str
    state: State | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of the record.

    Attributes:
        line: on which it stands.
        path: its place.
        at: the region's state that said it first, by its number.
        state: what wrote it, which may lie on a merged branch.
    """

    line: int
    path: str
    at: int
    state: State


@dataclass(frozen=True, slots=True)
class Annotated:
    """The record with what said each of its values.

    Attributes:
        file: the record's path.
        lines: as they stand in the newest state that can be read.
    """

    read: Read
    file: str
    lines: Sequence[Line]
    facts: Sequence[Fact]
