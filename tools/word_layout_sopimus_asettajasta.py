"""The layout of the agreement on who sets a common group, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import each, package, text, when
from word_layout_blocks import (
    Say,
    clauses,
    deviations,
    footer,
    gaps,
    handling_line,
    header,
    mark_box,
    parties,
    party_line,
    side,
    side_heading,
    signatures,
    speaker,
    titles,
)

LACKING = (
    "Seuraavia tietoja ei ole kirjattu. Ne on merkitty tekstiin korostettuina, "
    "ja ne on täydennettävä ennen sopimuksen hyväksymistä."
)
SWEDISH = {
    "Sopimus": "Avtal",
    "Johtoryhmä": "Ledningsgrupp",
    "Sovittu": "Överenskommet",
    "Voimassa": "Giltighet",
    "Säilytysaika": "Förvaringstid",
    "Osapuolten päätökset": "Parternas beslut",
    LACKING: (
        "Följande uppgifter har inte antecknats. De är framhävda i texten och "
        "ska kompletteras innan avtalet godkänns."
    ),
}
TABLES = {"osapuolet": parties, "allekirjoitukset": signatures}


def layout(language: str) -> bytes:
    """Return templates/sopimus-asettajasta/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    body = _cover(say) + clauses(say, TABLES) + deviations(say) + gaps(say, LACKING)
    return package(body, header(), footer(say), language)


def _cover(say: Say) -> str:
    return (
        mark_box()
        + titles()
        + side_heading(say("Osapuolet"))
        + each("osapuoli in osapuolet", text("Kansirivi", party_line(say)))
        + side_heading(say("Sopimus"))
        + side(say("Johtoryhmä"), "{{ johtoryhma.nimi }}")
        + when("asiakirja.paiva", side(say("Sovittu"), "{{ asiakirja.paiva }}"))
        + when("sopimus.voimassaolo", side(say("Voimassa"), "{{ sopimus.voimassaolo }}"))
        + when("asiakirja.asiatunnus", side(say("Asiatunnus"), "{{ asiakirja.asiatunnus }}"))
        + when("asiakirja.sailytysaika", side(say("Säilytysaika"), "{{ asiakirja.sailytysaika }}"))
        + when(
            "kasittelyt",
            side_heading(say("Osapuolten päätökset")),
            each("kasittely in kasittelyt", text("Kansirivi", handling_line(say))),
        )
    )
