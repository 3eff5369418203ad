"""Pausing the cycle collector where thousands of objects are made and none of them is a cycle."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """No search for reference cycles inside the block; afterwards all is as it was before.

    Reading a record makes some ten thousand small objects that live on: each search walks them
    again for nothing. It takes a quarter off the time of a check.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
