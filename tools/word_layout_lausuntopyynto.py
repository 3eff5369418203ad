"""The layout of a letter that asks for comments, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import each, table, text, when
from word_layout_blocks import (
    CLOSE_HEADING,
    NORMAL,
    Say,
    clauses,
    party_line,
    side,
    side_heading,
    speaker,
)
from word_layout_whole import whole

SWEDISH = {
    "Lähettäjä": "Avsändare",
    "Johtoryhmä": "Ledningsgrupp",
    "Lausunto viimeistään": "Utlåtande senast",
    "Päiväys": "Datum",
    "Lausuntoa pyydetään": "Utlåtande begärs av",
    "Kommentit lausekkeittain": "Kommentarer klausul för klausul",
    "Nro": "Nr",
    "Lauseke": "Klausul",
    "Kommentti tai muutosehdotus": "Kommentar eller ändringsförslag",
    "Perustelu": "Motivering",
}


def layout(language: str) -> bytes:
    """Return templates/lausuntopyynto/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    return whole(
        language,
        say,
        side(say("Lähettäjä"), "{{ lahettaja }}"),
        side(say("Päiväys"), "{{ asiakirja.paiva }}"),
        when("asiakirja.asiatunnus", side(say("Asiatunnus"), "{{ asiakirja.asiatunnus }}")),
        side(say("Johtoryhmä"), "{{ johtoryhma_nimi }}"),
        side(say("Lausunto viimeistään"), "{{ maarapaiva }}"),
        side_heading(say("Lausuntoa pyydetään")),
        each("osapuoli in osapuolet", party_line(say)),
        each("vastaanottaja in vastaanottajat", text("Kansirivi", "{{ vastaanottaja }}")),
        clauses(say, {"kommentit": _comments}, heading=CLOSE_HEADING),
        close=True,
    )


def _comments(say: Say) -> str:
    return table(
        say("Kommentit lausekkeittain"),
        "rivi in kommentit",
        [
            (say("Nro"), 650, [text("Taulukonluku", "{{ rivi.numero }}")]),
            (say("Lauseke"), 3022, [text(NORMAL, "{{ rivi.lauseke }}")]),
            (say("Kommentti tai muutosehdotus"), 3000, [text(NORMAL)]),
            (say("Perustelu"), 2400, [text(NORMAL)]),
        ],
        height=520,
        extra="<w:pageBreakBefore/>",
    )
