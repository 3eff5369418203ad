"""The layout of a yearly review of the staff, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import paragraph, run, table, text, when
from word_layout_blocks import CLOSE_HEADING, KEEP, NORMAL, Say, clauses, side, speaker
from word_layout_whole import whole

from sopimukset.formats.word.quick import END_PARAGRAPH

SWEDISH = {
    "Jakso": "Period",
    "Henkilöstö": "Personal",
    "Sovittu": "Avtalat",
    "Kirjattu toteuma": "Antecknat utfall",
    "Ero": "Skillnad",
    "Vajaukset": "Underskott",
    "Rivi ja ero": "Rad och skillnad",
    "Syy": "Orsak",
    "Vaikutus": "Verkan",
    "Esitys": "Förslag",
}
AMOUNT = "Taulukonluku"


def layout(language: str) -> bytes:
    """Return templates/henkiloston-tarkistus/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    return whole(
        language,
        say,
        side(say("Jakso"), "{{ jakso }}"),
        clauses(say, {"rivit": _staff, "vajaukset": _gaps}, heading=CLOSE_HEADING),
        close=True,
        filled=True,
    )


def _staff(say: Say) -> str:
    return table(
        say("Henkilöstö"),
        "rivi in rivit",
        [
            (say("Osapuoli"), 2300, _told("osapuoli")),
            (say("Tehtävä"), 2472, _told("tehtava")),
            (say("Yksikkö"), 1000, _told("yksikko")),
            (say("Sovittu"), 1050, _told("sovittu", AMOUNT)),
            (say("Kirjattu toteuma"), 1300, _told("toteutunut", AMOUNT)),
            (say("Ero"), 950, _told("ero", AMOUNT)),
        ],
    )


def _told(field: str, style: str = NORMAL) -> list[str]:
    """A cell of the staff: a sum stands out in bold."""
    value = f"{{{{ rivi.{field} }}}}"
    return [
        when("rivi.summa", paragraph(style, run(value, bold=True))),
        when("not rivi.summa", text(style, value)),
    ]


def _gaps(say: Say) -> str:
    """What lacks; it keeps with the decision, whose two lines would be alone on a last page."""
    return _kept_with_next(_lacking(say))


def _kept_with_next(made: str) -> str:
    cell = f'<w:pStyle w:val="{NORMAL}"/>'
    end = END_PARAGRAPH.replace("<w:pPr>", f"<w:pPr>{KEEP}", 1)
    return made.replace(cell, cell + KEEP).replace(END_PARAGRAPH, end)


def _lacking(say: Say) -> str:
    return table(
        say("Vajaukset"),
        "rivi in vajaukset",
        [
            (say("Rivi ja ero"), 2572, [text(NORMAL, "{{ rivi.rivi }}")]),
            (say("Syy"), 2100, [text(NORMAL, "{{ rivi.selite }}")]),
            (say("Vaikutus"), 2200, [text(NORMAL, "{{ rivi.vaikutus }}")]),
            (say("Esitys"), 2200, [text(NORMAL, "{{ rivi.esitys }}")]),
        ],
    )
