"""The values of indicators in a period, beside the previous one, last year's and the target."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from sopimukset.base.periods import Period
from sopimukset.register.indicators import load_indicators
from sopimukset.statutes.citations import parse_viite
from sopimukset.statutes.unread import unread_amendments
from sopimukset.tracking.followup.cells import Place
from sopimukset.tracking.followup.figures import (
    NOT_RECORDED,
    Figure,
    Goal,
    Verdict,
    change,
    reached,
    verdict,
)
from sopimukset.tracking.followup.guarded import Guard, baseline
from sopimukset.tracking.followup.periods import Compared, Followed
from sopimukset.tracking.yearly import goals_of

if TYPE_CHECKING:
    from datetime import date

    from sopimukset.model import Johtoryhma, Tavoite, Teksti
    from sopimukset.model.seuranta import Mittariarvo
    from sopimukset.register.indicators import Mittari


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """A value with what it is set beside.

    Attributes:
        key: the indicator's key.
        indicator: as the catalogue knows it at the period's end; None where it doesn't: then
            there is neither name nor direction.
        place: the class, authority and municipality that it is of; all None for the group's whole.
        now: the period's figure; where it isn't recorded, that of the indicator that counts the
            same people (`sama_kuin`).
        previous: that of the previous period of the same length.
        last_year: that of the same days a year earlier.
        to_previous, to_last_year: what the difference means.
        goal: the year's goal that names the indicator; None without one, and of a part.
        met: whether the goal's target is reached.
        history: the figures of the periods of the same length up to this one, for a trend.
        source, note: as recorded with the value.
    """

    key: str
    indicator: Mittari | None
    place: Place
    now: Figure
    previous: Figure
    last_year: Figure
    to_previous: Verdict
    to_last_year: Verdict
    goal: Tavoite | None = None
    met: Goal = Goal.UNKNOWN
    history: tuple[tuple[Period, Figure], ...] = ()
    source: str | None = None
    note: Teksti | None = None

    @property
    def target(self) -> Decimal | None:
        """The value that the goal aims at."""
        return self.goal.tavoitetaso if self.goal else None

    @property
    def since_previous(self) -> Decimal | None:
        """By how much it is greater than in the previous period."""
        return change(self.now, self.previous)

    @property
    def since_last_year(self) -> Decimal | None:
        """By how much it is greater than a year earlier."""
        return change(self.now, self.last_year)


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """An indicator with its parts.

    Attributes:
        key: the indicator's key.
        indicator: as the catalogue knows it; None where it doesn't.
        whole: the group's value; where it isn't recorded its figures say so.
        classes: by class, in the catalogue's order.
        authorities: by authority, in the order of the region's parties.
        municipalities: by municipality.
        rest: the values that are of several of these at once, such as a class of an authority.
        to_check: the provision that the indicator tells of, where an amendment that nobody has
            read may have changed it before the period ended ("tarkista"); "" otherwise.
    """

    key: str
    indicator: Mittari | None
    whole: IndicatorLine
    classes: tuple[IndicatorLine, ...] = ()
    authorities: tuple[IndicatorLine, ...] = ()
    municipalities: tuple[IndicatorLine, ...] = ()
    rest: tuple[IndicatorLine, ...] = ()
    to_check: str = ""

    @property
    def lines(self) -> tuple[IndicatorLine, ...]:
        """The whole and all parts."""
        parts = (*self.classes, *self.authorities, *self.municipalities, *self.rest)
        return (self.whole, *parts)


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal of the period's year.

    Attributes:
        goal: as recorded.
        line: the value of its indicator; None where it names none.
        met: whether its target is reached, by the period's figure.
        baseline: what may be published of the value from which it sets out.
    """

    goal: Tavoite
    line: IndicatorLine | None
    met: Goal
    baseline: Figure


Rows = Mapping[tuple[str, Place], "Mittariarvo"]


def indicator_tables(
    periods: Compared, guard: Guard, group: Johtoryhma, day: date, parties: Sequence[str] = ()
) -> tuple[IndicatorTable, ...]:
    """The indicators of a period in the catalogue's order, then those that it doesn't know.

    An indicator is there that has a value in the period, or in one that it is compared with, or a
    goal of the year.

    Args:
        periods: the follow-up and those beside it.
        guard: what may not be published.
        group: whose goals count.
        day: goals that were set after it are left out.
        parties: the identifiers of the region's parties in their order.
    """
    tables = _Tables(periods, guard, _goals(periods.now, group, day))
    return tuple(tables.table(key, parties) for key in _ordered(tables.keys()))


def goal_lines(
    tables: Iterable[IndicatorTable],
    periods: Compared,
    group: Johtoryhma,
    day: date,
    known: tuple[Sequence[Followed], Guard],
) -> tuple[GoalLine, ...]:
    """The goals of the year in which a period ends, in the record's order.

    Args:
        tables: the indicators' figures.
        periods: the follow-up and those beside it.
        group: whose goals they are.
        day: goals that were set after it are left out.
        known: all follow-ups of the group, and what may not be published of them.
    """
    whole = {item.key: item.whole for item in tables}
    lines = []
    for goal in goals_of(group, periods.now.days.end.year, day):
        line = whole.get(goal.mittari or "")
        direction = line.indicator.suunta if line and line.indicator else None
        met = reached(line.now, goal.tavoitetaso, direction) if line else Goal.UNKNOWN
        lines.append(GoalLine(goal, line, met, baseline(goal, *known)))
    return tuple(lines)


def _goals(now: Followed, group: Johtoryhma, day: date) -> dict[str, Tavoite]:
    """The goal of each indicator; of several of one year the first."""
    found: dict[str, Tavoite] = {}
    for goal in goals_of(group, now.days.end.year, day):
        if goal.mittari:
            found.setdefault(goal.mittari, goal)
    return found


def _ordered(keys: Iterable[str]) -> list[str]:
    known = {key: place for place, key in enumerate(load_indicators().avaimet)}
    return sorted(keys, key=lambda key: (known.get(key, len(known)), key))


class _Tables:
    """Puts the values of several periods side by side."""

    def __init__(self, periods: Compared, guard: Guard, goals: Mapping[str, Tavoite]) -> None:
        self._periods = periods
        self._guard = guard
        self._goals = goals
        self._rows = {id(one): self._by_place(one) for one in periods.series}
        beside = [one for one in (periods.previous, periods.last_year) if one is not None]
        self._beside = [self._rows[id(one)] for one in (periods.now, *beside)]

    def keys(self) -> set[str]:
        """Keys of the indicators that some period or goal has."""
        return {key for rows in self._beside for key, _ in rows} | set(self._goals)

    def table(self, key: str, parties: Sequence[str]) -> IndicatorTable:
        """An indicator's figures: the group's own, then by class, authority and municipality.

        Args:
            key: the indicator's.
            parties: in the order in which their rows stand.
        """
        indicator = load_indicators().mittari(key, self._periods.now.days.end)
        places = {place for rows in self._beside for own, place in rows if own == key} - {Place()}
        ordered = sorted(places, key=lambda place: _order(place, indicator, parties))
        lines = [self.line(key, indicator, place) for place in ordered]
        return IndicatorTable(
            key,
            indicator,
            self.line(key, indicator, Place()),
            tuple(line for line in lines if _only(line.place, "luokka")),
            tuple(line for line in lines if _only(line.place, "viranomainen")),
            tuple(line for line in lines if line.place.kunta and not line.place.luokka),
            tuple(line for line in lines if line.place.luokka and not _only(line.place, "luokka")),
            _to_check(indicator, self._periods.now.days.end),
        )

    def line(self, key: str, indicator: Mittari | None, place: Place) -> IndicatorLine:
        """One figure beside those of earlier periods, with its direction and goal.

        Args:
            key: the indicator's.
            indicator: as the catalogue has it; None for one that it doesn't know.
            place: what the figure is of.
        """
        now, previous, last_year = (
            self._figure(one, key, place)
            for one in (self._periods.now, self._periods.previous, self._periods.last_year)
        )
        direction = indicator.suunta if indicator else None
        goal = self._goals.get(key) if place == Place() else None
        row = self._rows[id(self._periods.now)].get((key, place))
        return IndicatorLine(
            key,
            indicator,
            place,
            now,
            previous,
            last_year,
            verdict(now, previous, direction),
            verdict(now, last_year, direction),
            goal,
            reached(now, goal.tavoitetaso if goal else None, direction),
            tuple((one.days, self._figure(one, key, place)) for one in self._periods.series),
            row.lahde if row else None,
            row.selite if row else None,
        )

    def _figure(self, one: Followed | None, key: str, place: Place) -> Figure:
        if one is None:
            return NOT_RECORDED
        rows = self._rows[id(one)]
        row = rows.get((key, place)) or rows.get(_same(key, place, one.days.end))
        return self._guard.figure(row, one.days)

    def _by_place(self, one: Followed) -> Rows:
        """The rows of a follow-up; of a value that is recorded twice the first."""
        found: dict[tuple[str, Place], Mittariarvo] = {}
        for row in one.item.mittarit:
            if row.mittari:
                found.setdefault((row.mittari, self._guard.place(row)), row)
        return found


def _same(key: str, place: Place, day: date) -> tuple[str, Place]:
    """Where else the catalogue has the same people counted; the place itself where nowhere."""
    item = load_indicators().mittari(key, day)
    if item is None or item.sama_kuin is None or place.luokka is not None:
        return key, place
    return item.sama_kuin[0], place._replace(luokka=item.sama_kuin[1])


def _only(place: Place, name: str) -> bool:
    return place == Place(**{name: getattr(place, name)})


def _order(
    place: Place, indicator: Mittari | None, parties: Sequence[str]
) -> tuple[int, str, int, str, str]:
    classes = indicator.luokat if indicator else ()
    return (
        *_position(place.viranomainen, parties),
        *_position(place.luokka, classes),
        place.kunta or "",
    )


def _position(key: str | None, known: Sequence[str]) -> tuple[int, str]:
    if key is None:
        return -1, ""
    return (known.index(key), "") if key in known else (len(known), key)


def _to_check(indicator: Mittari | None, end: date) -> str:
    if indicator is None or not indicator.saannos:
        return ""
    viite = parse_viite(indicator.saannos)
    unread = any(item.alkaen <= end and item.koskee(viite) for item in unread_amendments())
    return indicator.saannos if unread else ""
