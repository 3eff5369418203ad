"""Pieces of a paper on pages, in their order but for figures that the next page holds better.

Whoever writes pages draws the pieces; whoever writes a file that another program lays out asks
only in which order they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sopimukset.formats.pdf.pen import Pen

Draw = Callable[["Pen", float], None]
"""Draws a piece; its upper edge is so far from that of the page."""


Role = Literal["", "heading", "figure"]


@dataclass(frozen=True, slots=True)
class Piece:
    """What no page break divides.

    Attributes:
        height: in points.
        before: the space above it, which a page's top takes away.
        keep: whether it stays on one page with the next.
        page: whether it begins a page.
        again: what is drawn above it where it begins a page: the head of its table.
        role: whether it belongs to a heading or a figure.
    """

    height: float
    draw: Draw
    before: float = 0.0
    keep: bool = False
    page: bool = False
    again: Piece | None = None
    role: Role = ""


NARROW = 120.0
"""So much free at a page's foot is no hole: a heading with what it leads to takes as much."""

Placed = tuple[Piece, float]


def placed(
    pieces: Sequence[Piece], top: float, room: float, spare: float = 0.0
) -> list[list[Placed]]:
    """The pages, each with its pieces and how far from its upper edge they begin.

    A figure for which a page has no room lets what follows in its section, up to the next figure,
    pass by and fill the page; then it comes before what would begin the next one. Headings never
    pass one another, nor do figures. Where a page would be left emptier so than if a figure let
    nothing pass, it lets nothing pass.

    Args:
        pieces: in reading order.
        top: where a page's text begins.
        room: the height of a page's text.
        spare: how much more of the page pieces that stay together may take where they fit then;
            less than 0 where heights are estimates, so that what just fits counts as too high.
    """
    chains = list(_chains(pieces))
    best = _laid(chains, _Pages(top, room, spare), frozenset())
    for figure in best.passed:
        if best.hole <= NARROW:
            break
        other = _laid(chains, _Pages(top, room, spare), best.firm | {figure})
        best = other if other.hole < best.hole else best
    return best.done


def _laid(chains: Sequence[Sequence[Piece]], pages: _Pages, firm: frozenset[int]) -> _Pages:
    """The pages filled; the figures that are `firm`, by their number, let nothing pass."""
    coming = [*chains]
    pages.firm = firm
    while coming:
        number = len(chains) - len(coming)
        chain = coming.pop(0)
        lead, figure = _parted(chain)
        wanted = figure and number not in firm and not pages.holds(chain)
        passing = _passing(coming) if wanted else []
        if passing and pages.holds([*lead, *passing[0]]):
            pages.passed.append(number)
            del coming[0]
            pages.take([*lead, *passing[0]])
            for other in passing[1:]:
                if _begins(other) and not pages.holds(other):
                    break
                pages.take(coming.pop(0))
            pages.take(figure)
        else:
            pages.take(chain)
    return pages


def _parted(chain: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """What leads to a chain's first figure, and the rest; without a figure there is no rest."""
    first = next((at for at, piece in enumerate(chain) if piece.role == "figure"), len(chain))
    return list(chain[:first]), list(chain[first:])


def _passing(chains: Sequence[Sequence[Piece]]) -> list[Sequence[Piece]]:
    """The chains that may pass a figure."""
    found = []
    for chain in chains:
        if chain[0].page or any(piece.role for piece in chain):
            break
        found.append(chain)
    return found


def _begins(chain: Sequence[Piece]) -> bool:
    """Whether a chain doesn't go on with a table that has begun."""
    return chain[0].again is None


class _Pages:
    def __init__(self, top: float, room: float, spare: float) -> None:
        self.top, self.room, self.spare = top, room, spare
        self.done: list[list[Placed]] = [[]]
        self.used = 0.0
        self.passed: list[int] = []
        self.firm: frozenset[int] = frozenset()

    @property
    def hole(self) -> float:
        """What the emptiest page but the last leaves free."""
        ends = (page[-1] for page in self.done[:-1])
        return max((self.top + self.room - at - piece.height for piece, at in ends), default=0.0)

    def holds(self, chain: Sequence[Piece]) -> bool:
        """Whether the page has room for pieces; those that stay together may take some more."""
        return self._fits(chain, self._spare(chain))

    def _spare(self, chain: Sequence[Piece]) -> float:
        return self.spare if _is_bound(chain) else 0.0

    def _fits(self, pieces: Sequence[Piece], spare: float) -> bool:
        high = sum(piece.before + piece.height for piece in pieces)
        return self.used + high <= self.room + spare

    def take(self, chain: Sequence[Piece]) -> None:
        """Put pieces that stay together on a page; they are divided only where none holds them."""
        if chain[0].page or not self.holds(chain):
            self._turn()
        for piece in chain:
            if not self._fits([piece], self._spare(chain)):
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


def _is_bound(chain: Sequence[Piece]) -> bool:
    """Whether a chain holds more than a line: moved to the next page, it would leave a hole."""
    return len(chain) > 1 or any(piece.role == "figure" for piece in chain)


def _chains(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    chain: list[Piece] = []
    for piece in pieces:
        chain.append(piece)
        if not piece.keep:
            yield chain
            chain = []
    if chain:
        yield chain
