"""The mutants of a module: its syntax tree, changed at one place at a time."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType
from typing import Any

from tests.mutation.operators import KEPT_KEYWORDS, changed

WIDTH = 90
"""How much of a line is told around a change."""

SPARING = "worth"
"""A rule's look beforehand only spares work, and a test of its own holds it to the rule.

So do the functions of its module that nothing else names.
"""

NEAR = 25
"""How much of a longer line."""

_PASSED_OVER = frozenset({"annotation", "returns", "decorator_list", "bases"})
_GENERICS = frozenset(("tuple", "list", "dict", "set", "Callable", "ClassVar", "Mapping"))


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change.

    Attributes:
        module: path of the module in the room, as `rules/g07.py`.
        function: qualified name of the function or class, "" at the module's top.
        line: where the change is, from 1.
        before: the expression or the head of the statement as it is.
        after: the same with the change.
        code: the whole changed module.
    """

    module: str
    function: str
    line: int
    before: str
    after: str
    code: CodeType

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What it is recognised by; lines move."""
        return self.module, self.function, self.before, self.after


def mutants(module: str, source: str) -> Iterator[Mutant]:
    """Every mutant of a module's source text."""
    yield from _Walk(module, ast.parse(source)).run()


def unchanged(module: str, source: str) -> Mutant:
    """A module as it is, to be tried like a mutant."""
    return Mutant(module, "", 1, "", "", compile(source, module, "exec"))


class _Walk:
    """A walk over a tree that changes a place, gives the mutant, and changes it back."""

    def __init__(self, module: str, tree: ast.Module) -> None:
        self.module = module
        self.tree = tree
        self.sparing = _sparing(tree)
        self.above: list[ast.AST] = [tree]

    def run(self) -> Iterator[Mutant]:
        yield from self._below(self.tree)

    def _below(self, node: ast.AST) -> Iterator[Mutant]:
        for name, value in ast.iter_fields(node):
            if name in _PASSED_OVER:
                continue
            if isinstance(value, ast.AST):
                yield from self._at(node, name, None, value)
            elif isinstance(value, list):
                for index, item in enumerate(value):
                    if isinstance(item, ast.AST):
                        yield from self._at(node, name, index, item)

    def _at(self, parent: ast.AST, name: str, index: int | None, node: ast.AST) -> Iterator[Mutant]:
        if _passed_over(parent, node) or node in self.sparing:
            return
        self.above.append(node)
        for other in changed(node):
            around, place = self._around(), _line(self.above)
            where = _head(parent) + " " if _is_jump(node) and isinstance(parent, ast.If) else ""
            before = where + _head(self.above[around])
            _put(parent, name, index, other)
            self.above[-1] = other
            told = _shortened(before, where + _head(self.above[around]))
            yield Mutant(self.module, self._function(), place, *told, self._code())
            self.above[-1] = node
            _put(parent, name, index, node)
        yield from self._below(node)
        self.above.pop()

    def _around(self) -> int:
        """The height of the widest expression or head of a statement that fits a line."""
        found = len(self.above) - 1
        for height in range(found, 0, -1):
            node = self.above[height]
            if isinstance(node, ast.stmt | ast.expr | ast.comprehension):
                if len(_head(node)) > WIDTH:
                    break
                found = height
            if isinstance(node, ast.stmt):
                break
        return found

    def _function(self) -> str:
        named = (ast.FunctionDef, ast.ClassDef)
        return ".".join(node.name for node in self.above if isinstance(node, named))

    def _code(self) -> CodeType:
        ast.fix_missing_locations(self.tree)
        return compile(self.tree, self.module, "exec")


def _sparing(tree: ast.Module) -> set[ast.AST]:
    """The look beforehand of a module, and what only that look rests on."""
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    named = {
        name: {by for by in tree.body if by is not node and name in _names(by)}
        for name, node in functions.items()
    }
    found: set[ast.AST] = {node for name, node in functions.items() if name == SPARING}
    while more := {
        node
        for name, node in functions.items()
        if node not in found and named[name] and named[name] <= found
    }:
        found |= more
    return found


def _names(node: ast.AST) -> set[str]:
    return {item.id for item in ast.walk(node) if isinstance(item, ast.Name)}


def _is_jump(node: ast.AST) -> bool:
    """Whether its own text doesn't tell which one of several it is."""
    bare = isinstance(node, ast.Return) and node.value is None
    return bare or isinstance(node, ast.Continue | ast.Break)


def _put(parent: Any, name: str, index: int | None, node: ast.AST) -> None:
    if index is None:
        setattr(parent, name, node)
    else:
        getattr(parent, name)[index] = node


def _line(above: list[ast.AST]) -> int:
    return next((node.lineno for node in reversed(above) if hasattr(node, "lineno")), 1)


def _head(node: ast.AST) -> str:
    """A node on one line; of a statement with a body only its first line."""
    if isinstance(node, ast.If | ast.While):
        return f"{type(node).__name__.lower()} {ast.unparse(node.test)}:"
    if isinstance(node, ast.For):
        return f"for {ast.unparse(node.target)} in {ast.unparse(node.iter)}:"
    if isinstance(node, ast.FunctionDef):
        return f"def {node.name}({ast.unparse(node.args)}):"
    return " ".join(ast.unparse(node).split())


def _shortened(before: str, after: str) -> tuple[str, str]:
    """Two long lines without what they begin and end with alike, but for some words of it."""
    if len(before) <= WIDTH:
        return before, after
    first = max(_alike(before, after) - NEAR, 0)
    last = max(_alike(before[::-1], after[::-1]) - NEAR, 0)
    return _cut(before, first, last), _cut(after, first, last)


def _alike(one: str, other: str) -> int:
    """How many letters two texts have in common before they differ."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _cut(line: str, first: int, last: int) -> str:
    return f"…{line[first : len(line) - last]}…"


def _passed_over(parent: ast.AST, node: ast.AST) -> bool:
    """Imports, types, docstrings, what is only shown, and what only type checkers read."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return True
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return True
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        return node.value.id in _GENERICS
    return _is_shown(parent, node) or _is_nothing(parent, node)


def _is_nothing(parent: ast.AST, node: ast.AST) -> bool:
    """The text that stands in for one that is not recorded, as in `name or ""`."""
    return isinstance(parent, ast.BoolOp) and isinstance(node, ast.Constant) and node.value == ""


def _is_shown(parent: ast.AST, node: ast.AST) -> bool:
    if isinstance(parent, ast.keyword):
        return parent.arg in KEPT_KEYWORDS
    if isinstance(parent, ast.Call) and isinstance(parent.func, ast.Name):
        return parent.func.id in ("say", "mark", "Notice") and isinstance(node, ast.Constant)
    return isinstance(parent, ast.JoinedStr) and isinstance(node, ast.Constant)
