"""A paragraph as a row of words and of what else stands between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from sopimukset.formats.word.redline.keys import Meanings, key, properties
from sopimukset.formats.word.redline.names import (
    CODE,
    FIELD,
    FIELD_MARK,
    FIELD_TYPE,
    LINK,
    MATH,
    NOTES,
    R_PR,
    RUN,
    TEXT,
    TRANSPARENT,
    UNSEEN,
)
from sopimukset.formats.word.xml import XML_SPACE, Element, w

_WORD = re.compile(r"\w+(?:[.,:/–-]\w+)*|\s|[^\w\s]")
"""A date, a sum or a section of an act changes as a whole."""


class Piece(NamedTuple):
    """A part of a run.

    Attributes:
        run: the run, or the formula that stands outside runs.
        child: what of the run; None for the formula.
        text: the stretch of a text; "" for anything else.
    """

    run: Element
    child: Element | None
    text: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a blank, a sign or something that isn't text.

    Attributes:
        key: what it says, the link around it included, but not its look.
        text: the text that one reads; "" for anything else.
        look: what the properties of its run say.
        link: what the link around it says; "" outside links.
        pieces: what it stands in; a field has several.
    """

    key: str
    text: str
    look: str
    link: str
    pieces: tuple[Piece, ...]


def tokens(paragraph: Element, meanings: Meanings) -> list[Token]:
    """The tokens of a paragraph, in order."""
    return list(_fields(list(_divided(_tokens(paragraph, meanings, "")))))


def expand_fields(paragraph: Element) -> int:
    """Write short fields as runs, as Word does where it tracks changes in them; how many."""
    found = list(paragraph.iter(FIELD))
    for field in found:
        parent = field.getparent()
        at = parent.index(field)
        parent[at : at + 1] = field_runs(field)
    return len(found)


def field_runs(field: Element) -> list[Element]:
    """A short field as runs."""
    code = etree.Element(CODE)
    code.text = str(field.get(w("instr"), ""))
    code.set(XML_SPACE, "preserve")
    return [_mark("begin"), _run(code), _mark("separate"), *field, _mark("end")]


def _mark(kind: str) -> Element:
    mark = etree.Element(FIELD_MARK)
    mark.set(FIELD_TYPE, kind)
    return _run(mark)


def _run(child: Element) -> Element:
    run = etree.Element(RUN)
    run.append(child)
    return run


def _tokens(holder: Element, meanings: Meanings, link: str) -> Iterator[Token]:
    """What stands in a paragraph, each text as one."""
    for item in holder:
        if item.tag == RUN:
            yield from _of_run(item, meanings, link)
        elif item.tag in TRANSPARENT:
            yield from _tokens(item, meanings, _link(item, meanings) or link)
        elif item.tag == FIELD:
            runs = etree.Element(RUN)
            runs.extend(field_runs(deepcopy(item)))
            yield from _tokens(runs, meanings, link)
        elif item.tag in MATH:
            told = key(item, meanings)
            yield Token(told, "", "", link, (Piece(item, None, ""),))


def _link(item: Element, meanings: Meanings) -> str:
    if item.tag != LINK:
        return ""
    shell = etree.Element(LINK, dict(item.attrib))
    return key(shell, meanings)


def _of_run(run: Element, meanings: Meanings, link: str) -> Iterator[Token]:
    look = properties(run.find(R_PR), meanings)
    for child in run:
        if child.tag == TEXT:
            text = child.text or ""
            yield Token("", text, look, link, (Piece(run, child, text),))
        elif child.tag != R_PR and child.tag not in UNSEEN and isinstance(child.tag, str):
            told = f"{link}<{child.tag}" if child.tag in NOTES else link + key(child, meanings)
            yield Token(told, "", look, link, (Piece(run, child, ""),))


def _divided(found: Iterable[Token]) -> Iterator[Token]:
    """The tokens, texts word by word: a word may go on from one run to the next."""
    for (is_text, link), group in groupby(found, key=lambda token: (not token.key, token.link)):
        if is_text:
            yield from _worded(list(group), link)
        else:
            yield from group


def _worded(texts: Sequence[Token], link: str) -> Iterator[Token]:
    """The words of neighbouring texts."""
    whole = "".join(item.text for item in texts)
    at, start = 0, 0
    for word in _WORD.finditer(whole):
        pieces: list[Piece] = []
        looks: list[str] = []
        here, end = word.span()
        while here < end:
            while start + len(texts[at].text) <= here:
                start += len(texts[at].text)
                at += 1
            run, child, text = texts[at].pieces[0]
            part = text[here - start : end - start]
            pieces.append(Piece(run, child, part))
            looks.append(texts[at].look)
            here += len(part)
        yield _word(word.group(), pieces, looks, link)


def _word(text: str, pieces: Sequence[Piece], looks: Sequence[str], link: str) -> Token:
    """A word; one that looks differently in parts is another word than one that doesn't."""
    if all(look == looks[0] for look in looks):
        return Token(f"{link}{text}", text, looks[0], link, tuple(pieces))
    told = [(look, piece.text) for look, piece in zip(looks, pieces, strict=True)]
    joined = "".join(
        f"|{look}|{''.join(text for _, text in group)}"
        for look, group in groupby(told, key=lambda item: item[0])
    )
    return Token(f"{link}{joined}", text, joined, link, tuple(pieces))


def _fields(found: Sequence[Token]) -> Iterator[Token]:
    """The tokens, those of each whole field as one."""
    at = 0
    while at < len(found):
        end = _end_of_field(found, at) if field_mark(found[at]) == "begin" else None
        if end is None:
            yield found[at]
            at += 1
        else:
            yield _as_one(found[at : end + 1])
            at = end + 1


def field_mark(token: Token) -> str:
    """Whether a token begins, divides or ends a field: `begin`, `separate`, `end`, else ""."""
    child = token.pieces[0].child
    single = len(token.pieces) == 1 and child is not None and child.tag == FIELD_MARK
    return str(child.get(FIELD_TYPE)) if single and child is not None else ""


def _end_of_field(found: Sequence[Token], start: int) -> int | None:
    """Where the field ends; None where it doesn't, or not in the same link."""
    depth = 0
    for at in range(start, len(found)):
        depth += {"begin": 1, "end": -1}.get(field_mark(found[at]), 0)
        if depth == 0:
            around = {
                id(piece.run.getparent())
                for token in found[start : at + 1]
                for piece in token.pieces
            }
            return at if len(around) == 1 else None
    return None


def _as_one(inner: Sequence[Token]) -> Token:
    first = inner[0]
    pieces = tuple(piece for token in inner for piece in token.pieces)
    said = "".join(merged(inner))
    return Token(f"{first.link}[{said}]", "", said, first.link, pieces)


def merged(found: Iterable[Token]) -> Iterator[str]:
    """What the tokens say and how it looks, however it is divided into runs."""
    look = link = None
    for token in found:
        if (token.look, token.link) != (look, link):
            look, link = token.look, token.link
            yield f"|{link}|{look}|"
        yield token.text or token.key


def words_of(text: str) -> Counter[str]:
    """The words of a text, to be likened with those of another; digits and signs left out."""
    return Counter(word for word in _WORD.findall(text) if word[0].isalnum())
