"""Which fields a layout or a text asks for: the Jinja tree walked, loops resolved."""

from __future__ import annotations

from jinja2 import nodes

from sopimukset.formats.word.layout import open_layout
from sopimukset.formats.word.sandbox import environment

Scope = dict[str, str]


def fields_of_layout(layout: bytes) -> frozenset[str]:
    """Return the fields that a layout uses, as dotted paths; ``[]`` stands for each item.

    ``{%p for x in rivit %}{{ x.nimi }}`` gives ``rivit[].nimi``. Only whole paths are listed.

    Raises:
        LayoutError: as in :func:`layout.open_layout`.
    """
    return frozenset().union(*(_fields(part.source) for part in open_layout(layout).templated))


def fields_of_text(source: str) -> frozenset[str]:
    """Return the fields that a text uses, as :func:`fields_of_layout` does."""
    return _fields(source)


def _fields(source: str) -> frozenset[str]:
    found: set[str] = set()
    _walk(environment().parse(source), {}, found)
    return frozenset(found)


def _walk(node: nodes.Node, scope: Scope, found: set[str]) -> None:
    if isinstance(node, nodes.For):
        _walk_loop(node, scope, found)
        return
    path = _path(node, scope)
    if path is not None:
        found.add(path)
        return
    for child in node.iter_child_nodes():
        _walk(child, scope, found)


def _walk_loop(node: nodes.For, scope: Scope, found: set[str]) -> None:
    source = _path(node.iter, scope)
    inner = dict(scope, loop="")
    if isinstance(node.target, nodes.Name):
        inner[node.target.name] = f"{source}[]" if source else ""
    if source:
        used: set[str] = set()
        _walk_all([*node.body, *([node.test] if node.test else [])], inner, used)
        found.update(used or {source})
        _walk_all(node.else_, scope, found)
        return
    _walk(node.iter, scope, found)
    _walk_all([*node.body, *node.else_], inner, found)


def _walk_all(children: list[nodes.Node], scope: Scope, found: set[str]) -> None:
    for child in children:
        _walk(child, scope, found)


def _path(node: nodes.Node, scope: Scope) -> str | None:
    """Return the dotted path of a name or of a chain of fields; None for anything else."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name, node.name) or None if node.ctx == "load" else None
    if isinstance(node, nodes.Getattr):
        base = _path(node.node, scope)
        return f"{base}.{node.attr}" if base else None
    return None
