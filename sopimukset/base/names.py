"""What looks like a person's name where a title belongs."""

from __future__ import annotations

import re

_PART = r"[A-ZÅÄÖÉÜ][a-zåäöéü'’]+(?:-[A-ZÅÄÖÉÜ][a-zåäöéü]+)?"
_NAME = re.compile(rf"{_PART}(?:,? {_PART})+")
"""Words that all begin with a capital, and nothing else: first name and surname, in any order."""


def looks_like_a_name(text: str) -> bool:
    """Whether a text reads like a person's name and nothing else.

    A title is written in small letters («palvelupäällikkö», «ledande jurist»), so that two words
    with capitals are taken for a name; a name beside a title in one text isn't noticed.
    """
    return _NAME.fullmatch(text.strip()) is not None
