"""Our document with a draft's words in the clauses that the draft changes, lacks or adds.

What follows is our document still: its looks, its cover and its annexes. So the changes of a draft
can be accepted or rejected clause by clause, whatever program the draft came from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopimukset.documents.comparison import (
    Compared,
    Comparison,
    Fate,
    likeness,
    plain_title,
    plain_words,
    said_alike,
)
from sopimukset.formats.word.outline import Block, Grid, Kept, Piece, Words, with_pieces


def answered(document: bytes, comparison: Comparison) -> bytes:
    """Our document with the draft's words.

    Raises:
        LayoutError: not a Word document that may be read.
    """
    places: dict[int, list[Piece]] = {}
    gone: set[int] = set()
    here: list[Piece] = []
    last = 0
    heading, text = _models(comparison)
    for row in comparison.rows:
        if row.ours is None:
            here = places.setdefault(last, [Kept(last)])
            here += _added(row, heading, text)
            continue
        blocks = [row.ours.heading, *row.ours.body]
        last = blocks[-1].number
        if row.fate is Fate.KEPT or (row.fate is Fate.LACKING and row.ours.annex):
            continue  # annexes are often sent in a file of their own
        gone |= {block.number for block in blocks}
        pieces = [] if row.fate is Fate.LACKING else list(_changed(row, text))
        places[blocks[0].number] = pieces
        if last != blocks[0].number:
            places[last] = []
    return with_pieces(document, places, gone)


def _models(comparison: Comparison) -> tuple[int, int]:
    """A heading and a paragraph of ours whose looks new ones have."""
    clauses = [row.ours for row in comparison.rows if row.ours is not None]
    paragraphs = [b for clause in clauses for b in clause.body if not b.is_table]
    styles = [block.style for block in paragraphs]
    usual = max(set(styles), key=styles.count) if styles else ""
    text = next((b.number for b in paragraphs if b.style == usual), clauses[0].heading.number)
    return clauses[0].heading.number, text


def _added(row: Compared, heading: int, text: int) -> Iterator[Piece]:
    yield Words(plain_title(row.title), heading)
    for block in row.theirs:
        yield Grid(block.rows, None) if block.is_table else Words(plain_words(block.text), text)


def _changed(row: Compared, usual: int) -> Iterator[Piece]:
    """The draft's clause: our blocks where they say the same, else its words in our looks."""
    assert row.ours is not None  # noqa: S101 (a changed clause is one of ours)
    own = row.ours.heading
    title = plain_title(row.title)
    same = not title or title.casefold() == plain_title(own.text).casefold()
    yield Kept(own.number) if same else Words(title, own.number)
    left = list(row.ours.body)
    for block in row.theirs:
        known = next((item for item in left if said_alike(item, block)), None)
        if known is not None:
            left.remove(known)
            yield Kept(known.number)
        elif block.is_table:
            tables = [item.number for item in row.ours.body if item.is_table]
            yield Grid(block.rows, tables[0] if tables else None)
        else:
            yield Words(plain_words(block.text), _model(block, row.ours.body, usual))


def _model(block: Block, ours: Sequence[Block], usual: int) -> int:
    """The paragraph of ours that is the likest, else one that looks as most do."""
    likes = [(likeness(block, item), -item.number) for item in ours if not item.is_table]
    best, number = max(likes, default=(0.0, 0))
    return -number if best > 0 else usual
