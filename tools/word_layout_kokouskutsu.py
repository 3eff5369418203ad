"""The layout of a notice of a meeting, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import each, paragraph, run, table, text, when
from word_layout_blocks import (
    NORMAL,
    Say,
    clauses,
    side,
    speaker,
)
from word_layout_styles import spacing
from word_layout_whole import whole

OTHERS = (
    "Lisäksi kokoukseen kutsutaan seuraavat henkilöt. He eivät ole tässä tehtävässään "
    "johtoryhmän jäseniä."
)
SWEDISH = {
    OTHERS: (
        "Dessutom kallas följande personer till mötet. De är inte i denna uppgift medlemmar av "
        "ledningsgruppen."
    ),
    "Aika": "Tid",
    "Paikka": "Plats",
    "Jäsenet ja henkilökohtaiset varajäsenet": "Medlemmar och personliga ersättare",
    "Muut kutsutut": "Övriga kallade",
    "Nimike": "Befattning",
    "Esittelijä": "Föredragande",
    "Säännös": "Bestämmelse",
    "Selostus": "Redogörelse",
    "Päätösehdotus": "Beslutsförslag",
}


def layout(language: str) -> bytes:
    """Return templates/kokouskutsu/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    tables = {"kutsutut": _called, "asiat": matters}
    return whole(language, say, when_and_where(say), clauses(say, tables))


def when_and_where(say: Say) -> str:
    """The meeting's time and place."""
    return side(say("Aika"), "{{ kokous.paiva }} {{ kokous.klo }}") + side(
        say("Paikka"), "{{ kokous.paikka }}"
    )


def _called(say: Say) -> str:
    """The members, then the others: a heading after a table would stay alone in LibreOffice."""
    told = paragraph("Johdantolause", run(say(OTHERS)), extra=spacing(200, 140))
    return invited(say) + when("muut_kutsutut", told, others(say))


def invited(say: Say) -> str:
    """Those who hold a seat: `kutsutut`."""
    return table(
        say("Jäsenet ja henkilökohtaiset varajäsenet"),
        "rivi in kutsutut",
        [
            (say("Nimeäjä"), 2200, [text(NORMAL, "{{ rivi.organisaatio }}")]),
            (say("Jäsen"), 2500, [text(NORMAL, "{{ rivi.jasen }}")]),
            (say("Henkilökohtainen varajäsen"), 2500, [text(NORMAL, "{{ rivi.varajasen }}")]),
            (say("Tehtävä"), 1872, [text(NORMAL, "{{ rivi.tehtava }}")]),
        ],
    )


def others(say: Say) -> str:
    """The leader, experts and secretary: `muut_kutsutut`."""
    return table(
        say("Muut kutsutut"),
        "rivi in muut_kutsutut",
        [
            (say("Tehtävä"), 4000, [text(NORMAL, "{{ rivi.tehtava }}")]),
            (say("Nimike"), 5072, [text(NORMAL, "{{ rivi.nimike }}")]),
        ],
    )


def matters(say: Say, before: str = "", after: str = "") -> str:
    """The matters: `asiat`; what the minutes tell `before` the report and `after` the proposal."""
    return each(
        "asia in asiat",
        paragraph("Otsikko2", run("{{ asia.numero }} {{ asia.otsikko }}")),
        when("asia.esittelija", side(say("Esittelijä"), "{{ asia.esittelija }}")),
        when("asia.peruste", side(say("Säännös"), "{{ asia.peruste }}")),
        before,
        when("asia.selostus", side(say("Selostus"), "{{ asia.selostus }}")),
        when("asia.ehdotus", side(say("Päätösehdotus"), "{{ asia.ehdotus }}")),
        after,
    )
