"""The layout of a notice of termination, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import each, package, table, text, when
from word_layout_blocks import (
    NORMAL,
    Say,
    clauses,
    deviations,
    footer,
    gaps,
    header,
    mark_box,
    party_line,
    side,
    side_heading,
    signatures,
    speaker,
    titles,
)

DEPARTED = "Ilmoitus on laadittu mallilausekkeista. Niistä on poikettu seuraavasti."
SWEDISH = {
    DEPARTED: "Meddelandet bygger på modellklausuler. Från dem avviks enligt följande.",
    "Irtisanova osapuoli": "Uppsägande part",
    "Toimielin": "Organ",
    "Vastaanottaja": "Mottagare",
    "Vastaanottajat": "Mottagare",
    "Irtisanottava sopimus": "Avtal som sägs upp",
    "Irtisanomispäivä": "Uppsägningsdag",
    "Päättyy aikaisintaan": "Upphör tidigast",
    "Ilmoituksen tiedoksisaanti": "Delfående av meddelandet",
    "Saatu tiedoksi (päivä)": "Delgivet (dag)",
    "Vastaanottajan nimike ja allekirjoitus": "Mottagarens titel och underskrift",
}


def layout(language: str) -> bytes:
    """Return templates/irtisanomisilmoitus/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    tables = {"vastaanottajat": _receipts, "allekirjoitukset": signatures}
    body = _head(say) + clauses(say, tables) + deviations(say, DEPARTED) + gaps(say)
    return package(body, header(), footer(say), language)


def _head(say: Say) -> str:
    return (
        mark_box()
        + titles()
        + side_heading(say("Irtisanova osapuoli"))
        + text("Kansirivi", "{{ irtisanoja }}")
        + when("irtisanojan_toimielin", side(say("Toimielin"), "{{ irtisanojan_toimielin }}"))
        + when("vastaanottajat | length == 1", side_heading(say("Vastaanottaja")))
        + when("vastaanottajat | length != 1", side_heading(say("Vastaanottajat")))
        + each("osapuoli in vastaanottajat", party_line(say))
        + side_heading(say("Irtisanottava sopimus"))
        + side(say("Asiatunnus"), "{{ sopimus.asiatunnus }}")
        + side(say("Irtisanomispäivä"), "{{ irtisanottu }}")
        + side(say("Päättyy aikaisintaan"), "{{ viimeinen_paiva }}")
    )


def _receipts(say: Say) -> str:
    return table(
        say("Ilmoituksen tiedoksisaanti"),
        "rivi in vastaanottajat",
        [
            (say("Osapuoli"), 2900, [text(NORMAL, "{{ rivi.nimi }}")]),
            (say("Saatu tiedoksi (päivä)"), 2372, [text(NORMAL)]),
            (say("Vastaanottajan nimike ja allekirjoitus"), 3800, [text(NORMAL)]),
        ],
        height=850,
    )
