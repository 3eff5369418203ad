"""Headings, paragraphs and lists as pieces of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopimukset.formats.flow import Draw, Piece, Role
from sopimukset.formats.fonts.metrics import text_width
from sopimukset.formats.fonts.wrapping import wrapped
from sopimukset.formats.paper import Bullets
from sopimukset.formats.pdf import look as looks
from sopimukset.formats.pdf.look import Look
from sopimukset.formats.pdf.pen import Pen
from sopimukset.formats.pdf.structure import Element
from sopimukset.formats.writable import checked

BULLET = "–"
_BASE = 0.78
"""Where the base line stands in a line's height."""


def paragraph(
    text: str,
    look: Look,
    owner: Element,
    left: float,
    width: float,
    *,
    keep: bool = False,
    page: bool = False,
    whole: bool = False,
    role: Role = "",
) -> Iterator[Piece]:
    """A paragraph, a piece for each line; no line of it stands alone on a page.

    Args:
        text: plain text.
        look: how it looks.
        owner: the element that it is.
        left: where its lines begin.
        width: of its lines.
        keep: whether it stays with what follows.
        page: whether it begins a page.
        whole: whether no page break divides it.
        role: what it belongs to.
    """
    lines = lines_of(text, width, look)
    last = len(lines) - 1
    for number, line in enumerate(lines):
        near = number == 0 or number == last - 1
        yield Piece(
            height=look.leading + (look.after if number == last else 0),
            draw=drawn_line(line, look, owner, left),
            before=look.before if number == 0 else 0,
            keep=keep if number == last else whole or near or last < 4,
            page=page and number == 0,
            role=role,
        )


def lines_of(text: str, width: float, look: Look) -> Sequence[str]:
    """The lines of a text as it looks.

    Raises:
        UnwritableError: it has a control character.
    """
    return wrapped(checked(text), width, look.size, bold=look.bold)


def drawn_line(line: str, look: Look, owner: Element, left: float) -> Draw:
    """Draws a line of text."""

    def draw(pen: Pen, top: float) -> None:
        """Draw it below `top`."""
        pen.begin(owner)
        base = top + look.leading * _BASE
        pen.texts([(left, base, line)], look.size, bold=look.bold, colour=look.colour)

    return draw


def bullets(block: Bullets, owner: Element, left: float, width: float) -> Iterator[Piece]:
    """A list, its items as elements with a mark or a number each."""
    look = looks.ITEM
    numbering = "Decimal" if block.numbered else "Unordered"
    made = owner.add("L", f"/O /List /ListNumbering /{numbering}")
    if not block.numbered:
        made.attributes = "/O /List /ListNumbering /Circle"
    for number, text in enumerate(block.items, 1):
        item = made.add("LI")
        label = f"{number}." if block.numbered else BULLET
        pieces = list(
            paragraph(
                text,
                look,
                body := Element("LBody"),
                left + looks.ITEM_INDENT,
                width - looks.ITEM_INDENT,
            )
        )
        name = item.add("Lbl")
        item.kids.append(body)
        yield _labelled(pieces[0], drawn_line(f"{label} ", look, name, _at(label, left)))
        yield from pieces[1:]


def _at(label: str, left: float) -> float:
    """Where a mark begins; numbers end below each other."""
    if label == BULLET:
        return left + looks.ITEM_INDENT - looks.ITEM_HANG
    return left + looks.ITEM_INDENT - 5 - text_width(label, looks.ITEM.size)


def _labelled(piece: Piece, label: Draw) -> Piece:
    def draw(pen: Pen, top: float) -> None:
        """Draw the mark, then the line."""
        label(pen, top)
        piece.draw(pen, top)

    return Piece(piece.height, draw, piece.before, piece.keep)
