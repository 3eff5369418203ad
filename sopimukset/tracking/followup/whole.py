"""The follow-up of a group in a period, put together: all that a report shows.

Nothing here is typed by anyone as a result: everything follows from the record and a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sopimukset.base.periods import Period
from sopimukset.register.indicators import load_indicators
from sopimukset.tracking.followup.actions import ActionStatus, actions_on
from sopimukset.tracking.followup.attendance import Attendance, attendance
from sopimukset.tracking.followup.figures import NOT_RECORDED, Figure, FigureState
from sopimukset.tracking.followup.guarded import Guard, baseline, guard
from sopimukset.tracking.followup.indicators import (
    GoalLine,
    IndicatorTable,
    goal_lines,
    indicator_tables,
)
from sopimukset.tracking.followup.periods import Compared, Followed, compared, followed
from sopimukset.tracking.followup.risks import (
    CostLine,
    Passed,
    RiskLine,
    cost_lines,
    latest_risks,
    passed,
    risk_lines,
)
from sopimukset.tracking.followup.staff import StaffFollowed, staff_followed
from sopimukset.tracking.territory import authorities_by_municipality, municipalities
from sopimukset.tracking.yearly import treated_by
from sopimukset.tracking.youth import YouthStatus, youth_on

if TYPE_CHECKING:
    from sopimukset.model import Johtoryhma, Seuranta
    from sopimukset.register.indicators import Mittari
    from sopimukset.tracking.holdings import Holdings


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A group's follow-up of a period, as it stands on a day.

    Attributes:
        holdings: the region's folder.
        group: the group.
        day: the day on which it is looked at: actions and the youth service stand as on it.
        periods: the follow-up itself (`periods.now.item`) and those beside it.
        tables: the indicators in the catalogue's order.
        goals: the goals of the year.
        staff: agreed and at work.
        costs: against the budget.
        risks: from the gravest; those that have ended last.
        risks_of: the follow-up whose risks they are; a part of the period where that has none.
        actions: all actions of the group by the day.
        passed: the unended actions of the period's last day beside those of the previous period's:
            new, continuing, ended.
        attendance: at the meetings of the period.
        youth: the region's youth services whose authorities have municipalities in the group.
        treated: whether the group had treated the follow-up by the day: the only proof of
            evaluation (388/2024 2 § 2 mom).
        torn: the indicators with hidden figures of which parts are hidden because the recorded
            figures contradict one another, or aren't all there.
    """

    holdings: Holdings
    group: Johtoryhma
    day: date
    periods: Compared
    tables: tuple[IndicatorTable, ...]
    goals: tuple[GoalLine, ...]
    staff: StaffFollowed
    costs: tuple[CostLine, ...]
    risks: tuple[RiskLine, ...]
    risks_of: Followed
    actions: tuple[ActionStatus, ...]
    passed: tuple[Passed[ActionStatus], ...]
    attendance: Attendance
    youth: tuple[YouthStatus, ...]
    treated: bool
    torn: tuple[Mittari, ...] = ()

    @property
    def item(self) -> Seuranta:
        """The follow-up as recorded."""
        return self.periods.now.item

    @property
    def days(self) -> Period:
        """The period."""
        return self.periods.now.days

    def tables_of(self, ryhma: str) -> tuple[IndicatorTable, ...]:
        """The indicators of a group of the catalogue (`asiakasvirta`, `suunnitelmat` …).

        "" gives those that the catalogue doesn't know.
        """
        return tuple(
            item
            for item in self.tables
            if (item.indicator.ryhma if item.indicator else "") == ryhma
        )

    @property
    def states(self) -> frozenset[FigureState]:
        """Which states the figures of the indicators are in: some hidden, some faulty."""
        return frozenset().union(*(_states(table) for table in self.tables))


def follow_up(holdings: Holdings, item: Seuranta, day: date) -> FollowUp | None:
    """A group's follow-up as it stands on a day.

    Args:
        holdings: the region's folder.
        item: one of its follow-ups; which one a caller may ask of `newest`.
        day: what was recorded of later days doesn't count for actions, goals and treatment.

    Returns:
        None where the follow-up's period isn't recorded, or the record holds no such group.
    """
    group = next((one for one in holdings.alue.johtoryhmat if one.tunnus == item.johtoryhma), None)
    own = holdings.follow_ups_of(item.johtoryhma)
    periods = compared(own, item)
    if group is None or periods is None:
        return None
    parties = [party.tunnus for party in holdings.alue.osapuolet]
    guarded = group_guard(holdings, group)
    tables = indicator_tables(periods, guarded, group, day, parties)
    meetings = holdings.meetings_of(group.tunnus)
    risky = latest_risks(own, periods, day)
    return FollowUp(
        holdings,
        group,
        day,
        periods,
        tables,
        goal_lines(tables, periods, group, day, (followed(own), guarded)),
        staff_followed(holdings, group, periods),
        cost_lines(holdings, periods),
        risk_lines(risky),
        risky.now,
        actions_on(meetings, day),
        _passed(holdings, group, periods),
        attendance(group, meetings, periods.now.days),
        tuple(_youth(holdings, group, day)),
        treated_by(item, day, meetings),
        tuple(_torn(tables, guarded)),
    )


def _torn(tables: Iterable[IndicatorTable], guarded: Guard) -> Iterator[Mittari]:
    """The indicators that have a hidden figure, where not only its smallness may hide it."""
    for table in tables:
        item = table.indicator
        same = item.sama_kuin[0] if item and item.sama_kuin else None
        if item is not None and {table.key, same} & guarded.torn and _hides(table):
            yield item


def _hides(table: IndicatorTable) -> bool:
    return FigureState.HIDDEN in _states(table)


def _states(table: IndicatorTable) -> set[FigureState]:
    return {
        figure.state for line in table.lines for figure in (line.now, line.previous, line.last_year)
    }


def group_guard(holdings: Holdings, group: Johtoryhma) -> Guard:
    """What may not be published of any follow-up of a group."""
    authorities = authorities_of(holdings) if len(_authorities(holdings, group)) > 1 else {}
    return guard(followed(holdings.follow_ups_of(group.tunnus)), authorities)


def baselines(holdings: Holdings, group: Johtoryhma) -> dict[str, Figure]:
    """What may be published of the values from which a group's goals set out, by goal."""
    if not any(goal.mittari and goal.lahtotaso is not None for goal in group.tavoitteet):
        return {goal.tunnus: NOT_RECORDED for goal in group.tavoitteet}
    series, guarded = followed(holdings.follow_ups_of(group.tunnus)), group_guard(holdings, group)
    return {goal.tunnus: baseline(goal, series, guarded) for goal in group.tavoitteet}


def _authorities(holdings: Holdings, group: Johtoryhma) -> set[str]:
    """The parties of the authorities of a group's municipalities.

    Where there is but one, its values are the group's: municipalities then divide the group's own.
    """
    names = municipalities(group, holdings.alue.alue, holdings.register)
    return {
        party for name, party in authorities_of(holdings).items() if names is None or name in names
    }


def authorities_of(holdings: Holdings) -> dict[str, str]:
    """The party of the authority of each municipality, by its Finnish name."""
    return authorities_by_municipality(holdings.roles, holdings.register)


def missing_indicators(item: FollowUp) -> tuple[str, ...]:
    """Keys of the catalogue's indicators that the period has no value of: "ei kirjattu"."""
    told = {table.key for table in item.tables if table.whole.now.state.value != "not-recorded"}
    known = load_indicators().voimassa(item.days.end)
    return tuple(one.avain for one in known if one.avain not in told)


def _passed(
    holdings: Holdings, group: Johtoryhma, periods: Compared
) -> tuple[Passed[ActionStatus], ...]:
    meetings = holdings.meetings_of(group.tunnus)

    def unended(day: date) -> dict[str, ActionStatus]:
        """The group's actions that had not ended by a day, by their key."""
        return {one.key: one for one in actions_on(meetings, day) if one.unended}

    then = unended(periods.previous.days.end) if periods.previous else None
    return passed(unended(periods.now.days.end), then)


def _youth(holdings: Holdings, group: Johtoryhma, day: date) -> Iterator[YouthStatus]:
    own = _authorities(holdings, group)
    for status in youth_on(holdings, day):
        if not status.service.tyovoimaviranomaiset or own & set(
            status.service.tyovoimaviranomaiset
        ):
            yield status
