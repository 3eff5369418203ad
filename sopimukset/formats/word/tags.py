"""The placeholders of a paragraph, read before Jinja sees them: what is broken, and what is meant.

docxtpl deletes what stands beside a paragraph's or a row's own tag, swallows the text after a
stray opening, and passes on what a word processor did to quotes. All of that is told here, and a
source is made in which every paragraph is a line and every column is kept, so that errors have
their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sopimukset.base.speech import mark

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
WHOLE = re.compile(r"\{[{%#]-?(p|tr|tc)\s.*?[}%#]\}")
"""A tag that takes the paragraph, the row or the cell that it stands in with it."""

STRUCTURE = re.compile(r"\{\{-?(p|tr|tc|r)\s.*?\}\}")
"""A value that takes the place of its paragraph, row, cell or run."""

_MARK = re.compile(r"\{[{%#]|[}%#]\}")
_LITERAL = re.compile(r"'[^']*'|\"[^\"]*\"")
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[0-9a-fA-F]+);")
_KIND = re.compile(r"(\{[{%#]-?)(p|tr|tc|r)(?=\s)")
_STATEMENT = re.compile(r"\{%[-+]?\s*(?:(p|tr|tc|r)\s+)?(\w+)")
_SPACED = re.compile(r"\{[{%#]\s+(p|tr|tc|r)\s+\w+")
_CELL_LOOK = re.compile(r"\{%(\s*)(colspan|cellbg)(\s[^%]*)%\}")
_CELL_JOIN = re.compile(r"\{%\s*[vh]m\s*%\}")

STRAIGHT = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»‹›", '"'),
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("–—‑−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\u200b\u2060\ufeff\u00ad", " "),
    }
)
"""What a word processor makes of quotes, hyphens and spaces, and what was typed."""

_ODD = re.compile("[" + "".join(map(chr, STRAIGHT)) + "]")

STRAY_OPEN = mark("Merkintä alkaa ({merkki}), mutta ei pääty samassa kappaleessa.")
STRAY_OPEN_ADVICE = mark(
    "Kirjoita merkintä loppuun tai poista ylimääräinen alku: se nielisi tekstiä."
)
STRAY_CLOSE = mark("Merkintä päättyy ({merkki}), mutta ei ala samassa kappaleessa.")
STRAY_CLOSE_ADVICE = mark("Lisää puuttuva alku tai poista ylimääräinen loppu.")
SPLIT = mark("Merkintä on jakautunut kahteen kappaleeseen.")
SPLIT_ADVICE = mark("Kirjoita merkintä yhteen kappaleeseen ilman rivinvaihtoa.")
CURLY = mark("Merkinnän sisällä on merkki {merkki}, jota ei voi lukea.")
CURLY_ADVICE = mark(
    "Kirjoita merkintään suorat lainausmerkit ('), tavallinen väliviiva ja tavallinen välilyönti. "
    "Word vaihtaa ne kirjoitettaessa; kumoa vaihto heti (Ctrl+Z)."
)
ENTITY = mark("Merkinnän tekstissä on {merkki}, joka ei koskaan vastaa tietoa.")
ENTITY_ADVICE = mark("Kirjoita merkki sellaisenaan, esimerkiksi &.")
SPACED = mark("Merkinnän alussa on välilyönti ennen tunnusta {merkki}.")
SPACED_ADVICE = mark("Kirjoita tunnus kiinni prosenttimerkkiin tai aaltosulkeeseen.")


@dataclass(frozen=True, slots=True)
class Slip:
    """Something wrong with the placeholders of a text.

    Attributes:
        message: a Finnish sentence with the place `{merkki}` for `mark`.
        advice: what to do about it.
        mark: what is wrong, as it is written.
        start, end: where in the text, from 0.
        statement: whether a statement (`{% … %}`) is concerned, so that its pair may seem missing.
    """

    message: str
    advice: str
    mark: str
    start: int
    end: int
    statement: bool = False


def slips(text: str) -> Iterator[Slip]:
    """What is wrong with the placeholders of one paragraph."""
    tags = list(TAG.finditer(text))
    for tag in tags:
        yield from _inside(tag)
    rest = _without(text, ((tag.start(), tag.end()) for tag in tags))
    for sign in _MARK.finditer(rest):
        opens = sign.group() in ("{{", "{%", "{#")
        message, advice = (
            (STRAY_OPEN, STRAY_OPEN_ADVICE) if opens else (STRAY_CLOSE, STRAY_CLOSE_ADVICE)
        )
        statement = "%" in sign.group()
        yield Slip(message, advice, sign.group(), sign.start(), sign.end(), statement)


def _inside(tag: re.Match[str]) -> Iterator[Slip]:
    """What is wrong inside one placeholder."""
    body, start = tag.group(), tag.start()
    statement = body.startswith("{%")
    if body.startswith("{#"):
        return
    code = _without(body, ((item.start(), item.end()) for item in _LITERAL.finditer(body)))
    for second in re.finditer(r"\{[{%#]", code[2:]):
        # a second opening: everything from the first one on would be read as one placeholder
        at = start + 2 + second.start()
        yield Slip(STRAY_OPEN, STRAY_OPEN_ADVICE, body[:2], start, at, statement)
    if odd := _ODD.search(code):
        at = start + odd.start()
        yield Slip(CURLY, CURLY_ADVICE, named(odd.group()), at, at + 1, statement)
    for literal in _LITERAL.finditer(body):
        for entity in _ENTITY.finditer(literal.group()):
            at = start + literal.start() + entity.start()
            yield Slip(ENTITY, ENTITY_ADVICE, entity.group(), at, at + len(entity.group()))
    if spaced := _SPACED.match(body):
        yield Slip(SPACED, SPACED_ADVICE, spaced.group(1), start, start + spaced.end(), statement)


def named(character: str) -> str:
    """The character as a message names it: visible, or by its number."""
    return character if character.isprintable() else f"U+{ord(character):04X}"


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with spaces in place of the spans."""
    for start, end in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def source(text: str) -> str:
    """The paragraph as Jinja reads it: columns kept, broken marks and the kinds of tags blank."""
    whole = TAG.sub(lambda tag: _readable(tag.group()), text)
    spans = [(tag.start(), tag.end()) for tag in TAG.finditer(whole)]
    outside = _without(whole, spans)
    broken = [sign.span() for sign in _MARK.finditer(outside)]
    return _without(whole, broken)


def _readable(tag: str) -> str:
    """One placeholder without its kind, with straight quotes, and without a second opening."""
    if tag.startswith("{#"):
        return " " * len(tag)
    second = max(tag.rfind(opening, 2) for opening in ("{{", "{%"))
    if second > 0:
        closes = "}}" if tag[second : second + 2] == "{{" else "%}"
        return " " * second + _readable(tag[second:-2] + closes)
    tag = _CELL_JOIN.sub(lambda found: " " * len(found.group()), tag)
    tag = _CELL_LOOK.sub(lambda m: "{{" + m[1] + " " * len(m[2]) + m[3] + "}}", tag)
    tag = _KIND.sub(lambda found: found[1] + " " * len(found[2]), tag)
    if spaced := _SPACED.match(tag):
        at = spaced.start(1)
        tag = tag[:at] + " " * len(spaced[1]) + tag[at + len(spaced[1]) :]
    return _straightened(tag)


def _straightened(tag: str) -> str:
    """Straight quotes where there are none yet; a literal keeps what it says."""
    pieces, at = [], 0
    for literal in _LITERAL.finditer(tag):
        pieces += [tag[at : literal.start()].translate(STRAIGHT), literal.group()]
        at = literal.end()
    return "".join((*pieces, tag[at:].translate(STRAIGHT)))


@dataclass(frozen=True, slots=True)
class Statement:
    """A `{% … %}` of a paragraph.

    Attributes:
        kind: `p`, `tr`, `tc`, `r`, or "" for one inside the text.
        word: `if`, `for`, `endif` …
    """

    kind: str
    word: str
    start: int
    end: int


def statements(text: str) -> Iterator[Statement]:
    """The statements of a paragraph, in order."""
    for tag in TAG.finditer(text):
        if found := _STATEMENT.match(tag.group()):
            yield Statement(found[1] or "", found[2], tag.start(), tag.end())
