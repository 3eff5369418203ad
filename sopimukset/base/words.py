"""Small helps with words: the nearest known one, lists in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that the misspelt one most likely means; None where none is near."""
    folded = {_folded(item): item for item in known}
    found = get_close_matches(_folded(word), folded, n=1, cutoff=0.7)
    return folded[found[0]] if found else None


def _folded(word: str) -> str:
    return word.casefold().translate(str.maketrans("åäö", "aao"))


def listed(items: Sequence[str], last: str = "ja") -> str:
    """The items as a sentence lists them: "a, b ja c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
