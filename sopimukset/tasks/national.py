"""The national report: every region of the workspace beside the others, written whole."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from pathlib import Path

from sopimukset import register
from sopimukset.base.collector import collector_paused
from sopimukset.base.files import write_whole
from sopimukset.base.speech import mark, say
from sopimukset.documents.nation.effect import MAP_STAYS, NOBODY_TOUCHED, effect_sheets
from sopimukset.documents.nation.paper import TITLE, header_mark, paper
from sopimukset.documents.nation.sheets import Told, sheets
from sopimukset.documents.report.voice import Voice
from sopimukset.tasks.status import holdings_of, persons_in
from sopimukset.tasks.whatif import Change, read_change
from sopimukset.tasks.writing import FILE, writing
from sopimukset.tracking.holdings import Holdings
from sopimukset.tracking.nation.whatif import Effect, effect_of
from sopimukset.tracking.nation.whole import nation_on
from sopimukset.workspace.locate import chosen, find_root
from sopimukset.workspace.templates import library_of
from sopimukset.workspace.workspace import read_region

PDF, CSV, XLSX = "pdf", "csv", "xlsx"
FORMS = (PDF, CSV, XLSX)
FOLDER = "valtakunta"
"""The folder below `--out`, beside those of the regions."""

UNREAD = mark("Tiedostoa {tiedosto} ei voi lukea, joten sen tiedot puuttuvat raportista.")
OUT = mark("Valitse toinen kansio valitsimella --out.")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked for.

    Attributes:
        form: `pdf`, `csv` or `xlsx`.
        language: `fi` or `sv`.
        out: where it goes.
        what_if: the file of a change of the map; None without one.
    """

    form: str = PDF
    language: str = "fi"
    out: Path = Path("build")
    what_if: Path | None = None


@dataclass
class Written:
    """What came of it.

    Attributes:
        files: those that were written.
        broken: sentences, said already, on files that can't be read.
        notes: sentences, said already: that a change changes nothing, or touches nobody.
    """

    files: list[Path] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


Progress = Callable[[str, int, int], None]
Persons = Callable[[], frozenset[str]]
"""Gives the names of persons in a region's files, looked for once it is asked."""


def make_national(folder: Path, wishes: Wishes, as_of: date, progress: Progress) -> Written:
    """Write the national report.

    Raises:
        WorkspaceError: no workspace, or no region in it (exit code 3).
        RefusedError: there is no file of the change (2).
        HeldBackError: the change can't be understood (1).
        OutsideFailure: a file can't be written (4).
    """
    known = register.load()
    written = Written()
    found, unreadable, persons = _read(folder, progress, written)
    change = read_change(wishes.what_if, known, found.values()) if wishes.what_if else None
    nation = nation_on(found, unreadable, known, as_of)
    voice = Voice(wishes.language, known)
    told = Told(
        *(nation, voice, lambda key: persons[key]()),
        keys=wishes.form != PDF,
        change_day=change.day if change else None,
        change_file=wishes.what_if.name if wishes.what_if else "",
    )
    effect = _effect(found, change)
    if effect is not None and not effect.changes_map:
        written.notes.append(say(MAP_STAYS))
    elif effect is not None and not effect.touches_groups:
        written.notes.append(say(NOBODY_TOUCHED))
    for name, content in _contents(told, effect, change, wishes):
        target = wishes.out / FOLDER / name
        with writing(FILE, target, OUT):
            write_whole(target, content)
        written.files.append(target)
    return written


def _read(
    folder: Path, progress: Progress, written: Written
) -> tuple[dict[str, Holdings], list[str], dict[str, Persons]]:
    """Every region of the workspace by its key, those that can't be read, and whom each names."""
    root = find_root(folder)
    libraries = cache(partial(library_of, root))
    names = chosen(root, ())
    found: dict[str, Holdings] = {}
    unreadable: list[str] = []
    persons: dict[str, Persons] = {}
    with collector_paused(lasting=True):
        for number, name in enumerate(names, 1):
            progress(name, number, len(names))
            region = read_region(root, name)
            for file, item in region.records.items():
                if item.model is None:
                    written.broken.append(say(UNREAD).format(tiedosto=file))
            holdings = holdings_of(region, libraries, register.load())
            if holdings is None:
                unreadable.append(name)
            else:
                found[holdings.alue.alue] = holdings
                persons[holdings.alue.alue] = cache(partial(persons_in, region))
    return found, unreadable, persons


def _effect(found: dict[str, Holdings], change: Change | None) -> Effect | None:
    if change is None:
        return None
    return effect_of(found.values(), change.moves, register.load(), change.day)


def _contents(
    told: Told, effect: Effect | None, change: Change | None, wishes: Wishes
) -> list[tuple[str, bytes]]:
    """The files by name: one, or of CSV one for each table.

    A change has a name of its own: what might be never takes the place of what is.
    """
    from sopimukset.formats.tables.writing import csv_bytes, xlsx_bytes

    subject = f"muutos_{_plain(wishes.what_if.stem)}" if wishes.what_if else "tilannekuva"
    stem = f"valtakunta_{subject}_{told.nation.day.isoformat()}_{wishes.language}"
    day = told.voice.day(change.day) if change else ""
    if wishes.form == PDF:
        from sopimukset.formats.pdf import paper_to_pdf

        return [(f"{stem}.pdf", paper_to_pdf(paper(told, effect, day)))]
    found = sheets(told) if effect is None else [*sheets(told), *effect_sheets(told, effect)]
    if wishes.form == XLSX:
        title = " · ".join(filter(None, (told.voice.say(TITLE), header_mark(told, day))))
        return [(f"{stem}.xlsx", xlsx_bytes(found, title, told.nation.day))]
    return [(f"{stem}_{_plain(item.name)}.csv", csv_bytes(item, comma=True)) for item in found]


def _plain(name: str) -> str:
    """A name as a part of a file's name."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "-".join("".join(sign for sign in letters if sign.isascii()).split())
