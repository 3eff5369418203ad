"""Where a text begins in the source, below a sign (`>-`, `|`) too, and where its words stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

SOFT_HYPHEN = "\u00ad"

_SIGN = re.compile(r"[|>][-+\d]*[ \t]*(?:#[^\r\n]*)?[\r\n]\s*(?=\S)")


def text_extent(text: str, start: int, end: int, quoted: Sequence[str] = ()) -> tuple[int, int]:
    """Offsets of what a reader is to look at in the value between two offsets.

    Of a text below a sign that is what it says, from its first word on; any other value is looked
    at whole. With `quoted` it is as much of it as is found word for word, wherever the lines break:
    what escapes of a quoted text hide is not.

    Args:
        text: the source.
        start: offset of the value's first character.
        end: offset of its end.
        quoted: words of the text as a person reads them; each stands within those before it.
    """
    sign = _SIGN.match(text, start, end)
    start = sign.end() if sign else start
    for words in quoted:
        found = _written(words, hyphens=SOFT_HYPHEN in text).search(text, start, end)
        if found is None:
            break
        start, end = found.span()
    return start, end


def _written(words: str, *, hyphens: bool) -> re.Pattern[str]:
    """The words as they may be written: broken over lines, soft hyphens between letters."""
    between = f"{SOFT_HYPHEN}*" if hyphens else ""
    return re.compile(r"\s+".join(between.join(map(re.escape, word)) for word in words.split()))
