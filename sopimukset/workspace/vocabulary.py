"""What a finding may show of a record: words that the program knows, nothing like a name.

The program's vocabulary is what its own texts hold: the national register, the acts, the model
clauses. A value that is none of it and may be a person's name is hidden.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from sopimukset import register, statutes
from sopimukset.base.data import data_folder
from sopimukset.base.names import begins_like_a_name, names_in
from sopimukset.model.paths import HIDDEN

WORD = re.compile(r"(?<!\w)[^\W\d_](?:[\w'’-]*\w)?")
"""A word; whether it begins with a capital is for `begins_like_a_name` to say."""

_PART = re.compile(r"[^\W\d_]+")
"""A word, or one of those that hyphens join."""

_CODE = re.compile(r"[A-ZÅÄÖ]{1,3}[0-9]{1,4}")
_OFFICES = frozenset(
    {
        *("FPA", "Kommunen", "Navigatorn", "Ohjaamo", "Ohjaamon", "Ohjaamot"),
        *("Samkommunen", "Staden"),
    }
)
"""Words of offices that stand in none of the program's texts."""

_SMALL = re.compile(r"[a-zåäö0-9][a-zåäö0-9_./:-]*")
"""One word in small letters, an identifier, a number or a day."""


def shown_word(text: str) -> str:
    """What stands where a word of the program belongs: that word, else dots.

    Shown are identifiers, numbers, days, codes and names of the register; two words in small
    letters may be a name as well.
    """
    return text if is_small_word(text) or text in register_names() else HIDDEN


def shown_value(text: str) -> str:
    """A value of the record as a message may show it: what may be a person's name is dots."""
    if WORD.fullmatch(text) and begins_like_a_name(text) and not is_known([text]):
        return HIDDEN
    return without_names(text, HIDDEN)


def is_small_word(text: str) -> bool:
    """Whether a text is one word in small letters, an identifier, a number, a day or a code."""
    return bool(_SMALL.fullmatch(text) or _CODE.fullmatch(text))


def is_program_word(word: str) -> bool:
    """Whether the program's own texts have a word, and it is no name of a municipality."""
    return word in program_words() and word not in municipalities()


def without_names(
    text: str, hidden: str | None = None, known: Callable[[Sequence[str]], bool] | None = None
) -> str:
    """The text without what may be a person's name.

    Args:
        text: any text.
        hidden: what stands for a name; None for as many dots as it has letters, line by line.
        known: whether words with capitals, side by side, name no person; None for `is_known`.
    """
    if text.islower():  # a name has a capital
        return text
    found = list(names_in(text, known or is_known))
    for start, end in reversed(found):
        text = text[:start] + (hidden or dotted(text[start:end])) + text[end:]
    return text


def dotted(text: str) -> str:
    """As many dots as the text has letters; its line breaks and indents stay."""
    return _OF_LINE.sub(lambda found: HIDDEN[0] * len(found[0]), text)


_OF_LINE = re.compile(r"\S(?:[^\r\n]*[^\s])?")


def is_known(words: Sequence[str], own: frozenset[str] = frozenset()) -> bool:
    """Whether words with capitals, side by side, are known to name no person.

    They are, where the program or the record's own things have each of them. Municipalities' names
    are surnames as well (Salla Lahti), so of them alone nothing is known.
    """
    if not all(word in own or word in program_words() for word in words):
        return False
    places = municipalities()
    return len(words) == 1 or " ".join(words) in register_names() or not places.issuperset(words)


def words_of(names: Iterable[str]) -> frozenset[str]:
    """The words of names of things, but for names that read like a person's."""
    plain = (name for name in names if without_names(name) == name)
    return frozenset(chain.from_iterable(WORD.findall(name) for name in plain))


@cache
def register_names() -> frozenset[str]:
    """The names of municipalities, employment areas and counties, in both languages."""
    known = register.load()
    areas, counties = known.tyollisyysalueet.values(), known.hyvinvointialueet.values()
    names: set[str | None] = {area.oikeushenkilo for area in areas}
    names |= {name for area in areas for name in (area.nimi_fi, area.nimi_sv)}
    names |= {name for county in counties for name in (county.nimi_fi, county.nimi_sv)}
    return municipalities() | {name for name in names if name}


@cache
def register_keys() -> frozenset[str]:
    """The keys of employment areas and counties."""
    known = register.load()
    return frozenset((*known.tyollisyysalueet, *known.hyvinvointialueet))


@cache
def municipalities() -> frozenset[str]:
    """The names of municipalities, in both languages."""
    known = register.load().kunnat.values()
    return frozenset(name for kunta in known for name in (kunta.nimi_fi, kunta.nimi_sv))


@cache
def program_words() -> frozenset[str]:
    """Every word with a capital in the register, the acts and the model clauses."""
    texts = (*register_names(), *_own_texts())
    words = chain.from_iterable(WORD.findall(text) for text in texts)
    return frozenset(word for word in words if word[0].isupper()) | _OFFICES


@cache
def small_words() -> frozenset[str]:
    """Every word in small letters that the acts and the model clauses have: no name."""
    words = chain.from_iterable(_PART.findall(text) for text in _own_texts())
    return frozenset(word for word in words if word.islower())


def _own_texts() -> Iterator[str]:
    """The acts and the model clauses."""
    clauses = sorted(data_folder("templates").glob("*/lausekkeet.yaml"))
    for path in (*statutes.text_files(), *clauses):
        yield path.read_text(encoding="utf-8")
