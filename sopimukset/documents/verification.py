"""What became of a document since it was made: which paragraphs somebody edited."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from sopimukset.base.speech import mark
from sopimukset.documents.build import DRAFT, EXAMPLE
from sopimukset.documents.provenance import MARK, Found, marks_of, picture_marks
from sopimukset.formats import zip as archive
from sopimukset.formats.word import (
    Veiled,
    body_texts,
    header_texts,
    read_properties,
    running_texts,
    veiled_texts,
)
from sopimukset.locale import translator


class State(Enum):
    """How a document stands to what was made, in a sentence to be said."""

    UNTOUCHED = mark("Asiakirja on sellaisena kuin se tehtiin.")
    RESAVED = mark(
        "Asiakirja on tallennettu toisella ohjelmalla. Leipäteksti on ennallaan, samoin ylä- ja "
        "alatunnisteen teksti. Ulkoasusta on katsottu vain, onko tekstiä yliviivattu tai "
        "piilotettu."
    )
    BODY_RESAVED = mark(
        "Asiakirja on tallennettu toisella ohjelmalla. Leipäteksti on ennallaan. Ulkoasusta on "
        "katsottu vain, onko tekstiä yliviivattu tai piilotettu, ja ylätunnisteesta vain merkintä."
    )
    EDITED = mark("Asiakirjan tekstiä on muokattu.")
    TRACKED = mark("Asiakirjassa on jäljitettyjä muutoksia, joita ei ole hyväksytty eikä hylätty.")
    CHANGED = mark(
        "PDF-tiedostoa on muutettu, tai toinen ohjelma on tallentanut sen. Sen tekstiä ei ole "
        "verrattu siihen, mitä tehtiin."
    )
    FOREIGN = mark("Tämä ohjelma ei ole tehnyt asiakirjaa, tai sen tunnistetiedot on poistettu.")


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of paragraphs that differs from what was made.

    Attributes:
        number: of the first paragraph with text in the document as it is now, from 1.
        before: the paragraphs that were made, where they are known; None where they are not.
        gone: how many paragraphs were there.
        now: the paragraphs that are there.
        tracked: whether it is gone when all tracked changes are rejected; None where the document
            has none.
    """

    number: int
    before: tuple[str, ...] | None
    gone: int
    now: tuple[str, ...]
    tracked: bool | None = None


def edits(
    document: bytes,
    found: Found,
    made: Sequence[str] | None = None,
    rejected: Callable[[], bytes] | None = None,
) -> list[Edit]:
    """Where the text differs from what was made.

    Args:
        document: the file as it is now, with its tracked changes accepted.
        found: what it says of itself.
        made: the paragraphs that were made, where the same document could be made again.
        rejected: gives the file with its tracked changes rejected; None where it has none.

    Raises:
        LayoutError: not a Word document.
    """
    now = body_texts(document)
    known = made if made is not None and marks_of(made) == found.marks else None
    stretches = list(_differences(found.marks, marks_of(now)))
    stay = None
    if rejected is not None and stretches:
        stay = list(_differences(found.marks, marks_of(body_texts(rejected()))))
    return [
        Edit(
            start + 1,
            None if known is None else tuple(known[first:last]),
            last - first,
            tuple(now[start:end]),
            None if stay is None else not any(_meet((first, last), item[:2]) for item in stay),
        )
        for first, last, start, end in stretches
    ]


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches of the paragraphs that were made have something in common.

    An empty one is a place between paragraphs, at which something was added.
    """
    if one[0] == one[1] or other[0] == other[1]:
        return one[0] <= other[1] and other[0] <= one[1]
    return one[0] < other[1] and other[0] < one[1]


def _differences(old: str, new: str) -> Iterator[tuple[int, int, int, int]]:
    """Where marks differ: from which to which of the old ones, and of the new ones."""
    matcher = SequenceMatcher(None, _split(old), _split(new), autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal":
            yield first, last, start, end


@dataclass(frozen=True, slots=True)
class Redrawn:
    """A stretch of drawings that differ from what was made, or whose alternative texts do.

    Attributes:
        number: of the first drawing in the document as it is now, from 1.
        gone: how many drawings were there.
        come: how many are there.
    """

    number: int
    gone: int
    come: int


@dataclass(frozen=True, slots=True)
class Rewritten:
    """Text of the headers or of the footers that isn't what was made.

    Attributes:
        place: `header` or `footer`.
        gone: how many of the paragraphs that were made are there no more.
        now: the paragraphs that are there and weren't made.
    """

    place: str
    gone: int
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unseen:
    """What was done to what a reader's eyes see, while no word was changed.

    Attributes:
        texts: what is struck out, hidden, white or too small to be read; what we make never is.
        marks: the marks ESIMERKKI and LUONNOS that the header of some page has lost.
        pictures: the drawings that are other ones.
        running: what the headers and footers say that they didn't, or don't say any more.
    """

    texts: tuple[Veiled, ...] = ()
    marks: tuple[str, ...] = ()
    pictures: tuple[Redrawn, ...] = ()
    running: tuple[Rewritten, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything such."""
        return bool(self.texts or self.marks or self.pictures or self.running)


ALL_SEEN = Unseen()


def unseen(document: bytes, found: Found) -> Unseen:
    """What of a document that was saved again isn't seen any more, or not as it was.

    Args:
        document: the file as it is now.
        found: what it says of itself; its keywords tell which marks it bore.

    Raises:
        LayoutError: not a Word document.
    """
    own = translator(found.origin.language)
    told = " ".join(read_properties(document).keywords)
    headers = header_texts(document)
    lost = (
        word
        for word in map(own, (EXAMPLE, DRAFT))
        if word in told and not (headers and all(word in item for item in headers))
    )
    drawn, running = tuple(_redrawn(document, found)), tuple(_rewritten(document, found))
    return Unseen(tuple(veiled_texts(document)), tuple(lost), drawn, running)


def _rewritten(document: bytes, found: Found) -> Iterator[Rewritten]:
    """What headers and footers say now; of a document that tells nothing of them, nothing."""
    said = sorted(running_texts(archive.read(document))) if found.running else []
    for place, marks in found.running:
        old = set(_split(marks))
        now = {marks_of([text]): text for where, text in said if where == place}
        gone, come = old - now.keys(), tuple(now[one] for one in now if one not in old)
        if gone or come:
            yield Rewritten(place, len(gone), come)


def _redrawn(document: bytes, found: Found) -> Iterator[Redrawn]:
    """The drawings that differ; of a document that tells nothing of them, none."""
    if found.pictures:
        now = picture_marks(archive.read(document))
        for first, last, start, end in _differences(found.pictures, now):
            yield Redrawn(start + 1, last - first, end - start)


def state_of(found: Found, changes: Sequence[Edit], hidden: Unseen) -> State:
    """How the document stands to what was made."""
    if not found.ours:
        return State.FOREIGN
    if found.untouched:
        return State.UNTOUCHED
    if not found.marks:
        return State.CHANGED
    if changes or hidden:
        return State.EDITED
    return State.RESAVED if found.running else State.BODY_RESAVED


def differing(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """The paragraphs of the new text that the old one doesn't hold in that place."""
    for kind, _, _, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind in ("replace", "insert"):
            yield from new[start:end]


def _split(marks: str) -> list[str]:
    return [marks[at : at + MARK] for at in range(0, len(marks), MARK)]
