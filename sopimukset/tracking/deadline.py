"""A deadline: a day by which something is done, or on which something ends, with its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from sopimukset.tracking.source import Source

if TYPE_CHECKING:
    from sopimukset.model import Teksti
    from sopimukset.model.paths import Path


class DeadlineKind(Enum):
    """What falls due."""

    TERM_END = "term-end"
    NEXT_GROUP = "next-group"
    """Setting the next group is begun so early that it is set when the term ends."""

    MEMBERS_NAMED = "members-named"
    SEAT_END = "seat-end"
    DEPUTY_END = "deputy-end"
    CHAIR_END = "chair-end"
    VICE_CHAIR_END = "vice-chair-end"
    LEADER_NAMED = "leader-named"
    LEADER_END = "leader-end"
    LEADERS_DEPUTY_END = "leaders-deputy-end"
    AGREEMENT_CONCLUDED = "agreement-concluded"
    AGREEMENT_RENEWED = "agreement-renewed"
    """Preparing what follows an agreement is begun so early that it is concluded in time."""

    OPTION_USE = "option-use"
    """The last day for using an agreement's option; then it lapses by itself."""

    AGREEMENT_END = "agreement-end"
    NOTICE_END = "notice-end"
    COMMENTS = "comments"
    APPEAL_END = "appeal-end"
    PERSONAL_DATA = "personal-data"
    GOALS = "goals"
    NEXT_GOALS = "next-goals"
    STAFF_REVIEW = "staff-review"
    REVIEW_INTERVAL = "review-interval"
    FOLLOW_UP = "follow-up"
    PERIOD_TREATED = "period-treated"
    MEETINGS = "meetings"
    ACTION = "action"
    """A party took it on in a meeting."""

    COORDINATOR_END = "coordinator-end"
    DEFECT = "defect"


EVENTS = frozenset(
    {
        DeadlineKind.OPTION_USE,
        DeadlineKind.AGREEMENT_END,
        DeadlineKind.NOTICE_END,
        DeadlineKind.COMMENTS,
        DeadlineKind.APPEAL_END,
        DeadlineKind.PERSONAL_DATA,
        DeadlineKind.MEMBERS_NAMED,
    }
)
"""Kinds that come to pass by themselves, or of which the record can't tell that they were done.

They are never late: once the day is past they are told of no more, personal data excepted, which
are told of for a while (`due.REMINDED_DAYS`).
"""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day that matters.

    Attributes:
        day: the last day on which it is done in time, or on which the thing still holds.
        kind: what falls due.
        path: the place in the region's record.
        source: where the day comes from.
        group: the `tunnus` of the group that it is about; "" for none.
        subject: what it is about, by its `tunnus` or by a number; never a person's name.
        counts: figures of the sentence that tells of it: `vuosi`, `maara`, `luvattu`, `kuukausia`.
        missing: whether it follows from something that isn't recorded. In a region in preparation
            that is an open point, and no deadline.
        party: the `tunnus` of the party whose it alone is to do; "" for none.
        words: what is to be done, in the record's own words. They may name a person: who shows
            them looks first.
    """

    day: date
    kind: DeadlineKind
    path: Path
    source: Source
    group: str = ""
    subject: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    missing: bool = False
    party: str = ""
    words: Teksti | None = None

    @property
    def is_event(self) -> bool:
        """Whether it comes to pass by itself."""
        return self.kind in EVENTS

    def late_on(self, day: date) -> bool:
        """Whether the day is past and what was to be done is not recorded."""
        return self.day < day and not self.is_event
