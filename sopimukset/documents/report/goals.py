"""The goals of the year, each with what is known of how far it is (388/2024 2 § 1–2 mom)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType

from sopimukset.base.speech import mark
from sopimukset.documents.report.beside import comparable, figure, is_told_whole, of_year
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import Pen
from sopimukset.formats.paper import Block, Column, Table, Text
from sopimukset.register import load_indicators
from sopimukset.tracking.followup import Figure, FigureState, Goal, GoalLine
from sopimukset.tracking.followup.figures import reached

NONE = mark(
    "Vuoden {vuosi} tavoitteita ei ole kirjattu. Johtoryhmä asettaa tavoitteet vuosittain "
    "({saannos})."
)
PROVISION = "388/2024 2 § 1 mom"
WORDS_ONLY = mark("ei mittaria")
UNFINISHED, NOT_YET = mark("vuosi kesken"), mark("ei vielä")
OF_YEAR = mark("{maara} (vuosi)")
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
        tuple(_row(item, matter, pen) for item in goals),
    )


def _row(item: GoalLine, matter: Matter, pen: Pen) -> tuple[str, ...]:
    goal = item.goal
    return (
        pen.text(goal.tavoite),
        indicator_name(goal.mittari, pen) or pen.say(WORDS_ONLY),
        figure(item.baseline, pen) if goal.mittari else _level(goal.lahtotaso, item, pen),
        _level(goal.tavoitetaso, item, pen),
        *outcome(item, matter, pen),
    )


def outcome(item: GoalLine, matter: Matter, pen: Pen) -> tuple[str, str]:
    """The figure that stands beside the goal, and whether it is where it was wanted.

    A count that runs over the year is added up of the year's periods; until they are all told, it
    isn't judged. Until the year is over, its goal may still be reached.
    """
    if item.line is None:
        return "–", _met(item.met, matter, pen)
    if comparable(item.line, matter):
        return figure(item.line.now, pen), _met(item.met, matter, pen)
    whole = of_year(item.line, matter)
    if whole is None:
        told = is_told_whole(item.line, matter)  # then some figure of the year is hidden
        return figure(item.line.now, pen), pen.say(MET[Goal.UNKNOWN] if told else UNFINISHED)
    direction = item.line.indicator.suunta if item.line.indicator else None
    met = reached(Figure(FigureState.SHOWN, whole), item.goal.tavoitetaso, direction)
    return pen.tell(OF_YEAR, maara=pen.amount(whole)), _met(met, matter, pen)


def _met(met: Goal, matter: Matter, pen: Pen) -> str:
    return pen.say(NOT_YET if met is Goal.NOT_REACHED and matter.year_unfinished else MET[met])


def _level(level: Decimal | None, item: GoalLine, pen: Pen) -> str:
    return "–" if level is None and not item.goal.mittari else pen.amount(level)


def indicator_name(key: str | None, pen: Pen) -> str:
    """An indicator's name; its key where the catalogue doesn't know it, "" without one."""
    if not key:
        return ""
    found = load_indicators().mittari(key)
    return found.nimi.kielella(pen.language) if found else key
