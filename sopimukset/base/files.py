"""Writing files whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path


class NotAFileError(OSError):
    """A pipe, a socket or a device where a file was expected: reading it could wait forever."""


def read_at_most(path: Path, most: int) -> bytes:
    """The first bytes of a file.

    Raises:
        NotAFileError: it is no regular file.
        OSError: it can't be opened; IsADirectoryError for a folder.
    """
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise NotAFileError(f"{path} is no regular file")
    with path.open("rb") as file:
        return file.read(most)


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


def _mode(target: Path) -> int:
    """The old file's mode, else what the umask gives a new file (mkstemp gives only 0600)."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
