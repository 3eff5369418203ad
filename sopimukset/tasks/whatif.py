"""Reading a described change of the map: municipalities, areas or counties, from a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sopimukset.base.files import NotAFileError, read_at_most
from sopimukset.base.speech import mark, say
from sopimukset.base.words import nearest
from sopimukset.model.karttamuutos import Karttamuutos, Siirto
from sopimukset.register import Register
from sopimukset.tasks.refused import HeldBackError, RefusedError
from sopimukset.tracking.nation.whatif import Move, changed_register
from sopimukset.workspace.record import MAX_BYTES, Record, parse_record

NO_FILE = mark("Tiedostoa {tiedosto} ei voi lukea.")
BROKEN = mark("Muutosta ei voi lukea tiedostosta {tiedosto}:")
NOTHING = mark("Muutoksessa {numero} ei ole kuntia eikä päättyvää aluetta.")
NOWHERE = mark("Muutoksessa {numero} ei sanota, mihin kunnat siirtyvät.")
BOTH = mark("Muutoksessa {numero} on sekä kunnat että päättyvä alue: anna vain toinen.")
NO_HEIR = mark(
    "Päättyvälle alueelle {annettu} ei ole annettu työllisyysaluetta, johon kunnat tulevat."
)
TWO = mark("Muutoksessa {numero} kunnat sekä siirtyvät että yhdistyvät: tee niistä kaksi muutosta.")
GONE = mark("{annettu} on poistunut aiemmassa muutoksessa.")
NO_AREA = mark("Työllisyysaluetta {annettu} ei ole rekisterissä.")
NO_COUNTY = mark("Hyvinvointialuetta {annettu} ei ole rekisterissä.")
NO_MUNICIPALITY = mark("Kuntaa {annettu} ei ole rekisterissä.")
ITSELF = mark("Päättyvä alue {annettu} ei voi siirtyä itseensä.")
MEANT = mark("Tarkoititko: {meant}?")


@dataclass(frozen=True, slots=True)
class Change:
    """A described change that the register can carry out."""

    day: date
    moves: tuple[Move, ...]


def read_change(path: Path, register: Register) -> Change:
    """The change that a YAML file describes.

    Raises:
        RefusedError: there is no such file.
        HeldBackError: it can't be understood; each fault is told.
    """
    try:
        source = read_at_most(path, MAX_BYTES + 1)
    except (FileNotFoundError, IsADirectoryError, NotAFileError) as error:
        raise RefusedError(say(NO_FILE).format(tiedosto=path)) from error
    record: Record[Karttamuutos] = parse_record("", path.name, source, Karttamuutos)
    told = say(BROKEN).format(tiedosto=path.name)
    if record.model is None:
        lines = [f"{item.line}:{item.column}: {item.message}" for item in record.findings]
        raise HeldBackError(told, lines)
    faults = [
        fault
        for number, item in enumerate(record.model.muutokset, 1)
        for fault in _faults(number, item, register)
    ]
    if faults:
        raise HeldBackError(told, faults)
    moves = tuple(_move(item, register) for item in record.model.muutokset)
    try:
        changed_register(register, moves)
    except KeyError as error:  # an earlier move has done away with what a later one names
        raise HeldBackError(told, [say(GONE).format(annettu=error.args[0])]) from error
    return Change(record.model.pvm, moves)


def _faults(number: int, item: Siirto, register: Register) -> Iterator[str]:
    ends = item.paattyva_tyollisyysalue
    if not item.kunnat and ends is None:
        yield say(NOTHING).format(numero=number)
    if item.kunnat and ends is not None:
        yield say(BOTH).format(numero=number)
    if (item.tyollisyysalue, item.hyvinvointialue, item.uusi_kunta) == (None, None, None):
        yield say(NOWHERE).format(numero=number)
    if ends is not None and item.tyollisyysalue is None:
        yield say(NO_HEIR).format(annettu=ends)
    if item.uusi_kunta is not None and (item.tyollisyysalue or item.hyvinvointialue or ends):
        yield say(TWO).format(numero=number)
    if ends is not None and ends == item.tyollisyysalue:
        yield say(ITSELF).format(annettu=ends)
    known = (
        (NO_AREA, (ends, item.tyollisyysalue), list(register.tyollisyysalueet)),
        (NO_COUNTY, (item.hyvinvointialue,), list(register.hyvinvointialueet)),
    )
    for text, given, keys in known:
        yield from (_unknown(text, key, keys) for key in given if key and key not in keys)
    for name in item.kunnat:
        if register.kunta_named(name) is None:
            yield _unknown(NO_MUNICIPALITY, name, list(register.kunnat))


def _unknown(text: str, given: str, known: list[str]) -> str:
    told = say(text).format(annettu=given)
    meant = nearest(given, known)
    return f"{told} {say(MEANT).format(meant=meant)}" if meant else told


def _move(item: Siirto, register: Register) -> Move:
    found = (register.kunta_named(name) for name in item.kunnat)
    return Move(
        tuple(kunta.nimi_fi for kunta in found if kunta is not None),
        item.tyollisyysalue,
        item.hyvinvointialue,
        item.paattyva_tyollisyysalue or "",
        item.uusi_kunta or "",
    )
