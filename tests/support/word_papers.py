"""Papers as Word documents, in a layout as the maintainers' tool makes it."""

from __future__ import annotations

import sys
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from lxml import etree

from sopimukset.formats import zip as archive
from sopimukset.formats.figures.bars import BarRow, bar_rows
from sopimukset.formats.figures.drawing import Drawing
from sopimukset.formats.paper import Block, Bullets, Column, Figure, Heading, Paper, Table, Text
from sopimukset.formats.word import Properties, render, word_blocks

TOOLS = Path(__file__).resolve().parents[2] / "tools"
PROPERTIES = Properties("Raportti", "fi", date(2026, 7, 1))
LETTERS = "å ä ö § € – − ≥ č š ž đ ŋ ŧ & < > \" '"
DOCUMENT = "word/document.xml"


@cache
def layout() -> bytes:
    """A layout as the maintainers' tool makes it for kinds whose content is a paper."""
    sys.path.insert(0, str(TOOLS))
    try:
        blocks: Any = import_module("word_layout_blocks")
        made: Any = import_module("word_layout_paper")
        whole: Any = import_module("word_layout")
    finally:
        sys.path.remove(str(TOOLS))
    say = blocks.speaker("fi")
    body = blocks.mark_box() + blocks.titles() + made.paper(say) + blocks.gaps(say)
    done: bytes = whole.package(body, blocks.header(), blocks.footer(say), "fi", numbered=False)
    return done


def fields(*blocks: Block) -> dict[str, object]:
    document = {
        "otsikko": "Raportti", "alaotsikko": "TYM", "lyhyt_otsikko": "Raportti",
        "merkinta": "LUONNOS", "merkinnan_selite": "Selite.", "asiatunnus": "", "tunniste": "x",
    }  # fmt: skip
    return {"lohkot": word_blocks(Paper("R", "fi", blocks)), "puutteet": [], "asiakirja": document}


def made(*blocks: Block) -> bytes:
    return render(layout(), fields(*blocks), PROPERTIES)


def body_of(document: bytes) -> Any:
    return etree.fromstring(archive.read(document)[DOCUMENT])


def chart() -> Drawing:
    rows = [BarRow("Lahti", (10, 8.5), 9), BarRow("Kela", (3, None)), BarRow("Muut", (-1, 0))]
    return bar_rows(rows, ("Sovittu", "Toteutunut"), missing="ei kirjattu", target="Tavoite")


def table(rows: int, *, caption: str = "Henkilöstö") -> Table:
    columns = (Column("Osapuoli", 3), Column("Sovittu", 1, "right"), Column("Huomautus", 3))
    found = tuple((f"Kunta {row}", f"{row},5", "selitys " * (row % 5)) for row in range(rows))
    return Table(caption, columns, found, strong=(rows - 1,) if rows else ())


def blocks_of_each_kind() -> tuple[Block, ...]:
    return (
        Heading("Otsikko"),
        Text(LETTERS),
        Text("Vahva", "strong"),
        Text("Pieni", "small"),
        Text("Ovttasbargu", language="se"),
        Heading("Toinen", 2, page=True),
        Bullets(("a", "b")),
        Bullets(("c", "d"), numbered=True),
        Heading("Kolmas", 3),
        Figure("Kuvio", chart(), f"Kuvaus {LETTERS}"),
        table(4),
        Bullets(("e",), numbered=True),
        Figure("Toinen kuvio", chart(), "Toinen kuvaus"),
        table(30, caption=LETTERS),
    )
