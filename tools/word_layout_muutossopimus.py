"""The layout of an amending agreement, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import each, package, table, text, when
from word_layout_blocks import (
    NORMAL,
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
    "ja ne on täydennettävä ennen muutossopimuksen hyväksymistä."
)
DEPARTED = "Muutossopimus on laadittu mallilausekkeista. Niistä on poikettu seuraavasti."
SWEDISH = {
    DEPARTED: "Ändringsavtalet bygger på modellklausuler. Från dem avviks enligt följande.",
    "Muutettava sopimus": "Avtal som ändras",
    "Sopimuksen asiatunnus": "Avtalets diarienummer",
    "Versiot": "Versioner",
    "Muutossopimus": "Ändringsavtal",
    "Voimaan": "I kraft",
    "Säilytysaika": "Förvaringstid",
    "Päiväys": "Datum",
    "Käsitelty ja hyväksytty": "Behandlat och godkänt",
    "Muutokset sopimukseen": "Ändringar i avtalet",
    "Nro": "Nr",
    "Muuttuva asia": "Sak som ändras",
    "Nykyinen sisältö": "Nuvarande innehåll",
    "Uusi sisältö": "Nytt innehåll",
    LACKING: (
        "Följande uppgifter har inte antecknats. De är framhävda i texten och "
        "ska kompletteras innan ändringsavtalet godkänns."
    ),
}


def layout(language: str) -> bytes:
    """Return templates/muutossopimus/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    tables = {"osapuolet": parties, "muutokset": _changes, "allekirjoitukset": signatures}
    body = _head(say) + clauses(say, tables) + deviations(say, DEPARTED) + gaps(say, LACKING)
    return package(body, header(), footer(say), language)


def _head(say: Say) -> str:
    return (
        mark_box()
        + titles()
        + side_heading(say("Osapuolet"))
        + each("osapuoli in osapuolet", text("Kansirivi", party_line(say)))
        + side_heading(say("Muutettava sopimus"))
        + side(say("Sopimuksen asiatunnus"), "{{ muutettava.asiatunnus }}")
        + side(say("Versiot"), "{{ muutettava.versiosta }} → {{ muutettava.versioon }}")
        + side_heading(say("Muutossopimus"))
        + side(say("Voimaan"), "{{ sopimus.alkaen }}")
        + side(say("Asiatunnus"), "{{ asiakirja.asiatunnus }}")
        + side(say("Säilytysaika"), "{{ asiakirja.sailytysaika }}")
        + when("asiakirja.paiva", side(say("Päiväys"), "{{ asiakirja.paiva }}"))
        + when(
            "kasittelyt",
            side_heading(say("Käsitelty ja hyväksytty")),
            each("kasittely in kasittelyt", text("Kansirivi", handling_line(say))),
        )
    )


def _changes(say: Say) -> str:
    return table(
        say("Muutokset sopimukseen"),
        "rivi in muutokset",
        [
            (say("Nro"), 650, [text(NORMAL, "{{ loop.index }}")]),
            (say("Muuttuva asia"), 2022, [text(NORMAL, "{{ rivi.kohta }}")]),
            (
                say("Nykyinen sisältö"),
                3200,
                [each("kappale in rivi.vanha", text(NORMAL, "{{ kappale }}"))],
            ),
            (
                say("Uusi sisältö"),
                3200,
                [each("kappale in rivi.uusi", text(NORMAL, "{{ kappale }}"))],
            ),
        ],
    )
