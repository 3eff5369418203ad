"""How wide the columns of a table are: alike in PDF and Word."""

from __future__ import annotations

from collections.abc import Sequence

from sopimukset.formats.fonts.metrics import text_width
from sopimukset.formats.fonts.wrapping import longest_word
from sopimukset.formats.paper import Table

_MOST = 0.45
"""No word claims more of the width than this; a longer one is divided."""


def column_widths(table: Table, total: float, size: float, padding: float) -> tuple[float, ...]:
    """The widths of the columns, which together make the whole width.

    Each has its share, but at least room for its longest word; what the others have to spare pays
    for that.

    Args:
        table: the table.
        total: its width, in points.
        size: of its letters, in points.
        padding: what a cell leaves empty at its two sides together.
    """
    shares = [max(column.share, 0.0) for column in table.columns]
    whole = sum(shares) or 1.0
    wanted = [total * (share / whole if sum(shares) else 1 / len(shares)) for share in shares]
    least = [
        min(_least(table, number, size) + padding + 0.5, total * _MOST)
        for number in range(len(shares))
    ]
    return tuple(_settled(wanted, least, total))


def _least(table: Table, number: int, size: float) -> float:
    head = longest_word(table.columns[number].head, size, bold=True)
    if table.columns[number].side == "right":
        cells = (text_width(row[number], size, bold=True) for row in table.rows)
        return max(head, min(max(cells, default=0.0), 90.0))
    words = (longest_word(row[number], size, bold=True) for row in table.rows)
    return max(head, max(words, default=0.0))


def _settled(wanted: Sequence[float], least: Sequence[float], total: float) -> list[float]:
    """The wanted widths where they are enough; the least ones, squeezed alike, where none is."""
    if sum(least) >= total:
        return [width * total / sum(least) for width in least]
    lacking = sum(max(low - want, 0.0) for want, low in zip(wanted, least, strict=True))
    spare = sum(max(want - low, 0.0) for want, low in zip(wanted, least, strict=True))
    part = lacking / spare if spare else 0.0
    return [
        low if want <= low else want - (want - low) * part
        for want, low in zip(wanted, least, strict=True)
    ]
