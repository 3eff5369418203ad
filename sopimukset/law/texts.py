"""The free text of a file: where it stands, and the day by which each text is judged.

Rules of wording ask for it often and find something seldom. So the file's text is gathered once,
without places, to tell whether a word occurs at all; places and days are worked out for a file in
which it does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sopimukset.model import Jakso, Kielitekstit, Malli, Seuranta, Sopimus, Tavoite
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
        small: a line break and the text in small letters, for asking whether a word occurs in it.
        day: the day that decides: the document's, the meeting's, the period's last one, else the
            day on which the record is judged.
    """

    path: Path
    text: str
    small: str
    day: date


def wording(model: Malli) -> str:
    """All free text of a file in small letters, each text after a line break.

    It is for asking whether a word occurs in the file.
    """
    found: list[str] = []
    _gather(model, found)
    return cleaned("\n".join(("", *found))).lower()


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


@dataclass(frozen=True, slots=True)
class _Plan:
    """What to look at in a model.

    Attributes:
        texts: fields that hold text.
        below: fields below which text may stand.
        names: both, in that order.
        day: see `_day_finder`.
    """

    texts: tuple[str, ...]
    below: tuple[str, ...]
    names: tuple[str, ...]
    day: Callable[[Any, date], date] | None


@cache
def _plan(model: type[Malli]) -> _Plan:
    texts, below = _fields(model)
    return _Plan(texts, below, (*texts, *below), _day_finder(model))


@cache
def _fields(model: type[Malli]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if issubclass(model, Kielitekstit):
        return LANGUAGES, tuple(name for name, field in fields_of(model).items() if field.models)
    texts, below = [], []
    for name, field in fields_of(model).items():
        if Kielitekstit in field.models or (name in PLAIN and not field.models):
            texts.append(name)
        elif any(any(_fields(item)) for item in field.models):
            below.append(name)
    return tuple(texts), tuple(below)


def _gather(model: Malli, found: list[str]) -> None:
    plan = _plan(type(model))
    values: dict[str, Any] = model.__dict__
    for name in plan.texts:
        value = values[name]
        if isinstance(value, str):
            found.append(value)
        elif value is not None:
            _gather_from(value, found)
    for name in plan.below:
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
    plan = _plan(type(model))
    own = plan.day(model, day) if plan.day else day
    values: dict[str, Any] = model.__dict__
    for name in plan.names:
        value = values[name]
        if value is not None and value != ():
            _passages_in(value, (*path, name), own, found)


def _passages_in(value: Any, path: Path, day: date, found: list[Passage]) -> None:  # noqa: ANN401
    if isinstance(value, str):
        text = cleaned(value)
        found.append(Passage(path, text, f"\n{text.lower()}", day))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _passages_in(item, (*path, index), day, found)
    else:
        _passages(value, path, day, found)


def _day_finder(model: type[Malli]) -> Callable[[Any, date], date] | None:
    """Gives the day that decides for the texts of such a part; None where it has none of its own.

    It is asked with the part and the day of what the part stands in.
    """
    own: dict[type[Malli], Callable[[Any, date], date]] = {
        Sopimus: _agreed,
        Seuranta: _followed,
        Tavoite: _set,
    }
    if model in own:
        return own[model]
    if "pvm" in model.model_fields:
        return _recorded
    return _held if issubclass(model, Jakso) else None


def _recorded(model: Any, day: date) -> date:  # noqa: ANN401 (any part with a day)
    dated: date | None = model.pvm
    return dated or day


def _held(model: Jakso, day: date) -> date:
    return _within(model.alkaen, model.paattyen, day)


def _followed(model: Seuranta, day: date) -> date:
    return model.seurantajakso.paattyen or model.seurantajakso.alkaen or day


def _set(model: Tavoite, day: date) -> date:
    return model.asetettu.pvm if model.asetettu and model.asetettu.pvm else day


def _within(first: date | None, last: date | None, day: date) -> date:
    """The day, moved into the days on which the part holds."""
    if first is not None and day < first:
        return first
    return last if last is not None and last < day else day


def _agreed(model: Sopimus, day: date) -> date:
    """The later of the start of validity and the last signature."""
    days = [item.pvm for item in model.allekirjoitukset if item.pvm is not None]
    if model.voimassa is not None and model.voimassa.alkaen is not None:
        days.append(model.voimassa.alkaen)
    return max(days, default=day)
