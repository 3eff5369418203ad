"""Importing a table: read, held against catalogue and region, written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from sopimukset import register
from sopimukset.base.files import NotAFileError, read_at_most, write_whole
from sopimukset.base.speech import mark, say
from sopimukset.formats.tables.cells import Sheet, TableError
from sopimukset.formats.tables.csv import read_csv
from sopimukset.formats.tables.xlsx import NOT_XLSX, SAVE_XLSX, read_xlsx
from sopimukset.formats.yaml import Document, read
from sopimukset.formats.yaml.append import append_all
from sopimukset.formats.yaml.edit import EditError, apply, replace_number
from sopimukset.model import Alue, Johtoryhma, Malli, Seuranta
from sopimukset.model.tuontikuvaus import Tuontikuvaus
from sopimukset.tasks.failure import OutsideFailure
from sopimukset.tasks.importing import members, periods, small, values
from sopimukset.tasks.importing.columns import MEMBERS, Columns, ColumnsError, told_columns
from sopimukset.tasks.importing.description import read_description
from sopimukset.tasks.importing.rows import Entry, Refusal, RowReader, readers
from sopimukset.tasks.named_group import no_such_group
from sopimukset.tasks.refused import HeldBackError, RefusedError
from sopimukset.tasks.writing import FILE, writing
from sopimukset.workspace.locate import chosen, find_root
from sopimukset.workspace.record import Record, parse_record
from sopimukset.workspace.workspace import Region, read_region

MOST_BYTES = 20 * 1024 * 1024
NO_FILE = mark("Tiedostoa {tiedosto} ei voi lukea.")
ABSENT = mark("Tiedostoa {tiedosto} ei ole. Tarkista nimi ja kansio.")
TOO_LARGE = mark("Tiedosto {tiedosto} on liian suuri: yli {maara} Mt.")
EMPTY_FILE = mark("Tiedosto {tiedosto} on tyhjä.")
NO_WORKBOOK = mark("sen sisältö on muuta. Jos se on CSV, anna sille pääte .csv.")
WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls"})
OLD_EXCEL = mark("Tiedosto {tiedosto} ei ole CSV- eikä XLSX-tiedosto.")
UNREADABLE = mark("Aluetta {alue} ei voi lukea.")
WHICH_GROUP = mark("Kerro valitsimella --group, minkä johtoryhmän tietoja tuodaan: {johtoryhmat}.")
EMPTY = mark("Taulukossa ei ole otsikon alla yhtään riviä.")
OTHERWISE = mark(
    "tiedostossa on jo arvo {vanha}: korvaa se valitsimella --replace, tai korjaa taulukko"
)
NO_PLACE = mark("Tiedostoon {tiedosto} ei voi lisätä: {syy}.")
CHANGED = mark("Tiedosto {tiedosto} muuttui tuonnin aikana, joten sitä ei kirjoitettu.")
TRY_AGAIN = mark("Tallenna tiedosto muissa ohjelmissa ja yritä uudelleen.")
DISK = mark("Tarkista kansion oikeudet ja levytila.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be brought in.

    Attributes:
        region: its folder's name.
        table: the CSV or XLSX file.
        kind: `mittarit` or `jasenet`; "" where the heads tell.
        group, period: `tunnus` and name; "" where there is one only, or none is needed.
        sheet, encoding: "" for the only sheet, and for UTF-8.
        mapping: the description of the table, if there is one.
        replace: whether another value gives way to the table's.
        partial: whether good rows are taken though others are refused.
        write: whether anything is written at all.
    """

    region: str
    table: Path
    kind: str = ""
    group: str = ""
    period: str = ""
    sheet: str = ""
    encoding: str = ""
    mapping: Path | None = None
    replace: bool = False
    partial: bool = False
    write: bool = True


@dataclass(slots=True)
class Imported:
    """What came of it.

    Attributes:
        file: where it went, from the workspace's root.
        before, after: the file's bytes; `before` is None for a new file.
        added, same, replaced: how many values or members.
        empty: how many rows have no value at all.
        refusals: what wasn't taken, by row.
        rows: how many rows the table has.
        left: the heads of the columns that weren't brought in.
        held: whether nothing was written because of the refusals.
        notes: sentences, said already, on what was taken and may be meant otherwise.
    """

    file: str
    before: bytes | None
    after: bytes
    columns: Columns
    rows: int
    added: int = 0
    same: int = 0
    replaced: int = 0
    empty: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    held: bool = False
    notes: list[str] = field(default_factory=list)


def bring_in(folder: Path, wish: Wish) -> Imported:
    """Bring a table into a region's record.

    Either all of it is written or nothing, unless `partial` takes what is good.

    Raises:
        WorkspaceError: no workspace or region (exit code 3).
        RefusedError: the wish can't be understood: group, period, file (2).
        HeldBackError: the table or the record can't be read (1).
        OutsideFailure: the file can't be written (4).
    """
    root = find_root(folder)
    (name,) = chosen(root, (wish.region,))
    region = read_region(root, name)
    if region.alue is None or region.record.document is None:
        told = [item.message for item in region.form_findings]
        raise HeldBackError(say(UNREADABLE).format(alue=name), told)
    group = _group(region.alue, wish)
    description = read_description(wish.mapping)
    sheet = _table(wish, description)
    columns = _columns(sheet, wish, description)
    found = list(readers(wish.table.name, sheet, columns))
    if not found:
        raise HeldBackError(f"{wish.table.name}: {say(EMPTY)}")
    if columns.kind == MEMBERS:
        result = _members(region, region.alue, group, columns, found)
    else:
        result = _values(region, region.alue, group, columns, found, wish, description)
    result.held = bool(result.refusals) and not wish.partial
    if wish.write and not result.held and result.before != result.after:
        _write(root, result)
    return result


def _group(alue: Alue, wish: Wish) -> Johtoryhma:
    known = {group.tunnus: group for group in alue.johtoryhmat}
    told = ", ".join(known)
    if wish.group in known:
        return known[wish.group]
    if wish.group or not known:
        raise RefusedError(no_such_group(alue, wish.group))
    if len(known) > 1:
        raise RefusedError(say(WHICH_GROUP).format(johtoryhmat=told))
    return next(iter(known.values()))


def _table(wish: Wish, description: Tuontikuvaus) -> Sheet:
    """The table as it was read.

    Raises:
        RefusedError: there is no such file.
        HeldBackError: it isn't a table that can be read.
    """
    try:
        data = read_at_most(wish.table, MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise RefusedError(say(ABSENT).format(tiedosto=wish.table)) from error
    except (IsADirectoryError, NotAFileError) as error:
        raise RefusedError(say(NO_FILE).format(tiedosto=wish.table)) from error
    if len(data) > MOST_BYTES:
        size = MOST_BYTES // 1024 // 1024
        raise HeldBackError(say(TOO_LARGE).format(tiedosto=wish.table.name, maara=size))
    if not data.strip():
        raise HeldBackError(say(EMPTY_FILE).format(tiedosto=wish.table.name))
    try:
        if data[:2] == b"PK" or data[:4] == b"\xd0\xcf\x11\xe0":
            return read_xlsx(data, wish.sheet or description.taulukko)
        if wish.table.suffix.casefold() in WORKBOOKS:
            raise TableError(say(NOT_XLSX).format(syy=say(NO_WORKBOOK)), say(SAVE_XLSX))
        if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise HeldBackError(say(OLD_EXCEL).format(tiedosto=wish.table.name))
        return read_csv(data, wish.encoding or None)
    except TableError as error:
        raise HeldBackError(f"{wish.table.name}: {error}", [error.advice]) from error


def _columns(sheet: Sheet, wish: Wish, description: Tuontikuvaus) -> Columns:
    try:
        return told_columns(
            sheet,
            register.load_indicators(),
            wish.kind or description.laji,
            description.otsikkorivi,
            description.sarakkeet,
        )
    except ColumnsError as error:
        raise HeldBackError(f"{wish.table.name}: {error}", [error.advice]) from error


def _refusals(rows: Iterable[RowReader]) -> list[Refusal]:
    return [refusal for reader in rows for refusal in reader.refusals]


def _values(
    region: Region,
    alue: Alue,
    group: Johtoryhma,
    columns: Columns,
    rows: Sequence[RowReader],
    wish: Wish,
    description: Tuontikuvaus,
) -> Imported:
    """The values put into the follow-up of their period."""
    target = periods.target_of(region, group, wish.period, alone=len(alue.johtoryhmat) == 1)
    catalogue, known = register.load_indicators(), register.load()
    ground = values.Ground(alue, group, target.span.end, catalogue, known, description.vakiot)
    entries, seen = values.entries(rows, ground)
    document, before = _document(target, group)
    result = Imported(target.file, before, b"", columns, len(rows))
    fresh, taken = [], []
    for entry in entries:
        place = _standing(document, entry)
        if place is None:
            fresh.append(entry.values)
            taken.append(entry)
        elif _alike(document.data["mittarit"][place], entry.values):
            result.same += 1
        elif wish.replace:
            document = _replaced(document, place, entry, target.file)
            result.replaced += 1
            taken.append(entry)
        else:
            old = _told(document.data["mittarit"][place])
            entry.reader.refuse(entry.target, say(OTHERWISE).format(vanha=old))
    result.added = len(fresh)
    result.empty = sum(reader.without_value for reader in seen)
    keys = list(Seuranta.model_fields)
    after = [*reversed(keys[: keys.index("mittarit")]), *keys]
    document = _added(document, ("mittarit",), fresh, after, target.file)
    result.refusals = _refusals(seen)
    result.notes = list(small.told(taken, ground))
    result.after = _sound(region.name, target.file, document, Seuranta)
    return result


def _document(target: periods.Target, group: Johtoryhma) -> tuple[Document, bytes | None]:
    """The follow-up's file, or a new one."""
    record = target.record
    if record is not None and record.document is not None:
        return record.document, record.document.source
    return read(periods.new_follow_up(group.tunnus, target.span).encode()), None


def _standing(document: Document, entry: Entry) -> int | None:
    """Where the follow-up has a value for the same; None where it has none."""
    key = values.key_of(entry.values)
    known = document.data.get("mittarit") or []
    return next((at for at, item in enumerate(known) if values.key_of(item) == key), None)


_NUMBERS = ("arvo", "osoittaja", "nimittaja")


def _alike(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    return all(old.get(name) == new.get(name) for name in _NUMBERS)


def _told(item: Mapping[str, Any]) -> str:
    found = [str(item[name]).replace(".", ",") for name in _NUMBERS if name in item]
    return " / ".join(found) or "–"


def _replaced(document: Document, place: int, entry: Entry, file: str) -> Document:
    """The follow-up with the numbers of one value changed where they stand.

    Raises:
        HeldBackError: they are written in an unusual way, or the table has others than the file.
    """
    old = document.data["mittarit"][place]
    try:
        for name in _NUMBERS:
            if (name in old) != (name in entry.values):
                raise EditError(mark("tiedostossa on arvosta muita lukuja kuin taulukossa"))
            number = entry.values.get(name)
            if isinstance(number, int | Decimal) and old[name] != number:
                path = ("mittarit", place, name)
                document = apply(document, replace_number(document, path, number))
    except EditError as error:
        raise HeldBackError(say(NO_PLACE).format(tiedosto=file, syy=say(str(error)))) from error
    return document


def _members(
    region: Region,
    alue: Alue,
    group: Johtoryhma,
    columns: Columns,
    rows: Sequence[RowReader],
) -> Imported:
    """The members put into the region's record."""
    found, seen = members.named(rows, alue, group)
    document = region.record.document
    assert document is not None  # noqa: S101 (a region that can be read has one)
    file = region.record.file
    result = Imported(file, document.source, b"", columns, len(rows), refusals=_refusals(seen))
    seats = ("johtoryhmat", alue.johtoryhmat.index(group), "jasenet")
    for item in found:
        if item.known:
            result.same += 1
        elif item.index is not None:
            own = (*seats, item.index)
            document = _added(document, (*own, "nimetyt"), [item.holder], ("nimeaja",), file)
            if item.deputy:
                deputies = (*own, "varajasenet")
                document = _added(document, deputies, [item.deputy], ("nimetyt",), file)
            result.added += 1
    new = [item for item in found if item.index is None and not item.known]
    fresh = [item.as_seat() for item in new]
    result.notes = list(members.beside_others(new, alue, group))
    result.added += len(fresh)
    keys = list(Johtoryhma.model_fields)
    after = [*reversed(keys[: keys.index("jasenet")]), *keys]
    document = _added(document, seats, fresh, after, file)
    result.after = _sound(region.name, file, document, Alue)
    return result


def _added(
    document: Document,
    path: tuple[str | int, ...],
    items: Sequence[Mapping[str, object]],
    after: Sequence[str],
    file: str,
) -> Document:
    if not items:
        return document
    try:
        return append_all(document, path, items, after)
    except EditError as error:
        raise HeldBackError(say(NO_PLACE).format(tiedosto=file, syy=say(str(error)))) from error


def _sound(region: str, file: str, document: Document, model: type[Malli]) -> bytes:
    """The file's bytes, which read as a record again.

    Raises:
        HeldBackError: they don't.
    """
    content = document.text.encode()
    record: Record[Any] = parse_record(region, file, content, model)
    if record.model is None:
        raise HeldBackError(
            say(NO_PLACE).format(tiedosto=file, syy=record.findings[0].message.rstrip("."))
        )
    return content


def _write(root: Path, result: Imported) -> None:
    path = root / result.file
    now = path.read_bytes() if path.is_file() else None
    if now != result.before:
        raise OutsideFailure(say(CHANGED).format(tiedosto=result.file), say(TRY_AGAIN))
    with writing(FILE, result.file, DISK):
        write_whole(path.resolve(), result.after)
