"""The part of the cache that holds code: compiled Word layouts.

What lies here is run. So it lies in a folder of its own that only the user can write to, and what
anybody else could have put there is not looked at: it is as if there were nothing.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from sopimukset.workspace.cache import Cache

FOLDER = "pohjat"
_OTHERS = stat.S_IWGRP | stat.S_IWOTH
_OWN = 0o700


class CodeCache(Cache):
    """Entries that hold code: compiled layouts, each of some tens of kilobytes."""

    suffix = ".pohja"
    most_entries = 400

    def get(self, key: str) -> bytes | None:
        """What was put under the key; None where another user could have put it there."""
        if self.folder is None or not is_own(self.folder):
            return None
        path = self.folder / f"{key}{self.suffix}"
        return super().get(key) if is_own(path) else None

    def put(self, key: str, content: bytes) -> None:
        """Keep something under the key, in a folder that is the user's alone."""
        if self.folder is None:
            return
        try:
            self.folder.mkdir(_OWN, parents=True, exist_ok=True)
        except OSError as error:
            self._unusable(error)
            return
        if is_own(self.folder):
            super().put(key, content)
            self._close(self.folder / f"{key}{self.suffix}")

    def _close(self, path: Path) -> None:
        """Let only the user write to the entry, whatever the umask says."""
        try:
            path.chmod(_OWN & 0o600)
        except OSError:
            return


def is_own(path: Path) -> bool:
    """Whether the file or folder is the user's, and only the user can write to it."""
    try:
        about = path.lstat()
    except OSError:
        return False
    if not hasattr(os, "geteuid"):
        return True  # Windows: the user's own cache folder is closed to others
    return about.st_uid == os.geteuid() and not about.st_mode & _OTHERS


def code_cache(cache: Cache) -> CodeCache:
    """The part for code of a cache."""
    return CodeCache(cache.folder / FOLDER if cache.folder else None, cache.tell)
