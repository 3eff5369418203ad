"""What looks like a person's name: in place of a title, or in a free text."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
