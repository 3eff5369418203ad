"""Answers on the past as text, for a terminal or for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sopimukset.base.speech import mark, say
from sopimukset.reporting.history import (
    annotated_text,
    author_of,
    holders_data,
    holders_text,
    state_data,
    told_state,
    values_text,
)
from sopimukset.tasks.history import annotated, held, values
from sopimukset.tasks.history_results import Annotated, Held, Read, Values
from sopimukset.tasks.history_shown import Answer, Question

SKIPPED = mark("Ohitettu versio {versio}, jota ei voi lukea: {syy}")
NOBODY = mark("Rooliin ei ole kirjattu ketään.")


def answer(question: Question) -> Answer:
    """What is shown, worked out anew.

    Raises:
        WorkspaceError: no workspace, no such region, no history.
        OutsideFailure: git failed.
        RefusedError: there never was such a role, group or field.
    """
    folder, region = question.folder, question.region
    if question.role is not None:
        return _holders(held(folder, region, question.role, question.group), question)
    if question.path is not None:
        found = values(folder, region, question.path, file=question.file, names=question.names)
        return _values(found, question)
    return _lines(annotated(folder, region, file=question.file, names=question.names), question)


def _holders(found: Held, question: Question) -> Answer:
    states, names = found.read.states, question.names
    if question.form == "json":
        rows = holders_data(found.rows, states, names=names)
        return _told(found.read, {"role": found.role, "rows": rows})
    if not found.rows:
        return _told(found.read, [say(NOBODY)])
    return _told(found.read, holders_text(found.rows, states, question.width, names=names))


def _values(found: Values, question: Question) -> Answer:
    rows = [(row.state, row.value, row.there) for row in found.rows]
    if question.form == "text":
        return _told(found.read, values_text(rows, question.width))
    data = [
        {"value": value, "there": there, **state_data(state), "author": author_of(state) or None}
        for state, value, there in rows
    ]
    return _told(found.read, {"file": found.read.file, "path": found.path, "rows": data})


def _lines(found: Annotated, question: Question) -> Answer:
    if question.form == "text":
        lines = [(line.text, line.state) for line in found.lines]
        return _told(found.read, annotated_text(lines))
    data = [
        {
            "line": fact.line,
            "path": fact.path,
            **state_data(fact.state),
            "author": author_of(fact.state) or None,
        }
        for fact in found.facts
    ]
    return _told(found.read, {"file": found.file, "values": data})


def _told(read: Read, result: Iterable[str] | dict[str, Any]) -> Answer:
    """The result as text, and what was skipped."""
    if isinstance(result, dict):
        skipped = [{**state_data(item.state), "reason": item.reason} for item in read.skipped]
        data = {"region": read.region, **result, "skipped": skipped}
        text = json.dumps(data, ensure_ascii=False, indent=2, default=lambda item: float(str(item)))
    else:
        text = "\n".join(result)
    return Answer(text, tuple(_notes(read)), read.broken_now)


def _notes(read: Read) -> Iterator[str]:
    for item in read.skipped:
        yield say(SKIPPED).format(versio=told_state(item.state), syy=item.reason)
