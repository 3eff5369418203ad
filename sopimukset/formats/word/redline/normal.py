"""The normal form of a document: equal where two documents say the same and look the same.

Left out is what a reader doesn't see: how a text is divided into runs, ids that only hold a file
together, who saved what when, spelling marks and the language of runs, bookmarks, comments, content
controls (what they hold counts), short fields against long ones. A picture is known by its bytes, a
style by its name, a numbering by its definition and by the order in which numberings begin, a link
by its address or the words that it leads to. A note stands at its reference. Headers and footers
stand with each section that shows them; an empty one is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.formats.word.property_parts import DOCUMENT
from sopimukset.formats.word.redline.blocks import blocks_of
from sopimukset.formats.word.redline.definitions import Numbering, style_elements, style_name
from sopimukset.formats.word.redline.keys import key, properties
from sopimukset.formats.word.redline.names import (
    EXCEPTION,
    GRID,
    P_PR,
    R_PR,
    TBL_PR,
    TC_PR,
    TR_PR,
    P,
)
from sopimukset.formats.word.redline.parts import Package
from sopimukset.formats.word.redline.sections import blank, page, running
from sopimukset.formats.word.redline.stories import anchors, mark_of_section, note_of
from sopimukset.formats.word.redline.tables import cells_of, rows_of
from sopimukset.formats.word.redline.tokens import merged, tokens
from sopimukset.formats.word.redline.words import references
from sopimukset.formats.word.xml import Element, w


def normal_form(document: bytes) -> list[str]:
    """What a document says and how it looks: a line for each paragraph, row and cell.

    Raises:
        LayoutError: not a Word document.
    """
    package = Package(document)
    body = package.root(DOCUMENT).find(w("body"))
    sections = running(package)
    form = _Form(package, DOCUMENT, _Numbers(package))
    lines = list(form.blocks(body))
    for section, shown in sections:
        lines.append(f"section {page(section, form)}")
        for (tag, pages), part in sorted(shown.items()):
            root = package.root(part)
            if not blank(root):
                inner = _Form(package, part, form.numbers).blocks(root)
                lines += [f"{tag[-15:-9]} {pages} {line}" for line in inner]
    return lines


class _Numbers:
    """Numberings by what defines them and by the order in which they begin."""

    def __init__(self, package: Package) -> None:
        self.numbering = Numbering(package)
        self.known: dict[str, str] = {}

    def told(self, identifier: str, form: _Form) -> str:
        """A numbering by its definition and its turn."""
        if identifier not in self.known:
            definition = self.numbering.definition(identifier, form)
            order = sum(item.startswith(definition) for item in self.known.values())
            self.known[identifier] = f"{definition}#{order}"
        return self.known[identifier]


class _Form:
    """One part's ids by what they mean, and its lines."""

    def __init__(self, package: Package, part: str, numbers: _Numbers) -> None:
        self.package, self.part, self.numbers = package, part, numbers
        self._styles = {
            identifier: "/".join(style_name(item))
            for identifier, item in style_elements(package).items()
        }
        self._anchors = anchors(package)

    def style(self, identifier: str) -> str:
        """Its kind and name."""
        return self._styles.get(identifier, identifier)

    def numbering(self, identifier: str) -> str:
        """Its definition."""
        return self.numbers.told(identifier, self)

    def reference(self, identifier: str) -> str:
        """A fingerprint, or an address."""
        return self.package.told(self.part, identifier)

    def note(self, kind: str, identifier: str) -> str:
        """What it says."""
        part = self.package.related(kind)
        note = None if part is None else note_of(self.package, kind, identifier)
        if part is None or note is None:
            return "?"
        return " ".join(_Form(self.package, part, self.numbers).blocks(note))

    def anchor(self, name: str) -> str:
        """The words of its paragraph."""
        return self._anchors.get(name) or f"#{name}"

    def blocks(self, holder: Element) -> Iterator[str]:
        """The lines of a holder."""
        for block in blocks_of(holder):
            yield from self._paragraph(block) if block.tag == P else self._table(block)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        own = paragraph.find(P_PR)
        mark = None if own is None else own.find(R_PR)
        found = tokens(paragraph, self)
        notes = [key(item, self) for item in references(found)]
        section = " ends a section" if mark_of_section(paragraph) is not None else ""
        looks = f"{properties(own, self)}{properties(mark, self)}{section}"
        yield f"p {looks} {''.join(merged(found))}{''.join(notes)}"

    def _table(self, table: Element) -> Iterator[str]:
        grid = table.find(GRID)
        yield f"table {self._of(table, TBL_PR)} {'' if grid is None else key(grid, self)}"
        for row in rows_of(table):
            yield f"row {self._of(row, EXCEPTION)}{self._of(row, TR_PR)}"
            for cell in cells_of(row):
                yield f"cell {self._of(cell, TC_PR)}"
                yield from self.blocks(cell)
        yield "end of table"

    def _of(self, holder: Element, name: str) -> str:
        return properties(holder.find(name), self)
