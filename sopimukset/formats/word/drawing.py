"""Drawings as pictures of a Word file: sharp at any size, their letters still letters.

One picture stands in the line like a letter, with the text that stands for it. Microsoft Word and
LibreOffice draw it, and both export it to PDF as one figure with that text.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from sopimukset.formats.figures.metafile import metafile
from sopimukset.formats.paper import Figure
from sopimukset.formats.word.fragment import Fragment
from sopimukset.formats.word.pictures import Picture
from sopimukset.formats.word.quick import FIRST_PICTURE
from sopimukset.formats.writable import checked

_POINT = 12700
"""A point in the units of DrawingML."""

_SPACES = {
    name: f'xmlns:{name}="http://schemas.openxmlformats.org/{space}"'
    for name, space in (
        ("wp", "drawingml/2006/wordprocessingDrawing"),
        ("a", "drawingml/2006/main"),
        ("pic", "drawingml/2006/picture"),
        ("r", "officeDocument/2006/relationships"),
    )
}
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_STYLE = "Kuva"


def figure_fragment(figure: Figure, number: int, width: float) -> Fragment:
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
    picture = Picture(metafile(drawing, scale))
    source = (
        f'<w:p><w:pPr><w:pStyle w:val="{_STYLE}"/></w:pPr><w:r><w:drawing>'
        f'<wp:inline {_SPACES["wp"]} distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{FIRST_PICTURE + number - 1}" name={name} descr={told}/>'
        f"<wp:cNvGraphicFramePr/><a:graphic {_SPACES['a']}>"
        f'<a:graphicData uri="{_PICTURE}"><pic:pic {_SPACES["pic"]}>'
        '<pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip {_SPACES["r"]} r:embed="{picture.identifier}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    return Fragment(source, (picture,))


def _units(points: float) -> int:
    return round(points * _POINT)
