"""What a task would change in a file, shown before it is done."""

from __future__ import annotations

import re
from difflib import unified_diff

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_FILE = "/dev/null"


def unified(file: str, before: bytes | None, after: bytes) -> str:
    """A unified diff that `git apply` and `patch -p1` take; `before` is None for a new file."""
    lines = unified_diff(
        _LINE.findall((before or b"").decode()),
        _LINE.findall(after.decode()),
        _NO_FILE if before is None else f"a/{file}",
        f"b/{file}",
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
