"""Writing files whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import ExitStack, suppress
from functools import lru_cache
from pathlib import Path


class NotAFileError(OSError):
    """A pipe, a socket or a device where a file was expected: reading it could wait forever."""


_BINARY = getattr(os, "O_BINARY", 0)
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)  # a pipe would wait for its writer forever


def read_at_most(path: str | Path, most: int) -> bytes:
    """The first bytes of a file.

    Raises:
        NotAFileError: it is no regular file.
        OSError: it can't be opened; IsADirectoryError for a folder.
    """
    try:
        handle = os.open(path, os.O_RDONLY | _BINARY | _AT_ONCE)
    except OSError as error:
        if error.errno == errno.ENXIO:  # a socket
            raise NotAFileError(f"{path} is no regular file") from error
        raise
    try:
        return _content(handle, path, most)
    finally:
        os.close(handle)


def _content(handle: int, path: str | Path, most: int) -> bytes:
    about = os.fstat(handle)
    if stat.S_ISDIR(about.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(about.st_mode):
        raise NotAFileError(f"{path} is no regular file")
    # Room is made for all that is asked for, so asking for no more than there is takes a third of
    # the time; the byte beyond tells of a file that grows meanwhile.
    content = os.read(handle, min(about.st_size + 1, most))
    while about.st_size < len(content) < most and (more := os.read(handle, most - len(content))):
        content += more
    return content


def write_whole(target: Path, content: bytes) -> None:
    """Put `content` into `target` so that a reader sees the old file or the new one, never half.

    The new file is written beside the target, flushed to disk and renamed over it.

    Raises:
        OSError: the folder can't be written, the disk is full.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_undoably(target: Path, content: bytes, undo: ExitStack) -> None:
    """Write a file whole; what puts back the old one is put on the pile first.

    Closed, the pile leaves neither the file, where it is new, nor a folder that was made for it.

    Raises:
        OSError: the folder can't be written, the disk is full.
    """
    before = target.read_bytes() if target.is_file() else None
    missing = [folder for folder in target.parents if not folder.exists()]

    def put_back() -> None:
        """Bring back what stood there before."""
        if before is not None:
            write_whole(target, before)
            return
        target.unlink(missing_ok=True)
        for folder in missing:
            with suppress(OSError):  # somebody else has put something there
                folder.rmdir()

    undo.callback(put_back)
    write_whole(target, content)


def _mode(target: Path) -> int:
    """The old file's mode, else what the umask gives a new file (mkstemp gives only 0600)."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    return 0o666 & ~know_umask()


@lru_cache(maxsize=1)
def know_umask() -> int:
    """The process's umask. Asking changes it for a moment: call this before threads write."""
    umask = os.umask(0)
    os.umask(umask)
    return umask
