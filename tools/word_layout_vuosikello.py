"""The layout of a year wheel, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import package, paragraph, run, text
from word_layout_blocks import footer, gaps, header, mark_box, speaker
from word_layout_paper import notes, paper
from word_layout_styles import spacing

MARGINS = (1304, 1417, 1077, 1417)
"""Top, right, bottom, left: a year with its wheel takes one page."""
SWEDISH = {"Kuva": "Figur"}


def layout(language: str) -> bytes:
    """Return templates/vuosikello/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    body = mark_box() + _titles() + notes() + paper(say) + gaps(say)
    return package(
        body, header(), footer(say), language, numbered=False, margins=MARGINS, close=True
    )


def _titles() -> str:
    """The titles, close to the wheel."""
    subtitle = run("{{ asiakirja.alaotsikko }}")
    return text("Otsikko", "{{ asiakirja.otsikko }}") + paragraph(
        "Alaotsikko", subtitle, extra=spacing(0, 120, 252)
    )
