"""Drawing on pages: every mark belongs to an element of the structure, or is an artifact."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal

from sopimukset.formats.fonts.metrics import FAMILY, drawable, font_file
from sopimukset.formats.pdf.structure import Element, Stretch
from sopimukset.formats.writable import checked

Artifact = Literal["Header", "Footer", "Repeat", "Rule"]
_ARTIFACTS: dict[Artifact, str] = {
    "Header": "<</Type /Pagination /Subtype /Header>>",
    "Footer": "<</Type /Pagination /Subtype /Footer>>",
    "Repeat": "<</Type /Pagination>>",
    "Rule": "<</Type /Layout>>",
}
Colour = float | tuple[float, float, float]
"""A grey from 0 (black) to 1, or red, green and blue."""

Point = tuple[float, float]
Spot = tuple[float, float, str]
"""A line of text and where its base line begins."""


@lru_cache(maxsize=2)
def typeface(*, bold: bool) -> Any:  # noqa: ANN401 (reportlab has no types)
    """The typeface as reportlab has it, read once."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    name = f"{FAMILY}-Bold" if bold else FAMILY
    font = TTFont(name, str(font_file(bold=bold)), asciiReadable=False)
    registerFont(font)
    return font


class Pen:
    """Draws on the pages of a document in points from the upper left corner, the y downwards."""

    def __init__(self, canvas: Any, height: float) -> None:  # noqa: ANN401
        self.canvas, self.height = canvas, height
        self.page = 0
        self._code: list[str] = []
        self._stretches = 0
        self._bookmarks, self._level = 0, -1
        self._open: Element | Artifact | None = None
        self._colours: dict[bool, Colour] = {}
        self._written: dict[tuple[str, bool], list[tuple[str, str]]] = {}

    def turn(self) -> None:
        """End the page."""
        self._close()
        self.canvas.addLiteral("\n".join(self._code))
        self.canvas.showPage()
        self.page += 1
        self._code, self._stretches, self._colours = [], 0, {}

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Let a bookmark lead to a place of the page; levels count from 0 and none is skipped."""
        self._level = min(level, self._level + 1)
        self._bookmarks += 1
        name = f"heading{self._bookmarks}"
        self.canvas.bookmarkPage(name, "XYZ", left=0, top=round(self.height - top, 2), zoom=0)
        self.canvas.addOutlineEntry(title, name, self._level)
        self.canvas.showOutline()

    def begin(self, owner: Element | Artifact) -> None:
        """Let what is drawn from here on belong to an element, or be an artifact."""
        if owner is self._open:
            return
        self._close()
        self._open = owner
        if isinstance(owner, Element):
            owner.kids.append(Stretch(self.page, self._stretches))
            self._code.append(f"/{owner.tag} <</MCID {self._stretches}>> BDC")
            self._stretches += 1
        else:
            self._code.append(f"/Artifact {_ARTIFACTS[owner]} BDC")

    def _close(self) -> None:
        if self._open is not None:
            self._code.append("EMC")
            self._open = None

    def texts(
        self, spots: Sequence[Spot], size: float, *, bold: bool = False, colour: Colour = 0.0
    ) -> None:
        """Write lines of text.

        Raises:
            UnwritableError: one has a control character.
        """
        self._paint(colour, stroke=False)
        out = ["BT"]
        face = ""
        for x, y, text in spots:
            out.append(f"1 0 0 1 {x:.2f} {self.height - y:.2f} Tm")
            for name, code in self._codes(text, bold):
                if name != face:
                    out.append(f"{name} {size:g} Tf")
                    face = name
                out.append(f"<{code}> Tj")
        out.append("ET")
        self._code.append(" ".join(out))

    def _codes(self, text: str, bold: bool) -> list[tuple[str, str]]:
        """The text in the codes of the font's parts that it needs."""
        known = self._written.get((text, bold))
        if known is None:
            font, document = typeface(bold=bold), self.canvas._doc
            known = [
                (font.getSubsetInternalName(part, document), codes.hex())
                for part, codes in font.splitString(drawable(checked(text)), document)
            ]
            self._written[text, bold] = known
        return known

    def line(
        self,
        points: Sequence[Point],
        width: float = 0.5,
        colour: Colour = 0.0,
        dash: str = "[] 0",
    ) -> None:
        """Draw a line through points; `dash` in PDF's notation."""
        self._paint(colour, stroke=True)
        self._code.append(f"{width:g} w {dash} d {self._path(points)} S")

    def area(
        self,
        points: Sequence[Point],
        fill: Colour | None,
        edge: Colour | None = None,
        width: float = 0.5,
    ) -> None:
        """Fill a polygon, draw its edge, or both."""
        if fill is not None:
            self._paint(fill, stroke=False)
        if edge is not None:
            self._paint(edge, stroke=True)
        end = {(True, False): "f", (False, True): "s", (True, True): "b"}
        how = end.get((fill is not None, edge is not None), "n")
        self._code.append(f"{width:g} w [] 0 d {self._path(points)} {how}")

    def strokes(self, lines: Sequence[Sequence[Point]], width: float, colour: Colour) -> None:
        """Draw many lines of one look."""
        self._paint(colour, stroke=True)
        paths = " ".join(self._path(points) for points in lines)
        self._code.append(f"{width:g} w [] 0 d {paths} S" if lines else "")

    def _path(self, points: Sequence[Point]) -> str:
        (x, y), *others = points
        start = f"{x:.2f} {self.height - y:.2f} m "
        return start + " ".join(f"{x:.2f} {self.height - y:.2f} l" for x, y in others)

    def _paint(self, colour: Colour, *, stroke: bool) -> None:
        if self._colours.get(stroke) == colour:
            return
        self._colours[stroke] = colour
        if isinstance(colour, tuple):
            values = " ".join(f"{part:.3f}" for part in colour)
            self._code.append(f"{values} {'RG' if stroke else 'rg'}")
        else:
            self._code.append(f"{colour:g} {'G' if stroke else 'g'}")
