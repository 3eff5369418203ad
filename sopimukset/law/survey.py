"""One quick look over files, without places: what they say and refer to, what may be wrong.

Nearly every file is sound and holds none of the words that rules look for. So the rules first ask
this look, and walk the file with places (`law.texts`) only where there is something to point at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

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


# What a field holds; what refers to something is known by its kind instead.
TEXT: Final = "*"
PART: Final = "."
PARTS: Final = ".."
NAMED_PARTS: Final = "..tunnus"
LAST_DAY: Final = "-"


def survey(models: Iterable[Malli]) -> Survey:
    """Look once at everything in the models that can be any of these."""
    found = Survey()
    told: dict[str, list[str]] = found.references
    told[TEXT] = found.texts
    ahead, plans, kind = list(models), _PLANS, type  # names of a function are at hand
    for model in ahead:  # it grows as we go
        held: dict[str, Any] = model.__dict__
        for name, what in plans[kind(model)]:
            value = held[name]
            if not value:
                continue
            if kind(value) is str:
                told[what].append(value)
            elif what is PART:
                ahead.append(value)
            elif what is PARTS:
                ahead += value
            elif what is NAMED_PARTS:
                ahead += value
                found.doubled |= len(value) > 1 and _doubled(value)
            elif what is LAST_DAY:
                first = held["alkaen"]
                found.reversed |= first is not None and value < first
            elif what is TEXT:
                found.texts += _strings(value)
            else:
                told[what] += value
    del told[TEXT]
    return found


class _Plans(dict[type[Malli], tuple[tuple[str, str], ...]]):
    """The fields of each model to look at, with what they hold."""

    def __missing__(self, model: type[Malli]) -> tuple[tuple[str, str], ...]:
        """Read them from the model when it is first met."""
        self[model] = found = _plan(model)
        return found


_PLANS = _Plans()


def _plan(model: type[Malli]) -> tuple[tuple[str, str], ...]:
    below = dict(branches(model, _holds))
    found = [(name, TEXT) for name in text_fields(model)]
    if issubclass(model, Jakso):
        found.append(("paattyen", LAST_DAY))
    for name, item in fields_of(model).items():
        if item.reference:
            found.append((name, item.reference))
        elif name in below and (name, TEXT) not in found:
            found.append((name, _part(item)))
    return tuple(found)


def _part(item: Field) -> str:
    named = any(IDENTIFIER in model.model_fields for model in item.models)
    return (NAMED_PARTS if named else PARTS) if item.many else PART


def _holds(model: type[Malli]) -> bool:
    """Whether there is something to see in a model itself."""
    fields = fields_of(model)
    told = bool(text_fields(model)) or any(item.reference for item in fields.values())
    return told or IDENTIFIER in fields or issubclass(model, Jakso)


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401 (text in languages, or a list of texts)
    if isinstance(value, tuple):
        for item in value:
            if item.__class__ is str:
                yield item
            else:
                yield from _strings(item)
    else:
        for name in LANGUAGES:
            text = getattr(value, name)
            if text is not None:
                yield text


def _doubled(items: Sequence[Malli]) -> bool:
    return len({item.__dict__.get(IDENTIFIER) for item in items}) < len(items)
