"""Tables as offices keep them: what is read, and what is told instead of being guessed."""

from __future__ import annotations

import codecs
import csv
import io
import re
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.formats.tables.cells import TableError, letters
from sopimukset.formats.tables.csv import read_csv
from sopimukset.formats.tables.numbers import NumberError, number
from sopimukset.formats.tables.xlsx import read_xlsx

NBSP, NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12", "12"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("1 234,5", "1234.5"),
        (f"1{NBSP}234", "1234"),
        (f"12{NARROW}345{NARROW}678", "12345678"),
        ("-3", "-3"),
        ("\N{MINUS SIGN}3,25", "-3.25"),
        ("0,125", "0.125"),
        ("1234,567", "1234.567"),
        ("  7 ", "7"),
        ("82,3 %", "82.3"),
    ],
)
def test_a_number_as_people_type_it(text: str, meant: str) -> None:
    assert number(text) == Decimal(meant)


@pytest.mark.parametrize("text", ["1.234", "1,234", "1.234,5", "12.345.678"])
def test_a_number_with_two_readings_is_not_guessed(text: str) -> None:
    with pytest.raises(NumberError, match="tuhaterotin"):
        number(text)


@pytest.mark.parametrize("text", ["", "viisi", "1 23", "12 €", "1e5", "1,2,3", "--1", "٣"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(NumberError, match="ei ole luku"):
        number(text)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_every_finnish_number_reads_back(value: Decimal) -> None:
    text = f"{value:,.2f}".replace(",", NBSP).replace(".", ",")
    assert number(text) == value


@given(
    st.lists(
        st.lists(
            st.text(
                st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1
            ).filter(
                lambda text: "\ufeff" not in text and "Ã" not in text and "\ufffd" not in text
            ),
            min_size=2,
            max_size=4,
        ),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from([("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("utf-16", b"")]),
)
def test_what_a_spreadsheet_writes_is_read(rows: list[list[str]], coded: tuple[str, bytes]) -> None:
    width = len(rows[0])
    rows = [(row + ["x"] * width)[:width] for row in rows]
    stream = io.StringIO()
    csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
    sheet = read_csv(coded[1] + stream.getvalue().encode(coded[0]), separator=";")
    assert [[cell.content for cell in row] for row in sheet.rows] == rows
    assert not any(cell.trouble for row in sheet.rows for cell in row)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_the_separator_is_found_from_the_head(separator: str) -> None:
    text = f'Kunta{separator}"Arvo, kpl; v."\nLahti{separator}5\n'
    sheet = read_csv(text.encode())
    assert [cell.text for cell in sheet.rows[0]] == ["Kunta", "Arvo, kpl; v."]
    assert sheet.rows[1][1].text == "5"


def test_windows_text_is_refused_with_its_line_and_read_when_it_is_named() -> None:
    data = "Kunta;Arvo\nHyvinkää;5\n".encode("cp1252")
    with pytest.raises(TableError, match="rivin 2 sarakkeessa 1") as refused:
        read_csv(data)
    assert refused.value.row == 2
    assert "--encoding cp1252" in refused.value.advice
    assert read_csv(data, "cp1252").rows[1][0].text == "Hyvinkää"


@pytest.mark.parametrize(
    ("data", "encoding", "told"),
    [
        (b"a;b\n", "kirjaimet", "ei tunneta"),
        ("ä".encode(), "ascii", "ei ole merkistöä"),
        (b'a;b\n"x;1\n', None, "lainausmerkit"),
    ],
)
def test_a_table_that_cant_be_read(data: bytes, encoding: str | None, told: str) -> None:
    with pytest.raises(TableError, match=told):
        read_csv(data, encoding)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("Kunta;Arvo\nHyvinkÃ¤Ã¤;5\n".encode(), "väärällä merkistöllä"),
        (b"Kunta;Arvo\nLah\x07ti;5\n", "ohjausmerkki"),
        (b"Kunta,Arvo\nLahti,12,5\n", "rivillä on 3 solua ja otsikossa 2"),
    ],
)
def test_a_cell_that_cant_be_relied_on_says_why(data: bytes, told: str) -> None:
    row = read_csv(data).rows[1]
    assert any(told in cell.trouble for cell in row)


def workbook(fill: Any) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_workbook_gives_numbers_exact_and_days_as_days() -> None:
    def fill(book: Any) -> None:
        book.active.append(["Kunta", "Arvo", "Päivä"])
        book.active.append(["Äänekoski", 0.1 + 0.2, date(2026, 3, 29)])
        book.active.append([None, 12, 1e6])

    sheet = read_xlsx(workbook(fill))
    assert [cell.content for cell in sheet.rows[1]] == [
        "Äänekoski",
        Decimal("0.3"),
        date(2026, 3, 29),
    ]
    assert [cell.content for cell in sheet.rows[2]] == [None, 12, 1_000_000]
    assert sheet.place(3) == "C"


def test_a_cell_that_shows_per_cents_gives_what_it_shows() -> None:
    def fill(book: Any) -> None:
        book.active.append(["Osuus", 0.823, 1])
        book.active["B1"].number_format = "0.0%"
        book.active["C1"].number_format = "0 %"

    row = read_xlsx(workbook(fill)).rows[0]
    assert [cell.content for cell in row] == ["Osuus", Decimal("82.3"), 100]


def test_formulas_merged_cells_and_errors_are_told() -> None:
    def fill(book: Any) -> None:
        book.active.append(["Kunta", "Arvo"])
        book.active.append(["Lahti", "=1+1"])
        book.active.append(["Hollola", "#DIV/0!"])
        book.active.append(["Asikkala", 5])
        book.active.append([None, True])
        book.active["B3"].data_type = "e"
        book.active.merge_cells("A4:A5")

    rows = read_xlsx(workbook(fill)).rows
    assert "kaava" in rows[1][1].trouble
    assert "#DIV/0!" in rows[2][1].trouble
    assert "A4:A5" in rows[3][0].trouble
    assert "A4:A5" in rows[4][0].trouble
    assert "totuusarvo" in rows[4][1].trouble
    assert not rows[0][0].trouble


def test_the_sheet_is_asked_for_where_there_are_several() -> None:
    def fill(book: Any) -> None:
        book.active.title = "Ohje"
        book.active.append(["lue", "tämä"])
        other = book.create_sheet("Arvot")
        other.append(["Kunta", "Arvo"])
        book.create_sheet("Tyhjä")

    data = workbook(fill)
    with pytest.raises(TableError, match="useita") as refused:
        read_xlsx(data)
    assert "Ohje, Arvot, Tyhjä" in refused.value.advice
    assert read_xlsx(data, "arvot").rows[0][0].text == "Kunta"
    with pytest.raises(TableError, match="ei ole taulukkoa Luvut"):
        read_xlsx(data, "Luvut")


def repacked(data: bytes, name: str, change: Any) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for item in old.namelist():
            part = old.read(item)
            new.writestr(item, change(part) if item == name else part)
    return stream.getvalue()


def test_a_workbook_that_reads_other_files_is_refused() -> None:
    entity = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    good = workbook(lambda book: book.active.append(["a", "b"]))
    bad = repacked(
        good,
        "xl/workbook.xml",
        lambda part: entity + re.sub(rb"^<\?xml.*?\?>", b"", part),
    )
    with pytest.raises(TableError, match="dokumenttityypin"):
        read_xlsx(bad)


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04rikki", b"\xd0\xcf\x11\xe0 vanha", b"Kunta;Arvo"],
    ids=["empty", "damaged", "old", "csv"],
)
def test_what_is_no_workbook(data: bytes) -> None:
    with pytest.raises(TableError, match="ei ole Excel-työkirja"):
        read_xlsx(data)


def test_a_package_without_a_workbook_and_a_bomb() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b"<a/>")
    with pytest.raises(TableError, match="rakenne on rikki"):
        read_xlsx(stream.getvalue())
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", bytes(80 * 1024 * 1024))
    with pytest.raises(TableError, match="liian suuri"):
        read_xlsx(stream.getvalue())


@pytest.mark.parametrize(("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_have_their_letters(column: int, name: str) -> None:
    assert letters(column) == name == openpyxl.utils.get_column_letter(column)
