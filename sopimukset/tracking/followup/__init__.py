"""Follow-up of a group: figures, goals, staff, costs, risks, actions and attendance of a period.

`follow_up` puts it all together from a region's folder, one of its follow-ups and a day; `newest`
tells which follow-up is the latest on a day. Small counts of people aren't in the result at all.
"""

from __future__ import annotations

from sopimukset.tracking.followup.actions import (
    ActionStatus,
    Urgency,
    actions_on,
    late_by_party,
)
from sopimukset.tracking.followup.attendance import (
    Attendance,
    Presence,
    SeatAttendance,
    Sitting,
    attendance,
)
from sopimukset.tracking.followup.cells import Place
from sopimukset.tracking.followup.figures import Figure, FigureState, Goal, Verdict
from sopimukset.tracking.followup.guarded import Guard, guard
from sopimukset.tracking.followup.indicators import GoalLine, IndicatorLine, IndicatorTable
from sopimukset.tracking.followup.periods import Compared, Followed, compared, followed, newest
from sopimukset.tracking.followup.risks import CostLine, Passage, Passed, RiskLine
from sopimukset.tracking.followup.staff import StaffFollowed, StaffLine, StaffPoint, StaffSum
from sopimukset.tracking.followup.whole import (
    FollowUp,
    baselines,
    follow_up,
    group_guard,
    missing_indicators,
)

__all__ = [
    "ActionStatus",
    "Attendance",
    "Compared",
    "CostLine",
    "Figure",
    "FigureState",
    "FollowUp",
    "Followed",
    "Goal",
    "GoalLine",
    "Guard",
    "IndicatorLine",
    "IndicatorTable",
    "Passage",
    "Passed",
    "Place",
    "Presence",
    "RiskLine",
    "SeatAttendance",
    "Sitting",
    "StaffFollowed",
    "StaffLine",
    "StaffPoint",
    "StaffSum",
    "Urgency",
    "Verdict",
    "actions_on",
    "attendance",
    "baselines",
    "compared",
    "follow_up",
    "followed",
    "group_guard",
    "guard",
    "late_by_party",
    "missing_indicators",
    "newest",
]
