"""A drawing: shapes on a sheet, in points from the upper left corner.

It is neither PDF nor Word: both draw the same shapes, so that a chart looks alike in the two.
Shades are greys from 0 (black) to 1 (white), for what a meeting is handed was printed in grey.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Dash = Literal["solid", "dashed", "dotted"]
Hatch = Literal["none", "rising", "falling", "crossed", "dots"]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line through two or more points."""

    points: tuple[tuple[float, float], ...]
    shade: float = 0.0
    width: float = 0.75
    dash: Dash = "solid"


@dataclass(frozen=True, slots=True)
class Area:
    """A closed polygon, filled with a shade or with hatching on white."""

    points: tuple[tuple[float, float], ...]
    shade: float = 0.6
    hatch: Hatch = "none"
    edge: float | None = 0.0
    width: float = 0.5


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; `at` is on its base line, at the side that `anchor` names."""

    text: str
    at: tuple[float, float]
    size: float = 8.0
    bold: bool = False
    anchor: Anchor = "start"
    shade: float = 0.0


Shape = Line | Area | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a sheet of `width` and `height` points, drawn in their order."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
