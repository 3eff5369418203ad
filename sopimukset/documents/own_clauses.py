"""The clauses and annexes of our own document, with which another party's draft is compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sopimukset.formats.word.outline import Block

ANNEX = re.compile(r"(?:liite|bilaga) (\d+)\b[ .:–-]*", re.IGNORECASE)
HEADING = re.compile(r"otsikko|rubrik|heading|title")
"""The names of our styles for headings without a number."""


@dataclass(frozen=True, slots=True)
class OurClause:
    """A clause of our document.

    Attributes:
        number: its place among the clauses, from 1; annexes go on counting after the last one.
        heading: the block of its heading.
        body: the blocks below it.
        annex: whether it is an annex, which is compared as a clause is.
    """

    tunnus: str
    number: int
    heading: Block
    body: tuple[Block, ...]
    annex: bool = False


def our_clauses(blocks: Sequence[Block], clauses: Sequence[tuple[str, str]]) -> list[OurClause]:
    """The clauses of our document.

    Args:
        blocks: of the document.
        clauses: the id and the heading of each, in order.
    """
    places: list[tuple[str, int]] = []
    at = 0
    for tunnus, heading in clauses:
        wanted = " ".join(heading.split())
        found = next((b.number for b in blocks[at:] if b.level == 1 and b.text == wanted), None)
        if found is not None:
            places.append((tunnus, found))
            at = found + 1
    style = blocks[places[0][1]].style if places else ""
    ends = [place for _, place in places[1:]]
    ends += [_end(blocks, places[-1][1], style)] if places else []
    return [
        OurClause(tunnus, number, blocks[place], _saying(blocks[place + 1 : end]))
        for number, ((tunnus, place), end) in enumerate(zip(places, ends, strict=True), 1)
    ]


def our_annexes(blocks: Sequence[Block], clauses: Sequence[OurClause]) -> list[OurClause]:
    """The annexes of our document: its tables of staff and offices are agreed on too.

    Args:
        blocks: of the document.
        clauses: those that stand before the annexes.
    """
    last = clauses[-1]
    end = _end(blocks, last.heading.number, last.heading.style)
    heads = [b for b in blocks[end:] if b.text and HEADING.search(b.style)]
    ends = [*(block.number for block in heads[1:]), len(blocks)]
    found = [
        (told[1], block, _saying(blocks[block.number + 1 : end]))
        for block, end in zip(heads, ends, strict=True)
        if (told := ANNEX.match(block.text))
    ]
    return [
        OurClause(f"liite-{which}", number, block, body, annex=True)
        for number, (which, block, body) in enumerate(found, last.number + 1)
    ]


def _saying(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without empty paragraphs, such as the one without height below a table."""
    return tuple(block for block in blocks if block.text or block.is_table)


def _end(blocks: Sequence[Block], last: int, style: str) -> int:
    """Where the last clause ends: at the next heading, numbered or not, else with the document."""
    for block in blocks[last + 1 :]:
        if block.style != style and HEADING.search(block.style) and block.text:
            return block.number
    return len(blocks)
