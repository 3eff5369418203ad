"""Word documents with tracked changes: of two files, or of two versions of an agreement."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sopimukset.base.files import read_at_most, write_whole
from sopimukset.base.speech import mark, say
from sopimukset.formats import zip as archive
from sopimukset.formats.word import LayoutError
from sopimukset.formats.word.redline import Count, count_changes, has_changes, redline, saved
from sopimukset.tasks.failure import OutsideFailure, as_failure
from sopimukset.tasks.refused import RefusedError
from sopimukset.tasks.writing import FILE, writing

MAX_BYTES = archive.MAX_UNPACKED
NOBODY = "sopimukset"
"""Who is named as the author where neither the person nor the document names one."""

UNDATED = datetime(1980, 1, 1, tzinfo=UTC)
"""The moment of changes where no document tells one: the first that a zip archive knows."""

SUFFIX = "_muutokset"
TRACKED = mark(
    "Tiedostossa {tiedosto} on jo jäljitettyjä muutoksia. Ne on vertailussa luettu hyväksyttyinä."
)
NO_DATE = mark(
    "Kumpikaan asiakirja ei kerro, milloin se on tallennettu. Muutosten päivä on {paiva}."
)
TAKEN = mark("Tiedosto {tiedosto} on jo olemassa. Korvaa valitsimella --force.")
SAME = mark("Tiedosto {tiedosto} on sama kuin verrattava, joten sitä ei korvata.")
CHECK = mark("Tarkista, että tiedosto on oikea. Palauta tarvittaessa aiempi versio.")
OTHER_PLACE = mark("Valitse toinen paikka valitsimella --out.")

Tell = Callable[[str], None]
"""Takes a line for the user that is no result."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asked for.

    Attributes:
        out: the file to write; None for one beside the current folder's files.
        author: who is named as the author of the changes; None for what the documents tell.
        language: of documents that are made; None for the region's first one.
        force: overwrite a file that is there.
    """

    out: Path | None = None
    author: str | None = None
    language: str | None = None
    force: bool = False


@dataclass(frozen=True, slots=True)
class Redlined:
    """A document with tracked changes that was written.

    Attributes:
        path: where it stands; None where there was nothing to be written.
        written: whether the file is new; False where the very same stood there already.
    """

    path: Path | None
    written: bool
    count: Count


def redline_files(old: Path, new: Path, wishes: Wishes, tell: Tell) -> Redlined:
    """Compare two Word files.

    The author is the one who saved the new document last, the moment that of its last saving, as
    its own properties tell.

    Raises:
        OutsideFailure: a file can't be read or written, or is no Word document.
        RefusedError: there is another file at the place.
    """
    before, after = read_document(old), read_document(new)
    for path, content in ((old, before), (new, after)):
        tell_tracked(path, content, tell)
    author, moment = told(before, after, wishes, tell)
    target = wishes.out or Path(f"{new.stem}{SUFFIX}.docx")
    for path in (old, new):
        if target.exists() and path.exists() and target.samefile(path):
            raise RefusedError(say(SAME).format(tiedosto=target))
    with readable(new):
        made = redline(before, after, author=author, moment=moment)
    return write(target, made, wishes)


def read_document(path: Path) -> bytes:
    """The bytes of a Word file.

    Raises:
        OutsideFailure: it can't be read.
    """
    try:
        return read_at_most(path, MAX_BYTES)
    except OSError as error:
        raise as_failure(error) from error


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Tell what is wrong with a Word file as a failure outside the program (exit code 4).

    Raises:
        OutsideFailure: a LayoutError came up inside.
    """
    try:
        yield
    except LayoutError as error:
        advice = error.hint or say(CHECK)
        raise OutsideFailure(f"{path.as_posix()}: {error.message}", advice) from error


def tell_tracked(path: Path, content: bytes, tell: Tell) -> None:
    """Say where a document tracks changes already.

    Raises:
        OutsideFailure: it is no Word document.
    """
    with readable(path):
        if has_changes(content):
            tell(say(TRACKED).format(tiedosto=path.as_posix()))


def told(old: bytes, new: bytes, wishes: Wishes, tell: Tell) -> tuple[str, datetime]:
    """The author and the moment that documents tell of themselves, the new one before the old."""
    after, before = saved(new), saved(old)
    moment = after.at or before.at
    if moment is None:
        moment = UNDATED
        tell(say(NO_DATE).format(paiva=moment.date().isoformat()))
    return wishes.author or after.by or NOBODY, moment


def write(target: Path, made: bytes, wishes: Wishes) -> Redlined:
    """Write a redline, but over nothing of a person's; one without changes only where asked to.

    Raises:
        RefusedError: there is another file at the place.
        OutsideFailure: it can't be written.
    """
    count = count_changes(made)
    if count.none and wishes.out is None:
        return Redlined(None, written=False, count=count)
    with writing(FILE, target, OTHER_PLACE):
        if target.exists():
            if target.is_file() and target.read_bytes() == made:
                return Redlined(target, written=False, count=count)
            if not wishes.force:
                raise RefusedError(say(TAKEN).format(tiedosto=target))
        write_whole(target, made)
    return Redlined(target, written=True, count=count)
