"""The young people's services of the group's authorities (381/2023 16 §)."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.speech import mark
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import NOT_RECORDED, Pen
from sopimukset.formats.paper import Block, Column, Table, Text
from sopimukset.tracking.youth import YouthStatus

NONE = mark("Nuorten yhteispalvelua ei ole kirjattu (381/2023 16 §).")
HELD = mark("kirjattu")


def told_youth(matter: Matter, pen: Pen) -> Iterator[Block]:
    """Each service with its points, coordinator, negotiation and what was agreed."""
    services = matter.follow.youth
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
