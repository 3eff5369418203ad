"""Stretches of a value's text that get a run of their own: visible gaps, other languages.

A gap stands for a missing fact and gets its own look. A stretch in another language than the
document's is said to be in it, so that a screen reader speaks it so (306/2019).

The markers are private-use characters. They travel through a layout with the text of a value;
rendering turns what lies between them into such a run and takes the markers away.
"""

from __future__ import annotations

import re
from typing import NamedTuple

GAP_OPEN = "\ue000"
GAP_CLOSE = "\ue001"

SPOKEN_CLOSE = "\ue002"
SPOKEN = {"se-FI": "\ue003", "smn-FI": "\ue004", "sms-FI": "\ue005"}
"""What opens a stretch in another language, by the language's tag."""

MARKERS = f"{GAP_OPEN}{GAP_CLOSE}{SPOKEN_CLOSE}{''.join(SPOKEN.values())}"
"""All markers, for the brackets of a pattern."""

_MARKERS = re.compile(f"[{MARKERS}]")
_STRETCH = re.compile(
    f"{GAP_OPEN}[^{MARKERS}]*{GAP_CLOSE}|[{''.join(SPOKEN.values())}][^{MARKERS}]*{SPOKEN_CLOSE}"
)
_LANGUAGES = {opens: tag for tag, opens in SPOKEN.items()}


class Piece(NamedTuple):
    """A stretch of a text.

    Attributes:
        text: without markers.
        gap: whether it stands for a missing fact.
        language: the tag of the other language that it is in; "" for none.
    """

    text: str
    gap: bool = False
    language: str = ""


def gap(text: str) -> str:
    """Return the text as a gap."""
    return f"{GAP_OPEN}{strip_markers(text)}{GAP_CLOSE}"


def spoken(text: str, language: str) -> str:
    """Return the text as one in another language, by a tag of `SPOKEN`."""
    return f"{SPOKEN[language]}{strip_markers(text)}{SPOKEN_CLOSE}"


def strip_markers(text: str) -> str:
    """Return the text without markers."""
    return _MARKERS.sub("", text)


def has_markers(text: str) -> bool:
    """Whether a marker stands in the text."""
    return _MARKERS.search(text) is not None


def stray_marker(text: str) -> str:
    """The first marker that opens or closes nothing: it came with a person's text; "" for none."""
    found = _MARKERS.search(_STRETCH.sub("", text))
    return found.group() if found else ""


def pieces(text: str) -> list[Piece]:
    """Split a text at its markers, which are left out; unbalanced ones are dropped."""
    result: list[Piece] = []
    marker = ""
    for piece in re.split(f"([{MARKERS}])", text):
        if _MARKERS.fullmatch(piece):
            marker = piece
        elif piece:
            result.append(Piece(piece, marker == GAP_OPEN, _LANGUAGES.get(marker, "")))
    return result
