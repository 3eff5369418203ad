"""The layout of a year wheel, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import package
from word_layout_blocks import clauses, footer, gaps, header, mark_box, speaker, titles
from word_layout_paper import paper

LACKING = "Seuraavia tietoja ei ole kirjattu."
SWEDISH = {"Kuva": "Figur", LACKING: "Följande uppgifter har inte antecknats."}


def layout(language: str) -> bytes:
    """Return templates/vuosikello/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    body = mark_box() + titles() + paper(say) + clauses(say, {}) + gaps(say, LACKING)
    return package(body, header(), footer(say), language, numbered=False)
