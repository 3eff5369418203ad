"""The tables as a sheet of paper holds them: fewer columns, none of what they say left out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sopimukset.base.speech import mark
from sopimukset.documents.nation import words
from sopimukset.documents.nation.sheets import Row, Told
from sopimukset.formats.tables.writing import Sheet, Value
from sopimukset.tracking.nation.knowledge import Knowledge

VALIDITY = mark("Voimassa")
TERM = mark("Toimikausi (päättyy)")
SETTING = mark("Asettamispäätös")
DECIDED = mark("Viimeisin päätös")


def joined(sheet: Sheet, at: int, head: str, write: Callable[[Value, Value], Value]) -> Sheet:
    """The table with two neighbouring columns as one.

    Args:
        sheet: the table.
        at: the number of the first of the two, from 0.
        head: of the new column.
        write: makes one cell of two.
    """

    def row(cells: Row) -> Row:
        """The row with one cell less."""
        return (*cells[:at], write(cells[at], cells[at + 1]), *cells[at + 2 :])

    heads = (*sheet.heads[:at], head, *sheet.heads[at + 2 :])
    return Sheet(sheet.name, heads, tuple(map(row, sheet.rows)))


def marked(told: Told, sheet: Sheet, at: int = 0) -> Sheet:
    """The region with its state behind it: «Lapin hyvinvointialue (esimerkki)».

    What is recorded and binds needs no mark.
    """
    plain = told.voice.say(words.KNOWLEDGE[Knowledge.KNOWN])

    def write(name: Value, state: Value) -> Value:
        """The name, and the state in brackets."""
        return name if state in (plain, "") else f"{name} ({state})"

    return joined(sheet, at, sheet.heads[at], write)


def groups(told: Told, sheet: Sheet) -> Sheet:
    """The groups: where a term stands and when it ends are one column."""

    def write(state: Value, end: Value) -> Value:
        """The state, and the last day in brackets."""
        return f"{state} ({told.voice.day(end)})" if isinstance(end, date) else state

    shown = joined(marked(told, sheet), 9, told.voice.say(TERM), write)
    return sourced(shown, 10, told.voice.say(SETTING))


def agreements(told: Told, sheet: Sheet) -> Sheet:
    """The agreements: own name and kind are one column, their first and last day another."""

    def name(own: Value, kind: Value) -> Value:
        """The name of its own with the kind in brackets, else the kind."""
        return f"{own} ({kind})" if own else kind

    def write(start: Value, end: Value) -> Value:
        """The days as a period, open where it has no end."""
        if not isinstance(start, date):
            return None
        last = told.voice.day(end) if isinstance(end, date) else ""
        return f"{told.voice.day(start)}–{last}"

    named = joined(marked(told, sheet), 1, sheet.heads[2], name)
    shown = joined(named, 4, told.voice.say(VALIDITY), write)
    return sourced(shown, 8, told.voice.say(DECIDED))


def goals(told: Told, sheet: Sheet) -> Sheet:
    """The goals: the day and the section of the meeting that set one are one column."""
    return sourced(marked(told, sheet), 8, sheet.heads[9])


def sourced(sheet: Sheet, at: int, head: str) -> Sheet:
    """The table with a row's day and its source as one column: a source on paper has its day."""
    return joined(sheet, at, head, lambda _day, source: source)
