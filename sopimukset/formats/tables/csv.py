"""Reading CSV as Finnish offices save it: semicolons and decimal commas, or commas and points.

Bytes are UTF-8, with or without a mark, or UTF-16 with one. Nothing else is guessed: bytes in
another encoding are refused with the place of the first one that can't be UTF-8.
"""

from __future__ import annotations

import codecs
import csv
import io
import re

from sopimukset.base.speech import mark, say
from sopimukset.formats.tables.cells import Cell, Sheet, TableError

SEPARATORS = (";", "\t", ",")
"""What may stand between cells; the first one that the head row holds most of wins."""
MOST_ROWS = 20_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GARBLED = re.compile("Ã[\u0080-\u00bf]|Ã[¤¶¥„–…]|\N{REPLACEMENT CHARACTER}")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

NOT_UTF8 = mark(
    "Tiedosto ei ole UTF-8-muodossa: rivin {rivi} sarakkeessa {sarake} on tavu, joka ei kuulu "
    "siihen."
)
SAVE_UTF8 = mark(
    "Tallenna se Excelissä muodossa «CSV UTF-8», tai kerro merkistö valitsimella --encoding cp1252."
)
UNKNOWN_ENCODING = mark("Merkistöä {merkisto} ei tunneta.")
ENCODINGS = mark("Tavallisia ovat utf-8, cp1252 ja iso-8859-1.")
NOT_ENCODED = mark("Tiedosto ei ole merkistöä {merkisto}.")
QUOTES = mark("Rivin {rivi} lainausmerkit eivät täsmää.")
CHECK_QUOTES = mark("Tarkista rivi, tai tallenna taulukko uudelleen CSV-muotoon.")
TOO_LONG = mark("Taulukossa on yli {maara} riviä.")
FEWER = mark("Jätä vain tuotavat rivit.")
GARBLED = mark("teksti on luettu väärällä merkistöllä joskus aiemmin")
CONTROL = mark("solussa on ohjausmerkki")
RAGGED = mark(
    "rivillä on {maara} solua ja otsikossa {odotettu}: onko solussa lainausmerkitön erotin?"
)


def read_csv(data: bytes, encoding: str | None = None, separator: str | None = None) -> Sheet:
    """Read a CSV file.

    Args:
        data: its bytes.
        encoding: where it isn't UTF-8, Python's name for it.
        separator: between cells; found from the head row where it isn't given.

    Raises:
        TableError: not text in that encoding, unpaired quotes, or too long.
    """
    text = _decoded(data, encoding)
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=separator or _separator(text), strict=True
    )
    rows: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for values in reader:
            rows.append((line, values))
            line = reader.line_num + 1
            if len(rows) > MOST_ROWS:
                raise TableError(say(TOO_LONG).format(maara=MOST_ROWS), say(FEWER))
    except csv.Error as error:
        raise TableError(say(QUOTES).format(rivi=line), say(CHECK_QUOTES), line) from error
    width = next((len(values) for _, values in rows if any(values)), 0)
    return Sheet("", tuple(_cells(number, values, width) for number, values in rows))


def _decoded(data: bytes, encoding: str | None) -> str:
    if encoding is not None:
        try:
            return data.decode(encoding)
        except LookupError as error:
            told = say(UNKNOWN_ENCODING).format(merkisto=encoding)
            raise TableError(told, say(ENCODINGS)) from error
        except UnicodeError as error:
            raise TableError(say(NOT_ENCODED).format(merkisto=encoding), say(ENCODINGS)) from error
    known = next((name for mark_, name in _MARKS if data.startswith(mark_)), "utf-8")
    try:
        return data.decode(known)
    except UnicodeDecodeError as error:
        if known == "utf-16":
            raise TableError(say(NOT_ENCODED).format(merkisto=known), say(ENCODINGS)) from error
        row = data.count(b"\n", 0, error.start) + 1
        told = say(NOT_UTF8).format(rivi=row, sarake=_column(data, error.start))
        raise TableError(told, say(SAVE_UTF8), row) from error


def _column(data: bytes, place: int) -> int:
    """In which column of its row a byte stands, from 1."""
    start = data.rfind(b"\n", 0, place) + 1
    before = data[start:place].decode("utf-8", "replace")
    separator = _separator(data.decode("utf-8", "replace"))
    cells = next(csv.reader([before], delimiter=separator), [])
    return max(len(cells), 1)


def _separator(text: str) -> str:
    """What the first row with text in it holds most of, outside quotes."""
    blank = f" \ufeff{''.join(SEPARATORS)}"
    head = next((line for line in text.splitlines() if line.strip(blank)), "")
    bare = re.sub(r'"[^"]*"', "", head)
    return max(SEPARATORS, key=bare.count)


def _cells(row: int, values: list[str], width: int) -> tuple[Cell, ...]:
    told = ""
    if any(values[width:]):
        told = say(RAGGED).format(maara=len(values), odotettu=width)
    values = values[:width] + [""] * (width - len(values))
    return tuple(
        Cell(row, column, value or None, told or _trouble(value))
        for column, value in enumerate(values, 1)
    )


def _trouble(value: str) -> str:
    if _GARBLED.search(value):
        return say(GARBLED)
    return say(CONTROL) if _CONTROL.search(value) else ""
