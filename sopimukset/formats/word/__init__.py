"""Word documents: layouts with placeholders are checked and filled, documents are read as text.

Knows types, parts and bytes, nothing of what a document is about. The heavy libraries
(docxtpl, Jinja, lxml) are imported with the first use of a function, not with the package.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from sopimukset.formats.word.errors import LayoutError
from sopimukset.formats.word.fragment import Fragment
from sopimukset.formats.word.gaps import GAP_CLOSE, GAP_OPEN, gap, spoken
from sopimukset.formats.word.properties import Properties
from sopimukset.formats.word.special import Special

if TYPE_CHECKING:
    from sopimukset.formats.word.fields import fields_of_layout, fields_of_text, uses_of
    from sopimukset.formats.word.layout import open_layout
    from sopimukset.formats.word.lines import lines_of
    from sopimukset.formats.word.package import custom_properties, read_properties
    from sopimukset.formats.word.paper import Lohko, word_blocks
    from sopimukset.formats.word.property_parts import custom_part
    from sopimukset.formats.word.rendering import render
    from sopimukset.formats.word.sandbox import environment, render_text
    from sopimukset.formats.word.shown import Shown, shown_drawings
    from sopimukset.formats.word.text import (
        body_texts,
        body_texts_of_ours,
        running_texts,
        running_texts_of_ours,
        text_of,
    )
    from sopimukset.formats.word.veiled import Veil, Veiled, header_texts, veiled_texts

__all__ = [
    "GAP_CLOSE",
    "GAP_OPEN",
    "Fragment",
    "LayoutError",
    "Lohko",
    "Properties",
    "Shown",
    "Special",
    "Veil",
    "Veiled",
    "body_texts",
    "body_texts_of_ours",
    "custom_part",
    "custom_properties",
    "environment",
    "fields_of_layout",
    "fields_of_text",
    "gap",
    "header_texts",
    "lines_of",
    "open_layout",
    "read_properties",
    "render",
    "render_text",
    "running_texts",
    "running_texts_of_ours",
    "shown_drawings",
    "spoken",
    "text_of",
    "uses_of",
    "veiled_texts",
    "word_blocks",
]

_HOMES = {
    "body_texts": "text",
    "body_texts_of_ours": "text",
    "custom_part": "property_parts",
    "custom_properties": "package",
    "environment": "sandbox",
    "fields_of_layout": "fields",
    "fields_of_text": "fields",
    "lines_of": "lines",
    "open_layout": "layout",
    "read_properties": "package",
    "render": "rendering",
    "render_text": "sandbox",
    "running_texts": "text",
    "running_texts_of_ours": "text",
    "Shown": "shown",
    "shown_drawings": "shown",
    "text_of": "text",
    "uses_of": "fields",
    "Lohko": "paper",
    "word_blocks": "paper",
    "Veil": "veiled",
    "Veiled": "veiled",
    "header_texts": "veiled",
    "veiled_texts": "veiled",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
