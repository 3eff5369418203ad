"""The state of a steering group on a day: term, vacancies, missing deputies, offices, leader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from sopimukset.base.periods import ALWAYS, Period, merged
from sopimukset.tracking.posts import Post, post_on
from sopimukset.tracking.roles import PARTNER, Role
from sopimukset.tracking.terms import periods_of, span, term_periods
from sopimukset.tracking.territory import municipalities, roles_of_territory
from sopimukset.tracking.years_of_group import YearOfGroup, years_of_group

if TYPE_CHECKING:
    from sopimukset.model import Jasenyys, Johtoryhma
    from sopimukset.tracking.holdings import Holdings


class TermState(Enum):
    """Where a group's terms stand on a day."""

    NOT_RECORDED = "not-recorded"
    COMING = "coming"
    RUNNING = "running"
    BETWEEN = "between"
    """Between two recorded terms."""

    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class GroupStatus:
    """A group on a day.

    Attributes:
        group: the group.
        index: its place in the record.
        term_state: where its terms stand.
        term: the term of the day, else the nearest recorded one.
        next_term: the first recorded term after the day.
        absent: who must name members by the territory, and of whom nobody is recorded to sit on
            the day (388/2024 1 § 2 mom); empty where no term runs or no territory is recorded.
        vacant: seats of which somebody is recorded, but nobody on the day.
        without_deputy: held seats of which no deputy is recorded on the day.
        chair, vice_chair, leader, leaders_deputy, secretary: the offices and tasks on the day.
        years: the yearly duties of the years that still matter.
    """

    group: Johtoryhma
    index: int
    term_state: TermState
    term: Period | None
    next_term: Period | None
    absent: tuple[Role, ...]
    vacant: tuple[str, ...]
    without_deputy: tuple[str, ...]
    chair: Post
    vice_chair: Post
    leader: Post
    leaders_deputy: Post
    secretary: Post
    years: tuple[YearOfGroup, ...]

    @property
    def running(self) -> bool:
        """Whether a term runs."""
        return self.term_state is TermState.RUNNING


def groups_on(holdings: Holdings, day: date) -> tuple[GroupStatus, ...]:
    """Every group of a region's file, in the record's order, as it stands on a day."""
    return tuple(
        _status(holdings, index, group, day)
        for index, group in enumerate(holdings.alue.johtoryhmat)
    )


def _status(holdings: Holdings, index: int, group: Johtoryhma, day: date) -> GroupStatus:
    state, term, following = term_on(group, day)
    within = span(group) or ALWAYS
    running = state is TermState.RUNNING
    seats = list(_seats(group, day, within)) if running else []
    tasks = group.johtavat_henkilot
    return GroupStatus(
        group,
        index,
        state,
        term,
        following,
        tuple(_absent(holdings, group, day, within)) if running else (),
        tuple(seat.tunnus for seat, held, _ in seats if seat.nimetyt and not held),
        tuple(
            seat.tunnus
            for seat, held, deputy in seats
            if held
            and not deputy
            and holdings.roles.get(seat.nimeaja or "", _NOBODY).kind != PARTNER
        ),
        post_on(group.puheenjohtaja, day, within),
        post_on(group.varapuheenjohtaja, day, within),
        post_on([person for task in tasks for person in task.nimetyt], day, within),
        post_on([person for task in tasks for person in task.varahenkilot], day, within),
        post_on(group.sihteeri, day, within),
        years_of_group(holdings, group, day),
    )


_NOBODY = Role("")


def term_on(group: Johtoryhma, day: date) -> tuple[TermState, Period | None, Period | None]:
    """The state of a group's terms, the term of the day (else the nearest), and the next one."""
    terms = term_periods(group)
    following = next((term for term in terms if term.start > day), None)
    if not terms:
        return TermState.NOT_RECORDED, None, None
    for term in terms:
        if day in term:
            return TermState.RUNNING, term, following
    if following is None:
        return TermState.ENDED, terms[-1], None
    is_first = following is terms[0]
    return (TermState.COMING if is_first else TermState.BETWEEN), following, following


def unbroken_term(group: Johtoryhma, day: date) -> Period | None:
    """The days around the day on which recorded terms follow each other without a gap."""
    return next((days for days in merged(term_periods(group)) if day in days), None)


def _seats(group: Johtoryhma, day: date, within: Period) -> Iterator[tuple[Jasenyys, bool, bool]]:
    """Each seat with whether somebody sits in it, and whether there is a deputy."""
    for seat in group.jasenet:
        held = post_on(seat.nimetyt, day, within).held
        yield seat, held, post_on(seat.varajasenet, day, within).held


def _absent(holdings: Holdings, group: Johtoryhma, day: date, within: Period) -> Iterator[Role]:
    names = municipalities(group, holdings.alue.alue, holdings.register)
    if not names:
        return
    there = {
        holdings.roles.get(seat.nimeaja or "", _NOBODY)
        for seat in group.jasenet
        if any(day in days for days in periods_of(seat.nimetyt, within))
    }
    for role in roles_of_territory(names, holdings.register):
        if role not in there:
            yield role
