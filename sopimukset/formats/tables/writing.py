"""Writing tables for those who calculate further: CSV and XLSX, the same bytes for the same rows.

A text that a spreadsheet could take for a formula is never handed to it as one: in CSV an
apostrophe stands before it, in XLSX it is stored as text.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from sopimukset.formats import zip as archive

Value = str | int | Decimal | date | None
"""What a cell may hold."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_SHEET_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_CORE = "docProps/core.xml"
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be written: its name, its heads, and its rows as wide as the heads."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def csv_bytes(sheet: Sheet, *, comma: bool) -> bytes:
    """A table as CSV in UTF-8 with a mark, by which Excel knows it.

    Args:
        sheet: the table.
        comma: whether numbers have a decimal comma and cells are parted by semicolons, as Finnish
            and Swedish spreadsheets expect; else points and commas.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";" if comma else ",", lineterminator="\r\n")
    writer.writerow([_harmless(head) for head in sheet.heads])
    writer.writerows([[_plain(value, comma=comma) for value in row] for row in sheet.rows])
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def xlsx_bytes(sheets: Sequence[Sheet], title: str, day: date) -> bytes:
    """Tables as a workbook: heads that stay in sight, filters, numbers and days as such.

    Args:
        sheets: at least one.
        title: of the workbook.
        day: its own day, never that of the run.
    """
    import openpyxl
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in sheets:
        page = book.create_sheet(_FORBIDDEN.sub(" ", sheet.name)[:_SHEET_NAME])
        for at, row in enumerate((sheet.heads, *sheet.rows), 1):
            for column, value in enumerate(row, 1):
                _put(page.cell(at, column), value)
        for column in range(1, len(sheet.heads) + 1):
            page.cell(1, column).font = Font(bold=True)
            widest = max(len(str(row[column - 1] or "")) for row in (sheet.heads, *sheet.rows))
            page.column_dimensions[get_column_letter(column)].width = min(widest + 3, _WIDEST)
        page.freeze_panes = "A2"
        page.auto_filter.ref = page.dimensions
    moment = datetime.combine(day, time())
    book.properties.title, book.properties.creator = title, "sopimukset"
    book.properties.created = moment
    stream = io.BytesIO()
    book.save(stream)
    return _timeless(stream.getvalue(), moment)


def _timeless(data: bytes, moment: datetime) -> bytes:
    """The same workbook without the moment at which it was written."""
    parts = archive.read(data)
    stamp = f"{moment.isoformat()}Z".encode()
    parts[_CORE] = re.sub(
        rb"(<dcterms:modified[^>]*>)[^<]*", lambda found: found[1] + stamp, parts[_CORE]
    )
    return archive.write(parts)


def _put(cell: object, value: Value) -> None:
    if isinstance(value, str):
        value = "".join(sign for sign in value if sign >= " " or sign in "\t\n")
        cell.value = value  # type: ignore[attr-defined]
        cell.data_type = "s"  # type: ignore[attr-defined]
        if value.startswith(_FORMULA):
            cell.quotePrefix = True  # type: ignore[attr-defined]
    elif value is not None:
        cell.value = value  # type: ignore[attr-defined]
        if isinstance(value, date):
            cell.number_format = "d.m.yyyy"  # type: ignore[attr-defined]


def _plain(value: Value, *, comma: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | Decimal):
        text = format(value, "f") if isinstance(value, Decimal) else str(value)
        return text.replace(".", ",") if comma else text
    return _harmless(value)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
