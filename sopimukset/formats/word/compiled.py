"""Layouts compiled: all that is the same in every document of a kind, worked out once.

A compiled layout holds its fixed parts packed, and each part with placeholders as Python code that
Jinja made of it. It can be kept as bytes (:func:`kept`) and be had from them again (:func:`had`).
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import CodeType
from typing import TYPE_CHECKING, Any

from sopimukset.formats import zip as archive
from sopimukset.formats.word.property_parts import APP, APP_PART, DOCUMENT
from sopimukset.formats.word.quick import put_right

if TYPE_CHECKING:
    from sopimukset.formats.word.layout import Layout, TemplatedPart


@dataclass(frozen=True)
class CompiledPart:
    """A part with placeholders.

    Attributes:
        looks: the properties of its runs, as source, by what they become in a gap.
    """

    name: str
    code: CodeType
    looks: Mapping[str, str]

    @cached_property
    def _run(self) -> Callable[..., Iterator[str]]:
        from sopimukset.formats.word.running import run_of

        return run_of(self.code)

    def fill(self, context: Mapping[str, object]) -> bytes:
        """The part filled; what is wrong with it or with the context raises something."""
        from sopimukset.formats.word.running import filled

        return put_right(filled(self._run, context), self.looks)


_Parts = Mapping[str, bytes]
_Packed = Mapping[str, archive.Packed]


@dataclass(frozen=True)
class Compiled:
    """A compiled layout.

    Attributes:
        parts: those with placeholders.
        fixed: those without, of a document without custom properties and of one with them.
        packed: the same packed.
    """

    parts: tuple[CompiledPart, ...]
    fixed: tuple[_Parts, _Parts]
    packed: tuple[_Packed, _Packed]


def compiled(layout: Layout) -> Compiled:
    """Compile a layout.

    Raises:
        NotQuickError: it uses what only docxtpl and a reader of XML know.
        LayoutError: a placeholder is broken.
    """
    from sopimukset.formats.word.package import plumbing, without_properties

    parts = tuple(_compiled(part, layout.styles) for part in layout.templated)
    own = without_properties(layout.fixed)
    plain, custom = (
        {**own, **plumbing(own, custom=custom), APP: APP_PART} for custom in (False, True)
    )
    return Compiled(parts, (plain, custom), (_packed(plain), _packed(custom)))


def _packed(parts: _Parts) -> _Packed:
    return {name: archive.pack(data, archive.SMALL) for name, data in parts.items()}


def _compiled(part: TemplatedPart, styles: frozenset[str]) -> CompiledPart:
    from jinja2 import TemplateError

    from sopimukset.formats.word.marking import NotQuickError, mark
    from sopimukset.formats.word.permitted import refusals
    from sopimukset.formats.word.proof import refuse_unproved
    from sopimukset.formats.word.running import code_of, marked_tree

    if part.needs_docxtpl:
        raise NotQuickError("tags of docxtpl's own")
    marked = mark(part.source, styles, body=part.name == DOCUMENT)
    try:
        tree = marked_tree(marked.source)
        if any(refusals(tree)):
            part.template  # noqa: B018 (tells what is not allowed, and in which paragraph)
        refuse_unproved(tree)
        return CompiledPart(part.name, code_of(tree), marked.looks)
    except (TemplateError, SyntaxError, RecursionError) as error:
        part.template  # noqa: B018 (tells what is wrong, and in which paragraph)
        raise NotQuickError("marks that Jinja doesn't take") from error


def kept(layout: Compiled) -> bytes:
    """The layout as bytes, for the same Python, Jinja and program only."""
    parts = [(part.name, part.code, dict(part.looks)) for part in layout.parts]
    packed = [{name: tuple(item) for name, item in one.items()} for one in layout.packed]
    return marshal.dumps((parts, [dict(one) for one in layout.fixed], packed))


def had(content: bytes) -> Compiled:
    """The layout that was kept.

    The bytes hold code that will be run: they must come from a place that is the user's alone.

    Raises:
        ValueError, EOFError, TypeError: they are not what was kept.
    """
    parts, (plain, custom), packed = _loaded(content)
    first, second = ({name: archive.Packed(*item) for name, item in one.items()} for one in packed)
    return Compiled(tuple(CompiledPart(*part) for part in parts), (plain, custom), (first, second))


def _loaded(content: bytes) -> Any:  # noqa: ANN401 (as marshal has it)
    return marshal.loads(content)  # noqa: S302 (see above)
