"""An ear for Finnish: what of a text that ought to be Swedish or English was left in Finnish.

What people wrote is theirs and stays as it is: quoted texts, source lines, the keys and words of a
record, names of statutes and places. So those are taken out before a text is listened to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Any

from babel.messages.pofile import read_po

from sopimukset import register, statutes
from sopimukset.model.json_schema import FILE_KINDS, json_schema
from tests.support.workspaces import CHECKOUT

LOCALE = CHECKOUT / "sopimukset" / "locale"

_PLACE = re.compile(r"\{\w*\}")
_MORE = 20
_WORD = re.compile(r"[A-Za-zÅÄÖåäö]{2,}")
_QUOTED = re.compile(r"”[^”]*”|“[^”]*”|«[^»]*»|\"[^\"]*\"|`[^`]*`|'[^'\s][^']*'")
_KEYED = re.compile(
    r"[\w\[\].-]*[\w\]][.\[/][\w\[\]./-]+|\w+_\w+|\b[a-z0-9]+(?:-[a-z0-9]+)+\b|--?\w[\w-]*"
)
_SCALAR = re.compile(r"(?m)[:,\[{-] *([\wÅÄÖåäö]+) *(?:[,}\]]|$)")
_KEY = re.compile(r"(\w+):(?=\s)")
_SOURCE = re.compile(r"(?m)^ *(?:\d+ )?\|.*$|^ +\^+ *$")


@cache
def catalogue(language: str) -> dict[str, str]:
    """Our messages, Finnish to another language."""
    with (LOCALE / language / "LC_MESSAGES" / "sopimukset.po").open("rb") as file:
        return {str(item.id): str(item.string) for item in read_po(file) if item.id}


@cache
def pieces(language: str) -> tuple[str, ...]:
    """The stretches between the places of each message, of two words or more, in Finnish."""
    found = {
        piece.strip(" .,:;()\n")
        for text, told in catalogue(language).items()
        if text != told
        for piece in _PLACE.split(text)
    }
    meant = " ".join(catalogue(language).values())
    return tuple(
        sorted(item for item in found if len(_WORD.findall(item)) > 1 and item not in meant)
    )


@cache
def words(language: str) -> frozenset[str]:
    """Finnish words by which a sentence is known: those of the messages that nothing else uses.

    A word that now and then stands in a translation too is one still if Finnish has it far more
    often: so a translation that was forgotten in the middle doesn't hide itself.
    """
    finnish = _counted(catalogue(language))
    meant = _counted(catalogue(language).values())
    return frozenset(
        word for word, count in finnish.items() if count > _MORE * meant[word]
    ) - words_of(_records())


def _counted(texts: Iterable[str]) -> Counter[str]:
    """In how many of the texts each word stands."""
    return Counter(word for text in texts for word in words_of([text]))


def words_of(texts: Iterable[str]) -> set[str]:
    """The words of texts, in small letters."""
    return {word.casefold() for text in texts for word in _WORD.findall(text)}


@cache
def _records() -> tuple[str, ...]:
    """The words in which records are written, and the names of places and statutes."""
    found = [name for kind in FILE_KINDS for name in _names(json_schema(kind))]
    known = register.load()
    found += [item.nimi_fi for item in known.hyvinvointialueet.values()]
    found += [item.nimi_fi for item in known.tyollisyysalueet.values()]
    found += known.hyvinvointialueet
    found += [path.name for path in (CHECKOUT / "templates").iterdir()]
    return tuple(found)


@cache
def _statutes() -> tuple[str, ...]:
    """The names of statutes, of which some are known in Finnish only."""
    names = {act.nimi_fi for act in statutes.load().saadokset.values()}
    return tuple(sorted(names, key=len, reverse=True))  # some begin another one


def _names(schema: Any) -> Iterable[str]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key in ("enum", "const"):
                yield str(value)
            elif key == "properties":
                yield from value
            yield from _names(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from _names(item)


def finnish_in(text: str, language: str, written: str = "") -> list[str]:
    """What of the text is Finnish: pieces of our messages, and words of theirs.

    Args:
        text: what was said, a sentence or a whole output.
        language: the one in which it was to be said.
        written: the records that it speaks of; what it repeats of them is nothing of ours.
    """
    own = " ".join(_SOURCE.sub(" ", text).split())
    for name in _statutes():
        own = own.replace(name, " ")
    own = _QUOTED.sub(" ", _without_repeated(own, " ".join(written.split())))
    said = words_of([_KEYED.sub(" ", own)])
    return [
        *(piece for piece in pieces(language) if piece in own),
        *sorted(said & words(language) - _scalars(written)),
    ]


def _without_repeated(text: str, written: str) -> str:
    """The text without what stands behind its colon, where the records hold just that."""
    said, colon, repeated = text.rpartition(": ")
    parts = repeated.rstrip(".").split(", ")
    known = written.casefold()
    whole = repeated.rstrip(".").casefold() in known
    return said if colon and (whole or all(part.casefold() in known for part in parts)) else text


def _scalars(written: str) -> set[str]:
    """Single words that stand as a key or a value of their own: ids, and words of the record."""
    return {word.casefold() for word in (*_SCALAR.findall(written), *_KEY.findall(written))}
