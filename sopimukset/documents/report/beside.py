"""How a figure stands beside the previous period and the same one a year earlier."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal

from sopimukset.base.periods import Period, covers
from sopimukset.base.speech import mark
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import NOT_RECORDED, Pen
from sopimukset.formats.paper import Block, Column, Text
from sopimukset.tracking.followup import Figure, Followed, IndicatorLine
from sopimukset.tracking.followup.figures import FigureState
from sopimukset.tracking.followup.periods import months_of

MONTHS_OF_YEAR = 12
NO_PERIOD = "–"
"""Stands where there is no period to compare with: that one isn't recorded is said once."""

HIDDEN = mark("ei esitetä")
HIDDEN_NOTE = mark(
    "ei esitetä: luku on 1–4, tai siitä voisi laskea sellaisen luvun. Rajan on valinnut tämä "
    "ohjelma; laki ei säädä siitä."
)
FAULTY = mark("tarkista")
FAULTY_NOTE = mark(
    "Tarkista: kirjattu luku ei ole mittarin rajoissa, joten sitä ei esitetä eikä verrata."
)
TORN = mark(
    "Näiden mittarien kirjatut luvut ovat ristiriidassa keskenään tai osittain kirjaamatta, joten "
    "niiden osia ei esitetä: {mittarit}."
)
COMPARED = mark("Vertailu: edellinen jakso {edellinen}; sama jakso vuotta aiemmin {vuosi}.")
COMPARED_ONE = mark("Vertailu: edellinen jakso {edellinen}.")
NONE = mark("Viiva: samanpituista vertailujaksoa ei ole kirjattu.")


def figure(item: Figure, pen: Pen) -> str:
    """A figure, or why there is none."""
    if item.state is FigureState.HIDDEN:
        return pen.say(HIDDEN)
    if item.state is FigureState.FAULTY:
        return pen.say(FAULTY)
    return pen.amount(item.value)


def pair_columns(matter: Matter, pen: Pen, previous: float, year: float) -> tuple[Column, ...]:
    """The columns of what figures are set beside, with their shares of the width.

    Of a whole year the previous period is that of the year before: one column tells it.
    """
    if matter.of_year:
        return (Column(pen.say("Edellinen jakso"), previous + year, "right"),)
    return (
        Column(pen.say("Edellinen jakso"), previous, "right"),
        Column(pen.say("Vuotta aiemmin"), year, "right"),
    )


def pair(line: IndicatorLine, matter: Matter, pen: Pen) -> tuple[str, ...]:
    """The cells of an indicator in the columns of what it is set beside."""
    figures = zip((line.previous, line.last_year), matter.beside, strict=False)
    return tuple(NO_PERIOD if one is None else figure(item, pen) for item, one in figures)


def amounts(
    previous: Decimal | None, last_year: Decimal | None, matter: Matter, pen: Pen
) -> tuple[str, ...]:
    """The cells of amounts in the columns of what they are set beside."""
    values = zip((previous, last_year), matter.beside, strict=False)
    return tuple(NO_PERIOD if one is None else pen.amount(value) for value, one in values)


def comparable(line: IndicatorLine, matter: Matter) -> bool:
    """Whether the period's figure may stand beside a target, which is the year's.

    A count that runs over the year may not before the year is told whole.
    """
    running = line.indicator is not None and line.indicator.kertyva
    return not running or months_of(matter.days) == MONTHS_OF_YEAR


def of_year(line: IndicatorLine, matter: Matter) -> Decimal | None:
    """A running count of the whole calendar year, added up of its periods; None where they lack.

    Only figures that are shown are added, and only where they cover the year without a gap.
    """
    if not is_told_whole(line, matter):
        return None
    values = [one.value for _, one in _in_year(line, matter)]
    known = [value for value in values if value is not None]
    return sum(known, Decimal()) if len(known) == len(values) else None


def is_told_whole(line: IndicatorLine, matter: Matter) -> bool:
    """Whether the periods up to the reported one leave no day of the calendar year out."""
    return covers(_year(matter), [days for days, _ in _in_year(line, matter)])


def _in_year(line: IndicatorLine, matter: Matter) -> list[tuple[Period, Figure]]:
    year = _year(matter)
    return [(days, one) for days, one in line.history if days.intersection(year) == days]


def _year(matter: Matter) -> Period:
    return Period(date(matter.year, 1, 1), date(matter.year, 12, 31))


def period_name(item: Followed, pen: Pen) -> str:
    """A period as its group calls it, else its days."""
    return item.item.seurantajakso.nimi or pen.days(item.days)


def told_comparison(matter: Matter, pen: Pen, states: Collection[FigureState]) -> Iterator[Block]:
    """Which periods stand beside the figures, and what a dash and other words for a figure mean.

    Args:
        matter: what is told.
        pen: writes it.
        states: in which the figures are.
    """
    names = [period_name(one, pen) if one else pen.say(NOT_RECORDED) for one in matter.beside]
    sentence = COMPARED_ONE if matter.of_year else COMPARED
    told = [pen.tell(sentence, edellinen=names[0], vuosi=names[-1])]
    if None in matter.beside:
        told.append(pen.say(NONE))
    hides = FigureState.HIDDEN in states
    if hides and matter.follow.torn:
        names = [named.nimi.kielella(pen.language) for named in matter.follow.torn]
        told.append(pen.tell(TORN, mittarit="; ".join(names)))
    if hides:
        note = pen.say(HIDDEN_NOTE)
        told.append(f"{note[:1].upper()}{note[1:]}")
    if FigureState.FAULTY in states:
        told.append(pen.say(FAULTY_NOTE))
    yield Text(" ".join(told), "small")
