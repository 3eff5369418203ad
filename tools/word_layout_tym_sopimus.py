"""The layout of the TYM agreement, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout_blocks import TABLES, Say, side
from word_layout_whole import agreement, dated, kept


def layout(language: str) -> bytes:
    """Return templates/tym-sopimus/fi.docx or sv.docx."""
    return agreement(language, {}, _facts, TABLES, listed=True)


def _facts(say: Say) -> str:
    return (
        side(say("Johtoryhmä"), "{{ johtoryhma.nimi }}")
        + side(say("Voimassa"), "{{ sopimus.voimassaolo }}")
        + kept(say)
        + dated(say)
    )
