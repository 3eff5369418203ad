"""Where somebody edited or veiled a document's text, its tracked changes read as accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sopimukset.base.speech import mark, say
from sopimukset.documents.provenance import Found
from sopimukset.documents.verification import ALL_SEEN, Edit, Unseen, edits, unseen
from sopimukset.formats.word import LayoutError
from sopimukset.formats.word.redline import Accepted, Count, accepted, reject_all
from sopimukset.tasks.failure import OutsideFailure
from sopimukset.workspace.masking import without_codes

CHECK_FILE = mark("Tarkista, että tiedosto on oikea. Palauta tarvittaessa aiempi versio.")


@dataclass(frozen=True, slots=True)
class Tracked:
    """Changes that Word or LibreOffice tracks and nobody has accepted or rejected.

    Attributes:
        count: how many there are of each kind.
        touched: the numbers of the paragraphs in which they are, once they are accepted.
    """

    count: Count
    touched: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Edited:
    """What became of a document's text.

    Attributes:
        edits: where it differs from what was made, were all tracked changes accepted.
        unseen: what nobody sees any more of what still stands in it.
        tracked: its tracked changes; None where it has none.
        compared: whether it could be compared with what was made.
    """

    edits: tuple[Edit, ...] = ()
    unseen: Unseen = ALL_SEEN
    tracked: Tracked | None = None
    compared: bool = False


def edited(path: Path, content: bytes, found: Found, made: Sequence[str] | None) -> Edited:
    """What became of a document's text, without identity codes that somebody typed into it.

    Args:
        path: the file's name, for messages.
        content: the file as it is now.
        found: what it says of itself.
        made: the paragraphs that were made, where they are known.

    Raises:
        OutsideFailure: its text can't be read.
    """
    if found.untouched:
        return Edited()
    taken = _accepted(content)
    tracked = None if taken is None else Tracked(taken.count, taken.touched)
    if not found.marks:
        return Edited(tracked=tracked)
    try:
        if taken is None:
            changes, hidden = edits(content, found, made), unseen(content, found)
        else:
            changes = edits(taken.content, found, made, lambda: reject_all(content))
            hidden = unseen(taken.content, found)
    except LayoutError as error:
        raise OutsideFailure(f"{path.as_posix()}: {error.message}", say(CHECK_FILE)) from error
    return Edited(tuple(map(_masked, changes)), _masked_unseen(hidden), tracked, compared=True)


def _accepted(content: bytes) -> Accepted | None:
    """The document with its tracked changes accepted; what can't be read is dealt with later."""
    try:
        return accepted(content)
    except LayoutError:
        return None


def _masked(edit: Edit) -> Edit:
    before = edit.before and _without_codes(edit.before)
    return replace(edit, before=before, now=_without_codes(edit.now))


def _masked_unseen(hidden: Unseen) -> Unseen:
    texts = tuple(replace(item, text=without_codes(item.text)) for item in hidden.texts)
    running = tuple(replace(item, now=_without_codes(item.now)) for item in hidden.running)
    return replace(hidden, texts=texts, running=running)


def _without_codes(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(without_codes, texts))
