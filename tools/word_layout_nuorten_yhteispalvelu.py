"""The layout of the agreement on the young people's service, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import table, text, when
from word_layout_blocks import NORMAL, Say, costs, parties, side, signatures
from word_layout_whole import agreement, dated, kept

SWEDISH = {
    "Työvoimaviranomainen": "Arbetskraftsmyndighet",
    "Työvoimaviranomaiset": "Arbetskraftsmyndigheter",
    "Vastaava henkilö": "Samordningsansvarig",
    "Palvelupisteet": "Serviceställen",
    "Palvelupiste": "Serviceställe",
    "Kunta": "Kommun",
}


def points(say: Say) -> str:
    """The service points: `palvelupisteet`."""
    return table(
        say("Palvelupisteet"),
        "rivi in palvelupisteet",
        [
            (say("Palvelupiste"), 5072, [text(NORMAL, "{{ rivi.nimi }}")]),
            (say("Kunta"), 4000, [text(NORMAL, "{{ rivi.sijainti }}")]),
        ],
    )


TABLES = {
    "osapuolet": parties,
    "palvelupisteet": points,
    "kustannukset": costs,
    "allekirjoitukset": signatures,
}


def layout(language: str) -> bytes:
    """Return templates/nuorten-yhteispalvelu/fi.docx or sv.docx."""
    return agreement(language, SWEDISH, _facts, TABLES)


def _facts(say: Say) -> str:
    return (
        when(
            "viranomaiset | length == 1",
            side(say("Työvoimaviranomainen"), "{{ viranomaiset | join(', ') }}"),
        )
        + when(
            "viranomaiset | length != 1",
            side(say("Työvoimaviranomaiset"), "{{ viranomaiset | join(', ') }}"),
        )
        + side(say("Vastaava henkilö"), "{{ koordinaattori }}")
        + when("sopimus.voimassaolo", side(say("Voimassa"), "{{ sopimus.voimassaolo }}"))
        + kept(say)
        + dated(say)
    )
