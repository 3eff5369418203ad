"""Whole layouts: what stands first and last in every kind of document, and in every agreement."""

from __future__ import annotations

from collections.abc import Mapping

from word_layout import MARGINS, each, package, text, when
from word_layout_blocks import (
    Say,
    Table,
    annexes,
    clauses,
    contents,
    deviations,
    footer,
    gaps,
    handling_line,
    header,
    mark_box,
    party_line,
    side,
    side_heading,
    speaker,
    summary,
    titles,
)
from word_layout_styles import spacing

IN_ANNEX = ("henkilosto", "toimipisteet", "kustannukset", "jasenet")
ENDS = (
    ("liitteet", "Liitteet"),
    ("poikkeamat", "Poikkeamat mallilausekkeista"),
    ("puutteet", "Puuttuvat tiedot"),
)
HANDLED = "Käsitelty ja hyväksytty"
CLOSER = spacing(340, 100, 240)
"""Around the headings of an agreement: of its pages many would lack a line or two to hold a
section more."""
LAST_AGREED = "lauseke.tunnus == 'voimassaolo' and loop.last"
"""The paragraph before the signatures: they aren't alone on a last page."""
CLOSE_MARGINS = (1418, 1417, 1134, 1417)
"""Top, right, bottom, left of a paper that is set close."""
SWEDISH = {
    "Sopimus": "Avtal",
    "Johtoryhmä": "Ledningsgrupp",
    "Voimassa": "Giltighet",
    "Säilytysaika": "Förvaringstid",
    "Päiväys": "Datum",
    HANDLED: "Behandlat och godkänt",
}
"""The Swedish words of every agreement."""


def whole(
    language: str,
    say: Say,
    *blocks: str,
    numbered: bool = False,
    close: bool = False,
    filled: bool = False,
) -> bytes:
    """A layout: the mark and the titles, the blocks, and the list of what is missing.

    Headings have numbers where `numbered`. A paper of a page or two is set `close`: its titles
    stand near to what follows, and its pages have lower margins above and below. One with
    places that are `filled` in by hand tells so.
    """
    body = mark_box(filled=filled) + titles(close=close) + "".join(blocks) + gaps(say)
    margins = CLOSE_MARGINS if close else MARGINS
    return package(body, header(), footer(say), language, numbered=numbered, margins=margins)


def agreement(
    language: str,
    words: Mapping[str, str],
    facts: Table,
    tables: Mapping[str, Table],
    *,
    note: str = "",
    handled: str = HANDLED,
    listed: bool = False,
) -> bytes:
    """The layout of a written agreement: cover, clauses, annexes, deviations.

    Args:
        language: of the layout.
        words: the Swedish words of the kind.
        facts: the facts of the cover that the kind tells.
        tables: the tables that clauses may name.
        note: a sentence below the titles.
        handled: the heading of the parties' decisions.
        listed: whether a list of contents follows the cover.
    """
    say = speaker(language, SWEDISH | dict(words))
    return whole(
        language,
        say,
        summary(),
        text("Normaali", say(note)) if note else "",
        _parties(say),
        side_heading(say("Sopimus")),
        facts(say),
        _decisions(say, handled),
        contents(say, ENDS) if listed else "",
        clauses(say, tables, heading=CLOSER, kept=LAST_AGREED),
        annexes(say, IN_ANNEX),
        deviations(say),
        numbered=True,
    )


def kept(say: Say) -> str:
    """The case number and how long the agreement is kept."""
    return side(say("Asiatunnus"), "{{ asiakirja.asiatunnus }}") + side(
        say("Säilytysaika"), "{{ asiakirja.sailytysaika }}"
    )


def dated(say: Say) -> str:
    """The agreement's day, where it has one."""
    return when("asiakirja.paiva", side(say("Päiväys"), "{{ asiakirja.paiva }}"))


def _parties(say: Say) -> str:
    return side_heading(say("Osapuolet")) + each("osapuoli in osapuolet", party_line(say))


def _decisions(say: Say, heading: str) -> str:
    return when(
        "kasittelyt",
        side_heading(say(heading)),
        each("kasittely in kasittelyt", text("Kansirivi", handling_line(say))),
    )
