"""How a paper looks in PDF: measures in points, as in the Word layouts of the house."""

from __future__ import annotations

from dataclasses import dataclass

from sopimukset.formats.pdf.pen import Colour

SHEET = (595.28, 841.89)
"""A4."""

SIDE, TOP, BOTTOM = 70.85, 85.0, 70.85
HEAD_AT, FOOT_AT = 50.0, 40.0
"""Base lines of the header from the upper edge and of the footer from the lower."""

DARK: Colour = (0.122, 0.188, 0.251)
MARK: Colour = (0.541, 0.110, 0.110)
FAINT: Colour = 0.3
RULE: Colour = 0.62
HEAD_FILL: Colour = 0.9
SUM_FILL: Colour = 0.95


@dataclass(frozen=True, slots=True)
class Look:
    """Letters and the space around a paragraph."""

    size: float
    leading: float
    before: float = 0.0
    after: float = 0.0
    bold: bool = False
    colour: Colour = 0.0


TITLE = Look(22, 26, 0, 6, bold=True, colour=DARK)
UNDER_TITLE = Look(12, 16, 0, 0, colour=DARK)
HEADINGS = (
    Look(14, 18, 18, 6, bold=True, colour=DARK),
    Look(12, 15, 13, 4, bold=True, colour=DARK),
    Look(10.5, 14, 10, 3, bold=True, colour=DARK),
)
TEXT = Look(10.5, 14, 0, 6)
STRONG = Look(10.5, 14, 0, 6, bold=True)
SMALL = Look(8.5, 11, 0, 6, colour=FAINT)
ITEM = Look(10.5, 14, 0, 3)
CAPTION = Look(9.5, 12, 10, 4, bold=True, colour=DARK)
CELL = Look(9, 11.5)
CELL_HEAD = Look(9, 11.5, bold=True)
HEADER = Look(8.5, 11, colour=FAINT)
FOOTER = Look(8, 10, colour=FAINT)

ITEM_INDENT, ITEM_HANG = 26.0, 14.0
PAD_SIDE, PAD_TOP, PAD_BOTTOM = 4.0, 2.5, 3.0
"""Space inside a table's cells."""

AFTER_TABLE = AFTER_FIGURE = 8.0
TOGETHER = 90.0
"""Rows of at most this height stay on one page; of a longer table two at least stand on each."""

SPARE, NEXT_TO_NOTHING = 14.0, 0.2
"""What pieces that stay together may take of the lower margin, and all text where that saves a last
page of so small a share."""
