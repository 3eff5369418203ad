"""A document as it is once its tracked changes are accepted, and which paragraphs they touch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sopimukset.formats.word.property_parts import DOCUMENT
from sopimukset.formats.word.redline.counting import Count, counted
from sopimukset.formats.word.redline.names import CELL, ROW, TABLE, P
from sopimukset.formats.word.redline.parts import Package
from sopimukset.formats.word.redline.resolve import accept, changes_in, next_of_joined, tracked
from sopimukset.formats.word.text import one_line, paragraphs
from sopimukset.formats.word.xml import Element, own_text

_HOLDERS = (P, CELL, ROW, TABLE)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A document with all of its tracked changes accepted.

    Attributes:
        content: the document.
        count: how many changes there were.
        touched: the numbers of the body's paragraphs in which they are, or were, from 1; those
            with text are counted, as the document is once the changes are accepted.
    """

    content: bytes
    count: Count
    touched: tuple[int, ...]


def accepted(data: bytes) -> Accepted | None:
    """The document once its tracked changes are accepted; None where it holds none.

    Raises:
        LayoutError: not a Word document that may be read.
    """
    package = Package(data)
    if not tracked(package):
        return None
    count = counted(package)
    root = package.root(DOCUMENT)
    touched = {item for holder in _holders(root) for item in _paragraphs_of(holder)}
    touched |= set(next_of_joined(root))
    accept(package)
    with_text = (item for item in paragraphs(root) if one_line(own_text(item)))
    numbers = tuple(number for number, item in enumerate(with_text, 1) if item in touched)
    return Accepted(package.packed(), count, numbers)


def _holders(root: Element) -> list[Element]:
    """The paragraphs, cells, rows and tables of which a change tells, each once."""
    found: dict[Element, None] = {}
    for change in changes_in(root):
        holder = next(change.iterancestors(*_HOLDERS), None)
        if holder is not None:
            found[holder] = None
    return list(found)


def _paragraphs_of(holder: Element) -> Iterator[Element]:
    if holder.tag == P:
        yield holder
    else:
        yield from holder.iter(P)
