"""The persons that a region's files name, and their names wherever else they stand.

A name that stands in its own place is masked there (`masking`), and one that has a name's form
anywhere (`vocabulary`). A name that is recorded is known: so it is hidden in any other place too,
inflected, in small letters, without its dots, and in an identifier that is made of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import Any, NamedTuple

from sopimukset.base.inflection import folded, is_form
from sopimukset.base.names import begins_like_a_name, looks_like_a_name
from sopimukset.findings import Finding
from sopimukset.model.paths import HIDDEN
from sopimukset.workspace.masking import NAME, PERSON_KEY, PERSON_LISTS, REFERENCES, is_key
from sopimukset.workspace.masking import NAMED_THINGS as THINGS
from sopimukset.workspace.vocabulary import (
    is_program_word,
    municipalities,
    register_keys,
    register_names,
    small_words,
    without_names,
)

_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 3
"""Letters of a name that other words begin with as well."""

_DOERS = REFERENCES | {
    *("esittaja", "esittelija", "laatija", "nimike", "paattaja", PERSON_KEY),
}
"""Where a title or an identifier belongs, and a person's name may have been typed."""

_BETWEEN = frozenset((" ", "-", "_", ".", "\u00a0"))
"""What stands between two words of one name."""

_IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"(?:-[0-9]+)+$")
_PLACE_AFTER = re.compile(
    "[ \u00a0](?:"
    + "|".join(
        (
            *("kaupun", "kunta", "kunna", "kunti", "seutu", "seudu", "maakun"),
            *("hyvinvointialue", "työllisyysalue", "välfärdsområde", "sysselsättningsområde"),
            *("stad", "kommun", "samkommun"),
        )
    )
    + ")"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:" + "|".join(("[Ss]taden", "[Kk]ommunen", "[Kk]aupunki", "[Kk]unta")) + ")[ \u00a0]$"
)
_DOTS = re.compile(rf"{HIDDEN[0]}+(?:[ _-]{HIDDEN[0]}+)*")


Values = Callable[[str], list[tuple[int, int]]]
"""Tells where in a message the values stand that it was filled with."""


def names_of_persons(data: Any, within: str = "", key: str = "") -> Iterator[str]:  # noqa: ANN401
    """The names that plain YAML data record for persons.

    Args:
        data: the data of any of a region's files.
        within: the key below which the one with the data stands.
        key: the key of the data.
    """
    if isinstance(data, list):
        for item in data:
            if isinstance(item, dict):
                yield from names_of_persons(item, within, key)
        return
    if not isinstance(data, dict):
        return
    name = data.get(NAME)
    if isinstance(name, str) and key not in THINGS:
        sure = key in PERSON_LISTS or within in PERSON_LISTS
        if sure or looks_like_a_name(name):  # a list's key may be misspelt, whatever it lists
            yield name
    if not _DOERS.isdisjoint(data):
        for doer in _DOERS.intersection(data):
            typed = data[doer]
            for value in typed if isinstance(typed, list) else (typed,):
                if isinstance(value, str) and _is_typed_name(value):
                    yield value
    for step, value in data.items():
        if value.__class__ in (dict, list):
            yield from names_of_persons(value, key, step)


def _is_typed_name(text: str) -> bool:
    return looks_like_a_name(text) and without_names(text) != text


class Persons:
    """The persons whose names are not to be shown; nothing is read before it is asked for."""

    def __init__(self, documents: Callable[[], Iterable[Any]]) -> None:
        self._documents = documents

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of their names, folded; a title beside a name is none of them."""
        names = {name for data in self._documents() for name in names_of_persons(data)}
        return frozenset(folded(word) for name in names for word in _words_of(name))

    @cached_property
    def _by_letter(self) -> dict[str, list[str]]:
        """The words of names by the letter with which all their forms begin."""
        found: dict[str, list[str]] = {}
        for word in sorted(self.words):
            found.setdefault(word[0], []).append(word)
        return found

    def dotted(self, text: str, *, identifier: bool = False) -> str:
        """The text with the persons' names dotted, as long as it was.

        Args:
            text: any text.
            identifier: whether it may be an identifier, which may be a place's: `lahti-1`.
        """
        return _dotted(text, self.places(text, identifier=identifier))

    def told(self, text: str, values: Values | None = None) -> str:
        """A message, a path or the like without the persons' names.

        Args:
            text: what the program says.
            values: tells where in it values stand: the other words are the program's own.
        """
        found = self.places(text, identifier=True)
        if found and values is not None:
            within = values(text)
            found = [
                (start, end)
                for start, end in found
                if any(first <= start and end <= last for first, last in within)
            ]
        return _DOTS.sub(HIDDEN, _dotted(text, found)) if found else text

    def finding(self, finding: Finding, values: Values) -> Finding:
        """A finding of the region's as it may be shown.

        Args:
            finding: as a rule or the reader found it.
            values: tells where in a message values stand.
        """
        if not self.words:
            return finding
        return finding._replace(
            message=self.told(finding.message, values),
            advice=self.told(finding.advice, values),
            path=self.told(finding.path),
            file=self.file(finding.file),
        )

    def file(self, file: str) -> str:
        """The path of a file, without its own name where that is a person's and nothing else."""
        folder, sign, name = file.rpartition("/")
        stem, point, ending = name.rpartition(".")
        words = _WORD.findall(folded(stem))
        if not words or not self.words.issuperset(words):
            return file
        return f"{folder}{sign}{_WORD.sub(_dots, stem)}{point}{ending}"

    def places(self, text: str, *, identifier: bool = False) -> list[tuple[int, int]]:
        """Where the persons' names stand: offsets of words, the end excluded."""
        if not self.words:
            return []
        found = [
            _Found(match.start(), match.end(), match[0], name)
            for match in _WORD.finditer(folded(text))
            for name in self._by_letter.get(match[0][0], ())
            if is_form(match[0], name)
        ]
        found = [item for item in found if not _is_common(text[item.start : item.end], item)]
        return [
            (item.start, item.end)
            for at, item in enumerate(found)
            if _touches(text, found, at) or not _is_place(text, item, identifier=identifier)
        ]


class _Found(NamedTuple):
    """A word that may be a form of a name: its offsets, itself folded, and the name's word."""

    start: int
    end: int
    word: str
    name: str


def _is_common(word: str, found: _Found) -> bool:
    """Whether a word is one of the language: the program's texts have it in small letters."""
    if word in small_words() or is_key(word):
        return True
    # of a short name only what begins with a capital, or is the name itself, is told apart
    return len(found.name) <= _SHORT and word[0].islower() and found.word != found.name


def _is_place(text: str, found: _Found, *, identifier: bool) -> bool:
    """Whether a word is a place's name here, though a person has it as well."""
    start, end, folded_word, name = found
    chunk = _identifier_at(text, start) if identifier else ""
    if chunk:
        return chunk in register_keys() or (folded_word == name and name in _towns())
    word = text[start:end]
    if any(_covers(text, known, start, end) for known in register_names() if word in known):
        return True
    about = _PLACE_AFTER.match(text, end) or _PLACE_BEFORE.search(text[:start])
    return about is not None and name in _towns()


def _dotted(text: str, places: Iterable[tuple[int, int]]) -> str:
    for start, end in places:
        text = text[:start] + HIDDEN[0] * (end - start) + text[end:]
    return text


def _dots(match: re.Match[str]) -> str:
    return HIDDEN[0] * len(match[0])


def _touches(text: str, found: Sequence[_Found], at: int) -> bool:
    """Whether another word of a name stands beside this one."""
    before = at > 0 and text[found[at - 1].end : found[at].start] in _BETWEEN
    behind = at + 1 < len(found) and text[found[at].end : found[at + 1].start] in _BETWEEN
    return before or behind


def _identifier_at(text: str, place: int) -> str:
    """The identifier around a place of the text, without a number at its end; "" for none."""
    for chunk in _IDENTIFIER.finditer(text):
        if chunk.start() <= place < chunk.end():
            return _NUMBER.sub("", chunk[0])
    return ""


def _covers(text: str, name: str, start: int, end: int) -> bool:
    """Whether a name of the register, of more words than the one there, stands over it."""
    at = text.find(name)
    while at >= 0:
        if at <= start and end <= at + len(name) and len(name) > end - start:
            return True
        at = text.find(name, at + 1)
    return False


def _words_of(name: str) -> Iterator[str]:
    """The words of a person's name; a title or an office beside them begins otherwise, or is known.

    Where none begins with a capital, somebody may write names so.
    """
    words = [word for word in _WORD.findall(name) if len(word) > 1]
    capital = [word for word in words if begins_like_a_name(word)]
    if capital:
        return (word for word in capital if folded(word) in _towns() or not is_program_word(word))
    return (word for word in words if len(word) > 2 and word not in small_words())


@cache
def _towns() -> frozenset[str]:
    """The words of municipalities' names, folded: surnames as well (Koski Tl)."""
    return frozenset(folded(word) for name in municipalities() for word in _WORD.findall(name))
