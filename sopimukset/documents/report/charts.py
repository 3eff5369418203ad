"""The report's charts, each with a table that says the same in figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from sopimukset.base.periods import Period
from sopimukset.base.speech import mark
from sopimukset.documents.report.beside import HIDDEN, comparable, figure, period_name
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import NOT_RECORDED, Pen
from sopimukset.formats.figures.bars import BarRow, bar_rows
from sopimukset.formats.figures.drawing import Drawing
from sopimukset.formats.figures.panels import panel_width, panels
from sopimukset.formats.figures.trend import Period as Stage
from sopimukset.formats.figures.trend import TrendWords, trend
from sopimukset.formats.paper import Block, Column, Figure, Table
from sopimukset.tracking.followup import Figure as FigureTold
from sopimukset.tracking.followup import FigureState, IndicatorTable, StaffSum
from sopimukset.tracking.followup.periods import a_year_earlier

T = TypeVar("T")
MOST_PERIODS = 6
"""How many periods a chart and its table go back."""

MOST_CHARTS, IN_A_ROW = 4, 2
HEIGHT = 62.0

AGREED, REALISED = mark("sovittu"), mark("toteutunut")
VALUE, BEFORE, TARGET = mark("jakson arvo"), mark("vuotta aiemmin"), mark("tavoite")
STAFF_CAPTION = mark("Henkilöstö osapuolittain, {yksikko}: sovittu ja toteutunut")
STAFF_TREND = mark("Toteutunut henkilöstö jaksoittain, {yksikko}: sovittu tavoitteena")
TREND = mark("Kehitys jaksoittain: {asiat}")
BARS = mark(
    "Kaavio näyttää vaakapalkkeina, paljonko henkilöstöä kukin osapuoli on luvannut ja paljonko "
    "sitä on ollut työssä. Samat luvut ovat viereisessä taulukossa."
)
STAGES = mark(
    "Kaavio näyttää pylväinä, miten arvot ovat kehittyneet jaksosta toiseen. Kaikki luvut ovat "
    "viereisessä taulukossa. Ensimmäinen ja viimeinen jakso:"
)
TREND_TABLE = mark("Kehitys jaksoittain lukuina")


def party_bars(matter: Matter, pen: Pen) -> Iterator[Block]:
    """Agreed and realised by party, a chart for each unit; its table is the staff's own."""
    parties = matter.follow.staff.parties
    for unit in dict.fromkeys(item.unit for item in parties):
        own = [item for item in parties if item.unit == unit]
        rows = [
            BarRow(_party(item, pen), (_number(item.now.agreed), _number(item.now.realised)))
            for item in own
        ]
        series = (pen.say(AGREED), pen.say(REALISED))
        drawing = bar_rows(rows, series, missing=pen.say(NOT_RECORDED))
        told = "; ".join(
            f"{_party(item, pen)}: {pen.say(AGREED)} {pen.amount(item.now.agreed)}, "
            f"{pen.say(REALISED)} {pen.amount(item.now.realised)}"
            for item in own
        )
        yield Figure(
            pen.tell(STAFF_CAPTION, yksikko=pen.unit(unit)), drawing, f"{pen.say(BARS)} {told}."
        )


def _party(item: StaffSum, pen: Pen) -> str:
    return pen.party(item.key if isinstance(item.key, str) else None)


def staff_trend(matter: Matter, pen: Pen) -> Iterator[Block]:
    """The whole staff at work by period, and the agreed one as a table and a target."""
    for item in matter.follow.staff.totals:
        points = item.history[-MOST_PERIODS:]
        if len(points) < 2:
            continue
        former: dict[Period | None, Decimal | None] = {
            point.days: point.realised for point in item.history
        }
        columns = [
            Stage(
                _name(matter, point.days, pen),
                _number(point.realised),
                _number(former.get(_before(matter, point.days))),
            )
            for point in points
        ]
        drawing = trend(columns, _words(pen), target=_number(points[-1].agreed), height=HEIGHT + 20)
        caption = pen.tell(STAFF_TREND, yksikko=pen.unit(item.unit))
        told = "; ".join(
            f"{column.name} {pen.amount(point.realised)}"
            for column, point in _ends(list(zip(columns, points, strict=True)))
        )
        yield Figure(caption, drawing, f"{pen.say(STAGES)} {told}.")
        rows = (
            (pen.say(AGREED), *(pen.amount(point.agreed) for point in points)),
            (pen.say(REALISED), *(pen.amount(point.realised) for point in points)),
        )
        yield _periods_table(pen, [column.name for column in columns], rows)


def indicator_trends(tables: Sequence[IndicatorTable], matter: Matter, pen: Pen) -> Iterator[Block]:
    """The indicators of which at least two periods are told: small charts and their table."""
    chosen = _chosen(tables)
    if not chosen:
        return
    names = [_name(matter, days, pen) for days, _ in chosen[0].whole.history[-MOST_PERIODS:]]
    rows = [
        (_title(table, pen), *(figure(one, pen) for _, one in _recent(table))) for table in chosen
    ]
    columns = min(len(chosen), IN_A_ROW)
    for first in range(0, len(chosen), columns):
        told = list(zip(chosen, rows, strict=True))[first : first + columns]
        yield _row_of_charts(told, columns, names, matter, pen)
    yield _periods_table(pen, names, rows)


def _chosen(tables: Sequence[IndicatorTable]) -> list[IndicatorTable]:
    """The first ones that tell of two periods; none whose figures another one has shown."""
    told: dict[tuple[Decimal | None, ...], IndicatorTable] = {}
    for table in filter(_charted, tables):
        told.setdefault(tuple(one.value for _, one in _recent(table)), table)
    return list(told.values())[:MOST_CHARTS]


def _row_of_charts(
    told: Sequence[tuple[IndicatorTable, tuple[str, ...]]],
    columns: int,
    names: Sequence[str],
    matter: Matter,
    pen: Pen,
) -> Figure:
    """Charts beside each other: a figure of several rows, which no page divides, leaves holes."""
    wide = panel_width(columns)
    titles = [title for _, (title, *_) in told]
    drawings = [_trend(table, matter, pen, wide) for table, _ in told]
    sheet = panels(list(zip(titles, drawings, strict=True)), columns)
    ends = "; ".join(_told(row, names) for _, row in told)
    return Figure(pen.tell(TREND, asiat="; ".join(titles)), sheet, f"{pen.say(STAGES)} {ends}.")


def _recent(table: IndicatorTable) -> Sequence[tuple[Period, FigureTold]]:
    """The periods that charts go back to."""
    return table.whole.history[-MOST_PERIODS:]


def _told(row: tuple[str, ...], names: Sequence[str]) -> str:
    name, *values = row
    pairs = ", ".join(
        f"{period} {value}" for period, value in _ends(list(zip(names, values, strict=True)))
    )
    return f"{name}: {pairs}"


def _ends(items: Sequence[T]) -> Sequence[T]:
    """The first and the last: the table beside a chart tells them all."""
    return (items[0], items[-1])


def _charted(table: IndicatorTable) -> bool:
    shown = [one for _, one in _recent(table) if one.shown]
    return table.indicator is not None and len(shown) > 1


def _title(table: IndicatorTable, pen: Pen) -> str:
    return table.indicator.nimi.kielella(pen.language) if table.indicator else table.key


def _trend(table: IndicatorTable, matter: Matter, pen: Pen, wide: float) -> Drawing:
    former: dict[Period | None, FigureTold] = dict(table.whole.history)
    columns = [
        Stage(
            _name(matter, days, pen),
            _number(one.value),
            _number(before.value) if (before := former.get(_before(matter, days))) else None,
            hidden=one.state in (FigureState.HIDDEN, FigureState.FAULTY),
        )
        for days, one in _recent(table)
    ]
    target = _number(table.whole.target) if comparable(table.whole, matter) else None
    return trend(columns, _words(pen), target=target, width=wide, height=HEIGHT)


def _before(matter: Matter, days: Period) -> Period | None:
    """The same days a year earlier; of years none, since the year before stands beside."""
    return None if matter.of_year else a_year_earlier(days)


def _periods_table(pen: Pen, names: Sequence[str], rows: Sequence[tuple[str, ...]]) -> Table:
    share = 0.64 / len(names)
    return Table(
        pen.say(TREND_TABLE),
        (
            Column(pen.say("Mittari"), 0.36),
            *(Column(name, share, "right") for name in names),
        ),
        tuple(rows),
    )


def _name(matter: Matter, days: Period, pen: Pen) -> str:
    return next(period_name(one, pen) for one in matter.periods.series if one.days == days)


def _words(pen: Pen) -> TrendWords:
    return TrendWords(
        pen.say(VALUE), pen.say(BEFORE), pen.say(TARGET), pen.say(NOT_RECORDED), pen.say(HIDDEN)
    )


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
