"""What a draft does with an agreement's clauses: a table for a terminal, data for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sopimukset.base.speech import mark, say
from sopimukset.documents.comparison import Compared, Comparison, Fate, texts
from sopimukset.reporting.cells import safe, wrapped
from sopimukset.reporting.tables import table

HEAD = (mark("Kohta"), mark("Lauseke"), mark("Luonnoksessa"), mark("Tulos"), mark("Samaa"))
TOTALS = mark("Lausekkeet ja liitteet: {maarat}.")
ANNEX = "–"
"""Stands for the number of an annex, which its title tells."""


def draft_lines(found: Comparison, width: int) -> Iterator[str]:
    """A table of the clauses, and how many there are of each fate."""
    rows = [_cells(row) for row in found.rows]
    for lines in table([say(item) for item in HEAD], rows, width):
        yield from lines
    counted = Counter(row.fate for row in found.rows)
    told = ", ".join(f"{say(fate.value)} {counted[fate]}" for fate in Fate if counted[fate])
    yield from wrapped(say(TOTALS).format(maarat=told), width)


def _cells(row: Compared) -> tuple[str, ...]:
    share = f"{round(100 * row.share)} %" if row.fate is Fate.CHANGED else ""
    if row.ours is None:
        return "+", safe(row.title), safe(row.title), say(row.fate.value), share
    return (
        ANNEX if row.ours.annex else str(row.ours.number),
        row.ours.heading.text,
        safe(row.title),
        say(row.fate.value),
        share,
    )


def draft_data(found: Comparison) -> dict[str, Any]:
    """The same for programs, with the words of both sides; keys are English."""
    counted = Counter(row.fate for row in found.rows)
    return {
        "summary": {fate.name.lower(): counted[fate] for fate in Fate},
        "clauses": [_row(row) for row in found.rows],
        "paragraphs_outside": found.outside,
    }


def _row(row: Compared) -> dict[str, Any]:
    return {
        "number": None if row.ours is None or row.ours.annex else row.ours.number,
        "clause": None if row.ours is None else row.ours.tunnus,
        "heading": None if row.ours is None else row.ours.heading.text,
        "draft_heading": row.title or None,
        "state": row.fate.name.lower(),
        "share": round(row.share, 3),
        "after": row.after if row.ours is None else None,
        "ours": [] if row.ours is None else list(texts(row.ours.body)),
        "draft": list(texts(row.theirs)),
    }
