"""Where documents came from, whether somebody edited them, whether their facts have moved on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from sopimukset.base.files import read_at_most
from sopimukset.base.speech import mark, say
from sopimukset.documents.change_log import LAJI as CHANGE_LOG
from sopimukset.documents.kinds import BY_NAME
from sopimukset.documents.pdf_provenance import examine_pdf
from sopimukset.documents.provenance import Found, Origin, examine, marks_of
from sopimukset.documents.report.origin import LAJI as REPORT
from sopimukset.documents.verification import ALL_SEEN, Edit, State, Unseen, state_of
from sopimukset.formats import zip as archive
from sopimukset.formats.sealing import is_pdf
from sopimukset.formats.word.redline import has_changes
from sopimukset.formats.word.store import kept_in
from sopimukset.model import Versio
from sopimukset.tasks.edited_text import CHECK_FILE, Tracked, edited
from sopimukset.tasks.failure import OutsideFailure, as_failure
from sopimukset.tasks.judging import Checked, check
from sopimukset.tasks.made_before import Before, made_before, made_of
from sopimukset.tasks.moved_facts import MAX_BYTES, Moved, changes_since
from sopimukset.tasks.orders import Files, Template, template_of
from sopimukset.tasks.redline import readable
from sopimukset.tasks.released_papers import Paper, paper_before, paper_of
from sopimukset.tasks.revisions_of_papers import Revision, revisions
from sopimukset.workspace.cache import open_cache
from sopimukset.workspace.code_cache import code_cache
from sopimukset.workspace.locate import WorkspaceError
from sopimukset.workspace.workspace import Region

NO_WORKSPACE = mark("Työtilaa ei löytynyt, joten tietoja ei voitu verrata.")
NO_REGION = mark("Aluetta {alue} ei ole tässä työtilassa, tai sen tietoja ei voi lukea.")
NO_SUBJECT = mark("Alueen tiedoissa ei enää ole sitä, mistä asiakirja on tehty ({kohde}).")
UNREADABLE = mark("Tiedostoa {tiedosto} ei voi lukea, joten sen tietoja ei voitu verrata.")
TEMPLATE_MOVED = mark("Asiakirjapohja tai mallilausekkeet ovat muuttuneet tekemisen jälkeen.")


@dataclass(frozen=True, slots=True)
class Verified:
    """What is known of one file.

    Attributes:
        file: as it was named; one in a zip by the zip's name and its own.
        origin: where it says that it comes from; None where it is not ours.
        edits: where its text differs from what was made.
        moved: the facts that have changed since.
        notes: sentences on what else has changed.
        unknown: sentences on what could not be compared.
        same_text: whether the document made of today's facts would say the same; None where it
            is not known.
        paper: the released paper that it is, or was, or whose name it bears.
        unseen: what nobody sees any more of what still stands in it.
        why: why what was taken out of it can't be shown; "" where it can, or nothing was.
        tracked: its tracked changes, which are read as accepted; None where it has none.
        compared: whether its text was compared with what was made.
        revisions: by file, the first commit with what it was made of; of those that git knows.
    """

    file: str
    state: State
    origin: Origin | None = None
    edits: tuple[Edit, ...] = ()
    moved: tuple[Moved, ...] = ()
    notes: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    same_text: bool | None = None
    paper: Paper | None = None
    why: str = ""
    unseen: Unseen = ALL_SEEN
    tracked: Tracked | None = None
    compared: bool = False
    revisions: Mapping[str, Revision] = field(default_factory=dict)

    @property
    def released(self) -> bool:
        """Whether it is the paper of a released version, or was before it was saved again."""
        return self.paper is not None and (self.paper.same or self.paper.edited)

    @property
    def stands(self) -> bool:
        """Whether it is as it was made, and what it was made from is as it was."""
        if self.paper is not None and self.paper.named and not self.paper.same:
            return False
        same = (State.UNTOUCHED, State.RESAVED, State.BODY_RESAVED)
        return self.state in same and not (self.moved or self.notes)

    @property
    def past(self) -> bool:
        """Whether it tells of the past, which the facts of today don't change."""
        return self.origin is not None and self.origin.kind == CHANGE_LOG


def raised(failure: OutsideFailure) -> None:
    """What becomes of a failure where nobody takes it.

    Raises:
        OutsideFailure: the very one.
    """
    raise failure


def verify(
    folder: Path,
    files: Sequence[Path],
    as_of: date,
    failed: Callable[[OutsideFailure], None] = raised,
) -> list[Verified]:
    """Examine Word and PDF files, also those in a zip, against the workspace where there is one.

    Args:
        folder: where the workspace is looked for.
        files: those to examine, each by itself.
        as_of: the day of review.
        failed: takes what is wrong with a file that can't be read, or whose text can't; the others
            are examined all the same.
    """
    workspace = _Workspace(folder, as_of)
    checked = workspace.checked()
    with kept_in(code_cache(open_cache(checked.root if checked else folder, _unheard))):
        found = [item for path in files for item in _examined(path, workspace, failed)]
    return _dated(found, checked)


def _dated(found: list[Verified], checked: Checked | None) -> list[Verified]:
    """The same with the commits that brought what the documents were made of."""
    if checked is None:
        return found
    origins = [item.origin for item in found if item.origin is not None]
    known = revisions(checked.root, (region.name for region in checked.regions), origins)
    return [replace(item, revisions=_revisions_of(item.origin, known)) for item in found]


def _revisions_of(
    origin: Origin | None, known: Mapping[tuple[str, str, str], Revision]
) -> dict[str, Revision]:
    """The revisions of a document's files, by file."""
    if origin is None:
        return {}
    places = {file: (origin.region, file, blob) for file, blob in origin.sources}
    return {file: known[place] for file, place in places.items() if place in known}


def _examined(
    path: Path, workspace: _Workspace, failed: Callable[[OutsideFailure], None]
) -> Iterator[Verified]:
    """What is known of a file, or of each in a zip; nothing of one that can't be read."""
    try:
        content = _content(path)
        packed = _packed(path, content)
    except OutsideFailure as failure:
        failed(failure)
        return
    for name, inner in (packed or {path: content}).items():
        try:
            yield _verified(name, inner, workspace)
        except OutsideFailure as failure:
            failed(failure)


def _content(path: Path) -> bytes:
    try:
        return read_at_most(path, MAX_BYTES)
    except OSError as error:
        raise as_failure(error) from error


def _packed(path: Path, content: bytes) -> dict[Path, bytes]:
    """The files of a zip in which a document of ours lies, such as a bundle's; none of others.

    Raises:
        OutsideFailure: a zip that is damaged, or that the limits of `formats.zip` keep shut.
    """
    if path.suffix.lower() != ".zip":
        return {}
    try:
        parts = archive.read(content)
    except archive.ZipError as error:
        raise OutsideFailure(f"{path.as_posix()}: {error}", say(CHECK_FILE)) from error
    if not any(_found(part).ours for part in parts.values()):
        return {}
    return {path / name: part for name, part in parts.items()}


def _found(content: bytes) -> Found:
    return examine_pdf(content) if is_pdf(content) else examine(content)


def _unheard(_line: str) -> None:
    """A cache that can't be used makes the command slower, and nothing else."""


def _verified(path: Path, content: bytes, workspace: _Workspace) -> Verified:
    found = _found(content)
    paper = workspace.paper(path.name, content)
    if paper is not None and paper.same:
        told, origin = paper.since, found.origin
        return Verified(path.as_posix(), State.UNTOUCHED, origin, notes=told, paper=paper)
    if not found.ours:
        if path.suffix.lower() == ".docx" and not is_pdf(content):
            with readable(path):
                has_changes(content)  # what isn't sound can't be told to be another's
        return Verified(path.as_posix(), State.FOREIGN, paper=paper)
    now = workspace.now(found.origin)
    saved_again = not found.untouched and bool(found.marks)
    before = workspace.before(found, now) if saved_again else Before(now.made)
    if before.version is not None:
        paper = workspace.paper_before(found.origin, before.version, path.name)
        now = _Now(notes=paper.since)
    text = edited(path, content, found, before.texts)
    state = State.TRACKED if text.tracked else state_of(found, text.edits, text.unseen)
    return Verified(
        path.as_posix(),
        state,
        found.origin,
        text.edits,
        now.moved,
        now.notes,
        now.unknown,
        None if now.made is None else marks_of(now.made) == found.marks,
        paper,
        before.why if any(item.gone for item in text.edits) else "",
        text.unseen,
        text.tracked,
        text.compared,
    )


@dataclass(frozen=True, slots=True)
class _Now:
    """What the workspace says today of what a document was made from.

    Attributes:
        made: the paragraphs of the same document made today; None where it can't be made.
    """

    made: tuple[str, ...] | None = None
    moved: tuple[Moved, ...] = ()
    notes: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


class _Workspace:
    """The workspace of today, read when the first document asks for it."""

    def __init__(self, folder: Path, as_of: date) -> None:
        self.folder = folder
        self.as_of = as_of
        self._checked: Checked | None = None
        self._templates: dict[str, Template | None] = {}

    def checked(self) -> Checked | None:
        """The regions with their findings; None where there is no workspace."""
        if self._checked is None:
            try:
                self._checked = check(self.folder, (), self.as_of)
            except WorkspaceError:
                return None
        return self._checked

    def paper(self, name: str, content: bytes) -> Paper | None:
        """The released paper that a file is, or whose name it bears.

        Raises:
            OutsideFailure: the model clauses can't be read.
        """
        checked = self.checked()
        if checked is None:
            return None
        try:
            return paper_of(name, content, checked.root, checked.regions)
        except OSError as error:
            raise as_failure(error) from error

    def before(self, found: Found, now: _Now) -> Before:
        """What a document was when it was made."""
        checked, region = self.checked(), self._region(found.origin)
        if checked is None or region is None:
            return Before(now.made)
        return made_before(checked.root, region, found, now.made)

    def paper_before(self, origin: Origin, version: Versio, name: str) -> Paper:
        """The paper of a version that a document was.

        Raises:
            OutsideFailure: the model clauses can't be read.
        """
        checked, region = self.checked(), self._region(origin)
        assert checked is not None  # noqa: S101 (the version was found in it)
        assert region is not None  # noqa: S101 (the same)
        try:
            return paper_before(checked.root, region, version, name)
        except OSError as error:
            raise as_failure(error) from error

    def _template(self, root: Path, origin: Origin) -> Template | None:
        """The template of a document's kind, read once."""
        if origin.kind not in self._templates:
            kind = BY_NAME.get(origin.kind)
            self._templates[origin.kind] = template_of(root, kind) if kind else None
        return self._templates[origin.kind]

    def _region(self, origin: Origin) -> Region | None:
        """The region that a document tells of; None where it isn't here, or can't be read."""
        checked = self.checked()
        known = checked.regions if checked else ()
        found = next((item for item in known if item.name == origin.region), None)
        return found if found is not None and found.alue is not None else None

    def now(self, origin: Origin) -> _Now:
        """What has become of what a document was made from."""
        if origin.kind == CHANGE_LOG:
            return _Now()  # it tells of the past, which the facts of today don't change
        checked = self.checked()
        if checked is None:
            return _Now(unknown=(say(NO_WORKSPACE),))
        region = self._region(origin)
        if region is None:
            return _Now(unknown=(say(NO_REGION).format(alue=origin.region),))
        files = Files(region)
        moved, notes = changes_since(checked.root, files, origin)
        broken = [file for file, _ in origin.sources if file in files.unreadable]
        if broken:
            unknown = tuple(say(UNREADABLE).format(tiedosto=file) for file in broken)
            return _Now(None, tuple(moved), tuple(notes), unknown)
        if origin.kind.startswith(REPORT):
            return _Now(None, tuple(moved), tuple(notes))  # made for a day, with the history of it
        made, more = _made_again(checked, files, origin, self._template(checked.root, origin))
        return _Now(made, tuple(moved), (*notes, *more))


def _made_again(
    checked: Checked, files: Files, origin: Origin, template: Template | None
) -> tuple[tuple[str, ...] | None, list[str]]:
    """The paragraphs of the same document made of today's facts, and what else has changed."""
    if template is None or template.folder.library is None:
        return None, []
    notes = [] if template.fingerprint == origin.template else [say(TEMPLATE_MOVED)]
    subject = template.kind.subject(files.source, origin)
    if subject is None:
        return None, [*notes, say(NO_SUBJECT).format(kohde=origin.tunnus or origin.kind)]
    errors = partial(checked.errors_of, files.name, origin.kind)
    return made_of(files, template, origin, errors), notes
