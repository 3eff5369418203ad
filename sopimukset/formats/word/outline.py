"""The body of any Word document as a list of blocks, and a copy with other words in some."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from sopimukset.formats.word.property_parts import DOCUMENT
from sopimukset.formats.word.redline.blocks import blocks_of
from sopimukset.formats.word.redline.definitions import style_elements, style_name
from sopimukset.formats.word.redline.parts import Package
from sopimukset.formats.word.redline.tables import cells_of, rows_of
from sopimukset.formats.word.regrid import cell_text, paragraph, table
from sopimukset.formats.word.xml import Element, own_text, w

_HEADING = re.compile(r"heading (\d)$")
_CONTENTS = re.compile(r"(toc|contents|table of contents) ?(\d|heading)?$")
_OUTLINE = w("outlineLvl")
_BODY_TEXT = 9
"""The outline level by which the format says that a paragraph is no heading."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a table.

    Attributes:
        number: its place among the blocks, from 0.
        text: its words, blanks as one; a table's cells one after another.
        rows: a table's rows of cells, a line for each paragraph; nothing for a paragraph.
        style: the name of its style, in small letters.
        level: of a heading, from 1; None for anything else.
        bold: whether every word of the paragraph is bold by its own.
        contents: whether it is a line of a list of contents.
    """

    number: int
    text: str
    rows: tuple[tuple[str, ...], ...]
    style: str
    level: int | None
    bold: bool
    contents: bool

    @property
    def is_table(self) -> bool:
        """Whether it is a table."""
        return bool(self.rows)


def outline(document: bytes) -> list[Block]:
    """The blocks of a document's body, in order.

    Raises:
        LayoutError: not a Word document that may be read.
    """
    package = Package(document)
    styles = style_elements(package)
    names = {identifier: style_name(item)[1] for identifier, item in styles.items()}
    levels = {identifier: _level(identifier, styles, names) for identifier in styles}
    body = package.root(DOCUMENT).find(w("body"))
    return [_block(at, item, names, levels) for at, item in enumerate(blocks_of(body))]


def _block(
    number: int, block: Element, names: Mapping[str, str], levels: Mapping[str, int | None]
) -> Block:
    if block.tag == w("tbl"):
        rows = tuple(tuple(map(cell_text, cells_of(row))) for row in rows_of(block))
        words = " ".join(cell for row in rows for cell in row)
        return Block(number, " ".join(words.split()), rows or (("",),), "", None, False, False)
    style = block.find(f"{w('pPr')}/{w('pStyle')}")
    identifier = "" if style is None else str(style.get(w("val")))
    name = names.get(identifier, identifier.casefold())
    own = block.find(f"{w('pPr')}/{_OUTLINE}")
    level = levels.get(identifier) if own is None else _told_level(own)
    text = " ".join(own_text(block).split())
    return Block(number, text, (), name, level, _bold(block), bool(_CONTENTS.match(name)))


def _level(identifier: str, styles: Mapping[str, Element], names: Mapping[str, str]) -> int | None:
    """The level of a style's headings, its own or that of the style that it is based on."""
    for _ in range(len(styles)):
        style = styles.get(identifier)
        if style is None:
            return None
        heading = _HEADING.match(names[identifier])
        if heading:
            return int(heading[1])
        own = style.find(f"{w('pPr')}/{_OUTLINE}")
        if own is not None:
            return _told_level(own)
        base = style.find(w("basedOn"))
        identifier = "" if base is None else str(base.get(w("val")))
    return None


def _told_level(element: Element) -> int | None:
    told = str(element.get(w("val"), ""))
    return int(told) + 1 if told.isdecimal() and int(told) < _BODY_TEXT else None


def _bold(paragraph: Element) -> bool:
    runs = [run for run in paragraph.iter(w("r")) if run.find(w("t")) is not None]
    return bool(runs) and all(_is_bold(run) for run in runs)


def _is_bold(run: Element) -> bool:
    bold = run.find(f"{w('rPr')}/{w('b')}")
    return bold is not None and bold.get(w("val"), "1") not in ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Kept:
    """A block that stays as it is."""

    number: int


@dataclass(frozen=True, slots=True)
class Words:
    """A new paragraph.

    Attributes:
        like: the block whose looks it has.
    """

    text: str
    like: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A new table.

    Attributes:
        like: the table whose looks it has; None for a plain one.
    """

    rows: tuple[tuple[str, ...], ...]
    like: int | None


Piece = Kept | Words | Grid


def with_pieces(document: bytes, places: Mapping[int, Sequence[Piece]], gone: set[int]) -> bytes:
    """A copy of a document with other blocks.

    Args:
        document: the original.
        places: what stands, instead of the block of that number, at its place.
        gone: further blocks that fall away; one that a piece keeps stays where that piece stands.

    Raises:
        LayoutError: not a Word document that may be read.
    """
    package = Package(document)
    blocks = list(blocks_of(package.root(DOCUMENT).find(w("body"))))
    made = {number: [_made(piece, blocks) for piece in pieces] for number, pieces in places.items()}
    for number, elements in made.items():
        for element in elements:
            blocks[number].addprevious(element)
    for number in gone | places.keys():
        parent = blocks[number].getparent()
        parent.remove(blocks[number])
    return package.packed()


def _made(piece: Piece, blocks: Sequence[Element]) -> Element:
    if isinstance(piece, Kept):
        return deepcopy(blocks[piece.number])
    if isinstance(piece, Words):
        return paragraph(piece.text, blocks[piece.like])
    return table(piece.rows, None if piece.like is None else blocks[piece.like])
