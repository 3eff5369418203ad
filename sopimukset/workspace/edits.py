"""Safe corrections of one file: what can be meant in one way only, each edit verified by reading.

What is safe is decided in docs/decisions/2026-11-22-safe-corrections.md. A correction that can't
be verified is left to a person and said.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from sopimukset.base.dates import finnish_day, iso_day
from sopimukset.base.speech import mark, say
from sopimukset.findings import Finding
from sopimukset.formats.yaml import Document, read
from sopimukset.formats.yaml.edit import (
    Change,
    EditError,
    add_after,
    apply,
    fill,
    rename_key,
    reorder,
    replace_text,
)
from sopimukset.formats.yaml.mending import mend
from sopimukset.model import Malli
from sopimukset.model.paths import NATURAL_KEYS, Path, find_path, path_text
from sopimukset.model.structure import fields_at
from sopimukset.workspace.record import MAX_BYTES, parse_record
from sopimukset.workspace.translate import DAY, UNKNOWN_KEY, Refusal, refusals

START = "alkaen"
TERMS = "toimikaudet"
DATED = frozenset({name for name, keys in NATURAL_KEYS.items() if keys == (START,)} | {TERMS})
"""The lists that hold one holder or term after another."""

CHARACTER = "M03"

DAY_DONE = mark("päivä {vanha} muotoon {uusi}")
KEY_DONE = mark("avain {vanha} muotoon {uusi}")
ORDER_DONE = mark("{polku}: aikajärjestykseen")
ORDER_LEFT = mark("Luettelo {polku} ei ole aikajärjestyksessä: {syy}.")
ADDED = mark("{polku}: lisätty {avain}: {arvo}")
ADD_LEFT = mark("Kohtaan {polku} ei lisätty avainta {avain}: {syy}.")
FILL_LEFT = mark("Kohdan {polku} avain {avain} jäi tyhjäksi: {syy}.")
REFERRED = mark("tunnistettu puute viittaa sen kohtaan järjestysnumerolla")
UNDATED = mark("kaikilla kohdilla ei ole alkamispäivää")


@dataclass(frozen=True, slots=True)
class Correction:
    """Something that was put right.

    Attributes:
        line: in the file as it was.
        code: the finding that it mends, "" for the order of a list.
        text: what was done, in the language of the run; it names no person.
    """

    line: int
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Left:
    """Something that a person has to put right.

    Attributes:
        line: in the file as it is after the corrections.
        code: the finding's, "" for the order of a list.
        message: what is wrong and why it was left.
        advice: what to do.
        broken: whether the file's form stays broken, which is an error.
    """

    line: int
    code: str
    message: str
    advice: str
    broken: bool


@dataclass(frozen=True, slots=True)
class Corrected:
    """A file before and after.

    Attributes:
        file: the path from the workspace's root, with `/`.
    """

    file: str
    before: bytes
    after: bytes
    done: tuple[Correction, ...] = ()
    left: tuple[Left, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the file becomes another one."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Addition:
    """An entry that the record lacks and that follows from what it holds.

    Attributes:
        code: the finding that it mends.
        after: the path of the entry behind which it belongs.
        key, value: the entry; where the key is there without a value, the value is filled in.
        hindrance: why it is not to be added after all (to be said), "" where nothing speaks
            against it.
    """

    code: str
    after: Path
    key: str
    value: str
    hindrance: str = ""


Additions = Callable[[Any], Iterable[Addition]]
"""Gives, for a file's data, what is to be added to it."""


def corrected(
    region: str, file: str, source: bytes, model: type[Malli], additions: Additions
) -> Corrected:
    """Correct a file's bytes. Never raises for what the file holds.

    Args:
        region: the region's folder.
        file: the path from the workspace's root, with `/`.
        source: the file as it lies on disk.
        model: what the file is to fit.
        additions: gives what the file lacks.
    """
    try:
        text = source.decode()
    except UnicodeDecodeError:
        text = ""
    if not text or len(source) > MAX_BYTES or "\0" in text:
        return Corrected(file, source, source, (), tuple(_broken(region, file, source, model)))
    mended = mend(text)
    work = _Work(read(mended.text.encode()), model)
    work.done += [Correction(line, CHARACTER, say(text)) for line, text in mended.done]
    if work.document.data is None:
        after = mended.text.encode()
    else:
        work.run(additions)
        after = work.document.text.encode()
    left = (*_broken(region, file, after, model), *work.left)
    done = tuple(sorted(work.done, key=lambda item: (item.line, item.code)))
    return Corrected(file, source, after, done, left)


@dataclass(slots=True)
class _Work:
    """A file while it is being corrected, correction by correction."""

    document: Document
    model: type[Malli]
    done: list[Correction] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)

    def run(self, additions: Additions) -> None:
        """Every kind of correction. Lines are added last and from the end, so that none moves."""
        self.mend_refusals(UNKNOWN_KEY, _renaming)
        self.mend_refusals(DAY, _day)
        for path in list(_unordered(self.document.data)):
            self.put_in_order(path)
        wanted = sorted(additions(self.document.data), key=self.place, reverse=True)
        for addition in wanted:
            self.add(addition)

    def place(self, addition: Addition) -> tuple[int, int]:
        """Where an addition's neighbour stands."""
        span = self.document.value_span(addition.after)
        return span.line, span.column

    def mend_refusals(self, code: str, mend_one: _MendOne) -> None:
        """Mend the model's refusals of one code, each once; one mended may bring up others."""
        tried: set[Path] = set()
        while True:
            for refusal in _refusals(self.document.data, self.model):
                if refusal.code == code and refusal.path not in tried:
                    tried.add(refusal.path)
                    if self.mend_one(refusal, mend_one):
                        break
            else:
                return

    def mend_one(self, refusal: Refusal, mend_one: _MendOne) -> bool:
        """Mend one refusal; False where it isn't plain how. The finding itself tells of it."""
        try:
            made = mend_one(self.document, self.model, refusal.path)
            if made is None:
                return False
            line = self.document.nearest_span(refusal.path).line
            self.document = apply(self.document, made.change)
        except (EditError, KeyError):
            return False
        self.done.append(Correction(line, refusal.code, made.text))
        return True

    def put_in_order(self, path: Path) -> None:
        """Put a dated list in order of time."""
        data = self.document.data
        line = self.document.key_span(path).line
        name = path_text(data, path)
        try:
            change = reorder(self.document, path, _order(_value(data, path)))
            if _referred(data, change.data):
                raise EditError(REFERRED)
            self.document = apply(self.document, change)
        except EditError as error:
            message = say(ORDER_LEFT).format(polku=name, syy=say(str(error)))
            advice = say("Järjestä kohdat itse.")
            self.left.append(Left(line, "", message, advice, broken=False))
        else:
            self.done.append(Correction(line, "", say(ORDER_DONE).format(polku=name)))

    def add(self, addition: Addition) -> None:
        """Add an entry, or say why not."""
        path = addition.after[:-1]
        name = path_text(self.document.data, path)
        place = (*path, addition.key)
        empty = addition.key in _value(self.document.data, path)
        line = self.document.key_span(place if empty else addition.after).line
        try:
            if addition.hindrance:
                raise EditError(addition.hindrance)
            if empty:
                change = fill(self.document, place, addition.value)
            else:
                change = add_after(self.document, addition.after, addition.key, addition.value)
            self.document = apply(self.document, change)
        except EditError as error:
            left = FILL_LEFT if empty else ADD_LEFT
            message = say(left).format(polku=name, avain=addition.key, syy=say(str(error)))
            advice = say("Kirjaa päivä itse.")
            self.left.append(Left(line, addition.code, message, advice, broken=False))
        else:
            text = say(ADDED).format(polku=name, avain=addition.key, arvo=addition.value)
            self.done.append(Correction(line, addition.code, text))


@dataclass(frozen=True, slots=True)
class _Made:
    """A change with what it does, in the language of the run."""

    change: Change
    text: str


_MendOne = Callable[[Document, type[Malli], Path], _Made | None]


def _renaming(document: Document, model: type[Malli], path: Path) -> _Made | None:
    """A key that differs from a known one only by accents, capitals, spaces or hyphens."""
    key = str(path[-1])
    known = fields_at(model, path[:-1])
    meant = [name for name in known if _bare(name) == _bare(key)]
    if len(meant) != 1:
        return None
    text = say(KEY_DONE).format(vanha=key, uusi=meant[0])
    return _Made(rename_key(document, path, meant[0]), text)


def _bare(key: str) -> str:
    parts = unicodedata.normalize("NFKD", key.casefold())
    letters = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return letters.replace("-", "_").replace(" ", "_")


def _day(document: Document, _model: type[Malli], path: Path) -> _Made | None:
    """A day that was typed as 1.3.2026."""
    written = str(_value(document.data, path)).strip()
    day = finnish_day(written)
    if day is None:
        return None
    new = day.isoformat()
    change = replace_text(document, path, written, new)
    return _Made(change, say(DAY_DONE).format(vanha=written, uusi=new))


def _refusals(data: Any, model: type[Malli]) -> list[Refusal]:  # noqa: ANN401 (YAML data)
    try:
        model.model_validate(data)
    except ValidationError as error:
        return refusals(model, data, error.errors(include_url=False))
    return []


def _broken(region: str, file: str, source: bytes, model: type[Malli]) -> Iterator[Left]:
    """What stays wrong with the form of a file."""
    for item in parse_record(region, file, source, model).findings:
        yield _left(item)


def _left(finding: Finding) -> Left:
    return Left(finding.line, finding.code, finding.message, finding.advice, broken=True)


def _unordered(data: Any, path: Path = ()) -> Iterator[Path]:  # noqa: ANN401 (YAML data)
    """The dated lists that are not in order of time."""
    if isinstance(data, dict):
        for key, value in data.items():
            here = (*path, key)
            if key in DATED and isinstance(value, list) and _is_unordered(value):
                yield here
            yield from _unordered(value, here)
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from _unordered(item, (*path, index))


def _is_unordered(items: list[Any]) -> bool:
    """Whether the days that are known are out of order."""
    starts = [day for day in map(_start, items) if day]
    return starts != sorted(starts)


def _order(items: list[Any]) -> list[int]:
    """The indices in order of time; items of the same day stay as they are to one another.

    Raises:
        EditError: an item has no day.
    """
    starts = [_start(item) for item in items]
    if not all(starts):
        raise EditError(UNDATED)
    return sorted(range(len(items)), key=lambda index: starts[index])


def _start(item: Any) -> str:  # noqa: ANN401 (YAML data)
    """The day on which an item begins, as ISO text, which sorts as days do; "" without one."""
    start = item.get(START) if isinstance(item, dict) else None
    return start if isinstance(start, str) and iso_day(start) else ""


def _referred(before: Any, after: Any) -> bool:  # noqa: ANN401 (YAML data)
    """Whether a recorded place would come to mean something else."""
    defects = before.get("tunnistetut_puutteet")
    for defect in defects if isinstance(defects, list) else []:
        place = defect.get("kohta") if isinstance(defect, dict) else None
        if isinstance(place, str) and _found(before, place) != _found(after, place):
            return True
    return False


def _found(data: Any, place: str) -> Any:  # noqa: ANN401 (YAML data)
    path = find_path(data, place)
    return None if path is None else _value(data, path)


def _value(data: Any, path: Path) -> Any:  # noqa: ANN401 (YAML data)
    for step in path:
        data = data[step]
    return data
