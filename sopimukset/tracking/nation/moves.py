"""A change of the map, carried out in a copy of the register: who lies where, before and after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sopimukset.register import Hyvinvointialue, Kunta, Register, Tyollisyysalue


@dataclass(frozen=True, slots=True)
class Move:
    """One change of the map.

    Attributes:
        municipalities: by Finnish name; those of an area or a county where one ends.
        area, county: where they go; None where that stays as it is.
        area_ends: an employment area that ceases, whose municipalities all go; "" for none.
        county_ends: a county that ceases, whose municipalities all go; "" for none.
        merged: the name of the municipality that the others become; "" where none do.
    """

    municipalities: tuple[str, ...] = ()
    area: str | None = None
    county: str | None = None
    area_ends: str = ""
    merged: str = ""
    county_ends: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """Where one municipality lies before and after a change.

    Attributes:
        municipality: by Finnish name.
        areas, counties: keys before and after; None where there is none.
        heir: the municipality that it becomes a part of; "" where it stays one.
        area_ends, county_ends: whether the area, or county, that it comes from is no more.
        takes_in: municipalities that become a part of it.
    """

    municipality: str
    areas: tuple[str | None, str | None]
    counties: tuple[str | None, str | None]
    heir: str = ""
    area_ends: bool = False
    county_ends: bool = False
    takes_in: tuple[str, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether anything of it changes at all."""
        if self.heir or self.takes_in:
            return True
        return any(was != will for was, will in (self.areas, self.counties))


def shifts_of(moves: Sequence[Move], register: Register) -> tuple[Shift, ...]:
    """From where to where every municipality comes that the moves name or take along.

    Raises:
        KeyError: a municipality, an area or a county is unknown.
    """
    after = changed_register(register, moves)
    heirs = _merged_into(moves)
    named = {name for move in moves for name in move.municipalities}
    found = (_shift(kunta, heirs, after) for kunta in register.kunnat.values())
    return tuple(item for item in found if item.changes or item.municipality in named)


def _shift(kunta: Kunta, heirs: dict[str, str], after: Register) -> Shift:
    """Where a municipality comes, through all that it is merged into."""
    heir = "" if kunta.nimi_fi in after.kunnat else _last(kunta.nimi_fi, heirs, after)
    parts = tuple(name for name, whole in heirs.items() if whole == kunta.nimi_fi)
    will = after.kunnat[heir or kunta.nimi_fi]
    area, county = kunta.tyollisyysalue, kunta.hyvinvointialue
    return Shift(
        kunta.nimi_fi,
        (area, will.tyollisyysalue),
        (county, will.hyvinvointialue),
        heir,
        area is not None and area not in after.tyollisyysalueet,
        county is not None and county not in after.hyvinvointialueet,
        () if heir else parts,
    )


def heirs_of(moves: Sequence[Move], register: Register) -> dict[str, str]:
    """What each municipality is called after the moves, where it is no more itself.

    Raises:
        KeyError: a municipality, an area or a county is unknown.
    """
    after, heirs = changed_register(register, moves), _merged_into(moves)
    return {name: _last(name, heirs, after) for name in heirs if name not in after.kunnat}


def _merged_into(moves: Sequence[Move]) -> dict[str, str]:
    """The municipality that each one becomes a part of by a move."""
    found: dict[str, str] = {}
    for move in moves:
        if move.merged:
            found.update({name: move.merged for name in move.municipalities if name != move.merged})
    return found


def _last(name: str, heirs: dict[str, str], after: Register) -> str:
    """The municipality at the end of the mergers that begin with one."""
    while name not in after.kunnat:
        name = heirs[name]
    return name


def changed_register(register: Register, moves: Iterable[Move]) -> Register:
    """The register after the moves, done in their order.

    Raises:
        KeyError: a municipality, an area or a county is unknown; the message is its name.
    """
    kunnat = dict(register.kunnat)
    areas = dict(register.tyollisyysalueet)
    counties = dict(register.hyvinvointialueet)
    for move in moves:
        for key, known in ((move.area, areas), (move.county, counties)):
            if key is not None and key not in known:
                raise KeyError(key)
        for name in _moving(move, kunnat, areas, counties):
            kunnat[name] = _moved(kunnat[name], move)
        if move.merged:
            _merge(kunnat, move)
        areas.pop(move.area_ends, None)
        counties.pop(move.county_ends, None)
    return Register(
        {key: _county(item, kunnat) for key, item in counties.items()},
        {key: _area(item, kunnat) for key, item in areas.items()},
        kunnat,
    )


def _moving(
    move: Move,
    kunnat: dict[str, Kunta],
    areas: dict[str, Tyollisyysalue],
    counties: dict[str, Hyvinvointialue],
) -> tuple[str, ...]:
    """The municipalities that a move takes along, as the moves before it have left them."""
    for key, known in ((move.area_ends, areas), (move.county_ends, counties)):
        if key and key not in known:
            raise KeyError(key)
    if move.area_ends:
        return tuple(name for name, item in kunnat.items() if item.tyollisyysalue == move.area_ends)
    if move.county_ends:
        own = (name for name, item in kunnat.items() if item.hyvinvointialue == move.county_ends)
        return tuple(own)
    return move.municipalities


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
        johtoryhmia_enintaan=sum(bool(key) for key in areas),
    )
