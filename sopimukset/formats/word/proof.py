"""Proof that whatever a marked template is filled with, the result is well-formed XML.

A part that is read as XML with its placeholders held as text is well-formed as it stands. It stays
so where each body of a condition or a loop leaves open what it found open: then it may come any
number of times, or not at all. Values are escaped and stand in texts and in quoted attributes;
one between Word's elements is let through only if it is a ready structure (:data:`PLACED`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jinja2 import nodes

from sopimukset.formats.word.marking import NotQuickError

_TAG = re.compile(r"<(/?)([\w:.-]+)[^<>]*?(/?)>")
PLACED = "_placed"
"""A filter whose name nobody may write: it passes on a ready structure and nothing else."""

_MAY_CLOSE = ("w:t", "w:r")
"""What a body may close and open anew: Word divides runs wherever it likes."""


def refuse_unproved(template: nodes.Template) -> None:
    """Let only those templates pass whose results are well-formed.

    Values that stand between elements go through the filter :data:`PLACED` from here on.

    Raises:
        NotQuickError: a statement or a body of which nothing is proved.
    """
    if _Reader([]).read(template.body):
        raise NotQuickError("a part that leaves elements open")


class _Reader:
    """Follows the tags of a body, on top of the elements that are open around it."""

    def __init__(self, around: list[str]) -> None:
        self.open = list(around)
        self.least = len(around)
        self.unfinished = ""

    def read(self, body: Iterable[nodes.Node]) -> list[str]:
        """Read a body.

        Returns:
            The elements that it leaves open.
        """
        for node in body:
            if isinstance(node, nodes.Output):
                self._output(node)
            elif isinstance(node, (nodes.If, nodes.For)):
                self._branches(node)
            elif not isinstance(node, nodes.Assign) or not isinstance(node.target, nodes.Name):
                raise NotQuickError(f"a statement {type(node).__name__}")
        if self.unfinished:
            raise NotQuickError("a statement within a tag")
        return self.open

    def _output(self, node: nodes.Output) -> None:
        for place, child in enumerate(node.nodes):
            if isinstance(child, nodes.TemplateData):
                self._data(child.data)
            elif self.unfinished and not _in_quotes(self.unfinished):
                raise NotQuickError("a value within a tag")
            elif not self.unfinished and self._between_elements():
                node.nodes[place] = _placed(child)

    def _between_elements(self) -> bool:
        """Whether the innermost open element is one of Word's that holds no text itself."""
        innermost = self.open[-1] if self.open else ""
        return innermost.startswith("w:") and innermost != "w:t"

    def _data(self, data: str) -> None:
        text = self.unfinished + data
        last = text.rfind("<")
        self.unfinished = text[last:] if last >= 0 and ">" not in text[last:] else ""
        for tag in _TAG.finditer(text[: len(text) - len(self.unfinished)]):
            self._tag(closes=bool(tag[1]), name=tag[2], alone=bool(tag[3]))

    def _tag(self, *, closes: bool, name: str, alone: bool) -> None:
        if closes:
            if not self.open or self.open.pop() != name:
                raise NotQuickError("tags that don't match")
            if len(self.open) < self.least and name not in _MAY_CLOSE:
                raise NotQuickError(f"a body that closes {name}")
            self.least = min(self.least, len(self.open))
        elif not alone:
            self.open.append(name)

    def _branches(self, node: nodes.If | nodes.For) -> None:
        if self.unfinished:
            raise NotQuickError("a statement within a tag")
        for body in _bodies(node):
            if _Reader(self.open).read(body) != self.open:
                raise NotQuickError("a body that leaves other elements open than it found")


def _placed(value: nodes.Expr) -> nodes.Filter:
    made = nodes.Filter(value, PLACED, [], [], None, None, lineno=value.lineno)
    if value.environment is not None:
        made.set_environment(value.environment)
    return made


def _bodies(node: nodes.If | nodes.For) -> Iterator[list[nodes.Node]]:
    if isinstance(node, nodes.For):
        if node.recursive:
            raise NotQuickError("a recursive loop")
        yield node.body
    else:
        yield node.body
        for branch in node.elif_:
            yield branch.body
    yield node.else_


def _in_quotes(unfinished: str) -> bool:
    """Whether an unfinished tag ends inside the quotes of an attribute; lxml writes only `"`."""
    return unfinished.count('"') % 2 == 1
