"""Reports as files: one paper, written as PDF or Word, whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sopimukset import register
from sopimukset.base.dates import in_finnish
from sopimukset.base.files import write_whole
from sopimukset.base.speech import mark, say
from sopimukset.documents.facts import RECORD, Facts
from sopimukset.documents.follow_up_report import (
    KIND,
    ReportSubject,
    paper_of,
    report_subject,
)
from sopimukset.documents.pdf_provenance import sealed_pdf
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.origin import LAJI, file_name, origin
from sopimukset.documents.subject import Making
from sopimukset.law.registry import RULE_SET
from sopimukset.tasks.failure import OutsideFailure
from sopimukset.tasks.orders import Files, template_of
from sopimukset.tasks.writing import FILE, writing
from sopimukset.workspace.locate import WorkspaceError
from sopimukset.workspace.workspace import Region

PDF, WORD = "pdf", "docx"
NO_TEMPLATE = mark("Asiakirjatyypin {laji} pohjaa ei ole.")
NO_LANGUAGE = mark("Asiakirjatyypin {laji} pohjaa tai mallitekstejä ei voi lukea: {kieli}.")


class Writer:
    """Writes reports of one form into a folder, each region's into its own.

    Args:
        root: the workspace, whose own template wins.
        out: the folder.
        form: `pdf` or `docx`.
        short: whether they are pages for the parties' bodies.
    """

    def __init__(self, root: Path, out: Path, form: str, *, short: bool) -> None:
        """Find the template.

        Raises:
            WorkspaceError: there is none (exit code 3).
        """
        found = template_of(root, KIND)
        if found is None:
            raise WorkspaceError(
                say(NO_TEMPLATE).format(laji=LAJI),
                say("Asenna ohjelma uudelleen: sopimukset doctor."),
            )
        self.template = found
        self.out = out
        self.form = form
        self.short = short

    def write(self, region: Region, matter: Matter, language: str) -> Path:
        """Write one report, whole or not at all; gives its file.

        Raises:
            OutsideFailure: it can't be written, or its template not read (exit code 4).
        """
        files = Files(region)
        subject = report_subject(matter, files.source, _blobs(files, matter), short=self.short)
        name = file_name(matter, language, self.form, summary=self.short)
        target = self.out / region.name / name
        content = (self._word if self.form == WORD else self._pdf)(subject, language)
        with writing(FILE, target, mark("Valitse toinen kansio valitsimella --out.")):
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, content)
        return target

    def _pdf(self, subject: ReportSubject, language: str) -> bytes:
        library = self.template.folder.library
        if library is None:
            raise _unusable(language)
        facts = Facts(subject.alue, language)
        return sealed_pdf(paper_of(subject, Making(facts, register.load(), library)))

    def _word(self, subject: ReportSubject, language: str) -> bytes:
        from sopimukset.documents.build import Order, build, prepare

        layout, library = self.template.folder.layout(language), self.template.folder.library
        if layout is None or library is None:
            raise _unusable(language)
        own = origin(subject.matter, subject.blobs, language, summary=subject.short)
        found = replace(own, template=self.template.fingerprint, rules=in_finnish(RULE_SET))
        errors = bool(subject.matter.errors)
        order = Order(KIND, subject, language, found, layout, library, {}, errors)
        return build(prepare(order, register.load())).content


def _unusable(language: str) -> OutsideFailure:
    return OutsideFailure(
        say(NO_LANGUAGE).format(laji=LAJI, kieli=language),
        say("Tarkasta pohja: sopimukset templates lint {laji}").format(laji=LAJI),
    )


def _blobs(files: Files, matter: Matter) -> list[tuple[str, str]]:
    """The files that the report tells of, with their blob ids: the group's own, and the record."""
    own = [RECORD]
    for file, document in files.documents.items():
        group = document.data.get("johtoryhma") if isinstance(document.data, dict) else None
        if file != RECORD and group == matter.group:
            own.append(file)
    return [(file, files.blob(file)) for file in own]
