"""Writing documents while others are made: a disk that is waited for holds nobody up."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType

from sopimukset.base.files import know_umask, write_whole

THREADS = 8
"""Each waits for the disk nearly all of its time."""

MOST_WAITING = 64
"""Documents that may wait to be written: a slow disk must not fill the memory."""


class Writer:
    """Writes whole files, several at once; a context manager, whose end waits for all of them.

    Where it is left by an exception (Ctrl-C), what has begun is written whole, the rest not at all.

    Attributes:
        failures: what stopped files from being written, by their paths.
    """

    def __init__(self) -> None:
        know_umask()
        self.failures: dict[str, OSError] = {}
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="kirjoittaja")
        self._waiting: list[tuple[Path, Future[None]]] = []

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.shutdown(wait=True, cancel_futures=error is not None)
        if error is None:
            self._settle(0)

    def write(self, target: Path, content: bytes) -> None:
        """Write a file soon; that it couldn't be written is in `failures` at the end."""
        self._waiting.append((target, self._pool.submit(write_whole, target, content)))
        self._settle(MOST_WAITING)

    def _settle(self, most: int) -> None:
        while len(self._waiting) > most:
            target, future = self._waiting.pop(0)
            try:
                future.result()
            except OSError as error:
                self.failures[target.as_posix()] = error
