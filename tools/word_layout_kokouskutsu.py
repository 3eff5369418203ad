"""The layout of a notice of a meeting, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import END_PARAGRAPH, each, paragraph, run, table, text, when
from word_layout_blocks import (
    KEEP,
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
OPENING = (
    "Ennen seuraavia asioita avataan kokous, todetaan läsnä olevat, valitaan pöytäkirjan "
    "tarkastajat ja hyväksytään esityslista."
)
SWEDISH = {
    OPENING: (
        "Före följande ärenden öppnas mötet, konstateras vilka som är närvarande, väljs "
        "protokolljusterare och godkänns föredragningslistan."
    ),
    "Kokouksen avaus": "Mötets öppnande",
    "Lähettäjä": "Avsändare",
    "Vastaanottajat": "Mottagare",
    "Johtoryhmän jäsenet ja heidän henkilökohtaiset varajäsenensä": (
        "Ledningsgruppens medlemmar och deras personliga ersättare"
    ),
    ", muut kutsutut": ", övriga kallade",
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
    tables = {"kutsutut": _called, "asiat": _agenda}
    return whole(language, say, _head(say), when_and_where(say), clauses(say, tables))


def _head(say: Say) -> str:
    """Who sends to whom, and the case; the day of the notice isn't recorded."""
    seats = say("Johtoryhmän jäsenet ja heidän henkilökohtaiset varajäsenensä")
    others = f"{{% if muut_kutsutut %}}{say(', muut kutsutut')}{{% endif %}}"
    return (
        side(say("Lähettäjä"), "{{ lahettaja }}")
        + when("asiakirja.asiatunnus", side(say("Asiatunnus"), "{{ asiakirja.asiatunnus }}"))
        + side(say("Vastaanottajat"), seats + others)
    )


def _agenda(say: Say) -> str:
    return matters(say, OPENING)


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


def matters(say: Say, opening: str, before: str = "", after: str = "", told: str = "") -> str:
    """The matters: `asiat`; what the minutes tell `before` the report and `after` the proposal.

    Where sections before the first aren't recorded, the `opening` of the meeting is told of, with
    what a person fills in, the field `told`. A
    matter that is short keeps together; of others, the facts before the report keep with it.
    """
    room = (run(f" {told}"),) if told else ()
    proposed = "asia.ehdotus" if not after else "true"
    reported = f"(asia.selostus or {proposed})" if not after else "true"
    return when(
        "avaus",
        paragraph("Otsikko2", run(say("Kokouksen avaus"))),
        paragraph("Normaali", run(say(opening)), *room),
    ) + each(
        "asia in asiat",
        when("loop.first and not avaus", END_PARAGRAPH),
        paragraph("Otsikko2", run("{{ asia.numero }} {{ asia.otsikko }}")),
        _fact(say("Esittelijä"), "esittelija", f"(asia.peruste or {reported})"),
        _fact(say("Säännös"), "peruste", reported),
        before,
        _fact(say("Selostus"), "selostus", f"asia.koossa and {proposed}"),
        _fact(say("Päätösehdotus"), "ehdotus", "asia.koossa") if after else _last(say),
        after,
    )


def _fact(label: str, field: str, kept: str) -> str:
    """A fact of a matter where it has it; on the page of what follows where that is `kept`."""
    value = f"{{{{ asia.{field} }}}}"
    return when(
        f"asia.{field}",
        when(kept, side(label, value, KEEP)),
        when(f"not ({kept})", side(label, value)),
    )


def _last(say: Say) -> str:
    """The proposal, with which a matter on the agenda ends."""
    return when("asia.ehdotus", side(say("Päätösehdotus"), "{{ asia.ehdotus }}"))
