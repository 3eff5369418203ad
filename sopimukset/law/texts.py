"""The free text of a file: where it stands, and the day by which each text is judged.

Rules of wording ask for it often and find something seldom. So the file's text is gathered once,
without places, to tell whether a word occurs at all; places and days are worked out for a file in
which it does.
"""

from __future__ import annotations

import unicodedata
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sopimukset.model import Kielitekstit, Malli, Seuranta, Sopimus, Tavoite
from sopimukset.model.structure import fields_of

Path = tuple[str | int, ...]

PLAIN = frozenset({"peruste", "perusta", "syy", "muut_lasna"})
"""Fields of plain text that people write sentences or citations into."""

LANGUAGES = ("fi", "sv")
SOFT_HYPHEN = "\u00ad"


class Passage(NamedTuple):
    """A text in one language.

    Attributes:
        path: its place in the file.
        text: as it is written, but for soft hyphens and letters in pieces.
        small: the text in small letters, for asking whether a word occurs in it.
        day: the day that decides: the document's, the meeting's, the period's last one, else the
            day on which the record is judged.
    """

    path: Path
    text: str
    small: str
    day: date


def wording(model: Malli) -> str:
    """All free text of a file in small letters, for asking whether a word occurs in it."""
    found: list[str] = []
    _gather(model, found)
    return "\n".join(map(cleaned, found)).lower()


def passages(model: Malli, as_of: date) -> list[Passage]:
    """Every free text of a file, each language by itself, with its place and its day."""
    found: list[Passage] = []
    _passages(model, (), as_of, found)
    return found


def cleaned(text: str) -> str:
    """The text as it is read: no soft hyphens, each letter one character."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.replace(SOFT_HYPHEN, ""))


@cache
def _plan(model: type[Malli]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields of a model that hold text, and those below which text may stand."""
    if issubclass(model, Kielitekstit):
        below = tuple(name for name, field in fields_of(model).items() if field.models)
        return LANGUAGES, below
    texts, below_names = [], []
    for name, field in fields_of(model).items():
        if Kielitekstit in field.models or (name in PLAIN and not field.models):
            texts.append(name)
        elif any(any(_plan(item)) for item in field.models):
            below_names.append(name)
    return tuple(texts), tuple(below_names)


def _gather(model: Malli, found: list[str]) -> None:
    texts, below = _plan(type(model))
    values: dict[str, Any] = model.__dict__
    for name in texts:
        value = values[name]
        if isinstance(value, str):
            found.append(value)
        elif value is not None:
            _gather_from(value, found)
    for name in below:
        value = values[name]
        if value is not None:
            _gather_from(value, found)


def _gather_from(value: Any, found: list[str]) -> None:  # noqa: ANN401 (a field of any model)
    if isinstance(value, tuple):
        for item in value:
            _gather_from(item, found)
    elif isinstance(value, str):
        found.append(value)
    else:
        _gather(value, found)


def _passages(model: Malli, path: Path, day: date, found: list[Passage]) -> None:
    own = _day(model, day)
    values: dict[str, Any] = model.__dict__
    for names in _plan(type(model)):
        for name in names:
            value = values[name]
            if value is not None and value != ():
                _passages_in(value, (*path, name), own, found)


def _passages_in(value: Any, path: Path, day: date, found: list[Passage]) -> None:  # noqa: ANN401
    if isinstance(value, str):
        text = cleaned(value)
        found.append(Passage(path, text, text.lower(), day))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _passages_in(item, (*path, index), day, found)
    else:
        _passages(value, path, day, found)


def _day(model: Malli, day: date) -> date:
    """The day that decides for the texts of a part; `day` is that of what it stands in."""
    if isinstance(model, Sopimus):
        return _agreed(model) or day
    if isinstance(model, Seuranta):
        return model.seurantajakso.paattyen or model.seurantajakso.alkaen or day
    if isinstance(model, Tavoite):
        return model.asetettu.pvm if model.asetettu and model.asetettu.pvm else day
    values: dict[str, Any] = model.__dict__
    dated: date | None = values.get("pvm")
    return dated or _within(values.get("alkaen"), values.get("paattyen"), day)


def _within(first: date | None, last: date | None, day: date) -> date:
    """The day, moved into the days on which the part holds."""
    if first is not None and day < first:
        return first
    return last if last is not None and last < day else day


def _agreed(model: Sopimus) -> date | None:
    """The later of the start of validity and the last signature; None where neither is recorded."""
    days = [item.pvm for item in model.allekirjoitukset if item.pvm is not None]
    if model.voimassa is not None and model.voimassa.alkaen is not None:
        days.append(model.voimassa.alkaen)
    return max(days, default=None)
