"""The layout of the TYM agreement, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import each, package, text, when
from word_layout_blocks import (
    TABLES,
    Say,
    annexes,
    clauses,
    contents,
    deviations,
    footer,
    gaps,
    handling_line,
    header,
    mark_box,
    party_line,
    side,
    side_heading,
    speaker,
    summary,
    titles,
)

IN_ANNEX = ("henkilosto", "toimipisteet", "kustannukset", "jasenet")
ENDS = (
    ("liitteet", "Liitteet"),
    ("poikkeamat", "Poikkeamat mallilausekkeista"),
    ("puutteet", "Puuttuvat tiedot"),
)
LACKING = (
    "Seuraavia tietoja ei ole kirjattu. Ne on merkitty tekstiin korostettuina, "
    "ja ne on täydennettävä ennen sopimuksen hyväksymistä."
)
SWEDISH = {
    "Sopimus": "Avtal",
    "Johtoryhmä": "Ledningsgrupp",
    "Voimassa": "Giltighet",
    "Säilytysaika": "Förvaringstid",
    "Päiväys": "Datum",
    "Käsitelty ja hyväksytty": "Behandlat och godkänt",
    LACKING: (
        "Följande uppgifter har inte antecknats. De är framhävda i texten och "
        "ska kompletteras innan avtalet godkänns."
    ),
}


def layout(language: str) -> bytes:
    """Return templates/tym-sopimus/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    body = (
        _cover(say)
        + contents(say, ENDS)
        + clauses(say, TABLES)
        + annexes(say, IN_ANNEX)
        + deviations(say)
        + gaps(say, LACKING)
    )
    return package(body, header(), footer(say), language)


def _cover(say: Say) -> str:
    return (
        mark_box()
        + titles()
        + summary()
        + side_heading(say("Osapuolet"))
        + each("osapuoli in osapuolet", text("Kansirivi", party_line(say)))
        + side_heading(say("Sopimus"))
        + side(say("Johtoryhmä"), "{{ johtoryhma.nimi }}")
        + side(say("Voimassa"), "{{ sopimus.voimassaolo }}")
        + side(say("Asiatunnus"), "{{ asiakirja.asiatunnus }}")
        + side(say("Säilytysaika"), "{{ asiakirja.sailytysaika }}")
        + when("asiakirja.paiva", side(say("Päiväys"), "{{ asiakirja.paiva }}"))
        + when(
            "kasittelyt",
            side_heading(say("Käsitelty ja hyväksytty")),
            each("kasittely in kasittelyt", text("Kansirivi", handling_line(say))),
        )
    )
