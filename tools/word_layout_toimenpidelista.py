"""The layout of a party's list of actions, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import package, table, text, when
from word_layout_blocks import (
    NORMAL,
    Say,
    clauses,
    footer,
    gaps,
    header,
    mark_box,
    side,
    speaker,
    titles,
)

SWEDISH = {
    "Osapuoli": "Part",
    "Johtoryhmä": "Ledningsgrupp",
    "Uusin kokous": "Senaste mötet",
    "Avoimet toimenpiteet": "Öppna åtgärder",
    "Päättyneet toimenpiteet": "Avslutade åtgärder",
    "Kokous": "Möte",
    "Asia": "Ärende",
    "Toimenpide": "Åtgärd",
    "Määräpäivä": "Senast",
    "Tila": "Status",
}


def layout(language: str) -> bytes:
    """Return templates/toimenpidelista/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    body = (
        mark_box()
        + titles()
        + side(say("Osapuoli"), "{{ osapuoli }}")
        + when("johtoryhma", side(say("Johtoryhmä"), "{{ johtoryhma }}"))
        + side(say("Uusin kokous"), "{{ asiakirja.paiva }}")
        + clauses(say, {"avoimet": _coming, "paattyneet": _ended})
        + gaps(say)
    )
    return package(body, header(), footer(say), language, numbered=False)


def _coming(say: Say) -> str:
    return _actions(say, "Avoimet toimenpiteet", "rivi in avoimet")


def _ended(say: Say) -> str:
    return _actions(say, "Päättyneet toimenpiteet", "rivi in paattyneet")


def _actions(say: Say, caption: str, rows: str) -> str:
    return table(
        say(caption),
        rows,
        [
            (say("Toimenpide"), 2500, [text(NORMAL, "{{ rivi.tehtava }}")]),
            (say("Määräpäivä"), 1250, [text(NORMAL, "{{ rivi.maarapaiva }}")]),
            (say("Tila"), 950, [text(NORMAL, "{{ rivi.tila }}")]),
            (say("Asia"), 2000, [text(NORMAL, "{{ rivi.asia }}")]),
            (say("Kokous"), 2372, [text(NORMAL, "{{ rivi.kokous }}")]),
        ],
    )
