"""The layout of the structure of cooperation, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import package
from word_layout_blocks import footer, gaps, header, mark_box, speaker, titles
from word_layout_paper import notes, paper

LACKING = "Seuraavia tietoja ei ole kirjattu."
SWEDISH = {"Kuva": "Figur", LACKING: "Följande uppgifter har inte antecknats."}


def layout(language: str) -> bytes:
    """Return templates/yhteistyorakenne/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    body = mark_box() + titles() + paper(say) + notes() + gaps(say, LACKING)
    return package(body, header(), footer(say), language, numbered=False)
