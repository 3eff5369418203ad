"""An explanation of a code as text for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopimukset.base.dates import told_day, told_period
from sopimukset.base.speech import mark, say
from sopimukset.base.words import listed
from sopimukset.law.explain import Explanation, Provision
from sopimukset.reporting.cells import wrapped
from sopimukset.reporting.words import GRADE, READER, SEVERITY

LAW_TEXT = "Säännöksen teksti"
NOT_STORED = "Säännöksen tekstiä ei ole tallennettu tähän ohjelmaan."
ORIGINAL = "Teksti on alkuperäinen: siinä ei ole myöhempiä muutoksia."
STORED = "Teksti on tallennettu päivän {paiva} mukaisena."
AT_MOST = "enintään {vakavuus}"
NARROWEST = 40

_INDENT = "    "
_FENCE = "```"
_ITEM = re.compile(r"(?:[-*]|\d+[.)]) ")


def render_explanation(explanation: Explanation, *, colour: bool, width: int) -> str:
    """The page, what is known of the rule, and the statute's text, at most `width` wide.

    Headings are underlined, so that they are seen without colour too. Examples and addresses are
    not wrapped.
    """
    return "\n".join(_lines(explanation, colour=colour, width=max(width, NARROWEST)))


def _lines(explanation: Explanation, *, colour: bool, width: int) -> Iterator[str]:
    yield from _heading(f"{explanation.code} {explanation.title}", "=", width, colour=colour)
    yield from _facts(explanation, width)
    for section in explanation.sections:
        yield ""
        yield from _heading(section.heading, "-", width, colour=colour)
        yield from _body(section.text, width)
    if explanation.provisions:
        yield ""
        yield from _heading(say(LAW_TEXT), "-", width, colour=colour)
        for number, provision in enumerate(explanation.provisions):
            if number:
                yield ""
            yield from _provision(provision, width)


def _heading(text: str, line: str, width: int, *, colour: bool) -> Iterator[str]:
    lines = wrapped(text, width)
    longest = max(map(len, lines))
    if colour:
        from click import style  # only a terminal pays for it

        lines = [style(item, bold=True) for item in lines]
    yield from lines
    yield line * longest


def _facts(explanation: Explanation, width: int) -> Iterator[str]:
    facts = {
        mark("Vakavuus"): say(AT_MOST).format(vakavuus=say(SEVERITY[explanation.severity])),
        mark("Säännökset"): ", ".join(item.citation for item in explanation.provisions),
        mark("Tulkinta-aste"): _grade(explanation.grade),
        mark("Voimassa"): told_period(explanation.valid) if explanation.valid else "",
        mark("Koskee"): listed([READER.get(item, item) for item in explanation.concerns]),
    }
    for name, value in facts.items():
        if value:
            yield from wrapped(f"{say(name)}: {value}", width, rest="  ")


def _grade(grade: str) -> str:
    return f"{grade} ({say(GRADE[grade])})" if grade in GRADE else grade


def _body(markdown: str, width: int) -> Iterator[str]:
    """Paragraphs and lists wrapped, code blocks as they are, indented."""
    fenced = False
    block: list[str] = []
    for line in markdown.splitlines():
        if line.startswith(_FENCE) or fenced:
            yield from _paragraph(block, width)
            block = []
            if line.startswith(_FENCE):
                fenced = not fenced
            else:
                yield f"{_INDENT}{line}".rstrip()
        elif not line.strip() or _ITEM.match(line):
            yield from _paragraph(block, width)
            block = [line] if line.strip() else []
            if not block:
                yield ""
        else:
            block.append(line)
    yield from _paragraph(block, width)


def _paragraph(block: list[str], width: int) -> Iterator[str]:
    if not block:
        return
    item = _ITEM.match(block[0])
    rest = " " * len(item[0]) if item else ""
    yield from wrapped(" ".join(part.strip() for part in block), width, rest=rest)


def _provision(provision: Provision, width: int) -> Iterator[str]:
    name = ", ".join(item for item in (provision.act, provision.heading) if item)
    yield from wrapped(f"{provision.citation} ({name})" if name else provision.citation, width)
    if provision.text is None:
        yield from wrapped(say(NOT_STORED), width, _INDENT, _INDENT)
    else:
        for line in provision.text.splitlines():
            yield from wrapped(line, width, _INDENT, _INDENT)
    note = _note(provision)
    if note:
        yield from wrapped(note, width)
    if provision.url:
        yield provision.url


def _note(provision: Provision) -> str:
    if provision.text is None:
        return ""
    if provision.original:
        return say(ORIGINAL)
    return say(STORED).format(paiva=told_day(provision.stored)) if provision.stored else ""
