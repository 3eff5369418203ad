"""What differs between two contents of an agreement, place by place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from sopimukset.base.speech import Translate, language, say
from sopimukset.model import Kielitekstit, Osapuoli, Sisalto
from sopimukset.model.paths import NATURAL_KEYS
from sopimukset.tracking.fingerprints import ORDERED, normal, plain
from sopimukset.tracking.moved_words import (
    ADDED,
    REMOVED,
    SHARES,
    party_words,
    place_words,
    value_words,
)

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
        party: whose the thing is, or which party it is; None where it is nobody's alone.
        unit: of an amount, "" where it has none.
    """

    keys: Keys
    path: str
    old: Any
    new: Any
    party: Osapuoli | None = None
    unit: str = ""

    @property
    def raw(self) -> str:
        """The place, with the values where they are figures, days or keywords, never free text."""
        old, new = _shown(self.old), _shown(self.new)
        return f"{self.path}: {old} → {new}" if old and new else self.path

    @property
    def told(self) -> str:
        """The same in words, in the language of the run, the place in parentheses."""
        return self.told_in(say, language())

    def told_in(self, translate: Translate, spoken: str) -> str:
        """The same in a language: "Henkilöstö, Lahden kaupunki, määrä: 8,5 htv → 6 htv"."""
        title, field = place_words(self.keys, translate)
        name = party_words(self.party, translate, spoken) if self.party else ""
        place = ", ".join(filter(None, (title, name, field)))
        sides = [
            value_words(item, self.keys[-1], self.unit, translate, spoken) or _shown(item)
            for item in (self.old, self.new)
        ]
        if self.old is None or self.new is None:
            sides = [translate(ADDED if self.old is None else REMOVED), *filter(None, sides)]
            return f"{place}: {' '.join(sides)} ({self.path})"
        told = f": {sides[0]} → {sides[1]}" if all(sides) else ""
        return f"{place}{told} ({self.path})"


def moved(old: Sisalto, new: Sisalto) -> list[Moved]:
    """Every place at which two contents differ; empty where their fingerprints are the same."""
    found = _differences(normal(plain(old)), normal(plain(new)), (), "")
    return [_known(item, (new, old)) for item in found]


def _known(item: Moved, contents: Sequence[Sisalto]) -> Moved:
    """A place with the party whose it is, and with the unit of an amount."""
    shared = item.keys[-2:-1] == (SHARES,)
    if not shared and (len(item.keys) < 2 or item.keys[0] not in ("henkilosto", "osapuolet")):
        return item
    own, unit = item.keys[-1 if shared else 1], ""
    for row in (row for content in contents for row in content.henkilosto):
        if item.keys[0] == "henkilosto" and row.tunnus == item.keys[1]:
            own, unit = row.osapuoli or "", row.yksikko or ""
            break
    parties = (party for content in contents for party in content.osapuolet)
    party = next((party for party in parties if party.tunnus == own), None)
    return replace(item, party=party, unit=unit)


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
