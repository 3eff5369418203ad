"""The layout of minutes, as `word_layout.py` first makes it."""

from __future__ import annotations

from collections.abc import Mapping

from word_layout import END_PARAGRAPH, each, paragraph, run, table, text, when
from word_layout_blocks import (
    BASIS,
    KEEP,
    NORMAL,
    TEXT,
    Say,
    Table,
    bullet,
    side,
    speaker,
)
from word_layout_kokouskutsu import SWEDISH as OF_NOTICE
from word_layout_kokouskutsu import matters, when_and_where
from word_layout_styles import spacing
from word_layout_whole import whole

BEFORE_SIGNING = "(lauseke.taulukko == 'allekirjoitukset' or lauseke.tunnus == 'tiedoksi')"
"""What stands above the signatures stays on their page, so that they are never alone on one."""
BEFORE_MATTERS = "lauseke.taulukko == 'asiat'"
"""LibreOffice leaves this heading alone at a page's foot without a paragraph above it that isn't
kept with the one before: one without height."""
OPENED = (
    "Läsnä olleet on merkitty edellä ja pöytäkirjan tarkastajat allekirjoitusten kohdalle. "
    "Kokouksen avaus ja esityslistan hyväksyminen:"
)
SWEDISH = OF_NOTICE | {
    OPENED: (
        "De närvarande har antecknats ovan och protokolljusterarna vid underskrifterna. "
        "Mötets öppnande och godkännandet av föredragningslistan:"
    ),
    "Läsnäolo": "Närvaro",
    "Läsnä": "Närvarande",
    "Muut läsnä olleet": "Övriga närvarande",
    "Esteelliset": "Jäviga",
    "Päätös": "Beslut",
    "Sovitut toimenpiteet": "Överenskomna åtgärder",
    "Asia": "Ärende",
    "Toimenpide": "Åtgärd",
    "Vastuutaho": "Ansvarig",
    "Määräpäivä": "Senast",
}


def layout(language: str) -> bytes:
    """Return templates/poytakirja/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    tables = {
        "lasnaolo": _presence,
        "asiat": _matters,
        "toimenpiteet": _actions,
        "allekirjoitukset": _signatures,
    }
    return whole(language, say, when_and_where(say), _clauses(say, tables), filled=True)


def _clauses(say: Say, tables: Mapping[str, Table]) -> str:
    """The clauses; above the signatures stands at least a line on their page."""
    return each(
        "lauseke in lausekkeet",
        when(BEFORE_MATTERS, END_PARAGRAPH),
        paragraph("Otsikko1", run("{{ lauseke.otsikko }}")),
        each(
            "kappale in lauseke.kappaleet",
            when("kappale.laji == 'kohta'", bullet()),
            BASIS,
            when(
                TEXT,
                when(BEFORE_SIGNING, text("Johdantolause", "{{ kappale.teksti }}")),
                when(f"not ({BEFORE_SIGNING})", text("Normaali", "{{ kappale.teksti }}")),
            ),
        ),
        *(
            when(f"lauseke.taulukko == '{name}' and {name}", made(say))
            for name, made in tables.items()
        ),
    )


def _presence(say: Say) -> str:
    """Who was there."""
    others = say("Muut läsnä olleet") + ": {{ muut_lasna | join(', ') }}."
    after = paragraph("Normaali", run(others), extra=spacing(160, 140))
    member = [text(NORMAL, "{{ rivi.jasen }}"), text(NORMAL, "({{ rivi.tehtava }})")]
    return (
        table(
            say("Läsnäolo"),
            "rivi in lasnaolo",
            [
                (say("Nimeäjä"), 2200, [text(NORMAL, "{{ rivi.organisaatio }}")]),
                (say("Jäsen"), 2500, member),
                (say("Henkilökohtainen varajäsen"), 2500, [text(NORMAL, "{{ rivi.varajasen }}")]),
                (say("Läsnä"), 1872, [text(NORMAL, "{{ rivi.lasna }}")]),
            ],
        )
        + after
    )


def _matters(say: Say) -> str:
    barred = side(say("Esteelliset"), "{{ esteellinen }}", KEEP)
    recused = each("esteellinen in asia.esteelliset", barred)
    decided = side(say("Päätös"), "{{ asia.paatos }}")
    return matters(say, OPENED, recused, decided, "{{ avauksen_kirjaukset }}")


def _actions(say: Say) -> str:
    return table(
        say("Sovitut toimenpiteet"),
        "rivi in toimenpiteet",
        [
            (say("Asia"), 900, [text(NORMAL, "{{ rivi.numero }}")]),
            (say("Toimenpide"), 4300, [text(NORMAL, "{{ rivi.tehtava }}")]),
            (say("Vastuutaho"), 2400, [text(NORMAL, "{{ rivi.vastuu }}")]),
            (say("Määräpäivä"), 1472, [text(NORMAL, "{{ rivi.maarapaiva }}")]),
        ],
    )


def _signatures(say: Say) -> str:
    return table(
        say("Allekirjoitukset"),
        "rivi in allekirjoitukset",
        [
            (say("Tehtävä"), 2000, [text(NORMAL, "{{ rivi.tehtava }}")]),
            (say("Allekirjoittaja"), 3272, [text(NORMAL, "{{ rivi.nimike }}")]),
            (say("Päiväys ja allekirjoitus"), 3800, [text(NORMAL)]),
        ],
        height=590,
    )
