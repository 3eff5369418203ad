"""The layout of a group's goals and plan of a year, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import table, text, when
from word_layout_blocks import NORMAL, Say, clauses, side, speaker
from word_layout_whole import whole

SWEDISH = {
    "Johtoryhmä": "Ledningsgrupp",
    "Vuosi": "År",
    "Tavoitteet": "Mål",
    "Tavoite": "Mål",
    "Mittari": "Indikator",
    "Lähtötaso": "Utgångsnivå",
    "Tavoitetaso": "Målnivå",
    "Valtakunnallinen tavoite": "Nationellt mål",
    "Vuoden suunnitelma": "Plan för året",
    "Ajankohta": "Tidpunkt",
    "Mitä": "Vad",
    "Perusta": "Grund",
}


def layout(language: str) -> bytes:
    """Return templates/vuositavoitteet/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    return whole(
        language,
        say,
        side(say("Johtoryhmä"), "{{ johtoryhma }}"),
        side(say("Vuosi"), "{{ vuosi }}"),
        clauses(say, {"tavoitteet": _goals, "suunnitelma": _plan}),
    )


def _goals(say: Say) -> str:
    national = [
        when("rivi.valtakunnalliset", text(NORMAL, "{{ rivi.valtakunnalliset }}")),
        when("not rivi.valtakunnalliset", text(NORMAL, "–")),
    ]
    return table(
        say("Tavoitteet"),
        "rivi in tavoitteet",
        [
            (say("Tavoite"), 2100, [text(NORMAL, "{{ rivi.tavoite }}")]),
            (say("Mittari"), 1600, [text(NORMAL, "{{ rivi.mittari }}")]),
            (say("Lähtötaso"), 1550, [text("Taulukonluku", "{{ rivi.lahtotaso }}")]),
            (say("Tavoitetaso"), 1550, [text("Taulukonluku", "{{ rivi.tavoitetaso }}")]),
            (say("Valtakunnallinen tavoite"), 2272, national),
        ],
    )


def _plan(say: Say) -> str:
    return table(
        say("Vuoden suunnitelma"),
        "rivi in suunnitelma",
        [
            (say("Ajankohta"), 2200, [text(NORMAL, "{{ rivi.ajankohta }}")]),
            (say("Mitä"), 4372, [text(NORMAL, "{{ rivi.asia }}")]),
            (say("Perusta"), 2500, [text(NORMAL, "{{ rivi.perusta }}")]),
        ],
    )
