"""What a table's columns mean: by their heads in three languages, or by a description of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sopimukset.base.speech import mark, say
from sopimukset.base.words import nearest
from sopimukset.formats.tables.cells import Cell, Sheet
from sopimukset.register import Mittariluettelo

VALUES, MEMBERS = "mittarit", "jasenet"
INDICATOR = "mittari:"
IGNORED = "-"
"""What a description writes for a column that isn't brought in."""
HEAD_ROWS = 30
"""Among so many first rows the head row is looked for."""

FIELDS: dict[str, dict[str, tuple[str, ...]]] = {
    VALUES: {
        "mittari": ("mittari", "indikator", "indicator"),
        "arvo": ("arvo", "maara", "lukumaara", "varde", "antal", "value", "count"),
        "osoittaja": ("osoittaja", "taljare", "numerator"),
        "nimittaja": ("nimittaja", "namnare", "denominator"),
        "luokka": ("luokka", "klass", "class"),
        "tyovoimaviranomainen": (
            *("tyovoimaviranomainen", "viranomainen", "tyollisyysalue"),
            *("arbetskraftsmyndighet", "sysselsattningsomrade"),
            *("employment authority", "authority"),
        ),
        "kunta": ("kunta", "kommun", "municipality"),
        "lahde": ("lahde", "kalla", "source"),
        "selite": ("selite", "forklaring", "explanation"),
    },
    MEMBERS: {
        "jasen": ("jasen", "jasenyys", "jasenen tunnus", "plats", "seat"),
        "nimeaja": ("nimeaja", "osapuoli", "utses av", "part", "named by", "party"),
        "tehtava": ("tehtava", "uppgift", "task"),
        "nimike": ("nimike", "jasenen nimike", "tehtavanimike", "titel", "title"),
        "varajasen": ("varajasen", "varajasenen nimike", "ersattare", "deputy", "substitute"),
        "henkilo": ("henkilo", "henkilon avain", "personnyckel", "person key"),
        "alkaen": ("alkaen", "alkupaiva", "fran och med", "fran", "from"),
        "paattyen": ("paattyen", "loppupaiva", "till och med", "till", "until"),
        "tekija": ("tekija", "paattaja", "toimielin", "beslutsfattare", "organ", "body"),
        "paatospvm": ("paatospvm", "paatoksen paiva", "paatospaiva", "beslutsdatum", "decided on"),
        "pykala": ("pykala", "§", "paragraf", "section"),
        "asiatunnus": (
            *("asiatunnus", "diaarinumero", "dnro", "arendenummer", "diarienummer"),
            "case number",
        ),
        "nimi": (),
    },
}
"""The fields of each kind with the heads that are known; a name is taken only when described."""
NEEDED: dict[str, tuple[tuple[str, ...], ...]] = {
    VALUES: (("mittari", "arvo"), ("mittari", "osoittaja", "nimittaja"), (INDICATOR,)),
    MEMBERS: (("nimeaja", "nimike", "alkaen"), ("jasen", "nimike", "alkaen")),
}
"""Which columns make a table of a kind: all of one of these."""

NO_HEAD = mark("Taulukosta ei löydy otsikkoriviä.")
WANTED_VALUES = mark(
    "Mittareiden taulukossa on sarakkeet «mittari» ja «arvo», tai sarake kullekin mittarille sen "
    "nimellä. Muut otsikot kerrotaan tiedostossa: --mapping."
)
WANTED_MEMBERS = mark(
    "Jäsenten taulukossa on sarakkeet «nimeäjä» (tai «jäsen»), «nimike» ja «alkaen». Muut otsikot "
    "kerrotaan tiedostossa: --mapping."
)
NO_COLUMN = mark("Taulukossa ei ole saraketta «{otsikko}».")
HEADS = mark("Sarakkeet: {otsikot}.")
STRANGE_FIELD = mark("«{kentta}» ei ole tieto, jonka sarakkeesta voi tuoda.")
FIELD_LIST = mark("Tiedot: {kentat}, tai mittari:AVAIN.")
TWICE = mark("Kaksi saraketta, {yksi} ja {toinen}, tarkoittaa samaa tietoa «{kentta}».")
ONE_ENOUGH = mark("Merkitse toiselle kuvauksessa «-», jolloin sitä ei tuoda.")


class ColumnsError(ValueError):
    """The columns can't be told; the message says why, `advice` what to do, both said already."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice


@dataclass(frozen=True, slots=True)
class Head:
    """One column that is brought in.

    Attributes:
        column: its number, from 1.
        text: its head as it stands in the table.
        target: the field, or `mittari:KEY`, or `mittari:KEY/CLASS`.
    """

    column: int
    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Columns:
    """What a table's columns mean.

    Attributes:
        kind: `VALUES` or `MEMBERS`.
        row: of the heads, from 1.
        heads: the columns that are brought in.
        left: the heads of those that aren't, with the letters of their columns.
    """

    kind: str
    row: int
    heads: tuple[Head, ...]
    left: tuple[str, ...]


def folded(text: str) -> str:
    """A head or a name without case, accents and signs, for comparing."""
    plain = text.casefold().translate(str.maketrans("åäöé", "aaoe"))
    return re.sub(r"[\s\-–_.:*]+", " ", plain).strip()


def told_columns(
    sheet: Sheet,
    catalogue: Mittariluettelo,
    kind: str | None,
    row: int | None,
    described: Mapping[str, str],
) -> Columns:
    """Find the head row and what its columns mean.

    Args:
        sheet: the table.
        catalogue: knows the indicators by their names.
        kind: `VALUES` or `MEMBERS` where it is known.
        row: the head row, where it is known.
        described: fields by head, as a description of the table gives them.

    Raises:
        ColumnsError: no head row, a described column that isn't there, or one field twice.
    """
    _known_fields(described, catalogue)
    kinds = (kind,) if kind else (VALUES, MEMBERS)
    rows = [row] if row else range(1, min(HEAD_ROWS, len(sheet.rows)) + 1)
    tried = [
        (number, one, _heads(sheet.rows[number - 1], one, catalogue, described))
        for number in rows
        if 0 < number <= len(sheet.rows)
        for one in kinds
    ]
    enough = [item for item in tried if _suffices(item[2], item[1])]
    if not enough:
        wanted = WANTED_MEMBERS if kind == MEMBERS else WANTED_VALUES
        missing = _missing(sheet, described)
        if missing:
            raise ColumnsError(say(NO_COLUMN).format(otsikko=missing), _head_list(sheet))
        raise ColumnsError(say(NO_HEAD), say(wanted))
    number, one, heads = max(enough, key=lambda item: (len(item[2]), -item[0]))
    _once(sheet, heads)
    _all_there(sheet, number, described)
    taken = {head.column for head in heads}
    left = tuple(
        f"{sheet.place(cell.column)} «{cell.text}»"
        for cell in sheet.rows[number - 1]
        if cell.text and cell.column not in taken
    )
    return Columns(one, number, tuple(heads), left)


def _heads(
    cells: Iterable[Cell], kind: str, catalogue: Mittariluettelo, described: Mapping[str, str]
) -> list[Head]:
    known = {head: field for field, heads in FIELDS[kind].items() for head in heads}
    if kind == VALUES:
        known |= dict(_indicator_heads(catalogue))
    own = {folded(head): field for head, field in described.items()}
    meant = {**known, **own}
    targets = ((cell, meant.get(folded(cell.text), IGNORED)) for cell in cells if cell.text)
    return [Head(cell.column, cell.text, field) for cell, field in targets if field != IGNORED]


def _indicator_heads(catalogue: Mittariluettelo) -> Iterator[tuple[str, str]]:
    """Each indicator by its key and its names, so that it can have a column of its own."""
    for item in catalogue.versiot:
        for name in (item.avain, item.nimi.fi, item.nimi.sv, item.nimi.en):
            yield folded(name), f"{INDICATOR}{item.avain}"


def _suffices(heads: Iterable[Head], kind: str) -> bool:
    targets = {INDICATOR if head.target.startswith(INDICATOR) else head.target for head in heads}
    return any(targets.issuperset(needed) for needed in NEEDED[kind])


def _known_fields(described: Mapping[str, str], catalogue: Mittariluettelo) -> None:
    """Make sure that a description names fields that there are.

    Raises:
        ColumnsError: it doesn't.
    """
    fields = [field for kind in FIELDS.values() for field in kind]
    for field in described.values():
        key = field.removeprefix(INDICATOR).partition("/")[0]
        if field.startswith(INDICATOR) and key in catalogue.avaimet:
            continue
        if field not in fields and field != IGNORED:
            known = [*fields, *(f"{INDICATOR}{item}" for item in catalogue.avaimet)]
            meant = nearest(field, known)
            hint = say("Tarkoititko: {meant}?").format(meant=meant) if meant else ""
            told = say(FIELD_LIST).format(kentat=", ".join(fields))
            raise ColumnsError(say(STRANGE_FIELD).format(kentta=field), hint or told)


def _missing(sheet: Sheet, described: Mapping[str, str]) -> str | None:
    """A described head that stands nowhere among the first rows."""
    seen = {folded(cell.text) for row in sheet.rows[:HEAD_ROWS] for cell in row}
    return next((head for head in described if folded(head) not in seen), None)


def _all_there(sheet: Sheet, number: int, described: Mapping[str, str]) -> None:
    seen = {folded(cell.text) for cell in sheet.rows[number - 1]}
    for head in described:
        if folded(head) not in seen:
            heads = ", ".join(f"«{cell.text}»" for cell in sheet.rows[number - 1] if cell.text)
            told = say(HEADS).format(otsikot=heads)
            raise ColumnsError(say(NO_COLUMN).format(otsikko=head), told)


def _head_list(sheet: Sheet) -> str:
    first = next((row for row in sheet.rows if sum(map(bool, (c.text for c in row))) > 1), ())
    return say(HEADS).format(otsikot=", ".join(f"«{cell.text}»" for cell in first if cell.text))


def _once(sheet: Sheet, heads: Iterable[Head]) -> None:
    """Make sure that no field is meant by two columns.

    Raises:
        ColumnsError: one is.
    """
    seen: dict[str, Head] = {}
    for head in heads:
        other = seen.setdefault(head.target, head)
        if other is not head:
            pair = {"yksi": sheet.place(other.column), "toinen": sheet.place(head.column)}
            raise ColumnsError(say(TWICE).format(kentta=head.target, **pair), say(ONE_ENOUGH))
