"""What an unquoted word means: the only typing that the reader and the writer know."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

Scalar = str | int | Decimal | bool | None

WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
"""The whole words that are no text when they stand unquoted."""

AFTER_NUMBERS = ":"
"""Every number, and the empty word, sorts before this; nearly every Finnish word sorts after."""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?").fullmatch
_MAX_DIGITS = 1000  # beyond this Python's own int() may refuse; such a "number" is some identifier


@lru_cache(maxsize=512)  # a record repeats its dates and figures
def resolve(word: str) -> Scalar:
    """The value of a plain (unquoted) scalar.

    Only ``true false null ~``, the empty word, integers and decimals without leading zeros are
    typed. Dates, clock times, ``no`` and ``00100`` stay text: YAML 1.1 would turn them into
    something that their author didn't write.
    """
    if word in WORDS:
        return WORDS[word]
    number = _NUMBER(word)
    if number is None or len(word) > _MAX_DIGITS:
        return word
    return int(word) if number[1] is None else Decimal(word)
