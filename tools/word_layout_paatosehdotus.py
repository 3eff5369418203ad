"""The layout of a proposal for a decision, as `word_layout.py` first makes it.

Built-in styles only where text is pasted: headings, plain paragraphs, a numbered list, bullets.
"""

from __future__ import annotations

from word_layout import each, paragraph, run, text, when
from word_layout_blocks import BASIS, CLOSE_HEADING, KEEP, TEXT, bullet, plain, room, side, speaker
from word_layout_whole import whole

OPERATIVE = " or ".join(
    f"lauseke.tunnus == '{matter}-ehdotus'"
    for matter in ("asettaminen", "nimeaminen", "hyvaksyminen", "johtava-henkilo")
)
"""The clause whose list is numbered."""
TOGETHER = "'muutoksenhaku' in lauseke.tunnus and loop.revindex <= 4"
"""The end of the appeal instruction: with who is told of the decision it goes to a last page
together, which would be next to empty with one note of it."""
INTRODUCES = "not loop.last and loop.nextitem.laji == 'kohta'"
SWEDISH = {
    "Viranomainen": "Myndighet",
    "Päätöksen tekijä": "Beslutsfattare",
    "Valmistelija": "Beredare",
    "Esittelijä": "Föredragande",
    "[nimike]": "[befattning]",
    "Päivä": "Datum",
    "Päivä ja pykälä": "Datum och paragraf",
}


def layout(language: str) -> bytes:
    """Return templates/paatosehdotus/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    return whole(
        language,
        say,
        side(say("Viranomainen"), "{{ paattaja.nimi }}"),
        side(say("Päätöksen tekijä"), "{{ paattaja.toimielin }}"),
        side(say("Asiatunnus"), "{{ asiatunnus }}"),
        when("paattaja.pykalat", side(say("Päivä ja pykälä"), "{{ paatetty }}")),
        when("not paattaja.pykalat", side(say("Päivä"), "{{ paatetty }}")),
        room(say("Valmistelija"), say("[nimike]")),
        when("paattaja.esitellaan", room(say("Esittelijä"), say("[nimike]"))),
        _clauses(),
        close=True,
        filled=True,
    )


def _clauses() -> str:
    item = "{{ kappale.teksti }}"
    return each(
        "lauseke in lausekkeet",
        paragraph("Otsikko1", run("{{ lauseke.otsikko }}"), extra=CLOSE_HEADING),
        each(
            "kappale in lauseke.kappaleet",
            when(
                "kappale.laji == 'kohta'",
                when(OPERATIVE, text("Numeroituluettelo", item)),
                when(f"not ({OPERATIVE})", bullet()),
            ),
            BASIS,
            when(
                TEXT,
                when(INTRODUCES, text("Johdantolause", item)),
                when(f"not ({INTRODUCES})", plain(TOGETHER)),
            ),
        ),
        when("lauseke.taulukko == 'liitteet'", each("kohta in liitteet", _annexes())),
        when("lauseke.taulukko == 'tiedoksi'", text("Normaali", "{{ tiedoksi | join(', ') }}")),
    )


def _annexes() -> str:
    """An annex; they keep with who is told of the decision, who would be alone on a last page."""
    return paragraph("Merkittyluettelo", run("{{ kohta }}"), extra=KEEP)
