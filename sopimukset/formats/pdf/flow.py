"""Pieces of a paper put on pages, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sopimukset.formats.pdf.pen import Pen

Draw = Callable[[Pen, float], None]
"""Draws a piece; its upper edge is so far from that of the page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What no page break divides.

    Attributes:
        height: in points.
        before: the space above it, which a page's top takes away.
        keep: whether it stays on one page with the next.
        page: whether it begins a page.
        again: what is drawn above it where it begins a page: the head of its table.
    """

    height: float
    draw: Draw
    before: float = 0.0
    keep: bool = False
    page: bool = False
    again: Piece | None = None


Placed = tuple[Piece, float]


def placed(pieces: Sequence[Piece], top: float, room: float) -> list[list[Placed]]:
    """The pages, each with its pieces and how far from its upper edge they begin.

    Args:
        pieces: in reading order.
        top: where a page's text begins.
        room: the height of a page's text.
    """
    pages = _Pages(top, room)
    for chain in _chains(pieces):
        pages.take(chain)
    return pages.done


class _Pages:
    def __init__(self, top: float, room: float) -> None:
        self.top, self.room = top, room
        self.done: list[list[Placed]] = [[]]
        self.used = 0.0

    def take(self, chain: Sequence[Piece]) -> None:
        """Put pieces that stay together on a page; they are divided only where none holds them."""
        height = sum(piece.before + piece.height for piece in chain)
        if chain[0].page or self.used + height > self.room:
            self._turn()
        for piece in chain:
            if self.used + piece.before + piece.height > self.room:
                self._turn()
            self._put(piece)

    def _put(self, piece: Piece) -> None:
        if not self.done[-1] and piece.again is not None:
            self._put(piece.again)
        self.used += piece.before if self.done[-1] else 0
        self.done[-1].append((piece, self.top + self.used))
        self.used += piece.height

    def _turn(self) -> None:
        if self.done[-1]:
            self.done.append([])
            self.used = 0.0


def _chains(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    chain: list[Piece] = []
    for piece in pieces:
        chain.append(piece)
        if not piece.keep:
            yield chain
            chain = []
    if chain:
        yield chain
