"""Whether the statements of a part come in pairs that leave the part whole when they are taken.

A statement that takes its paragraph with it (`{%p if … %}`) and one that stands inside the text
(`{% endif %}`) cut the XML in different places: no pair can be made of them, nor of two that stand
in different tables or cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopimukset.base.speech import mark
from sopimukset.formats.word.lines import Paragraph
from sopimukset.formats.word.tags import Statement, statements
from sopimukset.formats.word.xml import Element, w

OPENING = {"if", "for", "with", "macro", "call", "filter", "raw"}
BETWEEN = {"else", "elif"}

UNLIKE = mark("Merkintä {merkki} ja sen alku {alku} ovat erilaisia, joten asiakirja rikkoutuisi.")
UNLIKE_ADVICE = mark("Kirjoita molemmat samalla tunnuksella: kappaleelle p, taulukon riville tr.")
ELSEWHERE = mark("Merkintä {merkki} on eri taulukossa tai solussa kuin sen alku {alku}.")
ELSEWHERE_ADVICE = mark(
    "Siirrä merkinnät samaan taulukkoon tai soluun, tai molemmat taulukon ulkopuolelle."
)
UNCLOSED = mark("Merkintä {merkki} jää sulkematta.")
UNCLOSED_ADVICE = mark("Lisää puuttuva {alku}.")
UNOPENED = mark("Merkinnällä {merkki} ei ole alkua.")
UNOPENED_ADVICE = mark("Lisää puuttuva alku tai poista merkintä.")


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A statement without a fitting partner.

    Attributes:
        mark: the statement as it is written.
        start_mark: its beginning as it is written, or the end that it lacks.
    """

    message: str
    advice: str
    mark: str
    start_mark: str
    paragraph: Paragraph
    start: int
    end: int


Open = tuple[Paragraph, Statement]


def unpaired(paragraphs: Sequence[Paragraph]) -> Iterator[Unpaired]:
    """What is wrong with the pairs of statements of one part."""
    waiting: list[Open] = []
    for paragraph in paragraphs:
        for item in statements(paragraph.text):
            here = (paragraph, item)
            if item.word in OPENING or _opens_block(here):
                waiting.append(here)
            elif item.word in BETWEEN or item.word.startswith("end"):
                if not waiting:
                    yield _told(UNOPENED, UNOPENED_ADVICE, here)
                    return
                yield from _compared(waiting[-1], here)
                if item.word.startswith("end"):
                    waiting.pop()
    for start in waiting[-1:]:
        yield _told(UNCLOSED, UNCLOSED_ADVICE, start, _end_of(start))


def _opens_block(here: Open) -> bool:
    return here[1].word == "set" and "=" not in _written(here)


def _compared(start: Open, here: Open) -> Iterator[Unpaired]:
    """What keeps the two from being a pair."""
    if here[1].word.startswith("end") and here[1].word != f"end{start[1].word}":
        yield _told(UNCLOSED, UNCLOSED_ADVICE, start, _end_of(start))
    elif start[1].kind != here[1].kind:
        yield _told(UNLIKE, UNLIKE_ADVICE, here, _written(start))
    elif _container(start) is not _container(here):
        yield _told(ELSEWHERE, ELSEWHERE_ADVICE, here, _written(start))


def _container(item: Open) -> Element:
    """What holds the paragraph, row or cell that goes with the statement; None inside the text."""
    paragraph, statement = item
    element = paragraph.element
    if statement.kind in ("tr", "tc"):
        element = next(element.iterancestors(w(statement.kind)), element)
    return element.getparent() if statement.kind in ("p", "tr", "tc") else None


def _written(item: Open) -> str:
    paragraph, statement = item
    return paragraph.text[statement.start : statement.end]


def _end_of(start: Open) -> str:
    return f"{{%{start[1].kind} end{start[1].word} %}}"


def _told(message: str, advice: str, here: Open, start_mark: str = "") -> Unpaired:
    paragraph, item = here
    return Unpaired(message, advice, _written(here), start_mark, paragraph, item.start, item.end)
