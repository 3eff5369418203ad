"""Making documents: only what changed, whole files only, nothing of a person's overwritten."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from sopimukset import register
from sopimukset.base.files import write_whole
from sopimukset.base.speech import mark, say
from sopimukset.base.words import listed_keys
from sopimukset.documents.build import Draft, build, gap_lines, prepare
from sopimukset.documents.kinds import KINDS
from sopimukset.documents.provenance import examine
from sopimukset.documents.subject import Kind, Subject
from sopimukset.findings import Finding, Severity
from sopimukset.formats.word import LayoutError
from sopimukset.tasks.failure import as_failure
from sopimukset.tasks.judging import Checked, check
from sopimukset.tasks.orders import Files, order_of
from sopimukset.workspace.locate import WorkspaceError
from sopimukset.workspace.templates import TemplateFolder, template_folder
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
    """

    regions: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    out: Path = Path("build")
    final: bool = False
    force: bool = False
    annotated: bool = False
    shard: tuple[int, int] | None = None
    kinds: tuple[str, ...] = ()


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


Template = tuple[Kind[Any], TemplateFolder]


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
        found.append((kind, folder))
    return found


def _region(
    region: Region, checked: Checked, templates: Sequence[Template], wishes: Wishes
) -> Iterator[Item]:
    if region.alue is None or region.record.document is None:
        notes = [_line(item) for item in region.form_findings if item.severity is Severity.ERROR]
        yield Item(Fate.BROKEN, region.name, tuple(notes))
        return
    files = Files(region)
    for kind, template in templates:
        subjects = kind.subjects(files.source)
        reasons = tuple(kind.why_nothing(files.source)) if not subjects else ()
        if reasons or (not subjects and wishes.kinds):
            none = say("{laji}: alueelle ei ole kirjattu tietoja, joista asiakirja tehdään.")
            yield Item(Fate.SKIPPED, region.name, reasons or (none.format(laji=kind.laji),))
        for subject in subjects:
            for language in wishes.languages or region.alue.kielet:
                yield _document(files, kind, subject, language, checked, template, wishes)


def _document(
    files: Files,
    kind: Kind[Any],
    subject: Subject,
    language: str,
    checked: Checked,
    template: TemplateFolder,
    wishes: Wishes,
) -> Item:
    layout = template.layout(language)
    named = ", ".join(filter(None, (kind.laji, subject.tunnus, language)))
    name = f"{files.name} ({named})"
    if layout is None:
        note = say("Asiakirjatyypillä {laji} ei vielä ole pohjaa tällä kielellä: {kieli}.")
        told = say(LANGUAGES.get(language, language))
        return Item(Fate.SKIPPED, name, (note.format(laji=kind.laji, kieli=told),))
    if template.library is None:
        return Item(Fate.BROKEN, name, tuple(_line(item) for item in template.findings))
    order = order_of(
        files,
        kind,
        subject,
        language,
        template,
        errors=checked.errors_of(files.name),
        annotated=wishes.annotated,
    )
    try:
        return _make(prepare(order, register.load()), wishes, checked)
    except OSError as error:
        failure = as_failure(error)
        return Item(Fate.OUTSIDE, order.file_name, (f"{failure.message} {failure.advice}",))
    except LayoutError as error:
        return Item(Fate.BROKEN, name, (f"{template.folder.name}/{layout.name}: {error}",))


def _make(draft: Draft, wishes: Wishes, checked: Checked) -> Item:
    order = draft.order
    target = wishes.out / order.origin.region / order.file_name
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
