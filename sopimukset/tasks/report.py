"""Making follow-up reports: read, put into words, written whole, one file after another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from pathlib import Path

from sopimukset import register
from sopimukset.base.collector import collector_paused
from sopimukset.base.speech import mark, say
from sopimukset.tasks.refused import RefusedError
from sopimukset.tasks.report_files import PDF, Writer
from sopimukset.tasks.report_matters import Choice, matters_of, periods_of
from sopimukset.tasks.status import holdings_of
from sopimukset.workspace.locate import chosen, find_root
from sopimukset.workspace.templates import library_of
from sopimukset.workspace.workspace import Region, read_region

NO_FOLLOW_UP = mark("Alueelle {alue} ei ole kirjattu seurantaa, jonka jakso on päättynyt.")
NO_SUCH_PERIOD = mark("Alueella {alue} ei ole seurantajaksoa {jakso}. Jaksot: {jaksot}.")
NO_SUCH_GROUP = mark("Alueella {alue} ei ole johtoryhmää {johtoryhma}. Johtoryhmät: {johtoryhmat}.")
UNREAD = mark("Tiedostoa {tiedosto} ei voi lukea, joten sen tiedot puuttuvat raportista.")
NO_RECORD = mark("Alueen {alue} tietoja ei voi lukea: {tiedosto}.")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked for.

    Attributes:
        regions: by name; empty for the confirmed ones that have a follow-up.
        choice: which period and group.
        languages: empty for each region's own.
        form: `pdf` or `docx`.
        summary: one page for the parties' bodies instead of the whole report.
        out: where the reports go.
    """

    regions: tuple[str, ...] = ()
    choice: Choice = field(default_factory=Choice)
    languages: tuple[str, ...] = ()
    form: str = PDF
    summary: bool = False
    out: Path = Path("build")


@dataclass
class Reported:
    """What came of a run.

    Attributes:
        files: those that were written.
        skipped: sentences, said already, on what there is no report of.
        broken: sentences, said already, on files that can't be read.
        in_preparation: regions that weren't named and are in preparation.
    """

    files: list[Path] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    in_preparation: list[str] = field(default_factory=list)


Progress = Callable[[str, int, int], None]
"""Told of each region before it is worked on: its name, its number, of how many."""


def make_reports(folder: Path, wishes: Wishes, as_of: date, progress: Progress) -> Reported:
    """Write the reports of the wished regions.

    Raises:
        WorkspaceError: no workspace, template or region of that name (exit code 3).
        RefusedError: a named region has no such period or group (exit code 2).
        OutsideFailure: a report can't be written, or its template not read (exit code 4).
    """
    root = find_root(folder)
    names = chosen(root, wishes.regions)
    writer = Writer(root, wishes.out, wishes.form, short=wishes.summary)
    result = Reported()
    for number, name in enumerate(names, 1):
        progress(name, number, len(names))
        with collector_paused():
            _region(root, read_region(root, name), writer, wishes, as_of, result)
    return result


def _region(
    root: Path, region: Region, writer: Writer, wishes: Wishes, as_of: date, result: Reported
) -> None:
    """The reports of one region, or why it has none."""
    holdings = holdings_of(region, cache(partial(library_of, root)), register.load())
    if holdings is None:
        result.broken.append(say(NO_RECORD).format(alue=region.name, tiedosto=region.record.file))
        return
    if not holdings.confirmed and not wishes.regions:
        result.in_preparation.append(region.name)
        return
    result.broken += [
        say(UNREAD).format(tiedosto=file)
        for file, item in region.records.items()
        if item.model is None
    ]
    found = list(matters_of(root, region, holdings, wishes.choice, as_of))
    if not found and wishes.regions:
        result.skipped.append(_why_none(region, wishes.choice))
    for matter in found:
        for language in wishes.languages or holdings.alue.kielet:
            result.files.append(writer.write(region, matter, language))


def _why_none(region: Region, choice: Choice) -> str:
    """Why a named region gives no report.

    Raises:
        RefusedError: it has no such period or group.
    """
    groups = [item.tunnus for item in region.alue.johtoryhmat] if region.alue else []
    if choice.group and choice.group not in groups:
        told = say(NO_SUCH_GROUP).format(
            alue=region.name, johtoryhma=choice.group, johtoryhmat=", ".join(groups)
        )
        raise RefusedError(told)
    known = periods_of(region)
    if choice.period and known:
        told = say(NO_SUCH_PERIOD).format(
            alue=region.name, jakso=choice.period, jaksot=", ".join(known)
        )
        raise RefusedError(told)
    return say(NO_FOLLOW_UP).format(alue=region.name)
