"""Making follow-up reports: read, put into words, written whole, one file after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from pathlib import Path

from sopimukset import register
from sopimukset.base.collector import collector_paused
from sopimukset.base.files import write_whole
from sopimukset.base.speech import mark, say
from sopimukset.documents.provenance import blob_id
from sopimukset.documents.report.matter import Followed, Matter, followed
from sopimukset.documents.report.origin import file_name
from sopimukset.documents.report.paper import report as whole_report
from sopimukset.documents.report.pen import Pen
from sopimukset.formats.paper import Paper
from sopimukset.model import Seuranta
from sopimukset.tasks.past_changes import changes_in
from sopimukset.tasks.refused import RefusedError
from sopimukset.tasks.status import holdings_of
from sopimukset.tasks.writing import FILE, writing
from sopimukset.tracking.concerns import concerns_of
from sopimukset.tracking.due import deadlines_on
from sopimukset.tracking.groups import GroupStatus
from sopimukset.tracking.holdings import Holdings
from sopimukset.tracking.standing import Standing, standing_on
from sopimukset.workspace.locate import chosen, find_root
from sopimukset.workspace.templates import library_of
from sopimukset.workspace.workspace import Region, read_region

PDF, WORD = "pdf", "docx"
NO_PERIOD = mark("Alueelle {alue} ei ole kirjattu seurantaa, jonka jakso on päättynyt.")
NO_SUCH_PERIOD = mark("Alueella {alue} ei ole seurantajaksoa {jakso}. Jaksot: {jaksot}.")
NO_SUCH_GROUP = mark("Alueella {alue} ei ole johtoryhmää {johtoryhma}. Johtoryhmät: {johtoryhmat}.")
UNREAD = mark("Tiedostoa {tiedosto} ei voi lukea, joten sen tiedot puuttuvat raportista.")
NO_RECORD = mark("Alueen {alue} tietoja ei voi lukea: {tiedosto}.")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked for.

    Attributes:
        regions: by name; empty for the confirmed ones that have a follow-up.
        period: the name of a period, or of its file; "" for the newest that has ended.
        group: the `tunnus` of a group; "" for all.
        languages: empty for each region's own.
        form: `pdf` or `docx`.
        summary: one page for the parties' bodies instead of the whole report.
        out: where the reports go.
    """

    regions: tuple[str, ...] = ()
    period: str = ""
    group: str = ""
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
        WorkspaceError: no workspace, or no region of that name (exit code 3).
        RefusedError: a named region has no such period or group (exit code 2).
        OutsideFailure: a report can't be written (exit code 4).
    """
    root = find_root(folder)
    names = chosen(root, wishes.regions)
    result = Reported()
    for number, name in enumerate(names, 1):
        progress(name, number, len(names))
        with collector_paused():
            region = read_region(root, name)
        _region(root, region, wishes, as_of, result)
    return result


def _region(root: Path, region: Region, wishes: Wishes, as_of: date, result: Reported) -> None:
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
    found = list(_matters(root, region, holdings, wishes, as_of))
    if not found and wishes.regions:
        result.skipped.append(say(NO_PERIOD).format(alue=region.name))
    for matter in found:
        for language in wishes.languages or holdings.alue.kielet:
            result.files.append(_written(region, matter, language, wishes))


def _matters(
    root: Path, region: Region, holdings: Holdings, wishes: Wishes, as_of: date
) -> Iterator[Matter]:
    """What each report of a region speaks of."""
    standing = standing_on(holdings, as_of)
    deadlines = deadlines_on(holdings, standing, as_of)
    concerns = concerns_of(holdings, standing)
    for status in _groups(standing, wishes, holdings):
        files = followed(_follow_ups(region, status.group.tunnus))
        current = _current(files, wishes, as_of)
        if current is None:
            continue
        yield Matter(
            holdings,
            standing,
            status,
            concerns,
            deadlines,
            as_of,
            current,
            [item for item in files if item is not current],
            changes_in(root, holdings.alue.alue, current.period),
        )


def _groups(standing: Standing, wishes: Wishes, holdings: Holdings) -> list[GroupStatus]:
    """The groups that were asked for."""
    if not wishes.group:
        return list(standing.groups)
    found = [item for item in standing.groups if item.group.tunnus == wishes.group]
    if not found and wishes.regions:
        known = ", ".join(item.group.tunnus for item in standing.groups)
        told = say(NO_SUCH_GROUP)
        raise RefusedError(
            told.format(alue=holdings.name, johtoryhma=wishes.group, johtoryhmat=known)
        )
    return found


def _follow_ups(region: Region, group: str) -> Iterator[tuple[str, Seuranta]]:
    """A group's follow-ups that can be read, by their file in the region's folder."""
    for item in region.follow_ups:
        if item.model is not None and item.model.johtoryhma == group:
            yield _local(region, item.file), item.model


def _local(region: Region, file: str) -> str:
    """A file's name in the region's folder."""
    return file.split(f"{region.name}/", 1)[1]


def _current(files: Sequence[Followed], wishes: Wishes, as_of: date) -> Followed | None:
    """The follow-up that was asked for: by the period's name or the file's, else the newest."""
    if not wishes.period:
        return next((item for item in reversed(files) if item.period.end <= as_of), None)
    wanted = _plain(wishes.period)
    return next((item for item in files if wanted in map(_plain, _names(item))), None)


def _names(item: Followed) -> Iterator[str]:
    """What a period may be called."""
    yield item.stem
    yield item.model.seurantajakso.nimi or item.stem
    yield f"{item.period.start.isoformat()}..{item.period.end.isoformat()}"


def _plain(name: str) -> str:
    """A name as anybody may type it: with a hyphen for a dash, in small letters."""
    return name.strip().casefold().replace("–", "-")


def _written(region: Region, matter: Matter, language: str, wishes: Wishes) -> Path:
    """Write one report, whole or not at all; gives its file."""
    pen = Pen(matter.holdings.alue, matter.holdings.register, language)
    paper = whole_report(matter, pen, _blobs(region, matter))
    name = file_name(matter, language, wishes.form, summary=wishes.summary)
    target = wishes.out / region.name / name
    content = _bytes(paper, wishes.form)
    with writing(FILE, target, mark("Valitse toinen kansio valitsimella --out.")):
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, content)
    return target


def _bytes(paper: Paper, form: str) -> bytes:
    """The paper as a file's bytes."""
    from sopimukset.formats.pdf import paper_to_pdf

    return paper_to_pdf(paper)


def _blobs(region: Region, matter: Matter) -> list[tuple[str, str]]:
    """The files that the report tells of, with their blob ids."""
    found = []
    for file, item in region.records.items():
        own = getattr(item.model, "johtoryhma", matter.group)
        if item.document is not None and own == matter.group:
            found.append((_local(region, file), blob_id(item.document.text.encode())))
    return found
