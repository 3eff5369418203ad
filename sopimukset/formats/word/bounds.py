"""Bounds on what a placeholder may work out: no layout can fill the memory or take an hour.

What :mod:`permitted` lets pass is bounded here, where the values are known.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sized
from typing import Any, cast

from jinja2 import Environment, pass_eval_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.filters import do_join, do_replace, do_round
from jinja2.nodes import AssignBlock, Concat, EvalContext, Filter, For, Template

from sopimukset.base.speech import mark, say

MOST_CHARACTERS = 1_000_000
"""The longest text, and the longest list, that a placeholder may make; an agreement has some
hundred thousand characters."""

MOST_PASSES = 200_000
"""How many times the loops of a part, or of a text, may go round in all; the documents of
all regions go round some hundred times at the most."""

MOST_BITS = 256
"""The largest number that may be multiplied."""

MOST_DECIMALS = 15

TOO_MUCH = mark("Merkinnästä tulisi liian pitkä teksti tai liian suuri luku.")
TOO_MUCH_ADVICE = mark("Kirjoita teksti pohjaan sellaisenaan, tai lyhennä sitä.")

TOO_MANY = mark("Silmukat kiertäisivät liian monta kertaa: enintään {maara} kertaa yhteensä.")
TOO_MANY_ADVICE = mark("Käy silmukassa läpi vain kenttien luetteloita, ja vähennä sisäkkäisiä.")

Value = Any
"""Whatever a context holds."""


class TooMuchError(SecurityError):
    """A placeholder whose result would be beyond the bounds."""

    def __init__(self) -> None:
        super().__init__(say(TOO_MUCH))


class TooManyError(TooMuchError):
    """Loops that would go round too many times."""

    def __init__(self) -> None:
        SecurityError.__init__(self, say(TOO_MANY).format(maara=MOST_PASSES))


def refuse_beyond(length: int) -> None:
    """Let only a length within the bounds pass.

    Raises:
        TooMuchError: it is beyond them.
    """
    if length > MOST_CHARACTERS:
        raise TooMuchError


def within(operator: str, left: Value, right: Value) -> None:
    """Let only an operation pass whose result is within the bounds.

    Raises:
        TooMuchError: a power, a text or a list multiplied, a text used as a format, or too much.
    """
    if operator == "+" and isinstance(left, Sized) and isinstance(right, Sized):
        refuse_beyond(len(left) + len(right))
    elif operator in ("*", "**", "%"):
        small = all(
            isinstance(item, float) or (isinstance(item, int) and item.bit_length() <= MOST_BITS)
            for item in (left, right)
        )
        if operator == "**" or not small:
            raise TooMuchError


class BoundedGenerator(CodeGenerator):
    """Jinja's compiler, with texts joined by `~` brought before :func:`bounded`."""

    def visit_Concat(self, node: Concat, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        """Write the joining of texts."""
        self.write("environment.bounded(")
        super().visit_Concat(node, frame)
        self.write(")")


def bounded(text: str) -> str:
    """The text.

    Raises:
        TooMuchError: it is too long.
    """
    refuse_beyond(len(text))
    return text


def bound_blocks(tree: Template, env: Environment) -> None:
    """Let each text that a block (`{% set x %}…{% endset %}`) holds be brought before `bounded`."""
    for block in tree.find_all(AssignBlock):
        block.filter = Filter(None, _BOUNDED, [], [], None, None, lineno=block.lineno)
        block.filter.set_environment(env)


def bound_loops(tree: Template, env: Environment) -> None:
    """Let each list that a loop goes through be counted beforehand by :class:`Passes`.

    Counting a loop when it begins, and not each of its rounds, costs next to nothing; a loop within
    a loop begins anew in each round, so that empty bodies are counted too.
    """
    for loop in tree.find_all(For):
        loop.iter = Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.iter.lineno)
        loop.iter.set_environment(env)


class Passes:
    """How many more times loops may go round.

    Attributes:
        left: as many; set anew before a part or a text is filled.
    """

    def __init__(self) -> None:
        self.left = MOST_PASSES

    def renew(self) -> None:
        """Begin to count anew."""
        self.left = MOST_PASSES

    def counted(self, items: Iterable[Value]) -> Iterable[Value]:
        """What a loop goes through.

        Raises:
            TooManyError: it has more items than loops may go round any more.
        """
        plain = type(items) is list or isinstance(items, Collection)  # most are lists: no asking
        listed = cast("Collection[Value]", items) if plain else list(items)
        self.left -= len(listed)
        if self.left < 0:
            raise TooManyError
        return listed


PASSES = Passes()
"""The one count: a process fills one part at a time."""

_COUNTED = "_counted"
_BOUNDED = "_bounded"
"""Filters whose names nobody may write."""


@pass_eval_context
def _joined(
    context: EvalContext,
    value: Iterable[Value],
    d: str = "",
    attribute: str | int | None = None,
) -> str:
    items = list(value)
    refuse_beyond(len(items) * len(d) + sum(len(item) for item in items if isinstance(item, str)))
    made: str = do_join(context, items, d, attribute)
    return made


@pass_eval_context
def _replaced(context: EvalContext, s: str, old: str, new: str, count: int | None = None) -> str:
    text = str(s)
    refuse_beyond(len(text) + text.count(str(old)) * len(str(new)))
    return do_replace(context, s, old, new, count)


def _rounded(value: float, precision: int = 0, method: Any = "common") -> float:  # noqa: ANN401
    if abs(precision) > MOST_DECIMALS:
        raise TooMuchError
    return do_round(value, precision, method)


BOUNDED_FILTERS: dict[str, Callable[..., Value]] = {
    _BOUNDED: bounded,
    _COUNTED: PASSES.counted,
    "join": _joined,
    "replace": _replaced,
    "round": _rounded,
}
"""Filters of Jinja's whose results could be large, held within the bounds."""
