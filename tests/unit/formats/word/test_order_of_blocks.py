"""Figures of a Word file stand where its pages hold them; nothing else changes places."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sopimukset.formats.paper import Block, Bullets, Figure, Heading, Paper, Table, Text
from sopimukset.formats.word import in_order
from tests.support.papers import paper, table, wheel

WHEEL = Figure("Vuosikello", wheel(), "Vuosi.")
LINE = Text("Rivi, joka on lyhyt.")
PIECES: list[Block] = [
    *(Heading("Otsikko"), Heading("Alaotsikko", 2), LINE, Text("pitkä teksti " * 60)),
    *(Text("Lähde.", "small"), Bullets(("yksi", "kaksi")), Bullets(("yksi",), numbered=True)),
    *(table(3), table(12), WHEEL),
]


def kinds(blocks: tuple[Block, ...]) -> list[str]:
    return [type(block).__name__ for block in blocks]


def test_a_figure_for_which_the_page_has_no_room_comes_after_its_table() -> None:
    """It stays before it where the page holds it, and where next to nothing is left."""
    told = {
        count: kinds(
            in_order(paper(*[LINE] * count, Heading("Kello"), WHEEL, table(12))).blocks[-2:]
        )
        for count in range(31)
    }
    assert told[0] == told[8] == told[30] == ["Figure", "Table"]
    assert told[20] == told[21] == ["Table", "Figure"]


def test_a_figure_passes_no_heading() -> None:
    for count in range(31):
        blocks: tuple[Block, ...] = (*[LINE] * count, WHEEL, Heading("Seuraava"), table(3))
        assert in_order(paper(*blocks)).blocks == blocks


def test_room_and_width_are_the_sheets() -> None:
    blocks: tuple[Block, ...] = (*[LINE] * 8, Heading("Kello"), WHEEL, table(12))
    assert in_order(paper(*blocks)).blocks == blocks
    assert in_order(paper(*blocks), room=450).blocks != blocks
    assert in_order(paper(*blocks), width=150).blocks == blocks


@given(st.lists(st.sampled_from(PIECES), max_size=60))
@settings(max_examples=60, deadline=None)
def test_only_figures_move_and_they_pass_neither_headings_nor_figures(blocks: list[Block]) -> None:
    made = in_order(Paper("R", "fi", tuple(blocks))).blocks
    still = [item for item in made if not isinstance(item, Figure)]
    assert still == [item for item in blocks if not isinstance(item, Figure)]
    order = (Heading, Figure)
    assert [item for item in made if isinstance(item, order)] == [
        item for item in blocks if isinstance(item, order)
    ]
    assert sum(isinstance(item, Table) for item in made) == sum(
        isinstance(item, Table) for item in blocks
    )
