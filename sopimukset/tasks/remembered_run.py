"""What a run of `generate` came to, remembered while nothing that it hangs on has changed."""

from __future__ import annotations

import json
from dataclasses import astuple, replace
from datetime import date
from pathlib import Path

from sopimukset.base.data import data_folder
from sopimukset.base.speech import language
from sopimukset.tasks.generate import Fate, Generated, Item, Wishes
from sopimukset.workspace.cache import ROOMS, TEMPLATES, Cache, digest_of, digest_of_file, key_of

_LASTING = {Fate.MADE, Fate.UNCHANGED, Fate.SKIPPED, Fate.NOTHING}
"""What comes of the same input again; a document that somebody edited may be put right."""

_WRITTEN = {Fate.MADE, Fate.UNCHANGED}


class Memory:
    """Remembers one run, by the workspace, the program and what was asked for."""

    def __init__(self, cache: Cache, root: Path, wishes: Wishes, as_of: date) -> None:
        self._cache = cache
        self._root = root
        self._as_of = as_of
        self._wishes = wishes
        self._key = self._key_now()

    def result(self) -> Generated | None:
        """The result, all documents unchanged; None where that is not so, or not known."""
        content = self._cache.get(self._key)
        if content is None:
            return None
        try:
            items, preparation, templates, languages, digests = json.loads(content)
            known = [Item(Fate[f], name, tuple(n), tuple(m)) for f, name, n, m in items]
        except (ValueError, TypeError, KeyError):
            self._cache.broken(self._key)
            return None
        if digests != _digests(known):
            return None
        wishes = self._wishes
        return Generated(wishes.out, wishes.final, known, preparation, templates, languages)

    def remember(self, result: Generated) -> None:
        """Keep the result, where the same would come of the same input, and that is the same."""
        if any(item.fate not in _LASTING for item in result.items):
            return
        items = [
            (Fate.UNCHANGED.name if item.fate in _WRITTEN else item.fate.name, *astuple(item)[1:])
            for item in result.items
        ]
        digests = _digests(result.items)
        if self._key_now() == self._key and None not in digests:
            kept = (items, result.in_preparation, result.templates, result.languages, digests)
            self._cache.put(self._key, json.dumps(kept).encode())

    def _key_now(self) -> str:
        asked = replace(self._wishes, force=False, out=self._wishes.out.absolute())
        words = (repr(asked), str(self._wishes.out))
        key = key_of(
            self._root,
            data_folder(TEMPLATES),
            self._as_of.isoformat(),
            language(),
            rooms=(*ROOMS, "documents"),
        )
        return f"{key}-{digest_of(words)}"


def _digests(items: list[Item]) -> list[str | None]:
    """The digests of the documents that were written; None for one that can't be read."""
    return [digest_of_file(item.name) for item in items if item.fate in _WRITTEN]
