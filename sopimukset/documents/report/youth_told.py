"""The young people's services of the group's authorities (381/2023 16 §)."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.speech import mark
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import NOT_RECORDED, Pen
from sopimukset.formats.paper import Block, Column, Table, Text
from sopimukset.tracking.roles import AUTHORITY
from sopimukset.tracking.territory import municipalities, roles_of_territory
from sopimukset.tracking.youth import YouthStatus

NONE = mark("Nuorten yhteispalvelua ei ole kirjattu (381/2023 16 §).")
HELD = mark("kirjattu")


def told_youth(matter: Matter, pen: Pen) -> Iterator[Block]:
    """Each service with its points, coordinator, negotiation and what was agreed."""
    services = services_of(matter)
    if not services:
        yield Text(pen.say(NONE))
        return
    yield Table(
        pen.say("Nuorten yhteispalvelun järjestäminen"),
        (
            Column(pen.say("Viranomaiset"), 0.24),
            Column(pen.say("Palvelupisteet"), 0.28),
            Column(pen.say("Vastaava henkilö"), 0.16),
            Column(pen.say("Neuvoteltu"), 0.13),
            Column(pen.say("Organisointi ja kustannusten jako sovittu"), 0.19),
        ),
        tuple(_row(item, pen) for item in services),
    )


def services_of(matter: Matter) -> list[YouthStatus]:
    """The services of the group's own authorities; one that names none is everybody's."""
    own = _authorities(matter)
    return [
        item
        for item in matter.standing.youth
        if not own
        or not item.service.tyovoimaviranomaiset
        or own & set(item.service.tyovoimaviranomaiset)
    ]


def _authorities(matter: Matter) -> set[str]:
    """The parties that are authorities of the group's territory; empty where none is recorded."""
    holdings = matter.holdings
    names = municipalities(matter.status.group, holdings.alue.alue, holdings.register)
    roles = roles_of_territory(names, holdings.register) if names else ()
    wanted = {role for role in roles if role.kind == AUTHORITY}
    return {party for party, role in holdings.roles.items() if role in wanted}


def _row(item: YouthStatus, pen: Pen) -> tuple[str, ...]:
    service = item.service
    parties = ", ".join(pen.party(party) for party in service.tyovoimaviranomaiset)
    points = ", ".join(pen.text(point.nimi) for point in service.palvelupisteet)
    agreed = dict.fromkeys(pen.day(day) for day in (item.organised, item.shared))
    return (
        parties or pen.say(NOT_RECORDED),
        points or pen.say(NOT_RECORDED),
        pen.say(HELD if item.coordinator.held else NOT_RECORDED),
        pen.day(item.negotiated),
        ", ".join(agreed),
    )
