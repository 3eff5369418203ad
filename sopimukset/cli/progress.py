"""A line of progress on a terminal; nothing elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

_CLEAR = "\r\x1b[K"


@contextmanager
def progress_line(stream: TextIO, title: str) -> Iterator[Callable[[str, int, int], None]]:
    """A function that shows how far the work is; the line is gone when the work ends."""
    shown = stream.isatty()

    def show(name: str, number: int, total: int) -> None:
        """Write how far the work is over what stood in the line."""
        if shown:
            stream.write(f"{_CLEAR}{title}: {number}/{total} {name}")
            stream.flush()

    try:
        yield show
    finally:
        if shown:
            stream.write(_CLEAR)
            stream.flush()
