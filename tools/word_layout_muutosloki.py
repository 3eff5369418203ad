"""The layout of a region's change log, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import each, package, paragraph, run, table, text, when
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

SUSPECT = "Hyväksytty sisältö on muuttunut"
SKIPPED = "Versiot, joita ei voitu lukea"
SWEDISH = {
    "Alue": "Region",
    "Väli": "Intervall",
    "Muutoksia": "Ändringar",
    "Muutosten määrät": "Antal ändringar",
    "Mitä muutos vaatii": "Vad ändringen förutsätter",
    "Muutos": "Ändring",
    "Aiemmin": "Tidigare",
    "Nyt": "Nu",
    "Voimassaolo ja perusta": "Giltighet och grund",
    "Muutokset": "Ändringar",
    SUSPECT: "Det godkända innehållet har ändrats",
    SKIPPED: "Versioner som inte kunde läsas",
}


def layout(language: str) -> bytes:
    """Return templates/muutosloki/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    body = (
        mark_box()
        + titles()
        + side(say("Alue"), "{{ alue }}")
        + side(say("Väli"), "{{ vali }}")
        + side(say("Muutoksia"), "{{ maara }}")
        + clauses(say, {"laskurit": _counters})
        + _listed(say(SUSPECT), "epailyttavat")
        + _listed(say(SKIPPED), "ohitetut")
        + _versions(say)
        + gaps(say)
    )
    return package(body, header(), footer(say), language)


def _counters(say: Say) -> str:
    return table(
        say("Muutosten määrät"),
        "rivi in laskurit",
        [
            (say("Mitä muutos vaatii"), 6272, [text(NORMAL, "{{ rivi.taso }}")]),
            (say("Muutoksia"), 2800, [text("Taulukonluku", "{{ rivi.maara }}")]),
        ],
    )


def _listed(heading: str, name: str) -> str:
    return when(
        name,
        text("Otsikkoilmannumeroa", heading),
        each(f"kohta in {name}", text("Merkittyluettelo", "{{ kohta }}")),
    )


def _versions(say: Say) -> str:
    return each(
        "versio in versiot",
        text("Otsikkoilmannumeroa", "{{ versio.nimi }}"),
        each("taso in versio.tasot", _changes(say)),
    )


def _changes(say: Say) -> str:
    what = [
        paragraph(NORMAL, run("{{ rivi.mita }}", bold=True)),
        when("rivi.kohde", text(NORMAL, "{{ rivi.kohde }}")),
        text(NORMAL, "{{ rivi.lahde }}"),
    ]
    why = [
        when("rivi.voimaan", text(NORMAL, "{{ rivi.voimaan }}")),
        when("rivi.perusta", text(NORMAL, "{{ rivi.perusta }}")),
        when("rivi.huomautus", text(NORMAL, "{{ rivi.huomautus }}")),
        when("not rivi.voimaan and not rivi.perusta and not rivi.huomautus", text(NORMAL, "–")),
    ]
    return table(
        "{{ taso.nimi }}",
        "rivi in taso.muutokset",
        [
            (say("Muutos"), 2700, what),
            (say("Aiemmin"), 2150, [text(NORMAL, "{{ rivi.aiemmin }}")]),
            (say("Nyt"), 2150, [text(NORMAL, "{{ rivi.nyt }}")]),
            (say("Voimassaolo ja perusta"), 2072, why),
        ],
    )
