"""The layout of an amending agreement, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import each, package, paragraph, run, text, when
from word_layout_blocks import (
    KEEP,
    Say,
    clauses,
    deviations,
    footer,
    gaps,
    handling_line,
    header,
    mark_box,
    parties,
    party_line,
    side,
    side_heading,
    signatures,
    speaker,
    titles,
)

KEPT = "not loop.last and (loop.first or loop.revindex == 2)"
FREE = f"not ({KEPT})"
DEPARTED = "Muutossopimus on laadittu mallilausekkeista. Niistä on poikettu seuraavasti."
SWEDISH = {
    DEPARTED: "Ändringsavtalet bygger på modellklausuler. Från dem avviks enligt följande.",
    "Muutettava sopimus": "Avtal som ändras",
    "Sopimuksen asiatunnus": "Avtalets diarienummer",
    "Versiot": "Versioner",
    "Muutossopimus": "Ändringsavtal",
    "Voimaan": "I kraft",
    "Säilytysaika": "Förvaringstid",
    "Päiväys": "Datum",
    "Käsitelty ja hyväksytty": "Behandlat och godkänt",
    "Nykyinen": "Nuvarande",
    "Uusi": "Nytt",
}


def layout(language: str) -> bytes:
    """Return templates/muutossopimus/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    tables = {"osapuolet": parties, "muutokset": _changes, "allekirjoitukset": signatures}
    body = _head(say) + clauses(say, tables) + deviations(say, DEPARTED) + gaps(say)
    return package(body, header(), footer(say), language)


def _head(say: Say) -> str:
    return (
        mark_box()
        + titles()
        + side_heading(say("Osapuolet"))
        + each("osapuoli in osapuolet", party_line(say))
        + side_heading(say("Muutettava sopimus"))
        + side(say("Sopimuksen asiatunnus"), "{{ muutettava.asiatunnus }}")
        + side(say("Versiot"), "{{ muutettava.versiosta }} → {{ muutettava.versioon }}")
        + side_heading(say("Muutossopimus"))
        + side(say("Voimaan"), "{{ sopimus.alkaen }}")
        + side(say("Asiatunnus"), "{{ asiakirja.asiatunnus }}")
        + side(say("Säilytysaika"), "{{ asiakirja.sailytysaika }}")
        + when("asiakirja.paiva", side(say("Päiväys"), "{{ asiakirja.paiva }}"))
        + when(
            "kasittelyt",
            side_heading(say("Käsitelty ja hyväksytty")),
            each("kasittely in kasittelyt", text("Kansirivi", handling_line(say))),
        )
    )


def _changes(say: Say) -> str:
    """The numbered changes: what was agreed, and what is agreed instead."""
    return each(
        "muutos in muutokset",
        paragraph(
            "Johdantolause",
            run("{{ loop.index }}. {{ muutos.kohta }}", bold=True),
            extra='<w:spacing w:before="200" w:after="60"/>',
        ),
        _labelled(say("Nykyinen"), "muutos.vanha"),
        _labelled(say("Uusi"), "muutos.uusi"),
    )


def _labelled(label: str, paragraphs: str) -> str:
    """Paragraphs beside one label; neither the first nor the last stands on a page without another.

    A paragraph alone could be one line, which Word's control of lines knows nothing of.
    """
    text = "{{ kappale }}"
    return each(
        f"kappale in {paragraphs}",
        when("loop.first", when(KEPT, side(label, text, KEEP)), when(FREE, side(label, text))),
        when("not loop.first", when(KEPT, side("", text, KEEP)), when(FREE, side("", text))),
    )
