"""What a finding may show of a record: words that the program knows, nothing like a name.

The program's vocabulary is what its own texts hold: the national register, the acts, the model
clauses. A value that is none of it and may be a person's name is hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, partial
from itertools import chain

from sopimukset import register, statutes
from sopimukset.base.data import data_folder
from sopimukset.base.names import begins_like_a_name, names_in
from sopimukset.model.paths import HIDDEN

MASK = "•"

_CAPITAL_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_CODE = re.compile(r"[A-ZÅÄÖ]{1,3}[0-9]{1,4}")
_OFFICES = frozenset(("Ohjaamo", "Ohjaamon", "Ohjaamot", "Navigatorn", "FPA"))
"""Words of offices that stand in none of the program's texts."""

_SMALL = re.compile(r"[a-zåäö0-9][a-zåäö0-9_./:-]*")
"""One word in small letters, an identifier, a number or a day."""


def shown_word(text: str) -> str:
    """What stands where a word of the program belongs: that word, else dots.

    Shown are identifiers, numbers, days, codes and names of the register; two words in small
    letters may be a name as well.
    """
    known = _SMALL.fullmatch(text) or _CODE.fullmatch(text) or text in register_names()
    return text if known else HIDDEN


def shown_value(text: str) -> str:
    """A value of the record as a message may show it: what may be a person's name is dots."""
    if _CAPITAL_WORD.fullmatch(text) and begins_like_a_name(text) and not is_known([text]):
        return HIDDEN
    return without_names(text, HIDDEN)


def without_names(text: str, hidden: str | None = None, own: frozenset[str] = frozenset()) -> str:
    """The text without what may be a person's name.

    Args:
        text: any text.
        hidden: what stands for a name; None for as many dots as it has letters, line by line.
        own: words of the record's own names of things, which name no person.
    """
    found = list(names_in(text, partial(is_known, own=own)))
    for start, end in reversed(found):
        text = text[:start] + (hidden or dotted(text[start:end])) + text[end:]
    return text


def dotted(text: str) -> str:
    """As many dots as the text has letters; its line breaks and indents stay."""
    return _OF_LINE.sub(lambda found: MASK * len(found[0]), text)


_OF_LINE = re.compile(r"\S(?:[^\r\n]*[^\s])?")


def is_known(words: Iterable[str], own: frozenset[str] = frozenset()) -> bool:
    """Whether words with capitals, side by side, are known to name no person.

    They are, where the program or the record's own things have each of them. Municipalities' names
    are surnames as well (Salla Lahti), so of them alone nothing is known.
    """
    held = list(words)
    if not all(word in own or word in program_words() for word in held):
        return False
    places = _municipalities()
    return len(held) == 1 or " ".join(held) in register_names() or not places.issuperset(held)


def words_of(names: Iterable[str]) -> frozenset[str]:
    """The words of names of things, but for names that read like a person's."""
    plain = (name for name in names if without_names(name) == name)
    return frozenset(chain.from_iterable(_CAPITAL_WORD.findall(name) for name in plain))


@cache
def register_names() -> frozenset[str]:
    """The names of municipalities, employment areas and counties, in both languages."""
    known = register.load()
    areas, counties = known.tyollisyysalueet.values(), known.hyvinvointialueet.values()
    names: set[str | None] = {area.oikeushenkilo for area in areas}
    names |= {name for area in areas for name in (area.nimi_fi, area.nimi_sv)}
    names |= {name for county in counties for name in (county.nimi_fi, county.nimi_sv)}
    return _municipalities() | {name for name in names if name}


@cache
def _municipalities() -> frozenset[str]:
    known = register.load().kunnat.values()
    return frozenset(name for kunta in known for name in (kunta.nimi_fi, kunta.nimi_sv))


@cache
def program_words() -> frozenset[str]:
    """Every word with a capital in the register, the acts and the model clauses."""
    texts = chain(
        register_names(),
        (path.read_text(encoding="utf-8") for path in statutes.text_files()),
        (
            path.read_text(encoding="utf-8")
            for path in sorted(data_folder("templates").glob("*/lausekkeet.yaml"))
        ),
    )
    words = chain.from_iterable(_CAPITAL_WORD.findall(text) for text in texts)
    return frozenset(word for word in words if word[0].isupper()) | _OFFICES
