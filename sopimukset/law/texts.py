"""The free text of a file: where it stands, and the day by which each text is judged.

The rules that point at places of a file, those of wording and those of its consistency, share one
walk of it. Most regions give them no cause to: `law.survey` tells beforehand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sopimukset.base.once import once
from sopimukset.model import Jakso, Kielitekstit, Malli, Seuranta, Sopimus, Tavoite
from sopimukset.model.structure import fields_of

if TYPE_CHECKING:
    from sopimukset.model import Teksti

Path = tuple[str | int, ...]

PLAIN = frozenset({"peruste", "perusta", "syy", "muut_lasna"})
"""Fields of plain text that people write sentences or citations into."""

LANGUAGES = ("fi", "sv")
END = "\0"
"""Parts texts from each other: a file that holds it, as an escape, is no record (M07)."""

_BETWEEN = f"{END}\n"
SOFT_HYPHEN = "\u00ad"


class Passage(NamedTuple):
    """A text in one language.

    Attributes:
        path: its place in the file.
        text: as it is written, but for soft hyphens and letters in pieces.
        day: the day that decides: the document's, the meeting's, the period's last one, else the
            day on which the record is judged.
    """

    path: Path
    text: str
    day: date


class Part(NamedTuple):
    """A model of a file, with the day that decides for the texts that stand in it."""

    path: Path
    model: Malli
    day: date


def parts(model: Malli, as_of: date) -> list[Part]:
    """Every model of a file but its texts, each before what stands in it."""
    found: list[Part] = []
    _add_parts(model, (), as_of, found)
    return found


def passages(model: Malli, as_of: date) -> list[Passage]:
    """Every free text of a file, each language by itself, with its place and its day."""
    return passages_in(parts(model, as_of))


def written(path: Path, text: Teksti | None) -> Iterator[tuple[Path, str, str | None]]:
    """A text in each of its languages: its place, its words as they are read, the language.

    The language is None where the text is given in no language of its own.
    """
    if isinstance(text, str):
        yield path, cleaned(text), None
    elif text is not None:
        for language in LANGUAGES:
            own: str | None = getattr(text, language)
            if own is not None:
                yield (*path, language), cleaned(own), language


class Wording:
    """Several texts together, to ask whether and in which of them a word occurs.

    Attributes:
        texts: each as `Passage.text` gives it, those that are alike once.
        plain: all of them, `END` and a new line between each two, so that no number or word goes
            on from one to the next.
        letters: the same in Latin-1, a `?` for what it lacks.
        small: the same in small letters, each text after a new line and before `END`: with one
            byte a letter it is searched twice as fast.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = list(dict.fromkeys(texts))
        self.plain = _BETWEEN.join(self.texts)
        try:
            self.letters = self.plain.encode("latin-1")
            rare = SOFT_HYPHEN in self.plain
        except UnicodeEncodeError:
            rare = True
        if rare:  # else nothing of it can be in pieces
            self.texts = [cleaned(text) for text in self.texts]
            self.plain = _BETWEEN.join(self.texts)
            self.letters = _without_odd_signs(self.plain).encode("latin-1", "replace")
        self.small = f"\n{self.letters.translate(_SMALL).decode('latin-1')}{END}"
        self._known: dict[str, tuple[list[int], str]] = {}
        self._occurring: dict[int, set[str]] = {}

    def occurring(self, stems: tuple[str, ...]) -> list[str]:
        """Those of the stems that occur anywhere.

        The stems are Latin-1, as `small_letters` gives them.
        """
        if stems not in _SOUGHT.known:  # as once in a process
            _SOUGHT.add(stems)
        known = len(_SOUGHT.known)  # others may have asked of other texts since
        found = self._occurring.get(known)
        if found is None:
            found = self._occurring[known] = self._search()
        return [] if found.isdisjoint(stems) else [stem for stem in stems if stem in found]

    def _search(self) -> set[str]:
        """Of all stems that anybody has looked for, those that occur: rules share many of them.

        A single sign is found, or found missing, in a tenth of the time of a word.
        """
        small = self.small
        found: set[str] = set()
        for sign, several in _SOUGHT.by_sign.items():
            if sign in small:
                found.update(filter(small.__contains__, several))
        return found

    def having(self, stem: str) -> list[int]:
        """The numbers of the texts that the stem occurs in."""
        return [self.small[:start].count(END) for start in self._held_by(stem)[0]]

    def around(self, stem: str) -> str:
        """The texts that the stem occurs in, as they stand in `small`: no stem goes on from one."""
        return self._held_by(stem)[1]

    def _held_by(self, stem: str) -> tuple[list[int], str]:
        """Where they begin, and themselves; remembered, for rules share many a stem."""
        known = self._known.get(stem)
        if known is not None:
            return known
        small, starts, held = self.small, [], []
        at = small.find(stem)
        while at >= 0:
            start, end = small[:at].rfind(END) + 1, small.find(END, at)
            starts.append(start)
            held.append(small[start:end])
            at = small.find(stem, end)
        self._known[stem] = found = (starts, END.join(held))
        return found

    def small_one(self, number: int) -> str:
        """The text of that number as it stands in `small`, after a new line."""
        return self._small_ones[number]

    @once
    def _small_ones(self) -> list[str]:
        return self.small.split(END)


def passages_in(parts: Iterable[Part]) -> list[Passage]:
    """The free texts of the parts of a file."""
    found: list[Passage] = []
    for path, model, day in parts:
        values: dict[str, Any] = model.__dict__
        for name in _plan(type(model)).texts:
            value = values[name]
            if value is not None and value != ():
                _add_passages(value, (*path, name), day, found)
    return found


_END = re.compile(
    r"[\s;]"  # each end begins with one of these: the rest of a text is passed over quickly
    r"(?:(?<=[.!?;]\s)\s*(?=[\"'”(\[]?[A-ZÅÄÖ0-9])|(?<=;)\s+|(?<=\n)\s*(?:\n|[-–•*]\s))"
)


def split_sentences(text: str) -> Iterator[str]:
    """The sentences of a text as they are written, each on one line.

    A point ends one only before a capital letter or a number, so that abbreviations don't; items
    of a list are sentences.
    """
    for sentence in _END.split(text):
        plain = " ".join(sentence.split())
        if plain:
            yield plain


def cleaned(text: str) -> str:
    """The text as it is read: no soft hyphens, each letter one character."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.replace(SOFT_HYPHEN, ""))


def small_letters(text: str) -> str:
    """The text in small letters, as long as it was, a dash as a hyphen, a quote as a straight one.

    Patterns without letter case take three foreign letters for an i or an s; so does this.
    """
    return _without_odd_signs(text).lower()


def _without_odd_signs(text: str) -> str:
    plain = text.replace("İ", "i").replace("ı", "i").replace("ſ", "s")
    return plain.replace("–", "-").replace("”", '"')


_SMALL = "".join(map(chr, range(256))).lower().encode("latin-1")
"""The small letter of each letter of Latin-1."""


SHARED = (
    *("/201", "käytt", "tunnu", "kotoutumis", "spalvelust", "plan", "asiakassuh", "asiakas"),
    *("ation", "kesku", "toimisto"),
)
"""Parts that several stems share, so that nearly every text is searched for the part alone."""

RARE = (*'@"(wåx', *SHARED, *"/bcf0123456789-gd")
"""What is rare in Finnish text, the rarest first; many a stem is Swedish, or a number."""


class _Sought:
    """All stems that were looked for in this process, so that each text is searched but once.

    Attributes:
        known: the stems as they were asked for together.
        by_sign: each stem once, by the rarest sign, or shared part, that it holds; "" for none.
    """

    def __init__(self) -> None:
        self.known: set[tuple[str, ...]] = set()
        self.by_sign: dict[str, dict[str, None]] = {}

    def add(self, stems: tuple[str, ...]) -> None:
        """Look for these too from now on."""
        self.known.add(stems)
        for stem in stems:
            rarest = next((sign for sign in RARE if sign in stem), "")
            self.by_sign.setdefault(rarest, {})[stem] = None


_SOUGHT = _Sought()


@cache
def text_fields(model: type[Malli]) -> tuple[str, ...]:
    """The fields of a model that hold free text, or lists of it."""
    own = LANGUAGES if issubclass(model, Kielitekstit) else ()
    found = (
        name
        for name, field in fields_of(model).items()
        if Kielitekstit in field.models or name in PLAIN
    )
    return (*own, *found)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What to look at in a model.

    Attributes:
        texts: fields that hold text, or lists of it.
        below: fields that hold other models, with whether the field is a list.
        day: see `_day_finder`.
    """

    texts: tuple[str, ...]
    below: tuple[tuple[str, bool], ...]
    day: Callable[[Any, date], date] | None


@cache
def _plan(model: type[Malli]) -> _Plan:
    texts = text_fields(model)
    below = [
        (name, field.many)
        for name, field in fields_of(model).items()
        if field.models and name not in texts
    ]
    return _Plan(texts, tuple(below), _day_finder(model))


def _add_parts(model: Malli, path: Path, day: date, found: list[Part]) -> None:
    plan = _plan(type(model))
    own = plan.day(model, day) if plan.day else day
    found.append(Part(path, model, own))
    values: dict[str, Any] = model.__dict__
    for name, many in plan.below:
        value = values[name]
        if value is None:
            continue
        if many:
            for index, item in enumerate(value):
                _add_parts(item, (*path, name, index), own, found)
        else:
            _add_parts(value, (*path, name), own, found)


def _add_passages(value: Any, path: Path, day: date, found: list[Passage]) -> None:  # noqa: ANN401
    if isinstance(value, str):
        found.append(Passage(path, cleaned(value), day))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _add_passages(item, (*path, index), day, found)
    else:
        for name in LANGUAGES:
            text = getattr(value, name)
            if text is not None:
                _add_passages(text, (*path, name), day, found)


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
