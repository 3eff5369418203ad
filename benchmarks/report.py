"""A report of eight pages as PDF, beside the same in plain reportlab, which tells no structure.

Both write the same paper: six charts, twelve tables, headings, paragraphs and lists, in the same
typeface. What is measured is from the paper to the bytes, with the fonts read once before.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from functools import partial
from statistics import median
from typing import Any
from xml.sax.saxutils import escape

from measure import Ratio, alternating, summary
from reportlab.lib.colors import CMYKColor, Color, gray
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    Flowable,
    ListFlowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
)
from reportlab.platypus import Table as PlainTable

from sopimukset.formats.figures.bars import BarRow, bar_rows
from sopimukset.formats.figures.drawing import Area, Drawing, Line
from sopimukset.formats.figures.hatching import stroke_width, strokes
from sopimukset.formats.figures.trend import Period, TrendWords, trend
from sopimukset.formats.fonts.metrics import font_file
from sopimukset.formats.paper import Block, Bullets, Column, Figure, Heading, Paper, Table, Text
from sopimukset.formats.pdf import paper_to_pdf

MOST = 1.5
"""The tagged report may take so many times what the plain one takes."""

SECONDS = 0.3
SENTENCE = (
    "Johtoryhmä käsitteli seurannan 388/2024 2 §:n mukaisesti ja totesi, että henkilöstöä on "
    "osoitettu vähemmän kuin sovittiin: puute on 2,5 henkilötyövuotta eli −12 %. "
)
WORDS = TrendWords("Toteutunut", "Vuotta aiemmin", "Tavoite", "ei kirjattu")


def ratios(rounds: int) -> list[Ratio]:
    """The report in both ways, and how long ours takes."""
    paper = typical()
    jobs = {"tagged": partial(paper_to_pdf, paper), "plain reportlab": partial(plain, paper)}
    sizes = {name: len(job()) for name, job in jobs.items()}
    times = alternating(jobs, 3 * rounds)
    for name, measured in times.items():
        print(summary(f"{name}, {sizes[name] // 1000} kB", measured))
    ours, theirs = (median(measured) for measured in times.values())
    return [
        Ratio("a tagged report beside the same in plain reportlab", ours / theirs, MOST),
        Ratio(f"a tagged report's share of {SECONDS} s", ours / SECONDS, 1.0),
    ]


def typical() -> Paper:
    """A paper of eight pages with six charts and twelve tables."""
    blocks = [block for number in range(6) for block in _section(number)]
    return Paper(
        "Seurantaraportti: esimerkin TYM-johtoryhmä 1.1.–30.6.2026",
        "fi",
        tuple(blocks),
        under_title=("TYM-johtoryhmä", "1.1.–30.6.2026"),
        mark="LUONNOS",
        foot="alue / seurantaraportti / fi",
        page_word="Sivu {number} / {count}",
        day=date(2026, 7, 1),
        table_word="Taulukko",
        figure_word="Kuva",
    )


def _section(number: int) -> Iterator[Block]:
    yield Heading(f"Luku {number + 1}: henkilöstö ja asiakkaat")
    yield Text(SENTENCE * 3)
    yield Bullets((SENTENCE, "Lyhyt kohta", SENTENCE), numbered=number % 2 == 0)
    yield Figure("Sovittu ja toteutunut", _chart(number), f"Kuvio {number}: sovittu ja toteutunut.")
    yield _table(14, ("Osapuoli", "Sovittu", "Toteutunut", "Edellinen", "Huomautus"))
    yield Heading("Tavoitteet", 2)
    yield Text(SENTENCE)
    yield _table(6, ("Mittari", "2025", "2026"))


def _chart(number: int) -> Drawing:
    if number % 2:
        periods = [Period(f"{2020 + year}", 5.0 + year, 4.0 + year) for year in range(7)]
        return trend(periods, WORDS, target=9.0)
    rows = [BarRow(f"Kunta {place}", (10.0 + place, 8.5), 9.0) for place in range(6)]
    return bar_rows(rows, ("Sovittu", "Toteutunut"), missing="ei kirjattu", target="Tavoite")


def _table(rows: int, heads: tuple[str, ...]) -> Table:
    middle = tuple(Column(head, 1, "right") for head in heads[1:-1])
    columns = (Column(heads[0], 3), *middle, Column(heads[-1], 3))
    found = tuple(
        (
            f"Kunta {row}",
            *(f"{row + place},5" for place in range(len(middle))),
            "selitys " * (row % 4),
        )
        for row in range(rows)
    )
    return Table("Henkilöstö osapuolittain", columns, found, strong=(rows - 1,))


# The same by what reportlab offers ---------------------------------------------------------------


NAMES = {False: "Plain", True: "Plain-Bold"}
for bold, name in NAMES.items():
    registerFont(TTFont(name, str(font_file(bold=bold))))


def _style(size: float, leading: float, *, bold: bool = False, right: bool = False) -> Any:  # noqa: ANN401
    return ParagraphStyle(
        f"{size}{bold}{right}",
        fontName=NAMES[bold],
        bulletFontName=NAMES[False],
        fontSize=size,
        leading=leading,
        alignment=2 if right else 0,
        spaceAfter=6,
        keepWithNext=int(bold and size > 9),
    )


TEXT, CELL, NUMBER = _style(10.5, 14), _style(9, 11.5), _style(9, 11.5, right=True)
HEAD, HEADINGS = _style(9, 11.5, bold=True), (_style(14, 18, bold=True), _style(12, 15, bold=True))
CAPTION = _style(9.5, 12, bold=True)


def plain(paper: Paper) -> bytes:
    """The paper as reportlab's own layout engine writes it, without tags."""
    target = io.BytesIO()
    document = SimpleDocTemplate(
        target, pagesize=A4, leftMargin=71, rightMargin=71, topMargin=85, bottomMargin=71,
        title=paper.title, pageCompression=1, invariant=1,
    )  # fmt: skip
    story = [Paragraph(escape(paper.title), HEADINGS[0])]
    story += [Paragraph(escape(line), TEXT) for line in paper.under_title]
    for block in paper.blocks:
        story += _plain_block(block)

    def on_page(canvas: Any, _document: Any) -> None:  # noqa: ANN401
        canvas.setFont(NAMES[False], 8)
        canvas.drawString(71, 792, paper.title)
        canvas.drawRightString(524, 792, paper.mark)
        canvas.line(71, 787, 524, 787)
        canvas.drawString(71, 40, paper.foot)
        canvas.drawRightString(524, 40, str(canvas.getPageNumber()))

    document.build(story, onFirstPage=on_page, onLaterPages=on_page)
    return target.getvalue()


def _plain_block(block: Block) -> Iterator[Flowable]:
    if isinstance(block, Heading):
        if block.page:
            yield PageBreak()
        yield Paragraph(escape(block.text), HEADINGS[block.level - 1])
    elif isinstance(block, Text):
        yield Paragraph(escape(block.text), TEXT)
    elif isinstance(block, Bullets):
        items = [Paragraph(escape(text), TEXT) for text in block.items]
        kind = "1" if block.numbered else "bullet"
        yield ListFlowable(items, bulletType=kind, bulletFontName=NAMES[False])
    elif isinstance(block, Table):
        yield Paragraph(escape(block.caption), CAPTION)
        yield _plain_table(block)
    else:
        yield Paragraph(escape(block.caption), CAPTION)
        yield _PlainDrawing(block.drawing)


def _plain_table(table: Table) -> Flowable:
    whole = sum(column.share for column in table.columns)
    styles = [NUMBER if column.side == "right" else CELL for column in table.columns]
    rows = [[Paragraph(escape(column.head), HEAD) for column in table.columns]]
    rows += [
        [Paragraph(escape(text), style) for text, style in zip(row, styles, strict=True)]
        for row in table.rows
    ]
    widths = [453 * column.share / whole for column in table.columns]
    look = [
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, gray),
        ("BACKGROUND", (0, 0), (-1, 0), Color(0.9, 0.9, 0.9)),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    return PlainTable(rows, widths, repeatRows=1, style=look, splitInRow=0)


class _PlainDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self.drawing = drawing

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.drawing.width, self.drawing.height

    def draw(self) -> None:
        for shape in self.drawing.shapes:
            if isinstance(shape, Line):
                self._line(shape.points, shape.width, shape.shade)
            elif isinstance(shape, Area):
                self._area(shape)
            else:
                x, y = shape.at[0], self.drawing.height - shape.at[1]
                self.canv.setFont(NAMES[shape.bold], shape.size)
                self.canv.setFillGray(shape.shade)
                way = {"start": "", "middle": "Centred", "end": "Right"}[shape.anchor]
                getattr(self.canv, f"draw{way}String")(x, y, shape.text)

    def _path(self, points: tuple[tuple[float, float], ...]) -> Any:  # noqa: ANN401
        path = self.canv.beginPath()
        path.moveTo(points[0][0], self.drawing.height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, self.drawing.height - y)
        return path

    def _line(self, points: tuple[tuple[float, float], ...], width: float, shade: float) -> None:
        self.canv.setLineWidth(width)
        self.canv.setStrokeGray(shade)
        self.canv.drawPath(self._path(points))

    def _area(self, area: Area) -> None:
        path = self._path(area.points)
        path.close()
        self.canv.setFillColor(CMYKColor(0, 0, 0, 0 if area.hatch != "none" else 1 - area.shade))
        self.canv.setLineWidth(area.width)
        self.canv.drawPath(path, stroke=int(area.edge is not None), fill=1)
        for stroke in strokes(area.points, area.hatch):
            self._line(stroke, stroke_width(area.hatch), area.shade)
