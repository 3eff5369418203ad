"""Names of persons stay out of excerpts: masked by the path they stand at, with equal width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, get_args

from sopimukset.model import (
    Allekirjoitus,
    Alue,
    Asiantuntija,
    Kielitekstit,
    Kokous,
    Lausekekirjasto,
    Malli,
    Nimetty,
    NimettyJohtaja,
    NimettyVarajasen,
    Paatos,
    Seuranta,
)
from sopimukset.model.paths import Path, leaves
from sopimukset.model.structure import fields_of

if TYPE_CHECKING:
    from sopimukset.formats.yaml import Document, Span

MASK = "•"
NAME = "nimi"
TITLE = "nimike"
PERSON_LISTS = frozenset(
    {
        "nimetyt",
        "varajasenet",
        "varahenkilot",
        "sihteeri",
        "asiantuntijat",
        "allekirjoitukset",
        "koordinaattori",
    }
)
"""The parts of a record under which a `nimi` is a person's name."""

NAMED_THINGS = frozenset(
    {
        *("osapuolet", "johtoryhmat", "toimipisteet", "sopimukset", "liitteet"),
        *("palvelupisteet", "seurantajakso", "kumppanit", "foorumit", "tietolahteet"),
    }
)
"""Where a `nimi` is a thing's name; anywhere else it is taken for a person's."""

PERSON_KEY = "henkilo"
"""The key for one person across groups. It is to hold no name, but someone may type one."""

REFERENCES = frozenset(
    {
        *("jasen", "jasenet", "puheenjohtaja", "varapuheenjohtaja", "johtavat_henkilot"),
        *("lasna", "muut_lasna", "tarkastajat", "esteelliset"),
    }
)
"""Where a member is referred to by a `tunnus`, and someone may type a name."""

_IDENTIFIER = re.compile(r"[a-z0-9_/-]+|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}")
"""An identifier or a day; one that is written in the Finnish way is wrong, but no name."""

_NAME = r"[A-ZÅÄÖÉÜ][\w'’-]+"
_FULL_NAME = rf"\b{_NAME}(?: {_NAME})+"
"""Words that begin with capitals, side by side."""

_PERHAPS = re.compile(
    rf"(?<={NAME}:)\s*[^\s,{{}}\[\]#][^,{{}}\[\]#]*"  # what follows the key of a name
    rf"|{_FULL_NAME}"
)
"""What may be a name on a line whose data were not taken in, as under a key that stands twice."""

_NAME_IN_TEXT = re.compile(_FULL_NAME)
_NAME_FIRST = re.compile(rf"(?<!\S){_NAME}(?: {_NAME})*")
_NAME_LAST = re.compile(rf"\b{_NAME}(?=\s*$)")
"""What may be one half of a name that a text's lines divide."""

_CAPITAL = re.compile(r"\b[A-ZÅÄÖÉÜ][a-zåäöéü][\w'’-]*")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_MAIL_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+")

IDENTITY_CODE = re.compile(
    r"[0-9]{6}(?<![0-9A-Za-z][0-9]{6})"  # digits first: the search is several times as fast
    r"[-+A-FU-Ya-fu-y][0-9]{3}[0-9A-FHJ-NPR-Ya-fhj-npr-y](?![0-9A-Za-z])"
)
"""What looks like a Finnish personal identity code, whether its check sign is right or not."""


def masked_line(document: Document, line: int) -> str:
    """The line of the source, without its line end, names and identity codes masked."""
    return masked_lines(document, (line,))[line]


def masked_lines(document: Document, lines: Iterable[int]) -> dict[int, str]:
    """Several lines of the source by number, each masked; looks for the names but once."""
    whole, partly = _masked_places(document.data)
    names = [document.value_span(path) for path in whole]
    texts = [document.value_span(path) for path in partly]
    unread = {
        line for item in document.problems for line in range(item.span.line, item.span.end_line + 1)
    }
    masked = {line: _line(document, line, names, texts) for line in lines}
    return {
        line: _PERHAPS.sub(_dots, text) if line in unread else text for line, text in masked.items()
    }


def _masked_places(data: Any) -> tuple[Iterable[Path], Iterable[Path]]:  # noqa: ANN401
    """The places that are masked whole, and those of which only what looks like a full name is.

    A library of clauses is wording that any agreement prints: its own keys hold no names, so its
    text is shown. A name may have been typed into it all the same; below a key that no library
    has all may be one.
    """
    if not _is_library(data):
        return _named(data, (), ()), _texts(data, ())
    known = _keys_of_library()
    names = (path for path in _named(data, (), ()) if not known.issuperset(_keys(path)))
    return names, (path for path, value in leaves(data) if isinstance(value, str))


def _is_library(data: object) -> bool:
    fields = fields_of(Lausekekirjasto)
    return isinstance(data, dict) and "lausekkeet" in data and set(fields).issuperset(data)


def _keys(path: Path) -> Iterator[str]:
    return (step for step in path if isinstance(step, str))


@cache
def _keys_of_library() -> frozenset[str]:
    return frozenset(_keys_below(Lausekekirjasto))


def _line(document: Document, line: int, names: Iterable[Span], texts: Iterable[Span]) -> str:
    try:
        text = document.line(line)  # splitlines() also ends lines at U+2028 and would miss names
    except IndexError:
        return ""
    for span in names:
        text = _masked(text, line, span)
    for span in texts:
        text = _masked(text, line, span, _NAME_IN_TEXT)
        text = _without_halves(document, text, line, span)
    comment = _COMMENT.search(text)
    if comment:  # nothing in it is a finding's, so no name in it need be told from other words
        text = text[: comment.start()] + _CAPITAL.sub(_dots, comment[0])
    return _MAIL_ADDRESS.sub(_dots, without_codes(text))


def _without_halves(document: Document, text: str, line: int, span: Span) -> str:
    """The line of a text without its part of a name that begins above it or goes on below."""
    if span.line < line <= span.end_line and _NAME_LAST.search(document.line(line - 1)):
        text = _masked_first(text)
    if span.line <= line < span.end_line and _NAME_FIRST.match(document.line(line + 1).lstrip()):
        text = _NAME_LAST.sub(_dots, text)
    return text


def _masked_first(text: str) -> str:
    words = text.lstrip()
    first = _NAME_FIRST.match(words)
    if first is None:
        return text
    return text[: len(text) - len(words)] + _dots(first) + words[first.end() :]


def _texts(data: Any, path: Path) -> Iterator[Path]:  # noqa: ANN401
    """The places of titles, and of what minutes and follow-ups tell: a name may stand in them."""
    children = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in children:
        below = (*path, step)
        if isinstance(value, dict | list):
            yield from _texts(value, below)
        elif isinstance(value, str) and (step == TITLE or below[0] in _told_keys()):
            yield below


@cache
def _told_keys() -> frozenset[str]:
    """The keys that stand at the head of minutes and follow-ups, and not of the region's file."""
    return frozenset({*fields_of(Kokous), *fields_of(Seuranta)} - set(fields_of(Alue)))


def without_codes(text: str) -> str:
    """The text with whatever looks like an identity code masked, with equal width."""
    return IDENTITY_CODE.sub(_dots, text)


def recorded_names(data: object) -> frozenset[str]:
    """The names of persons that plain YAML data hold, and what may be one."""
    return frozenset(_at(data, path) for path in _named(data, (), ()))


def _at(data: Any, path: Path) -> str:  # noqa: ANN401
    for step in path:
        data = data[step]
    return str(data)


def names_person(path: Path, value: object) -> bool:
    """Whether the value at a path is a person's name, or may be one."""
    return isinstance(value, str) and _is_name(tuple(_keys(path)), value)


def _dots(match: re.Match[str]) -> str:
    return MASK * len(match[0])


def _named(data: Any, path: Path, keys: tuple[str, ...]) -> Iterator[Path]:  # noqa: ANN401
    """The places of names, and of what may be one: the very line that a finding would show.

    Args:
        data: plain YAML data.
        path: where it stands.
        keys: the keys of the path, which alone decide; thousands of values share a few of them.
    """
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _named_below(value, (*path, key), (*keys, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _named_below(value, (*path, index), keys)


def _named_below(value: Any, path: Path, keys: tuple[str, ...]) -> Iterable[Path]:  # noqa: ANN401
    if not isinstance(value, str):
        return _named(value, path, keys)
    return (path,) if _is_name(keys, value) else ()


def _is_name(keys: tuple[str, ...], value: str) -> bool:
    held = _held(keys)
    return held is Held.NAME or (held is Held.IDENTIFIER and not _IDENTIFIER.fullmatch(value))


class Held(Enum):
    """What a value holds."""

    NAME = "a name"
    IDENTIFIER = "an identifier, in whose place someone may type a name"
    OTHER = "neither"


@lru_cache(maxsize=4096)
def _held(keys: tuple[str, ...]) -> Held:
    """What stands below these keys, from the root of the record on."""
    key = keys[-1] if keys else ""
    if key == PERSON_KEY or key in REFERENCES or key in _identified():
        return Held.IDENTIFIER
    if key == NAME and NAMED_THINGS.isdisjoint(keys[-2:-1]):
        return Held.NAME
    if not _all_keys().issuperset(keys):
        return Held.IDENTIFIER  # below a misspelt key all may be a name
    if PERSON_LISTS.isdisjoint(keys):
        return Held.OTHER
    return Held.NAME if key == NAME or key not in _known_keys() else Held.OTHER


@cache
def _identified() -> frozenset[str]:
    """The keys whose value is a day, a reference or a word of the model wherever they stand."""
    texts: set[str] = set()
    others: set[str] = set()
    for model in _models_below(Alue, Kokous, Seuranta):
        for name, field in fields_of(model).items():
            chosen = field.reference or field.choices
            day = _names(model.model_fields[name].annotation, date)
            (others if chosen or day else texts).add(name)
    return frozenset(others - texts)


def _models_below(*roots: type[Malli]) -> set[type[Malli]]:
    below = [item for root in roots for field in fields_of(root).values() for item in field.models]
    return {*roots, *(_models_below(*below) if below else ())}


def _names(annotation: Any, wanted: type) -> bool:  # noqa: ANN401 (a type as typing sees it)
    return annotation is wanted or any(_names(item, wanted) for item in get_args(annotation))


@cache
def _all_keys() -> frozenset[str]:
    """Every key that the model knows anywhere."""
    return frozenset(_keys_below(Alue) | _keys_below(Kokous) | _keys_below(Seuranta))


def _keys_below(model: type[Malli]) -> set[str]:
    fields = fields_of(model)
    below = (_keys_below(item) for field in fields.values() for item in field.models)
    return set(fields).union(*below)


@cache
def _known_keys() -> frozenset[str]:
    """The keys that may stand under a person and hold no name."""
    models = (
        *(Nimetty, NimettyVarajasen, NimettyJohtaja, Asiantuntija),
        *(Allekirjoitus, Paatos, Kielitekstit),
    )
    return frozenset(name for model in models for name in fields_of(model)) - {NAME}


def _masked(text: str, line: int, span: Span, what: re.Pattern[str] | None = None) -> str:
    """The line with what the span holds of it masked: all of it, or what the pattern finds."""
    if not span.line <= line <= span.end_line:
        return text
    first = span.column - 1 if line == span.line else 0
    last = span.end_column - 1 if line == span.end_line else len(text)
    held = text[first:last]
    hidden = what.sub(_dots, held) if what else MASK * len(held)
    return text[:first] + hidden + text[last:]
