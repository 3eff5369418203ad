"""What a placeholder may do: the filters, tests, statements and operators that layouts may use.

Read off Jinja's tree before anything is compiled or run, so that the linter and the engine refuse
the same things, in branches that no data takes as well, and no constant is worked out on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from jinja2 import filters, nodes, tests

from sopimukset.base.speech import mark, say
from sopimukset.base.words import nearest

FILTERS = frozenset(
    {
        *("abs", "capitalize", "count", "dictsort", "e", "escape", "first", "float", "groupby"),
        *("int", "items", "join", "last", "length", "list", "lower", "map", "max", "min"),
        *("reject", "rejectattr", "replace", "reverse", "round", "select", "selectattr", "sort"),
        *("string", "striptags", "sum", "title", "trim", "truncate", "unique", "upper"),
        *("urlencode", "wordcount"),
    }
)
"""The filters of a layout; none of them makes a long text of a short one or markup of a text."""

DEFAULTS = frozenset({"d", "default", "defined", "undefined"})
"""The filters and tests that would hide a missing fact."""

TESTS = frozenset(
    {
        *("boolean", "callable", "divisibleby", "escaped", "even", "false", "float", "in"),
        *("integer", "iterable", "lower", "mapping", "none", "number", "odd", "sameas"),
        *("sequence", "string", "true", "upper"),
        *("==", "eq", "equalto", "!=", "ne", ">", "gt", "greaterthan", "ge", ">=", "<", "lt"),
        *("lessthan", "<=", "le"),
    }
)
"""The tests of a layout (`is …`)."""

GLOBALS = frozenset({"range"})
"""What there is besides the fields; it may only be called."""

_CALLED_OF_LOOPS = frozenset({"changed", "cycle"})
_NUMBERS_OF_LOOPS = frozenset(
    {"depth", "depth0", "index", "index0", "length", "revindex", "revindex0"}
)
_NUMBER_FILTERS = frozenset({"abs", "count", "float", "int", "length", "round", "sum", "wordcount"})
_NAMES_A_FILTER, _NAMES_A_TEST = {"map": 0}, {"reject": 0, "select": 0}
_NAMES_A_TEST |= {"rejectattr": 1, "selectattr": 1}
"""Filters that are told another filter or a test by name, and as which of their arguments."""

_PLAIN = (
    *(nodes.And, nodes.Add, nodes.Assign, nodes.Compare, nodes.Concat, nodes.CondExpr),
    *(nodes.Const, nodes.Dict, nodes.Div, nodes.FloorDiv, nodes.Getitem, nodes.If),
    *(nodes.Keyword, nodes.List, nodes.Neg, nodes.Not, nodes.Operand, nodes.Or, nodes.Output),
    *(
        nodes.Pair,
        nodes.Pos,
        nodes.Scope,
        nodes.Slice,
        nodes.Sub,
        nodes.Template,
        nodes.TemplateData,
    ),
    *(nodes.Tuple, nodes.With),
)
"""What is always allowed; what it holds is looked at by itself."""

_OF_FILES = (
    *(nodes.Extends, nodes.FromImport, nodes.Import, nodes.Include),
    *(nodes.ScopedEvalContextModifier,),
)
_LITERAL = (nodes.Const, nodes.Concat, nodes.List, nodes.Tuple)

NO_FILES = mark(
    "Merkintä ei ole sallittu: pohja ei saa lukea muita tiedostoja eikä kytkeä suojauksia pois."
)
NO_FILES_ADVICE = mark("Poista merkinnät include, import, extends ja autoescape.")
NO_STATEMENT = mark("Merkintä ”{nimi}” ei ole sallittu.")
NO_STATEMENT_ADVICE = mark("Kirjoita teksti pohjaan sellaisenaan. Sallittuja ovat if, for ja set.")
NO_FILTER = mark("Suodatinta ”{nimi}” ei ole.")
BARRED_FILTER = mark("Suodatin ”{nimi}” ei ole sallittu.")
NO_TEST = mark("Testiä ”{nimi}” ei ole.")
BARRED_TEST = mark("Testi ”{nimi}” ei ole sallittu.")
MEANT = mark("Tarkoititko: {ehdotus}?")
THESE = mark("Sallitut: {nimet}.")
NO_DEFAULT = mark("Puuttuvaa tietoa ei korvata oletuksella; käytä ehtoa {% if kenttä %}.")
BY_DOT = mark("Kirjoita kentän nimi pisteen jälkeen, esimerkiksi osapuoli.nimi.")
UNQUOTED = mark("Suodattimen ”{nimi}” sisällä oleva nimi ei ole lainausmerkeissä.")
UNQUOTED_ADVICE = mark("Kirjoita suodattimen tai testin nimi suoriin lainausmerkkeihin.")
NO_CALL = mark("Merkintä kutsuu nimeä {nimi} sulkeilla, eikä kutsu ole sallittu.")
NO_CALL_ADVICE = mark("Kirjoita kentän nimi ilman sulkeita. Luettelo käydään läpi merkinnällä for.")
NO_FIELD = mark("Merkintä ei ole sallittu: ”{nimi}” ei ole kenttä.")
NO_FIELD_ADVICE = mark("Kentät luetellaan pohjan ohjeessa (README.md).")
NUMBERS_ONLY = mark("Laskumerkki {nimi} on sallittu vain lukujen välissä.")
NUMBERS_ONLY_ADVICE = mark("Muuta kenttä luvuksi suodattimella int, tai kirjoita teksti auki.")
NO_POWER = mark("Potenssilasku (**) ei ole sallittu.")
NO_POWER_ADVICE = mark("Kirjoita luku sellaisenaan.")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something in a placeholder that is not allowed.

    Attributes:
        message, hint: sentences in the language of the run.
        line: of the source, from 1.
        name: the word in the placeholder that it is about.
    """

    message: str
    hint: str
    line: int
    name: str


def refusals(tree: nodes.Template) -> Iterator[Refusal]:
    """What is not allowed in a template, in the order of its tree, each line's once."""
    seen = set()
    for node in _all(tree):
        for found in _refused(node):
            if (found.message, found.line) not in seen:
                seen.add((found.message, found.line))
                yield found


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    """A node and what it holds, but the name that a call calls."""
    yield node
    called = node.node if isinstance(node, nodes.Call) else None
    for child in node.iter_child_nodes():
        if child is not called or not isinstance(child, nodes.Name):
            yield from _all(child)


def _refused(node: nodes.Node) -> Iterator[Refusal]:
    """What is not allowed in one node, whatever it holds."""
    for type_, look in _LOOKS:
        if isinstance(node, type_):
            yield from look(node)
            return
    if not isinstance(node, _PLAIN):
        yield _statement(node)


def _statement(node: nodes.Node) -> Refusal:
    if isinstance(node, _OF_FILES):
        name = type(node).__name__.lower()
        return Refusal(say(NO_FILES), say(NO_FILES_ADVICE), _line(node), name)
    name = _STATEMENTS.get(type(node).__name__, type(node).__name__.lower())
    return _told(NO_STATEMENT, say(NO_STATEMENT_ADVICE), node, name)


_STATEMENTS = {"AssignBlock": "set", "CallBlock": "call", "FilterBlock": "filter"}


def _line(node: nodes.Node) -> int:
    """The line of a node; of the first that it holds where Jinja notes none for it."""
    lines = (item.lineno for item in (node, *node.find_all(nodes.Node)) if item.lineno)
    return next(lines, 1)


def _told(message: str, hint: str, node: nodes.Node, name: str) -> Refusal:
    return Refusal(say(message).format(nimi=name), hint, _line(node), name)


def _filter(node: nodes.Filter) -> Iterator[Refusal]:
    yield from _filter_named(node.name, node)
    yield from _told_by_name(node, _NAMES_A_FILTER, _filter_named)
    yield from _told_by_name(node, _NAMES_A_TEST, _test_named)


def _told_by_name(
    node: nodes.Filter,
    places: dict[str, int],
    look: Callable[[str, nodes.Node], Iterator[Refusal]],
) -> Iterator[Refusal]:
    """What is wrong with the name of a filter or a test that stands among a filter's arguments."""
    place = places.get(node.name)
    if place is None or len(node.args) <= place:
        return
    given = node.args[place]
    if isinstance(given, nodes.Const) and isinstance(given.value, str):
        yield from look(given.value, node)
    else:
        yield _told(UNQUOTED, say(UNQUOTED_ADVICE), node, node.name)


def _filter_named(name: str, node: nodes.Node) -> Iterator[Refusal]:
    if name not in FILTERS:
        told = BARRED_FILTER if name in filters.FILTERS else NO_FILTER
        yield _told(told, _advice(name, FILTERS), node, name)


def _test(node: nodes.Test) -> Iterator[Refusal]:
    return _test_named(node.name, node)


def _test_named(name: str, node: nodes.Node) -> Iterator[Refusal]:
    if name not in TESTS:
        told = BARRED_TEST if name in tests.TESTS else NO_TEST
        yield _told(told, _advice(name, TESTS), node, name)


def _advice(name: str, allowed: Collection[str]) -> str:
    if name in DEFAULTS:
        return say(NO_DEFAULT)
    if name == "attr":
        return say(BY_DOT)
    meant = nearest(name, sorted(allowed))
    if meant:
        return say(MEANT).format(ehdotus=meant)
    return say(THESE).format(nimet=", ".join(sorted(item for item in allowed if item.isalpha())))


def _call(node: nodes.Call) -> Iterator[Refusal]:
    called = node.node
    if isinstance(called, nodes.Name) and called.name in GLOBALS:
        return
    if _of_loop(called, _CALLED_OF_LOOPS):
        return
    name = getattr(called, "attr", None) or getattr(called, "name", None) or "…"
    yield _told(NO_CALL, say(NO_CALL_ADVICE), node, str(name))


def _of_loop(node: nodes.Node, names: Collection[str]) -> bool:
    """Whether the node is one of those fields of `loop`."""
    return (
        isinstance(node, nodes.Getattr)
        and isinstance(node.node, nodes.Name)
        and node.node.name == "loop"
        and node.attr in names
    )


def _name(node: nodes.Name) -> Iterator[Refusal]:
    if node.name in GLOBALS and node.ctx == "load":
        yield _told(NO_FIELD, say(NO_FIELD_ADVICE), node, node.name)


def _attribute(node: nodes.Getattr) -> Iterator[Refusal]:
    if node.attr.startswith("_") or isinstance(node.node, _LITERAL):
        yield _told(NO_FIELD, say(NO_FIELD_ADVICE), node, node.attr)


def _loop(node: nodes.For) -> Iterator[Refusal]:
    if node.recursive:
        yield _told(NO_STATEMENT, say(NO_STATEMENT_ADVICE), node, "recursive")


def _block(node: nodes.AssignBlock) -> Iterator[Refusal]:
    if node.filter is not None:
        yield _statement(node)


def _product(node: nodes.Mul | nodes.Mod) -> Iterator[Refusal]:
    if not (_number(node.left) and _number(node.right)):
        yield _told(NUMBERS_ONLY, say(NUMBERS_ONLY_ADVICE), node, node.operator)


def _power(node: nodes.Pow) -> Iterator[Refusal]:
    yield _told(NO_POWER, say(NO_POWER_ADVICE), node, "**")


def _number(node: nodes.Node) -> bool:
    """Whether the node surely gives a number: a text multiplied could fill the memory."""
    if isinstance(node, nodes.Const):
        return isinstance(node.value, int | float)
    if isinstance(node, nodes.UnaryExpr):
        return _number(node.node)
    if isinstance(node, nodes.BinExpr):
        return _number(node.left) and _number(node.right)
    if isinstance(node, nodes.Filter):
        return node.name in _NUMBER_FILTERS
    return _of_loop(node, _NUMBERS_OF_LOOPS)


_Look = Callable[..., Iterator[Refusal]]
_LOOKS: tuple[tuple[type | tuple[type, ...], _Look], ...] = (
    (nodes.Filter, _filter),
    (nodes.Test, _test),
    (nodes.Call, _call),
    (nodes.Name, _name),
    (nodes.Getattr, _attribute),
    (nodes.For, _loop),
    (nodes.AssignBlock, _block),
    ((nodes.Mul, nodes.Mod), _product),
    (nodes.Pow, _power),
)
