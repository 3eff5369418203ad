"""A draft of another party against a region's agreement as it would be made today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sopimukset.base.speech import mark, say
from sopimukset.base.words import listed_keys
from sopimukset.documents.comparison import (
    Comparison,
    Fate,
    compare,
    our_annexes,
    our_clauses,
)
from sopimukset.documents.draft_answer import answered
from sopimukset.formats.word.outline import Block, outline
from sopimukset.formats.word.redline import accept_all, has_changes, redline
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
from sopimukset.workspace.locate import WorkspaceError

NO_REGION = mark("Aluetta {alue} ei ole työtilassa.")
UNREAD = mark("Aluetta {alue} ei voi lukea. Tarkasta: sopimukset check.")
REGIONS = mark("Alueet: {alueet}")
NO_CLAUSES = mark("Sopimuksessa {sopimus} ei ole lausekkeita, joihin luonnosta voisi verrata.")
NOTHING_OURS = mark(
    "Luonnoksesta ei tunnistettu yhtään sopimuksen lauseketta. Tarkista, että tiedosto on tämän "
    "sopimuksen luonnos."
)
OUTSIDE = mark("Luonnoksesta jäi vertaamatta kansi- ja liitetekstiä, kappaleita {maara}.")


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a draft does with an agreement.

    Attributes:
        language: of our document, which the draft's words fit best.
        redlined: our document with the draft's changes tracked.
    """

    region: str
    agreement: str
    language: str
    comparison: Comparison
    redlined: Redlined


def redline_incoming(
    folder: Path, region: str, agreement: str, path: Path, as_of: date, wishes: Wishes, tell: Tell
) -> Incoming:
    """Compare a draft with our agreement, clause by clause.

    Raises:
        WorkspaceError: no workspace, region or agreement, or no clauses in it (exit code 3).
        OutsideFailure: a file or a template fails (exit code 4).
        RefusedError: there is another file at the place (exit code 2).
    """
    content = read_document(path)
    tell_tracked(path, content, tell)
    chosen, root, errors = _ours(folder, region, agreement, as_of)
    with readable(path):
        blocks = outline(accept_all(content) if has_changes(content) else content)
    languages = [wishes.language] if wishes.language else chosen.files.source.alue.kielet
    sides = [_compared(chosen, root, language, blocks, errors=errors) for language in languages]
    language, made, comparison = max(sides, key=lambda side: side[2].kept_words)
    _tell(comparison, tell)
    author, moment = told(made, content, wishes, tell)
    result = redline(made, answered(made, comparison), author=author, moment=moment)
    target = wishes.out or Path(f"{path.stem}{SUFFIX}.docx")
    return Incoming(region, agreement, language, comparison, write(target, result, wishes))


def _ours(folder: Path, region: str, agreement: str, as_of: date) -> tuple[Chosen, Path, bool]:
    """The agreement in the working tree, as `generate` would make it."""
    checked = check(folder, (), as_of)
    names = [item.name for item in checked.regions]
    found = next((item for item in checked.regions if item.name == region), None)
    if found is None:
        message = say(NO_REGION).format(alue=region)
        raise WorkspaceError(message, say(REGIONS).format(alueet=listed_keys(names)))
    if found.alue is None or found.record.document is None:
        raise WorkspaceError(say(UNREAD).format(alue=region), "")
    return choose(Files(found), agreement), checked.root, checked.errors_of(region)


def _compared(
    chosen: Chosen, root: Path, language: str, blocks: Sequence[Block], *, errors: bool
) -> tuple[str, bytes, Comparison]:
    draft = drafted(chosen, root, language, errors=errors)
    document = rendered(draft)
    ours = outline(document)
    known = draft.context.get("lausekkeet")
    items = known if isinstance(known, list) else []
    clauses = our_clauses(ours, [(item["tunnus"], item["otsikko"]) for item in items])
    if not clauses:
        raise WorkspaceError(say(NO_CLAUSES).format(sopimus=chosen.subject.tunnus), "")
    parts = [*clauses, *our_annexes(ours, clauses)]
    return language, document, compare(parts, ours, blocks)


def _tell(comparison: Comparison, tell: Tell) -> None:
    if not any(row.fate in (Fate.KEPT, Fate.CHANGED) for row in comparison.rows):
        tell(say(NOTHING_OURS))
    if comparison.outside:
        tell(say(OUTSIDE).format(maara=comparison.outside))
