"""What can be changed in a line of the law: each function gives the changed nodes of one node.

Only what may change a verdict is changed. Sentences that are shown to a person are not, nor are
titles, citations and annotations.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

Nodes = Iterator[ast.AST]

UNKNOWN = "XX"
"""Stands in no record, no text and no model."""

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_CALCULATED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_OF_SETS = (ast.BitOr, ast.BitAnd, ast.Sub)
_RENAMED = {
    "any": "all",
    "all": "any",
    "min": "max",
    "max": "min",
    "sorted": "list",
    "reversed": "list",
}
_RENAMED_METHODS = {
    "startswith": "endswith",
    "endswith": "startswith",
    "search": "match",
    "match": "search",
    "union": "intersection",
    "issubset": "issuperset",
    "issuperset": "issubset",
}
_SPELLING = frozenset({"casefold", "lower", "upper", "strip", "lstrip", "rstrip"})
_SEVERITIES = {
    "ERROR": ("WARNING", "INFO"),
    "WARNING": ("ERROR", "INFO"),
    "INFO": ("WARNING",),
    "OPEN": ("ERROR", "INFO"),
    "DEADLINE": ("ERROR", "INFO"),
}
KEPT_KEYWORDS = frozenset(
    {"strict", "title", "citations", "grade", "decides", "concerns", "settled"}
)
"""How a rule is presented, what raises where lengths differ, and when a rule need not be asked.

They change no verdict; `tests/acceptance/rules/test_settled.py` holds the last one to all
rules asked.
"""

_SPARING = frozenset({"worth", "besides"})
"""What spares a rule from being asked, or a text from being read: without it all is read."""


def is_shown(text: str) -> bool:
    """Whether it is a sentence for a person."""
    return " " in text and text[0] in "{ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ" and text.rstrip()[-1] in ".?"


def changed(node: ast.AST) -> Nodes:
    """Every change of a node itself, without what stands in it."""
    for kind in type(node).__mro__:
        yield from _CHANGES.get(kind, _none)(node)


def _none(_node: Any) -> Nodes:
    yield from ()


def _comparisons(node: ast.Compare) -> Nodes:
    for index, operator in enumerate(node.ops):
        for other in _COMPARED[type(operator)]:
            ops = [*node.ops[:index], other(), *node.ops[index + 1 :]]
            yield ast.Compare(node.left, ops, node.comparators)


def _conditions(node: ast.BoolOp) -> Nodes:
    yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    for index in range(len(node.values)):
        rest = [*node.values[:index], *node.values[index + 1 :]]
        yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)


def _signs(node: ast.UnaryOp) -> Nodes:
    yield node.operand


def _sums(node: ast.BinOp) -> Nodes:
    if type(node.op) in _CALCULATED:
        yield ast.BinOp(node.left, _CALCULATED[type(node.op)](), node.right)
    if isinstance(node.op, _OF_SETS):
        yield node.left


def _constants(node: ast.Constant) -> Nodes:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        yield ast.Constant(value + 1)
        yield ast.Constant(value - 1)
    elif isinstance(value, str) and not is_shown(value):
        yield ast.Constant(UNKNOWN + value)


def _severities(node: ast.Attribute) -> Nodes:
    if isinstance(node.value, ast.Name) and node.value.id == "Severity":
        for other in _SEVERITIES.get(node.attr, ()):
            yield ast.Attribute(node.value, other, node.ctx)


def _choices(node: ast.IfExp) -> Nodes:
    yield node.body
    yield node.orelse


def _calls(node: ast.Call) -> Nodes:
    for index, keyword in enumerate(node.keywords):
        if keyword.arg not in KEPT_KEYWORDS | _SPARING:
            rest = [*node.keywords[:index], *node.keywords[index + 1 :]]
            yield ast.Call(node.func, node.args, rest)
    function = node.func
    if isinstance(function, ast.Name) and function.id in _RENAMED:
        name = _RENAMED[function.id]
        kept = node.keywords if name in ("min", "max") else []
        yield ast.Call(ast.Name(name, ast.Load()), node.args, kept)
    elif isinstance(function, ast.Attribute) and function.attr in _RENAMED_METHODS:
        other = ast.Attribute(function.value, _RENAMED_METHODS[function.attr], ast.Load())
        yield ast.Call(other, node.args, node.keywords)
    elif isinstance(function, ast.Attribute) and function.attr in _SPELLING and not node.args:
        yield function.value


def _slices(node: ast.Slice) -> Nodes:
    if node.lower is not None:
        yield ast.Slice(None, node.upper, node.step)
    if node.upper is not None:
        yield ast.Slice(node.lower, None, node.step)


def _items(node: ast.Tuple | ast.List | ast.Set) -> Nodes:
    """The collection without one of its items; a constant is changed where it stands."""
    is_target = isinstance(getattr(node, "ctx", None), ast.Store)
    if is_target or len(node.elts) < 2:
        return
    for index, item in enumerate(node.elts):
        if not isinstance(item, ast.Constant):
            rest = [*node.elts[:index], *node.elts[index + 1 :]]
            yield ast.Set(rest) if isinstance(node, ast.Set) else type(node)(rest, node.ctx)


def _filters(node: ast.comprehension) -> Nodes:
    for index in range(len(node.ifs)):
        rest = [*node.ifs[:index], *node.ifs[index + 1 :]]
        yield ast.comprehension(node.target, node.iter, rest, node.is_async)


def _branches(node: ast.If) -> Nodes:
    for value in (True, False):
        yield ast.If(ast.Constant(value), node.body, node.orelse)


def _loops(node: ast.While) -> Nodes:
    yield ast.While(ast.Constant(value=False), node.body, node.orelse)


def _iterations(node: ast.For) -> Nodes:
    yield ast.For(node.target, ast.Tuple([], ast.Load()), node.body, node.orelse)


def _results(node: ast.Return) -> Nodes:
    if node.value is None:
        yield ast.Pass()
    elif not isinstance(node.value, ast.Constant):
        yield ast.Return(ast.Constant(None))


def _statements(node: ast.Expr) -> Nodes:
    """Without the statement; a generator stays one."""
    if isinstance(node.value, ast.Yield | ast.YieldFrom):
        yield ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load())))
    else:
        yield ast.Pass()


def _jumps(node: ast.Continue | ast.Break) -> Nodes:
    yield ast.Break() if isinstance(node, ast.Continue) else ast.Continue()
    yield ast.Pass()


def _settings(node: ast.Assign) -> Nodes:
    if any(isinstance(target, ast.Subscript | ast.Attribute) for target in node.targets):
        yield ast.Pass()


def _additions(node: ast.AugAssign) -> Nodes:
    yield ast.Pass()


_CHANGES: dict[type, Any] = {
    ast.Compare: _comparisons,
    ast.BoolOp: _conditions,
    ast.UnaryOp: _signs,
    ast.BinOp: _sums,
    ast.Constant: _constants,
    ast.Attribute: _severities,
    ast.IfExp: _choices,
    ast.Call: _calls,
    ast.Slice: _slices,
    ast.Tuple: _items,
    ast.List: _items,
    ast.Set: _items,
    ast.comprehension: _filters,
    ast.If: _branches,
    ast.While: _loops,
    ast.For: _iterations,
    ast.Return: _results,
    ast.Expr: _statements,
    ast.Continue: _jumps,
    ast.Break: _jumps,
    ast.Assign: _settings,
    ast.AugAssign: _additions,
    ast.Raise: lambda _node: iter([ast.Pass()]),
}
