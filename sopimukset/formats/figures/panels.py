"""Several drawings on one sheet, in rows, each under its title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sopimukset.formats.figures.drawing import Drawing, Label, Shape
from sopimukset.formats.figures.looks import FULL_WIDTH, LINE, SIZE, texts
from sopimukset.formats.fonts.wrapping import wrapped

GAP = 18.0
"""Between two panels, in points."""

_BELOW_TITLE = 4.0


def panel_width(columns: int, width: float = FULL_WIDTH) -> float:
    """How wide each of so many panels beside each other is, in points."""
    return (width - GAP * (columns - 1)) / columns


def panels(
    drawings: Sequence[tuple[str, Drawing]], columns: int, width: float = FULL_WIDTH
) -> Drawing:
    """Titled drawings beside each other, as many in a row as asked.

    Args:
        drawings: each with its title, in reading order; none wider than `panel_width` gives.
        columns: how many stand in a row.
        width: of the sheet, in points.
    """
    wide = panel_width(columns, width)
    shapes: list[Shape] = []
    top = 0.0
    for first in range(0, len(drawings), columns):
        row = drawings[first : first + columns]
        titles = [wrapped(title, wide, SIZE) for title, _ in row]
        high = LINE * max(map(len, titles)) + _BELOW_TITLE
        for place, ((_, drawing), lines) in enumerate(zip(row, titles, strict=True)):
            left = place * (wide + GAP)
            shapes += texts(lines, left, top, bold=True)
            shapes += moved(drawing.shapes, left, top + high)
        top += high + max(drawing.height for _, drawing in row) + GAP
    return Drawing(width, max(top - GAP, 0.0), tuple(shapes))


def moved(shapes: Sequence[Shape], right: float, down: float) -> Iterator[Shape]:
    """The shapes so many points further to the right and below."""
    for shape in shapes:
        if isinstance(shape, Label):
            yield replace(shape, at=(shape.at[0] + right, shape.at[1] + down))
        else:
            points = tuple((x + right, y + down) for x, y in shape.points)
            yield replace(shape, points=points)
