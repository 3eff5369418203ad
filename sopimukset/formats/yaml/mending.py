"""Putting the characters right that an office program slipped into a file's structure.

The reader already puts them right for itself, so that it can go on; what it then reads is what the
file is to hold afterwards. Only what can be meant in one way is written: a file in which two ways
of writing a character give different data is left as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from sopimukset.base.speech import mark
from sopimukset.formats.yaml import MAX_DEPTH, read
from sopimukset.formats.yaml.characters import BREAKS
from sopimukset.formats.yaml.document import Document, Lines
from sopimukset.formats.yaml.edit import Edit, same, spliced
from sopimukset.formats.yaml.faults import REMOVED, Accident
from sopimukset.formats.yaml.reader import accidents_in
from sopimukset.formats.yaml.scalars import resolve

MARK = "\ufeff"
TAB = "sarkain"
HIDDEN_BREAK = "rivinvaihto"
CONTROL = "ohjaus"
QUOTES = "lainaus"

TEXTS = {
    TAB: mark("sarkain välilyönneiksi"),
    "sisennys": mark("sisennyksen sitova välilyönti välilyönniksi"),
    "viiva-vali": mark("luettelon viivan jäljessä ollut sitova välilyönti välilyönniksi"),
    "kaksoispiste-vali": mark("kaksoispisteen jäljessä ollut sitova välilyönti välilyönniksi"),
    "avain-vali": mark("avaimen sitova välilyönti välilyönniksi"),
    "avain-piilo": mark("näkymätön merkki pois avaimesta"),
    "arvo-reuna": mark("sitova välilyönti tai näkymätön merkki pois arvon reunasta"),
    QUOTES: mark("kaarevat lainausmerkit suoriksi tai pois"),
    "luettelo": mark("luettelon merkki yhdysmerkiksi"),
    HIDDEN_BREAK: mark("näkymätön rivinvaihtomerkki välilyönniksi"),
    CONTROL: mark("näkymätön sivunvaihto välilyönniksi"),
}
"""What is done about each accident that can be put right; those not listed need a person."""

NO_MARK = mark("näkymätön tavujärjestysmerkki (BOM) pois tiedoston alusta")

_PAGE_BREAKS = "\x0b\x0c"
_WIDTHS = (2, 4, 8, 1)
_ROUNDS = 10

_Widths = Callable[[str, int], int]


class Mended(NamedTuple):
    """A file's text with its characters put right, and what was done (to be said) on which line."""

    text: str
    done: tuple[tuple[int, str], ...]


def mend(text: str) -> Mended:
    """Put right what can be meant in one way only.

    Args:
        text: the whole file, byte order mark included.
    """
    done: dict[tuple[int, str], None] = {}
    if text.startswith(MARK):
        text = text.removeprefix(MARK)
        done[1, NO_MARK] = None
    for _ in range(_ROUNDS):
        after, found = _once(text)
        if after == text:
            break
        lines = Lines(text)
        done |= dict.fromkeys((lines.number(item.start), TEXTS[item.code]) for item in found)
        text = after
    return Mended(text, tuple(sorted(done)))


def _once(text: str) -> tuple[str, Sequence[Accident]]:
    """One round. What a broken file hides may come to light only when the rest reads well."""
    before = read(text.encode())
    known = accidents_in(text, max_depth=MAX_DEPTH)
    meant = [item for item in known if _is_plain(text, item, known)]
    for chosen in (meant, [item for item in meant if item.code != TAB]):
        if chosen and (after := _agreed(text, before, chosen)) is not None:
            return after, chosen
    return text, ()


def _is_plain(text: str, accident: Accident, known: Sequence[Accident]) -> bool:
    """Whether there is one thing to be done about an accident."""
    if accident.code == CONTROL:
        return text[accident.start] in _PAGE_BREAKS
    if accident.code == QUOTES:
        return _is_text(text[accident.start + 1 : accident.end - 1], accident)
    if accident.code == HIDDEN_BREAK:
        return not _breaks_lines(text, known)
    return accident.code in TEXTS


def _is_text(word: str, accident: Accident) -> bool:
    """Whether what stands in curly quotes is the same text with straight ones and without any.

    A figure is not: quoted it is text, as a time of day must be, and bare it is a number.
    """
    escapes = "\\" in word and any(new == '"' for _, new in accident.edits)
    return isinstance(resolve(word), str) and not escapes


def _breaks_lines(text: str, known: Sequence[Accident]) -> bool:
    """Whether the hidden line ends of a text could be real ones: then nobody can tell."""
    others = [item for item in known if item.code not in (HIDDEN_BREAK, "kaksoispiste")]
    healed = spliced(text, _edits(text, others, lambda _, __: 1))
    broken = read("".join("\n" if sign in BREAKS else sign for sign in healed).encode())
    spaced = read("".join(" " if sign in BREAKS else sign for sign in healed).encode())
    return broken.data is not None and not same(broken.data, spaced.data)


def _agreed(text: str, before: Document, chosen: Sequence[Accident]) -> str | None:
    """The text with the accidents put right; None where it would not read as it is meant.

    How wide a tab was meant to be nobody knows: every width that gives a readable file must give
    the same data.
    """
    readable: list[tuple[str, Document]] = []
    for widths in _tab_widths() if any(item.code == TAB for item in chosen) else [_one]:
        candidate = spliced(text, _edits(text, chosen, widths))
        after = read(candidate.encode())
        if after.data is not None and _no_worse(before, after):
            readable.append((candidate, after))
    if not readable:
        return None
    text, first = readable[0]
    meant = first.data if before.data is None else before.data
    alike = all(same(item.data, meant) for _, item in readable)
    return text if alike else None


def _no_worse(before: Document, after: Document) -> bool:
    """Whether a text reads at least as well as it did before."""
    if before.data is None:
        return all(item.kind == "merkki" for item in after.problems)
    told = [
        Counter(item.message for item in document.problems if item.kind != "merkki")
        for document in (before, after)
    ]
    return told[1] <= told[0] and len(after.problems) <= len(before.problems)


def _one(_before: str, _at: int) -> int:
    return 1


def _tab_widths() -> Iterator[_Widths]:
    """How wide a tab may have been meant: so many spaces, or up to the next stop."""
    for size in _WIDTHS:
        yield lambda _before, _at, size=size: size  # type: ignore[misc]
    for stop in _WIDTHS[:3]:
        yield lambda before, at, stop=stop: stop - (len(before) + at) % stop  # type: ignore[misc]


def _edits(text: str, accidents: Iterable[Accident], widths: _Widths) -> list[Edit]:
    found: dict[int, Edit] = {}
    for accident in accidents:
        grown = 0
        for at, new in sorted(accident.edits):
            if accident.code == TAB:
                before = text[max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1 : at]
                width = widths(before, grown)
                grown += width - 1
                new = " " * width
            elif new == REMOVED or (accident.code == QUOTES and new == " "):
                new = ""
            found[at] = Edit(at, at + 1, new)
    return list(found.values())
