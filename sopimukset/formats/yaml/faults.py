"""What reading finds wrong, by character offset; lines and columns come last."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sopimukset.base.speech import say
from sopimukset.formats.yaml.document import Lines, Problem, content_from


class Fault(NamedTuple):
    """One thing that is wrong.

    ``{rivi}`` in the message stands for the line of the first content at or after ``other``.
    """

    start: int
    end: int
    kind: str
    message: str
    hint: str
    other: int = 0


class Accident(NamedTuple):
    """A stray character that reading can put right for itself, so that it can go on.

    ``edits`` replace single characters of the text; they never move anything.
    """

    start: int
    end: int
    code: str
    edits: tuple[tuple[int, str], ...]


REMOVED = "\ufdd0"
"""Stands in for a character that reading leaves out of a key. Unicode keeps it from all texts."""

COLON = "\ufdd1"
"""Stands in for a colon that belongs to a text."""


def restored(word: str) -> str:
    """A scalar's text as its author meant it, the stand-ins undone."""
    return word.replace(REMOVED, "").replace(COLON, ":")


def healed(text: str, accidents: Collection[Accident]) -> str:
    """The text with the edits of accidents done; its length stays the same."""
    if not accidents:
        return text
    characters = list(text)
    for accident in accidents:
        for offset, replacement in accident.edits:
            characters[offset] = replacement
    return "".join(characters)


def problems(text: str, faults: Sequence[Fault]) -> tuple[Problem, ...]:
    """Faults as problems with lines and columns, in the order of the text, each once."""
    if not faults:
        return ()
    lines = Lines(text)
    content = len(text.rstrip("\r\n"))
    found = []
    for fault in sorted(set(faults)):
        # A fault at the end of a file is shown behind its last character, where a line exists.
        start, end = min(fault.start, content), min(max(fault.end, fault.start), len(text))
        message = say(fault.message).replace(
            "{rivi}", str(lines.number(content_from(text, fault.other))), 1
        )
        span = lines.span(start, max(start, end))
        found.append(Problem(fault.kind, message, say(fault.hint), span))
    return tuple(found)
