"""What a change of the map would touch: memberships, agreements, staff and groups, on a day.

Who sits in a group follows from its territory (388/2024 1 § 2 mom). So a change of municipalities,
areas or counties is carried out in a copy of the register, and each group's parties before and
after it are compared. A county that gains or loses municipalities is told of, also where nothing
is recorded of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from sopimukset.tracking.nation.hanging import in_group, in_region, lasting_agreements
from sopimukset.tracking.nation.moves import Move, Shift, changed_register, heirs_of, shifts_of
from sopimukset.tracking.nation.touched import Fate, Share, Touch, Touched
from sopimukset.tracking.roles import AUTHORITY, COUNTY, Role
from sopimukset.tracking.terms import term_periods
from sopimukset.tracking.territory import municipalities, roles_of_territory

if TYPE_CHECKING:
    from sopimukset.model import Johtoryhma
    from sopimukset.register import Kunta, Register
    from sopimukset.tracking.holdings import Holdings

BETWEEN_ALL = frozenset({"tym-sopimus", "sopimus-asettajasta"})
"""The kinds of agreement that every authority of a group makes (381/2023 9 § 1–2 mom)."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change would do.

    Attributes:
        shifts: every municipality that the change names or moves, in the register's order.
        touched: what it touches, by region and group.
    """

    shifts: tuple[Shift, ...]
    touched: tuple[Touched, ...]

    @property
    def changes_map(self) -> bool:
        """Whether the map is another after it."""
        return any(item.changes for item in self.shifts)

    @property
    def touches_groups(self) -> bool:
        """Whether any recorded group is touched."""
        return any(item.group for item in self.touched)


def effect_of(
    regions: Iterable[Holdings], moves: Sequence[Move], register: Register, day: date
) -> Effect:
    """What the moves would do on a day.

    Raises:
        KeyError: a municipality, an area or a county is unknown.
    """
    return Effect(shifts_of(moves, register), tuple(touched_by(regions, moves, register, day)))


def touched_by(
    regions: Iterable[Holdings], moves: Sequence[Move], register: Register, day: date
) -> list[Touched]:
    """Everything that the moves touch on a day, by region and group.

    Raises:
        KeyError: a municipality, an area or a county is unknown.
    """
    known = {item.alue.alue: item for item in regions}
    after, heirs = changed_register(register, moves), heirs_of(moves, register)
    served = frozenset(
        holdings.roles[party]
        for holdings in known.values()
        for service in holdings.alue.nuorten_yhteispalvelu
        for party in service.tyovoimaviranomaiset
        if party in holdings.roles
    )
    return [
        item
        for key in register.hyvinvointialueet
        for item in _County(key, known.get(key), register, after, heirs, day, served).touched()
    ]


@dataclass(frozen=True, slots=True)
class _Ground:
    """A set of municipalities before and after, and the roles that they bring.

    Attributes:
        old, new: by Finnish name.
        was, will: who has a municipality in it.
    """

    old: frozenset[str]
    new: frozenset[str]
    was: tuple[Role, ...]
    will: tuple[Role, ...]


@dataclass(frozen=True)
class _County:
    """A county before and after a change, with what is recorded of it.

    Attributes:
        key: of the county.
        holdings: its record; None where there is none to read.
        register, after: the national register before and after.
        heirs: what a municipality that is no more belongs to.
        day: of the change.
        served: authorities that have a service for the young in some record.
    """

    key: str
    holdings: Holdings | None
    register: Register
    after: Register
    heirs: Mapping[str, str]
    day: date
    served: frozenset[Role]
    covered: set[str] = field(default_factory=set)
    """Municipalities that some recorded group has in its territory after the change."""

    def touched(self) -> Iterator[Touched]:
        """Everything of the county: what its groups tell, then what is of the region itself."""
        lasting = []
        for group in self.holdings.alue.johtoryhmat if self.holdings else ():
            ground = self._territory(group)
            if ground is not None and any(term.end >= self.day for term in term_periods(group)):
                lasting.append(group)
                self.covered.update(ground.new)
                yield from self._group(group, ground)
        whole = self._ground(self._own(self.register), self._own(self.after))
        yield from self._borders(whole, lasting)
        if self.holdings is not None:
            yield from self._region(self.holdings, whole, lasting)

    def _own(self, register: Register) -> frozenset[str]:
        """The county's municipalities; once it has ended, what its own have become."""
        county = register.hyvinvointialueet.get(self.key)
        if county is not None:
            return frozenset(county.kunnat)
        return self._become(self._own(self.register))

    def _become(self, names: Iterable[str]) -> frozenset[str]:
        return frozenset(self.heirs.get(name, name) for name in names)

    def _ground(self, old: frozenset[str], new: frozenset[str]) -> _Ground:
        was = roles_of_territory(old, self.register)
        return _Ground(old, new, was, roles_of_territory(new, self.after))

    def _territory(self, group: Johtoryhma) -> _Ground | None:
        """A group's territory: a list stays what it is, a whole county's follows the county."""
        old = municipalities(group, self.key, self.register)
        if old is None:
            return None
        whole = group.toimialue is not None and group.toimialue.kunnat == "kaikki"
        return self._ground(old, self._own(self.after) if whole else self._become(old))

    def _one(
        self,
        group: str,
        touch: Touch,
        fate: Fate,
        subject: str = "",
        *,
        role: Role | None = None,
        heirs: tuple[Role, ...] = (),
        place: str = "",
    ) -> Touched:
        invented = self.holdings is not None and self.holdings.alue.kuvitteellinen
        return Touched(self.key, group, touch, fate, subject, role, heirs, place, invented)

    def _group(self, group: Johtoryhma, ground: _Ground) -> Iterator[Touched]:
        """What of a group is touched."""
        found = list(self._places(group.tunnus, ground))
        if not found:
            return
        yield from found
        assert self.holdings is not None  # noqa: S101 (a group stands in a record)
        for role in ground.will:
            if role not in ground.was:
                yield self._one(group.tunnus, Touch.PARTY, Fate.NAMES, role=role)
                for item in lasting_agreements(self.holdings, group.tunnus, self.day):
                    if item.agreement.laji in BETWEEN_ALL:
                        own = item.agreement.tunnus
                        yield self._one(group.tunnus, Touch.AGREEMENT, Fate.COMES, own, role=role)
        yield from self._agreed_between(group, ground)
        for role in ground.was:
            if role not in ground.will:
                heirs = self._heirs(role, ground)
                gone = self._gone(role)
                yield self._one(group.tunnus, Touch.PARTY, gone, role=role, heirs=heirs)
                for share in in_group(self.holdings, group, self._names(role), self.day):
                    yield self._shared(group.tunnus, share, role, heirs)

    def _places(self, group: str, ground: _Ground) -> Iterator[Touched]:
        """The municipalities of a territory that move, those that go the same way together."""
        ways: dict[tuple[Fate, tuple[Role, ...], str], list[str]] = {}
        for name in sorted(ground.old | ground.new):
            for way in self._ways(name, ground):
                ways.setdefault(way, []).append(name)
        for (fate, heirs, place), names in ways.items():
            yield self._one(
                group, Touch.TERRITORY, fate, ", ".join(names), heirs=heirs, place=place
            )

    def _ways(self, name: str, ground: _Ground) -> Iterator[tuple[Fate, tuple[Role, ...], str]]:
        """What becomes of one municipality of a territory."""
        if name not in self.after.kunnat:
            yield Fate.MERGES, (), self.heirs[name]
        elif name not in ground.new:
            yield Fate.LEAVES, (), ""
        elif name not in ground.old:
            if not self._made_of(name, ground.old):
                yield Fate.COMES, (), ""
        elif name in self.register.kunnat:
            was, will = self.register.kunnat[name], self.after.kunnat[name]
            if was.tyollisyysalue != will.tyollisyysalue:
                yield Fate.PASSES, (Role(AUTHORITY, will.tyollisyysalue or ""),), ""
            if was.hyvinvointialue != will.hyvinvointialue:
                yield Fate.PASSES, (Role(COUNTY, will.hyvinvointialue or ""),), ""

    def _made_of(self, name: str, old: frozenset[str]) -> bool:
        """Whether a new municipality is made of nothing but some that were there."""
        parts = {part for part, whole in self.heirs.items() if whole == name}
        return name not in self.register.kunnat and parts <= old

    def _agreed_between(self, group: Johtoryhma, ground: _Ground) -> Iterator[Touched]:
        """What several authorities, or several counties, have to agree on."""
        before, then = _of_kind(ground.was, AUTHORITY), _of_kind(ground.will, AUTHORITY)
        if group.sopimus_asettajasta is None:
            if len(then) > 1 >= len(before):
                yield self._one(group.tunnus, Touch.SETTING, Fate.NEEDED)
        elif len(then) == 1 and len(before) > 1:
            yield self._one(group.tunnus, Touch.SETTING, Fate.NEEDLESS, role=then[0])
        else:
            for role in then:
                if role not in before:
                    yield self._one(group.tunnus, Touch.SETTING, Fate.COMES, role=role)
            own = {self._role(party) for party in group.sopimus_asettajasta.osapuolet}
            for role in before:
                if role not in then and role in own:
                    yield self._one(group.tunnus, Touch.SETTING, self._gone(role), role=role)
        counties = _of_kind(ground.will, COUNTY)
        if len(counties) > 1 >= len(_of_kind(ground.was, COUNTY)):
            yield self._one(group.tunnus, Touch.VICE_NAMER, Fate.NEEDED, heirs=counties)

    def _borders(self, whole: _Ground, lasting: Sequence[Johtoryhma]) -> Iterator[Touched]:
        """What becomes of the county's own municipalities, areas and number of groups."""
        if self.key not in self.after.hyvinvointialueet:
            role = Role(COUNTY, self.key)
            heirs = self._heirs(role, whole)
            yield self._one("", Touch.COUNTY, Fate.LAPSES, role=role, heirs=heirs)
            return
        came = [name for name in whole.new - whole.old if not self._made_of(name, whole.old)]
        bare = sorted(name for name in came if name not in self.covered)
        if bare:
            fate = Fate.UNCOVERED if lasting else Fate.COMES
            yield self._one("", Touch.COUNTY, fate, ", ".join(bare))
        lost = sorted(name for name in whole.old if not self._become((name,)) <= whole.new)
        if lost and not lasting:
            yield self._one("", Touch.COUNTY, Fate.LEAVES, ", ".join(lost))
        yield from self._spanning()
        most = self.after.hyvinvointialueet[self.key].johtoryhmia_enintaan
        if most < len(lasting) <= self.register.hyvinvointialueet[self.key].johtoryhmia_enintaan:
            yield self._one("", Touch.GROUPS, Fate.TOO_MANY, str(most))

    def _spanning(self) -> Iterator[Touched]:
        """Areas of the county that lie in other counties too, and didn't lie there before."""
        for key, area in self.after.tyollisyysalueet.items():
            counties = area.hyvinvointialueet
            before = self.register.tyollisyysalueet[key].hyvinvointialueet
            if self.key in counties and len(counties) > 1 and not set(counties) <= set(before):
                roles = tuple(Role(COUNTY, name) for name in counties)
                role = Role(AUTHORITY, key)
                yield self._one("", Touch.AREA, Fate.SPANS, role=role, heirs=roles)

    def _region(
        self, holdings: Holdings, whole: _Ground, lasting: Sequence[Johtoryhma]
    ) -> Iterator[Touched]:
        """What parties that leave the region have outside its groups, and what those who come lack.

        A group may reach over the county's border: whoever sits in one stays in the region.
        """
        grounds = [whole, *filter(None, map(self._territory, lasting))]
        will = {role for ground in grounds for role in ground.will}
        was = dict.fromkeys(role for ground in grounds for role in ground.was)
        groups = {group.tunnus for group in lasting}
        for role in was:
            if role not in will:
                found = (self._heirs(role, ground) for ground in grounds)
                heirs = tuple(dict.fromkeys(heir for some in found for heir in some))
                for share in in_region(holdings, groups, self._names(role), self.day):
                    yield self._shared("", share, role, heirs)
        for role in sorted(will - was.keys()):
            if role.kind == AUTHORITY and role not in self.served and holdings.alue.osapuolet:
                yield self._one("", Touch.YOUTH, Fate.NOT_RECORDED, role=role)

    def _shared(self, group: str, share: Share, role: Role, heirs: tuple[Role, ...]) -> Touched:
        """Something that hung on a party which leaves."""
        fate = share.fate or (Fate.PASSES if heirs else self._gone(role))
        kept = heirs if fate is Fate.PASSES else ()
        return self._one(group, share.touch, fate, share.subject, role=role, heirs=kept)

    def _heirs(self, role: Role, ground: _Ground) -> tuple[Role, ...]:
        """Who gets the municipalities that a party had in a territory, where they stay in it."""
        found: dict[Role, None] = {}
        for name in sorted(ground.old):
            kunta, heir = self.register.kunnat.get(name), self.heirs.get(name, name)
            if kunta is None or heir not in ground.new or role not in _roles(kunta):
                continue
            same = (item for item in _roles(self.after.kunnat[heir]) if item.kind == role.kind)
            found.update(dict.fromkeys(item for item in same if item != role))
        return tuple(found)

    def _gone(self, role: Role) -> Fate:
        """Whether a party ceases altogether or only leaves."""
        areas, counties = self.after.tyollisyysalueet, self.after.hyvinvointialueet
        known = areas if role.kind == AUTHORITY else counties
        return Fate.LEAVES if role.key in known else Fate.LAPSES

    def _role(self, party: str) -> Role | None:
        return self.holdings.roles.get(party) if self.holdings else None

    def _names(self, role: Role) -> set[str]:
        """The identifiers under which a party stands in the record."""
        roles = self.holdings.roles if self.holdings else {}
        return {tunnus for tunnus, item in roles.items() if item == role}


def _of_kind(roles: Iterable[Role], kind: str) -> tuple[Role, ...]:
    return tuple(role for role in roles if role.kind == kind)


def _roles(kunta: Kunta) -> tuple[Role, ...]:
    """The authority and the county of a municipality."""
    pairs = ((AUTHORITY, kunta.tyollisyysalue), (COUNTY, kunta.hyvinvointialue))
    return tuple(Role(kind, key) for kind, key in pairs if key)
