"""Drawings as shapes of Word's own (DrawingML): sharp at any size, their text still text.

One group of shapes stands in the line like a letter, with the text that stands for it. Microsoft
Word from 2010 on and LibreOffice draw it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from sopimukset.formats.figures.drawing import Area, Dash, Drawing, Label, Line
from sopimukset.formats.figures.hatching import stroke_width, strokes
from sopimukset.formats.fonts.metrics import text_width
from sopimukset.formats.paper import Figure
from sopimukset.formats.word.quick import FIRST_PICTURE
from sopimukset.formats.writable import checked

Point = tuple[float, float]
_POINT = 12700
"""A point in the units of DrawingML."""

_SPACES = " ".join(
    f'xmlns:{name}="http://schemas.{space}"'
    for name, space in (
        ("mc", "openxmlformats.org/markup-compatibility/2006"),
        ("wp", "openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "openxmlformats.org/drawingml/2006/main"),
        ("wpg", "microsoft.com/office/word/2010/wordprocessingGroup"),
        ("wps", "microsoft.com/office/word/2010/wordprocessingShape"),
    )
)
_STYLE = "Kuva"
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_DASHES: dict[Dash, str] = {
    "solid": "",
    "dashed": '<a:prstDash val="dash"/>',
    "dotted": '<a:prstDash val="sysDot"/>',
}
_UNSEEN = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
"""The look of a rectangle that isn't seen."""

_ASCENT, _HEIGHT = 0.952, 1.222
"""Where the base line stands in a line of the layouts' font, and the line's height, in sizes."""

_SLACK = 4.0
"""How much wider than its text a label's box is: programs measure a little differently."""

_ANCHORS = {"start": (0.0, "left"), "middle": (0.5, "center"), "end": (1.0, "right")}
"""How much of its box a label has before its place, and the side on which its text stands."""


def figure_source(figure: Figure, number: int, width: float) -> str:
    """A paragraph with the drawing of a figure, made smaller where it is wider than the text.

    Args:
        figure: the figure; its caption stands before it and is the layout's.
        number: of the figure in the document, from 1.
        width: of the text, in points.

    Raises:
        UnwritableError: a text has a control character.
    """
    drawing = figure.drawing
    scale = min(1.0, width / drawing.width)
    wide, high = _units(drawing.width * scale), _units(drawing.height * scale)
    told = quoteattr(checked(figure.alternative or figure.caption))
    name = quoteattr(checked(figure.caption))
    identifier = FIRST_PICTURE + number - 1
    shapes = _Shapes(scale, identifier * 1000)
    drawn = shapes.ground(drawing) + "".join(shapes.of(drawing))
    extent = f'<a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/>'
    inner = f'<a:chOff x="0" y="0"/><a:chExt cx="{wide}" cy="{high}"/>'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{_STYLE}"/></w:pPr><w:r><mc:AlternateContent {_SPACES}>'
        '<mc:Choice Requires="wpg"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{identifier}" name={name} descr={told}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_GROUP}"><wpg:wgp>'
        f"<wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>{extent}{inner}</a:xfrm></wpg:grpSpPr>"
        f"{drawn}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"</mc:AlternateContent></w:r></w:p>"
    )


class _Shapes:
    def __init__(self, scale: float, number: int) -> None:
        self.scale, self.number = scale, number

    def ground(self, drawing: Drawing) -> str:
        """A rectangle of no colour under the whole drawing.

        LibreOffice stretches what a group holds to the group's size: without it, a circle with
        room beside it becomes an oval.
        """
        box = _box(0, 0, drawing.width * self.scale, drawing.height * self.scale)
        return self._shape(f"{box}{_UNSEEN}")

    def of(self, drawing: Drawing) -> Iterator[str]:
        """The shapes of a drawing, one after the other."""
        for shape in drawing.shapes:
            if isinstance(shape, Line):
                look = self._stroke(shape.width, shape.shade, _DASHES[shape.dash])
                yield self._path([self._points(shape.points)], look, closed=False)
            elif isinstance(shape, Area):
                yield from self._area(shape)
            elif shape.text.strip():
                yield self._label(shape)

    def _area(self, area: Area) -> Iterator[str]:
        points = self._points(area.points)
        hatched = area.hatch != "none"
        edge = "<a:ln><a:noFill/></a:ln>"
        if area.edge is not None:
            edge = self._stroke(area.width, area.edge)
        fill = 1.0 if hatched else area.shade
        yield self._path([points], _solid(fill) + edge, closed=True)
        lines = list(strokes(points, area.hatch)) if hatched else []
        if lines:
            look = self._stroke(stroke_width(area.hatch) / self.scale, area.shade)
            yield self._path(lines, look, closed=False)

    def _points(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]

    def _stroke(self, width: float, shade: float, dash: str = "") -> str:
        wide = _units(width * self.scale)
        return f'<a:ln w="{wide}" cap="flat">{_solid(shade)}{dash}<a:round/></a:ln>'

    def _path(self, lines: Sequence[Sequence[Point]], look: str, *, closed: bool) -> str:
        """A shape of one or several lines; only a closed one is filled."""
        xs = [x for line in lines for x, _ in line]
        ys = [y for line in lines for _, y in line]
        left, top = min(xs), min(ys)
        box = _box(left, top, max(xs) - left, max(ys) - top)
        wide, high = max(_units(max(xs) - left), 1), max(_units(max(ys) - top), 1)
        paths = "".join(_steps(line, left, top, closed=closed) for line in lines)
        filled = "" if closed else ' fill="none"'
        return self._shape(
            f"{box}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{wide}" h="{high}"{filled}>{paths}</a:path></a:pathLst></a:custGeom>'
            f"{'' if closed else '<a:noFill/>'}{look}"
        )

    def _label(self, label: Label) -> str:
        (x, y), size = self._points([label.at])[0], label.size * self.scale
        half = max(round(size * 2), 2)
        wide = text_width(label.text, half / 2, bold=label.bold) + _SLACK
        share, side = _ANCHORS[label.anchor]
        x -= wide * share
        box = _box(x, y - _ASCENT * half / 2, wide, _HEIGHT * half / 2 + 1)
        bold = "<w:b/>" if label.bold else ""
        run = (
            f'<w:rPr>{bold}<w:color w:val="{_grey(label.shade)}"/><w:sz w:val="{half}"/>'
            f'<w:szCs w:val="{half}"/></w:rPr><w:t xml:space="preserve">'
            f"{escape(checked(label.text))}</w:t>"
        )
        return self._shape(
            f"{box}{_UNSEEN}",
            '<wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:before="0" w:after="0" '
            'w:line="240" w:lineRule="auto"/>'
            f'<w:jc w:val="{side}"/></w:pPr>'
            f"<w:r>{run}</w:r></w:p></w:txbxContent></wps:txbx>",
        )

    def _shape(self, properties: str, text: str = "") -> str:
        self.number += 1
        kind = ' txBox="1"' if text else ""
        return (
            f'<wps:wsp><wps:cNvPr id="{self.number}" name=""/><wps:cNvSpPr{kind}/>'
            f"<wps:spPr>{properties}</wps:spPr>{text}"
            '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t">'
            "<a:noAutofit/></wps:bodyPr></wps:wsp>"
        )


def _steps(line: Sequence[Point], left: float, top: float, *, closed: bool) -> str:
    (x, y), *others = ((_units(x - left), _units(y - top)) for x, y in line)
    made = f'<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo>' + "".join(
        f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in others
    )
    return made + ("<a:close/>" if closed else "")


def _box(left: float, top: float, wide: float, high: float) -> str:
    place = f'<a:off x="{_units(left)}" y="{_units(top)}"/>'
    return f'<a:xfrm>{place}<a:ext cx="{_units(wide)}" cy="{_units(high)}"/></a:xfrm>'


def _solid(shade: float) -> str:
    return f'<a:solidFill><a:srgbClr val="{_grey(shade)}"/></a:solidFill>'


def _grey(shade: float) -> str:
    return f"{round(min(max(shade, 0.0), 1.0) * 255):02X}" * 3


def _units(points: float) -> int:
    return round(points * _POINT)
