"""Making documents: only what changed, whole files only, nothing of a person's overwritten."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path

from sopimukset import register
from sopimukset.base.files import write_whole
from sopimukset.base.speech import mark, say
from sopimukset.base.words import listed_keys
from sopimukset.documents.agreement import TYM
from sopimukset.documents.annex import numbered
from sopimukset.documents.build import Draft, build, gap_lines, prepare
from sopimukset.documents.bundle import BUNDLED, bundles_of
from sopimukset.documents.kinds import KINDS
from sopimukset.documents.provenance import examine
from sopimukset.documents.subject import Subject
from sopimukset.findings import Finding, Severity
from sopimukset.formats import zip as archive
from sopimukset.formats.word import LayoutError
from sopimukset.tasks.failure import as_failure
from sopimukset.tasks.judging import Checked, check
from sopimukset.tasks.orders import Files, Manner, Template, order_of, template_of
from sopimukset.workspace.locate import WorkspaceError
from sopimukset.workspace.workspace import Region

LANGUAGES = {"fi": mark("suomenkielinen"), "sv": mark("ruotsinkielinen")}


class Fate(Enum):
    """What came of one document or region, in a word to be said."""

    MADE = mark("tehty")
    UNCHANGED = mark("ennallaan")
    SKIPPED = mark("ohitettu")
    EDITED = mark("muokattu")
    REFUSED = mark("estetty")
    BROKEN = mark("virhe")
    OUTSIDE = mark("ei kirjoitettu")


@dataclass(frozen=True, slots=True)
class Item:
    """What came of one document, or of a region that gave none.

    Attributes:
        name: the file, or the region's folder.
        notes: why, and what is missing; each a line.
    """

    fate: Fate
    name: str
    notes: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asked for.

    Attributes:
        regions: named ones; empty for the confirmed ones.
        languages: wanted ones; empty for each region's own.
        out: where the documents go.
        final: refuse a document that would be a draft.
        force: overwrite a file that a person edited.
        kinds: the kinds of document; empty for all.
        annotated: a reviewer's copy, with the statutory basis beside each clause.
        shard: which part of how many, from 1; None for all.
        bundle: each agreement with its annexes and their list, in a folder and as one zip; then
            nothing else is made.
    """

    regions: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    out: Path = Path("build")
    final: bool = False
    force: bool = False
    annotated: bool = False
    shard: tuple[int, int] | None = None
    kinds: tuple[str, ...] = ()
    bundle: bool = False


@dataclass
class Generated:
    """What came of a run.

    Attributes:
        final: whether only final documents would do, so that a skipped one is a failure.
        templates: which template folders were used, where they are the workspace's own.
    """

    out: Path
    final: bool = False
    items: list[Item] = field(default_factory=list)
    in_preparation: list[str] = field(default_factory=list)
    templates: list[str] = field(default_factory=list)

    def having(self, fate: Fate) -> list[Item]:
        """The items with that fate."""
        return [item for item in self.items if item.fate is fate]

    @property
    def failed(self) -> bool:
        """Whether something that was asked for could not be made."""
        grave = {Fate.BROKEN, Fate.REFUSED, Fate.EDITED} | ({Fate.SKIPPED} if self.final else set())
        return any(item.fate in grave for item in self.items)


Progress = Callable[[str, int, int], None]
"""Told of each region before it is worked on: its name, its number, of how many."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document goes: a folder, and what stands before the file's name."""

    folder: Path
    before: str = ""

    def target(self, name: str) -> Path:
        """The file."""
        return self.folder / f"{self.before}{name}"


def generate(folder: Path, wishes: Wishes, as_of: date, progress: Progress) -> Generated:
    """Make the documents of the wished regions; of the confirmed ones where none is named.

    A document that can't be written is told of, and the rest is made.

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
    for number, region in enumerate(wanted, 1):
        progress(region.name, number, len(wanted))
        result.items += _region(region, checked, templates, wishes)
    return result


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
        if template.folder.own:
            folder = template.folder.folder.relative_to(root.resolve())
            result.templates.append(f"{folder.as_posix()}/")
        found.append(template)
    return found


def _kinds(wishes: Wishes) -> tuple[str, ...]:
    if wishes.bundle:
        return BUNDLED
    return wishes.kinds or tuple(kind.laji for kind in KINDS if kind.unasked)


def _region(
    region: Region, checked: Checked, templates: Sequence[Template], wishes: Wishes
) -> Iterator[Item]:
    if region.alue is None or region.record.document is None:
        notes = [_line(item) for item in region.form_findings if item.severity is Severity.ERROR]
        yield Item(Fate.BROKEN, region.name, tuple(notes))
        return
    files = Files(region)
    if wishes.bundle:
        yield from _bundles(files, checked, {item.kind.laji: item for item in templates}, wishes)
        return
    place = Place(wishes.out / region.name)
    for template in templates:
        kind = template.kind
        subjects = kind.subjects(files.source)
        reasons = tuple(kind.why_nothing(files.source)) if not subjects else ()
        if reasons or (not subjects and wishes.kinds):
            none = say("{laji}: alueelle ei ole kirjattu tietoja, joista asiakirja tehdään.")
            yield Item(Fate.SKIPPED, region.name, reasons or (none.format(laji=kind.laji),))
        for subject in subjects:
            for language in wishes.languages or region.alue.kielet:
                yield _document(files, template, subject, language, checked, wishes, place)


def _bundles(
    files: Files, checked: Checked, templates: Mapping[str, Template], wishes: Wishes
) -> Iterator[Item]:
    """Each agreement with its annexes and their list, then the zip of each."""
    bundles = bundles_of(files.source)
    if not bundles:
        reasons = tuple(templates[TYM].kind.why_nothing(files.source))
        yield Item(Fate.SKIPPED, files.name, reasons)
    for bundle in bundles:
        for language in wishes.languages or files.source.alue.kielet:
            folder = wishes.out / files.name / bundle.name(language)
            items = [
                _document(
                    files,
                    templates[laji],
                    subject,
                    language,
                    checked,
                    wishes,
                    Place(folder, numbered(number, "")),
                )
                for number, laji, subject in bundle.documents
            ]
            yield from items
            if all(item.fate in (Fate.MADE, Fate.UNCHANGED) for item in items):
                yield _zipped(folder, [Path(item.name) for item in items])


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
        failure = as_failure(error)
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
        lines = [_line(finding) for item in broken for finding in item.findings]
        return Item(Fate.BROKEN, name, tuple(lines))
    manner = Manner(wishes.annotated, wishes.bundle, checked.errors_of(files.name))
    order = order_of(files, template, subject, language, manner)
    try:
        return _make(prepare(order, register.load()), wishes, checked, place)
    except OSError as error:
        failure = as_failure(error)
        return Item(Fate.OUTSIDE, order.file_name, (f"{failure.message} {failure.advice}",))
    except LayoutError as error:
        return Item(Fate.BROKEN, name, (f"{folder.folder.name}/{layout.name}: {error}",))


def _make(draft: Draft, wishes: Wishes, checked: Checked, place: Place) -> Item:
    order = draft.order
    target = place.target(order.file_name)
    name = target.as_posix()
    notes = tuple(gap_lines(draft)) + _error_notes(draft, checked)
    if wishes.final and draft.is_draft:
        return Item(Fate.REFUSED, name, notes)
    if target.is_file():
        found = examine(target.read_bytes())
        if found.untouched and found.inputs == order.inputs and not wishes.force:
            return Item(Fate.UNCHANGED, name, notes, draft.marks)
        if not found.untouched and not wishes.force:
            return Item(Fate.EDITED, name, (say(_EDITED if found.ours else _FOREIGN),))
    write_whole(target, build(draft).content)
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


def totals(items: Sequence[Item]) -> dict[Fate, int]:
    """How many items there are of each fate."""
    return {fate: sum(item.fate is fate for item in items) for fate in Fate}
