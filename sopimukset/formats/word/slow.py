"""Filling a layout by docxtpl itself: for what the compiler doesn't know, and for exact errors.

Whatever :mod:`compiled` can't do ends here. Docxtpl's own rendering is replaced where it would lose
text or run what stands in a value: a part is filled by the sandbox, once, and parsed strictly.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment

from sopimukset.formats import zip as archive
from sopimukset.formats.word.breaks import keep_breaks
from sopimukset.formats.word.finish import finish
from sopimukset.formats.word.layout import Layout, one_paragraph_a_line, open_layout
from sopimukset.formats.word.property_parts import DOCUMENT
from sopimukset.formats.word.sandbox import (
    Value,
    compile_source,
    environment,
    fill,
    printable,
)
from sopimukset.formats.word.special import Special
from sopimukset.formats.word.xml import Element, parse, w


def parts_by_docxtpl(layout: bytes, context: Mapping[str, object]) -> dict[str, bytes]:
    """Return the parts of a document, with properties that are the layout's.

    Raises:
        LayoutError: the layout is broken, or a field is unknown, missing or unprintable.
    """
    opened = open_layout(layout)
    template = CarefulTemplate(layout)
    values = _with_specials(dict(context), template)
    template.render(values, rich_environment(), autoescape=True)
    target = io.BytesIO()
    template.save(target)
    parts = archive.read(target.getvalue())
    return {**parts, **_finished(opened, parts, template.done, values)}


def _finished(
    opened: Layout, parts: Mapping[str, bytes], done: set[str], context: Mapping[str, object]
) -> dict[str, bytes]:
    """The templated parts put right; docxtpl leaves some out, and those are filled here."""
    return {
        part.name: finish(
            parts[part.name] if part.name in done else part.fill(context), part.name, opened.styles
        )
        for part in opened.templated
        if part.name in parts
    }


class CarefulTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    """Docxtpl, filling its parts as strictly as the rest of the program does.

    Attributes:
        done: the parts that it has filled.
    """

    def __init__(self, layout: bytes) -> None:
        super().__init__(io.BytesIO(layout))
        self.done: set[str] = set()

    def render_xml_part(
        self,
        src_xml: str,
        part: Any,  # noqa: ANN401 (python-docx ships no types)
        context: Mapping[str, object],
        jinja_env: SandboxedEnvironment,
    ) -> str:
        """Fill a part; docxtpl's own way changes `{_{` in values."""
        self.current_rendering_part = part
        name = str(part.partname).lstrip("/")
        source = one_paragraph_a_line(src_xml)
        self.done.add(name)
        return fill(compile_source(jinja_env, source, name, lines=True), context, source, name)

    def get_xml(self) -> str:
        """The body as text, with the page breaks of markers moved to what comes next."""
        keep_breaks(self.docx.element.body)
        text: str = super().get_xml()
        return text

    def fix_tables(self, xml: str) -> Element:
        """Mend the grids of tables; docxtpl fails where a table has none."""
        tree = parse(xml.encode(), DOCUMENT)
        whole = all(table.find(w("tblGrid")) is not None for table in tree.iter(w("tbl")))
        return super().fix_tables(xml) if whole else tree

    def render_properties(self, *_: object) -> None:
        """Leave the properties: they are written anew."""

    def render_footnotes(self, *_: object) -> None:
        """Leave the notes: docxtpl fills them once a section, and reads values as placeholders."""


def rich_environment() -> SandboxedEnvironment:
    """Return the layouts' environment, in which docxtpl's own objects may be printed too."""
    made = environment()
    made.finalize = _printable_or_rich
    return made


def _printable_or_rich(value: object) -> object:
    made_by_docxtpl = type(value).__module__.split(".")[0] == "docxtpl"
    return value if made_by_docxtpl else printable(value)


def _with_specials(value: Value, template: DocxTemplate) -> Value:
    """The context with docxtpl's objects in place of what makes them."""
    if isinstance(value, Special):
        return value.make(template)
    if isinstance(value, Mapping):
        return {key: _with_specials(inner, template) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_with_specials(inner, template) for inner in value]
    return value
