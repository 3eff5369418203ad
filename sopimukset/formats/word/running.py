"""Templates as Python code: made by Jinja once, run for each document.

The code is Jinja's but for two things that cost most of its time: a field of a plain dictionary is
taken from it without asking the sandbox, and a text that was escaped once is not escaped again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, LoopContext, new_context
from markupsafe import escape

from sopimukset.base.speech import say
from sopimukset.formats.word.bounds import PASSES, BoundedGenerator, bound_loops
from sopimukset.formats.word.fragment import Fragment
from sopimukset.formats.word.marks import FROM_TEXT
from sopimukset.formats.word.placing import MISPLACED
from sopimukset.formats.word.proof import PLACED
from sopimukset.formats.word.sandbox import (
    LayoutEnvironment,
    UnprintableError,
    Value,
    environment,
    printable,
)

_OF_LOOPS = frozenset({"index", "index0", "first", "last", "length", "nextitem", "previtem"})
Run = Callable[[Context], Iterator[str]]


class QuickGenerator(BoundedGenerator):
    """Jinja's compiler, with `environment.field` and `environment.escaped` in its code."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        """Write the access to a field."""
        self.write("environment.field(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write("environment.escaped(")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(")")


class QuickEnvironment(LayoutEnvironment):
    """The sandbox of layouts, in which plain fields and texts take the short way."""

    code_generator_class = QuickGenerator

    def field(self, obj: Value, name: str) -> Value:
        """The field of a dictionary; anything else as the sandbox has it."""
        if type(obj) is dict and name in obj:
            return obj[name]
        if type(obj) is LoopContext and name in _OF_LOOPS:
            return getattr(obj, name)
        return self.getattr(obj, name)

    @staticmethod
    def escaped(value: object) -> str:
        """The value as it is printed.

        Raises:
            UnprintableError: see :func:`sandbox.printable`; a ready structure within a text.
        """
        if type(value) is str:
            return _escaped(value)
        if type(value) is _Placed:
            return value.source
        if isinstance(value, Fragment):
            raise UnprintableError(say(MISPLACED))
        return str(escape(printable(value)))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A ready structure that stands where it may.

    Attributes:
        source: its XML.
    """

    source: str


def _placed(value: object) -> _Placed:
    if not isinstance(value, Fragment):
        raise UnprintableError(say(MISPLACED))
    return _Placed(value.source)


@lru_cache(maxsize=4096)
def _escaped(text: str) -> str:
    return str(escape(printable(text)))


@lru_cache(maxsize=1)
def quick_environment() -> QuickEnvironment:
    """The one environment that compiled layouts are made and run in."""
    made = environment(made=QuickEnvironment)
    assert isinstance(made, QuickEnvironment)  # noqa: S101 (as asked for)
    made.filters[PLACED] = _placed
    return made


def marked_tree(source: str) -> nodes.Template:
    """The Jinja tree of a marked source, its marks as they come out."""
    tree = quick_environment().parse(source)
    for data in tree.find_all(nodes.TemplateData):
        data.data = data.data.translate(FROM_TEXT)
    return tree


def code_of(template: nodes.Template) -> CodeType:
    """The code of a template."""
    env = quick_environment()
    bound_loops(template, env)
    source = env.compile(template, raw=True)
    return compile(source, "<template>", "exec")


def run_of(code: CodeType) -> Run:
    """What gives the pieces of a filled template."""
    names: dict[str, object] = {"environment": quick_environment(), "__file__": "<template>"}
    exec(code, names)  # noqa: S102 (Jinja's code, sandboxed; from a folder of the user's alone)
    run = names["root"]
    assert callable(run)  # noqa: S101 (what Jinja's code defines)
    return run


def filled(run: Run, context: Mapping[str, object]) -> str:
    """The text of a template filled with the context; what is wrong with it raises something."""
    env = quick_environment()
    PASSES.renew()
    return "".join(run(new_context(env, None, {}, dict(context), globals=env.globals)))
