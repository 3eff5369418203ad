"""Change logs as Word documents: one for each region and language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sopimukset import register
from sopimukset.base.dates import in_finnish
from sopimukset.base.files import write_whole
from sopimukset.base.speech import mark, say
from sopimukset.documents.build import Order, build, prepare
from sopimukset.documents.change_log import KIND, LogSubject, log_subject
from sopimukset.documents.provenance import Origin, fingerprint
from sopimukset.documents.subject import Source
from sopimukset.history.changelog import RegionLog
from sopimukset.law.registry import RULE_SET
from sopimukset.locale import translator
from sopimukset.reporting.changelog.report import ChangeReport, skipped
from sopimukset.tasks.failure import OutsideFailure
from sopimukset.tasks.orders import Template, template_of
from sopimukset.tasks.writing import FILE, writing
from sopimukset.workspace.locate import WorkspaceError, find_root

NO_TEMPLATE = "Asiakirjatyypin {laji} pohjaa ei ole."
NO_LANGUAGE = "Asiakirjatyypin {laji} pohjaa tai mallitekstejä ei voi lukea: {kieli}."


def write_documents(
    folder: Path, report: ChangeReport, languages: Sequence[str], out: Path
) -> Iterator[Path]:
    """Write the logs; gives each file when it is written.

    A region without changes gets none, nor one of which no state could be read.

    Args:
        folder: where to look for the workspace.
        report: the changes.
        languages: of the documents; the region's own where none is named.
        out: the folder below which each region has its own.

    Raises:
        WorkspaceError: there is no template (exit code 3).
        OutsideFailure: a template can't be read, or a file can't be written (exit code 4).
    """
    template = template_of(find_root(folder), KIND)
    if template is None:
        raise WorkspaceError(
            say(NO_TEMPLATE).format(laji=KIND.laji),
            say("Asenna ohjelma uudelleen: sopimukset doctor."),
        )
    for log in report.regions:
        for subject, language in _subjects(report, log, languages):
            order = _order(template, subject, language)
            target = out / log.name / order.file_name
            with writing(FILE, target, mark("Valitse toinen kansio valitsimella --out.")):
                target.parent.mkdir(parents=True, exist_ok=True)
                write_whole(target, build(prepare(order, register.load())).content)
            yield target


def _subjects(
    report: ChangeReport, log: RegionLog, languages: Sequence[str]
) -> Iterator[tuple[LogSubject, str]]:
    region = log.last or log.first
    if region is None or region.alue is None:
        return
    source = Source(log.name, region.alue, {})
    bare = log_subject(source, log, report.log.older, report.log.newer)
    for language in languages or region.alue.kielet:
        told = translator(language)
        suspects = tuple(item.told_in(told, language) for item in report.suspects.get(log.key, ()))
        lacking = tuple(skipped(item, told) for item in log.skipped)
        yield replace(bare, suspects=suspects, skipped=lacking), language


def _order(template: Template, subject: LogSubject, language: str) -> Order:
    """The order for a log; its facts are the changes, so their fingerprint stands for files."""
    layout, library = template.folder.layout(language), template.folder.library
    if layout is None or library is None:
        raise OutsideFailure(
            say(NO_LANGUAGE).format(laji=KIND.laji, kieli=language),
            say("Tarkasta pohja: sopimukset templates lint {laji}").format(laji=KIND.laji),
        )
    origin = Origin(
        subject.source.name,
        KIND.laji,
        f"{subject.older}..{subject.newer}",
        language,
        (("muutokset", fingerprint(_facts(subject))),),
        template.fingerprint,
        in_finnish(RULE_SET),
    )
    return Order(KIND, subject, language, origin, layout, library, {}, errors=False)


def _facts(subject: LogSubject) -> Iterator[str]:
    """Everything that the log says, as texts whose fingerprint changes with it."""
    for entry in subject.log.entries:
        yield f"{entry.moment} {entry.change.kind.key} {entry.change.path} {entry.grade}"
        yield f"{entry.change.old!r} {entry.change.new!r}"
    yield from subject.suspects
    yield from subject.skipped
