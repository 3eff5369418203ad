"""The work of `generate`: documents one after another, written while others are made."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sopimukset import register
from sopimukset.base.files import write_whole
from sopimukset.base.speech import mark, say
from sopimukset.base.words import listed_keys
from sopimukset.documents.agreement import TYM
from sopimukset.documents.annex import numbered
from sopimukset.documents.build import (
    Draft,
    build,
    foreign_lines,
    gap_lines,
    kept_lines,
    prepare,
)
from sopimukset.documents.bundle import BUNDLED, Bundle, bundles_of
from sopimukset.documents.kinds import KINDS
from sopimukset.documents.provenance import examine
from sopimukset.documents.subject import Kind, Source, Subject
from sopimukset.findings import Severity
from sopimukset.formats import zip as archive
from sopimukset.formats.word import LayoutError
from sopimukset.formats.word.store import compile_texts, compiled_layout
from sopimukset.formats.writable import UnwritableError
from sopimukset.tasks import crew
from sopimukset.tasks.failure import as_failure
from sopimukset.tasks.flawed_templates import told_of_errors
from sopimukset.tasks.foreign import told_of_foreign
from sopimukset.tasks.generate import Fate, Generated, Item, Progress, Wishes
from sopimukset.tasks.judging import Checked, check_closely
from sopimukset.tasks.leftovers import without_leftovers
from sopimukset.tasks.orders import Files, Manner, Template, order_of, template_of
from sopimukset.tasks.writer import Writer
from sopimukset.workspace.locate import WorkspaceError, find_root, region_names
from sopimukset.workspace.workspace import Region

NONE = mark("{laji}: alueelle ei ole kirjattu tietoja, joista asiakirja tehdään.")
NONE_OF_YEAR = mark("{laji}: vuodelle {vuosi} ei ole kirjattu tietoja, joista asiakirja tehdään.")
LANGUAGES = {"fi": mark("suomenkielinen"), "sv": mark("ruotsinkielinen")}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document goes: what writes it, a folder, and what stands before the file's name."""

    writer: Writer
    folder: Path
    before: str = ""

    def target(self, name: str) -> Path:
        """The file."""
        return self.folder / f"{self.before}{name}"


def make(folder: Path, wishes: Wishes, as_of: date, progress: Progress) -> Generated:
    """Make the documents.

    Raises:
        WorkspaceError: no workspace, or nothing in it to make.
    """
    _refuse_unknown(find_root(folder), wishes.regions)
    checked = check_closely(folder, wishes.regions, as_of)
    regions = [item for name in checked.wanted for item in checked.regions if item.name == name]
    result = Generated(wishes.out, wishes.final)
    templates = _templates(checked.root, wishes, result)
    wanted = [item for item in regions if wishes.regions or _confirmed(item)]
    result.in_preparation = [item.name for item in regions if item not in wanted]
    wanted = _sharded(wanted, wishes.shard)
    for items in _made(wanted, checked, templates, wishes, progress):
        result.items += items
    for region in wanted:
        if region.alue is not None:
            result.languages += told_of_foreign(region.name, region.alue, wishes.languages)
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
        """Say that the work on a region begins."""
        progress(regions[number].name, number + 1, len(regions))

    def work(number: int) -> list[Item]:
        """What came of one region, its documents written and its zips too."""
        with Writer() as writer:
            items = list(_region(regions[number], checked, templates, wishes, writer))
        return _done(regions[number], wishes, items, writer)

    likely = [_likely(region, templates, wishes, checked.as_of) for region in regions]
    if crew.pays(sum(likely)):
        _compile(templates)
        yield from crew.worked_at_once(work, likely, begun)
        return
    with Writer() as writer:
        made = []
        for number in range(len(regions)):
            begun(number)
            made.append(list(_region(regions[number], checked, templates, wishes, writer)))
    for region, items in zip(regions, made, strict=True):
        yield _done(region, wishes, items, writer)


def _done(region: Region, wishes: Wishes, items: Sequence[Item], writer: Writer) -> list[Item]:
    """What came of a region's documents now that they are written, and its zips."""
    written = [_written(item, writer) for item in items]
    return [*written, *_zips(region, wishes, written)]


def _likely(region: Region, templates: Sequence[Template], wishes: Wishes, as_of: date) -> int:
    """How many documents the region is likely to get."""
    if region.alue is None or region.record.document is None:
        return 0
    source = Files(region).source
    subjects = sum(len(_subjects(template.kind, source, wishes, as_of)) for template in templates)
    return subjects * len(wishes.languages or region.alue.kielet)


def _compile(templates: Sequence[Template]) -> None:
    """Compile all layouts before the work is divided, lest each process do it."""
    for template in templates:
        for language in LANGUAGES:
            layout = template.folder.layout(language)
            if layout is not None:
                with suppress(LayoutError):  # told where a document is made of it
                    compiled_layout(layout.read_bytes())


def _written(item: Item, writer: Writer) -> Item:
    """The item, or that it could not be written."""
    error = writer.failures.get(item.name)
    if error is None or item.fate is not Fate.MADE:
        return item
    failure = as_failure(error, elsewhere=True)
    return Item(Fate.OUTSIDE, Path(item.name).name, (f"{failure.message} {failure.advice}",))


def _refuse_unknown(root: Path, names: Collection[str]) -> None:
    known = region_names(root)
    missing = [name for name in names if name not in known] if known else []
    if missing:
        one, many = (
            say("Aluetta {alue} ei ole työtilassa."),
            say("Alueita {alue} ei ole työtilassa."),
        )
        raise WorkspaceError(
            (one if len(missing) == 1 else many).format(alue=listed_keys(missing)),
            say("Alueet: {alueet}").format(alueet=", ".join(known)),
        )


def _confirmed(region: Region) -> bool:
    """Whether the region's documents are made without naming it; an unreadable one is told of."""
    return region.alue is None or region.alue.vaihe == "vahvistettu"


def _sharded(regions: list[Region], shard: tuple[int, int] | None) -> list[Region]:
    return regions if shard is None else regions[shard[0] - 1 :: shard[1]]


def _templates(root: Path, wishes: Wishes, result: Generated) -> list[Template]:
    """The wished kinds with their templates."""
    found = []
    for kind in KINDS:
        if kind.laji not in _kinds(wishes):
            continue
        template = template_of(root, kind)
        if template is None:
            raise WorkspaceError(
                say("Asiakirjatyypin {laji} pohjaa ei ole.").format(laji=kind.laji),
                say("Asenna ohjelma uudelleen: sopimukset doctor."),
            )
        if template.folder.library is not None:
            compile_texts(_texts(template.folder.library.model_dump()))
        if template.folder.own:
            folder = template.folder.folder.relative_to(root.resolve())
            result.templates.append(f"{folder.as_posix()}/")
            result.languages += told_of_errors(kind, template.folder.folder)
        found.append(template)
    return found


def _texts(value: object) -> Iterator[str]:
    """Every text in the plain data of a clause library."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _kinds(wishes: Wishes) -> tuple[str, ...]:
    if wishes.bundle:
        return BUNDLED
    if wishes.year is not None:
        yearly = tuple(kind.laji for kind in KINDS if kind.of_year is not None)
        return tuple(laji for laji in yearly if laji in (wishes.kinds or yearly))
    return wishes.kinds or tuple(kind.laji for kind in KINDS if kind.unasked)


def _subjects(kind: Kind[Any], source: Source, wishes: Wishes, as_of: date) -> Sequence[Subject]:
    """What the region's documents of a kind are about, of the wished year where one is named."""
    if wishes.year is not None and kind.of_year is not None:
        return kind.of_year(source, wishes.year)
    found: Sequence[Subject] = (
        kind.subjects(source) if kind.on_day is None else kind.on_day(source, as_of)
    )
    return found


def _region(
    region: Region,
    checked: Checked,
    templates: Sequence[Template],
    wishes: Wishes,
    writer: Writer,
) -> Iterator[Item]:
    if region.alue is None or region.record.document is None:
        errors = (item for item in region.form_findings if item.severity is Severity.ERROR)
        yield Item(Fate.BROKEN, region.name, tuple(checked.told(errors)))
        return
    files = Files(region)
    if wishes.bundle:
        by_kind = {item.kind.laji: item for item in templates}
        yield from _bundles(files, checked, by_kind, wishes, writer)
        return
    place = Place(writer, wishes.out / region.name)
    for template in templates:
        kind = template.kind
        subjects = _subjects(kind, files.source, wishes, checked.as_of)
        reasons = tuple(kind.why_nothing(files.source)) if not subjects else ()
        if reasons or (not subjects and (wishes.kinds or wishes.year)):
            none = say(NONE if wishes.year is None else NONE_OF_YEAR)
            told = none.format(laji=kind.laji, vuosi=wishes.year)
            yield Item(Fate.SKIPPED, region.name, reasons or (told,))
        left_out = tuple(kind.left_out(files.source)) if subjects and wishes.kinds else ()
        if left_out:
            yield Item(Fate.NOTHING, region.name, left_out)
        for subject in subjects:
            for language in wishes.languages or region.alue.kielet:
                yield _document(files, template, subject, language, checked, wishes, place)


def _bundled(files: Files, wishes: Wishes) -> Iterator[tuple[Bundle, str, Path]]:
    """The region's bundles in the wished languages, with their folders."""
    for bundle in bundles_of(files.source):
        for language in wishes.languages or files.source.alue.kielet:
            name = bundle.name(language, annotated=wishes.annotated)
            yield bundle, language, wishes.out / files.name / name


def _bundles(
    files: Files,
    checked: Checked,
    templates: Mapping[str, Template],
    wishes: Wishes,
    writer: Writer,
) -> Iterator[Item]:
    """The documents of each agreement with its annexes and their list."""
    if not bundles_of(files.source):
        reasons = tuple(templates[TYM].kind.why_nothing(files.source))
        yield Item(Fate.SKIPPED, files.name, reasons)
    for bundle, language, folder in _bundled(files, wishes):
        for number, laji, subject in bundle.documents:
            place = Place(writer, folder, numbered(number, ""))
            yield _document(files, templates[laji], subject, language, checked, wishes, place)


def _zips(region: Region, wishes: Wishes, items: Sequence[Item]) -> Iterator[Item]:
    """The zip of each bundle of which every document is there; what else was in it goes."""
    if not wishes.bundle or region.alue is None:
        return
    annotated = wishes.annotated
    there = {item.name for item in items if item.fate in (Fate.MADE, Fate.UNCHANGED)}
    for bundle, language, folder in _bundled(Files(region), wishes):
        documents = [
            folder / numbered(number, subject.file_name(laji, language, annotated=annotated))
            for number, laji, subject in bundle.documents
        ]
        if there.issuperset(path.as_posix() for path in documents):
            yield _zipped(folder, documents)
            yield from without_leftovers(folder, documents, region.name, language)


def _zipped(folder: Path, documents: Sequence[Path]) -> Item:
    """The documents of a bundle as one zip beside their folder."""
    target = folder.with_suffix(".zip")
    try:
        content = archive.write(
            {f"{folder.name}/{path.name}": path.read_bytes() for path in documents}
        )
        if target.is_file() and target.read_bytes() == content:
            return Item(Fate.UNCHANGED, target.as_posix())
        write_whole(target, content)
    except OSError as error:
        failure = as_failure(error, elsewhere=True)
        return Item(Fate.OUTSIDE, target.as_posix(), (f"{failure.message} {failure.advice}",))
    return Item(Fate.MADE, target.as_posix())


def _document(
    files: Files,
    template: Template,
    subject: Subject,
    language: str,
    checked: Checked,
    wishes: Wishes,
    place: Place,
) -> Item:
    kind, folder = template.kind, template.folder
    layout = folder.layout(language)
    named = ", ".join(filter(None, (kind.laji, subject.tunnus, language)))
    name = f"{files.name} ({named})"
    if layout is None:
        note = say("Asiakirjatyypillä {laji} ei vielä ole pohjaa tällä kielellä: {kieli}.")
        told = say(LANGUAGES.get(language, language))
        return Item(Fate.SKIPPED, name, (note.format(laji=kind.laji, kieli=told),))
    broken = [folder, *template.others.values()]
    if any(item.library is None for item in broken):
        lines = checked.told(finding for item in broken for finding in item.findings)
        return Item(Fate.BROKEN, name, tuple(lines))
    errors = checked.errors_of(files.name, kind.laji, files.place(subject))
    manner = Manner(wishes.annotated, wishes.bundle, errors)
    order = order_of(files, template, subject, language, manner)
    try:
        return _make(prepare(order, register.load()), wishes, checked, place)
    except OSError as error:
        failure = as_failure(error, elsewhere=True)
        return Item(Fate.OUTSIDE, order.file_name, (f"{failure.message} {failure.advice}",))
    except LayoutError as error:
        return Item(Fate.BROKEN, name, (f"{folder.folder.name}/{layout.name}: {error}",))
    except UnwritableError as error:  # that of a table or a drawing: `check` should have told it
        return Item(Fate.BROKEN, place.target(order.file_name).as_posix(), (str(error),))


def _make(draft: Draft, wishes: Wishes, checked: Checked, place: Place) -> Item:
    order = draft.order
    target = place.target(order.file_name)
    name = target.as_posix()
    lacking = checked.nameless(order.origin.region, (*gap_lines(draft), *kept_lines(draft)))
    notes = (*lacking, *_error_notes(draft, checked))
    if wishes.final and draft.is_draft:
        return Item(Fate.REFUSED, name, (*foreign_lines(draft), *notes))
    if not wishes.force and target.is_file():
        found = examine(target.read_bytes())
        if found.untouched and found.inputs == order.inputs:
            return Item(Fate.UNCHANGED, name, notes, draft.marks)
        if not found.untouched:
            return Item(Fate.EDITED, name, (say(_EDITED if found.ours else _FOREIGN),))
    place.writer.write(target, build(draft).content)
    return Item(Fate.MADE, name, notes, draft.marks)


_EDITED = mark("Tiedostoa on muokattu, joten sitä ei korvattu. Korvaa valitsimella --force.")
_FOREIGN = mark("Samanniminen tiedosto ei ole tämän ohjelman tekemä. Korvaa valitsimella --force.")


def _error_notes(draft: Draft, checked: Checked) -> tuple[str, ...]:
    region = draft.order.origin.region
    errors = (
        item
        for item in checked.findings
        if draft.order.errors and item.region == region and item.severity is Severity.ERROR
    )
    notes = list(checked.told(errors))
    if draft.order.subject.alue.vaihe != "vahvistettu":
        notes.append(say("Alue on valmisteilla."))
    return tuple(notes)
