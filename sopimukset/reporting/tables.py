"""Tables for a terminal: columns as wide as they need, the widest wrapped where all don't fit.

A word that is longer than its column is broken, except in the last one, where nothing follows that
it could push aside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from sopimukset.reporting.cells import broken, cells, safe, wrapped

GAP = "  "
NARROWEST = 8
"""Cells below which no column is wrapped."""


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], width: int
) -> Iterator[Sequence[str]]:
    """The lines of the head and of each row; a column that is empty in all rows is left out.

    Args:
        head: the columns' titles.
        rows: as many texts each.
        width: the cells that there are.
    """
    kept = [number for number in range(len(head)) if any(row[number] for row in rows)]
    shown = [[safe(row[number]) for number in kept] for row in (head, *rows)]
    widths = _widths(shown, width)
    for row in shown:
        yield list(_lines(row, widths))


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    room = width - len(GAP) * (len(widths) - 1)
    words = [max(map(_longest_word, column)) for column in zip(*rows, strict=True)]
    _shrink(widths, room, words)  # words stay whole as long as that will do
    _shrink(widths, room, [0] * len(widths))
    return widths


def _shrink(widths: list[int], room: int, floors: Sequence[int]) -> None:
    """Narrow the widest columns in turn until all fit, none below its floor or `NARROWEST`."""
    while sum(widths) > room:
        open_to = [
            number for number, width in enumerate(widths) if width > max(floors[number], NARROWEST)
        ]
        if not open_to:
            return
        widths[max(open_to, key=lambda number: (widths[number], -number))] -= 1


def _longest_word(text: str) -> int:
    return max(map(cells, text.split()), default=0)


def _lines(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    columns = [wrapped(text, width) for text, width in zip(row, widths, strict=True)]
    for number, width in enumerate(widths[:-1]):
        columns[number] = [part for line in columns[number] for part in broken(line, width)]
    for parts in zip_longest(*columns, fillvalue=""):
        yield GAP.join(map(padded, parts, widths)).rstrip()


def padded(text: str, width: int) -> str:
    """The text, filled up with spaces to a width in cells."""
    return text + " " * (width - cells(text))
