"""How many tracked changes a document holds, as a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopimukset.base.speech import mark, say

if TYPE_CHECKING:
    from sopimukset.formats.word.redline import Count

COUNTS = mark(
    "Lisäyksiä {lisatty}, poistoja {poistettu}, siirtoja {siirretty}, ulkoasun muutoksia {ulkoasu}."
)


def told_count(count: Count) -> str:
    """The tracked changes by their kinds."""
    return say(COUNTS).format(
        lisatty=count.inserted,
        poistettu=count.deleted,
        siirretty=count.moved,
        ulkoasu=count.looks,
    )
