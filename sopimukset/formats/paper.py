"""A paper: headings, text, lists, tables and figures in reading order, before any file format.

One paper becomes a tagged PDF and a Word file; both read the same blocks, so that what the one says
the other says too. Text is plain: nothing in it is markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sopimukset.formats.figures.drawing import Drawing

Side = Literal["left", "right"]
Weight = Literal["plain", "strong", "small"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; levels run from 1 and never skip one. `page` begins a new page with it."""

    text: str
    level: int = 1
    page: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `language` is given where it isn't the paper's own (a code as `sv`, `se`)."""

    text: str
    weight: Weight = "plain"
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short texts; numbered where their order is an order of doing."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its share of the width, and the side on which its cells stand."""

    head: str
    share: float
    side: Side = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; its head is repeated on every page, its rows are never broken.

    Attributes:
        row_head: whether the first column heads its row.
        strong: numbers of the rows, from 0, that are sums and stand out.

    Raises:
        ValueError: it has no columns, or a row has more or fewer cells than there are columns.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    row_head: bool = True
    strong: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError("a table without columns")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row of a table has more or fewer cells than there are columns")


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with its caption, and the text that stands for it where it can't be seen."""

    caption: str
    drawing: Drawing
    alternative: str


Block = Heading | Text | Bullets | Table | Figure


def stays(before: Block | None, block: Block, after: Block | None) -> bool:
    """Whether the end of a block stays on one page with the next one.

    A note stays with its table or figure, and what leads to a table, a figure or a list with that.
    """
    if isinstance(block, Table | Figure):
        return isinstance(after, Text) and after.weight == "small"
    if not isinstance(block, Text):
        return False
    if block.weight == "small" and isinstance(before, Table | Figure):
        return False
    shown = isinstance(after, Table | Figure)
    listed = isinstance(after, Bullets) and block.text.rstrip().endswith(":")
    return shown or listed or (block.weight == "small" and isinstance(before, Heading))


ENDING_ROWS, CLOSING_ROWS = 2, 5
"""How many rows of a table stand together at its end; of one that closes its paper more, so that
the last page holds more than a sum."""


def ending_rows(block: Table, after: Sequence[Block]) -> int:
    """How many of a table's last rows stay on one page.

    Args:
        block: the table.
        after: what follows in its paper; a note to it may.
    """
    closes = all(isinstance(item, Text) and item.weight == "small" for item in after)
    return CLOSING_ROWS if closes and len(block.rows) > CLOSING_ROWS else ENDING_ROWS


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of A4 sheets, ready to be written.

    Attributes:
        title: what it is, for the title line and the file's properties.
        language: of the whole, a code as `fi`.
        under_title: lines under the title: group, period, region.
        mark: what stands in every page's header, as LUONNOS or ESIMERKKI; empty where nothing does.
        foot: what stands in every page's footer beside the page's number.
        page_word: the page's number in words with `{number}` and `{count}`.
        properties: named facts for the file's properties, for tracing where it came from.
        landscape: whether its sheets lie on their long side.
        day: its own day, for the file's properties; never that of the run.
        table_word, figure_word: what a caption begins with before its number, as Taulukko; where
            it is empty, captions have no numbers.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    under_title: tuple[str, ...] = ()
    mark: str = ""
    foot: str = ""
    page_word: str = "{number} ({count})"
    properties: tuple[tuple[str, str], ...] = ()
    landscape: bool = False
    day: date | None = None
    table_word: str = ""
    figure_word: str = ""
