"""How a figure stands beside the previous period and the same one a year earlier."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sopimukset.base.speech import mark
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import NOT_RECORDED, Pen
from sopimukset.formats.paper import Block, Text
from sopimukset.tracking.followup import Figure, Followed
from sopimukset.tracking.followup.figures import FigureState

NO_PERIOD = "–"
"""Stands where there is no period to compare with: that one isn't recorded is said once."""

HIDDEN = mark("ei esitetä")
HIDDEN_NOTE = mark(
    "ei esitetä: luku on 1–4, tai siitä voisi laskea sellaisen luvun. Rajan on valinnut tämä "
    "ohjelma; laki ei säädä siitä."
)
COMPARED = mark("Vertailu: edellinen jakso {edellinen}; sama jakso vuotta aiemmin {vuosi}.")
NONE = mark("Viiva: samanpituista vertailujaksoa ei ole kirjattu.")


def figure(item: Figure, pen: Pen) -> str:
    """A figure, or why there is none."""
    if item.state is FigureState.HIDDEN:
        return pen.say(HIDDEN)
    return pen.amount(item.value)


def beside(item: Figure, period: Followed | None, pen: Pen) -> str:
    """A figure of a period that is compared with."""
    return NO_PERIOD if period is None else figure(item, pen)


def amount(value: Decimal | None, period: Followed | None, pen: Pen) -> str:
    """An amount of a period that is compared with."""
    return NO_PERIOD if period is None else pen.amount(value)


def period_name(item: Followed, pen: Pen) -> str:
    """A period as its group calls it, else its days."""
    return item.item.seurantajakso.nimi or pen.days(item.days)


def told_comparison(matter: Matter, pen: Pen) -> Iterator[Block]:
    """Which periods stand beside the figures, and what a dash and a hidden figure mean."""
    beside = (matter.periods.previous, matter.periods.last_year)
    names = [period_name(one, pen) if one else pen.say(NOT_RECORDED) for one in beside]
    told = [pen.tell(COMPARED, edellinen=names[0], vuosi=names[1])]
    if None in beside:
        told.append(pen.say(NONE))
    if matter.follow.hides:
        note = pen.say(HIDDEN_NOTE)
        told.append(f"{note[:1].upper()}{note[1:]}")
    yield Text(" ".join(told), "small")
