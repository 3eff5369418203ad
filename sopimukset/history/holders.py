"""Who holds what in a group, as one state of the record tells it.

A role is the chair (`puheenjohtaja`), the vice-chair (`varapuheenjohtaja`), the secretary
(`sihteeri`), a seat (`kela-1`), its deputies (`varajasen:kela-1`), the leading person
(`johtava:tym-johtaja`), that person's substitute (`varahenkilo:tym-johtaja`), or an expert
(`asiantuntija:koulutus`). The chair's and the vice-chair's offices belong to a seat (388/2024 1 §
3 mom), so their holders are those who were named to the seat in the days of the office.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from sopimukset.base.periods import BEGINNING, FOREVER, Period, gaps
from sopimukset.base.speech import SWEDISH, language
from sopimukset.model import (
    Alue,
    Jasenyys,
    Johtoryhma,
    Kielitekstit,
    Luottamustoimi,
    Nimetty,
    Paatos,
    Teksti,
)
from sopimukset.tracking.terms import span

CHAIR, VICE_CHAIR, SECRETARY = "puheenjohtaja", "varapuheenjohtaja", "sihteeri"
MEMBERS, DEPUTIES = "jasen", "varajasen"
"""All seats at once, or all their deputies."""

DEPUTY, LEADER, SUBSTITUTE, EXPERT = "varajasen:", "johtava:", "varahenkilo:", "asiantuntija:"


class Words(NamedTuple):
    """A recorded text; "" for a language in which it is not recorded.

    Attributes:
        plain: the text that serves every language, where it isn't recorded by language.
    """

    fi: str = ""
    sv: str = ""
    plain: str = ""

    @property
    def first(self) -> str:
        """The text for programs, whatever language is spoken: in Finnish, else in Swedish."""
        return self.plain or self.fi or self.sv

    @property
    def spoken(self) -> str:
        """The text in the language that is spoken, else in the one in which it is recorded."""
        return self.sv if self.sv and language() == SWEDISH else self.first

    def tells_as(self, other: Words) -> bool:
        """Whether the two differ at most by a translation that one of them lacks."""
        if self.plain or other.plain:
            return bool(set(filter(None, self)) & set(filter(None, other)))
        both = [(own, its) for own, its in zip(self, other, strict=True) if own and its]
        return bool(both) and all(own == its for own, its in both)


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision by which somebody was named; "" and None for what is not recorded."""

    maker: Words | None = None
    day: date | None = None
    section: int | None = None
    case: str = ""

    def tells_as(self, other: Decision) -> bool:
        """Whether the two differ at most by a translation of their maker."""
        if self.maker is None or other.maker is None or not self.maker.tells_as(other.maker):
            return self == other
        return self == replace(other, maker=self.maker)


@dataclass(frozen=True, slots=True)
class Holding:
    """Somebody's time in a role.

    Attributes:
        group: the steering group.
        role: what is held.
        key: what tells it from the others of the role, through all states.
        seat: the seat over which the office is; "" for other roles.
        title: the holder's title; None where none is recorded.
        person: the holder's key across groups; "" where none is recorded.
        name: the holder's name; "" where none is recorded.
        start: the first day; None where it is not recorded.
        end: the last day; None until further notice.
        decision: what named the holder; None where none is recorded.
        term_end: the last day of the group's last term, until which an open end means; None where
            none is recorded.
    """

    group: str
    role: str
    key: tuple[str, ...]
    seat: str
    title: Words | None
    person: str
    name: str
    start: date | None
    end: date | None
    decision: Decision | None
    term_end: date | None = None


def holdings(alue: Alue) -> Iterator[Holding]:
    """All that is held in the region's groups, group by group, role by role, in order."""
    for group in alue.johtoryhmat:
        term = span(group)
        end = None if term is None or term.open_end else term.end
        for item in _of_group(group):
            yield item if end is None or item.end else replace(item, term_end=end)


def meant(role: str, roles: Iterable[str]) -> frozenset[str]:
    """The roles that a word means: itself, else all seats or all their deputies.

    Args:
        role: one of the roles, `jasen` or `varajasen`.
        roles: those that there are.
    """
    known = frozenset(roles)
    if role in known or role not in (MEMBERS, DEPUTIES):
        return known & {role}
    if role == DEPUTIES:
        return frozenset(item for item in known if item.startswith(DEPUTY))
    return frozenset(
        item for item in known if ":" not in item and item not in (CHAIR, VICE_CHAIR, SECRETARY)
    )


def _of_group(group: Johtoryhma) -> Iterator[Holding]:
    yield from _offices(group, CHAIR, group.puheenjohtaja)
    yield from _offices(group, VICE_CHAIR, group.varapuheenjohtaja)
    for role, named, besides in _named(group):
        for item, key in zip(named, _keys(named), strict=True):
            yield _holding(group, role, (key,), item, besides)


def _named(group: Johtoryhma) -> Iterator[tuple[str, Sequence[Nimetty], Sequence[Nimetty]]]:
    """Each role with those named to it, and those whose decision covers them too."""
    yield SECRETARY, group.sihteeri, ()
    for seat in group.jasenet:
        yield seat.tunnus, seat.nimetyt, ()
        yield f"{DEPUTY}{seat.tunnus}", seat.varajasenet, seat.nimetyt
    for leader in group.johtavat_henkilot:
        yield f"{LEADER}{leader.tunnus}", leader.nimetyt, ()
        yield f"{SUBSTITUTE}{leader.tunnus}", leader.varahenkilot, leader.nimetyt
    for expert in group.asiantuntijat:
        yield f"{EXPERT}{expert.tunnus}", (expert,), ()


def _named_alike(seat: Jasenyys | None, office: Luottamustoimi) -> Sequence[Nimetty]:
    """Those named to the seat, where the party that named them has named to the office too."""
    same = seat is not None and seat.nimeaja is not None and seat.nimeaja == office.nimeaja
    return seat.nimetyt if seat and same else ()


def _covering(day: date | None, people: Iterable[Nimetty]) -> Paatos | None:
    """A member's decision covers what the same party named from the same day (spec README)."""
    return next((item.paatos for item in people if item.paatos and item.alkaen == day), None)


def _offices(group: Johtoryhma, role: str, offices: Sequence[Luottamustoimi]) -> Iterator[Holding]:
    seats = {seat.tunnus: seat for seat in group.jasenet}
    for office, key in zip(offices, _keys(offices), strict=True):
        seat = seats.get(office.jasen or "")
        parts = list(_parts(office, seat)) if seat else []
        for days, named in parts or [(None, None)]:
            decision = office.paatos or _covering(office.alkaen, _named_alike(seat, office))
            yield _of_office(group, role, key, office, days, named, decision)


def _parts(
    office: Luottamustoimi, seat: Jasenyys
) -> Iterator[tuple[Period | None, Nimetty | None]]:
    """The days of the office by who then sat in the seat, in order; days of nobody count too."""
    whole = office.jakso
    if whole is None:
        return
    found: list[tuple[Period, Nimetty | None]] = []
    for item in seat.nimetyt:
        days = item.jakso and item.jakso.intersection(whole)
        if days:
            found.append((days, item))
    if found:
        found += [(days, None) for days in gaps(whole, [days for days, _ in found])]
    yield from sorted(found, key=lambda part: part[0])


def _of_office(
    group: Johtoryhma,
    role: str,
    key: str,
    office: Luottamustoimi,
    days: Period | None,
    named: Nimetty | None,
    decision: Paatos | None,
) -> Holding:
    """One holder's part of an office: a holder who came later came by the seat's own decision."""
    start, end = office.alkaen, office.paattyen
    if days is not None:
        start = None if days.start == BEGINNING else days.start
        end = None if days.end == FOREVER else days.end
    came_later = start is not None and start != office.alkaen
    if named and came_later:
        decision = named.paatos
    return Holding(
        group.tunnus,
        role,
        (key, str(named.alkaen or "") if named else f"-{start if came_later else ''}"),
        office.jasen or "",
        _words(named.nimike) if named else None,
        (named.henkilo or "") if named else "",
        (named.nimi or "") if named else "",
        start,
        end,
        _decision(decision),
    )


def _holding(
    group: Johtoryhma,
    role: str,
    key: tuple[str, ...],
    item: Nimetty,
    besides: Iterable[Nimetty],
) -> Holding:
    return Holding(
        group.tunnus,
        role,
        key,
        "",
        _words(item.nimike),
        item.henkilo or "",
        item.nimi or "",
        item.alkaen,
        item.paattyen,
        _decision(item.paatos or _covering(item.alkaen, besides)),
    )


def _keys(items: Iterable[Any]) -> list[str]:
    """What tells the items of a list apart: the first day, numbered where it stands twice."""
    found: list[str] = []
    seen: dict[str, int] = {}
    for item in items:
        day = str(item.alkaen or "")
        seen[day] = seen.get(day, 0) + 1
        found.append(day if seen[day] == 1 else f"{day}/{seen[day]}")
    return found


def _decision(decision: Paatos | None) -> Decision | None:
    if decision is None:
        return None
    return Decision(
        _words(decision.tekija), decision.pvm, decision.pykala, decision.asiatunnus or ""
    )


def _words(text: Teksti | None) -> Words | None:
    """The text as it is recorded; None without one."""
    if isinstance(text, Kielitekstit):
        return Words(text.fi or "", text.sv or "") if text.fi or text.sv else None
    return Words(plain=text) if text else None
