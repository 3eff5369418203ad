"""Reading XLSX: values as they are typed. Formulas and merged cells are told of, never guessed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from warnings import catch_warnings, simplefilter

from sopimukset.base.speech import mark, say
from sopimukset.formats import zip as archive
from sopimukset.formats.tables.cells import Cell, Content, Sheet, TableError
from sopimukset.formats.tables.csv import FEWER, MOST_ROWS, TOO_LONG

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_COLUMNS = 500
DIGITS = 12
"""Significant digits that a number keeps: a spreadsheet stores 0.1 + 0.2 with seventeen."""

NOT_XLSX = mark("Tiedosto ei ole Excel-työkirja (.xlsx): {syy}")
SAVE_XLSX = mark("Tallenna se Excelissä tai LibreOfficessa .xlsx-muotoon.")
OLD = mark("se on vanhaa .xls-muotoa tai suojattu salasanalla.")
DECLARED = mark("sen osa {osa} määrittelee oman dokumenttityypin.")
DAMAGED = mark("sen rakenne on rikki.")
NO_SHEET = mark("Työkirjassa ei ole taulukkoa {nimi}.")
SHEETS = mark("Taulukot: {nimet}.")
SEVERAL = mark("Työkirjassa on useita taulukoita.")
CHOOSE = mark("Kerro valitsimella --sheet, mikä niistä tuodaan: {nimet}.")
FORMULA = mark("solussa on kaava, jonka tulos voi olla vanhentunut: liitä tilalle arvo")
MERGED = mark("solu on yhdistetty alueella {alue}: pura yhdistäminen")
ERROR = mark("solussa on virhearvo {arvo}")
CLOCK = mark("solussa on kellonaika")
TRUTH = mark("solussa on totuusarvo")


def read_xlsx(data: bytes, sheet: str | None = None) -> Sheet:
    """Read one sheet of a workbook.

    Args:
        data: the file's bytes.
        sheet: its name; may be left out where only one sheet holds anything.

    Raises:
        TableError: no workbook, damaged, unsafe, no such sheet, or several to choose from.
    """
    _refuse_unsafe(data)
    import openpyxl

    try:
        with catch_warnings():
            simplefilter("ignore")  # of styles and extensions that only concern looks
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=False)
    except Exception as error:  # openpyxl raises whatever its parts stumble over
        raise TableError(say(NOT_XLSX).format(syy=say(DAMAGED)), say(SAVE_XLSX)) from error
    return _sheet(_chosen(book.worksheets, sheet))


def _refuse_unsafe(data: bytes) -> None:
    """Refuse what could unpack without end or read other files."""
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise TableError(say(NOT_XLSX).format(syy=say(OLD)), say(SAVE_XLSX))
    try:
        parts = archive.read(data)
    except archive.ZipError as error:
        raise TableError(say(NOT_XLSX).format(syy=error), say(SAVE_XLSX)) from error
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in part[:4096].upper():
            told = say(DECLARED).format(osa=name)
            raise TableError(say(NOT_XLSX).format(syy=told), say(SAVE_XLSX))


def _chosen(sheets: list[Any], wanted: str | None) -> Worksheet:
    names = ", ".join(item.title for item in sheets)
    if wanted is not None:
        found = [item for item in sheets if item.title.casefold() == wanted.casefold()]
        if not found:
            raise TableError(say(NO_SHEET).format(nimi=wanted), say(SHEETS).format(nimet=names))
        return found[0]
    filled = [item for item in sheets if item.max_row > 1 or item.max_column > 1] or sheets
    if len(filled) > 1:
        raise TableError(say(SEVERAL), say(CHOOSE).format(nimet=names))
    if not filled:
        raise TableError(say(NOT_XLSX).format(syy=say(DAMAGED)), say(SAVE_XLSX))
    return filled[0]


def _sheet(sheet: Worksheet) -> Sheet:
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        raise TableError(say(TOO_LONG).format(maara=MOST_ROWS), say(FEWER))
    merged = {
        (row, column): str(area)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    }
    rows = tuple(tuple(_cells(row, merged)) for row in sheet.iter_rows())
    return Sheet(sheet.title, rows, lettered=True)


def _cells(row: tuple[Any, ...], merged: dict[tuple[int, int], str]) -> Iterator[Cell]:
    for cell in row:
        place = (cell.row, cell.column)
        content = _content(cell.value)
        if "%" in str(cell.number_format) and isinstance(content, int | Decimal):
            content = _whole(Decimal(content) * 100)  # 82.3 % is stored as 0.823
        told = [say(MERGED).format(alue=merged[place])] if place in merged else []
        yield Cell(*place, content, "; ".join(filter(None, (*told, _trouble(cell)))))


def _trouble(cell: Any) -> str:  # noqa: ANN401 (openpyxl's)
    if cell.data_type == "f":
        return say(FORMULA)
    if cell.data_type == "e":
        return say(ERROR).format(arvo=cell.value)
    if isinstance(cell.value, time):
        return say(CLOCK)
    return say(TRUTH) if isinstance(cell.value, bool) else ""


def _whole(number: Decimal) -> int | Decimal:
    """A whole number as one."""
    return int(number) if number == number.to_integral_value() else number.normalize()


def _content(value: Any) -> Content:  # noqa: ANN401 (openpyxl's)
    """A number exact, a day without its midnight, everything else as text."""
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return _whole(Decimal(f"{value:.{DIGITS}g}"))
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return str(value)
