"""The layout of the list of an agreement's documents, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import paragraph, run, table, text, when
from word_layout_blocks import (
    NORMAL,
    Say,
    clauses,
    side,
    speaker,
)
from word_layout_whole import whole

SWEDISH = {
    "Johtoryhmä": "Ledningsgrupp",
    "Sopimuksen päivä": "Avtalets datum",
    "Asiakirjat": "Handlingar",
    "Nro": "Nr",
    "Asiakirja": "Handling",
    "Päivä": "Datum",
    "Tiedosto": "Fil",
}


def layout(language: str) -> bytes:
    """Return templates/asiakirjaluettelo/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    return whole(
        language,
        say,
        when("johtoryhma_nimi", side(say("Johtoryhmä"), "{{ johtoryhma_nimi }}")),
        when("asiakirja.asiatunnus", side(say("Asiatunnus"), "{{ asiakirja.asiatunnus }}")),
        when("asiakirja.paiva", side(say("Sopimuksen päivä"), "{{ asiakirja.paiva }}")),
        clauses(say, {"asiakirjat": _documents}),
    )


def _documents(say: Say) -> str:
    """The documents, with the names of their files: the longest have one line."""
    return table(
        say("Asiakirjat"),
        "rivi in asiakirjat",
        [
            (say("Nro"), 500, [text("Taulukonluku", "{{ rivi.numero }}")]),
            (say("Asiakirja"), 2172, [text(NORMAL, "{{ rivi.nimi }}")]),
            (say("Päivä"), 1110, [text(NORMAL, "{{ rivi.paiva }}")]),
            (say("Tiedosto"), 5290, [paragraph(NORMAL, run("{{ rivi.tiedosto }}", points=9))]),
        ],
    )
