"""The layout of the agreement on the young people's service, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import each, package, table, text, when
from word_layout_blocks import (
    Say,
    clauses,
    costs,
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
    "Työvoimaviranomainen": "Arbetskraftsmyndighet",
    "Vastaava henkilö": "Samordningsansvarig",
    "Päiväys": "Datum",
    "Voimassa": "Giltighet",
    "Säilytysaika": "Förvaringstid",
    "Käsitelty ja hyväksytty": "Behandlat och godkänt",
    "Palvelupisteet": "Serviceställen",
    "Palvelupiste": "Serviceställe",
    "Kunta": "Kommun",
    LACKING: (
        "Följande uppgifter har inte antecknats. De är framhävda i texten och "
        "ska kompletteras innan avtalet godkänns."
    ),
}


def points(say: Say) -> str:
    """The service points: `palvelupisteet`."""
    return table(
        say("Palvelupisteet"),
        "rivi in palvelupisteet",
        [
            (say("Palvelupiste"), 5072, [text("Taulukonteksti", "{{ rivi.nimi }}")]),
            (say("Kunta"), 4000, [text("Taulukonteksti", "{{ rivi.sijainti }}")]),
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
        + side(say("Työvoimaviranomainen"), "{{ viranomaiset | join(', ') }}")
        + side(say("Vastaava henkilö"), "{{ koordinaattori }}")
        + when("sopimus.voimassaolo", side(say("Voimassa"), "{{ sopimus.voimassaolo }}"))
        + side(say("Asiatunnus"), "{{ asiakirja.asiatunnus }}")
        + side(say("Säilytysaika"), "{{ asiakirja.sailytysaika }}")
        + when("asiakirja.paiva", side(say("Päiväys"), "{{ asiakirja.paiva }}"))
        + when(
            "kasittelyt",
            side_heading(say("Käsitelty ja hyväksytty")),
            each("kasittely in kasittelyt", text("Kansirivi", handling_line(say))),
        )
    )
