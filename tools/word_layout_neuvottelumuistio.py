"""The layout of a memo of a negotiation, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import each, paragraph, table, text, when
from word_layout_blocks import (
    CLOSE_HEADING,
    NORMAL,
    Say,
    clauses,
    party_name,
    side,
    speaker,
)
from word_layout_whole import whole

MAKER = "lauseke.tunnus == 'kirjaaminen'"
"""The clause that tells who made the memo: a line of the head; last, it could fill a page alone."""
SWEDISH = {
    "Neuvottelun päivä": "Dag",
}
"""611/2021 14 § speaks of «samråd», the other acts of «förhandling»: the label says neither."""


def layout(language: str) -> bytes:
    """Return templates/neuvottelumuistio/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    return whole(
        language,
        say,
        side(say("Neuvottelun päivä"), "{{ neuvottelu.paiva }}"),
        when("asiakirja.asiatunnus", side(say("Asiatunnus"), "{{ asiakirja.asiatunnus }}")),
        each(
            f"lauseke in lausekkeet if {MAKER}",
            side("{{ lauseke.otsikko }}", "{{ (lauseke.kappaleet | last).teksti }}"),
        ),
        clauses(say, {"osapuolet": _participants}, f" if not ({MAKER})", CLOSE_HEADING),
        close=True,
        filled=True,
    )


def _participants(say: Say) -> str:
    """The parties that negotiated: `osapuolet`; one alone is named in the text."""
    parties = table(
        say("Osapuolet"),
        "osapuoli in osapuolet",
        [
            (say("Osapuoli"), 3572, [paragraph(NORMAL, party_name(say))]),
            (
                say("Rooli"),
                5500,
                [
                    text(
                        NORMAL,
                        "{% if osapuoli.roolit == osapuoli.nimi %}–{% else %}"
                        "{{ osapuoli.roolit }}{% endif %}"
                        "{% if osapuoli.viranomainen %}, {{ osapuoli.viranomainen }}{% endif %}",
                    )
                ],
            ),
        ],
    )
    return when("osapuolet | length > 1", parties)
