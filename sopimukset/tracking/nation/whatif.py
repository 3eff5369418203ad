"""What a change of the map would touch: memberships, agreements, staff and groups, on a day.

Who sits in a group follows from its territory (388/2024 1 § 2 mom). So a change of municipalities,
areas or counties is carried out in a copy of the register, and each group's parties before and
after it are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from sopimukset.base.periods import Period
from sopimukset.register import Hyvinvointialue, Kunta, Register, Tyollisyysalue
from sopimukset.tracking.agreements import agreements_on
from sopimukset.tracking.posts import holders_on
from sopimukset.tracking.roles import AUTHORITY, COUNTY, Role
from sopimukset.tracking.terms import term_periods
from sopimukset.tracking.territory import municipalities, roles_of_territory

if TYPE_CHECKING:
    from sopimukset.model import Johtoryhma
    from sopimukset.tracking.holdings import Holdings


@dataclass(frozen=True, slots=True)
class Move:
    """One change of the map.

    Attributes:
        municipalities: by Finnish name; those of an area where `area_ends` names one.
        area, county: where they go; None where that stays as it is.
        area_ends: an employment area that ceases, whose municipalities all go; "" for none.
        merged: the name of the municipality that the others become; "" where none do.
    """

    municipalities: tuple[str, ...] = ()
    area: str | None = None
    county: str | None = None
    area_ends: str = ""
    merged: str = ""


class Touch(Enum):
    """What is touched."""

    TERRITORY = "territory"
    """Municipalities of the group's territory move, or are no more."""

    MUST_NAME = "must-name"
    """A party comes to the table that has nobody there."""

    NO_LONGER = "no-longer"
    """A party has no municipality in the territory any more."""

    SEAT = "seat"
    CHAIR = "chair"
    LEADER = "leader"
    STAFF = "staff"
    AGREEMENT = "agreement"
    AGREEMENT_LACKS = "agreement-lacks"
    """A party that comes to the table is not a party of the agreement."""

    SETTER = "setter"
    """Who sets the group is no longer among its authorities (381/2023 9 § 1 mom)."""


@dataclass(frozen=True, slots=True)
class Touched:
    """One thing that a change touches.

    Attributes:
        region: the folder's name.
        group: the `tunnus` of the group.
        touch: what.
        subject: the `tunnus` of a seat, an agreement or a row; names of municipalities; else "".
        role: of the party that it is about.
        illustrative: whether the region is invented.
    """

    region: str
    group: str
    touch: Touch
    subject: str = ""
    role: Role | None = None
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """Where one municipality lies before and after a change.

    Attributes:
        municipality: by Finnish name.
        areas, counties: keys before and after; None where there is none.
        heir: the municipality that it becomes a part of; "" where it stays one.
        area_ends: whether the area that it comes from is no more.
        takes_in: municipalities that become a part of it.
    """

    municipality: str
    areas: tuple[str | None, str | None]
    counties: tuple[str | None, str | None]
    heir: str = ""
    area_ends: bool = False
    takes_in: tuple[str, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether anything of it changes at all."""
        if self.heir or self.takes_in:
            return True
        return any(was != will for was, will in (self.areas, self.counties))


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change would do.

    Attributes:
        shifts: every municipality that the change names or moves, in the register's order.
        touched: what of the records it touches.
    """

    shifts: tuple[Shift, ...]
    touched: tuple[Touched, ...]

    @property
    def changes_map(self) -> bool:
        """Whether the map is another after it."""
        return any(item.changes for item in self.shifts)


def effect_of(
    regions: Iterable[Holdings], moves: Sequence[Move], register: Register, day: date
) -> Effect:
    """What the moves would do on a day.

    Raises:
        KeyError: a municipality, an area or a county is unknown.
    """
    return Effect(shifts_of(moves, register), tuple(touched_by(regions, moves, register, day)))


def shifts_of(moves: Sequence[Move], register: Register) -> tuple[Shift, ...]:
    """From where to where every municipality comes that the moves name or take along.

    Raises:
        KeyError: a municipality, an area or a county is unknown.
    """
    after = changed_register(register, moves)
    heirs: dict[str, str] = {}
    for move in moves:
        if move.merged:
            heirs.update({name: move.merged for name in move.municipalities if name != move.merged})
    named = {name for move in moves for name in move.municipalities}
    found = (_shift(kunta, heirs, after) for kunta in register.kunnat.values())
    return tuple(item for item in found if item.changes or item.municipality in named)


def _shift(kunta: Kunta, heirs: dict[str, str], after: Register) -> Shift:
    """Where a municipality comes, through all that it is merged into."""
    heir = heirs.get(kunta.nimi_fi, "") if kunta.nimi_fi not in after.kunnat else ""
    while heir and heir not in after.kunnat:
        heir = heirs[heir]
    parts = tuple(name for name, whole in heirs.items() if whole == kunta.nimi_fi)
    will = after.kunnat[heir or kunta.nimi_fi]
    area = kunta.tyollisyysalue
    return Shift(
        kunta.nimi_fi,
        (area, will.tyollisyysalue),
        (kunta.hyvinvointialue, will.hyvinvointialue),
        heir,
        area is not None and area not in after.tyollisyysalueet,
        () if heir else parts,
    )


def changed_register(register: Register, moves: Iterable[Move]) -> Register:
    """The register after the moves, done in their order.

    Raises:
        KeyError: a municipality, an area or a county is unknown; the message is its name.
    """
    kunnat = dict(register.kunnat)
    areas = dict(register.tyollisyysalueet)
    counties = register.hyvinvointialueet
    for move in moves:
        for key, known in ((move.area, areas), (move.county, counties)):
            if key is not None and key not in known:
                raise KeyError(key)
        for name in _moving(move, kunnat, areas):
            kunnat[name] = _moved(kunnat[name], move)
        if move.merged:
            _merge(kunnat, move)
        areas.pop(move.area_ends, None)
    return Register(
        {key: _county(item, kunnat) for key, item in counties.items()},
        {key: _area(item, kunnat) for key, item in areas.items()},
        kunnat,
    )


def touched_by(
    regions: Iterable[Holdings], moves: Sequence[Move], register: Register, day: date
) -> list[Touched]:
    """Everything that the moves touch on a day, by region and group.

    Raises:
        KeyError: a municipality, an area or a county is unknown.
    """
    after = changed_register(register, moves)
    found: list[Touched] = []
    for holdings in regions:
        for group in holdings.alue.johtoryhmat:
            found += _group(holdings, group, after, day)
    return found


def _moving(
    move: Move, kunnat: dict[str, Kunta], areas: dict[str, Tyollisyysalue]
) -> tuple[str, ...]:
    """The municipalities that a move takes along, as the moves before it have left them."""
    if not move.area_ends:
        return move.municipalities
    if move.area_ends not in areas:
        raise KeyError(move.area_ends)
    return tuple(name for name, item in kunnat.items() if item.tyollisyysalue == move.area_ends)


def _moved(kunta: Kunta, move: Move) -> Kunta:
    return replace(
        kunta,
        tyollisyysalue=move.area if move.area is not None else kunta.tyollisyysalue,
        hyvinvointialue=move.county if move.county is not None else kunta.hyvinvointialue,
    )


def _merge(kunnat: dict[str, Kunta], move: Move) -> None:
    """Several municipalities become one, which keeps its own area and county."""
    first = kunnat[move.municipalities[0]]
    heir = kunnat.get(move.merged, replace(first, nimi_fi=move.merged, nimi_sv=move.merged))
    for name in move.municipalities:
        del kunnat[name]
    kunnat[move.merged] = heir


def _area(area: Tyollisyysalue, kunnat: dict[str, Kunta]) -> Tyollisyysalue:
    own = [kunta for kunta in kunnat.values() if kunta.tyollisyysalue == area.avain]
    counties = dict.fromkeys(kunta.hyvinvointialue or "" for kunta in own)
    return replace(
        area,
        kunnat=tuple(kunta.nimi_fi for kunta in own),
        hyvinvointialueet=tuple(key for key in counties if key),
    )


def _county(county: Hyvinvointialue, kunnat: dict[str, Kunta]) -> Hyvinvointialue:
    own = [kunta for kunta in kunnat.values() if kunta.hyvinvointialue == county.avain]
    areas = dict.fromkeys(kunta.tyollisyysalue or "" for kunta in own)
    return replace(
        county,
        kunnat=tuple(kunta.nimi_fi for kunta in own),
        tyollisyysalueet=tuple(sorted(key for key in areas if key)),
    )


def _group(holdings: Holdings, group: Johtoryhma, after: Register, day: date) -> Iterator[Touched]:
    """What of a group is touched; nothing where its terms are over by the day."""
    if not any(_lasts(term, day) for term in term_periods(group)):
        return
    old = municipalities(group, holdings.alue.alue, holdings.register)
    new = municipalities(group, holdings.alue.alue, after)
    if old is None or new is None:
        return
    illustrative = holdings.alue.kuvitteellinen

    def touched(touch: Touch, subject: str = "", role: Role | None = None) -> Touched:
        """Something of this group."""
        return Touched(holdings.name, group.tunnus, touch, subject, role, illustrative)

    moved = [
        name for name in sorted(old | new) if _place(name, holdings.register) != _place(name, after)
    ]
    if not moved:
        return
    yield touched(Touch.TERRITORY, ", ".join(moved))
    was, will = roles_of_territory(old, holdings.register), roles_of_territory(new, after)
    for role in will:
        if role not in was:
            yield touched(Touch.MUST_NAME, role=role)
            for item in _agreements(holdings, group, day):
                yield touched(Touch.AGREEMENT_LACKS, item, role)
    for role in was:
        if role not in will and role.kind in (AUTHORITY, COUNTY):
            yield touched(Touch.NO_LONGER, role=role)
            for touch, subject in _of_role(holdings, group, role, day):
                yield touched(touch, subject, role)


def _lasts(term: Period, day: date) -> bool:
    return term.end >= day


def _place(name: str, register: Register) -> tuple[str | None, str | None] | None:
    kunta = register.kunnat.get(name)
    return (kunta.tyollisyysalue, kunta.hyvinvointialue) if kunta else None


def _of_role(
    holdings: Holdings, group: Johtoryhma, role: Role, day: date
) -> Iterator[tuple[Touch, str]]:
    """What a party that leaves the table has there on the day."""
    own = {tunnus for tunnus, item in holdings.roles.items() if item == role}
    for seat in group.jasenet:
        if seat.nimeaja in own and holders_on(seat.nimetyt, day):
            yield Touch.SEAT, seat.tunnus
    chairs = holders_on((*group.puheenjohtaja, *group.varapuheenjohtaja), day)
    if any(chair.nimeaja in own for chair in chairs):
        yield Touch.CHAIR, ""
    for task in group.johtavat_henkilot:
        if task.nimeaja in own and holders_on(task.nimetyt, day):
            yield Touch.LEADER, task.tunnus
    setter = group.sopimus_asettajasta
    if setter is not None and setter.asettaja in own:
        yield Touch.SETTER, ""
    for row in holdings.alue.henkilosto:
        if row.osapuoli in own and row.johtoryhma == group.tunnus and holders_on((row,), day):
            yield Touch.STAFF, row.tunnus
    for tunnus in _agreements(holdings, group, day, own):
        yield Touch.AGREEMENT, tunnus


def _agreements(
    holdings: Holdings, group: Johtoryhma, day: date, parties: Iterable[str] | None = None
) -> Iterator[str]:
    """Agreements on the group that hold on the day, of certain parties where some are named."""
    own = None if parties is None else set(parties)
    for item in agreements_on(holdings, day):
        mine = own is None or own.intersection(item.agreement.osapuolet)
        if item.group == group.tunnus and item.running and mine:
            yield item.agreement.tunnus
