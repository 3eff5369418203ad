"""Documents of many regions, made by several processes; each region is one process's whole work.

What the parent has read, and the language that it speaks, is there in a forked process. Each task
is small, so that Ctrl-C waits for the documents of one region at most.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

MANY = 120
"""So many documents pay for a second process: it takes as long to start as some twenty of them."""

MOST_PROCESSES = 8

T = TypeVar("T")
_work: Callable[[int], object] | None = None


def pays(documents: int) -> bool:
    """Whether several processes are worth their start; only where they can be forked."""
    return documents >= MANY and sys.platform == "linux" and processes() > 1


def processes() -> int:
    """How many processes work at once."""
    return min(MOST_PROCESSES, len(os.sched_getaffinity(0)))


def worked_at_once(
    work: Callable[[int], T], sizes: Sequence[int], begun: Callable[[int], None]
) -> Iterator[T]:
    """What comes of each piece of work, in order.

    Args:
        work: what is to be done, with a piece's number; runs in another process.
        sizes: how large each piece is; the largest is begun first, lest it be left last.
        begun: told of each number before its result is waited for.
    """
    pool = ProcessPoolExecutor(
        min(processes(), len(sizes)),
        mp_context=multiprocessing.get_context("fork"),
        initializer=_begin,
        initargs=(work,),
    )
    try:
        largest_first = sorted(range(len(sizes)), key=lambda number: -sizes[number])
        futures = {number: pool.submit(_done, number) for number in largest_first}
        for number in range(len(sizes)):
            begun(number)
            yield futures[number].result()  # type: ignore[misc]  # what `work` gives
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin(work: Callable[[int], object]) -> None:
    """In a new process: leave Ctrl-C to the parent, and what was inherited out of collections."""
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()


def _done(number: int) -> object:
    assert _work is not None  # noqa: S101 (the pool has called _begin)
    return _work(number)
