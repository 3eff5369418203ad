"""A line of the source as a finding may show it: names of persons masked, with equal width.

Nothing is shown because no reason against it was found. A value is shown as its place allows
(`masking`): an identifier or a day whole, a text but for what may be a name in it. All that stands
outside values — keys, comments, tags, whatever reading refused — is shown only where it is made of
words as the record writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from sopimukset.base.names import begins_like_a_name
from sopimukset.model.paths import leaves
from sopimukset.workspace.masking import (
    MASK,
    NAMED_THINGS,
    is_identifier_place,
    masker,
    stands_in_register,
    without_codes,
)
from sopimukset.workspace.persons import Persons
from sopimukset.workspace.vocabulary import (
    WORD,
    is_known,
    is_program_word,
    is_small_word,
    without_names,
    words_of,
)

if TYPE_CHECKING:
    from sopimukset.formats.yaml import Document
    from sopimukset.formats.yaml.document import Scalar

Known = Callable[[Sequence[str]], bool]
"""Whether words with capitals, side by side, name no person."""

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_MAIL_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+")
_PIECE = re.compile(
    r""" "(?:[^"\\]|\\.)*"? | '(?:[^']|'')*'? | [^\s,\[\]{}"':?-](?:[^,\[\]{}:]|:(?=\S))* """,
    re.VERBOSE,
)
"""A key or a value, in quotes or plain, as it stands in the source."""

_SIGN = re.compile(r"[|>][+-]?[0-9]?|~|<<|%|\.\.\.")
_AFTER_NAME = re.compile(r"(?<=\bnimi:)\s*[^\s,{}\[\]#][^,{}\[\]#]*")
_PROPERTIES = re.compile(r"(?:[!&][^\s,\[\]{}]*\s*)+")
"""A tag or an anchor before a value."""

_OF_LINE = re.compile(r"[^\r\n]")


def masked_lines(
    document: Document, lines: Iterable[int], persons: Persons | None = None
) -> dict[int, str]:
    """Several lines of the source by number, each masked; "" for one that isn't there.

    Args:
        document: what was read.
        lines: the numbers of lines, from 1.
        persons: whose names are known; None for those whom the document itself names.
    """
    excerpt = _Excerpt(document, persons or Persons(lambda: (document.data,)))
    return {line: excerpt.line(line) for line in lines}


class _Excerpt:
    """The lines of one document, masked when they are asked for."""

    def __init__(self, document: Document, persons: Persons) -> None:
        self.document = document
        self.persons = persons
        self.is_name = masker(document.data)
        self.own = cache(lambda: words_of(_things(document.data)))

    def line(self, number: int) -> str:
        """The line of that number, from 1, masked; "" where the document has none."""
        try:
            start, end = self.document.bounds(number)
        except IndexError:
            return ""
        text, shown, at = self.document.text, "", start
        for scalar in self.document.scalars(start, end):
            shown += self.outside(text[at : max(at, scalar.start)])
            first, at = max(start, scalar.start), min(end, scalar.end)
            shown += self.value(scalar)[first - scalar.start : at - scalar.start]
        return _MAIL_ADDRESS.sub(_dots, without_codes(shown + self.outside(text[at:end])))

    def value(self, scalar: Scalar) -> str:
        """The value as it is written, masked."""
        raw = self.document.text[scalar.start : scalar.end]
        if not isinstance(scalar.value, str):
            return self.outside(raw)
        head = _PROPERTIES.match(raw)
        before = head[0] if head else ""
        return self.outside(before) + self.text(scalar, raw[len(before) :])

    def text(self, scalar: Scalar, raw: str) -> str:
        """The text of a value as it is written, whole or its names masked."""
        if self.is_name(scalar.path, scalar.value):
            return _all(raw)
        if stands_in_register(scalar.path, scalar.value):
            return raw
        word = is_identifier_place(scalar.path)
        if "\\" in raw and self.without(scalar.value, word=word) != scalar.value:
            return _all(raw)  # a name that is written with escapes
        return self.without(raw, word=word)

    def without(self, text: str, *, word: bool) -> str:
        """The text with what is or looks like a name masked, but for names that are known."""
        return self.persons.dotted(without_names(text, known=self.known), identifier=word)

    def outside(self, text: str) -> str:
        """What stands outside values, masked; a key may be an identifier."""
        if not text or text.isspace():
            return text
        return self.persons.dotted(_outside(text), identifier=_COMMENT.search(text) is None)

    def known(self, words: Sequence[str]) -> bool:
        """Whether the program, or else the record, has the words as a name of no person."""
        return is_known(words) or is_known(words, self.own())


def _things(data: Any) -> Iterable[str]:  # noqa: ANN401 (plain YAML data)
    """The record's names of parties, groups, offices and the like."""
    for path, value in leaves(data):
        keys = [step for step in path if isinstance(step, str)]
        named = keys[-1:] == ["nimi"] and not NAMED_THINGS.isdisjoint(keys[-2:-1])
        if isinstance(value, str) and (named or keys[-1:] == ["oikeushenkilo"]):
            yield value


def _outside(text: str) -> str:
    """What stands outside values: of a comment small words, else what the record's words are."""
    if not text or text.isspace():
        return text
    comment = _COMMENT.search(text)
    if comment:
        told = WORD.sub(_unless_known, comment[0])
        return _outside(text[: comment.start()]) + told
    return _AFTER_NAME.sub(_dots, _PIECE.sub(_unless_small, text))


def _unless_known(match: re.Match[str]) -> str:
    word = match[0]
    may_name = len(word) > 1 and begins_like_a_name(word) and not is_program_word(word)
    return _dots(match) if may_name else word


def _unless_small(match: re.Match[str]) -> str:
    piece = match[0].rstrip()
    inner = piece[1:-1] if piece[0] in "\"'" and piece[-1] == piece[0] else piece
    shown = not inner or is_small_word(inner.lstrip("&*!")) or _SIGN.fullmatch(piece)
    return match[0] if shown else MASK * len(piece) + match[0][len(piece) :]


def _dots(match: re.Match[str]) -> str:
    return MASK * len(match[0])


def _all(raw: str) -> str:
    return _OF_LINE.sub(MASK, raw)
