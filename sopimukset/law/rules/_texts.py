"""Reading free text in context: sentences, and what is said in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"(?<=[.!?;:])\s+|\n+")


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, case-folded; a section sign's number does not end one."""
    for sentence in _END.split(text):
        if sentence.strip():
            yield sentence.casefold()
