"""Which fields a layout or a text asks for: the Jinja tree walked, loops resolved, with lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from jinja2 import TemplateSyntaxError, nodes

from sopimukset.formats.word.errors import LayoutError
from sopimukset.formats.word.layout import open_layout
from sopimukset.formats.word.permitted import Refusal, refusals
from sopimukset.formats.word.sandbox import environment, syntax_error

Scope = dict[str, str]
"""What names mean where one stands: the path, "" for a value that is no field."""

LOOP = "loop"
LOOP_FIELDS = frozenset(
    {
        *("index", "index0", "revindex", "revindex0", "first", "last", "length", "cycle"),
        *("depth", "depth0", "previtem", "nextitem", "changed"),
    }
)
"""What Jinja gives inside a loop."""

_SAME_LIST = {"list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique"}
_ONE_ITEM = {"first", "last"}
_FIRST_ARGUMENT = {"map": "attribute", "selectattr": "", "rejectattr": "", "groupby": "attribute"}
"""Filters whose argument names a field of each item; the keyword that may stand before it."""


class SourceError(LayoutError):
    """A source that can't be parsed.

    Attributes:
        line: of the source, from 1.
    """

    def __init__(self, error: TemplateSyntaxError) -> None:
        message, hint = syntax_error(error)
        super().__init__(message, hint=hint)
        self.line = error.lineno


@dataclass(frozen=True, slots=True)
class Use:
    """A place that asks for a field.

    Attributes:
        path: dotted; `[]` stands for each item of a list.
        line: of the source, from 1.
        printed: whether it is printed as it stands.
        looped: whether it is only gone through, item by item.
    """

    path: str
    line: int
    printed: bool = False
    looped: bool = False


@dataclass
class Uses:
    """What a source asks for.

    Attributes:
        fields: every use, in the order of the source.
        compared: by field, the texts that it is compared with, each with its line.
        strange: names after `loop.` that Jinja doesn't know, with their lines.
        refused: what is not allowed in a placeholder.
    """

    fields: list[Use] = field(default_factory=list)
    compared: defaultdict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    strange: list[tuple[str, int]] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)

    @property
    def paths(self) -> frozenset[str]:
        """The fields that are asked for; a list that is gone through only by its items' fields."""
        asked = {use.path for use in self.fields if not use.looped}
        empty = {
            use.path
            for use in self.fields
            if use.looped and not any(path.startswith(f"{use.path}[]") for path in asked)
        }
        return frozenset(asked | empty)


def fields_of_layout(layout: bytes) -> frozenset[str]:
    """Return the fields that a layout uses, as dotted paths; ``[]`` stands for each item.

    ``{%p for x in rivit %}{{ x.nimi }}`` gives ``rivit[].nimi``. Only whole paths are listed.

    Raises:
        LayoutError: as in :func:`layout.open_layout`.
    """
    parts = open_layout(layout).templated
    return frozenset().union(*(uses_of(part.source).paths for part in parts))


def fields_of_text(source: str) -> frozenset[str]:
    """Return the fields that a text uses, as :func:`fields_of_layout` does."""
    return uses_of(source).paths


def uses_of(source: str) -> Uses:
    """Return every use of a field in a template's source.

    Raises:
        SourceError: the source can't be parsed.
    """
    try:
        tree = environment().parse(source)
    except TemplateSyntaxError as error:
        raise SourceError(error) from error
    walker = _Walker()
    walker.walk(tree, {})
    walker.uses.refused += refusals(tree)
    return walker.uses


class _Walker:
    """Walks a tree once; branches that no data would take are walked as well."""

    def __init__(self) -> None:
        self.uses = Uses()
        self.globals = frozenset(environment().globals)

    def walk(self, node: nodes.Node, scope: Scope) -> None:
        """Note the fields that a node uses; names that it binds are added to the scope."""
        if isinstance(node, nodes.For):
            self._loop(node, scope)
        elif isinstance(node, nodes.Output):
            for child in node.nodes:
                self._value(child, scope, printed=True)
        elif isinstance(node, nodes.Assign | nodes.AssignBlock | nodes.With):
            self._assign(node, scope)
        elif isinstance(node, nodes.Macro | nodes.CallBlock):
            inner = scope | dict.fromkeys((item.name for item in node.args), "")
            self._all(node.body, inner | {"caller": "", "varargs": "", "kwargs": ""})
            if isinstance(node, nodes.Macro):
                scope[node.name] = ""
        elif isinstance(node, nodes.Compare):
            self._compare(node, scope)
        else:
            self._value(node, scope)

    def _all(self, children: Iterable[nodes.Node], scope: Scope) -> None:
        for child in children:
            self.walk(child, scope)

    def _value(self, node: nodes.Node, scope: Scope, *, printed: bool = False) -> None:
        path = self.path(node, scope)
        if path:
            self.uses.fields.append(Use(path, node.lineno, printed=printed))
        elif path is None:
            self._all(node.iter_child_nodes(), scope)

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        source = self.path(node.iter, scope)
        if source:
            self.uses.fields.append(Use(source, node.lineno, looped=True))
        elif source is None:
            self.walk(node.iter, scope)
        item = f"{source}[]" if source else ""
        names = [name.name for name in node.target.find_all(nodes.Name)]
        if isinstance(node.target, nodes.Name):
            names = [node.target.name]
        inner = scope | {LOOP: item} | dict.fromkeys(names, "")
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = item
        self._all([*([node.test] if node.test else []), *node.body], inner)
        self._all(node.else_, dict(scope))

    def _assign(self, node: nodes.Assign | nodes.AssignBlock | nodes.With, scope: Scope) -> None:
        if isinstance(node, nodes.With):
            inner = dict(scope)
            for target, value in zip(node.targets, node.values, strict=True):
                self._bind(target, value, inner)
            self._all(node.body, inner)
        elif isinstance(node, nodes.Assign):
            self._bind(node.target, node.node, scope)
        else:
            self._all(node.body, scope)
            scope.update({item.name: "" for item in _names(node.target)})

    def _bind(self, target: nodes.Node, value: nodes.Node, scope: Scope) -> None:
        self.walk(value, scope)
        path = self.path(value, scope) if isinstance(target, nodes.Name) else ""
        scope.update({item.name: path or "" for item in _names(target)})

    def _compare(self, node: nodes.Compare, scope: Scope) -> None:
        sides = [node.expr, *(operand.expr for operand in node.ops)]
        paths = [path for side in sides if (path := self.path(side, scope))]
        for path in paths:
            for side in sides:
                for text in _texts(side):
                    self.uses.compared[path].setdefault(text, node.lineno)
        self._all(sides, scope)

    def path(self, node: nodes.Node, scope: Scope) -> str | None:
        """The path of a name or a chain of fields; "" for what is no field, None to walk on."""
        if isinstance(node, nodes.Name):
            known = scope.get(node.name)
            if known is not None and node.name == LOOP:
                return ""
            return known if known is not None else self._free(node.name)
        if isinstance(node, nodes.Getattr):
            return self._attribute(node.node, node.attr, node.lineno, scope)
        if isinstance(node, nodes.Getitem):
            return self._item(node, scope)
        return self._filtered(node, scope) if isinstance(node, nodes.Filter) else None

    def _free(self, name: str) -> str:
        return "" if name in self.globals else name

    def _attribute(self, node: nodes.Node, name: str, line: int, scope: Scope) -> str | None:
        if isinstance(node, nodes.Name) and node.name == LOOP and LOOP in scope:
            if name not in LOOP_FIELDS:
                self.uses.strange.append((name, line))
            return scope[LOOP] if name in ("previtem", "nextitem") else ""
        base = self.path(node, scope)
        return f"{base}.{name}" if base else base

    def _item(self, node: nodes.Getitem, scope: Scope) -> str | None:
        key = node.arg
        if isinstance(key, nodes.Const) and isinstance(key.value, str):
            return self._attribute(node.node, key.value, node.lineno, scope)
        base = self.path(node.node, scope)
        if isinstance(key, nodes.Slice):
            return base
        if isinstance(key, nodes.Const):
            return f"{base}[]" if base else base
        return None

    def _filtered(self, node: nodes.Filter, scope: Scope) -> str | None:
        """The path of what a filter gives, where it gives a list's own items or one of them."""
        base = self.path(node.node, scope) if node.node else None
        if not base:
            return None
        named = _named_field(node)
        if named:
            self.uses.fields.append(Use(f"{base}[].{named}", node.lineno))
        if node.name in _ONE_ITEM:
            return f"{base}[]"
        if node.name in _SAME_LIST:
            return base
        self.uses.fields.append(Use(base, node.lineno, looped=bool(named)))
        self._all([*node.args, *(item.value for item in node.kwargs)], scope)
        return ""


def _names(node: nodes.Node) -> Iterable[nodes.Name]:
    return [node] if isinstance(node, nodes.Name) else node.find_all(nodes.Name)


def _texts(node: nodes.Node) -> Iterable[str]:
    items = node.items if isinstance(node, nodes.List | nodes.Tuple) else [node]
    return [
        item.value
        for item in items
        if isinstance(item, nodes.Const) and isinstance(item.value, str)
    ]


def _named_field(node: nodes.Filter) -> str:
    """The field of each item that a filter names, as `map(attribute='nimi')` does; "" for none."""
    given = [item.value for item in node.kwargs if item.key == "attribute"]
    if not given and _FIRST_ARGUMENT.get(node.name) in ("", "attribute") and node.name != "map":
        given = list(node.args[:1])
    found = [item.value for item in given if isinstance(item, nodes.Const)]
    return str(found[0]) if found and isinstance(found[0], str) else ""
