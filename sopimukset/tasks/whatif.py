"""Reading a described change of the map: municipalities, areas or counties, from a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from sopimukset.base.files import NotAFileError, read_at_most
from sopimukset.base.speech import mark, say
from sopimukset.documents.facts import day
from sopimukset.model.karttamuutos import Karttamuutos, Siirto
from sopimukset.model.paths import Path as DataPath
from sopimukset.model.paths import path_text
from sopimukset.register import Register
from sopimukset.tasks.map_names import MapNames
from sopimukset.tasks.refused import HeldBackError, RefusedError
from sopimukset.tracking.holdings import Holdings
from sopimukset.tracking.nation.moves import Move, changed_register
from sopimukset.workspace.record import MAX_BYTES, Record, parse_record

FIRST_DAY = date(2025, 1, 1)
"""From it there are employment areas and groups (380/2023 and 381/2023 came into force)."""

NO_FILE = mark("Tiedostoa {tiedosto} ei voi lukea.")
BROKEN = mark("Muutosta ei voi lukea tiedostosta {tiedosto}:")
TOO_EARLY = mark(
    "Muutoksen päivä {paiva} on ennen 1.1.2025. Työllisyysalueita ja TYM-johtoryhmiä on ollut "
    "siitä alkaen."
)
NO_MOVES = mark("Tiedostossa ei ole yhtään muutosta.")
NOTHING = mark("Muutoksessa {numero} ei ole kuntia eikä päättyvää aluetta.")
NOWHERE = mark("Muutoksessa {numero} ei sanota, mihin kunnat siirtyvät.")
BOTH = mark("Muutoksessa {numero} on sekä kunnat että päättyvä alue: anna vain toinen.")
BOTH_END = mark(
    "Muutoksessa {numero} päättyy sekä työllisyysalue että hyvinvointialue: tee niistä kaksi "
    "muutosta."
)
NO_HEIR = mark(
    "Päättyvälle alueelle {annettu} ei ole annettu työllisyysaluetta, johon kunnat tulevat."
)
NO_COUNTY_HEIR = mark(
    "Päättyvälle hyvinvointialueelle {annettu} ei ole annettu hyvinvointialuetta, johon kunnat "
    "tulevat."
)
TWO = mark("Muutoksessa {numero} kunnat sekä siirtyvät että yhdistyvät: tee niistä kaksi muutosta.")
GONE = mark("{annettu} on poistunut aiemmassa muutoksessa.")
NO_AREA = mark("Työllisyysaluetta {annettu} ei ole rekisterissä.")
NO_COUNTY = mark("Hyvinvointialuetta {annettu} ei ole rekisterissä.")
NO_MUNICIPALITY = mark("Kuntaa {annettu} ei ole rekisterissä.")
ITSELF = mark("Päättyvä alue {annettu} ei voi siirtyä itseensä.")
MEANT = mark("Tarkoititko: {meant}?")
LISTED = mark("Avaimet luettelee komento sopimukset new --list.")

Fault = tuple[DataPath, str]
"""What is wrong, and where in the file."""


@dataclass(frozen=True, slots=True)
class Change:
    """A described change that the register can carry out."""

    day: date
    moves: tuple[Move, ...]


def read_change(path: Path, register: Register, regions: Iterable[Holdings] = ()) -> Change:
    """The change that a YAML file describes.

    Args:
        path: of the file.
        register: knows areas, counties and municipalities.
        regions: whose authorities may be called as they call themselves.

    Raises:
        RefusedError: there is no such file.
        HeldBackError: it can't be understood; each fault is told with its place and key.
    """
    try:
        source = read_at_most(path, MAX_BYTES + 1)
    except (FileNotFoundError, IsADirectoryError, NotAFileError) as error:
        raise RefusedError(say(NO_FILE).format(tiedosto=path)) from error
    record: Record[Karttamuutos] = parse_record("", path.name, source, Karttamuutos)
    told = say(BROKEN).format(tiedosto=path.name)
    names = MapNames(register, regions)
    faults = [*_form(record), *_told_faults(record, _names_in(record, names))]
    change = record.model
    if change is None:
        raise HeldBackError(told, _in_order(faults))
    faults += _told_faults(record, _day_and_number(change))
    moves = tuple(_move(item, names) for item in change.muutokset)
    faults = faults or _told_faults(record, _gone(moves, register))
    if faults:
        raise HeldBackError(told, _in_order(faults))
    return Change(change.pvm, moves)


Told = tuple[int, int, str]
"""A fault as it is told, behind its line and column."""


def _in_order(faults: Iterable[Told]) -> list[str]:
    return [told for _, _, told in sorted(faults, key=lambda fault: fault[:2])]


def _form(record: Record[Karttamuutos]) -> list[Told]:
    """What is wrong with the file's form, with what to do about it."""
    return [
        _placed(record, item.line, item.column, item.path, f"{item.message} {item.advice}".strip())
        for item in record.findings
    ]


def _told_faults(record: Record[Karttamuutos], faults: Iterable[Fault]) -> list[Told]:
    data = record.document.data if record.document else None
    return [
        _placed(record, span.line, span.column, path_text(data, path), message)
        for path, message in faults
        for span in (record.span(path),)
    ]


def _placed(record: Record[Karttamuutos], line: int, column: int, path: str, message: str) -> Told:
    place = f"{record.file}:{line}:{column}"
    return line, column, f"{place} {path}: {message}" if path else f"{place}: {message}"


def _day_and_number(change: Karttamuutos) -> Iterator[Fault]:
    if change.pvm < FIRST_DAY:
        yield ("pvm",), say(TOO_EARLY).format(paiva=day(change.pvm))
    if not change.muutokset:
        yield ("muutokset",), say(NO_MOVES)


def _names_in(record: Record[Karttamuutos], names: MapNames) -> Iterator[Fault]:
    """What is wrong with the changes that can be read, though the file may have other faults.

    A change with an unknown key is held only to the names that it has: what else it says isn't
    known.
    """
    data = record.document.data if record.document else None
    listed = data.get("muutokset") if isinstance(data, dict) else None
    for at, raw in enumerate(listed if isinstance(listed, list) else ()):
        known = {
            key: raw[key] for key in Siirto.model_fields if isinstance(raw, dict) and key in raw
        }
        try:
            item = Siirto.model_validate(known)
        except ValidationError:
            continue
        place: DataPath = ("muutokset", at)
        if known == raw:
            yield from ((place, message) for message in _contradictions(at + 1, item, names))
        yield from _unknown_names(place, item, names)


def _contradictions(number: int, item: Siirto, names: MapNames) -> Iterator[str]:
    """What one change says that can't be, or leaves unsaid."""
    ends, county_ends = item.paattyva_tyollisyysalue, item.paattyva_hyvinvointialue
    whole = ends or county_ends
    if not item.kunnat and whole is None:
        yield say(NOTHING).format(numero=number)
    if item.kunnat and whole is not None:
        yield say(BOTH).format(numero=number)
    if ends is not None and county_ends is not None:
        yield say(BOTH_END).format(numero=number)
    if (item.tyollisyysalue, item.hyvinvointialue, item.uusi_kunta) == (None, None, None):
        yield say(NOWHERE).format(numero=number)
    if ends is not None and item.tyollisyysalue is None:
        yield say(NO_HEIR).format(annettu=ends)
    if county_ends is not None and item.hyvinvointialue is None:
        yield say(NO_COUNTY_HEIR).format(annettu=county_ends)
    if item.uusi_kunta is not None and (item.tyollisyysalue or item.hyvinvointialue or whole):
        yield say(TWO).format(numero=number)
    yield from _into_itself(ends, item.tyollisyysalue, names.area)
    yield from _into_itself(county_ends, item.hyvinvointialue, names.county)


def _into_itself(
    ends: str | None, goes_to: str | None, known: Callable[[str], str | None]
) -> Iterator[str]:
    """That what ends would go to itself."""
    heir = known(goes_to or "")
    if ends is not None and heir is not None and known(ends) == heir:
        yield say(ITSELF).format(annettu=ends)


def _unknown_names(place: DataPath, item: Siirto, names: MapNames) -> Iterator[Fault]:
    given = (
        ("paattyva_tyollisyysalue", item.paattyva_tyollisyysalue, NO_AREA),
        ("paattyva_hyvinvointialue", item.paattyva_hyvinvointialue, NO_COUNTY),
        ("tyollisyysalue", item.tyollisyysalue, NO_AREA),
        ("hyvinvointialue", item.hyvinvointialue, NO_COUNTY),
    )
    for key, name, text in given:
        known, meant = (
            (names.county, names.county_meant)
            if text is NO_COUNTY
            else (names.area, names.area_meant)
        )
        if name is not None and known(name) is None:
            yield (*place, key), _unknown(text, name, meant)
    for at, name in enumerate(item.kunnat):
        if names.municipality(name) is None:
            told = _unknown(NO_MUNICIPALITY, name, names.municipality_meant)
            yield (*place, "kunnat", at), told


def _unknown(text: str, given: str, meaning: Callable[[str], str | None]) -> str:
    told = say(text).format(annettu=given)
    meant = meaning(given)
    return f"{told} {say(MEANT).format(meant=meant) if meant else say(LISTED)}"


def _gone(moves: tuple[Move, ...], register: Register) -> Iterator[Fault]:
    """The first change that names what an earlier one has done away with."""
    for at in range(len(moves)):
        try:
            changed_register(register, moves[: at + 1])
        except KeyError as error:
            yield ("muutokset", at), say(GONE).format(annettu=error.args[0])
            return


def _move(item: Siirto, names: MapNames) -> Move:
    """A change by the register's keys; what has none is refused elsewhere."""
    found = (names.municipality(name) for name in item.kunnat)
    area_ends, county_ends = item.paattyva_tyollisyysalue, item.paattyva_hyvinvointialue
    return Move(
        tuple(dict.fromkeys(name for name in found if name is not None)),
        names.area(item.tyollisyysalue) if item.tyollisyysalue else None,
        names.county(item.hyvinvointialue) if item.hyvinvointialue else None,
        (names.area(area_ends) or "") if area_ends else "",
        (names.municipality(item.uusi_kunta) or item.uusi_kunta) if item.uusi_kunta else "",
        (names.county(county_ends) or "") if county_ends else "",
    )
