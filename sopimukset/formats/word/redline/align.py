"""Which items of one row answer to which of another: pure sequences, nothing of documents."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

MOST = 250_000
"""Pairs of items that may be compared one by one; larger gaps are taken as they are."""

MOST_LIKE = 20_000
"""Pairs of items whose likeness may be weighed."""


class Step(NamedTuple):
    """A stretch of two rows: `equal`, or `replace` of what lies in one by what lies in the other.

    Either stretch of a replacement may be empty.
    """

    equal: bool
    first: int
    last: int
    start: int
    end: int


def steps(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Step]:
    """The steps from one row to another, anchored at what stands once in each."""
    found: list[Step] = []
    i = j = 0
    for a, b in [*_anchors(old, new), (len(old), len(new))]:
        found += _between(old, new, (i, a), (j, b))
        if a < len(old) and b < len(new):
            found.append(Step(True, a, a + 1, b, b + 1))
        i, j = a + 1, b + 1
    return list(_joined(found))


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of items that stand once in each row, in the longest order that both rows keep."""
    before, after = Counter(old), Counter(new)
    place = {item: at for at, item in enumerate(new) if after[item] == 1}
    pairs = [
        (at, place[item]) for at, item in enumerate(old) if before[item] == 1 and item in place
    ]
    return _rising(pairs)


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rises on both sides; the first side rises already."""
    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = [-1] * len(pairs)
    for number, (_, b) in enumerate(pairs):
        at = bisect_left(ends, b)
        before[number] = tops[at - 1] if at else -1
        ends[at : at + 1] = [b]
        tops[at : at + 1] = [number]
    found = []
    here = tops[-1] if tops else -1
    while here >= 0:
        found.append(pairs[here])
        here = before[here]
    return found[::-1]


def _between(
    old: Sequence[Hashable], new: Sequence[Hashable], left: tuple[int, int], right: tuple[int, int]
) -> Iterator[Step]:
    """The steps between two anchors."""
    (i, a), (j, b) = left, right
    while i < a and j < b and old[i] == new[j]:
        yield Step(True, i, i + 1, j, j + 1)
        i, j = i + 1, j + 1
    tail = 0
    while i < a and j < b and old[a - 1] == new[b - 1]:
        a, b, tail = a - 1, b - 1, tail + 1
    if (a - i) * (b - j) > MOST or i == a or j == b:
        yield Step(False, i, a, j, b)
    else:
        matcher = SequenceMatcher(None, old[i:a], new[j:b], autojunk=False)
        for kind, first, last, start, end in matcher.get_opcodes():
            yield Step(kind == "equal", i + first, i + last, j + start, j + end)
    yield Step(True, a, a + tail, b, b + tail)


def _joined(found: Sequence[Step]) -> Iterator[Step]:
    """The steps without empty ones, neighbours of one kind as one."""
    last: Step | None = None
    for step in found:
        if step.first == step.last and step.start == step.end:
            continue
        if last is not None and last.equal == step.equal:
            last = Step(last.equal, last.first, step.last, last.start, step.end)
            continue
        if last is not None:
            yield last
        last = step
    if last is not None:
        yield last


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """How much two bags of words share, from 0 to 1."""
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if size else 1.0


def alike(
    old: Sequence[Counter[str]], new: Sequence[Counter[str]], least: float
) -> list[tuple[int, int]]:
    """Pairs of items that are alike at least so much, in order, the most likeness in all."""
    if not old or not new or len(old) * len(new) > MOST_LIKE:
        return []
    rows, columns = len(old), len(new)
    likes = [[likeness(one, other) for other in new] for one in old]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            paired = likes[i][j] + best[i + 1][j + 1] if likes[i][j] >= least else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    return list(_path(likes, best, least))


def _path(
    likes: Sequence[Sequence[float]], best: Sequence[Sequence[float]], least: float
) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(likes) and j < len(likes[0]):
        like = likes[i][j]
        if like >= least and best[i][j] == like + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
