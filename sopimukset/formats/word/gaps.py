"""Visible gaps: text that stands for a missing fact and gets its own look in the document.

The markers are private-use characters. They travel through a layout with the text of a value;
rendering turns what lies between them into a run with the gap style and takes the markers away.
"""

from __future__ import annotations

import re

GAP_OPEN = "\ue000"
GAP_CLOSE = "\ue001"

_MARKERS = re.compile(f"[{GAP_OPEN}{GAP_CLOSE}]")


def gap(text: str) -> str:
    """Return the text as a gap."""
    return f"{GAP_OPEN}{strip_markers(text)}{GAP_CLOSE}"


def strip_markers(text: str) -> str:
    """Return the text without gap markers."""
    return _MARKERS.sub("", text)


def pieces(text: str) -> list[tuple[str, bool]]:
    """Split a text into (piece, is a gap) without markers; unbalanced markers are dropped."""
    result: list[tuple[str, bool]] = []
    inside = False
    for piece in re.split(f"([{GAP_OPEN}{GAP_CLOSE}])", text):
        if piece in (GAP_OPEN, GAP_CLOSE):
            inside = piece == GAP_OPEN
        elif piece:
            result.append((piece, inside))
    return result
