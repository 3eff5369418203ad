"""Thousands of regions, judged a few at a time by several processes.

Rules look from one region into another only where the two are linked (`judging.links_of`). So the
regions are parted into groups that share nothing, by a quick look at the keys in their files; each
process reads a few groups, judges them and forgets them. What the reading then finds to be linked
across parts after all is judged again, together: the look need not be right, only quick.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import re
import signal
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from sopimukset.findings import Finding, sorted_findings
from sopimukset.tasks.verdict import Verdict
from sopimukset.workspace.locate import RECORD, REGIONS

MANY = 1000
"""So many regions pay for processes of their own."""

BATCH = 24
"""How many regions a process holds at once, where they are not linked."""

MOST_PROCESSES = 8

Judge = Callable[[Sequence[str]], Verdict]

_KEYS = re.compile(rb"\b(?:alue|tyollisyysalue|hyvinvointialue): *([\w-]+)")
_judge: Judge | None = None


def pays(count: int) -> bool:
    """Whether several processes are worth their start.

    Only where they can be forked: what the parent has read, and the language that it speaks, need
    not be told to them then.
    """
    return count >= MANY and sys.platform == "linux" and _processes() > 1


def judged_in_parts(root: Path, names: Sequence[str], judge: Judge) -> Verdict:
    """The verdict of all regions.

    Args:
        root: the workspace.
        names: its regions.
        judge: gives the verdict of some regions that are not linked with any other.
    """
    parts = list(_batches(_groups(root, names)))
    with ProcessPoolExecutor(
        min(_processes(), len(parts)),
        mp_context=multiprocessing.get_context("fork"),
        initializer=_begin,
        initargs=(judge,),
    ) as pool:
        verdicts = list(pool.map(_part, parts))
    astray = _linked_across(verdicts)
    if astray:
        verdicts = [item for number, item in enumerate(verdicts) if number not in astray]
        verdicts.append(judge([name for number in sorted(astray) for name in parts[number]]))
    return _together(verdicts)


def _processes() -> int:
    return min(MOST_PROCESSES, len(os.sched_getaffinity(0)))


def _begin(judge: Judge) -> None:
    """In a new process: leave Ctrl-C to the parent, and what was inherited out of collections."""
    global _judge
    _judge = judge
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()


def _part(names: Sequence[str]) -> Verdict:
    assert _judge is not None  # noqa: S101 (the pool has called _begin)
    verdict = _judge(names)
    gc.collect()  # cases know their world and it knows them
    return verdict


def _groups(root: Path, names: Iterable[str]) -> list[list[str]]:
    """The regions in groups that seem to share no key, each in the order given."""
    heads: dict[str, str] = {}

    def head(key: str) -> str:
        """The key that stands for the group of a key; the way there is shortened."""
        while heads.setdefault(key, key) != key:
            heads[key] = heads[heads[key]]
            key = heads[key]
        return key

    regions = list(names)
    for name in regions:
        for key in _keys(root / REGIONS / name / RECORD):
            heads[head(key)] = head(name)
    groups: dict[str, list[str]] = {}
    for name in regions:
        groups.setdefault(head(name), []).append(name)
    return list(groups.values())


def _keys(record: Path) -> set[str]:
    """What the file seems to name; nothing where it can't be read."""
    try:
        found: list[bytes] = _KEYS.findall(record.read_bytes())
    except OSError:
        return set()
    return {key.decode(errors="replace") for key in found}


def _batches(groups: Iterable[list[str]]) -> Iterator[list[str]]:
    """Whole groups, as many to a batch as it takes; the largest first, lest one be left last."""
    batch: list[str] = []
    for group in sorted(groups, key=len, reverse=True):
        if batch and len(batch) + len(group) > BATCH:
            yield batch
            batch = []
        batch += group
    if batch:
        yield batch


def _linked_across(verdicts: Sequence[Verdict]) -> Collection[int]:
    """The numbers of the verdicts whose regions are linked with another one's."""
    seen: dict[str, int] = {}
    astray: set[int] = set()
    for number, verdict in enumerate(verdicts):
        for link in frozenset[str]().union(*verdict.links.values()):
            other = seen.setdefault(link, number)
            if other != number:
                astray |= {other, number}
    return astray


def _together(verdicts: Iterable[Verdict]) -> Verdict:
    found: list[Finding] = []
    lines: dict[tuple[str, int], str | None] = {}
    links: dict[str, frozenset[str]] = {}
    for verdict in verdicts:
        found += verdict.findings
        lines |= verdict.lines
        links |= verdict.links
    return Verdict(tuple(sorted_findings(found)), lines, dict(sorted(links.items())))
