"""Drawings as pieces of a page: one figure each, with the text that stands for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopimukset.formats.figures.drawing import Area, Dash, Drawing, Hatch, Label, Line
from sopimukset.formats.figures.hatching import stroke_width, strokes
from sopimukset.formats.flow import Piece
from sopimukset.formats.fonts.metrics import text_width
from sopimukset.formats.paper import Figure
from sopimukset.formats.pdf import look as looks
from sopimukset.formats.pdf.pen import Pen
from sopimukset.formats.pdf.structure import Element
from sopimukset.formats.pdf.texts import paragraph
from sopimukset.formats.writable import checked

Point = tuple[float, float]
_DASHES: dict[Dash, str] = {"solid": "[] 0", "dashed": "[4 2.5] 0", "dotted": "[0.8 2] 0"}


def figure(
    block: Figure, caption: str, owner: Element, left: float, width: float
) -> Iterator[Piece]:
    """A caption and a drawing, which is made smaller where it is wider than the page's text.

    Raises:
        UnwritableError: a text has a control character.
    """
    around = owner.add("Div")
    if caption:
        element = around.add("Caption")
        yield from paragraph(
            caption, looks.CAPTION, element, left, width, keep=True, whole=True, role="figure"
        )
    scale = min(1.0, width / block.drawing.width)
    made = around.add("Figure", alternative=checked(block.alternative or block.caption))

    def draw(pen: Pen, top: float) -> None:
        """Draw the shapes and tell the figure where it stands."""
        wide, high = block.drawing.width * scale, block.drawing.height * scale
        lower, upper = pen.height - top - high, pen.height - top
        box = f"{left:.2f} {lower:.2f} {left + wide:.2f} {upper:.2f}"
        made.attributes = f"/O /Layout /Placement /Block /BBox [{box}]"
        pen.begin(made)
        _Draughtsman(pen, left, top, scale).draw(block.drawing)

    yield Piece(block.drawing.height * scale + looks.AFTER_FIGURE, draw, role="figure")


class _Draughtsman:
    def __init__(self, pen: Pen, left: float, top: float, scale: float) -> None:
        self.pen, self.left, self.top, self.scale = pen, left, top, scale

    def draw(self, drawing: Drawing) -> None:
        """Draw the shapes in their order."""
        for shape in drawing.shapes:
            if isinstance(shape, Line):
                width = shape.width * self.scale
                dash = _DASHES[shape.dash]
                self.pen.line(self._points(shape.points), width, shape.shade, dash)
            elif isinstance(shape, Area):
                self._area(shape)
            else:
                self._label(shape)

    def _points(self, points: Sequence[Point]) -> list[Point]:
        return [(self.left + x * self.scale, self.top + y * self.scale) for x, y in points]

    def _area(self, area: Area) -> None:
        points = self._points(area.points)
        hatched = area.hatch != "none"
        self.pen.area(points, 1.0 if hatched else area.shade)
        if hatched:
            self._hatch(area.hatch, points, area.shade)
        if area.edge is not None:
            self.pen.area(points, None, area.edge, area.width * self.scale)

    def _hatch(self, hatch: Hatch, points: Sequence[Point], shade: float) -> None:
        self.pen.strokes(list(strokes(points, hatch)), stroke_width(hatch), shade)

    def _label(self, label: Label) -> None:
        (x, y), size = self._points([label.at])[0], label.size * self.scale
        width = text_width(label.text, size, bold=label.bold)
        x -= {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
        self.pen.texts([(x, y, label.text)], size, bold=label.bold, colour=label.shade)
