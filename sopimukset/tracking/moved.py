"""What differs between two contents of an agreement, place by place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sopimukset.model import Kielitekstit, Sisalto
from sopimukset.model.paths import NATURAL_KEYS
from sopimukset.tracking.fingerprints import ORDERED, normal, plain

_WORD = re.compile(r"[a-z0-9][a-z0-9.-]{0,39}")
"""A keyword, an identifier, a day: what may be shown anywhere. Free text may hold a name."""

_LANGUAGES = frozenset(Kielitekstit.model_fields)
"""A text in several languages is one thing."""

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A place at which two contents differ.

    Attributes:
        keys: the way there: names of fields, and what names the items of lists.
        path: the same as people read it: `henkilosto[h-lahti].maara`.
        old, new: what stands there; None where nothing does.
    """

    keys: Keys
    path: str
    old: Any
    new: Any

    @property
    def told(self) -> str:
        """The place, with the values where they are figures, days or keywords, never free text."""
        old, new = _shown(self.old), _shown(self.new)
        return f"{self.path}: {old} → {new}" if old and new else self.path


def moved(old: Sisalto, new: Sisalto) -> list[Moved]:
    """Every place at which two contents differ; empty where their fingerprints are the same."""
    return list(_differences(normal(plain(old)), normal(plain(new)), (), ""))


def _differences(old: Any, new: Any, keys: Keys, path: str) -> Iterator[Moved]:  # noqa: ANN401
    name = keys[-1] if keys else ""
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping) and not _is_text(old):
        for key in dict.fromkeys((*old, *new)):
            here = f"{path}.{key}" if path else key
            yield from _differences(old.get(key), new.get(key), (*keys, key), here)
        return
    before, after = _named(old, name), _named(new, name)
    if before is None or after is None:
        yield Moved(keys, path, old, new)
        return
    if name in ORDERED and _reordered(before, after):
        yield Moved(keys, path, list(before), list(after))
    for item in dict.fromkeys((*before, *after)):
        here = f"{path}[{item}]"
        yield from _differences(before.get(item), after.get(item), (*keys, item), here)


def _is_text(value: Mapping[str, Any]) -> bool:
    """Whether it is one text in several languages."""
    return bool(value) and _LANGUAGES.issuperset(value)


def _named(items: Any, name: str) -> dict[str, Any] | None:  # noqa: ANN401 (plain data)
    """The items of a list by what names them; None for what is no list of named things."""
    if not (isinstance(items, list) or (items is None and name in _NAMES)):
        return None
    found: dict[str, Any] = {}
    for item in items or ():
        own = _own_name(item, name) if isinstance(item, Mapping) else None
        if own is None or own in found:
            return None
        found[own] = item
    return found


def _own_name(item: Mapping[str, Any], name: str) -> str | None:
    keys = ("tunnus",) if "tunnus" in item else NATURAL_KEYS.get(name, ())
    parts = [item.get(key) for key in keys]
    return " ".join(map(str, parts)) if parts and all(parts) else None


_NAMES = (
    *("osapuolet", "johtoryhmat", "toimipisteet", "henkilosto", "nuorten_yhteispalvelu"),
    *("sopimukset", "lausekkeet", "kustannukset", "liitteet", "lausekemuutokset", "muutosvaltuus"),
    *("palvelupisteet", "optiot"),
)
"""The lists of named things, so that the first or the last item of one is told by its name."""


def _reordered(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether what both hold stands in another order."""
    return [key for key in before if key in after] != [key for key in after if key in before]


def _shown(value: Any) -> str:  # noqa: ANN401 (plain data)
    """A value that may be shown to anybody; "" for free text and for what is not there."""
    if isinstance(value, bool):
        return ""
    if isinstance(value, int | Decimal):
        return f"{value}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value if _WORD.fullmatch(value) else ""
    if isinstance(value, Sequence):
        parts = [_shown(item) for item in value]
        return ", ".join(parts) if parts and all(parts) else ""
    return ""
