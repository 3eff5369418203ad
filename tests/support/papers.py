"""Papers to be written as files."""

from __future__ import annotations

from datetime import date

from sopimukset.formats.figures.bars import BarRow, bar_rows
from sopimukset.formats.figures.drawing import Drawing
from sopimukset.formats.figures.wheel import Segment, year_wheel
from sopimukset.formats.paper import Block, Bullets, Column, Figure, Heading, Paper, Table, Text

LETTERS = "å ä ö Å Ä Ö § € – − ≥ č š ž đ ŋ ŧ"
MONTHS = [
    "tammi",
    "helmi",
    "maalis",
    "huhti",
    "touko",
    "kesä",
    "heinä",
    "elo",
    "syys",
    "loka",
    "marras",
    "joulu",
]


def paper(*blocks: Block, title: str = "Seurantaraportti", mark: str = "LUONNOS") -> Paper:
    return Paper(
        title,
        "fi",
        blocks,
        under_title=("TYM-johtoryhmä", "1.1.–30.6.2026"),
        mark=mark,
        foot="alue / laji / fi",
        page_word="Sivu {number} / {count}",
        properties=(("sopimukset.alue", "alue"), ("sopimukset.sinetti", "ä & <b>")),
        day=date(2026, 7, 1),
        table_word="Taulukko",
        figure_word="Kuva",
    )


def table(rows: int, caption: str = "Henkilöstö") -> Table:
    columns = (Column("Osapuoli", 3), Column("Sovittu", 1, "right"), Column("Huomautus", 3))
    found = tuple(
        (f"Kunta {number}", f"{number},5", "selitys " * (number % 9)) for number in range(rows)
    )
    return Table(caption, columns, found, strong=(rows - 1,) if rows else ())


def wheel() -> Drawing:
    """A year's wheel with one thing in it, some third of a page high."""
    return year_wheel([Segment("Henkilöstön tarkastus", 0, 8, 10)], ("Määräajat",), MONTHS)


def typical() -> Paper:
    """A paper with a block of each kind, several pages long."""
    rows = [BarRow("Lahti", (10, 8.5), 9), BarRow("Kela", (3, None)), BarRow("Muut", (-1, 0))]
    chart = bar_rows(rows, ("Sovittu", "Toteutunut"), missing="ei kirjattu", target="Tavoite")
    return paper(
        Heading("Mitä nyt päätetään"),
        Text("Johtoryhmä päättää 388/2024 2 §:n mukaisesti. " * 12),
        Bullets(("Ensimmäinen", "Toinen " * 40, LETTERS), numbered=True),
        Heading("Henkilöstö", 2),
        Figure("Sovittu ja toteutunut", chart, "Lahti: sovittu 10, toteutunut 8,5."),
        table(45),
        Text("Lähde: seurantatiedosto.", "small"),
        Heading("Pienin otsikko", 3),
        Bullets(("Yksi", "Kaksi")),
        Text("Vahva kappale", "strong"),
        Text("Ovttasbargu ŋ đ ŧ", language="se"),
        Heading("Vuosi", page=True),
        Figure("Vuosikello", wheel(), "Henkilöstön tarkastus syys–lokakuussa."),
        table(3, "Pieni taulukko"),
    )
