"""A paper's blocks as a layout's fields: the layout loops over them and holds their look.

Headings, paragraphs and items are styled by the layout, which people edit in Word. Tables and
figures are finished XML (:class:`Fragment`) in the layout's styles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypedDict

from sopimukset.formats.paper import (
    Block,
    Bullets,
    Figure,
    Heading,
    Paper,
    Table,
    Text,
    ending_rows,
    stays,
)
from sopimukset.formats.word.drawing import figure_fragment
from sopimukset.formats.word.fragment import Fragment
from sopimukset.formats.word.quick import END_PARAGRAPH
from sopimukset.formats.word.tables import TEXT_WIDTH, table_source
from sopimukset.formats.writable import checked

NUMBERED_LISTS = 60
"""How many numbered lists a layout can hold, each beginning from 1."""

FIRST_LIST = 11
"""The id of the first of them in the layout's numbering."""

_NOTHING = Fragment("")
_WEIGHTS = {"plain": "kappale", "strong": "vahva", "small": "pieni"}


class Lohko(TypedDict):
    """A block of a paper.

    `laji` is otsikko1, otsikko2, otsikko3, kappale, vahva, pieni, kohta (an item of a list),
    numero (an item of a numbered list), taulukko or kuva; `teksti` its text or caption. `kieli` is
    the code of another language than the document's, "" where it is the same. `sivu`: it begins a
    page. `pysyy`: 1 where a paragraph stays on one page with what follows, else 0. `luettelo`: the
    id of the numbered list that an item belongs to. `rakenne`: the finished table or figure.
    """

    laji: str
    teksti: str
    kieli: str
    sivu: bool
    pysyy: str
    luettelo: str
    rakenne: Fragment


def word_blocks(paper: Paper, width: float = TEXT_WIDTH) -> list[Lohko]:
    """The fields of a layout that `tools/word_layout_paper.py` made, for `lohkot`.

    Args:
        paper: the paper; its title, mark and foot are the layout's own affair.
        width: of the text on the layout's sheet, in points.

    Raises:
        UnwritableError: a text has a control character.
        ValueError: more numbered lists than a layout holds.
    """
    maker = _Maker(width)
    blocks = paper.blocks
    beside = zip((None, *blocks), blocks, (*blocks[1:], None), strict=False)
    return [
        _spaced(item) if isinstance(block, Table) and isinstance(after, Bullets) else item
        for number, (before, block, after) in enumerate(beside, 1)
        for item in maker.block(block, blocks[number:], keep=stays(before, block, after))
    ]


_SPACE = END_PARAGRAPH.replace('w:line="1"', 'w:line="120"')
"""Six points of nothing; the layouts' tables have none below them."""


def _spaced(table: Lohko) -> Lohko:
    """A table with some space below it, for a list's first item has none above itself."""
    source = table["rakenne"]
    return {**table, "rakenne": replace(source, source=source.source + _SPACE)}


class _Maker:
    def __init__(self, width: float) -> None:
        self.width = width
        self.lists, self.figures = 0, 0

    def block(self, block: Block, after: Sequence[Block], *, keep: bool) -> Iterator[Lohko]:
        """The block as fields, a list as many as it has items.

        Args:
            block: the block.
            after: those that follow.
            keep: whether it stays with the next one.
        """
        if isinstance(block, Heading):
            level = min(max(block.level, 1), 3)
            yield _made(f"otsikko{level}", block.text, page=block.page)
        elif isinstance(block, Text):
            kind, language = _WEIGHTS[block.weight], block.language or ""
            yield _made(kind, block.text, language=language, keep=keep)
        elif isinstance(block, Bullets):
            yield from self._items(block)
        elif isinstance(block, Table):
            made = table_source(block, self.width, ending_rows(block, after))
            yield _made("taulukko", block.caption, source=Fragment(made + END_PARAGRAPH))
        else:
            yield self._figure(block)

    def _items(self, block: Bullets) -> Iterator[Lohko]:
        if not block.numbered:
            yield from (_made("kohta", text) for text in block.items)
            return
        if self.lists == NUMBERED_LISTS:
            raise ValueError(f"more than {NUMBERED_LISTS} numbered lists in a paper")
        number = str(FIRST_LIST + self.lists)
        self.lists += 1
        yield from (_made("numero", text, number=number) for text in block.items)

    def _figure(self, block: Figure) -> Lohko:
        self.figures += 1
        source = figure_fragment(block, self.figures, self.width)
        return _made("kuva", block.caption, source=source)


def _made(
    kind: str, text: str, *, language: str = "", page: bool = False, keep: bool = False,
    number: str = "", source: Fragment = _NOTHING,
) -> Lohko:  # fmt: skip
    return {
        "laji": kind,
        "teksti": checked(text),
        "kieli": language,
        "sivu": page,
        "pysyy": str(int(keep)),
        "luettelo": number,
        "rakenne": source,
    }
