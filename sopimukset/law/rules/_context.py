"""Clauses of a sentence, Finnish and Swedish: what is said in one says nothing of the next.

No grammar is worked out. A comma or a conjunction begins a clause only where a verb stands on both
sides of it, so that lists stay whole; words as «jos» and «joka» begin a side clause, «vaan» and
«eikä» one that takes up or turns a denial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

_JOINTS = r"ja|sekä|mutta|vaan|eikä|eivätkä|och|samt|men|utan"
_BREAK = re.compile(
    rf"(?<!-),\s+(?:(?:{_JOINTS})\s+)?|(?<![-,:])\s+(?:{_JOINTS})\s+", re.IGNORECASE
)
"""Not after a hyphen, where the end of a word is still to come: «palkkaus- ja»."""

_RELATIVE = (
    r"jo(?:ka|nka|ta|ssa|sta|hon|lla|lta|lle|na|ksi|tka|iden|ita|issa|ista|ihin|illa|ilta|ille)"
    r"|som|vilk\w+|vars"
)
_SIDE = re.compile(
    rf"\W*(?:{_RELATIVE}|jos|kun|kunnes|koska|ett(?:ä|ei|eivät)|elle(?:i|ivät)|mikäli|vaikka|jotta"
    r"|jolloin|siltä\s+osin|siihen\s+saakka|mitä|ennen\s+kuin|om|när|då|eftersom|att|där|innan"
    r"|tills|ifall|såvida|till\s+den\s+del)\b",
    re.IGNORECASE,
)
_RELATIVE_FIRST = re.compile(rf"\W*(?:{_RELATIVE})\b", re.IGNORECASE)
_REPORTED = re.compile(r"\W*(?:että|ett(?:ei|eivät)|att)\b", re.IGNORECASE)
_TURN = re.compile(r",?\s*(?:vaan|eikä|eivätkä|utan)\b", re.IGNORECASE)

_SWEDISH_SIDE = re.compile(r"\W*(?:om|när|då|eftersom|innan|ifall|såvida)\b", re.IGNORECASE)
_VERB_FIRST = re.compile(r",\s+(?:så\s+)?(?:ska|kan|får|bör|\w+(?:r|s|de|te))\b", re.IGNORECASE)
"""After a side clause a Swedish main clause begins with its verb."""

_FINITE = (
    r"on|ovat|oli|olivat|ei|voi|saa|pitää|tuli|jää|tarkistaa|antaa|jakaa|ottaa|alkaa|lakkaa|hoitaa",
    r"vastaa|korvaa|ohjaa|jatkaa|seuraa|ylläpitää|kestää|maksaa|ratkaistaan|julkaistaan|päästään",
    r"\w+(?:[aeiou]taan|[eiyäö]tään|daan|dään|llaan|llään|nnään)",
    r"\w+(?:vat|vät|ttaa|ttää|stää|ltää|htaa|rtaa|ee|oo|ii|oi|yi|ui|asi|äsi|ttiin|htiin)",
    r"\w+(?:(?<!syysk)(?<!alousk)(?<!aalisk)uu|yy)",
    r"är|var|har|hade|ska|skall|kan|får|fick|måste|bör|blir|gäller|görs|ses|löses|ersätts|ersätter",
    r"upphör\w*|svarar|ansvarar|delar|följs|börjar|inleds|slutar|ordnas|lämnas|består|betjänar",
    r"\w+(?<!n)as",
)
_VERB = re.compile(rf"(?<![\w-])(?:{'|'.join(_FINITE)})(?![\w-])", re.IGNORECASE)
"""Forms that are mostly verbs."""

_LITTLE = re.compile(r"[\w-]*\W*(?:mukai\w+\s+[\w-]+\W*)?")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a sentence.

    Attributes:
        text: as it stands, with what begins it.
        start: where it begins in the sentence.
        side: whether a word as «jos» or «joka» begins it.
    """

    text: str
    start: int
    side: bool


def pieces(sentence: str) -> Iterator[tuple[int, int]]:
    """Where each piece between commas and conjunctions begins and ends, these with what follows."""
    start = 0
    for match in _BREAK.finditer(sentence):
        yield start, match.start()
        start = match.start()
    yield start, len(sentence)


def clauses(sentence: str) -> list[Clause]:
    """The clauses of a sentence, in order; all of the sentence stands in one of them."""
    found: list[Clause] = []
    for start, end in pieces(sentence):
        piece = sentence[start:end]
        side = begins_side(piece)
        if found and not (side or _begins(found[-1].text, piece)):
            last = found.pop()
            found.append(Clause(sentence[last.start : end], last.start, last.side))
        else:
            found.append(Clause(piece, start, side))
    return found


def _begins(before: str, piece: str) -> bool:
    """Whether the piece begins a clause after what stands before it."""
    if _SWEDISH_SIDE.match(before) and _VERB_FIRST.match(piece):
        return True
    return bool(_TURN.match(piece) or (_VERB.search(before) and _VERB.search(piece)))


def reported(sentence: str) -> Iterator[str]:
    """The clauses, one that begins with «että» with the one that it depends on."""
    before = ""
    for item in clauses(sentence):
        yield f"{before}{item.text}" if _REPORTED.match(item.text) else item.text
        before = item.text


def clause_at(sentence: str, start: int) -> str:
    """The clause that holds a place of the sentence."""
    found, number = _around(sentence, start)
    return found[number].text


def clause_before(sentence: str, start: int) -> str:
    """The clause before the one that holds a place of the sentence, "" before the first."""
    found, number = _around(sentence, start)
    return found[number - 1].text if number else ""


def governing(sentence: str, start: int, end: int) -> Iterator[str]:
    """The clauses that say whether words at a place of the sentence hold.

    Their own one; before an «että» also the one that it depends on; and a relative clause right
    behind the words: «laki 1369/2014, joka on kumottu».
    """
    found, number = _around(sentence, start)
    own = found[number].text
    yield own
    if number and _REPORTED.match(own):
        yield found[number - 1].text
    if number + 1 < len(found) and begins_relative(found[number + 1].text):
        behind = found[number + 1]
        if _LITTLE.fullmatch(sentence, end, behind.start) and not _NOT.search(behind.text):
            yield behind.text


def attached(sentence: str, start: int) -> str:
    """The clause at a place with the side clauses that follow it."""
    found, number = _around(sentence, start)
    following = takewhile(lambda item: item.side, found[number + 1 :])
    return "".join([found[number].text, *(item.text for item in following)])


def depends_on(sentence: str, start: int) -> str:
    """The clause at a place; where it is a side clause, with the one that it belongs to.

    That one stands before it: «otetaan henkilö, joka …», or, if no other does, behind: «jos …,
    otetaan».
    """
    found, number = _around(sentence, start)
    first = last = number
    while first and found[first].side:
        first -= 1
    while found[first].side and found[last].side and last + 1 < len(found):
        last += 1
    return "".join(item.text for item in found[first : last + 1])


def begins_side(text: str) -> bool:
    """Whether a word as «jos» or «joka» begins the piece."""
    return _SIDE.match(text) is not None


def begins_relative(text: str) -> bool:
    """Whether a word as «joka» begins the clause."""
    return _RELATIVE_FIRST.match(text) is not None


def _around(sentence: str, start: int) -> tuple[list[Clause], int]:
    """The clauses, and the number of the one that holds a place."""
    found = clauses(sentence)
    return found, max(number for number, item in enumerate(found) if item.start <= start)


_NOT = re.compile(r"\b(?:ei|eivät|inte)\b(?!\s+(?:enää|längre))", re.IGNORECASE)
"""«TE-toimistoa, joka ei palvele» is not past, «joka ei enää palvele» is."""
