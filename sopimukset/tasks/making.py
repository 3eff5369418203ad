"""The work of `generate`: documents one after another, written while others are made."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from sopimukset import register
from sopimukset.base.dates import in_finnish
from sopimukset.base.speech import mark, say
from sopimukset.base.words import listed_keys
from sopimukset.documents.build import Draft, Order, build, gap_lines, prepare
from sopimukset.documents.kinds import KINDS
from sopimukset.documents.provenance import Origin, blob_id, examine, folder_id
from sopimukset.documents.subject import Kind, Source, Subject
from sopimukset.findings import Finding, Severity
from sopimukset.formats.word import LayoutError
from sopimukset.formats.word.store import compiled_layout
from sopimukset.law.registry import RULE_SET
from sopimukset.model import Kokous
from sopimukset.tasks import crew
from sopimukset.tasks.failure import as_failure
from sopimukset.tasks.generate import Fate, Generated, Item, Progress, Wishes
from sopimukset.tasks.judging import Checked, check
from sopimukset.tasks.writer import Writer
from sopimukset.workspace.locate import WorkspaceError
from sopimukset.workspace.templates import TemplateFolder, template_folder
from sopimukset.workspace.workspace import Region

LANGUAGES = {"fi": mark("suomenkielinen"), "sv": mark("ruotsinkielinen")}


def make(folder: Path, wishes: Wishes, as_of: date, progress: Progress) -> Generated:
    """Make the documents.

    Raises:
        WorkspaceError: no workspace, or nothing in it to make.
    """
    checked = check(folder, (), as_of)
    regions = _regions(checked, wishes.regions)
    result = Generated(wishes.out, wishes.final)
    templates = _templates(checked.root, wishes, result)
    wanted = [item for item in regions if wishes.regions or _confirmed(item)]
    result.in_preparation = [item.name for item in regions if item not in wanted]
    wanted = _sharded(wanted, wishes.shard)
    for items in _made(wanted, checked, templates, wishes, progress):
        result.items += items
    return result


def _made(
    regions: Sequence[Region],
    checked: Checked,
    templates: Sequence[Template],
    wishes: Wishes,
    progress: Progress,
) -> Iterator[list[Item]]:
    """What came of each region."""

    def begun(number: int) -> None:
        progress(regions[number].name, number + 1, len(regions))

    def work(number: int) -> list[Item]:
        with Writer() as writer:
            items = list(_region(regions[number], checked, templates, wishes, writer))
        return [_written(item, writer) for item in items]

    numbers = range(len(regions))
    if crew.pays(_likely(regions, templates, wishes)):
        _compile(templates)
        yield from (items for _, items in crew.worked_at_once(work, numbers, begun))
        return
    with Writer() as writer:
        made = []
        for number in numbers:
            begun(number)
            made.append(list(_region(regions[number], checked, templates, wishes, writer)))
    yield from ([_written(item, writer) for item in items] for items in made)


def _likely(regions: Sequence[Region], templates: Sequence[Template], wishes: Wishes) -> int:
    """About how many documents there are to be made: one of each kind and language."""
    languages = [len(wishes.languages or item.alue.kielet) for item in regions if item.alue]
    return sum(languages) * len(templates)


def _compile(templates: Sequence[Template]) -> None:
    """Compile all layouts before the work is divided, lest each process do it."""
    for _, template, _ in templates:
        for language in LANGUAGES:
            layout = template.layout(language)
            if layout is not None:
                with suppress(LayoutError):  # told where a document is made of it
                    compiled_layout(layout.read_bytes())


def _written(item: Item, writer: Writer) -> Item:
    """The item, or that it could not be written."""
    error = writer.failures.get(item.name)
    if error is None or item.fate is not Fate.MADE:
        return item
    failure = as_failure(error)
    return Item(Fate.OUTSIDE, Path(item.name).name, (f"{failure.message} {failure.advice}",))


def _regions(checked: Checked, names: Collection[str]) -> list[Region]:
    known = {item.name: item for item in checked.regions}
    missing = [name for name in names if name not in known]
    if missing:
        one, many = (
            say("Aluetta {alue} ei ole työtilassa."),
            say("Alueita {alue} ei ole työtilassa."),
        )
        raise WorkspaceError(
            (one if len(missing) == 1 else many).format(alue=listed_keys(missing)),
            say("Alueet: {alueet}").format(alueet=", ".join(known)),
        )
    return [known[name] for name in names] if names else list(checked.regions)


def _confirmed(region: Region) -> bool:
    """Whether the region's documents are made without naming it; an unreadable one is told of."""
    return region.alue is None or region.alue.vaihe == "vahvistettu"


def _sharded(regions: list[Region], shard: tuple[int, int] | None) -> list[Region]:
    return regions if shard is None else regions[shard[0] - 1 :: shard[1]]


Template = tuple[Kind[Any], TemplateFolder, str]
"""A kind of document, its folder of templates and the folder's fingerprint."""


def _templates(root: Path, wishes: Wishes, result: Generated) -> list[Template]:
    """The wished kinds with their folders of templates."""
    found = []
    for kind in KINDS:
        if wishes.kinds and kind.laji not in wishes.kinds:
            continue
        folder = template_folder(root, kind.laji)
        if folder is None:
            raise WorkspaceError(
                say("Asiakirjatyypin {laji} pohjaa ei ole.").format(laji=kind.laji),
                say("Asenna ohjelma uudelleen: sopimukset doctor."),
            )
        if folder.own:
            result.templates.append(f"{folder.folder.relative_to(root.resolve()).as_posix()}/")
        found.append((kind, folder, folder_id(folder.folder)))
    return found


def _region(
    region: Region,
    checked: Checked,
    templates: Sequence[Template],
    wishes: Wishes,
    writer: Writer,
) -> Iterator[Item]:
    if region.alue is None or region.record.document is None:
        notes = [_line(item) for item in region.form_findings if item.severity is Severity.ERROR]
        yield Item(Fate.BROKEN, region.name, tuple(notes))
        return
    files = _Files(region)
    for template in templates:
        kind = template[0]
        subjects = kind.subjects(files.source)
        reasons = tuple(kind.why_nothing(files.source)) if not subjects else ()
        if reasons or (not subjects and wishes.kinds):
            none = say("{laji}: alueelle ei ole kirjattu tietoja, joista asiakirja tehdään.")
            yield Item(Fate.SKIPPED, region.name, reasons or (none.format(laji=kind.laji),))
        for subject in subjects:
            for language in wishes.languages or region.alue.kielet:
                yield _document(files, subject, language, checked, template, wishes, writer)


class _Files:
    """A region's files as documents need them: models, data and blob ids, by name."""

    def __init__(self, region: Region) -> None:
        if region.alue is None:
            raise ValueError("a region that can't be read has no documents")
        self.name = region.name
        records = {
            file.split(f"{region.name}/", 1)[1]: record for file, record in region.records.items()
        }
        self.documents = {
            file: record.document for file, record in records.items() if record.document is not None
        }
        meetings = {
            file: record.model
            for file, record in records.items()
            if isinstance(record.model, Kokous)
        }
        self.source = Source(region.alue, meetings)

    def blobs(self, subject: Subject) -> tuple[tuple[str, str], ...]:
        """The files that a document prints facts of, with their blob ids."""
        return tuple((file, blob_id(self.documents[file].text.encode())) for file in subject.files)

    def data(self, subject: Subject) -> dict[str, object]:
        """Their plain data."""
        return {file: self.documents[file].data for file in subject.files}


def _document(
    files: _Files,
    subject: Subject,
    language: str,
    checked: Checked,
    kind_and_template: Template,
    wishes: Wishes,
    writer: Writer,
) -> Item:
    kind, template, template_id = kind_and_template
    layout = template.layout(language)
    named = ", ".join(filter(None, (kind.laji, subject.tunnus, language)))
    name = f"{files.name} ({named})"
    if layout is None:
        note = say("Asiakirjatyypillä {laji} ei vielä ole pohjaa tällä kielellä: {kieli}.")
        told = say(LANGUAGES.get(language, language))
        return Item(Fate.SKIPPED, name, (note.format(laji=kind.laji, kieli=told),))
    if template.library is None:
        return Item(Fate.BROKEN, name, tuple(_line(item) for item in template.findings))
    origin = Origin(
        files.name,
        kind.laji,
        subject.tunnus,
        language,
        files.blobs(subject),
        template_id,
        in_finnish(RULE_SET),
    )
    order = Order(
        kind,
        subject,
        language,
        origin,
        layout,
        template.library,
        files.data(subject),
        errors=checked.errors_of(files.name),
        annotated=wishes.annotated,
    )
    try:
        return _make(prepare(order, register.load()), wishes, checked, writer)
    except OSError as error:
        failure = as_failure(error)
        return Item(Fate.OUTSIDE, order.file_name, (f"{failure.message} {failure.advice}",))
    except LayoutError as error:
        return Item(Fate.BROKEN, name, (f"{template.folder.name}/{layout.name}: {error}",))


def _make(draft: Draft, wishes: Wishes, checked: Checked, writer: Writer) -> Item:
    order = draft.order
    target = wishes.out / order.origin.region / order.file_name
    name = target.as_posix()
    notes = tuple(gap_lines(draft)) + _error_notes(draft, checked)
    if wishes.final and draft.is_draft:
        return Item(Fate.REFUSED, name, notes)
    if not wishes.force and target.is_file():
        found = examine(target.read_bytes())
        if found.untouched and found.inputs == order.inputs:
            return Item(Fate.UNCHANGED, name, notes, draft.marks)
        if not found.untouched:
            return Item(Fate.EDITED, name, (say(_EDITED if found.ours else _FOREIGN),))
    writer.write(target, build(draft).content)
    return Item(Fate.MADE, name, notes, draft.marks)


_EDITED = mark("Tiedostoa on muokattu, joten sitä ei korvattu. Korvaa valitsimella --force.")
_FOREIGN = mark("Samanniminen tiedosto ei ole tämän ohjelman tekemä. Korvaa valitsimella --force.")


def _error_notes(draft: Draft, checked: Checked) -> tuple[str, ...]:
    region = draft.order.origin.region
    errors = [
        item
        for item in checked.findings
        if item.region == region and item.severity is Severity.ERROR
    ]
    notes = [_line(item) for item in errors]
    if draft.order.subject.alue.vaihe != "vahvistettu":
        notes.append(say("Alue on valmisteilla."))
    return tuple(notes)


def _line(finding: Finding) -> str:
    return f"{finding.code} {finding.file}:{finding.line}:{finding.column} {finding.message}"
