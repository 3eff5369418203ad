"""Names of persons stay out of excerpts: masked by the path they stand at, with equal width."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from typing import Any, get_args

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
from sopimukset.model.paths import PLACE, Path
from sopimukset.model.structure import fields_of
from sopimukset.workspace.vocabulary import is_small_word, register_names

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

REGISTERED = frozenset(
    {*("alue", "hyvinvointialue", "kunnat", "kunta", "oikeushenkilo", "tyollisyysalue")}
)
"""Where a name of the register stands."""

TYPED = frozenset({*("hyvinvointialue", "koodi", "kohta", "kunta", "mittari", "tyollisyysalue")})
"""Keys of the region's file whose value is a word of the program, though the model takes any."""

_IDENTIFIER = re.compile(r"[a-z0-9_/-]+|[\W\d_]+")
"""An identifier, or what holds no letter at all, as a day or a time of day: no name."""

IDENTITY_CODE = re.compile(
    r"[0-9]{6}(?<![0-9A-Za-z][0-9]{6})"  # digits first: the search is several times as fast
    r"[-+A-FU-Ya-fu-y][0-9]{3}[0-9A-FHJ-NPR-Ya-fhj-npr-y](?![0-9A-Za-z])"
)
"""What looks like a Finnish personal identity code, whether its check sign is right or not."""


def masker(data: object) -> Callable[[Path, str], bool]:
    """What tells of each text of a file, by its path, whether it is masked whole.

    A library of clauses is wording that any agreement prints: its own keys hold no names, so its
    text is shown. A name may have been typed into it all the same; below a key that no library
    has all may be one.
    """
    if not _is_library(data):
        return names_person
    known = _keys_of_library()
    return lambda path, text: not known.issuperset(_keys(path)) and names_person(path, text)


def _is_library(data: object) -> bool:
    fields = fields_of(Lausekekirjasto)
    return isinstance(data, dict) and "lausekkeet" in data and set(fields).issuperset(data)


def _keys(path: Path) -> Iterator[str]:
    return (step for step in path if isinstance(step, str))


@cache
def _keys_of_library() -> frozenset[str]:
    return frozenset(_keys_below(Lausekekirjasto))


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


def is_key(word: str) -> bool:
    """Whether a word is a key that the model knows anywhere."""
    return word in _all_keys()


def is_identifier_place(path: Path) -> bool:
    """Whether an identifier or another word of the program belongs at a path."""
    return _held(tuple(_keys(path))) is Held.IDENTIFIER


def stands_in_register(path: Path, value: str) -> bool:
    """Whether the value at a path is a name of the register, where such a name belongs."""
    return not REGISTERED.isdisjoint(_keys(path)) and value in register_names()


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
    return held is Held.NAME or (held is Held.IDENTIFIER and not _is_word(keys[-1:], value))


def _is_word(keys: tuple[str, ...], value: str) -> bool:
    """Whether a value is one of those that are written in such a place, and no name."""
    if _IDENTIFIER.fullmatch(value):
        return True
    if keys in (("koodi",), ("kohta",)):
        return is_small_word(value) or PLACE.fullmatch(value) is not None
    return not REGISTERED.isdisjoint(keys) and value in register_names()


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
            info = model.model_fields[name]
            chosen = field.reference or field.choices or _is_formed(info.annotation, info.metadata)
            day = _names(info.annotation, date)
            (others if chosen or day else texts).add(name)
    return frozenset(others - texts) | TYPED


def _is_formed(annotation: Any, metadata: Iterable[Any]) -> bool:  # noqa: ANN401 (as typing sees it)
    """Whether a text must have a form, as an identifier has; a free one need only say something."""
    forms = {getattr(item, "pattern", None) for item in metadata} - {None, r"\S"}
    below = get_args(annotation)
    within = below[1:] if hasattr(annotation, "__metadata__") else ()
    return bool(forms) or any(_is_formed(item, within) for item in below if item is not Ellipsis)


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
