"""Where a change is: a path whose items are known by what names them, not by their index.

An index means nothing between two states of a list. An item is known by its `tunnus`, else by
the list's natural key, else, where it is a plain value, by that value; items that nothing names
are told apart by their order (spec README, "natural keys"). Nothing is ever matched by likeness.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from sopimukset.model import Malli, Seuranta
from sopimukset.model.paths import DESCRIBED, IDENTIFIER, NATURAL_KEYS, OPTIONAL

MEETINGS = "kokoukset"
FOLLOW_UPS = "seuranta"
VERSIONS = "versiot"
FILES = (MEETINGS, FOLLOW_UPS, VERSIONS)
"""The lists that a region's further files make up, named like their folders."""

_FILES = {MEETINGS: ("johtoryhma", "pvm"), VERSIONS: ("sopimus", "versio")}
"""A meeting is known by its group and day, a follow-up by its group and its period's days, a
released version by its agreement and number."""

WORD = re.compile(r"[a-z0-9-]+")
"""The same for a plain value: two words may be a name that was typed in small letters."""


@dataclass(frozen=True, slots=True)
class Key:
    """Which item of a list.

    Attributes:
        name: its `tunnus`, natural key or value; "" where nothing names it.
        copy: from 0; tells apart the items of a list that share their name.
        index: from 0, where the item stands: in the newer list, or in the older one if it is gone
            from the newer.
        plain: whether the item is a single value, which may be a word that somebody typed.
    """

    name: str
    copy: int = 0
    index: int = field(default=0, compare=False)
    plain: bool = field(default=False, compare=False)

    @property
    def shown(self) -> bool:
        """Whether the name may stand in a text: it is an identifier, never a person's name."""
        told = WORD if self.plain else IDENTIFIER
        return told.fullmatch(self.name) is not None


Step = str | Key
Path = tuple[Step, ...]
"""A place in a record: keys of mappings, and items of lists."""


def keys_of(items: Sequence[Any], name: str) -> tuple[Key, ...]:
    """What the items of the list called `name` are known by; no two have the same key."""
    seen: Counter[str] = Counter()
    keys = []
    for index, item in enumerate(items):
        own = _own_name(item, name)
        keys.append(Key(own, seen[own], index, not isinstance(item, Malli)))
        seen[own] += 1
    return tuple(keys)


def _own_name(item: Any, name: str) -> str:  # noqa: ANN401 (whatever a list of the model holds)
    if not isinstance(item, Malli):
        return str(item)
    if isinstance(item, Seuranta):
        period = item.seurantajakso
        return " ".join(map(str, filter(None, (item.johtoryhma, period.alkaen, period.paattyen))))
    told = ((part, getattr(item, part)) for part in _naming(type(item), name))
    parts = [value for part, value in told if (name, part) not in OPTIONAL or value is not None]
    named = parts and all(isinstance(part, str | int | date) for part in parts)
    return " ".join(map(str, parts)) if named else ""


@cache
def _naming(model: type[Malli], name: str) -> tuple[str, ...]:
    """The fields that name the items of a list; none where the model lacks one of them."""
    if "tunnus" in model.model_fields:
        return ("tunnus",)
    fields = _FILES.get(name) or NATURAL_KEYS.get(name, ())
    return fields if all(field in model.model_fields for field in fields) else ()


def field_names(path: Iterable[Step]) -> tuple[str, ...]:
    """The keys of a path without its items: which field of the model it leads to."""
    return tuple(step for step in path if isinstance(step, str))


def path_text(path: Sequence[Step]) -> str:
    """The path as people and programs read it: `johtoryhmat[tym].puheenjohtaja[2025-02-01]`."""
    text = name = ""
    for step in path:
        if isinstance(step, Key):
            text += f"[{_item_text(step, name)}]"
        else:
            text += f".{step}" if text else step
            name = step
    return text


def _item_text(key: Key, list_name: str) -> str:
    named = list_name in (*DESCRIBED, *FILES) or key.shown
    return key.name if named and not key.copy else str(key.index)


def value_at(root: Any, path: Sequence[Step]) -> Any:  # noqa: ANN401 (whatever stands there)
    """What stands at a path below a model; None where nothing does."""
    here, name = root, ""
    for step in path:
        if here is None:
            return None
        if isinstance(step, Key):
            here = _item(here, name, step)
        else:
            here = here.get(step) if isinstance(here, dict) else getattr(here, step, None)
            name = step
    return here


def _item(items: Any, name: str, key: Key) -> Any:  # noqa: ANN401
    if not isinstance(items, tuple):
        return None
    for item, own in zip(items, keys_of(items, name), strict=True):
        if own == key:
            return item
    return None


def is_plain(value: object) -> bool:
    """Whether the value is a single one: no mapping, no list, no part of a record."""
    return isinstance(value, str | int | bool | Decimal | date)
