"""Small helps with words: the nearest known one, lists in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from sopimukset.base.speech import mark, say


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that the misspelt one most likely means; None where none is near."""
    folded = {_folded(item): item for item in known}
    found = get_close_matches(_folded(word), folded, n=1, cutoff=0.7)
    return folded[found[0]] if found else None


def _folded(word: str) -> str:
    return word.casefold().translate(str.maketrans("åäö", "aao"))


AND, OR = mark("ja"), mark("tai")


def listed(items: Sequence[str], last: str = AND) -> str:
    """The items, which are words, as a sentence lists them: "a, b ja c", each in its language."""
    return listed_keys([say(item) for item in items], last)


def listed_keys(items: Sequence[str], last: str = AND) -> str:
    """The items, which are keys or names that no language changes, as a sentence lists them."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {say(last)} {items[-1]}"
