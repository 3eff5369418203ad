"""The layout of a party's list of actions, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import package, table, text, when
from word_layout_blocks import (
    CLOSE_HEADING,
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
        + titles(close=True)
        + side(say("Osapuoli"), "{{ osapuoli }}")
        + when("johtoryhma", side(say("Johtoryhmä"), "{{ johtoryhma }}"))
        + side(say("Uusin kokous"), "{{ asiakirja.paiva }}")
        + clauses(say, {"avoimet": _coming, "paattyneet": _ended}, heading=CLOSE_HEADING)
        + gaps(say)
    )
    return package(body, header(), footer(say), language, numbered=False)


def _coming(say: Say) -> str:
    return _either(say, "Avoimet toimenpiteet", "rivi in avoimet")


def _ended(say: Say) -> str:
    return _either(say, "Päättyneet toimenpiteet", "rivi in paattyneet")


def _either(say: Say, caption: str, rows: str) -> str:
    """A table whose last column has room for names of groups only where it tells them."""
    return when("johtoryhma", _actions(say, caption, rows, (2972, 2200, 1500))) + when(
        "not johtoryhma", _actions(say, caption, rows, (2222, 1850, 2600))
    )


def _actions(say: Say, caption: str, rows: str, widths: tuple[int, int, int]) -> str:
    what, matter, meeting = widths
    return table(
        say(caption),
        rows,
        [
            (say("Toimenpide"), what, [text(NORMAL, "{{ rivi.tehtava }}")]),
            (say("Määräpäivä"), 1250, [text(NORMAL, "{{ rivi.maarapaiva }}")]),
            (say("Tila"), 1150, [text(NORMAL, "{{ rivi.tila }}")]),
            (say("Asia"), matter, [text(NORMAL, "{{ rivi.asia }}")]),
            (say("Kokous"), meeting, [text(NORMAL, "{{ rivi.kokous }}")]),
        ],
    )
