"""A table as it was read: cells with their places, and what hinders reading one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from string import ascii_uppercase

Content = str | int | Decimal | date | None
"""What a cell holds: text as it is written, a number or a day where the program says so."""


class TableError(ValueError):
    """A file that can't be read as a table; the message says where and why, in the run's language.

    Attributes:
        advice: what to do, said already.
        row: the row, from 1; 0 where it concerns the whole file.
    """

    def __init__(self, message: str, advice: str, row: int = 0) -> None:
        super().__init__(message)
        self.advice = advice
        self.row = row


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        row, column: from 1, as the program shows them.
        content: None where it is empty.
        trouble: why its content can't be relied on, in the run's language; else empty.
    """

    row: int
    column: int
    content: Content = None
    trouble: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it, and nothing hinders saying so."""
        return not self.trouble and (self.content is None or self.content == "")

    @property
    def text(self) -> str:
        """Its content as text without the spaces around it."""
        return "" if self.content is None else str(self.content).strip()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its rows from the first one, each as wide as the widest.

    Attributes:
        name: of the sheet; empty for a CSV file, which has none.
        lettered: whether the program names columns by letters.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    lettered: bool = False

    def place(self, column: int) -> str:
        """A column as its program names it: C, or 3."""
        return letters(column) if self.lettered else str(column)


def letters(column: int) -> str:
    """A column's letters: 1 is A, 27 is AA."""
    found = ""
    while column:
        column, digit = divmod(column - 1, len(ascii_uppercase))
        found = ascii_uppercase[digit] + found
    return found
