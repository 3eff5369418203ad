"""A paper written as a PDF file: measured, put on pages, drawn, and its structure told."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from sys import maxsize
from typing import Any

from sopimukset.formats.flow import Piece, Placed, placed
from sopimukset.formats.fonts.metrics import FAMILY, text_width
from sopimukset.formats.fonts.wrapping import shortened
from sopimukset.formats.paper import (
    Block,
    Bullets,
    Heading,
    Paper,
    Table,
    Text,
    ending_rows,
    stays,
)
from sopimukset.formats.pdf import look as looks
from sopimukset.formats.pdf.figures import figure
from sopimukset.formats.pdf.metadata import describe
from sopimukset.formats.pdf.pen import Pen, typeface
from sopimukset.formats.pdf.structure import Element, Stretch, Tag, reference, write_tree
from sopimukset.formats.pdf.tables import TableMaker
from sopimukset.formats.pdf.texts import bullets, paragraph
from sopimukset.formats.writable import checked

_WEIGHTS = {"plain": looks.TEXT, "strong": looks.STRONG, "small": looks.SMALL}
_HEADING_TAGS: tuple[Tag, ...] = ("H1", "H2", "H3")


def paper_to_pdf(paper: Paper) -> bytes:
    """Return a paper as a tagged PDF; the same paper gives the same bytes.

    Raises:
        UnwritableError: a text has a control character.
    """
    return _Writer(paper).write()


class _Writer:
    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        wide, high = looks.SHEET
        self.sheet = (high, wide) if paper.landscape else (wide, high)
        self.width = self.sheet[0] - 2 * looks.SIDE
        self.root = Element("Document")
        self.counts: Counter[str] = Counter()

    def write(self) -> bytes:
        """The file's bytes."""
        from reportlab.pdfgen.canvas import Canvas

        typeface(bold=False)
        pages = self._pages()
        target = io.BytesIO()
        canvas = Canvas(
            target,
            self.sheet,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=FAMILY,
        )
        pen = Pen(canvas, self.sheet[1])
        for number, page in enumerate(pages, 1):
            self._header(pen)
            for piece, top in page:
                piece.draw(pen, top)
            self._footer(pen, number, len(pages))
            pen.turn()
        self.root.kids.sort(key=_place)
        self._finish(canvas)
        canvas.save()
        return target.getvalue()

    def _pages(self) -> list[list[Placed]]:
        """The pages; a little fuller where the last one would else hold next to nothing."""
        pieces, room = list(self._pieces()), self.sheet[1] - looks.TOP - looks.BOTTOM
        pages = placed(pieces, looks.TOP, room, looks.SPARE)
        last, top = pages[-1][-1] if pages[-1] else (None, 0.0)
        if last is None or top + last.height - looks.TOP > room * looks.NEXT_TO_NOTHING:
            return pages
        fuller = placed(pieces, looks.TOP, room + looks.SPARE)
        return fuller if len(fuller) < len(pages) else pages

    def _pieces(self) -> Iterator[Piece]:
        yield from self._top()
        blocks = self.paper.blocks
        beside = zip((None, *blocks), blocks, (*blocks[1:], None), strict=False)
        for number, (before, block, after) in enumerate(beside, 1):
            pieces = list(self._block(block, blocks[number:]))
            if pieces and stays(before, block, after):
                pieces[-1] = replace(pieces[-1], keep=True)
            yield from pieces

    def _top(self) -> Iterator[Piece]:
        """The title and the lines under it."""
        lines = self.paper.under_title
        owner = self.root.add("Title")
        yield from self._paragraph(self.paper.title, looks.TITLE, owner, keep=True)
        for number, line in enumerate(lines):
            owner = self.root.add("Subtitle")
            yield from self._paragraph(line, looks.UNDER_TITLE, owner, keep=number < len(lines) - 1)
        yield Piece(looks.TITLE.leading / 2, _nothing)

    def _paragraph(
        self, text: str, look: looks.Look, owner: Element, *, keep: bool = False
    ) -> Iterator[Piece]:
        return paragraph(text, look, owner, looks.SIDE, self.width, keep=keep)

    def _block(self, block: Block, after: Sequence[Block]) -> Iterator[Piece]:
        """The pieces of a block; `after` are those that follow it."""
        if isinstance(block, Heading):
            return self._heading(block)
        if isinstance(block, Text):
            owner = self.root.add("P", language=block.language)
            return self._paragraph(block.text, _WEIGHTS[block.weight], owner)
        if isinstance(block, Bullets):
            return bullets(block, self.root, looks.SIDE, self.width)
        if isinstance(block, Table):
            maker = TableMaker(block, self.root, looks.SIDE, self.width, ending_rows(block, after))
            return maker.pieces(self._caption(self.paper.table_word, block.caption))
        caption = self._caption(self.paper.figure_word, block.caption)
        return figure(block, caption, self.root, looks.SIDE, self.width)

    def _caption(self, word: str, text: str) -> str:
        if not word:
            return text
        self.counts[word] += 1
        return f"{word} {self.counts[word]}. {text}"

    def _heading(self, block: Heading) -> Iterator[Piece]:
        level = min(max(block.level, 1), len(_HEADING_TAGS)) - 1
        owner = self.root.add(_HEADING_TAGS[level])
        look = looks.HEADINGS[level]
        first, *others = paragraph(
            block.text,
            look,
            owner,
            looks.SIDE,
            self.width,
            keep=True,
            page=block.page,
            whole=True,
            role="heading",
        )

        def draw(pen: Pen, top: float) -> None:
            """Draw its first line, and let a bookmark lead to it."""
            pen.bookmark(block.text, level, top)
            first.draw(pen, top)

        yield replace(first, draw=draw)
        yield from others

    def _header(self, pen: Pen) -> None:
        look, mark = looks.HEADER, checked(self.paper.mark)
        right = self.sheet[0] - looks.SIDE
        wide = text_width(mark, look.size, bold=True)
        title = shortened(checked(self.paper.title), self.width - wide - 12, look.size)
        pen.begin("Header")
        pen.texts([(looks.SIDE, looks.HEAD_AT, title)], look.size, colour=look.colour)
        if mark:
            spot = (right - wide, looks.HEAD_AT, mark)
            pen.texts([spot], look.size, bold=True, colour=looks.MARK)
        rule = looks.HEAD_AT + 5
        pen.line([(looks.SIDE, rule), (right, rule)], 0.4, looks.RULE)

    def _footer(self, pen: Pen, number: int, count: int) -> None:
        """What the paper is made of, and the page's number.

        On many pages a reader is spared the repetition. On a single page nothing is repeated: there
        the line is content, and stands last in the structure.
        """
        look = looks.FOOTER
        page = self.paper.page_word.format(number=number, count=count)
        base = self.sheet[1] - looks.FOOT_AT
        wide = text_width(page, look.size)
        foot = shortened(checked(self.paper.foot), self.width - wide - 12, look.size)
        right = self.sheet[0] - looks.SIDE - wide
        pen.begin(self.root.add("P") if count == 1 and foot else "Footer")
        pen.texts([(looks.SIDE, base, foot)], look.size, colour=look.colour)
        pen.begin("Footer")
        pen.texts([(right, base, page)], look.size, colour=look.colour)

    def _finish(self, canvas: Any) -> None:  # noqa: ANN401 (reportlab has no types)
        document = canvas._doc
        describe(document, self.paper, self.paper.mark)
        pages = _pages(document)
        for number, page in enumerate(pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, "/S"
        references = [reference(document, page) for page in pages]
        document.Catalog.StructTreeRoot = write_tree(document, self.root, references)


def _place(element: Element | Stretch) -> tuple[int, int]:
    """Where the first stretch of an element stands: its page, and its number on it."""
    if isinstance(element, Stretch):
        return element.page, element.number
    return min(map(_place, element.kids), default=(maxsize, 0))


def _nothing(_pen: Pen, _top: float) -> None:
    """Draw nothing: space alone."""


def _pages(document: Any) -> list[Any]:  # noqa: ANN401
    from reportlab.pdfbase.pdfdoc import PDFPage

    return [thing for thing in document.idToObject.values() if isinstance(thing, PDFPage)]
