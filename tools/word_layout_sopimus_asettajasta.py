"""The layout of the agreement on who sets a common group, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import when
from word_layout_blocks import Say, parties, side, signatures
from word_layout_whole import agreement, dated

HANDLED = "Osapuolten päätökset"
SWEDISH = {HANDLED: "Parternas beslut"}
TABLES = {"osapuolet": parties, "allekirjoitukset": signatures}


def layout(language: str) -> bytes:
    """Return templates/sopimus-asettajasta/fi.docx or sv.docx."""
    return agreement(language, SWEDISH, _facts, TABLES, handled=HANDLED)


def _facts(say: Say) -> str:
    return (
        side(say("Johtoryhmä"), "{{ johtoryhma.nimi }}")
        + dated(say)
        + when("sopimus.voimassaolo", side(say("Voimassa"), "{{ sopimus.voimassaolo }}"))
        + when("asiakirja.asiatunnus", side(say("Asiatunnus"), "{{ asiakirja.asiatunnus }}"))
        + when("asiakirja.sailytysaika", side(say("Säilytysaika"), "{{ asiakirja.sailytysaika }}"))
    )
