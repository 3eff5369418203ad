"""Changes among the paragraphs and tables of a body, a cell, a header or a note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from enum import Enum

from sopimukset.formats.word.redline.align import alike, steps
from sopimukset.formats.word.redline.names import (
    FIELD_MARK,
    FIELD_TYPE,
    RUN,
    SDT,
    SDT_CONTENT,
    SECT_PR,
    TABLE,
    TEXT,
    P,
)
from sopimukset.formats.word.redline.stories import mark_of_section
from sopimukset.formats.word.redline.tokens import words_of
from sopimukset.formats.word.xml import Element

LEAST_ALIKE = 0.45
"""How much of their words a changed paragraph shares with what it was."""


class End(Enum):
    """What becomes of a paragraph's mark."""

    STAYS = ""
    COMES = "ins"
    GOES = "del"


@dataclass(slots=True)
class Step:
    """A block of the redline.

    Attributes:
        old: the block of the old document; None where it has none.
        new: the block of the new document; None where it has none.
        end: what becomes of the mark, of a paragraph.
        looks_of: of a paragraph of only one document whose mark stays: a copy of the one whose
            properties that mark has in the other document.
        moved: the number of the move that the paragraph belongs to; 0 for none.
        copy: the block in the redline, where only the old document has it.
    """

    old: Element | None
    new: Element | None
    end: End = End.STAYS
    looks_of: Element | None = None
    moved: int = 0
    copy: Element | None = None

    @property
    def paired(self) -> bool:
        """Whether both documents have it."""
        return self.old is not None and self.new is not None

    @property
    def block(self) -> Element:
        """The block, the new one where there are two."""
        return self.old if self.new is None else self.new

    @property
    def is_paragraph(self) -> bool:
        """Whether it is a paragraph."""
        return bool(self.block.tag == P)


def blocks_of(holder: Element) -> Iterator[Element]:
    """The paragraphs and tables of a holder, those in content controls too."""
    for item in holder:
        if item.tag in (P, TABLE):
            yield item
        elif item.tag in (SDT, SDT_CONTENT):
            yield from blocks_of(item)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a block says: to be matched by."""

    key: tuple[object, ...]
    words: Counter[str]
    kind: tuple[object, ...]


def _said(block: Element) -> _Said:
    if block.tag == TABLE:
        text = "\n".join(item.text or "" for item in block.iter(TEXT))
        return _Said((TABLE, text), words_of(text), (TABLE,))
    text = _text(block)
    kind = (P, mark_of_section(block) is not None, _open_fields(block))
    return _Said((*kind, text), words_of(text), kind)


def _open_fields(paragraph: Element) -> int:
    """How many fields begin in a paragraph and end in a later one, or, negative, the other way."""
    marks = (item.get(FIELD_TYPE) for item in paragraph.iter(FIELD_MARK))
    return sum({"begin": 1, "end": -1}.get(str(mark), 0) for mark in marks)


def aligned(old: Sequence[Element], new: Sequence[Element]) -> list[Step]:
    """The blocks of the redline, in order, with what becomes of each paragraph's mark."""
    before, after = [_said(item) for item in old], [_said(item) for item in new]
    made: list[Step] = []
    for step in steps([item.key for item in before], [item.key for item in after]):
        gone, come = old[step.first : step.last], new[step.start : step.end]
        if step.equal:
            made += [Step(one, other) for one, other in zip(gone, come, strict=True)]
        else:
            told = before[step.first : step.last], after[step.start : step.end]
            made += _likened(gone, come, told)
    _pin(made)
    return made


def _likened(
    gone: Sequence[Element], come: Sequence[Element], told: tuple[Sequence[_Said], Sequence[_Said]]
) -> Iterator[Step]:
    """Blocks that differ: those that are alike as one, the others each for itself."""
    i = j = 0
    for a, b in [*_pairs(*told), (len(gone), len(come))]:
        yield from (Step(item, None, End.GOES) for item in gone[i:a])
        yield from (Step(None, item, End.COMES) for item in come[j:b])
        if a < len(gone):
            yield Step(gone[a], come[b])
        i, j = a + 1, b + 1


def _pairs(before: Sequence[_Said], after: Sequence[_Said]) -> list[tuple[int, int]]:
    found = [
        (a, b)
        for a, b in alike([i.words for i in before], [i.words for i in after], LEAST_ALIKE)
        if before[a].kind == after[b].kind
    ]
    for kind in dict.fromkeys(item.kind for item in before if _belongs(item)):
        places = [
            [at for at, item in enumerate(side) if item.kind == kind] for side in (before, after)
        ]
        for a, b in zip(*places, strict=False):
            if all((a < x and b < y) or (a > x and b > y) for x, y in found):
                found = sorted([*found, (a, b)])
    return found


def _belongs(said: _Said) -> bool:
    """Whether a block must answer to one of its kind, however little they share.

    Two tables without a paragraph between would be one, and half a field is none.
    """
    return said.kind[0] == TABLE or bool(said.kind[2])


def _pin(made: list[Step]) -> None:
    """Let the last mark before a table, and of a holder, stay: nothing could follow without it."""
    _pair_ends(made)
    at = 0
    while at < len(made):
        end = at
        while end < len(made) and made[end].is_paragraph:
            end += 1
        if end > at:
            _pin_run(made, at, end)
        at = max(end, at + 1)


def _pair_ends(made: list[Step]) -> None:
    """Let the last paragraphs of both documents be one where only tables of one stand between."""
    if not made or made[-1].paired or not made[-1].is_paragraph:
        return
    last = made[-1]
    gone = last.new is None
    for at in range(len(made) - 2, -1, -1):
        step = made[at]
        if (step.old is None) is gone and not step.paired:
            if step.is_paragraph and _same_kind(step, last):
                old, new = (last, step) if step.old is None else (step, last)
                made[-1] = Step(old.old, new.new)
                del made[at]
            return
        if step.paired:
            return


def _pin_run(made: list[Step], start: int, end: int) -> None:
    """The same for one run of paragraphs, which ends before `end`."""
    tail = end
    while tail > start and not made[tail - 1].paired:
        tail -= 1
    gone = [item for item in made[tail:end] if item.new is None]
    come = [item for item in made[tail:end] if item.old is None]
    if gone and come and _same_kind(gone[-1], come[-1]):
        made[tail:end] = [*gone[:-1], *come[:-1], Step(gone[-1].old, come[-1].new)]
    elif gone or come:
        before = _last_pair(made, start, tail, end)
        if before is not None and not (gone and come):
            _shift(made[before], (gone or come)[-1])
            _free(made[before + 1 : tail])


def _same_kind(one: Step, other: Step) -> bool:
    sections = [mark_of_section(item.block) is not None for item in (one, other)]
    return sections[0] == sections[1]


def _last_pair(made: Sequence[Step], start: int, tail: int, end: int) -> int | None:
    """The place of the paragraph whose mark may come or go instead of the last one of a run."""
    found = tail - 1
    if tail == start:
        if end < len(made):
            return None
        while found >= 0 and not made[found].paired:
            found -= 1
    if found < 0 or not made[found].is_paragraph or mark_of_section(made[found].new) is not None:
        return None
    return found


def _free(between: Sequence[Step]) -> None:
    """Let marks that were pinned before a table come or go: the one at the end is pinned."""
    for step in between:
        if step.looks_of is not None:
            step.looks_of = None
            step.end = End.COMES if step.old is None else End.GOES


def _shift(before: Step, last: Step) -> None:
    """Let the mark of `before` come or go instead of the last one."""
    if mark_of_section(last.block) is not None:
        return
    before.end, last.end = last.end, End.STAYS
    last.looks_of = deepcopy(before.old if last.old is None else before.new)


def run_on(made: Sequence[Step], at: int) -> None:
    """Let the mark of a paragraph that ends with new words come too, if new paragraphs follow.

    All that came is one stretch then. LibreOffice takes two stretches that meet at a mark for one,
    and would lose the mark with them.
    """
    last = at
    for step in made[at + 1 :]:
        if step.old is not None or step.end is not End.COMES or step.moved or not step.is_paragraph:
            break
        last += 1
    if last > at and mark_of_section(made[at].new) is None:
        _shift(made[at], made[last])


LEAST_MOVED = 12
"""Characters of a stretch that is worth being called moved."""


def find_moves(made: Sequence[Step], number: Callable[[], int]) -> None:
    """Find paragraphs that went in one place and came in another, and number each stretch."""
    come: dict[str, list[int]] = {}
    for at, step in enumerate(made):
        if step.old is None and step.end is End.COMES and step.is_paragraph:
            come.setdefault(_text(step.new), []).append(at)
    at = 0
    while at < len(made):
        there = _free_place(made, at, come)
        if there is None:
            at += 1
            continue
        length = _length(made, at, there)
        if sum(len(_text(step.old)) for step in made[at : at + length]) >= LEAST_MOVED:
            mine = number()
            for offset in range(length):
                made[at + offset].moved = made[there + offset].moved = mine
        at += length


def _free_place(made: Sequence[Step], at: int, come: dict[str, list[int]]) -> int | None:
    if not _may_move(made[at]):
        return None
    places = come.get(_text(made[at].old), [])
    return next((place for place in places if not made[place].moved), None)


def _may_move(step: Step) -> bool:
    return (
        step.new is None
        and step.end is End.GOES
        and step.is_paragraph
        and not step.moved
        and bool(_text(step.old).strip())
        and _plain(step.old)
    )


def _plain(paragraph: Element | None) -> bool:
    return paragraph is not None and paragraph.find(f".//{SECT_PR}") is None


def _length(made: Sequence[Step], at: int, there: int) -> int:
    """How many paragraphs go and come together from there on."""
    length = 1
    while at + length < len(made) and there + length < len(made):
        one, other = made[at + length], made[there + length]
        free = _may_move(one) and other.old is None and other.end is End.COMES
        if not free or other.moved or not other.is_paragraph or not _plain(other.new):
            break
        if _text(one.old) != _text(other.new):
            break
        length += 1
    return length


def _text(paragraph: Element | None) -> str:
    if paragraph is None:
        return ""
    return "".join(item.text or "" for item in paragraph.iter(TEXT))


def has_runs(paragraph: Element) -> bool:
    """Whether a paragraph holds anything."""
    return next(paragraph.iter(RUN), None) is not None
