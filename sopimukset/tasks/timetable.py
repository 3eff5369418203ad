"""Timetables backwards from a wished first day, for every group that was asked about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sopimukset.base.speech import say
from sopimukset.reporting import timetable_json, timetable_text
from sopimukset.reporting.timetable_text import GroupTimetable
from sopimukset.tasks.refused import RefusedError
from sopimukset.tasks.status import Question, Shown, read_holdings
from sopimukset.tracking.backward import FARTHEST, Body, earliest, timetable
from sopimukset.tracking.holdings import Holdings
from sopimukset.tracking.roles import Role
from sopimukset.tracking.territory import municipalities, roles_of_territory

YEARS = range(1900, 9000)
"""Years for which a timetable can be asked."""


def shown(question: Question, first_day: date) -> Shown:
    """The timetables as text.

    Raises:
        WorkspaceError: no workspace, no region, or none of that name.
        RefusedError: the day is past, or farther than can be planned for.
    """
    _refuse(question.as_of, first_day)
    read = read_holdings(question)
    found: list[GroupTimetable] = []
    for holdings in read.holdings:
        found += _of_region(holdings, question.as_of, first_day)
    render = timetable_json.render if question.form == "json" else timetable_text.render
    text = render(found, question.as_of, colour=question.colour, width=question.width)
    return Shown(text, read.broken)


def _refuse(as_of: date, first_day: date) -> None:
    if first_day <= as_of:
        raise RefusedError(say("Toivotun ensimmäisen päivän on oltava tarkastelupäivän jälkeen."))
    if first_day - as_of > timedelta(days=10 * FARTHEST) or first_day.year not in YEARS:
        raise RefusedError(say("Toivottu ensimmäinen päivä on liian kaukana."))


def _of_region(holdings: Holdings, as_of: date, first_day: date) -> Iterator[GroupTimetable]:
    groups = [
        (group.tunnus, municipalities(group, holdings.alue.alue, holdings.register))
        for group in holdings.alue.johtoryhmat
    ]
    if not groups:
        county = holdings.register.hyvinvointialueet.get(holdings.alue.alue)
        groups = [("", frozenset(county.kunnat) if county else None)]
    for tunnus, names in groups:
        bodies = list(_bodies(holdings, names))
        table = timetable(first_day, bodies)
        possible = table.feasible_on(as_of)
        yield GroupTimetable(holdings, tunnus, table, None if possible else earliest(as_of, bodies))


def _bodies(holdings: Holdings, names: frozenset[str] | None) -> Iterator[Body]:
    """The parties of the territory, by the register; each with its body where it is recorded."""
    own = {holdings.roles[party.tunnus]: party for party in holdings.alue.osapuolet}
    roles: tuple[Role, ...] = tuple(own)
    if names:
        roles = roles_of_territory(names, holdings.register)
    for role in roles:
        party = own.get(role)
        yield Body(role, party.toimielin if party else None)
