"""An incoming draft against our own document: which clauses it keeps, changes, lacks or adds.

The draft may be any Word file, by any program, numbered in any way. A clause is known by the title
of its heading, whatever number stands before it, and else by its words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from sopimukset.base.speech import mark
from sopimukset.documents.own_clauses import ANNEX, HEADING, OurClause
from sopimukset.formats.word.outline import Block

LIKE_TITLE = 0.75
"""Share of words by which two titles are one, where the draft's is a heading."""

LIKE_CLAUSE = 0.4
"""Share of words by which a clause under another title is ours."""

LIKE_PARAGRAPH = 0.7
"""Share of words by which a paragraph that stands elsewhere is ours."""

FEWEST = 6
"""Words of a paragraph that says enough to be known wherever it stands."""

_NUMBER = re.compile(
    r"^\s*(?:§\s*)?(?:(?:\d+|[IVX]+)(?:\.\d+)*\s*[.)§:]?|[a-zåäö]\))\s+(?:[–-]\s+)?", re.IGNORECASE
)
_TYPED = re.compile(r"^\s*(?:§\s*)?\d+(?:\.\d+)*\s*[.)§:]?\s+\S")
_BULLET = re.compile(r"^\s*(?:[-–•·*▪◦]|\d+[.)]|[a-zåäö]\))\s+")
_CAPTION = re.compile(r"^(?:Taulukko|Tabell) \d+\.? ?")
_WORD = re.compile(r"\w+(?:[.,:/–-]\w+)*")
_LONGEST_TITLE = 120


class Fate(Enum):
    """What a draft does with a clause."""

    KEPT = mark("ennallaan")
    CHANGED = mark("muutettu")
    LACKING = mark("puuttuu")
    ADDED = mark("lisätty")


@dataclass(frozen=True, slots=True)
class Compared:
    """A clause and what the draft does with it.

    Attributes:
        ours: our clause; None for one that only the draft has.
        title: the draft's heading as it stands there; "" where it has none.
        theirs: the draft's blocks, without the heading.
        share: of the words of both that both have, from 0 to 1.
        after: the number of our clause after which the draft has it.
    """

    fate: Fate
    ours: OurClause | None
    title: str = ""
    theirs: tuple[Block, ...] = ()
    share: float = 0.0
    after: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """All clauses, ours in our order and the draft's own where the draft has them.

    Attributes:
        outside: how many paragraphs of the draft stand before its first clause, as on a cover, or
            after its last one outside the annexes, and were not compared.
    """

    rows: tuple[Compared, ...]
    outside: int

    @property
    def kept_words(self) -> float:
        """The share of words that stays, over all of our clauses."""
        shares = [row.share for row in self.rows if row.ours is not None]
        return sum(shares) / len(shares) if shares else 0.0


@dataclass(slots=True)
class _Segment:
    """What a draft has below one heading."""

    heading: Block | None
    body: list[Block] = field(default_factory=list)
    clause: OurClause | None = None
    outside: bool = False


def compare(
    clauses: Sequence[OurClause], ours: Sequence[Block], draft: Sequence[Block]
) -> Comparison:
    """What a draft does with our clauses.

    Args:
        clauses: ours.
        ours: all blocks of our document, whose other headings are no clauses of a draft either.
        draft: the blocks of the draft.
    """
    own = {block for clause in clauses for block in (clause.heading, *clause.body)}
    others = [b for b in ours if b not in own and b.text and not b.is_table and not b.contents]
    apart = {_title(block.text) for block in others if HEADING.search(block.style)}
    segments = _segments(draft, clauses, apart)
    _settle_twins(segments)
    _match_by_words(segments, clauses)
    _gather(segments, clauses)
    return _compared(segments, clauses)


def _segments(
    draft: Sequence[Block], clauses: Sequence[OurClause], apart: set[str]
) -> list[_Segment]:
    """The draft, divided at its headings."""
    titles = {_title(clause.heading.text): clause for clause in clauses}
    blocks = [block for block in draft if block.text and not block.contents]
    looks = {_look(b) for b in blocks if _title(b.text) in titles and _distinct(b)}
    found = [_Segment(None, outside=True)]
    for block in blocks:
        title = _title(block.text)
        clause = None if block.is_table else titles.get(title)
        heads = not block.is_table and len(block.text) <= _LONGEST_TITLE and _look(block) in looks
        if clause is None and heads:
            clause = _by_like_title(title, titles)
        if clause is not None or heads:
            outside = clause is None and title in apart
            found.append(_Segment(block, clause=clause, outside=outside))
        elif not block.is_table and title in apart:
            found.append(_Segment(block, outside=True))
        else:
            found[-1].body.append(block)
    return found


def _by_like_title(title: str, titles: dict[str, OurClause]) -> OurClause | None:
    words = _words(title)
    likes = [(_like(words, _words(own)), own) for own in titles]
    best, own = max(likes, default=(0.0, ""))
    return titles[own] if best >= LIKE_TITLE else None


def _title(text: str) -> str:
    """A title without its number and its page, in small letters; an annex keeps its number."""
    told = _NUMBER.sub("", text).strip(" .:").casefold()
    return ANNEX.sub(r"liite \1 ", told, count=1).strip() if ANNEX.match(told) else told


def _look(block: Block) -> tuple[object, ...]:
    depth = block.text.split()[0].rstrip(".)").count(".") if _TYPED.match(block.text) else None
    return block.style, block.level, block.bold, depth


def _distinct(block: Block) -> bool:
    """Whether a heading looks like one, so that others like it are headings too."""
    return block.level is not None or block.bold or bool(_TYPED.match(block.text))


def _settle_twins(segments: list[_Segment]) -> None:
    """Let one segment have each clause, though its title may stand on a cover or a list too."""
    first = next((at for at, s in enumerate(segments) if s.clause and s.clause.number == 1), 0)
    known: dict[int, _Segment] = {}
    for at, segment in enumerate(list(segments)):
        if segment.clause is None:
            continue
        other = known.setdefault(segment.clause.number, segment)
        if other is segment:
            continue
        worse, better = sorted((other, segment), key=_own_share)
        known[segment.clause.number] = better
        worse.clause = None
        if at > first and other is not worse:
            better.body += worse.body
            worse.body = []
        worse.outside = True


def _own_share(segment: _Segment) -> float:
    return 0.0 if segment.clause is None else _share(segment.clause.body, segment.body)


def _match_by_words(segments: Sequence[_Segment], clauses: Sequence[OurClause]) -> None:
    """Give clauses that no title names to segments that say much the same."""
    taken = {s.clause.number for s in segments if s.clause is not None}
    free = [clause for clause in clauses if clause.number not in taken]
    open_ = [s for s in segments if s.clause is None and s.heading is not None and not s.outside]
    likes = sorted(
        (
            (_share(clause.body, segment.body), clause.number, at)
            for clause in free
            for at, segment in enumerate(open_)
        ),
        reverse=True,
    )
    by_number = {clause.number: clause for clause in free}
    for share, number, at in likes:
        if share >= LIKE_CLAUSE and number in by_number and open_[at].clause is None:
            open_[at].clause = by_number.pop(number)


def _gather(segments: list[_Segment], clauses: Sequence[OurClause]) -> None:
    """Find the paragraphs of clauses that have lost their heading, wherever they stand."""
    taken = {s.clause.number for s in segments if s.clause is not None}
    for clause in clauses:
        if clause.number in taken:
            continue
        wanted = [_words(_said(b)) for b in clause.body]
        wanted = [words for words in wanted if words.total() >= FEWEST]
        found: list[tuple[_Segment, Block]] = []
        for segment in segments:
            own = [_words(_said(b)) for b in segment.clause.body] if segment.clause else []
            for block in segment.body:
                words = _words(_said(block))
                best = max((_like(words, other) for other in wanted), default=0.0)
                if best >= LIKE_PARAGRAPH and best > max(
                    (_like(words, other) for other in own), default=0.0
                ):
                    found.append((segment, block))
        if 2 * len(found) < len(wanted) or not found:
            continue
        for segment, block in found:
            segment.body.remove(block)
        made = _Segment(None, [block for _, block in found], clause)
        segments.insert(segments.index(found[0][0]) + 1, made)


def _compared(segments: Sequence[_Segment], clauses: Sequence[OurClause]) -> Comparison:
    rows: list[Compared] = []
    after = outside = 0
    known = {s.clause.number: s for s in segments if s.clause is not None}
    for clause in clauses:
        segment = known.get(clause.number)
        if segment is None:
            rows.append(Compared(Fate.LACKING, clause))
        else:
            rows.append(_row(clause, segment))
    for segment in segments:
        if segment.clause is not None:
            after = segment.clause.number
        elif segment.outside or segment.heading is None:
            outside += len(segment.body)
        else:
            title = segment.heading.text
            added = Compared(Fate.ADDED, None, title, tuple(segment.body), after=after)
            rows.insert(_place(rows, after), added)
    return Comparison(tuple(rows), outside)


def _place(rows: Sequence[Compared], after: int) -> int:
    """Behind our clause of that number and what the draft has added after it already."""
    place = 0
    for at, row in enumerate(rows, 1):
        number = row.after if row.ours is None else row.ours.number
        if number <= after:
            place = at
    return place


def _row(clause: OurClause, segment: _Segment) -> Compared:
    body = tuple(segment.body)
    title = "" if segment.heading is None else segment.heading.text
    same_title = _title(title) == _title(clause.heading.text)
    same = same_title and _all_said(clause.body) == _all_said(body)
    fate = Fate.KEPT if same else Fate.CHANGED
    return Compared(fate, clause, title, body, 1.0 if same else _share(clause.body, body))


def said_alike(one: Block, other: Block) -> bool:
    """Whether two blocks say the same, but for typed numbers and bullets."""
    return one.is_table == other.is_table and _said(one) == _said(other)


def plain_title(text: str) -> str:
    """A title without the number that was typed before it."""
    return _NUMBER.sub("", text).strip()


def plain_words(text: str) -> str:
    """A paragraph without the number or bullet that was typed before it."""
    return _BULLET.sub("", text).strip()


def likeness(one: Block, other: Block) -> float:
    """How much of their words two blocks share."""
    return _like(_words(_said(one)), _words(_said(other)))


def _all_said(blocks: Iterable[Block]) -> str:
    return " ".join(_said(block) for block in blocks)


def _said(block: Block) -> str:
    """What a block says, without what a program or a person puts before it."""
    text = block.text if block.is_table else _BULLET.sub("", block.text)
    return _CAPTION.sub("", text).strip()


def _share(ours: Iterable[Block], theirs: Iterable[Block]) -> float:
    return _like(_words(_all_said(ours)), _words(_all_said(theirs)))


def _words(text: str) -> Counter[str]:
    return Counter(word.casefold() for word in _WORD.findall(text))


def _like(one: Counter[str], other: Counter[str]) -> float:
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if size else 0.0


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The words of blocks, a table's row by row."""
    for block in blocks:
        if block.is_table:
            yield from (" | ".join(" ".join(cell.split()) for cell in row) for row in block.rows)
        else:
            yield block.text
