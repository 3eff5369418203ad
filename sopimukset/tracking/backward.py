"""A timetable backwards from the wished first day of an agreement to what must be done when.

Appeal periods are the law's; all other lengths are our own suggestions, for the law is silent:
how a body is convened is told by its own rules of procedure. The law also allows a decision to be
carried out before it is final (410/2015 143 §, 611/2021 148 §), so that waiting for the end of the
appeal periods is a suggestion, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from sopimukset.base.periods import add_days, day_before
from sopimukset.base.workdays import working_day_until
from sopimukset.tracking.appeals import INFORMED_DAYS, AppealRule, appeal_rule
from sopimukset.tracking.source import Source, law, ours

if TYPE_CHECKING:
    from sopimukset.model import Teksti
    from sopimukset.tracking.roles import Role

SIGNING_DAYS = 7
CHECKING_DAYS = 7
NOTICE_DAYS = 7
PAPERS_DAYS = 7
EDITING_DAYS = 7
COMMENT_DAYS = 21
DRAFTING_DAYS = 14
FARTHEST = 3 * 366
"""Days ahead in which the earliest possible first day is looked for."""

NEGOTIATION = "381/2023 9 § 1 mom"


class StepKind(Enum):
    """What is done; in the order of a timetable."""

    NEGOTIATED = "negotiated"
    COMMENTS_ASKED = "comments-asked"
    COMMENTS_GIVEN = "comments-given"
    PAPERS_READY = "papers-ready"
    NOTICE_SENT = "notice-sent"
    DECIDED = "decided"
    PUBLISHED = "published"
    APPEAL_ENDED = "appeal-ended"
    SIGNING_BEGINS = "signing-begins"
    SIGNED = "signed"
    FIRST_DAY = "first-day"


class Body(NamedTuple):
    """A party and the body that decides for it.

    Attributes:
        role: the party.
        name: the body as it is recorded; None where it isn't.
    """

    role: Role
    name: Teksti | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is done at the latest on a day.

    Attributes:
        day: the last day.
        kind: what.
        days: the length from here to what follows, in days; 0 where none is counted.
        source: where the length comes from.
        body: the party and its body; None for what concerns all.
    """

    day: date
    kind: StepKind
    days: int
    source: Source
    body: Body | None = None


@dataclass(frozen=True, slots=True)
class Timetable:
    """The steps to a wished first day, in the order of their days."""

    first_day: date
    steps: tuple[Step, ...]

    @property
    def start(self) -> date:
        """The day by which the first step is taken."""
        return self.steps[0].day

    def feasible_on(self, day: date) -> bool:
        """Whether nothing should have been done before the day."""
        return self.start >= day


def timetable(first_day: date, bodies: Sequence[Body]) -> Timetable:
    """The steps to a first day, each party deciding in its own body."""
    signed = _before(first_day, 1)
    begins = _before(signed, SIGNING_DAYS)
    steps = [
        Step(first_day, StepKind.FIRST_DAY, 0, ours()),
        Step(signed, StepKind.SIGNED, 1, ours()),
        Step(begins, StepKind.SIGNING_BEGINS, SIGNING_DAYS, ours()),
    ]
    for body in bodies:
        steps += _of_body(body, begins)
    ready = min((step.day for step in steps if step.kind is StepKind.PAPERS_READY), default=begins)
    steps += _preparing(ready)
    return Timetable(first_day, tuple(sorted(steps, key=_order)))


def earliest(today: date, bodies: Sequence[Body]) -> Timetable:
    """The timetable of the earliest first day to which no step is late.

    Raises:
        ValueError: there is none within `FARTHEST` days.
    """
    for ahead in range(1, FARTHEST):
        found = timetable(add_days(today, ahead), bodies)
        if found.feasible_on(today):
            return found
    raise ValueError("no first day is near enough")


def _of_body(body: Body, begins: date) -> Iterator[Step]:
    """A body's decision, with what comes before and after it."""
    rule = appeal_rule(body.role, body.name)
    decided = _before(begins, 1)
    if rule is not None:
        published = working_day_until(rule.latest_publication(day_before(begins)))
        yield from _appeal(body, rule, published)
        decided = _before(published, CHECKING_DAYS)
    yield Step(decided, StepKind.DECIDED, CHECKING_DAYS if rule else 1, ours(), body)
    if rule is not None:  # else an official decides, and nobody is convened
        decided = _before(decided, NOTICE_DAYS)
        yield Step(decided, StepKind.NOTICE_SENT, NOTICE_DAYS, ours(), body)
    yield Step(_before(decided, PAPERS_DAYS), StepKind.PAPERS_READY, PAPERS_DAYS, ours(), body)


def _appeal(body: Body, rule: AppealRule, published: date) -> Iterator[Step]:
    source = law(f"{rule.period}, {rule.informed}, 150/1930 5 §")
    length = INFORMED_DAYS + rule.days
    yield Step(published, StepKind.PUBLISHED, length, source, body)
    yield Step(rule.last_day(published), StepKind.APPEAL_ENDED, 0, source, body)


def _preparing(ready: date) -> Iterable[Step]:
    """The commenting round, which no statute demands, and the negotiation before it."""
    given = _before(ready, EDITING_DAYS)
    asked = _before(given, COMMENT_DAYS)
    return (
        Step(given, StepKind.COMMENTS_GIVEN, EDITING_DAYS, ours()),
        Step(asked, StepKind.COMMENTS_ASKED, COMMENT_DAYS, ours()),
        Step(_before(asked, DRAFTING_DAYS), StepKind.NEGOTIATED, DRAFTING_DAYS, ours(NEGOTIATION)),
    )


def _before(day: date, days: int) -> date:
    """The last working day that leaves so many days until the day."""
    return working_day_until(add_days(day, -days))


def _order(step: Step) -> tuple[date, int, str]:
    return step.day, list(StepKind).index(step.kind), step.source.place
