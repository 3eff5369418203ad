"""The state of the young people's services of a region on a day (381/2023 16 §)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sopimukset.tracking.posts import Holding, Post, post_on
from sopimukset.tracking.roles import AUTHORITY, Role
from sopimukset.tracking.territory import municipalities

if TYPE_CHECKING:
    from sopimukset.model import NuortenYhteispalvelu
    from sopimukset.tracking.holdings import Holdings

SEPARATE = "nuorten-yhteispalvelu"
"""The kind of an agreement of its own on the service."""


@dataclass(frozen=True, slots=True)
class YouthStatus:
    """A service on a day; what isn't recorded by then is None or empty.

    Attributes:
        service: the service.
        index: its place in the record.
        coordinator: the person in charge of coordination (16 § 3 mom).
        unassessed: authorities whose assessment of the need is not recorded (16 § 2 mom).
        negotiated: the day of the negotiation (16 § 2 mom).
        organised, shared: the days on which organising and division of costs were agreed.
        separate: the `tunnus` of an agreement of its own among the same authorities; "" for none.
    """

    service: NuortenYhteispalvelu
    index: int
    coordinator: Post
    unassessed: tuple[str, ...]
    negotiated: date | None
    organised: date | None
    shared: date | None
    separate: str


def youth_on(holdings: Holdings, day: date) -> tuple[YouthStatus, ...]:
    """The services of a region's file as they stand on a day."""
    return tuple(
        _status(holdings, index, service, day)
        for index, service in enumerate(holdings.alue.nuorten_yhteispalvelu)
    )


def youth_of_group(
    holdings: Holdings, found: Iterable[YouthStatus], tunnus: str
) -> tuple[YouthStatus, ...]:
    """The services of the authorities of a group's territory: 16 § 1 mom names them, no group.

    Args:
        holdings: what the region's folder holds.
        found: its services.
        tunnus: of the group, which lives in the region's file.
    """
    roles: set[Role] = set()
    for group in holdings.alue.johtoryhmat:
        names = municipalities(group, holdings.alue.alue, holdings.register)
        if group.tunnus == tunnus and names:
            roles |= {Role(AUTHORITY, key) for key in holdings.register.authorities_of(names)}
    own = {party for party, role in holdings.roles.items() if role in roles}
    return tuple(item for item in found if not own.isdisjoint(item.service.tyovoimaviranomaiset))


def _status(
    holdings: Holdings, index: int, service: NuortenYhteispalvelu, day: date
) -> YouthStatus:
    agreed = service.sovittu
    assessed: dict[str, date] = service.tarvearviot or {}
    return YouthStatus(
        service,
        index,
        coordinator_on(service, day),
        tuple(
            party
            for party in service.tyovoimaviranomaiset
            if (made := assessed.get(party)) is None or made > day
        ),
        _by(service.neuvottelu.pvm if service.neuvottelu else None, day),
        _by(agreed.organisointi if agreed else None, day),
        _by(agreed.kustannusten_jako if agreed else None, day),
        _separate(holdings, service),
    )


def coordinator_on(service: NuortenYhteispalvelu, day: date) -> Post:
    """The person in charge; a record without title, name or key tells of nobody."""
    person = service.koordinaattori
    if person is None or (person.nimike or person.nimi or person.henkilo) is None:
        return Post(Holding.NOT_RECORDED)
    return post_on([person], day)


def _by(made: date | None, day: date) -> date | None:
    return made if made is not None and made <= day else None


def _separate(holdings: Holdings, service: NuortenYhteispalvelu) -> str:
    own = set(service.tyovoimaviranomaiset)
    found = (
        item.tunnus
        for item in holdings.alue.sopimukset
        if item.laji == SEPARATE and own & set(item.osapuolet)
    )
    return next(found, "")
