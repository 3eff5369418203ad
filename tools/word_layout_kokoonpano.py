"""The layout of the list of a group's members, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import paragraph, run, table, text, when
from word_layout_blocks import (
    CLOSE_HEADING,
    KEEP,
    NORMAL,
    Say,
    clauses,
    members,
    side,
    speaker,
)
from word_layout_styles import spacing
from word_layout_whole import whole

SWEDISH = {
    "Toimikausi": "Mandatperiod",
    "Asettanut": "Tillsatt av",
    "Nimeämiset ja päätökset": "Utnämningar och beslut",
    "Nimetty ja aika": "Utsedd och tid",
    "Päätös": "Beslut",
    "Muutokset": "Ändringar",
    "Päivästä": "Från och med",
    "Aiemmin": "Tidigare",
    "Sen jälkeen": "Därefter",
}

THIRD_LAST = "loop.revindex == 3"
SAID = " if lauseke.kappaleet"
"""Changes are told of under a heading of their own where there are some."""
LEADER = (
    "johtava_henkilo.nimike and johtava_henkilo.nimike in kappale.teksti"
    " and lauseke.tunnus == 'johtava-henkilo' and not loop.last"
)
"""The paragraph that tells who leads: who deputises is told on the same page."""


def layout(language: str) -> bytes:
    """Return templates/kokoonpano/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    tables = {"jasenet": members, "nimeamiset": _namings, "muutokset": _changes}
    return whole(
        language,
        say,
        _head(say),
        clauses(say, tables, SAID, heading=CLOSE_HEADING, kept=LEADER),
        numbered=True,
        close=True,
    )


def _head(say: Say) -> str:
    return side(say("Toimikausi"), "{{ toimikausi.alkaen }}–{{ toimikausi.paattyen }}") + side(
        say("Asettanut"), "{{ johtoryhma.asettaja }}"
    )


def _namings(say: Say) -> str:
    return table(
        say("Nimeämiset ja päätökset"),
        "rivi in nimeamiset",
        [
            (say("Tehtävä"), 1750, [_close("{{ rivi.tehtava }}")]),
            (
                say("Nimetty ja aika"),
                2520,
                [
                    _close("{{ rivi.nimetty }}", after=0),
                    _close("{{ rivi.aika }}", before=0),
                ],
            ),
            (say("Nimeäjä"), 2050, [_close("{{ rivi.nimeaja }}")]),
            (say("Päätös"), 2752, [_close("{{ rivi.paatos }}")]),
        ],
    )


def _close(content: str, before: int = 15, after: int = 15) -> str:
    """A cell of the namings: their many rows stand close, so that few are left to a last page.

    The last but two stays with them, as the last but one does in every table: where the list
    ends on a page of its own, it has three rows at least.
    """
    told, room = run(content), spacing(before, after, 240)
    kept, free = paragraph(NORMAL, told, extra=KEEP + room), paragraph(NORMAL, told, extra=room)
    return when(THIRD_LAST, kept) + when(f"not ({THIRD_LAST})", free)


def _changes(say: Say) -> str:
    return table(
        say("Muutokset"),
        "rivi in muutokset",
        [
            (say("Päivästä"), 1100, [text(NORMAL, "{{ rivi.paiva }}")]),
            (say("Tehtävä"), 1850, [text(NORMAL, "{{ rivi.tehtava }}")]),
            (say("Aiemmin"), 1950, [text(NORMAL, "{{ rivi.aiemmin }}")]),
            (say("Sen jälkeen"), 1950, [text(NORMAL, "{{ rivi.uusi }}")]),
            (say("Päätös"), 2222, [text(NORMAL, "{{ rivi.paatos }}")]),
        ],
    )
