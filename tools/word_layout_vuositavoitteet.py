"""The layout of a group's goals and plan of a year, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import each, paragraph, run, table, text, when
from word_layout_blocks import CLOSE_HEADING, NORMAL, Say, clauses, side, speaker
from word_layout_styles import spacing
from word_layout_whole import whole

LISTED = (
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    '<w:ind w:left="200" w:hanging="200"/>'
)
"""One of several in a cell: a paragraph with the sign of a list."""
DECIDED = "lauseke.tunnus == 'paatos'"
"""The clause that tells of the decision: a line of the head; last, it could fill a page alone."""
SWEDISH = {
    "Tavoitteet": "Mål",
    "Tavoite": "Mål",
    "Mittari": "Indikator",
    "Lähtötaso": "Utgångsnivå",
    "Tavoitetaso": "Målnivå",
    "Valtakunnallinen tavoite": "Nationellt mål",
    "Vuoden suunnitelma": "Plan för året",
    "Ajankohta": "Tidpunkt",
    "Mitä": "Vad",
    "Peruste": "Grund",
}

SMALL = 9.5
"""Points of the letters in both tables."""


def layout(language: str) -> bytes:
    """Return templates/vuositavoitteet/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    return whole(
        language,
        say,
        each(
            f"lauseke in lausekkeet if {DECIDED}",
            side("{{ lauseke.otsikko }}", "{{ (lauseke.kappaleet | last).teksti }}"),
        ),
        clauses(
            say,
            {"tavoitteet": _goals, "suunnitelma": _plan},
            f" if not ({DECIDED})",
            CLOSE_HEADING,
        ),
        close=True,
        filled=True,
    )


def _goals(say: Say) -> str:
    goal = run("{{ tavoite }}", points=SMALL)
    national = [
        each(
            "tavoite in rivi.valtakunnalliset",
            when("loop.length > 1", paragraph(NORMAL, goal, extra=LISTED)),
            when("loop.length == 1", paragraph(NORMAL, goal)),
        ),
        when("not rivi.valtakunnalliset", text(NORMAL, "–")),
    ]
    return table(
        say("Tavoitteet"),
        "rivi in tavoitteet",
        [
            (say("Tavoite"), 2060, [_small("{{ rivi.tavoite }}")]),
            (say("Mittari"), 1560, [_small("{{ rivi.mittari }}")]),
            (say("Lähtötaso"), 1330, [_small("{{ rivi.lahtotaso }}", "Taulukonluku")]),
            (say("Tavoitetaso"), 1330, [_small("{{ rivi.tavoitetaso }}", "Taulukonluku")]),
            (say("Valtakunnallinen tavoite"), 2792, national),
        ],
    )


def _plan(say: Say) -> str:
    return table(
        say("Vuoden suunnitelma"),
        "rivi in suunnitelma",
        [
            (say("Ajankohta"), 2010, [_close("{{ rivi.ajankohta }}")]),
            (say("Mitä"), 4072, [_close("{{ rivi.asia }}")]),
            (say("Peruste"), 2990, [_close("{{ rivi.perusta }}")]),
        ],
    )


def _close(content: str) -> str:
    """A cell of the plan: its dozen rows have a line each, and stand close: one page a year."""
    return paragraph(NORMAL, run(content, points=SMALL), extra=spacing(15, 15, 240))


def _small(content: str, style: str = NORMAL) -> str:
    """A cell of the goals, whose longest words fill their columns."""
    return paragraph(style, run(content, points=SMALL))
