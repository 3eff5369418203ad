"""Texts that no file can hold: control characters are refused before anything is written."""

from __future__ import annotations

import re

from sopimukset.base.speech import say

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 has no place for, and the C1 controls that no text of an office carries."""


class UnwritableError(ValueError):
    """A text with a control character; the message says which character it has."""


def checked(text: str) -> str:
    """The text itself.

    Raises:
        UnwritableError: it has a control character, or half of a character pair.
    """
    if found := ILLEGAL.search(text):
        code = f"U+{ord(found.group()):04X}"
        raise UnwritableError(say("Tekstissä on ohjausmerkki {merkki}.").format(merkki=code))
    return text
