"""The goals of the year, each with what is known of how far it is (388/2024 2 § 1–2 mom)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType

from sopimukset.base.speech import mark
from sopimukset.documents.report.beside import figure
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import Pen
from sopimukset.formats.paper import Block, Column, Table, Text
from sopimukset.register import load_indicators
from sopimukset.tracking.followup import Goal, GoalLine

NONE = mark(
    "Vuoden {vuosi} tavoitteita ei ole kirjattu. Johtoryhmä asettaa tavoitteet vuosittain "
    "({saannos})."
)
PROVISION = "388/2024 2 § 1 mom"
WORDS_ONLY = mark("ei mittaria")
MET = MappingProxyType(
    {
        Goal.REACHED: mark("saavutettu"),
        Goal.NOT_REACHED: mark("ei saavutettu"),
        Goal.UNKNOWN: mark("ei pääteltävissä"),
    }
)


def told_goals(matter: Matter, pen: Pen) -> Iterator[Block]:
    """The goals of the year in which the period ends."""
    goals = matter.follow.goals
    if not goals:
        yield Text(pen.tell(NONE, vuosi=matter.year, saannos=pen.cite(PROVISION)))
        return
    yield Table(
        pen.tell(mark("Vuoden {vuosi} tavoitteet"), vuosi=matter.year),
        (
            Column(pen.say("Tavoite"), 0.33),
            Column(pen.say("Mittari"), 0.2),
            Column(pen.say("Lähtötaso"), 0.11, "right"),
            Column(pen.say("Tavoitetaso"), 0.12, "right"),
            Column(pen.say("Toteuma"), 0.1, "right"),
            Column(pen.say("Tilanne"), 0.14),
        ),
        tuple(_row(item, pen) for item in goals),
    )


def _row(item: GoalLine, pen: Pen) -> tuple[str, ...]:
    goal = item.goal
    return (
        pen.text(goal.tavoite),
        indicator_name(goal.mittari, pen) or pen.say(WORDS_ONLY),
        _level(goal.lahtotaso, item, pen),
        _level(goal.tavoitetaso, item, pen),
        figure(item.line.now, pen) if item.line else "–",
        pen.say(MET[item.met]),
    )


def _level(level: Decimal | None, item: GoalLine, pen: Pen) -> str:
    return "–" if level is None and not item.goal.mittari else pen.amount(level)


def indicator_name(key: str | None, pen: Pen) -> str:
    """An indicator's name; its key where the catalogue doesn't know it, "" without one."""
    if not key:
        return ""
    found = load_indicators().mittari(key)
    return found.nimi.kielella(pen.language) if found else key
