"""Filling a layout: one function, which takes the compiled layout where there is one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sopimukset.formats import zip as archive
from sopimukset.formats.word.pictures import with_pictures
from sopimukset.formats.word.properties import Properties
from sopimukset.formats.word.property_parts import (
    APP,
    APP_PART,
    CORE,
    CUSTOM,
    core_part,
    custom_part,
)
from sopimukset.formats.word.store import compiled_layout

Stamp = Callable[[Mapping[str, bytes]], Mapping[str, str]]
"""Gives further custom properties, from all other parts."""


def render(
    layout: bytes,
    context: Mapping[str, object],
    properties: Properties,
    stamp: Stamp | None = None,
) -> bytes:
    """Return a Word document: the layout filled with the context.

    The same arguments give the same bytes. Values are text or whole numbers; a line break or a
    tab in a value stays one, text between gap markers gets the gap style.

    Args:
        layout: bytes of a .docx with docxtpl placeholders.
        context: the fields; a field that is used must be there and must not be None.
        properties: what the document's file says about itself.
        stamp: gives custom properties that depend on the other parts.

    Raises:
        LayoutError: the layout is broken, or a field is unknown, missing or unprintable.
    """
    custom = bool(properties.custom) or stamp is not None
    quick = _quickly(layout, context, custom=custom)
    raw, packed = quick or (_slowly(layout, context, custom=custom), {})
    drawn = with_pictures(raw, context)
    parts = {**raw, **drawn, CORE: core_part(properties), APP: APP_PART}
    told = {**properties.custom, **(stamp(parts) if stamp else {})}
    last = {CUSTOM: custom_part(told)} if custom else {}
    return archive.write({**parts, **packed, **drawn, **last})


_Parts = Mapping[str, bytes]


def _quickly(
    layout: bytes, context: Mapping[str, object], *, custom: bool
) -> tuple[_Parts, Mapping[str, archive.Packed]] | None:
    """The parts by the compiled layout, and those that are packed already; None where it can't."""
    compiled = compiled_layout(layout)
    if compiled is None:
        return None
    try:
        filled = {part.name: part.fill(context) for part in compiled.parts}
    except Exception:
        return None
    fixed = compiled.fixed[custom]
    return {**fixed, **filled}, compiled.packed[custom]


def _slowly(layout: bytes, context: Mapping[str, object], *, custom: bool) -> _Parts:
    from sopimukset.formats.word.package import plumbing, without_properties
    from sopimukset.formats.word.slow import parts_by_docxtpl

    parts = without_properties(parts_by_docxtpl(layout, context))
    return {**parts, **plumbing(parts, custom=custom)}
