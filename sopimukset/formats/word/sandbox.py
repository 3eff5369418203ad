"""The one Jinja environment: sandboxed, escaping, strict about what is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import CodeType, TracebackType
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, Undefined, nodes
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

from sopimukset.base.speech import mark, say
from sopimukset.formats.word.bounds import (
    BOUNDED_FILTERS,
    PASSES,
    TOO_MANY_ADVICE,
    TOO_MUCH_ADVICE,
    BoundedGenerator,
    TooManyError,
    TooMuchError,
    bound_blocks,
    bound_loops,
    bounded,
    within,
)
from sopimukset.formats.word.errors import LayoutError
from sopimukset.formats.word.fragment import Fragment
from sopimukset.formats.word.gaps import MARKERS, stray_marker
from sopimukset.formats.word.permitted import FILTERS, GLOBALS, TESTS, refusals
from sopimukset.formats.writable import ILLEGAL

TOO_DEEP = mark("Merkintöjä on sisäkkäin liian monta.")
OWN_MARK = mark("Tekstissä on merkki {merkki}, jolla ohjelma merkitsee tekstin kohtia.")
TOO_DEEP_ADVICE = mark("Vähennä sisäkkäisiä silmukoita ja ehtoja.")

Value = Any
"""Whatever a context holds."""


class UnprintableError(ValueError):
    """A value that must not be printed: missing, not a text, or with control characters."""


class StrictField(StrictUndefined):
    """An unknown field: says its name and fails on any use."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_name is None:
            return say("Luettelossa ei ole kohtaa, jota merkintä kysyy.")
        return say("Kenttää ”{kentta}” ei ole.").format(kentta=self._undefined_name)


class LayoutEnvironment(SandboxedEnvironment):
    """Sandbox in which a field of a mapping is its key and nothing else; results are bounded."""

    code_generator_class = BoundedGenerator
    intercepted_binops = frozenset({"+", "*", "**", "%"})
    bounded = staticmethod(bounded)

    def call_binop(self, context: Context, operator: str, left: Value, right: Value) -> Value:
        """Return what the operator gives.

        Raises:
            TooMuchError: as in :func:`bounds.within`.
        """
        within(operator, left, right)
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Value, attribute: str) -> Value:
        """Return a key of a mapping (never a method of it), else a safe attribute."""
        if isinstance(obj, Mapping):
            return self._key(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Value, argument: Value) -> Value:
        """Return a key of a mapping, else an item or a safe attribute."""
        if isinstance(obj, Mapping):
            return self._key(obj, argument)
        return super().getitem(obj, argument)

    def _key(self, obj: Mapping[Value, Value], name: Value) -> Value:
        return obj[name] if name in obj else self.undefined(obj=obj, name=name)


def environment(
    *, escape: bool = True, made: type[LayoutEnvironment] = LayoutEnvironment
) -> SandboxedEnvironment:
    """Return an environment for layouts (``escape``) or for plain text (no escaping)."""
    return _bounded(made(autoescape=escape, undefined=StrictField, finalize=printable))


def _bounded(made: LayoutEnvironment) -> LayoutEnvironment:
    made.filters = {name: made.filters[name] for name in FILTERS} | BOUNDED_FILTERS
    made.tests = {name: made.tests[name] for name in TESTS}
    made.globals = {name: made.globals[name] for name in GLOBALS}
    return made


def printable(value: object) -> object:
    """Return the value if it may be printed: a text, a whole number or a fragment.

    Raises:
        UnprintableError: None (a missing fact), a truth value, a list, a decimal that nobody
            formatted, or a text with control characters or with a marker that marks nothing.
    """
    if isinstance(value, Undefined | Fragment):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if value is None:
        raise UnprintableError(say("Tulostettavalla kentällä ei ole arvoa."))
    if not isinstance(value, str):
        raise UnprintableError(say("Tulostettava kenttä ei ole tekstiä."))
    if _UNUSUAL.search(value):
        _refuse_unwritable(value)
    return value


_UNUSUAL = re.compile(f"{ILLEGAL.pattern[:-1]}{MARKERS}]")
"""One search instead of two for almost every text."""


def _refuse_unwritable(text: str) -> None:
    if found := ILLEGAL.search(text):
        code = f"U+{ord(found.group()):04X}"
        raise UnprintableError(say("Tekstissä on ohjausmerkki {merkki}.").format(merkki=code))
    if marker := stray_marker(text):
        code = f"U+{ord(marker):04X}"
        raise UnprintableError(say(OWN_MARK).format(merkki=code))


def compile_source(
    env: SandboxedEnvironment, source: str, part: str, *, lines: bool = False
) -> Template:
    """Compile a template.

    Args:
        env: the environment that it is filled in.
        source: the template.
        part: what to call it in an error.
        lines: whether its line breaks are only there for messages, and not to be printed.

    Raises:
        LayoutError: a syntax error, with the line it is on, a construct that isn't allowed, or more
            loops within loops than Python has room for.
    """
    return _template(env, compile_code(env, source, part, lines=lines))


def _template(env: SandboxedEnvironment, code: CodeType) -> Template:
    return env.template_class.from_code(env, code, env.make_globals(None))


def compile_code(
    env: SandboxedEnvironment, source: str, part: str, *, lines: bool = False
) -> CodeType:
    """As :func:`compile_source`, but gives the code that the template runs."""
    try:
        tree = env.parse(source)
        for found in refusals(tree):
            raise LayoutError(found.message, part, _line(source, found.line), found.hint)
        bound_blocks(tree, env)
        bound_loops(tree, env)
        if lines:
            drop_lines(tree)
        return env.compile(tree)
    except TemplateSyntaxError as error:
        message, hint = syntax_error(error)
        raise LayoutError(message, part, _line(source, error.lineno), hint) from error
    except (SyntaxError, RecursionError) as error:  # of the Python code that Jinja made
        raise LayoutError(say(TOO_DEEP), part, hint=say(TOO_DEEP_ADVICE)) from error


def syntax_error(error: TemplateSyntaxError) -> tuple[str, str]:
    """What a syntax error means and what to do about it, in Finnish."""
    return _explain(str(error.message))


def drop_lines(tree: nodes.Template) -> None:
    """Let a template not print the lines that it was divided into, one for each paragraph."""
    for data in tree.find_all(nodes.TemplateData):
        data.data = data.data.replace("\n", "")


def fill(template: Template, context: Mapping[str, object], source: str, part: str) -> str:
    """Fill a compiled template.

    Raises:
        LayoutError: an unknown field, a missing value or anything else that can't be printed.
    """
    PASSES.renew()
    try:
        return template.render(context)
    except UnprintableError as error:
        hint = say("Kirjaa tieto tai korjaa se aluetiedostossa.")
        raise LayoutError(str(error), part, _failing(error, source), hint) from error
    except TooMuchError as error:
        hint = say(TOO_MANY_ADVICE if isinstance(error, TooManyError) else TOO_MUCH_ADVICE)
        raise LayoutError(str(error), part, _failing(error, source), hint) from error
    except (UndefinedError, SecurityError) as error:
        hint = say("Tarkista kentän kirjoitusasu pohjan ohjeen kenttäluettelosta.")
        raise LayoutError(str(error), part, _failing(error, source), hint) from error
    except _NOT_WORKED_OUT as error:
        message = say("Merkintää ei voi laskea annetuista tiedoista.")
        raise LayoutError(message, part, _failing(error, source), say(_FITTING)) from error


_NOT_WORKED_OUT = (
    *(TemplateError, TypeError, ValueError, AttributeError),
    *(LookupError, ArithmeticError, MemoryError, RecursionError),
)
_FITTING = mark(
    "Tarkista, että jokainen suodatin ja vertailu saa sellaista tietoa, jota se käsittelee: "
    "tekstiä, luvun tai luettelon."
)


def render_text(source: str, context: Mapping[str, object], name: str) -> str:
    """Fill a plain text; the result is plain text too, for use as a value in a layout.

    Args:
        source: text with ``{{ }}`` and ``{% %}``.
        context: the fields.
        name: what to call the text in an error.

    Raises:
        LayoutError: as in :func:`fill` and :func:`compile_source`.
    """
    if "{" not in source:
        return source.strip()
    try:
        template = _text_template(source)
    except LayoutError as error:
        raise LayoutError(error.message, name, error.excerpt or source, error.hint) from error
    return fill(template, context, source, name).strip()


@lru_cache(maxsize=4096)
def _text_template(source: str) -> Template:
    return _template(_text_environment(), _known_texts.get(source) or text_code(source))


_known_texts: dict[str, CodeType] = {}


def know_texts(codes: Mapping[str, CodeType]) -> None:
    """Take the code of texts from here on instead of compiling them; from `text_code` only."""
    _known_texts.update(codes)


def text_code(source: str) -> CodeType:
    """The code of a text for :func:`render_text`.

    Raises:
        LayoutError: as in :func:`compile_source`.
    """
    return compile_code(_text_environment(), source, "")


@lru_cache(maxsize=1)
def _text_environment() -> SandboxedEnvironment:
    return environment(escape=False)


def _line(source: str, number: int) -> str:
    lines = source.split("\n")
    return plain(lines[min(max(number, 1), len(lines)) - 1])


def plain(xml: str) -> str:
    """Return a piece of part source without its XML tags."""
    text = re.sub(r"<[^>]*>", "", xml)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _failing(error: BaseException, source: str) -> str:
    number = _template_line(error.__traceback__)
    return _line(source, number) if number else ""


def _template_line(trace: TracebackType | None) -> int:
    number = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            number = trace.tb_lineno
        trace = trace.tb_next
    return number


def _explain(message: str) -> tuple[str, str]:
    for pattern, describe in _EXPLANATIONS:
        if found := re.search(pattern, message):
            return describe(found)
    return say("Merkintä on kirjoitettu väärin."), say(_HINT)


_HINT = mark("Vertaa merkintää pohjan ohjeen malleihin.")
_Describe = Callable[[re.Match[str]], tuple[str, str]]
_EXPLANATIONS: tuple[tuple[str, _Describe], ...] = (
    (
        r"unknown tag '(\w+)'",
        lambda m: (
            say("Merkintä ”{merkinta}” ei kuulu tähän tai on tuntematon.").format(merkinta=m[1]),
            say("Tarkista, että joka for- ja if-merkinnällä on parinsa endfor tai endif."),
        ),
    ),
    (
        r"Unexpected end of template",
        lambda m: (
            say("Silmukka tai ehto jää sulkematta."),
            say("Lisää puuttuva {%p endfor %}, {%tr endfor %} tai {%p endif %}."),
        ),
    ),
    (
        r"unexpected char '(.*?)' at",
        lambda m: (
            say("Merkki ”{merkki}” ei kelpaa merkinnän sisään.").format(merkki=m[1]),
            say("Käytä suoria lainausmerkkejä ja tavallisia välilyöntejä."),
        ),
    ),
)
