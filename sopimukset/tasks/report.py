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
from sopimukset.documents.report.origin import LAJI
from sopimukset.tasks.foreign import told_of_foreign
from sopimukset.tasks.judging import Checked, check_closely
from sopimukset.tasks.named_group import no_such_group
from sopimukset.tasks.refused import RefusedError
from sopimukset.tasks.report_files import PDF, Writer
from sopimukset.tasks.report_matters import Choice, matters_of, periods_of
from sopimukset.tasks.status import holdings_of
from sopimukset.workspace.templates import library_of
from sopimukset.workspace.workspace import Region

NO_FOLLOW_UP = mark("Alueelle {alue} ei ole kirjattu seurantaa, jonka jakso on päättynyt.")
NO_SUCH_PERIOD = mark("Alueella {alue} ei ole seurantajaksoa {jakso}. Jaksot: {jaksot}.")
ONE_ERROR = mark("Alueen {alue} tiedoissa on 1 virhe, joten raportti on luonnos: {komento}")
ERRORS = mark("Alueen {alue} tiedoissa on {maara} virhettä, joten raportti on luonnos: {komento}")
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
        errors: sentences, said already, on errors in the data of what was reported.
        languages: sentences, said already, on reports in a language that the region doesn't write.
        in_preparation: regions that weren't named and are in preparation.
    """

    files: list[Path] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
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
    checked = check_closely(folder, wishes.regions, as_of)
    regions = {item.name: item for item in checked.regions}
    writer = Writer(checked.root, wishes.out, wishes.form, short=wishes.summary)
    result = Reported()
    for number, name in enumerate(checked.wanted, 1):
        progress(name, number, len(checked.wanted))
        with collector_paused():
            _region(checked, regions[name], writer, wishes, result)
    return result


def _region(
    checked: Checked, region: Region, writer: Writer, wishes: Wishes, result: Reported
) -> None:
    """The reports of one region, or why it has none."""
    root = checked.root
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
    errors = checked.count_errors(region.name, LAJI)
    choice = wishes.choice
    found = list(matters_of(root, region, holdings, choice, checked.as_of, errors))
    if not found and wishes.regions:
        result.skipped.append(_why_none(region, choice))
    if found and errors:
        result.errors.append(_told_errors(region.name, errors))
    if found:
        result.languages += told_of_foreign(region.name, holdings.alue, wishes.languages)
    for matter in found:
        for language in wishes.languages or holdings.alue.kielet:
            result.files.append(writer.write(region, matter, language))


def _told_errors(name: str, count: int) -> str:
    """That a region's data hold errors, and the command that lists them."""
    told = say(ONE_ERROR if count == 1 else ERRORS)
    return told.format(alue=name, maara=count, komento=f"sopimukset check {name}")


def _why_none(region: Region, choice: Choice) -> str:
    """Why a named region gives no report.

    Raises:
        RefusedError: it has no such period or group.
    """
    alue = region.alue
    groups = [item.tunnus for item in alue.johtoryhmat] if alue else []
    if alue and choice.group and choice.group not in groups:
        raise RefusedError(no_such_group(alue, choice.group))
    known = periods_of(region)
    if choice.period and known:
        told = say(NO_SUCH_PERIOD).format(
            alue=region.name, jakso=choice.period, jaksot=", ".join(known)
        )
        raise RefusedError(told)
    return say(NO_FOLLOW_UP).format(alue=region.name)
