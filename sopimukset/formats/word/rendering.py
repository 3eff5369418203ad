"""Filling a layout: one function."""

from __future__ import annotations

from collections.abc import Mapping

from sopimukset.formats import zip as archive
from sopimukset.formats.word.finish import finish
from sopimukset.formats.word.layout import open_layout
from sopimukset.formats.word.package import with_properties
from sopimukset.formats.word.properties import Properties


def render(layout: bytes, context: Mapping[str, object], properties: Properties) -> bytes:
    """Return a Word document: the layout filled with the context.

    The same arguments give the same bytes. Values are text or whole numbers; a line break or a
    tab in a value stays one, text between gap markers gets the gap style.

    Args:
        layout: bytes of a .docx with docxtpl placeholders.
        context: the fields; a field that is used must be there and must not be None.
        properties: what the document's file says about itself.

    Raises:
        LayoutError: the layout is broken, or a field is unknown, missing or unprintable.
    """
    opened = open_layout(layout)
    filled = {
        part.name: finish(part.fill(context), part.name, opened.styles) for part in opened.templated
    }
    return archive.write(with_properties({**opened.fixed, **filled}, properties))
