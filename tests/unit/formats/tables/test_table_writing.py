"""Tables for calculating: numbers and days as such, no text ever a formula, the same bytes."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.formats.tables.writing import Sheet, csv_bytes, xlsx_bytes

DAY = date(2026, 11, 22)
SHEET = Sheet(
    "Luvut: 2026/1",
    ("Alue", "Määrä", "Päivä"),
    (
        ("Päijät-Häme", Decimal("8.5"), DAY),
        ('=HYPERLINK("http://x")', 3, None),
        ("@SUM(A1)", -4, None),
    ),
)


def test_csv_has_decimal_commas_and_no_formulas() -> None:
    text = csv_bytes(SHEET, comma=True).decode("utf-8-sig")
    assert text.splitlines() == [
        "Alue;Määrä;Päivä",
        "Päijät-Häme;8,5;2026-11-22",
        '"\'=HYPERLINK(""http://x"")";3;',
        "'@SUM(A1);-4;",
    ]
    assert "8.5,2026-11-22" in csv_bytes(SHEET, comma=False).decode()


def test_a_workbook_reads_back_with_types_and_no_formulas() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([SHEET], "Otsikko", DAY)))
    page = book["Luvut  2026 1"]
    assert [cell.value for cell in page[2]][:2] == ["Päijät-Häme", 8.5]
    assert page["C2"].value.date() == DAY
    assert (page["A3"].data_type, page["A4"].data_type) == ("s", "s")
    assert page["B3"].value == 3
    assert page.freeze_panes == "A2"
    assert book.properties.title == "Otsikko"


def test_the_same_tables_give_the_same_bytes() -> None:
    assert xlsx_bytes([SHEET], "O", DAY) == xlsx_bytes([SHEET], "O", DAY)
    assert b"2026-11-22T00:00:00Z" in b"".join(_parts(xlsx_bytes([SHEET], "O", DAY)))


def _parts(data: bytes) -> list[bytes]:
    from sopimukset.formats import zip as archive

    return list(archive.read(data).values())


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20))
def test_no_text_is_handed_to_a_spreadsheet_as_a_formula(text: str) -> None:
    sheet = Sheet("t", ("a", "b"), ((text, 1),))
    row = next(
        csv.reader(
            io.StringIO(
                csv_bytes(sheet, comma=True).decode("utf-8-sig").split("\r\n", 1)[1], newline=""
            ),
            delimiter=";",
        )
    )
    assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert row[0].removeprefix("'") == text or row[0] == text
    page = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([sheet], "t", DAY))).active
    assert page["A2"].data_type != "f"
