"""What looks like a person's name: in place of a title, or in a free text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

_PART = r"[A-ZÅÄÖÉÜ][a-zåäöéü'’]+(?:-[A-ZÅÄÖÉÜ][a-zåäöéü]+)?"
_NAME = re.compile(rf"{_PART}(?:,? {_PART})+")
"""Words that all begin with a capital, and nothing else: first name and surname, in any order."""

_WORDS = re.compile(r"[^\W\d_][\w'’-]+")
_PERHAPS_NAME = re.compile(r"\b[A-ZÅÄÖÉÜ][\w'’-]+(?: [A-ZÅÄÖÉÜ][\w'’-]+)+")
_ENDING = 3
"""Letters at a name's end that an inflected form may change (Virtanen, Virtasen)."""


def looks_like_a_name(text: str) -> bool:
    """Whether a text reads like a person's name and nothing else.

    A title is written in small letters («palvelupäällikkö», «ledande jurist»), so that two words
    with capitals are taken for a name; a name beside a title in one text isn't noticed.
    """
    return _NAME.fullmatch(text.strip()) is not None


def may_name(text: str, persons: Iterable[str]) -> bool:
    """Whether a text may name a person.

    It may, where a word of it begins like a part of a recorded name, or where two words in a row
    begin with capitals.
    """
    if _PERHAPS_NAME.search(text):
        return True
    stems = {
        part.casefold()[: max(_ENDING, len(part) - _ENDING)]
        for person in persons
        for part in _WORDS.findall(person)
        if len(part) >= _ENDING
    }
    return any(word.casefold().startswith(tuple(stems)) for word in _WORDS.findall(text))


_WORD = re.compile(r"(?<!\w)[^\W\d_](?:[\w'’-]*\w)?")
_PARTICLES = frozenset(
    ("af", "al", "bin", "da", "de", "del", "der", "di", "dos", "du", "el", "la", "le", "van", "von")
)
"""Small words within a surname."""

_LEADING = frozenset(("af", "van", "von"))
"""Those that no Finnish or Swedish sentence has before a word with a capital."""

_COMPOUND = re.compile(r"[^\W\d_]{2,5}-[^\W\d_][\w-]*")
_HAS_DIGIT = re.compile(r"\d")


def begins_like_a_name(word: str) -> bool:
    """Whether a word begins with a capital of any script; codes and TE-toimisto do not count."""
    if not (word[:1].isupper() or word[:1].istitle()) or _HAS_DIGIT.search(word):
        return False
    first, _, rest = word.partition("-")
    return not (_COMPOUND.fullmatch(word) and first.isupper() and rest[0].islower())


def names_in(text: str, known: Callable[[Sequence[str]], bool]) -> Iterator[tuple[int, int]]:
    """Where in a text words stand that may be a person's name: offsets, the end excluded.

    That is two or more words side by side that begin with capitals of any script; an initial, a
    hyphen, a particle («von») and, between the surname and the first name, a comma may be among
    them.

    Args:
        text: any text; a name may go on from a line to the next.
        known: whether such words, in their order, are ones that name no person.
    """
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        capital = begins_like_a_name(word[0])
        particle = word[0] in _PARTICLES
        if run and not _goes_on(text, run[-1], word, known):
            yield from _name_of(run, known)
            run = []
        if capital or word[0] in _LEADING or (particle and run):
            run.append(word)
        elif run:
            yield from _name_of(run, known)
            run = []
    yield from _name_of(run, known)


def _goes_on(
    text: str, word: re.Match[str], following: re.Match[str], known: Callable[[Sequence[str]], bool]
) -> bool:
    """Whether nothing parts two words of a name."""
    between = text[word.end() : following.start()]
    if between.isspace():
        return between.count("\n") < 2
    sign = between.strip()
    if sign == ".":
        return len(word[0]) == 1  # an initial
    return sign == "," and between != "," and not known([word[0]]) and not known([following[0]])


def _name_of(
    run: list[re.Match[str]], known: Callable[[Sequence[str]], bool]
) -> Iterator[tuple[int, int]]:
    while run and run[-1][0] in _PARTICLES:
        run = run[:-1]
    words = [word[0] for word in run]
    if len(words) > 1 and not known([word for word in words if word not in _PARTICLES]):
        yield run[0].start(), run[-1].end()
