"""The layout of an annex as a document of its own, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import text, when
from word_layout_blocks import (
    TABLES,
    Say,
    clauses,
    side,
    speaker,
)
from word_layout_whole import whole

IN_ANNEX = ("jasenet", "toimipisteet", "henkilosto", "kustannukset")
SWEDISH = {
    "Johtoryhmä": "Ledningsgrupp",
    "Päiväys": "Datum",
}


def layout(language: str) -> bytes:
    """Return templates/liite/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    return whole(
        language,
        say,
        _facts(say),
        clauses(say, {}),
        *(when(f"liite.taulukko == '{name}' and {name}", TABLES[name](say)) for name in IN_ANNEX),
        when(
            "not (jasenet or toimipisteet or henkilosto or kustannukset)",
            text("Normaali", say("Taulukkoon ei ole kirjattu tietoja.")),
        ),
    )


def _facts(say: Say) -> str:
    return (
        when("johtoryhma_nimi", side(say("Johtoryhmä"), "{{ johtoryhma_nimi }}"))
        + when("asiakirja.asiatunnus", side(say("Asiatunnus"), "{{ asiakirja.asiatunnus }}"))
        + when("asiakirja.paiva", side(say("Päiväys"), "{{ asiakirja.paiva }}"))
    )


SWEDISH["Taulukkoon ei ole kirjattu tietoja."] = "Inga uppgifter har antecknats i tabellen."
