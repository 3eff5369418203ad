"""The layout of a follow-up report, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import each, package, text
from word_layout_blocks import Say, clauses, footer, gaps, header, mark_box, speaker, titles
from word_layout_paper import paper

MARGINS = (1134, 1417, 1134, 1417)
"""Less above and below than elsewhere, so that the summary takes one page; with less space around
its titles, which the layouts have by hand."""
SWEDISH = {"Kuva": "Figur"}


def layout(language: str) -> bytes:
    """Return templates/seurantaraportti/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    body = mark_box() + titles() + _lines() + paper(say) + _ends(say)
    return package(body, header(), footer(say), language, numbered=False, margins=MARGINS)


def _lines() -> str:
    """The period, and the day by which things are told."""
    return each("rivi in alarivit", text("Normaali", "{{ rivi }}"))


def _ends(say: Say) -> str:
    return clauses(say, {}) + gaps(say)
