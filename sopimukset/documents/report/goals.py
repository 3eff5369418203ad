"""The goals of the year, each with what is known of how far it is (388/2024 2 § 1–2 mom)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from sopimukset.base.speech import mark
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import NOT_RECORDED, Pen
from sopimukset.formats.paper import Block, Column, Table, Text
from sopimukset.model import Tavoite
from sopimukset.register import load_indicators
from sopimukset.tracking.yearly import goals_of

NONE = mark(
    "Vuoden {vuosi} tavoitteita ei ole kirjattu. Johtoryhmä asettaa tavoitteet vuosittain ({saannos})."
)
BY_WORDS = mark("ei mittaria")
REACHED, NOT_REACHED = mark("saavutettu"), mark("ei saavutettu")
HALFWAY = mark("kesken")
PROVISION = "388/2024 2 § 1 mom"

Value = Callable[[str], str]
"""What a report prints of an indicator of the period, by its key."""


def told_goals(matter: Matter, pen: Pen, value: Value) -> Iterator[Block]:
    """The goals of the year in which the period ends."""
    goals = goals_of(matter.status.group, matter.year, matter.day)
    if not goals:
        yield Text(pen.tell(NONE, vuosi=matter.year, saannos=pen.cite(PROVISION)))
        return
    yield Table(
        pen.tell(mark("Vuoden {vuosi} tavoitteet"), vuosi=matter.year),
        (
            Column(pen.say("Tavoite"), 0.36),
            Column(pen.say("Mittari"), 0.2),
            Column(pen.say("Lähtötaso"), 0.11, "right"),
            Column(pen.say("Tavoitetaso"), 0.12, "right"),
            Column(pen.say("Toteuma"), 0.11, "right"),
            Column(pen.say("Asetettu"), 0.1),
        ),
        tuple(_row(item, pen, value) for item in goals),
    )


def _row(goal: Tavoite, pen: Pen, value: Value) -> tuple[str, ...]:
    agreed = goal.asetettu.pvm if goal.asetettu else None
    return (
        pen.text(goal.tavoite),
        indicator_name(goal.mittari, pen) or pen.say(BY_WORDS),
        _level(goal.lahtotaso, goal, pen),
        _level(goal.tavoitetaso, goal, pen),
        value(goal.mittari) if goal.mittari else "–",
        pen.day(agreed) if agreed else pen.say(NOT_RECORDED),
    )


def _level(level: Decimal | None, goal: Tavoite, pen: Pen) -> str:
    return "–" if level is None and not goal.mittari else pen.amount(level)


def indicator_name(key: str | None, pen: Pen) -> str:
    """An indicator's name; its key where the catalogue doesn't know it, "" without one."""
    if not key:
        return ""
    found = load_indicators().mittari(key)
    return found.nimi.kielella(pen.language) if found else key
