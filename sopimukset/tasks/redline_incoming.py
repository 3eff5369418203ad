"""A draft of another party against a region's agreement: a released version, or that of today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sopimukset.base.dates import told_day
from sopimukset.base.speech import mark, say
from sopimukset.base.words import listed_keys
from sopimukset.documents.build import Draft
from sopimukset.documents.comparison import (
    Comparison,
    Fate,
    compare,
)
from sopimukset.documents.draft_answer import answered
from sopimukset.documents.own_clauses import our_annexes, our_clauses
from sopimukset.documents.provenance import Found, examine
from sopimukset.formats.word.outline import Block, outline
from sopimukset.formats.word.redline import accept_all, has_changes, redline
from sopimukset.model import Versio
from sopimukset.tasks.judging import check
from sopimukset.tasks.orders import Files
from sopimukset.tasks.redline import (
    SUFFIX,
    Redlined,
    Tell,
    Wishes,
    read_document,
    readable,
    tell_tracked,
    told,
    write,
)
from sopimukset.tasks.redline_agreement import Chosen, choose, drafted, rendered
from sopimukset.tasks.version_papers import VersionPaper, papers
from sopimukset.workspace.locate import WorkspaceError
from sopimukset.workspace.workspace import Region

NO_REGION = mark("Aluetta {alue} ei ole työtilassa.")
UNREAD = mark("Aluetta {alue} ei voi lukea. Tarkasta: sopimukset check.")
REGIONS = mark("Alueet: {alueet}")
NO_CLAUSES = mark("Sopimuksessa {sopimus} ei ole lausekkeita, joihin luonnosta voisi verrata.")
NOTHING_OURS = mark(
    "Luonnoksesta ei tunnistettu yhtään sopimuksen lauseketta. Tarkista, että tiedosto on tämän "
    "sopimuksen luonnos."
)
WITH_VERSION = mark("Verrattu sopimuksen {sopimus} version {versio} asiakirjaan ({paiva}).")
WITH_TODAY = mark("Verrattu sopimukseen {sopimus} sellaisena kuin se syntyy nykyisistä tiedoista.")
OUTSIDE = mark("Luonnoksesta jäi vertaamatta kansi- ja liitetekstiä, kappaleita {maara}.")


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a draft does with an agreement.

    Attributes:
        language: of our document, which the draft's words fit best.
        redlined: our document with the draft's changes tracked.
        version: the released version whose paper the draft was compared with; "" for what would be
            made today.
    """

    region: str
    agreement: str
    language: str
    comparison: Comparison
    redlined: Redlined
    version: str = ""


def redline_incoming(
    folder: Path, region: str, agreement: str, path: Path, as_of: date, wishes: Wishes, tell: Tell
) -> Incoming:
    """Compare a draft with our agreement, clause by clause.

    A draft that says of itself that it was the paper of a released version is compared with that
    paper. Another one is compared with what fits its words best: the paper of a released version,
    or the agreement as it would be made today.

    Raises:
        WorkspaceError: no workspace, region or agreement, or no clauses in it (exit code 3).
        OutsideFailure: a file or a template fails (exit code 4).
        RefusedError: there is another file at the place (exit code 2).
    """
    content = read_document(path)
    tell_tracked(path, content, tell)
    ours = _ours(folder, region, agreement, as_of)
    with readable(path):
        blocks = outline(accept_all(content) if has_changes(content) else content)
    languages = [wishes.language] if wishes.language else ours.chosen.files.source.alue.kielet
    bases = _bases(ours, examine(content), languages)
    sides = [(base, _compared(ours, base, blocks)) for base in bases]
    base, comparison = max(sides, key=lambda side: side[1].kept_words)
    _tell(comparison, tell)
    tell(_told_base(agreement, base))
    author, moment = told(base.content, content, wishes, tell)
    result = redline(base.content, answered(base.content, comparison), author=author, moment=moment)
    target = wishes.out or Path(f"{path.stem}{SUFFIX}.docx")
    written = write(target, result, wishes)
    number = base.version.versio if base.version else ""
    return Incoming(region, agreement, base.language, comparison, written, number)


@dataclass(frozen=True, slots=True)
class _Ours:
    """The agreement in the working tree.

    Attributes:
        name: its identifier.
        errors: whether the check has found errors in the region.
    """

    chosen: Chosen
    root: Path
    region: Region
    name: str
    errors: bool

    def papers(self, language: str) -> list[VersionPaper]:
        """The papers of its released versions, the newest first."""
        return list(papers(self.root, self.region, self.chosen.kind.laji, language, self.name))


@dataclass(frozen=True, slots=True)
class _Base:
    """A document that a draft may be compared with.

    Attributes:
        version: the released version whose paper it is; None for what would be made today.
    """

    draft: Draft
    content: bytes
    language: str
    version: Versio | None = None


def _ours(folder: Path, region: str, agreement: str, as_of: date) -> _Ours:
    checked = check(folder, (), as_of)
    names = [item.name for item in checked.regions]
    found = next((item for item in checked.regions if item.name == region), None)
    if found is None:
        message = say(NO_REGION).format(alue=region)
        raise WorkspaceError(message, say(REGIONS).format(alueet=listed_keys(names)))
    if found.alue is None or found.record.document is None:
        raise WorkspaceError(say(UNREAD).format(alue=region), "")
    name = agreement.rpartition("/")[2]
    chosen, errors = choose(Files(found), agreement), checked.errors_of(region)
    return _Ours(chosen, checked.root, found, name, errors)


def _bases(ours: _Ours, found: Found, languages: Sequence[str]) -> list[_Base]:
    """What a draft may be compared with; the paper alone that it tells to have been."""
    made = {language: ours.papers(language) for language in languages}
    released = [
        _Base(item.draft, item.content, language, item.version)
        for language, items in made.items()
        for item in items
    ]
    marks = [item.marks for items in made.values() for item in items]
    if found.marks and found.marks in marks:
        return [released[marks.index(found.marks)]]
    return [*(_today(ours, language) for language in languages), *released]


def _today(ours: _Ours, language: str) -> _Base:
    """The agreement as `generate` would make it."""
    draft = drafted(ours.chosen, ours.root, language, errors=ours.errors)
    return _Base(draft, rendered(draft), language)


def _compared(ours: _Ours, base: _Base, blocks: Sequence[Block]) -> Comparison:
    own = outline(base.content)
    known = base.draft.context.get("lausekkeet")
    items = known if isinstance(known, list) else []
    clauses = our_clauses(own, [(item["tunnus"], item["otsikko"]) for item in items])
    if not clauses:
        raise WorkspaceError(say(NO_CLAUSES).format(sopimus=ours.chosen.subject.tunnus), "")
    parts = [*clauses, *our_annexes(own, clauses)]
    return compare(parts, own, blocks)


def _told_base(agreement: str, base: _Base) -> str:
    """With what a draft was compared."""
    if base.version is None:
        return say(WITH_TODAY).format(sopimus=agreement)
    day = told_day(base.version.julkaistu)
    return say(WITH_VERSION).format(sopimus=agreement, versio=base.version.versio, paiva=day)


def _tell(comparison: Comparison, tell: Tell) -> None:
    if not any(row.fate in (Fate.KEPT, Fate.CHANGED) for row in comparison.rows):
        tell(say(NOTHING_OURS))
    if comparison.outside:
        tell(say(OUTSIDE).format(maara=comparison.outside))
