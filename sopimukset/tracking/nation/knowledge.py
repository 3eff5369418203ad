"""What is known of a region, honestly: known, not recorded, illustrative, or not there at all.

An empty record says nothing about the county. An illustration is marked and counts in no total.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from sopimukset.tracking.agreements import AgreementState
from sopimukset.tracking.terms import term_periods
from sopimukset.tracking.yearly import goals_of

if TYPE_CHECKING:
    from sopimukset.model import Jasenyys
    from sopimukset.tracking.holdings import Holdings
    from sopimukset.tracking.standing import Standing


class Topic(Enum):
    """What a national reader wants to know of a region; the name of the field that holds it."""

    GROUPS = "johtoryhmat"
    MEMBERS = "jasenet"
    AGREEMENT = "sopimukset"
    STAFF = "henkilosto"
    GOALS = "tavoitteet"
    YOUTH = "nuorten_yhteispalvelu"
    MEETINGS = "kokoukset"
    FOLLOW_UP = "seuranta"


class Knowledge(Enum):
    """How much is known; from most to least."""

    KNOWN = "known"
    ILLUSTRATIVE = "illustrative"
    """Recorded, but invented."""

    NOT_RECORDED = "not-recorded"
    UNREADABLE = "unreadable"
    NOT_THERE = "not-there"
    """The workspace has no folder of the region."""


RECORDED = frozenset({Knowledge.KNOWN, Knowledge.ILLUSTRATIVE})
"""Where something is recorded, invented or not."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one topic.

    Attributes:
        knowledge: how much.
        day: the newest day that the record gives of it up to the day of the report; None where
            it gives none.
        place: where it stands, from the folder of the region whose file tells it; "" where
            nothing does.
        shared: whether a group tells it that lives in another region's file.
    """

    knowledge: Knowledge
    day: date | None = None
    place: str = ""
    shared: bool = False


def known_topics(holdings: Holdings, standing: Standing, day: date) -> dict[Topic, Known]:
    """What is known of every topic of a region on a day."""
    found = Knowledge.ILLUSTRATIVE if holdings.alue.kuvitteellinen else Knowledge.KNOWN
    topics = {}
    for topic, days_of in _DAYS.items():
        days = [item for item in days_of(holdings, standing, day) if item is None or item <= day]
        if days:
            newest = max((item for item in days if item is not None), default=None)
            topics[topic] = Known(found, newest, _PLACES[topic])
        else:
            topics[topic] = Known(Knowledge.NOT_RECORDED)
    return topics


Days = Iterable[date | None]
"""A day for everything that is recorded of a topic; None where it bears no day."""


def _groups(_holdings: Holdings, standing: Standing, day: date) -> Iterator[date | None]:
    for item in standing.groups:
        starts = [term.start for term in term_periods(item.group) if term.start <= day]
        yield max(starts, default=None)


def _members(_holdings: Holdings, standing: Standing, day: date) -> Iterator[date | None]:
    for item in standing.groups:
        for seat in item.group.jasenet:
            yield from _named(seat, day)


def _named(seat: Jasenyys, day: date) -> Iterator[date | None]:
    for person in seat.nimetyt:
        if person.jakso is not None and day in person.jakso:
            yield person.alkaen


def _agreements(_holdings: Holdings, standing: Standing, day: date) -> Iterator[date | None]:
    for item in standing.agreements:
        if item.state is not AgreementState.DRAFT:
            approved = [entry.pvm for entry in item.agreement.hyvaksynnat]
            signed = [entry.pvm for entry in item.agreement.allekirjoitukset]
            known = [pvm for pvm in (*approved, *signed) if pvm is not None and pvm <= day]
            yield max(known, default=None)


def _staff(holdings: Holdings, _standing: Standing, day: date) -> Iterator[date | None]:
    for row in holdings.alue.henkilosto:
        if row.maara is not None and row.jakso is not None and day in row.jakso:
            yield row.alkaen


def _goals(_holdings: Holdings, standing: Standing, day: date) -> Iterator[date | None]:
    for item in standing.groups:
        for goal in goals_of(item.group, day.year, day):
            yield goal.asetettu.pvm if goal.asetettu else None


def _youth(_holdings: Holdings, standing: Standing, _day: date) -> Iterator[date | None]:
    for item in standing.youth:
        yield item.organised


def _meetings(holdings: Holdings, _standing: Standing, _day: date) -> Iterator[date | None]:
    for meeting in holdings.meetings:
        yield meeting.pvm


def _follow_ups(holdings: Holdings, _standing: Standing, day: date) -> Iterator[date | None]:
    for item in holdings.follow_ups:
        end = item.seurantajakso.paattyen
        if end is not None and end <= day:
            yield end


_DAYS: Mapping[Topic, Callable[[Holdings, Standing, date], Days]] = MappingProxyType(
    {
        Topic.GROUPS: _groups,
        Topic.MEMBERS: _members,
        Topic.AGREEMENT: _agreements,
        Topic.STAFF: _staff,
        Topic.GOALS: _goals,
        Topic.YOUTH: _youth,
        Topic.MEETINGS: _meetings,
        Topic.FOLLOW_UP: _follow_ups,
    }
)
_PLACES = MappingProxyType(
    {
        Topic.GROUPS: "alue.yaml: johtoryhmat",
        Topic.MEMBERS: "alue.yaml: johtoryhmat, jasenet",
        Topic.AGREEMENT: "alue.yaml: sopimukset",
        Topic.STAFF: "alue.yaml: henkilosto",
        Topic.GOALS: "alue.yaml: johtoryhmat, tavoitteet",
        Topic.YOUTH: "alue.yaml: nuorten_yhteispalvelu",
        Topic.MEETINGS: "kokoukset/",
        Topic.FOLLOW_UP: "seuranta/",
    }
)
