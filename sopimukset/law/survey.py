"""One quick look over files, without places: what they say and refer to, what may be wrong.

Nearly every file is sound and holds none of the words that rules look for. So the rules first ask
this look, and walk the file with places (`law.texts`) only where there is something to point at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sopimukset.law.texts import LANGUAGES, text_fields
from sopimukset.model import Jakso, Malli
from sopimukset.model.structure import Field, branches, fields_of

IDENTIFIER = "tunnus"


@dataclass(slots=True)
class Survey:
    """What stands in the files, in no particular order.

    Attributes:
        texts: their free texts as they are written, each language by itself.
        references: what their fields refer to, by kind.
        doubled: whether some list has an identifier twice.
        reversed: whether some period ends before it begins.
    """

    texts: list[str] = field(default_factory=list)
    references: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    doubled: bool = False
    reversed: bool = False


Look = Callable[[Iterable[Malli], Survey], None]
"""Adds to a survey what models of one kind hold."""


def survey(models: Iterable[Malli]) -> Survey:
    """Look once at everything in the models that can be any of these."""
    found = Survey()
    for model in models:
        _LOOKS[type(model)]((model,), found)
    return found


class _Looks(dict[type[Malli], Look]):
    """A function for each kind of model, made of its fields when it is first met.

    Every field of every file passes here. A function that names its fields asks half as much of
    each as one that is told of them: no field's kind is looked up, no step taken for nothing.
    """

    def __missing__(self, model: type[Malli]) -> Look:
        """Write it and keep it."""
        below = _below(model)
        names: dict[str, Any] = {"look_at": self, "doubled": _doubled, "add_texts": _add_texts}
        for name, item in below.items():
            (names[f"kind_{name}"],) = item.models  # of two kinds there is none in one field
        exec(_source(model, below), names)  # noqa: S102 (our own lines and names of our own fields)
        look: Look = names["look"]
        self[model] = look
        return look


_LOOKS = _Looks()

_LOOK = """
def look(models, found):
    texts, told = found.texts, found.references
    {lists}
    for model in models:
        held = model.__dict__
        {fields}
    {below}
"""
_TEXT = """
        if value := held["{name}"]:
            if value.__class__ is str:
                texts.append(value)
            else:
                add_texts(value, texts)
"""
_LAST_DAY = """
        if value := held["paattyen"]:
            first = held["alkaen"]
            if first is not None and value < first:
                found.reversed = True
"""
_REFERENCE = """
        if value := held["{name}"]:
            if value.__class__ is str:
                told["{kind}"].append(value)
            else:
                told["{kind}"] += value
"""
_PART = """
        if value := held["{name}"]:
            part_{name}.append(value)
"""
_PARTS = """
        if value := held["{name}"]:
            part_{name} += value
"""
_NAMED = """
            if len(value) > 1 and doubled(value):
                found.doubled = True
"""
_BELOW = """
    if part_{name}:
        look_at[kind_{name}](part_{name}, found)
"""


def _below(model: type[Malli]) -> dict[str, Field]:
    """The fields of a model below which there is something to see; texts are no models here."""
    below, texts = dict(branches(model, _holds)), text_fields(model)
    fields = fields_of(model).items()
    return {
        name: item
        for name, item in fields
        if name in below and name not in texts and not item.reference
    }


def _source(model: type[Malli], below: Mapping[str, Field]) -> str:
    """The function of a model; names of fields stand in it only behind `part_` and `kind_`."""
    fields = [_TEXT.format(name=name) for name in text_fields(model)]
    if issubclass(model, Jakso):
        fields.append(_LAST_DAY)
    for name, item in fields_of(model).items():
        if item.reference:
            fields.append(_REFERENCE.format(name=name, kind=item.reference))
    fields += [_part(name, item) for name, item in below.items()]
    return _LOOK.format(
        lists="".join(f"\n    part_{name} = []" for name in below),
        fields="".join(fields) or "pass",
        below="".join(_BELOW.format(name=name) for name in below),
    )


def _part(name: str, item: Field) -> str:
    named = item.many and any(IDENTIFIER in model.model_fields for model in item.models)
    return (_PARTS if item.many else _PART).format(name=name) + (_NAMED if named else "")


def _holds(model: type[Malli]) -> bool:
    """Whether there is something to see in a model itself."""
    fields = fields_of(model)
    told = bool(text_fields(model)) or any(item.reference for item in fields.values())
    return told or IDENTIFIER in fields or issubclass(model, Jakso)


def _add_texts(value: Any, texts: list[str]) -> None:  # noqa: ANN401 (in languages, or a list)
    if isinstance(value, tuple):
        for item in value:
            if item.__class__ is str:
                texts.append(item)
            else:
                _add_texts(item, texts)
    else:
        held = value.__dict__
        texts += [held[name] for name in LANGUAGES if held[name] is not None]


def _doubled(items: Sequence[Malli]) -> bool:
    return len({item.__dict__.get(IDENTIFIER) for item in items}) < len(items)
