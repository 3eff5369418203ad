"""The layout of the structure of cooperation, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import package
from word_layout_blocks import footer, gaps, header, mark_box, speaker, titles
from word_layout_paper import notes, paper

MARGINS = (1304, 1417, 1134, 1417)
"""Less above and below than elsewhere: many small tables stand whole on their pages."""
SWEDISH = {"Kuva": "Figur"}


def layout(language: str) -> bytes:
    """Return templates/yhteistyorakenne/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    body = mark_box() + titles() + paper(say) + notes() + gaps(say)
    return package(body, header(), footer(say), language, numbered=False, margins=MARGINS)
