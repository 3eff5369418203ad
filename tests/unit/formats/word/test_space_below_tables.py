"""Space below a table that a list follows, in Word."""

from __future__ import annotations

import re

from sopimukset.formats.paper import Block, Bullets, Column, Paper, Table, Text
from sopimukset.formats.word import word_blocks

TABLE = Table("Henkilöstö", (Column("Osapuoli", 1), Column("Määrä", 1)), (("Kela", "2"),))


def test_a_list_that_follows_a_table_has_space_above_itself() -> None:
    """Its first item has none of its own, and a table none below itself."""

    def below(*blocks: Block) -> list[int]:
        """The heights, in twentieths of a point, of the empty paragraphs after each table."""
        paper = Paper("Otsikko", "fi", blocks)
        sources = [item["rakenne"].source for item in word_blocks(paper) if item["rakenne"].source]
        return [
            sum(map(int, re.findall(r'w:line="(\d+)" w:lineRule="exact"', text)))
            for text in sources
        ]

    listed, plain = below(TABLE, Bullets(("a",))), below(TABLE, Text("a"))
    assert listed[0] > plain[0] + 100
    assert below(Bullets(("a",)), TABLE) == plain
