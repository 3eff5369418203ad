"""A region's past at a terminal and for programs: holders of a role, values of a field, blame.

What is shown comes in as plain parts, so that this room needs nothing of the tasks above it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sopimukset.base.dates import told_day
from sopimukset.base.speech import mark, say
from sopimukset.history.holders import Decision, Holding, Words
from sopimukset.history.revisions import day_of
from sopimukset.history.stories import State
from sopimukset.history.tenure import END, Correction, Tenure
from sopimukset.reporting.cells import cells, safe, wrapped
from sopimukset.reporting.tables import padded, table

NOT_RECORDED = mark("ei kirjattu")
OPEN = mark("toistaiseksi")
TERM = mark("kauden loppuun {paiva}")
UNSAVED = mark("ei tallennettu")
GONE = mark("poistettu")
SHORT = 7
"""Signs of a commit's id that are shown."""

FACTS = {
    "seat": mark("jäsenyys"),
    "title": mark("nimike"),
    "person": mark("henkilö"),
    "name": mark("nimi"),
    "start": mark("alkaen"),
    "end": mark("päättyen"),
    "decision": mark("päätös"),
    "key": mark("alkaen"),
}
"""How the facts of a holding are called."""

_HEAD = (
    *(mark("Alkaen"), mark("Päättyen"), mark("Jäsenyys"), mark("Nimike"), mark("Henkilö")),
    *(mark("Nimi"), mark("Päätös"), mark("Kirjattu versiossa")),
)
_VALUES = (mark("Versio"), mark("Tekijä"), mark("Arvo"))
_INDENT = "  "


def told_state(state: State) -> str:
    """The revision of a state: id, day in Finland, tags."""
    if state.commit is None:
        return say(UNSAVED)
    tags = f" ({', '.join(state.tags)})" if state.tags else ""
    return f"{state.commit.id[:SHORT]} {told_day(day_of(state.commit.date))}{tags}"


def holders_text(
    rows: Sequence[Tenure], states: Sequence[State], width: int, *, names: bool
) -> Iterator[str]:
    """A table of each group's holders; what was corrected or removed stands below each.

    Of several roles each row tells its seat.
    """
    several = len({item.holding.role for item in rows}) > 1
    groups = dict.fromkeys(item.holding.group for item in rows)
    for group in groups:
        if len(groups) > 1:
            yield f"{group}:"
        own = [item for item in rows if item.holding.group == group]
        texts = [_row(item, states, names=names, several=several) for item in own]
        head, *shown = table([say(title) for title in _HEAD], texts, width)
        yield from head
        for item, lines in zip(own, shown, strict=True):
            yield from lines
            for note in _notes(item, states, names=names):
                yield from wrapped(note, width, _INDENT, _INDENT * 2)


def holders_data(
    rows: Sequence[Tenure], states: Sequence[State], *, names: bool
) -> list[dict[str, Any]]:
    """The same for programs; keys and their order are a promise."""
    return [
        {
            **_plain(item.holding, names=names),
            "introduced": state_data(states[item.introduced]),
            "corrections": [
                {
                    "field": change.field,
                    "old": _plain_value(change.old, change.field, names=names),
                    "new": _plain_value(change.new, change.field, names=names),
                    **state_data(states[change.at]),
                }
                for change in item.corrections
            ],
            "removed": None if item.removed is None else state_data(states[item.removed]),
        }
        for item in rows
    ]


def state_data(state: State) -> dict[str, Any]:
    """A revision for programs; no author: who asks for one gets it beside."""
    if state.commit is None:
        return {"commit": None, "date": None, "tags": []}
    commit = state.commit
    return {"commit": commit.id, "date": commit.date.isoformat(), "tags": list(state.tags)}


def values_text(rows: Sequence[tuple[State, Any, bool]], width: int) -> Iterator[str]:
    """A table of a field's values, the oldest first, with revision and author."""
    texts = [
        (told_state(state), author_of(state), value_text(value) if there else say(GONE))
        for state, value, there in rows
    ]
    for lines in table([say(title) for title in _VALUES], texts, width):
        yield from lines


def annotated_text(lines: Sequence[tuple[str, State | None]]) -> Iterator[str]:
    """The lines of a record, before each that says something its revision, day and author."""
    signs = [_signs(state) for _, state in lines]
    revision, author = (max((cells(part[at]) for part in signs), default=0) for at in (0, 1))
    for (text, _), (first, second) in zip(lines, signs, strict=True):
        yield f"{padded(first, revision)} {padded(second, author)} │ {_source(text)}".rstrip()


def author_of(state: State) -> str:
    """The name of who made a state; "" for what is not saved."""
    return state.commit.author if state.commit else ""


def value_text(value: Any) -> str:  # noqa: ANN401 (plain YAML data)
    """A value as it is shown on a line."""
    if value is None:
        return say(NOT_RECORDED)
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, default=lambda number: float(str(number)))


def _signs(state: State | None) -> tuple[str, str]:
    if state is None:
        return "", ""
    return safe(told_state(State(state.commit, (), state.past))), safe(author_of(state))[:_AUTHOR]


_AUTHOR = 20
"""Signs of an author's name that stand beside a line."""


def _source(line: str) -> str:
    indent = line[: len(line) - len(line.lstrip(" "))]
    return indent + safe(line[len(indent) :])


def _row(
    item: Tenure, states: Sequence[State], *, names: bool, several: bool = False
) -> tuple[str, ...]:
    held = item.holding
    seat = held.role.rpartition(":")[2] if several else ""
    return (
        told_day(held.start) if held.start else say(NOT_RECORDED),
        _last_day(held),
        held.seat or seat,
        held.title.spoken if held.title else say(NOT_RECORDED),
        held.person,
        held.name if names else "",
        _decision(held.decision),
        told_state(states[item.introduced]),
    )


def _last_day(held: Holding) -> str:
    """The last day; an open end lasts as long as the group's term."""
    if held.end is None and held.term_end is not None:
        return say(TERM).format(paiva=told_day(held.term_end))
    return told_day(held.end) if held.end else say(OPEN)


def _notes(item: Tenure, states: Sequence[State], *, names: bool) -> Iterator[str]:
    for change in item.corrections:
        if change.field != "name" or names:
            yield _change(change, states)
    if item.removed is not None:
        yield say("poistettu tiedoista: {versio}").format(versio=told_state(states[item.removed]))


def _change(change: Correction, states: Sequence[State]) -> str:
    at = told_state(states[change.at])
    if change.field == END and change.old is None:
        told = say("päättyminen kirjattu: {versio}: {uusi}")
    else:
        told = say("korjattu: {versio}: {kentta}: {vanha} → {uusi}")
    return told.format(
        versio=at,
        kentta=say(FACTS[change.field]),
        vanha=_fact(change.old, change.field),
        uusi=_fact(change.new, change.field),
    )


def _fact(value: Any, name: str) -> str:  # noqa: ANN401 (any of a holding's facts)
    if value is None:
        return say(OPEN) if name == END else say(NOT_RECORDED)
    if isinstance(value, date):
        return told_day(value)
    if isinstance(value, Decision):
        return _decision(value)
    return value.spoken if isinstance(value, Words) else str(value)


def _decision(decision: Decision | None) -> str:
    """Who decided, when, under which section and case number, as far as it is recorded."""
    if decision is None:
        return say(NOT_RECORDED)
    parts = (
        decision.maker.spoken if decision.maker else "",
        told_day(decision.day) if decision.day else "",
        f"§ {decision.section}" if decision.section else "",
        decision.case,
    )
    return " ".join(part for part in parts if part) or say(NOT_RECORDED)


def _plain(held: Holding, *, names: bool) -> dict[str, Any]:
    found = {
        "group": held.group,
        "role": held.role,
        "seat": held.seat or None,
        "title": held.title.first if held.title else None,
        "person": held.person or None,
        "name": held.name or None,
        "from": held.start and held.start.isoformat(),
        "to": held.end and held.end.isoformat(),
        "term_ends": held.term_end and held.term_end.isoformat(),
        "decision": _plain_value(held.decision, "decision", names=names),
    }
    if not names:
        del found["name"]
    return found


def _plain_value(value: Any, name: str, *, names: bool) -> Any:  # noqa: ANN401
    if name == "name" and not names:
        return None
    if isinstance(value, Decision):
        return {
            "maker": value.maker.first if value.maker else None,
            "date": value.day and value.day.isoformat(),
            "section": value.section,
            "case": value.case or None,
        }
    if isinstance(value, Words):
        return value.first
    return value.isoformat() if isinstance(value, date) else value
