"""Finished XML that a layout puts in the place of a paragraph: a table of as many columns as asked.

What is the same in every document of a kind stands in its layout; what isn't, as the columns of a
table or the picture of a figure, is made by the program, with every text of it escaped.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopimukset.formats.word.pictures import Picture


@dataclass(frozen=True, slots=True)
class Fragment:
    """Paragraphs and tables of a body, printed by `{{p name }}` in a paragraph of its own.

    Attributes:
        source: well-formed XML of whole paragraphs and tables, `w:` for Word's own names.
        pictures: those that it shows; it names each by its id.
    """

    source: str
    pictures: tuple[Picture, ...] = ()

    def __html__(self) -> str:
        """The XML itself: it is escaped where it has to be."""
        return self.source
