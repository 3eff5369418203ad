"""The layout of the voluntary agreement on cooperation, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import bookmarked, each, package, paragraph, run, text, when
from word_layout_blocks import (
    Say,
    clauses,
    contents,
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
NOT_STATUTORY = "Sopimus ei ole lain (381/2023) 9 §:n 2 momentissa tarkoitettu yhteistyösopimus."
ENDS = (
    ("liitteet", "Liitteet"),
    ("poikkeamat", "Poikkeamat mallilausekkeista"),
    ("puutteet", "Puuttuvat tiedot"),
)
SWEDISH = {
    "Sopimus": "Avtal",
    "Johtoryhmä": "Ledningsgrupp",
    "Voimassa": "Giltighet",
    "Säilytysaika": "Förvaringstid",
    "Päiväys": "Datum",
    "Käsitelty ja hyväksytty": "Behandlat och godkänt",
    NOT_STATUTORY: (
        "Avtalet är inte ett sådant samarbetsavtal som avses i 9 § 2 mom. i lagen (381/2023)."
    ),
    LACKING: (
        "Följande uppgifter har inte antecknats. De är framhävda i texten och "
        "ska kompletteras innan avtalet godkänns."
    ),
}
TABLES = {"osapuolet": parties, "allekirjoitukset": signatures}


def layout(language: str) -> bytes:
    """Return templates/yhdyspintasopimus/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    body = (
        _cover(say)
        + contents(say, ENDS)
        + clauses(say, TABLES)
        + _annexes(say)
        + deviations(say)
        + gaps(say, LACKING)
    )
    return package(body, header(), footer(say), language)


def _cover(say: Say) -> str:
    return (
        mark_box()
        + titles()
        + text("Normaali", say(NOT_STATUTORY))
        + side_heading(say("Osapuolet"))
        + each("osapuoli in osapuolet", text("Kansirivi", party_line(say)))
        + side_heading(say("Sopimus"))
        + when("johtoryhma", side(say("Johtoryhmä"), "{{ johtoryhma }}"))
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


def _annexes(say: Say) -> str:
    return when(
        "liitteet",
        paragraph("Otsikkoilmannumeroa", bookmarked(2, "liitteet", run(say("Liitteet")))),
        each(
            "liite in liitteet", text("Merkittyluettelo", "{{ liite.nimike }}: {{ liite.otsikko }}")
        ),
    )
