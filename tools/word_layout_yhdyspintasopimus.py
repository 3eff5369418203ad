"""The layout of the voluntary agreement on cooperation, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import when
from word_layout_blocks import Say, parties, side, signatures
from word_layout_whole import agreement, dated, kept

NOT_STATUTORY = "Sopimus ei ole lain (381/2023) 9 §:n 2 momentissa tarkoitettu yhteistyösopimus."
SWEDISH = {
    NOT_STATUTORY: (
        "Avtalet är inte ett sådant samarbetsavtal som avses i 9 § 2 mom. i lagen (381/2023)."
    ),
}
TABLES = {"osapuolet": parties, "allekirjoitukset": signatures}


def layout(language: str) -> bytes:
    """Return templates/yhdyspintasopimus/fi.docx or sv.docx."""
    return agreement(language, SWEDISH, _facts, TABLES, note=NOT_STATUTORY, listed=True)


def _facts(say: Say) -> str:
    return (
        when("johtoryhma", side(say("Johtoryhmä"), "{{ johtoryhma }}"))
        + side(say("Voimassa"), "{{ sopimus.voimassaolo }}")
        + kept(say)
        + dated(say)
    )
