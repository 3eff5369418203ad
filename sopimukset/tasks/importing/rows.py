"""The rows of a table: what each brings in, and what of it is refused, with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sopimukset.base.dates import finnish_day, iso_day
from sopimukset.base.speech import mark, say
from sopimukset.formats.tables.cells import Cell, Sheet
from sopimukset.formats.tables.numbers import NumberError, number
from sopimukset.tasks.importing.columns import INDICATOR, Columns
from sopimukset.workspace.masking import IDENTITY_CODE

NOTHING = frozenset({"-", "\N{EN DASH}", "\N{EM DASH}", "..", "...", "n/a", "ei tietoa"})
"""How offices write that there is no value."""

NUMBERS = ("arvo", "osoittaja", "nimittaja")
"""The fields that hold a value's numbers."""

AT = mark("{tiedosto}, rivi {rivi}, sarake {sarake} «{otsikko}»: {syy}")
NO_DAY = mark("{annettu} ei ole päivä: kirjoita 1.3.2026 tai 2026-03-01")
HIDDEN = mark("arvo {annettu} on peitetty lähteessä, eikä siitä saa lukua: jätä solu tyhjäksi")
IDENTITY = mark("solussa on henkilötunnus: poista se taulukosta")
TWICE = mark("sama tieto on jo rivillä {rivi}")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell that isn't taken, or of which something is to be known.

    Attributes:
        file: the table's name.
        row: the row, from 1.
        place: the column as its program names it.
        head: the column's head; empty where the whole row is meant.
        reason: why, in the run's language.
    """

    file: str
    row: int
    place: str
    head: str
    reason: str

    @property
    def told(self) -> str:
        """The refusal as the report tells it."""
        place = {"rivi": self.row, "sarake": self.place, "otsikko": self.head}
        values = {"tiedosto": self.file, **place}
        return say(AT).format(**values, syy=self.reason)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row, or one cell of it, brings in.

    Attributes:
        reader: of its row.
        target: the field whose cell is pointed to when the entry as a whole is refused.
        values: fields and values in the model's order; only those that are known.
    """

    reader: RowReader
    target: str
    values: Mapping[str, str | int | Decimal]


class RowReader:
    """Reads the cells of one row by field, and gathers what is refused."""

    def __init__(self, file: str, sheet: Sheet, columns: Columns, cells: Sequence[Cell]) -> None:
        self._file = file
        self._sheet = sheet
        self.row = cells[0].row
        self.heads = {head.target: head for head in columns.heads}
        self._cells = {head.target: cells[head.column - 1] for head in columns.heads}
        self.refusals: list[Refusal] = []

    @property
    def blank(self) -> bool:
        """Whether nothing stands in any of its columns."""
        return all(cell.empty for cell in self._cells.values())

    def head(self, target: str) -> str:
        """The head of a field's column; empty without one."""
        found = self.heads.get(target)
        return found.text if found else ""

    def cell(self, target: str) -> Cell | None:
        """The cell of a field; None without such a column, where empty, or where refused."""
        cell = self._cells.get(target)
        if cell is None or cell.empty or cell.text.casefold() in NOTHING:
            return None
        if cell.trouble or IDENTITY_CODE.search(cell.text):
            self.refuse(target, cell.trouble or say(IDENTITY))
            return None
        return cell

    def text(self, target: str) -> str | None:
        """The text of a field."""
        cell = self.cell(target)
        return cell.text if cell else None

    @property
    def without_value(self) -> bool:
        """Whether none of its numbers is given, and none refused."""
        fields = [name for name in self._cells if name.startswith(INDICATOR) or name in NUMBERS]
        return not self.refusals and all(self.cell(name) is None for name in fields)

    def number(self, target: str) -> Decimal | None:
        """The number of a field; a text that isn't surely one is refused."""
        cell = self.cell(target)
        if cell is None:
            return None
        if isinstance(cell.content, int | Decimal):
            return Decimal(cell.content)
        if cell.text.startswith(("<", "alle", "under")):
            self.refuse(target, say(HIDDEN).format(annettu=cell.text))
            return None
        try:
            return number(cell.text)
        except NumberError as error:
            self.refuse(target, str(error))
            return None

    def day(self, target: str) -> date | None:
        """The day of a field; a text that isn't one is refused."""
        cell = self.cell(target)
        if cell is None:
            return None
        if isinstance(cell.content, date):
            return cell.content
        found = iso_day(cell.text) or finnish_day(cell.text)
        if found is None:
            self.refuse(target, say(NO_DAY).format(annettu=cell.text))
        return found

    def refuse(self, target: str, reason: str) -> None:
        """Write down that the cell of a field isn't taken."""
        refusal = self.at(target, reason)
        if refusal not in self.refusals:
            self.refusals.append(refusal)

    def at(self, target: str, reason: str) -> Refusal:
        """What is to be said of the cell of a field, with its place; nothing is written down."""
        head = self.heads.get(target)
        place = self._sheet.place(head.column) if head else "–"
        return Refusal(self._file, self.row, place, self.head(target), reason)


def readers(file: str, sheet: Sheet, columns: Columns) -> Iterator[RowReader]:
    """The rows below the heads that hold something, in their order.

    Args:
        file: the table's name, which is told with each place.
        sheet: the table.
        columns: what its columns mean.
    """
    for cells in sheet.rows[columns.row :]:
        reader = RowReader(file, sheet, columns, cells) if cells else None
        if reader and not reader.blank:
            yield reader
